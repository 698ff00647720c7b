"""Where a clause begins, and how it hangs on the one before: that, who, after, if, and, a comma, a quotation mark."""

from collections.abc import Sequence

from dateline.reports.clauses.clause_marks import (
    BREAKS,
    DASHES,
    RELATION_OF,
    SUBJECT_OPENINGS,
    TIME_WORDS,
    Found,
    Relation,
    between,
    only_time,
)
from dateline.reports.clauses.connectives import connective, with_time
from dateline.reports.clauses.first_clause import PERSONAL
from dateline.reports.grammar.closed_classes import (
    CLOSING,
    COORDINATORS,
    OPENING,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
)
from dateline.reports.grammar.reduced import NUMBERS
from dateline.reports.grammar.speech_verbs import says
from dateline.reports.grammar.tokens import Token
from dateline.reports.grammar.verb_group import VerbGroup, participle, word_at

LAST_DAY = 31
PARTS = frozenset("most many some half several all both mostly mainly including among".split())  # "most of them guards"
QUANTITIES = NUMBERS | frozenset("at some more about nearly almost up around over dozens hundreds thousands".split())
CONTACT = PERSONAL | {"you"}
OBJECTS = frozenset(["him", "her", "them", "me", "us"])
PLAIN = frozenset("say state add report write note".split())


def boundary(words: Sequence[Token], before: VerbGroup, group: VerbGroup) -> tuple[int, Relation]:
    """The token at which the clause of `group` begins after that of `before`, and their relation."""
    if before.last >= group.first:
        return group.first, "complement" if says(before) else "relative"
    return (
        _attribution(words, before, group)
        or _participle(words, before, group)
        or _apposed(words, before, group)
        or connective(words, before, group)
        or _strong(words, before, group)
        or _coordinated(words, before, group)
        or _quotation(words, before, group)
        or _comma(words, before, group)
        or _adjacent(words, before, group)
    )


def _attribution(words: Sequence[Token], before: VerbGroup, group: VerbGroup) -> Found:
    """ "…,” said a senior official", "…, stated the minister"."""
    if not says(group):
        return None
    for k in reversed(between(before, group)):
        if words[k].low in CLOSING and _ends_quotation(words, k):
            inverted = all(words[m].low in BREAKS for m in range(k + 1, group.first))
            if inverted and word_at(words, group.last) in OBJECTS:
                return None  # 'Ms Roe, leaving “with regret”, told him …'
            return k + 1, "attribution"
    if group.finite and group.lemma in PLAIN and words[group.first - 1].low == "," and _name_follows(words, group):
        return group.first, "attribution"
    return None


def _ends_quotation(words: Sequence[Token], k: int) -> bool:
    """A closing mark beside a comma or a stop: what follows says who spoke."""
    near = {words[k - 1].low, words[k + 1].low if k + 1 < len(words) else ""}
    return bool(near & {",", ".", "?", "!", "…"})


def _name_follows(words: Sequence[Token], group: VerbGroup) -> bool:
    if group.last >= len(words):
        return False
    following = words[group.last]
    return following.text[0].isupper() or following.low in ("the", "a", "an", "one", "his", "her", "its", "their")


def _participle(words: Sequence[Token], before: VerbGroup, group: VerbGroup) -> Found:
    if group.finite:
        return None
    opener = group.first - 1
    return (with_time(words, opener, before.last) if opener >= before.last else group.first), "participle"


def _apposed(words: Sequence[Token], before: VerbGroup, group: VerbGroup) -> Found:
    """ "since the capital, Sanaa, fell", "reported Jane Roe, the mayor, had left": a subject with an apposition."""
    commas = [k for k in between(before, group) if words[k].low in BREAKS]
    if len(commas) != 2 or commas[1] + 1 != group.first or group.lemma in PLAIN:
        return None
    if not (_names(words, *commas) or _led(words, *commas)):
        return None
    relative = next((k for k in reversed(range(before.last, commas[0])) if words[k].low in RELATIVES), None)
    if relative is not None and words[relative - 1].low in PREPOSITIONS:
        return relative - 1, "relative"  # "a contest in which the councillor, John Roe, threatened"
    opening = next((k for k in reversed(range(before.last, commas[0])) if words[k].low in SUBORDINATORS), None)
    if opening is not None:
        return (with_time(words, opening, before.last), RELATION_OF[words[opening].low])
    start = words[before.last]
    named = start.is_word and start.text[0].isupper() and start.low not in TIME_WORDS
    led = start.low in ("the", "a", "an") and _led(words, *commas)  # "said the device, hidden under a car,"
    counted = start.low in QUANTITIES or start.low[0].isdigit()  # "said at least nine men, most of them guards,"
    named = named or led or (counted and words[commas[0] + 1].low in PARTS)
    return (before.last, "complement") if says(before) and named else None


def _names(words: Sequence[Token], first: int, last: int) -> bool:
    """Whether a noun phrase stands between the commas `first` and `last`: a name, or "the mayor"."""
    inside = words[first + 1 : last]
    plain = all(w.is_word and w.low not in RELATIVES and w.low not in SUBORDINATORS for w in inside)
    opening = inside[0] if inside else words[first]
    return plain and (opening.text[0].isupper() or opening.low in {"a", "an", "the", "its", "their"} | PARTS)


def _led(words: Sequence[Token], first: int, last: int) -> bool:
    """ "after demonstrators, led by the mayor, stormed parliament": what a participle says of the subject."""
    inside = words[first + 1 : last]
    passive = len(inside) > 2 and participle(inside[0].low) is not None and inside[1].low in PREPOSITIONS
    return passive and all(word.is_word for word in inside)


def _strong(words: Sequence[Token], before: VerbGroup, group: VerbGroup) -> Found:
    """The last "but", dash or ", and" between two verbs."""
    for k in reversed(between(before, group)):
        low = words[k].low
        if low in ("but", "yet") or low in DASHES or (low == "and" and words[k - 1].low == ","):
            return k, RELATION_OF.get(low, "other")
    return None


def _coordinated(words: Sequence[Token], before: VerbGroup, group: VerbGroup) -> Found:
    """ "and" before the verb itself, or before its subject where no comma stands nearer."""
    gap = between(before, group)
    joined = [k for k in gap if words[k].low in COORDINATORS]
    commas = [k for k in gap if words[k].low in BREAKS]
    if not joined:
        return None
    if joined[-1] + 1 == group.first or _only_time(words, joined[-1] + 1, group.first):
        return joined[-1], "and"
    if commas and (joined[0] < commas[-1] or says(group)):  # "…, officials and a medic said"
        return None
    if says(before) and only_time(words[joined[-1] + 1 : group.first]):
        return joined[-1], "and"  # "declared a truce on Friday and on Sunday dismissed the cabinet"
    if says(before) and all(words[k].low in "()" for k in commas):
        return None  # "said both production and export had…": the "and" is inside the subject
    return joined[0], "and"


def _only_time(words: Sequence[Token], first: int, last: int) -> bool:
    """ "went on Friday and on Saturday returned": nothing but the day between "and" and the second verb."""
    return all(words[k].low in TIME_WORDS or words[k].low == "on" for k in range(first, last))


def _quotation(words: Sequence[Token], before: VerbGroup, group: VerbGroup) -> Found:
    if not says(before):
        return None
    return next(((k, "complement") for k in between(before, group) if words[k].low in OPENING), None)


def _adjacent(words: Sequence[Token], before: VerbGroup, group: VerbGroup) -> tuple[int, Relation]:
    """No word and no mark between: "said a governor was killed", "do not arrive from the north the city could fall"."""
    pronoun = words[group.first - 1].low in CONTACT and group.first - 1 > before.last and not says(before)
    if pronoun:  # "four regions it does not hold"
        return group.first - 1, "relative"
    if says(before) and (start := _after_time(words, before.last, group.first)) > before.last:
        return start, "complement"  # "said early Tuesday he will resign"
    content = says(before) or before.lemma == "be"
    if words[before.last].low in PREPOSITIONS:
        openings = [k for k in between(before, group) if words[k].low in SUBJECT_OPENINGS]
        if openings == [before.last + 1] and not says(before):
            return group.first, "other"  # "the deal he had signed with the rebels was rejected"
        if openings:
            return openings[-1], "complement" if says(before) else "other"
    return before.last, "complement" if content else "relative"


def _after_time(words: Sequence[Token], k: int, end: int) -> int:
    """The token behind the words of time that stand right behind a verb of saying."""
    while k + 1 < end and (words[k].low in TIME_WORDS or (words[k].low == "on" and words[k + 1].low in TIME_WORDS)):
        k += 1
    return k


def _comma(words: Sequence[Token], before: VerbGroup, group: VerbGroup) -> Found:
    commas = [k for k in between(before, group) if words[k].low in BREAKS and not _within_date(words, k)]
    if says(group) and len(commas) > 2 and commas[-1] + 1 == group.first:
        return commas[-3] + 1, "other"  # "…, Lise Grande, the coordinator, said"
    return (commas[-1] + 1, "other") if commas else None


def _within_date(words: Sequence[Token], k: int) -> bool:
    """The comma of "Feb. 24, 2012 with"; a comma behind the year closes it."""
    day, year = words[k - 1].low, words[k + 1].low if k + 1 < len(words) else ""
    return day.isdigit() and int(day) <= LAST_DAY and year.isdigit() and len(year) == len("2012")
