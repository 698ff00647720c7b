"""How late: each forecast as a line from the day it was made to the day it was due, and on to when it came."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from textwrap import shorten

from dateline.model import Event
from dateline.web import labels
from dateline.web.dates import MONTHS
from dateline.web.lookup import Lookup
from dateline.web.views.parts import event_link
from dateline.web.words import said

MARGIN, PLOT = 8, 296  # in pixels, to fit a phone: the sides, the days
ROW, NAME, AXIS = 46, 18, 28  # a name and its line, the name alone, the axis
LETTERS = 46  # of a name
MOST = 40  # lines; the rest is in the list only


@dataclass(frozen=True, slots=True)
class Tick:
    x: int
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """One forecast, in pixels. `came` is the first and last day on which it may have come, None where nobody says."""

    y: int
    label: str
    href: str
    told: int
    due: int
    came: tuple[int, int] | None
    title: str


@dataclass(frozen=True, slots=True)
class Slippage:
    width: int
    height: int
    bottom: int
    lines: tuple[Line, ...]
    ticks: tuple[Tick, ...]
    left_out: int


def slippage(events: Sequence[Event], lookup: Lookup) -> Slippage | None:
    """The picture of the forecasts that have a day; None where they tell of no time between two days."""
    told_on = {event.id: lookup.articles[event.reports[0].article].published.latest for event in events}
    dated = [(event, told, due) for event in events if (due := event.due) and (told := told_on[event.id])]
    dated.sort(key=lambda item: (item[1], item[2], item[0].id))
    shown = dated[:MOST]
    if not shown:
        return None
    days: list[date] = [day for event, told, due in shown for day in (told, due, *(_came(event, lookup) or ()))]
    first, span = min(days), (max(days) - min(days)).days
    if not span:
        return None  # one point in time is no picture of how long anything took

    def x(day: date) -> int:
        return MARGIN + PLOT * (day - first).days // span

    lines = tuple(_line(n, event, told, due, lookup, x) for n, (event, told, due) in enumerate(shown))
    bottom = ROW * len(lines)
    return Slippage(
        PLOT + 4 * MARGIN, bottom + AXIS, bottom, lines, _ticks(first, max(days), x), len(dated) - len(shown)
    )


def _line(n: int, event: Event, told: date, due: date, lookup: Lookup, x: Callable[[date], int]) -> Line:
    came = _came(event, lookup)
    forecast = event.forecast
    return Line(
        y=ROW * n + NAME + (ROW - NAME) // 2,
        label=shorten(event.headline, LETTERS, placeholder="…"),
        href=event_link(event, lookup).href or "",
        told=x(told),
        due=x(due),
        came=(x(came[0]), x(came[1])) if came else None,
        title=said(
            "%(headline)s: %(outcome)s",
            headline=event.headline,
            outcome=labels.outcome(forecast, event.when.last) if forecast else "",
        ),
    )


def _ticks(first: date, last: date, x: Callable[[date], int]) -> tuple[Tick, ...]:
    """The first of January and of July of each year; only years where there are many."""
    years = range(first.year, last.year + 2)
    months = (1, 7) if len(years) < 6 else (1,)
    every = max(1, len(years) // 8)
    days = [date(year, month, 1) for year in years if not (year - first.year) % every for month in months]
    return tuple(
        Tick(
            x(day), str(day.year) if day.month == 1 else said("%(month)s %(year)s", month=MONTHS[6], year=str(day.year))
        )
        for day in days
        if first <= day <= last
    )


def _came(event: Event, lookup: Lookup) -> tuple[date, date] | None:
    """When it came; for what was moved the new day."""
    other = lookup.events.get(event.forecast.outcome or "") if event.forecast else None
    if other is None or other.when.last is None:
        return None
    return other.when.first or other.when.last, other.when.last
