"""Where a clause begins, and how it hangs on the one before: that, who, after, if, and, a comma, a quotation mark."""

from collections.abc import Sequence
from functools import cache
from typing import Literal

from dateline.lexicon.load import document
from dateline.reports.grammar import (
    CLOSING,
    COORDINATORS,
    MONTHS,
    OPENING,
    PREPOSITIONS,
    QUOTES,
    RELATIVES,
    SUBORDINATORS,
    WEEKDAYS,
)
from dateline.reports.morphology import forms
from dateline.reports.tokens import Token
from dateline.reports.verb_group import VerbGroup, participle, word_at

Relation = Literal[
    "main", "complement", "relative", "and", "but", "condition", "after", "before", "as", "while", "when", "since",
    "because", "until", "participle", "attribution", "other",
]  # fmt: skip
BREAKS = frozenset([",", ";", ":", "—", "–", "--", "-", "(", ")"])
DASHES = frozenset(["—", "–", "--", ";"])
RELATION_OF: dict[str, Relation] = {
    "that": "complement", "and": "and", "or": "and", "but": "but", "nor": "and", "yet": "but", "so": "and",
    "if": "condition", "unless": "condition", "after": "after", "before": "before", "as": "as", "while": "while",
    "when": "when", "since": "since", "because": "because", "until": "until", "once": "after", "although": "other",
    "though": "other", "whether": "complement", "whereas": "while", "lest": "condition",
}  # fmt: skip
PROVIDED = frozenset(["condition", "provided", "providing"])  # "on condition that", ", provided that"
UNITS = frozenset(
    "hour hours day days week weeks month months year years minute minutes shortly soon immediately just".split()
)
LENGTH = 5  # words of "only two and a half days"
MOMENTS = frozenset("day night morning evening afternoon week weekend month year time".split())  # "later that month"
AS_PHRASES = frozenset("part well many much a an of soon early late political government".split())
SUBJECT_OPENINGS = frozenset("the a an he she it they there we i his its their this these some no all".split())
TIME_WORDS = WEEKDAYS | frozenset(
    "early late yesterday today this last week month morning afternoon evening night".split()
)
LAST_DAY = 31
LED_BY = frozenset(["by", "in", "with", "from"])
PERSONAL = frozenset("i he she it we they".split())
CONTACT = PERSONAL | {"you"}
OBJECTS = frozenset(["him", "her", "them", "me", "us"])
PLAIN = frozenset("say state add report write note".split())
# nouns and adjectives that take a "that" of content: "the report that X was killed"
CONTENT = frozenset(
    "report reports claim claims realisation realization assurance assurances statement sense guarantee guarantees "
    "warning possibility decision commitment idea fact condition hope hopes fear fears announcement news clear "
    "confident sure audience allegation allegations accusation accusations suggestion suggestions rumour rumours rumor "
    "rumors assertion assertions speculation evidence".split()
)


@cache
def _speech() -> frozenset[str]:
    return frozenset(document("speech").data["verbs"]["complement"])


def says(verb: VerbGroup) -> bool:
    """Whether a verb may be followed by what is said, hoped or feared."""
    return verb.lemma in _speech()


@cache
def _acts() -> frozenset[str]:
    return frozenset(document("speech").data["verbs"]["acts"])


def speaks(verb: VerbGroup) -> bool:
    """Whether the verb is an act of speech: "call", "accuse", "urge", and what `says` knows."""
    return verb.lemma in _acts() or says(verb)


def first_relation(words: Sequence[Token], group: VerbGroup) -> Relation:
    """How the first clause of a sentence begins: "If …", "Even as …", or as a main clause."""
    if not group.finite:
        return "participle"
    opening = [word.low for word in words[:3] if word.low not in QUOTES]
    if opening[:1] and opening[0] in ("even", "but", "and", "so"):
        opening = opening[1:]
    if behind_phrase(words, 0, group) is not None:
        return "main"
    if (linked := _time_before(words, group)) is not None:
        return linked
    if opening[:1] and opening[0] in SUBORDINATORS:
        return "main" if _opening_phrase(words, group) else RELATION_OF[opening[0]]
    if opening[:1] == ["should"]:
        return "condition"  # "Should rebels enter the city, …"
    return "main"


def _opening_phrase(words: Sequence[Token], group: VerbGroup) -> bool:
    """ "After nine days of talks, the envoys signed": the subject stands behind the comma."""
    commas = [k for k in range(1, group.first) if words[k].low == ","]
    return words[0].low in PREPOSITIONS and len(commas) == 1 and commas[0] + 1 < group.first


def _time_before(words: Sequence[Token], group: VerbGroup) -> Relation | None:
    """ "A day after rebels attacked, …", "Two hours before the vote began, …"."""
    k = next((k for k in range(1, min(LENGTH, group.first - 1)) if words[k].low in ("after", "before")), None)
    if k is None or words[k - 1].low not in UNITS or any(word.low in PREPOSITIONS | BREAKS for word in words[:k]):
        return None
    return RELATION_OF[words[k].low]


def behind_phrase(words: Sequence[Token], start: int, group: VerbGroup) -> int | None:
    """The token of the subject that stands right behind a phrase: "As foreign minister he helped", "After the vote he
    left", "Before his departure Ann Lee said"; None where a comma parts them or no such phrase opens the clause.
    """
    if words[start].low not in PREPOSITIONS and words[start].low != "as":
        return None
    subject = group.first - 1 if words[group.first - 1].low in PERSONAL else _named(words, start, group.first)
    between = words[start + 1 : subject] if subject is not None else ()
    return subject if between and not any(word.low in BREAKS for word in between) else None


def _named(words: Sequence[Token], start: int, end: int) -> int | None:
    """Where the name begins that stands behind a noun: "Ann Lee" of "Before his departure Ann Lee"."""
    k = end
    while k > start and words[k - 1].text[0].isupper():
        k -= 1
    while k < end and words[k].low in WEEKDAYS | MONTHS:
        k += 1
    before = words[k - 1]
    noun = before.is_word and before.low not in PREPOSITIONS | COORDINATORS | SUBJECT_OPENINGS
    return k if start + 1 < k < end and noun else None


def boundary(words: Sequence[Token], before: VerbGroup, group: VerbGroup) -> tuple[int, Relation]:
    """The token at which the clause of `group` begins after that of `before`, and their relation."""
    if before.last >= group.first:
        return group.first, "complement" if says(before) else "relative"
    return (
        _attribution(words, before, group)
        or _participle(words, before, group)
        or _apposed(words, before, group)
        or _connective(words, before, group)
        or _strong(words, before, group)
        or _coordinated(words, before, group)
        or _quotation(words, before, group)
        or _comma(words, before, group)
        or _adjacent(words, before, group)
    )


Found = tuple[int, Relation] | None


def _between(before: VerbGroup, group: VerbGroup) -> range:
    return range(before.last, group.first)


def _attribution(words: Sequence[Token], before: VerbGroup, group: VerbGroup) -> Found:
    """ "…,” said a senior official", "…, stated the minister"."""
    if not says(group):
        return None
    for k in reversed(_between(before, group)):
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
    return following.text[0].isupper() or following.low in ("the", "a", "an", "one")


def _participle(words: Sequence[Token], before: VerbGroup, group: VerbGroup) -> Found:
    if group.finite:
        return None
    opener = group.first - 1
    return (_with_time(words, opener, before.last) if opener >= before.last else group.first), "participle"


def _apposed(words: Sequence[Token], before: VerbGroup, group: VerbGroup) -> Found:
    """ "since the capital, Sanaa, fell", "reported Jane Roe, the mayor, had left": a subject with an apposition."""
    commas = [k for k in _between(before, group) if words[k].low in BREAKS]
    if len(commas) != 2 or commas[1] + 1 != group.first or group.lemma in PLAIN:
        return None
    if not (_names(words, *commas) or _led(words, *commas)):
        return None
    relative = next((k for k in reversed(range(before.last, commas[0])) if words[k].low in RELATIVES), None)
    if relative is not None and words[relative - 1].low in PREPOSITIONS:
        return relative - 1, "relative"  # "a contest in which the councillor, John Roe, threatened"
    opening = next((k for k in reversed(range(before.last, commas[0])) if words[k].low in SUBORDINATORS), None)
    if opening is not None:
        return (_with_time(words, opening, before.last), RELATION_OF[words[opening].low])
    start = words[before.last]
    named = start.is_word and start.text[0].isupper() and start.low not in TIME_WORDS
    named = named or (
        start.low in ("the", "a", "an") and _led(words, *commas)
    )  # "said the device, hidden under a car,"
    return (before.last, "complement") if says(before) and named else None


def _names(words: Sequence[Token], first: int, last: int) -> bool:
    """Whether a noun phrase stands between the commas `first` and `last`: a name, or "the mayor"."""
    inside = words[first + 1 : last]
    plain = all(w.is_word and w.low not in RELATIVES and w.low not in SUBORDINATORS for w in inside)
    return (
        plain and bool(inside) and (inside[0].text[0].isupper() or inside[0].low in ("a", "an", "the", "its", "their"))
    )


def _led(words: Sequence[Token], first: int, last: int) -> bool:
    """ "after demonstrators, led by the mayor, stormed parliament": what a participle says of the subject."""
    inside = words[first + 1 : last]
    passive = len(inside) > 2 and participle(inside[0].low) is not None and inside[1].low in PREPOSITIONS
    return passive and all(word.is_word for word in inside)


def _connective(words: Sequence[Token], before: VerbGroup, group: VerbGroup) -> Found:
    """The nearest relative pronoun, "that" or subordinator before the verb."""
    for k in reversed(_between(before, group)):
        low = words[k].low
        if low in RELATIVES:
            preposition = k - 1 >= before.last and words[k - 1].low in PREPOSITIONS
            counted = preposition and low == "whom" and words[k - 1].low == "of" and words[k - 3].low == ","
            return (k - 2 if counted else k - 1 if preposition else k), "relative"
        if low == "that" and words[k - 1].low not in PREPOSITIONS and words[k + 1].low not in MOMENTS:
            if words[k - 1].low in PROVIDED and words[k - 2].low in (",", "on", "—"):
                return k - (2 if words[k - 2].low == "on" else 1), "condition"
            content = (says(before) and _only_time(words, before.last, k)) or (
                _opens_content(words, k) and group.first != k + 1
            )
            return k, "complement" if content else "relative"
        if low == "as" and [word.low for word in words[max(0, k - 2) : k]] == ["as", "soon"]:
            return k - 2, "until"  # only what another event waits for
        if low in SUBORDINATORS and not _prepositional(words, k, group):
            return _with_time(words, k, before.last), RELATION_OF[low]
    return None


def _only_time(words: Sequence[Token], first: int, last: int) -> bool:
    """ "will announce this week that": nothing between the verb and what is said but the day."""
    return all(words[k].low in TIME_WORDS or words[k].low == "on" for k in range(first, last))


def _opens_content(words: Sequence[Token], k: int) -> bool:
    """Whether "that" opens what is said ("said on Twitter that") rather than a relative clause ("a deal that")."""
    if words[k - 1].low in (",", "and") or words[k - 1].low in CONTENT:
        return True
    while k > 1 and (words[k - 1].low in TIME_WORDS or words[k - 1].low == "on"):
        k -= 1  # "said in a joint statement late on Tuesday that"
    if words[k - 1].low in CONTENT:
        return True  # "There were rumours last night that"
    return any(_is_saying(words[j].low) for j in range(k - 1, max(-1, k - 8), -1))


def _is_saying(word: str) -> bool:
    return any(lemma in _speech() for lemma, form in forms().get(word, ()) if form != "base")


def _prepositional(words: Sequence[Token], k: int, group: VerbGroup) -> bool:
    """ "since October", "after the talks,", "as part of": no subject stands between the word and the verb."""
    low = words[k].low
    if k + 1 >= group.first:
        return low in ("as", "since", "after", "before", "until", "once", "because")
    following = words[k + 1].low
    if (low == "as" and (following in AS_PHRASES or following in QUOTES)) or (low == "because" and following == "of"):
        return True
    if low in ("as", "since", "after", "before", "until", "once"):
        if words[group.first - 1].low in COORDINATORS:
            return True  # "left two days before Christmas and promised"
        return any(words[m].low in (",", ";") for m in range(k + 1, group.first))
    return False


def _with_time(words: Sequence[Token], k: int, least: int) -> int:
    """Takes "hours" and "a day" of "a day after …" with the clause that they date."""
    if words[k].low not in ("after", "before") or k - 1 < least or words[k - 1].low not in UNITS:
        return k
    quantity = k - 2 >= least and (words[k - 2].low in ("a", "an", "few", "several", "two", "three", "four"))
    return k - 2 if quantity or (k - 2 >= least and words[k - 2].low.isdigit()) else k - 1


def _strong(words: Sequence[Token], before: VerbGroup, group: VerbGroup) -> Found:
    """The last "but", dash or ", and" between two verbs."""
    for k in reversed(_between(before, group)):
        low = words[k].low
        if low in ("but", "yet") or low in DASHES or (low == "and" and words[k - 1].low == ","):
            return k, RELATION_OF.get(low, "other")
    return None


def _coordinated(words: Sequence[Token], before: VerbGroup, group: VerbGroup) -> Found:
    """ "and" before the verb itself, or before its subject where no comma stands nearer."""
    between = _between(before, group)
    joined = [k for k in between if words[k].low in COORDINATORS]
    commas = [k for k in between if words[k].low in BREAKS]
    if not joined:
        return None
    if joined[-1] + 1 == group.first:
        return joined[-1], "and"
    if commas and (joined[0] < commas[-1] or says(group)):  # "…, officials and a medic said"
        return None
    if says(before) and all(words[k].low in "()" for k in commas):
        return None  # "said both production and export had…": the "and" is inside the subject
    return joined[0], "and"


def _quotation(words: Sequence[Token], before: VerbGroup, group: VerbGroup) -> Found:
    if not says(before):
        return None
    return next(((k, "complement") for k in _between(before, group) if words[k].low in OPENING), None)


def _adjacent(words: Sequence[Token], before: VerbGroup, group: VerbGroup) -> tuple[int, Relation]:
    """No word and no mark between: "said a governor was killed", "do not arrive from the north the city could fall"."""
    pronoun = words[group.first - 1].low in CONTACT and group.first - 1 > before.last and not says(before)
    if pronoun:  # "four regions it does not hold"
        return group.first - 1, "relative"
    if says(before) and (start := _after_time(words, before.last, group.first)) > before.last:
        return start, "complement"  # "said early Tuesday he will resign"
    content = says(before) or before.lemma == "be"
    if words[before.last].low in PREPOSITIONS:
        openings = [k for k in _between(before, group) if words[k].low in SUBJECT_OPENINGS]
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
    commas = [k for k in _between(before, group) if words[k].low in BREAKS and not _within_date(words, k)]
    if says(group) and len(commas) > 2 and commas[-1] + 1 == group.first:
        return commas[-3] + 1, "other"  # "…, Lise Grande, the coordinator, said"
    return (commas[-1] + 1, "other") if commas else None


def _within_date(words: Sequence[Token], k: int) -> bool:
    """The comma of "Feb. 24, 2012 with"; a comma behind the year closes it."""
    day, year = words[k - 1].low, words[k + 1].low if k + 1 < len(words) else ""
    return day.isdigit() and int(day) <= LAST_DAY and year.isdigit() and len(year) == len("2012")
