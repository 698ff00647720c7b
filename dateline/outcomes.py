"""What became of what was planned or hoped for: it came, in time or late, was moved, called off, or nothing is told.

An outcome is told by a later article, is of the same kind and between the same sides, and has a day of its own that
lies after the forecast was made. Nothing but the articles decides; where they are silent, so is the ledger.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dateline.model import Article, Event, EventType, ForecastStatus
from dateline.sides import Sides, pairs, taking_part
from dateline.wording import content_words

FORECASTS = frozenset(["scheduled", "expected"])
KINDS: Mapping[EventType, str] = {"meeting": "talks", "talks": "talks"}  # a planned meeting is held as talks
MOVED_BY = 200  # days by which a vote or a round may be put off and still be the same
PATIENT = frozenset(["agreement", "election"])  # kinds that are the same however late they come
SOON = 60  # days after which talks, visits and the like are others than those that were planned
CALLED_OFF = ("cancel", "postpon", "call off", "calls off", "called off", "suspend", "scrap", "shelve", "abandon")
Block = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Fate:
    """`other` is the id of the event that shows it; `days_late` the least and the most days, where it came late."""

    status: ForecastStatus
    other: str
    days_late: tuple[int, int] | None
    why: str


def fates(events: Sequence[Event], articles: Mapping[str, Article], known: Sides) -> dict[str, Fate]:
    """Event id -> what became of it, for each forecast of which the archive tells that."""
    done: dict[Block, list[Event]] = defaultdict(list)
    ahead: dict[tuple[str, str | None], list[Event]] = defaultdict(list)
    for event in events:
        if event.modality == "happened" and event.when.stated and event.when.first and event.when.last:
            for block in _blocks(event, known):
                done[block].append(event)
        if event.modality in FORECASTS:
            for key in _same_thing(event):
                ahead[key].append(event)
    cast = _cast(events)
    found: dict[str, Fate] = {}
    for event in events:
        if event.modality not in FORECASTS:
            continue
        near = (other for key in _same_thing(event) for other in ahead[key] if _one_story(event, other, cast))
        fate = (
            _came(event, done, articles, known)
            or _moved(event, near, articles)
            or _called_off(event, done, articles, known)
        )
        if fate:
            found[event.id] = fate
    return found


def _cast(events: Sequence[Event]) -> Mapping[str, set[str]]:
    """Article -> the actors of its events."""
    cast: dict[str, set[str]] = defaultdict(set)
    for event in events:
        for report in event.reports:
            cast[report.article] |= set(event.actors)
    return cast


def _one_story(event: Event, other: Event, cast: Mapping[str, set[str]]) -> bool:
    """Whether the two are told in articles about the same people: "July vote" is the vote of that country."""
    return len(cast[event.reports[0].article] & cast[other.reports[0].article]) > 1


def _blocks(event: Event, known: Sides) -> Iterator[Block]:
    kind = KINDS.get(event.type, event.type)
    for one, other in pairs(event, known):
        yield kind, one, other
    if event.type == "agreement":
        for one in sorted(taking_part(event, known)):
            yield kind, one, ""


def _told(event: Event, articles: Mapping[str, Article]) -> tuple[date | None, date | None]:
    """The days on which the event may first have been told."""
    when = articles[event.reports[0].article].published.when
    return when.first, when.last


def _came(
    event: Event, done: Mapping[Block, list[Event]], articles: Mapping[str, Article], known: Sides
) -> Fate | None:
    if event.type in ("statement", "attack", "other"):
        return None  # too many of a kind to say which one had been meant
    alone = len(taking_part(event, known)) == 1  # "the envoy wants a deal": with whom is not said
    blocks = [block for block in _blocks(event, known) if alone or block[2]]
    candidates = {other.id: other for block in blocks for other in done[block] if _later(event, other, articles)}
    if alone and len(candidates) > 1:
        return None
    if not candidates:
        return None
    came = min(candidates.values(), key=lambda other: (other.when.first or date.max, other.id))
    first, last, by = came.when.first, came.when.last, event.due
    since = by or _told(event, articles)[1]
    if event.type not in PATIENT and first and since and (first - since).days > SOON:
        return None
    why = f"A later article tells of the same kind of event between the same sides, {came.when.edtf}."
    if by is None or first is None or last is None or first <= by:
        return Fate("met", came.id, None, why)
    return Fate("late", came.id, ((first - by).days, (last - by).days), why)


def _later(event: Event, other: Event, articles: Mapping[str, Article]) -> bool:
    """Whether the other was told after this one, of a day after this one was told."""
    if other.reports[0].article == event.reports[0].article:
        return False
    told_first, told_last = _told(event, articles)
    told = told_last or told_first
    retold, _ = _told(other, articles)
    return bool(told and retold and retold > told and other.when.first and other.when.first > told)


def _same_thing(event: Event) -> Iterator[tuple[str, str | None]]:
    """Votes, and rounds of talks, of which there is one at a time."""
    if event.type == "election":
        yield "election", None
    elif event.round:
        yield "round", event.round


def _moved(event: Event, others: Iterator[Event], articles: Mapping[str, Article]) -> Fate | None:
    """A later article gives another day for the same thing that is still to come."""
    mine = event.due
    for other in others:
        theirs = other.due
        if other is event or mine is None or theirs is None or _overlap(event, other):
            continue
        (_, told), (retold, _) = _told(event, articles), _told(other, articles)
        apart = event.actors and other.actors and not set(event.actors) & set(other.actors)
        if told and retold and retold > told and not apart and abs((theirs - mine).days) <= MOVED_BY:
            why = f"A later article gives another date for it, {other.when.edtf}: put off or moved, no contradiction."
            return Fate("moved", other.id, None, why)
    return None


def _overlap(event: Event, other: Event) -> bool:
    (a, b), (c, d) = (event.when.first, event.when.last), (other.when.first, other.when.last)
    return not ((a and d and d < a) or (b and c and c > b))


def _called_off(
    event: Event, done: Mapping[Block, list[Event]], articles: Mapping[str, Article], known: Sides
) -> Fate | None:
    """ "The president cancelled the talks": a decision of one of its sides that names the very thing."""
    thing = event.reports[0].trigger_words.split()[-1:]
    for one, other in pairs(event, known):
        for decision in done[("decision", one, other)]:
            words = {word for report in decision.reports for word in content_words(report.quote)}
            off = any(report.trigger_words.startswith(CALLED_OFF) for report in decision.reports)
            if off and thing and thing[0] in words and _later(event, decision, articles):
                return Fate(
                    "not met", decision.id, None, f"A later article tells that it was called off, {decision.when.edtf}."
                )
    return None
