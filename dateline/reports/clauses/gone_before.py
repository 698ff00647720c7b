"""What came before the deed of a clause: "after the overthrow of the king", "after ten days of talks with rebels"."""

from collections.abc import Container, Sequence

from dateline.model import Timex
from dateline.reports.clauses.clause import Parsed
from dateline.reports.clauses.clause_marks import UNITS
from dateline.reports.grammar.closed_classes import DETERMINERS, MARKS, PREPOSITIONS
from dateline.reports.grammar.event_nouns import Trigger
from dateline.reports.grammar.tokens import Token

BEHIND = frozenset(["after", "since", "following"])
ENDED = frozenset(["capped", "capping", "ended", "ending", "concluded", "concluding", "crowned", "crowning"])
FAR = 12  # words between the noun and its day
NEAR = 4  # words between "after" and the noun
LENGTHS = UNITS | {"decades", "rounds"}
TOLD = frozenset(["attack", "control", "decision", "agreement", "detention", "talks", "meeting"])


def gone_before(parsed: Parsed, noun: Trigger) -> int | None:
    """The token at which the phrase of the noun begins, if it is what the clause's own deed followed."""
    words = parsed.words
    reach = range(noun.first - 1, max(noun.first - 2 - NEAR, -1), -1)
    behind = next((k for k in reach if words[k].low in BEHIND | ENDED), None)
    if behind is None or noun.type not in TOLD or not _done(parsed, noun):
        return None
    between = words[behind + 1 : noun.first]
    if not between or any(word.low in MARKS for word in between):
        return None
    told = _lasted(between) or (words[behind].low in BEHIND and _of_somebody(words, noun, between))
    return behind + 1 if told else None


def dated(parsed: Parsed, noun: Trigger, verbs: Container[int], timexes: Sequence[Timex]) -> Timex | None:
    """ "since the killing of the bishop on Oct. 2": the day behind the phrase, which no mark or verb parts from it."""
    words = parsed.words
    for timex in (one for one in timexes if one.span.start >= words[noun.last - 1].end):
        first = next((k for k in range(noun.last, len(words)) if words[k].start >= timex.span.start), None)
        if timex.type != "DATE" or timex.signal not in ("on", "in") or first is None or first - noun.last > FAR:
            continue
        if not any(k in verbs or words[k].low in MARKS for k in range(noun.last, first)):
            return timex
    return None


def _lasted(between: Sequence[Token]) -> bool:
    """ "ten days of", "almost two years of secret", "a three-month"."""
    of = next((k for k, word in enumerate(between) if word.low == "of"), 0)
    return (of > 0 and between[of - 1].low in LENGTHS) or any(map(_as_long, between))


def _as_long(word: Token) -> bool:
    count, dash, unit = word.low.partition("-")
    return bool(count and dash) and unit in UNITS


def _of_somebody(words: Sequence[Token], noun: Trigger, between: Sequence[Token]) -> bool:
    """ "the overthrow of the king", where "the attack" says nothing new."""
    determined = between[0].low in DETERMINERS and not any(word.low in PREPOSITIONS for word in between)
    which = noun.lemma == "round" or (noun.last + 1 < len(words) and words[noun.last].low == "of")
    return determined and which


def _done(parsed: Parsed, noun: Trigger) -> bool:
    """Whether the clause tells what has happened: not "will meet after the signing of the accord"."""
    home = next((clause for clause in parsed.clauses if clause.first <= noun.first < clause.last), None)
    return home is not None and not home.verb.modal and (home.verb.tense == "past" or home.verb.perfect)
