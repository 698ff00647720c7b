"""The first page: what this conflict is, where it stands, and the timeline."""

from dataclasses import dataclass
from datetime import date

from dateline.model import Event
from dateline.web import labels
from dateline.web.dates import day_in_words
from dateline.web.labels import LANE_NAME, STATUS, Lane, Status, count
from dateline.web.lookup import Lookup
from dateline.web.views import months
from dateline.web.views.card import ESSENTIAL, Brief, brief
from dateline.web.views.facets import Facets, facets
from dateline.web.views.lanes import Lanes, lanes
from dateline.web.views.parts import INTERFACE, Link
from dateline.web.views.ties import Tie, ties

_NEWEST, _AHEAD = 2, 3


@dataclass(frozen=True, slots=True)
class Jump:
    """A year in the way through the page, with its months."""

    title: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One button of a filter; `key` is "all" or what the cards are marked with."""

    key: str
    name: str
    events: int


@dataclass(frozen=True, slots=True)
class Newest:
    """The latest events of a lane."""

    lane: Lane
    title: str
    events: tuple[Brief, ...]


@dataclass(frozen=True, slots=True)
class Home:
    title: str
    description: str
    lang: str | None
    span: str
    facts: tuple[str, ...]
    latest: Brief | None
    newest: tuple[Newest, ...]
    ahead: tuple[Brief, ...]
    until: str
    lanes: Lanes | None
    ties: tuple[Tie, ...]
    jumps: tuple[Jump, ...]
    shown: tuple[Choice, ...]
    lane: tuple[Choice, ...]
    certainty: tuple[Choice, ...]
    facets: Facets
    statuses: tuple[Status, ...]
    months: tuple[months.Month, ...]
    total: int


def home(lookup: Lookup) -> Home:
    timeline = lookup.timeline
    sections = months.sections(timeline.events)
    done = _done(timeline.events, timeline.now)
    return Home(
        title=timeline.title or "A timeline",
        description=timeline.description,
        lang=None if timeline.language == INTERFACE else timeline.language,
        span=_span(sections),
        facts=_facts(lookup),
        latest=next((brief(event) for event in _weighty(done)), None),
        newest=_newest(done),
        ahead=_ahead(timeline.events, timeline.now),
        until=day_in_words(timeline.now) if timeline.now else "",
        ties=ties(lookup),
        lanes=lanes(timeline.events, [day for one in timeline.articles if (day := one.published.latest)]),
        jumps=_jumps(sections),
        shown=_shown(timeline.events),
        lane=_lane(timeline.events),
        certainty=_certainty(timeline.events),
        facets=facets(timeline.events, lookup),
        statuses=tuple(STATUS.values()),
        months=months.views(sections, ESSENTIAL),
        total=len(timeline.events),
    )


def _span(sections: tuple[months.Section, ...]) -> str:
    years = [section.year for section in sections if section.year]
    if not years:
        return ""
    return years[0] if years[0] == years[-1] else f"{years[0]} – {years[-1]}"


def _facts(lookup: Lookup) -> tuple[str, ...]:
    timeline = lookup.timeline
    return (
        count(len(timeline.articles), "article"),
        count(len(timeline.events), "event"),
        count(len(timeline.actors), "actor"),
        count(len(timeline.rounds), "round of talks", "rounds of talks"),
        count(len(timeline.places), "place"),
    )


def _done(events: tuple[Event, ...], now: date | None) -> list[Event]:
    """The events that are told as done, latest first."""
    done = [
        event
        for event in events
        if labels.CERTAINTY[event.modality] == "done" and event.when.first and (now is None or event.when.first <= now)
    ]
    done.sort(key=lambda event: (event.when.last or event.when.first, event.salience), reverse=True)
    return done


def _weighty(events: list[Event]) -> list[Event]:
    """The essential ones of these events; all where none is."""
    return [event for event in events if event.salience >= ESSENTIAL] or events


def _newest(done: list[Event]) -> tuple[Newest, ...]:
    """Where talks and violence stand: the latest of both."""
    lanes: tuple[Lane, ...] = ("talks", "violence")
    found = {lane: [event for event in done if labels.LANE[event.type] == lane] for lane in lanes}
    return tuple(
        Newest(lane, LANE_NAME[lane], tuple(brief(event) for event in _weighty(events)[:_NEWEST]))
        for lane, events in found.items()
        if events
    )


def _ahead(events: tuple[Event, ...], now: date | None) -> tuple[Brief, ...]:
    """What still lay ahead when the archive ends, soonest first."""
    if now is None:
        return ()
    ahead = [
        (event.when.last, -event.salience, position, event)
        for position, event in enumerate(events)
        if labels.CERTAINTY[event.modality] == "ahead" and event.when.last and event.when.last > now
    ]
    return tuple(brief(event) for *_, event in sorted(ahead)[:_AHEAD])


def _jumps(sections: tuple[months.Section, ...]) -> tuple[Jump, ...]:
    return tuple(
        Jump(year.title, tuple(Link(section.short, f"#m{section.id}") for section in year.sections))
        for year in months.years(sections)
    )


def _shown(events: tuple[Event, ...]) -> tuple[Choice, ...]:
    essential = sum(event.salience >= ESSENTIAL for event in events)
    return (Choice("all", "All events", len(events)), Choice("essential", "Essential only", essential))


def _lane(events: tuple[Event, ...]) -> tuple[Choice, ...]:
    found = [labels.LANE[event.type] for event in events]
    names: tuple[tuple[Lane, str], ...] = tuple(LANE_NAME.items())
    return (Choice("all", "All kinds", len(events)), *(Choice(key, name, found.count(key)) for key, name in names))


def _certainty(events: tuple[Event, ...]) -> tuple[Choice, ...]:
    found = [labels.CERTAINTY[event.modality] for event in events]
    names = {"done": "Happened", "disputed": "Claimed or denied", "ahead": "Planned, hoped, feared"}
    return (
        Choice("all", "Any certainty", len(events)),
        *(Choice(key, name, found.count(key)) for key, name in names.items()),
    )
