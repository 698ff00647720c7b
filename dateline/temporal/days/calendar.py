"""Arithmetic with intervals of days. Every interval is a pair of days, both ends inclusive."""

import calendar
from datetime import date, timedelta

Interval = tuple[date, date]

DAYS = {"day": 1, "night": 1, "week": 7, "weekend": 7, "fortnight": 14}
MONTHS = {"month": 1, "quarter": 3, "season": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
ORDER = (  # of units by their length
    "second", "minute", "hour", "day", "week", "fortnight", "month", "quarter", "year", "decade", "century",
    "millennium",
)  # fmt: skip
WITHIN_DAY = frozenset({"second", "minute", "hour"})
SEASON_STARTS = (3, 6, 9, 12)  # spring, summer, autumn, winter: whole months, northern hemisphere


def year_of(day: date) -> Interval:
    return date(day.year, 1, 1), date(day.year, 12, 31)


def half_of(day: date) -> Interval:
    return half(day.year, 1 if day.month <= 6 else 2)


def quarter_of(day: date) -> Interval:
    return quarter(day.year, (day.month + 2) // 3)


def season_of(day: date) -> Interval:
    """The meteorological season that holds the day; January and February lie in last year's winter."""
    number = (day.month // 3 - 1) % 4
    return season(day.year - (day.month < 3), number)


def month_of(day: date) -> Interval:
    return month(day.year, day.month)


def week_of(day: date) -> Interval:
    """The ISO week, Monday to Sunday."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def weekend_of(day: date) -> Interval:
    """Saturday and Sunday of the day's ISO week."""
    sunday = week_of(day)[1]
    return sunday - timedelta(days=1), sunday


def decade_of(day: date) -> Interval:
    start = day.year // 10 * 10
    return date(max(start, 1), 1, 1), date(start + 9, 12, 31)


def century_of(day: date) -> Interval:
    start = day.year // 100 * 100
    return date(max(start, 1), 1, 1), date(start + 99, 12, 31)


def millennium_of(day: date) -> Interval:
    start = day.year // 1000 * 1000
    return date(max(start, 1), 1, 1), date(start + 999, 12, 31)


def month(year: int, number: int) -> Interval:
    """Month 1..12 of a year."""
    return date(year, number, 1), date(year, number, calendar.monthrange(year, number)[1])


def quarter(year: int, number: int) -> Interval:
    """Quarter 1..4 of a calendar year."""
    return date(year, 3 * number - 2, 1), month(year, 3 * number)[1]


def half(year: int, number: int) -> Interval:
    """The first (1) or second (2) half of a year."""
    return date(year, 6 * number - 5, 1), month(year, 6 * number)[1]


def season(year: int, number: int) -> Interval:
    """Season 0..3 (spring, summer, autumn, winter) that begins in a year; winter ends in the next one."""
    start = date(year, SEASON_STARTS[number], 1)
    return start, shift(start, start, 3, "month")[0] - timedelta(days=1)


PERIODS = {
    "weekend": weekend_of, "week": week_of, "month": month_of, "quarter": quarter_of, "season": season_of,
    "half": half_of, "year": year_of, "decade": decade_of, "century": century_of, "millennium": millennium_of,
}  # fmt: skip


def period_of(day: date, unit: str) -> Interval:
    """The calendar period of that unit which holds the day; the day itself for units up to a day."""
    return PERIODS[unit](day) if unit in PERIODS else (day, day)


def shift(first: date, last: date, n: int, unit: str) -> Interval:
    """Move an interval by `n` units (negative: back). A day that a month lacks becomes its last day.

    Raises OverflowError where the calendar of `datetime` (years 1..9999) ends.
    """
    if unit in WITHIN_DAY:
        return first, last
    if unit in DAYS:
        step = timedelta(days=n * DAYS[unit])
        return first + step, last + step
    months = n * MONTHS.get(unit, 12000)
    whole = first.day == 1 and last == month_of(last)[1]
    moved = _add_months(last, months)
    return _add_months(first, months), month_of(moved)[1] if whole else moved


def _add_months(day: date, months: int) -> date:
    year, index = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        raise OverflowError(f"year {year} is out of range")
    return date(year, index + 1, min(day.day, calendar.monthrange(year, index + 1)[1]))


def weekday_on_or_before(day: date, weekday: int) -> date:
    """The latest day with that weekday (Monday is 0) that is not after `day`."""
    return day - timedelta(days=(day.weekday() - weekday) % 7)


def weekday_on_or_after(day: date, weekday: int) -> date:
    """The first day with that weekday (Monday is 0) that is not before `day`."""
    return day + timedelta(days=(weekday - day.weekday()) % 7)


def easter(year: int) -> date:
    """Western Easter Sunday, by the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, ch. 8)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    weekday = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * weekday) // 451
    month_number, day = divmod(h + weekday - 7 * m + 114, 31)
    return date(year, month_number, day + 1)
