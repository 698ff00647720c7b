"""Which time expression describes an event noun: before it, behind it, or in an aside."""

from collections.abc import Container, Sequence
from functools import cache

from dateline.lexicon.load import document
from dateline.model import Timex
from dateline.reports.clauses.clause import Parsed
from dateline.reports.grammar.closed_classes import COORDINATORS, DETERMINERS, MARKS, PREPOSITIONS
from dateline.reports.grammar.event_nouns import Trigger
from dateline.reports.grammar.morphology import inflect
from dateline.reports.grammar.tokens import Token
from dateline.reports.grammar.verb_group import participle

PARTICIPLES = frozenset(
    ["held", "struck", "set", "due", "reached", "drawn", "brought", "won", "led", "put"]
)  # those that do not end in -ed
PARTICLES = frozenset(["up", "out"])  # "drawn up by the envoy"
REACH = 6  # words between a noun and the expression that dates it
# "before the first election in the new region in May": the deed of the clause has another time
ORDER = frozenset(["before", "after", "until"])
FAR = 9  # and the participle that has one of its own: "the withdrawal from the area first announced in May"


@cache
def announcing() -> frozenset[str]:
    """Participles: "announced", "promised"."""
    lemmas = document("speech").data["verbs"]["announcing"]
    return frozenset(word for lemma in lemmas for word, form in inflect(lemma) if form == "part")


def before(parsed: Parsed, noun: Trigger, timexes: Sequence[Timex]) -> Timex | None:
    """ "July vote", "their 2001 defeat", "the May 1st deadline": the expression describes the noun."""
    words = parsed.words
    for timex in timexes:
        if timex.type != "DATE" or timex.value.endswith("_REF") or timex.signal == "on":
            continue  # "On Tuesday rockets hit the port"
        last = next((k for k in range(noun.first) if words[k].end >= timex.span.end), None)
        if last is None or noun.first - last > 2:
            continue
        apart = PREPOSITIONS | MARKS | DETERMINERS | COORDINATORS  # not "at Easter and elections"
        if not any(words[k].low in apart for k in range(last + 1, noun.first)):
            return timex
    return None


def after(parsed: Parsed, noun: Trigger, verbs: Container[int], timexes: Sequence[Timex]) -> Timex | None:
    """ "elections on Sept. 28", "the agreement signed in February": no finite verb and no comma between."""
    words = parsed.words
    for timex in timexes:
        if timex.type != "DATE" or timex.value.endswith("_REF") or timex.signal not in ("on", "in", "of", "for", ""):
            continue
        if timex.span.start < words[noun.last - 1].end:
            continue
        first = next((k for k in range(noun.last, len(words)) if words[k].start >= timex.span.start), None)
        begin = behind_comma(parsed, noun)
        apposed = _apposed(words, begin, first) if first is not None else ()
        reach = FAR if begin > noun.last else REACH
        if first is None or first - noun.last - len(apposed) > reach:
            continue
        if any(k in verbs or (words[k].low in MARKS and k not in apposed) for k in range(begin, first)):
            continue
        if _attached(parsed, noun, first):
            return timex
    return None


def _apposed(words: Sequence[Token], first: int, last: int) -> Sequence[int]:
    """The commas around a name that only says which place is meant: "reached in the capital, Luanda, on Friday"."""
    commas = [k for k in range(first, last) if words[k].low == ","]
    if len(commas) != 2 or not all(word.text[0].isupper() for word in words[commas[0] + 1 : commas[1]]):
        return ()
    return range(commas[0], commas[1] + 1)


def behind_comma(parsed: Parsed, noun: Trigger) -> int:
    """The token behind the noun, and behind the comma of an aside that dates it: "a truce, agreed in May, ended"."""
    words, k = parsed.words, noun.last
    if any(word.low in ("on", "about") for word in words[max(noun.first - 2, 0) : noun.first]):
        return k  # "the report on the war, published in May": that is the report
    aside = k + 2 < len(words) and words[k].low == "," and participle(words[k + 1].low)
    return k + 1 if aside and words[k + 2].low in PREPOSITIONS | PARTICLES else k


def _attached(parsed: Parsed, noun: Trigger, first: int) -> bool:
    """Right behind the noun, a participle that describes it, or its place: "a trip to Kabul this week"."""
    between = [parsed.words[k] for k in range(noun.last, first)]
    if len(between) <= 1:
        return True
    if any(word.low.endswith("ed") or word.low in PARTICIPLES for word in between):
        return True
    if any(word.low in ORDER for word in parsed.words[max(0, noun.first - REACH) : noun.first]):
        return True
    if between[0].low == "of" and between[-1].low == "in" and len(between) <= REACH:
        return not any(word.low in PREPOSITIONS for word in between[1:-1])  # "a massacre of nuns in 1991"
    return len(between) <= 4 and between[0].low in ("to", "in") and between[1].text[0].isupper()


def dates_the_verb(
    parsed: Parsed, triggers: Sequence[Trigger | None], noun: Trigger, timex: Timex, timexes: Sequence[Timex]
) -> bool:
    """ "rejected a ceasefire on Tuesday": the only date of a clause belongs to its past verb, not to its object.

    So it does to a verb that looks ahead, where no preposition ties it to the noun: "will debate the war next week".
    """
    words = parsed.words
    if timex.span.start < words[noun.last - 1].end:
        return False
    between = [word.low for word in words[noun.last :] if word.start < timex.span.start]
    behind = ["", *between]  # "behind closed doors" is no participle
    if any(
        (low.endswith("ed") or low in PARTICIPLES) and behind[k] not in PREPOSITIONS for k, low in enumerate(between)
    ):
        return False
    for clause, found in zip(parsed.clauses, triggers, strict=True):
        if clause.first <= noun.first < clause.last:
            if found is None or found.noun or found.first > noun.first:
                return False
            span = parsed.span(clause.first, clause.last)
            dates = [t for t in timexes if t.type == "DATE" and span.start <= t.span.start < span.end]
            told = (clause.verb.tense == "past" and not clause.verb.modal) or not timex.signal
            told = told or _attended(parsed, noun, clause.verb.last)
            spoken_of = found.type in ("talks", "meeting") and noun.type in ("other", "attack")
            return (told or spoken_of) and dates == [timex]
    return False


def _attended(parsed: Parsed, noun: Trigger, first: int) -> bool:
    """ "will speak at a meeting in Brussels on Thursday": the day is that of the speech as well."""
    return any(word.low in ("at", "during") for word in parsed.words[max(first, noun.first - REACH) : noun.first])
