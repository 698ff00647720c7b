"""Noun phrases that tell an event by themselves: "July vote", "elections on Sept. 28", "Germany's decision"."""

from collections.abc import Container, Sequence
from dataclasses import dataclass

from dateline.lexicon.load import document
from dateline.model import Timex
from dateline.reports.clauses.clause import Parsed
from dateline.reports.clauses.gone_before import dated as own_date
from dateline.reports.clauses.gone_before import gone_before
from dateline.reports.clauses.noun_phrase import phrase
from dateline.reports.grammar.closed_classes import DETERMINERS, MARKS, PREPOSITIONS, QUOTES, RELATIVES
from dateline.reports.grammar.event_nouns import Trigger
from dateline.reports.grammar.frames import listed
from dateline.reports.grammar.verb_group import known
from dateline.reports.kinds.noun_dates import FAR, REACH, after, announcing, before, behind_comma, dates_the_verb

# deeds that are told by naming who did them
POSSESSED = frozenset(
    ["visit", "trip", "decision", "attack", "invasion", "offensive", "withdrawal", "resignation", "arrest", "killing"]
)


@dataclass(frozen=True, slots=True)
class Nominal:
    """An event noun with its own time expression, if any; `first`/`last` are the tokens of the phrase."""

    trigger: Trigger
    timex: Timex | None
    first: int
    last: int

    def shown(self, parsed: Parsed) -> tuple[int, int]:
        """The tokens of its headline: a bare noun with the day before it, "Saturday's vote" for "vote"."""
        first = self.first
        if self.timex and self.last - first == 1:
            first = next((k for k in range(first) if parsed.words[k].start == self.timex.span.start), first)
        return first, self.last

    def before_aside(self, parsed: Parsed) -> tuple[int, int]:
        """The tokens that an aside describes, where the phrase has one: "a deal" of "a deal, signed in May"."""
        at = self.trigger.first
        return (self.first, at - 1) if at > self.first and parsed.words[at - 1].low == "," else (at, at)


def nominals(parsed: Parsed, triggers: Sequence[Trigger | None], timexes: Sequence[Timex]) -> list[Nominal]:
    """The dated or possessed event nouns of a sentence, but for those that their clause tells by itself."""
    if not parsed.nouns:
        return []
    own = _told_by_clauses(parsed, triggers)
    verbs = {k for clause in parsed.clauses for k in range(clause.verb.first, clause.verb.last)}
    found: list[Nominal] = []
    used: set[int] = set()
    for noun in parsed.nouns:
        announced = _announced(parsed, noun, verbs, timexes) if noun.type != "statement" else None
        if announced and announced.timex and announced.timex.span.start not in used:
            used.add(announced.timex.span.start)
            found.append(announced)
            continue
        aside = behind_comma(parsed, noun) > noun.last
        if (
            noun.type == "statement"
            or _only_meant(parsed, noun)
            or _compared(parsed, noun)
            or _opposed(parsed, noun)
            or _voted_on(parsed, noun)
            or _missing(parsed, noun)
        ):
            continue
        if not aside and any(noun.first == first for first, _, _ in own):
            continue
        owner = _owner(parsed, noun) if noun.lemma in POSSESSED and not before(parsed, noun, timexes) else None
        if owner is not None:
            found.append(Nominal(noun, None, owner, phrase(parsed, noun, None)[1]))
            continue
        start = gone_before(parsed, noun) if not before(parsed, noun, timexes) else None
        if start is not None:
            own_day = own_date(parsed, noun, verbs, timexes)
            found.append(Nominal(noun, own_day, start, phrase(parsed, noun, own_day)[1]))
            used |= {own_day.span.start} if own_day else set()
            continue
        if not aside and any(first <= noun.first < last and noun.type == kind for first, last, kind in own):
            continue
        timex = before(parsed, noun, timexes) or after(parsed, noun, verbs, timexes)
        if timex and dates_the_verb(parsed, triggers, noun, timex, timexes):
            continue
        if timex and timex.span.start not in used and (timex.when.first or timex.when.last):
            used.add(timex.span.start)
            k, (first, last) = behind_comma(parsed, noun), phrase(parsed, noun, timex)
            told = aside and k < last  # "signed" of "a deal, signed in May, …"
            found.append(Nominal(noun._replace(first=k, last=k + 1) if told else noun, timex, first, last))
    return found


def without_effects(
    parsed: Parsed, triggers: Sequence[Trigger | None], described: Container[int]
) -> list[Trigger | None]:
    """ "A deal, signed in May, has allowed exports": the deal is told by its aside, its clause only what came of it."""
    effects = document("frames").data["light"]["effect"]
    return [
        None if event and event.first in described and clause.verb.lemma in effects else event
        for event, clause in zip(triggers, parsed.clauses, strict=True)
    ]


def _announced(parsed: Parsed, noun: Trigger, verbs: Container[int], timexes: Sequence[Timex]) -> Nominal | None:
    """ "the offensive announced on Friday": what was on that day is the announcement, and not the offensive."""
    words = parsed.words
    for k in range(behind_comma(parsed, noun), min(noun.last + FAR, len(words) - 1)):
        if k in verbs or words[k].low in MARKS - QUOTES or words[k].low in RELATIVES:
            return None
        if words[k].low in announcing():
            near = words[k + 1].end + 1
            timex = next((t for t in timexes if t.type == "DATE" and words[k].end <= t.span.start <= near), None)
            trigger = Trigger("statement", k, k + 1, words[k].low, noun=True)
            return Nominal(trigger, timex, phrase(parsed, noun, None)[0], k + 1) if timex else None
    return None


def _compared(parsed: Parsed, noun: Trigger) -> bool:
    """ "the first since the 1971 war", "the worst since": the noun only says since when."""
    low = [word.low for word in parsed.words[max(0, noun.first - REACH) : noun.first]]
    return "since" in low and any(word in SUPERLATIVES for word in low)


def _only_meant(parsed: Parsed, noun: Trigger) -> bool:
    """ "rejected a proposal to hold talks this week": what somebody would do is no talks."""
    words = parsed.words
    to = next((k for k in range(noun.first - 1, max(noun.first - REACH, 0), -1) if words[k].low == "to"), None)
    if to is None or to + 1 >= noun.first or known(words[to + 1].low, "base") is None:
        return False
    between = words[to + 2 : noun.first]
    meant = any(word.low in listed("light", "proposals") for word in words[max(to - 1, 0) : to])
    return meant and not any(word.low in PREPOSITIONS or word.low in MARKS for word in between)


def _voted_on(parsed: Parsed, noun: Trigger) -> bool:
    """ "the referendum on the treaty on June 18": the day is that of the referendum."""
    on = next((k for k in range(noun.first - 1, max(noun.first - REACH, 0), -1) if parsed.words[k].low == "on"), 0)
    return any(other.last == on and other.type in ("decision", "election", "talks") for other in parsed.nouns)


def _opposed(parsed: Parsed, noun: Trigger) -> bool:
    """ "a march against the war in London on Friday": the day is that of the march."""
    return noun.type == "attack" and "against" in [
        word.low for word in parsed.words[max(0, noun.first - 2) : noun.first]
    ]


def _missing(parsed: Parsed, noun: Trigger) -> bool:
    """ "adjourned without an agreement on Friday": there was none."""
    return any(word.low == "without" for word in parsed.words[max(0, noun.first - REACH) : noun.first])


SUPERLATIVES = frozenset("first worst deadliest biggest largest most highest lowest heaviest bloodiest time".split())


def _told_by_clauses(parsed: Parsed, triggers: Sequence[Trigger | None]) -> list[tuple[int, int, str]]:
    """From the word that is the event of its clause to the clause's end: nouns of its kind there are the same event."""
    told: list[tuple[int, int, str]] = []
    for clause, found in zip(parsed.clauses, triggers, strict=True):
        if found and found.type != "statement":
            told.append((found.first, clause.last, found.type))
    return told


def _owner(parsed: Parsed, noun: Trigger) -> int | None:
    """The token at which the owner of a deed begins: "Germany's decision", "President Trump's recent visit"."""
    words = parsed.words
    for k in range(noun.first - 1, max(0, noun.first - 4), -1):
        if words[k].low in ("'s", "'"):
            first = k - 1
            while first > 0 and words[first - 1].text[0].isupper() and words[first - 1].is_word:
                first -= 1
            return first if words[k - 1].text[0].isupper() else None
        if not words[k].is_word or words[k].low in PREPOSITIONS | DETERMINERS:
            return None
    return None
