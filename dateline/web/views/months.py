"""The timeline cut into sections: months, years for what is dated by year alone, and what has no date."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from dateline.model import Event
from dateline.web.dates import MONTHS
from dateline.web.labels import CERTAINTY, LANE

UNDATED = "undated"


@dataclass(frozen=True, slots=True)
class Section:
    """`id` is the anchor, `year` is "" for the undated."""

    id: str
    title: str
    short: str
    year: str
    events: tuple[Event, ...]


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
    expected by that day. What is known by year or decade alone stands before the months of its first year.
    """
    when = event.when
    by = event.forecast.by if event.forecast else None
    day = when.last if by and by == when.last else when.first or when.last
    if day is None:
        return None
    return (day.year, 0 if when.precision in ("year", "decade", "season") else day.month)


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
    return tuple(Year(year or "No date", tuple(of_year)) for year, of_year in grouped)


def section_id(key: Key) -> str:
    if key is None:
        return UNDATED
    year, month = key
    return f"{year:04}-{month:02}" if month else f"{year:04}"


def _section(key: Key, events: list[Event]) -> Section:
    if key is None:
        return Section(UNDATED, "Date not stated", "Not stated", "", tuple(events))
    year, month = key
    if not month:
        return Section(section_id(key), f"{year}, month not stated", "Year only", str(year), tuple(events))
    name = MONTHS[month - 1]
    return Section(section_id(key), f"{name} {year}", name[:3], str(year), tuple(events))


def filters(section: Section, essential: float) -> str:
    """What the section holds, as class names: a filter hides the sections that it would leave empty."""
    held = {f"has-{LANE[event.type]}" for event in section.events}
    held |= {f"has-{CERTAINTY[event.modality]}" for event in section.events}
    if any(event.salience >= essential for event in section.events):
        held.add("has-essential")
    return " ".join(sorted(held))
