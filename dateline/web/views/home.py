"""The first page: what this conflict is, where it stands, and the timeline."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from dateline.model import Event, When
from dateline.web import labels, urls
from dateline.web.dates import day_in_words
from dateline.web.labels import LANE_NAME, Lane
from dateline.web.lookup import Lookup
from dateline.web.sizes import SIZES
from dateline.web.views import months
from dateline.web.views.card import ESSENTIAL, Brief, brief
from dateline.web.views.charts.lanes import Lanes, lanes
from dateline.web.views.division import Division, divided
from dateline.web.views.filters import Filters, filters
from dateline.web.views.parts import Counted, Link
from dateline.web.views.ties import Tie, ties
from dateline.web.words import many

_NEWEST, _AHEAD = 2, 3
_YEAR = 366  # days: what may have been at any time in more than these is neither the latest nor still to come


@dataclass(frozen=True, slots=True)
class Jump:
    """A year in the way through the timeline, with its months."""

    title: str
    links: tuple[Link, ...]


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
    filters: Filters
    months: tuple[months.Month, ...]
    total: int
    pages: tuple[Counted, ...]  # of the rest of the timeline, where the months here are only the latest


def home(lookup: Lookup, division: Division | None = None) -> Home:
    """The first page; `division` says which events it shows, and on which pages the others stand."""
    timeline = lookup.timeline
    division = division or divided(timeline.events, SIZES)
    sections = months.sections(timeline.events)
    addresses = division.addresses()
    here = tuple(event for section in division.home for event in section.events)
    picture = lanes(timeline.events, [day for one in timeline.articles if (day := one.published.latest)])
    done = _done(timeline.events, timeline.now)
    return Home(
        title=lookup.title,
        description=timeline.description,
        lang=timeline.language,
        span=_span(sections),
        facts=_facts(lookup),
        latest=next((brief(event, lookup) for event in _weighty(done)), None),
        newest=_newest(done, lookup),
        ahead=_ahead(lookup),
        until=day_in_words(timeline.now) if timeline.now else "",
        ties=ties(lookup),
        lanes=_leading(picture, addresses) if picture else None,
        jumps=_jumps(sections, addresses),
        filters=filters(here, lookup),
        months=months.views(division.home, ESSENTIAL, "card"),
        total=len(here),
        pages=tuple(
            Counted(Link(part.title, urls.address(part.path)), part.count) for part in division.parts if not part.within
        ),
    )


def _span(sections: tuple[months.Section, ...]) -> str:
    years = [section.year for section in sections if section.year]
    if not years:
        return ""
    return years[0] if years[0] == years[-1] else f"{years[0]} – {years[-1]}"


def _facts(lookup: Lookup) -> tuple[str, ...]:
    """How much there is, of what there is any."""
    timeline = lookup.timeline
    facts = (
        labels.articles(len(timeline.articles)),
        labels.events(len(timeline.events)),
        many("%(n)s actor", "%(n)s actors", sum(not one.unnamed for one in timeline.actors)),
        many("%(n)s round of talks", "%(n)s rounds of talks", len(timeline.rounds)),
        many("%(n)s place", "%(n)s places", len(timeline.places)),
    )
    return tuple(fact for fact in facts if fact.number)


def _done(events: tuple[Event, ...], now: date | None) -> list[Event]:
    """The events that are told as done, latest first."""
    done = [
        event
        for event in events
        if labels.CERTAINTY[event.modality] == "done"
        and event.when.first
        and (now is None or event.when.first <= now)
        and not _loose(event.when)
    ]
    done.sort(key=lambda event: (event.when.last or event.when.first, event.salience), reverse=True)
    return done


def _loose(when: When) -> bool:
    """Whether it says next to nothing: of an article whose date is not known, an event lies within decades."""
    return when.first is not None and when.last is not None and (when.last - when.first).days > _YEAR


def _weighty(events: list[Event]) -> list[Event]:
    """The essential ones of these events; all where none is."""
    return [event for event in events if event.salience >= ESSENTIAL] or events


def _newest(done: list[Event], lookup: Lookup) -> tuple[Newest, ...]:
    """Where talks and violence stand: the latest of both."""
    lanes: tuple[Lane, ...] = ("talks", "violence")
    found = {lane: [event for event in done if labels.LANE[event.type] == lane] for lane in lanes}
    return tuple(
        Newest(lane, LANE_NAME[lane], tuple(brief(event, lookup) for event in _weighty(events)[:_NEWEST]))
        for lane, events in found.items()
        if events
    )


def _ahead(lookup: Lookup) -> tuple[Brief, ...]:
    """What still lay ahead when the archive ends, soonest first."""
    events, now = lookup.timeline.events, lookup.timeline.now
    if now is None:
        return ()
    ahead = [
        (event.when.last, -event.salience, position, event)
        for position, event in enumerate(events)
        if labels.CERTAINTY[event.modality] == "ahead"
        and event.when.last
        and event.when.last > now
        and not (_loose(event.when) and event.when.first and event.when.first <= now)
    ]
    return tuple(brief(event, lookup) for *_, event in sorted(ahead)[:_AHEAD])


def _jumps(sections: tuple[months.Section, ...], addresses: Mapping[str, str]) -> tuple[Jump, ...]:
    """The years with their months; `addresses` leads to those on other pages."""
    return tuple(
        Jump(year.title, tuple(Link(one.short, addresses.get(f"#m{one.id}", f"#m{one.id}")) for one in year.sections))
        for year in months.years(sections)
    )


def _leading(picture: Lanes, addresses: Mapping[str, str]) -> Lanes:
    """The picture with its columns leading to the pages on which their events stand."""
    return replace(
        picture,
        columns=tuple(replace(one, href=addresses.get(one.href, one.href)) for one in picture.columns),
        rows=tuple(replace(one, href=addresses.get(one.href, one.href)) for one in picture.rows),
    )
