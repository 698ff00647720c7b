"""A resolved expression: its TIMEX3 value and the days it means; how uncertain anchors make uncertain days."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from dateline.temporal.days import calendar
from dateline.temporal.days.calendar import Interval

Open = tuple[date | None, date | None]
PARTS = {"SP": 0, "SU": 1, "FA": 2, "WI": 3}
SEASON_PARTS = ("SP", "SU", "FA", "WI")


class Dated(NamedTuple):
    """`value` as TimeML writes it; the days, inclusive, None where open; whether it lasts over all of them."""

    value: str
    first: date | None = None
    last: date | None = None
    lasts: bool = False


def named(unit: str, days: Interval) -> Dated:
    """A period of the calendar under its TIMEX3 name: `2019-W26`, `1998-Q3`, `2019-SU`, `197`."""
    return Dated(_name(unit, days[0]), *days)


def _name(unit: str, first: date) -> str:
    year = f"{first.year:04}"
    match unit:
        case "week" | "fortnight":
            iso = first.isocalendar()
            return f"{iso.year:04}-W{iso.week:02}"
        case "weekend":
            iso = first.isocalendar()
            return f"{iso.year:04}-W{iso.week:02}-WE"
        case "month":
            return first.isoformat()[:7]
        case "quarter":
            return f"{year}-Q{(first.month + 2) // 3}"
        case "half":
            return f"{year}-H{1 if first.month <= 6 else 2}"
        case "season":
            return f"{year}-{SEASON_PARTS[(first.month // 3 - 1) % 4]}"
        case "year":
            return year
        case "decade":
            return year[:3]
        case "century":
            return year[:2]
        case "millennium":
            return year[:1]
        case _:
            return first.isoformat()


UNNAMED = {
    "day": "XXXX-XX-XX", "night": "XXXX-XX-XX", "week": "XXXX-WXX", "fortnight": "XXXX-WXX", "weekend": "XXXX-WXX-WE",
    "month": "XXXX-XX", "quarter": "XXXX-QX", "season": "XXXX-XX", "half": "XXXX-HX", "year": "XXXX",
    "decade": "XXX", "century": "XX", "millennium": "X",
}  # fmt: skip


def part_of_year(year: int, part: str) -> Interval:
    """The days of a part of a year: "Q1".."Q4", "H1", "H2", a season. All of the year for "QX"."""
    if part in PARTS:
        return calendar.season(year, PARTS[part])
    if part[1] == "X":
        return calendar.year_of(date(year, 1, 1))
    number = int(part[1])
    return calendar.quarter(year, number) if part[0] == "Q" else calendar.half(year, number)


def over(anchor: Open, unnamed: str, count: Callable[[date], Dated]) -> Dated:
    """`count` from an anchor that may be any day of an interval, open at None.

    If both ends of the interval give the same value that is it; else the value keeps its X ("XXXX-WXX-5") and the
    days reach from the earliest that is possible to the latest. (Counting is monotone, so the ends suffice.)
    """
    try:
        early = count(anchor[0]) if anchor[0] else None
        late = count(anchor[1]) if anchor[1] else None
    except (OverflowError, ValueError):
        return Dated(unnamed)
    if early and late and early.value == late.value:
        return early._replace(last=late.last)
    lasts = bool((early and early.lasts) or (late and late.lasts))
    return Dated(unnamed, early.first if early else None, late.last if late else None, lasts)


def is_over(found: Dated, published: Open) -> bool:
    """Whether a time ended before the publication; where one of them is unknown, it is thought to have."""
    return found.last is None or published[1] is None or found.last < published[1]


def precedes(found: Dated, other: Dated, most: int) -> bool:
    """Whether a time begins before another one, by no more than so many days."""
    return found.first is not None and other.first is not None and 0 < (other.first - found.first).days <= most


def beside(found: Dated, days: int) -> Dated:
    """The day so many days after (negative: before) a day."""
    if found.first is None or found.first != found.last:
        return Dated(UNNAMED["day"])
    day = found.first + timedelta(days=days)
    return named("day", (day, day))


def week_around(found: Dated, unit: str) -> Dated:
    """The ISO week that holds a day, or its weekend; that of a Monday is the one before it."""
    if found.first is None:
        return Dated(UNNAMED[unit])
    if unit == "week":
        return named(unit, calendar.week_of(found.first))
    return named(unit, calendar.weekend_of(found.first - timedelta(days=found.first.weekday() == 0)))


def quarter_to(found: Dated) -> Dated:
    """The quarter that ended on a day: of the calendar's the one that most of it lies in."""
    if found.first is None:
        return Dated(UNNAMED["quarter"])
    return named("quarter", calendar.quarter_of(found.first - timedelta(days=45)))


def ranked(month: Dated, edge: str) -> Dated:
    """A week or a day of a month by its rank: `edge` is "week 3", "day last" or "weekday 1 0" (the first Monday)."""
    unit, number, *weekday = edge.split()
    first, last = month.first, month.last
    if first is None or last is None:
        return Dated(UNNAMED["week" if unit == "week" else "day"], first, last)
    if unit == "week":
        start = last - timedelta(days=6) if number == "last" else first + timedelta(days=7 * int(number) - 7)
        return Dated(named("week", calendar.week_of(start + timedelta(days=3))).value, start, start + timedelta(days=6))
    if weekday and number == "last":
        day = calendar.weekday_on_or_before(last, int(weekday[0]))
    elif weekday:
        day = calendar.weekday_on_or_after(first, int(weekday[0])) + timedelta(weeks=int(number) - 1)
    else:
        day = last if number == "last" else first + timedelta(days=int(number) - 1)
    return named("day", (day, day)) if day <= last else month


MONTH = range(27, 31)  # days from its first to its last


def narrowed(found: Dated, edge: str, anchor: Open) -> Dated:
    """Only the part of it that "early", "the end of" or "later" names. The value stays."""
    first, last = found.first, found.last
    if edge == "later" and anchor[0] and last and anchor[0] <= last:
        return found._replace(first=max(filter(None, (first, anchor[0]))))
    if edge in ("earlier", "rest") or edge == "later":
        if edge == "earlier" and anchor[1] and first and anchor[1] >= first:
            return found._replace(last=min(filter(None, (last, anchor[1]))))
        if edge == "rest" and anchor[0] and last and first and first <= anchor[0] <= last:
            return found._replace(first=anchor[0])
        return found
    if first is None or last is None:
        return found
    half = (last - first) // 2
    if edge in ("start", "early", "early half", "first half"):
        return found._replace(last=first + half)
    if edge in ("end", "late", "late half", "second half"):
        return found._replace(first=last - half)
    if edge == "mid" and (last - first).days in MONTH:
        return found._replace(first=first + timedelta(days=9), last=first + timedelta(days=19))  # the 10th to the 20th
    return found._replace(first=first + half / 2, last=last - half / 2) if edge == "mid" else found
