"""Noun phrases that date themselves: "July vote", "presidential elections on Sept. 28", "the agreement signed in May"."""

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.model import Timex
from dateline.reports.clauses import Parsed
from dateline.reports.grammar import DETERMINERS, MARKS, PREPOSITIONS
from dateline.reports.kinds import Trigger, nouns, trigger

REACH = 6  # words between a noun and the expression that dates it


@dataclass(frozen=True, slots=True)
class Nominal:
    """An event noun with its own time expression; `first`/`last` are the tokens of the phrase."""

    trigger: Trigger
    timex: Timex
    first: int
    last: int


def nominals(parsed: Parsed, timexes: Sequence[Timex]) -> list[Nominal]:
    """The dated noun phrases of a sentence, but for those that are the event of their clause by themselves."""
    triggers = [trigger(parsed, clause) for clause in parsed.clauses]
    own = {event.first for event in triggers if event and event.noun}
    found: list[Nominal] = []
    used: set[int] = set()
    for noun in nouns(parsed.words, 0, len(parsed.words)):
        if noun.first in own or noun.type == "statement":
            continue
        timex = _before(parsed, noun, timexes) or _after(parsed, noun, timexes)
        if timex is None or timex.span.start in used or (timex.when.first is None and timex.when.last is None):
            continue
        used.add(timex.span.start)
        found.append(Nominal(noun, timex, *_phrase(parsed, noun, timex)))
    return found


def _before(parsed: Parsed, noun: Trigger, timexes: Sequence[Timex]) -> Timex | None:
    """ "July vote", "their 2001 defeat", "the May 1st deadline": the expression describes the noun."""
    words = parsed.words
    for timex in timexes:
        if timex.type != "DATE" or timex.value.endswith("_REF"):
            continue
        last = next((k for k in range(noun.first) if words[k].end >= timex.span.end), None)
        if (
            last is not None
            and noun.first - last - 1 <= 1
            and not any(words[k].low in PREPOSITIONS | MARKS | DETERMINERS for k in range(last + 1, noun.first))
        ):
            return timex
    return None


def _after(parsed: Parsed, noun: Trigger, timexes: Sequence[Timex]) -> Timex | None:
    """ "elections on Sept. 28", "the agreement signed in February": no finite verb and no comma between."""
    words = parsed.words
    verbs = {k for clause in parsed.clauses for k in range(clause.verb.first, clause.verb.last)}
    for timex in timexes:
        if timex.type != "DATE" or timex.value.endswith("_REF") or timex.signal not in ("on", "in", "of", "for"):
            continue
        first = next((k for k in range(noun.last, len(words)) if words[k].start >= timex.span.start), None)
        if first is None or first - noun.last > REACH:
            continue
        between = range(noun.last, first)
        if not any(k in verbs or words[k].low in MARKS for k in between) and _attached(parsed, noun, first):
            return timex
    return None


def _attached(parsed: Parsed, noun: Trigger, first: int) -> bool:
    """The expression stands right behind the noun, or behind a participle that describes it."""
    words = parsed.words
    between = [words[k].low for k in range(noun.last, first)]
    participle = any(word.endswith("ed") or word in ("held", "struck", "set", "due", "reached") for word in between)
    return len(between) <= 1 or participle


def _phrase(parsed: Parsed, noun: Trigger, timex: Timex) -> tuple[int, int]:
    words = parsed.words
    first = noun.first
    while (
        first > 0 and words[first - 1].is_word and words[first - 1].low not in PREPOSITIONS and noun.first - first < 5
    ):
        first -= 1
        if words[first].low in DETERMINERS:
            break
    last = noun.last
    while last < len(words) and words[last].start < timex.span.end:
        last += 1
    while (
        last < len(words)
        and words[last].low in ("of", "for", "by", "from", "in", "between", "with")
        and last + 1 < len(words)
    ):
        last += 1
        while (
            last < len(words)
            and words[last].is_word
            and words[last].low not in PREPOSITIONS | MARKS
            and last - noun.last < 12
        ):
            last += 1
    return first, last
