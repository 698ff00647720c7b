"""The timeline cut into sections: months, years for what is dated by year alone, and what has no date."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Literal

from dateline.model import Event
from dateline.web import choices, labels
from dateline.web.dates import MONTHS, SHORT_MONTHS
from dateline.web.words import said

UNDATED = "undated"

Extent = Literal["brief", "card", "whole"]  # how much of an event a list shows


@dataclass(frozen=True, slots=True)
class Section:
    """`id` is the anchor, `year` is "" for the undated, `month` False where the year alone is known, or nothing."""

    id: str
    title: str
    short: str
    year: str
    events: tuple[Event, ...]
    month: bool = False


@dataclass(frozen=True, slots=True)
class Month:
    """A section of the timeline; `cards` are the ids of its events, `held` its class names for the filters."""

    id: str
    title: str
    year_id: str
    count: str
    held: str
    cards: tuple[str, ...]
    extent: Extent


@dataclass(frozen=True, slots=True)
class Year:
    """The sections of one year, for the way through the page."""

    title: str
    sections: tuple[Section, ...]


# Year, month (0 where the year alone is known, before its months); None sorts last: no date at all.
Key = tuple[int, int] | None


def section_of(event: Event) -> Key:
    """The month under which an event stands.

    It is that of its first possible day; of its last where the first is open, or where it is something
    expected by that day. Where that end is known by its year alone it stands before the year's months.
    """
    when = event.when
    by = event.forecast.by if event.forecast else None
    day = when.last if by and by == when.last else when.first or when.last
    if day is None:
        return None
    month_known = f"{day.year:04}-{day.month:02}" in when.edtf
    return (day.year, day.month if month_known else 0)


def sections(events: Iterable[Event]) -> tuple[Section, ...]:
    """The sections in the order of time; within one the events keep the order in which they come."""
    found: dict[Key, list[Event]] = defaultdict(list)
    for event in events:
        found[section_of(event)].append(event)
    ordered = sorted(found, key=lambda key: key or (date.max.year + 1, 0))
    return tuple(_section(key, found[key]) for key in ordered)


def years(found: Iterable[Section]) -> tuple[Year, ...]:
    """The sections by year."""
    grouped = groupby(found, key=lambda section: section.year)
    return tuple(Year(year or said("No date"), tuple(of_year)) for year, of_year in grouped)


def section_id(key: Key) -> str:
    if key is None:
        return UNDATED
    year, month = key
    return f"{year:04}-{month:02}" if month else f"{year:04}"


def _section(key: Key, events: list[Event]) -> Section:
    if key is None:
        return Section(UNDATED, said("Date not stated"), said("Not stated"), "", tuple(events))
    year, month = key
    if not month:
        title = said("%(year)s, month not stated", year=str(year))
        return Section(section_id(key), title, said("Year only"), str(year), tuple(events))
    title = said("%(month)s %(year)s", month=MONTHS[month - 1], year=str(year))
    return Section(section_id(key), title, SHORT_MONTHS[month - 1], str(year), tuple(events), month=True)


def views(sections: Iterable[Section], essential: float, extent: Extent = "brief") -> tuple[Month, ...]:
    """The sections as the templates see them; the first of a year carries the year's anchor.

    An event is essential from this salience on.
    """
    seen: set[str] = set()
    found = []
    for section in sections:
        year_id = "" if section.year in seen or not section.year else f"y{int(section.year):04}"
        seen.add(section.year)
        found.append(
            Month(
                id=f"m{section.id}",
                title=section.title,
                year_id=year_id,
                count=labels.events(len(section.events)),
                held=_held(section, essential),
                cards=tuple(event.id for event in section.events),
                extent=extent,
            )
        )
    return tuple(found)


def _held(section: Section, essential: float) -> str:
    """What the section holds, as class names: a filter hides the sections that it would leave empty."""
    kinds = {(event.type, event.modality, event.salience >= essential) for event in section.events}
    return " ".join(sorted({mark for kind in kinds for mark in choices.held(*kind)}))
