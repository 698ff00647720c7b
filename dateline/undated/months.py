"""Months without a year: news writes so of months that are near, and the archive may know the event of that month."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from dateline import edtf
from dateline.model import Event, Timex
from dateline.stages.resolving import Told
from dateline.undated.spans import Bound
from dateline.undated.told import Dated, day_of

NEAR = 9  # months over which news names a month without its year
SAME = 3  # months by which the archive's date of an event may differ: a vote is put off
MONTH = re.compile(r"XXXX-(\d\d)(?:-\d\d)?")
AHEAD = frozenset(["before", "by", "until", "for", "till"])  # signals of what is still to come
VOTE = re.compile(r"\b(?:vote|election|elections|poll|polls|ballot|referendum)\b", re.IGNORECASE)


def months(one: Told, known: Dated) -> Iterable[Bound]:
    """Months without a year, first those whose event the archive knows: "before July vote", "in October, it hosted"."""
    found: list[tuple[bool, Bound]] = []
    for timex in one.yearless:
        match = MONTH.fullmatch(timex.value)
        if not match:
            continue
        month, ahead = int(match[1]), _ahead(timex, one)
        event = _event_of(timex, one, known)
        near = _near_years(month, event) if event else []
        spans = tuple(_around(year, month, ahead) for year in near or known.years)
        if not spans:
            continue
        why = f"It names {timex.text} without a year, as {'still to come' if ahead else 'past'}"
        why += f"; the archive tells of such an event, {event.when.edtf}." if near and event else "."
        found.append((not near, Bound(spans, why)))
    yield from (bound for _, bound in sorted(found, key=lambda item: item[0]))


def _ahead(timex: Timex, one: Told) -> bool:
    """Whether the month is still to come when the article is written."""
    if timex.signal in AHEAD:
        return True
    here = [report for report in one.reports if report.span.start <= timex.span.start < report.span.end]
    return bool(here) and all(report.modality == "scheduled" for report in here)


def _event_of(timex: Timex, one: Told, known: Dated) -> Event | None:
    """The archive's event that the month belongs to: an election, or one of the same kind between the same sides."""
    after = one.article.text[timex.span.end : timex.span.end + 24]
    if VOTE.search(after):
        return _nearest(timex, known.of_kind.get(("election", None), []))
    for report in one.reports:
        if report.span.start <= timex.span.start < report.span.end:
            same = known.alike(report)
            if same:
                return _nearest(timex, same)
    return None


def _nearest(timex: Timex, events: Sequence[Event]) -> Event | None:
    """The event whose month of the year is nearest; None where two of different years are as near."""
    match = MONTH.fullmatch(timex.value)
    dated = [event for event in events if event.when.first or event.when.last]
    if not match or not dated:
        return None

    def apart(event: Event) -> int:
        day = day_of(event)
        return min((day.month - int(match[1])) % 12, (int(match[1]) - day.month) % 12)

    best = min(apart(event) for event in dated)
    near = [event for event in dated if apart(event) == best]
    return near[0] if len({day_of(e).year for e in near}) == 1 else None


def _near_years(month: int, event: Event) -> list[int]:
    """The years in which that month lies within SAME months of the event."""
    year = day_of(event).year
    around = (one for one in (year - 1, year, year + 1) if 2 <= one <= 9998)
    return [one for one in around if abs(_months_between(date(one, month, 1), event)) <= SAME]


def _months_between(day: date, event: Event) -> int:
    other = day_of(event)
    return (day.year - other.year) * 12 + day.month - other.month


def _around(year: int, month: int, ahead: bool) -> tuple[date, date]:
    """The days on which news may name the month without its year."""
    first, last = date(year, month, 1), edtf.last_of_month(year, month)
    if ahead:
        y, m = divmod(year * 12 + month - 1 - NEAR, 12)
        return date(y, m + 1, 1), last
    y, m = divmod(year * 12 + month - 1 + NEAR, 12)
    return first, edtf.last_of_month(y, m + 1)
