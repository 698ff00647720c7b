"""Arithmetic with intervals of days."""

from datetime import date

import pytest

from dateline.temporal.days import calendar
from dateline.temporal.days.calendar import Interval

D = date


@pytest.mark.parametrize(
    ("days", "n", "unit", "expected"),
    [
        ((D(2019, 6, 30), D(2019, 6, 30)), -1, "day", (D(2019, 6, 29), D(2019, 6, 29))),
        ((D(2019, 6, 24), D(2019, 6, 30)), 2, "week", (D(2019, 7, 8), D(2019, 7, 14))),
        ((D(2020, 1, 31), D(2020, 1, 31)), 1, "month", (D(2020, 2, 29), D(2020, 2, 29))),
        ((D(2020, 2, 1), D(2020, 2, 29)), 1, "month", (D(2020, 3, 1), D(2020, 3, 31))),
        ((D(2020, 1, 1), D(2020, 3, 31)), -1, "quarter", (D(2019, 10, 1), D(2019, 12, 31))),
        ((D(2020, 2, 29), D(2020, 2, 29)), -1, "year", (D(2019, 2, 28), D(2019, 2, 28))),
        ((D(2019, 1, 1), D(2019, 12, 31)), -2, "decade", (D(1999, 1, 1), D(1999, 12, 31))),
        ((D(2019, 1, 1), D(2019, 1, 1)), 5, "hour", (D(2019, 1, 1), D(2019, 1, 1))),
    ],
)
def test_shift(days: Interval, n: int, unit: str, expected: Interval) -> None:
    assert calendar.shift(*days, n, unit) == expected


def test_shift_out_of_range() -> None:
    with pytest.raises(OverflowError):
        calendar.shift(D(2019, 1, 1), D(2019, 1, 1), -3000, "year")
    with pytest.raises(OverflowError):
        calendar.shift(D(2019, 1, 1), D(2019, 1, 1), 10**7, "day")


@pytest.mark.parametrize(
    ("day", "unit", "expected"),
    [
        (D(2019, 6, 30), "day", (D(2019, 6, 30), D(2019, 6, 30))),
        (D(2019, 6, 30), "week", (D(2019, 6, 24), D(2019, 6, 30))),
        (D(2019, 7, 1), "weekend", (D(2019, 7, 6), D(2019, 7, 7))),
        (D(2019, 2, 3), "month", (D(2019, 2, 1), D(2019, 2, 28))),
        (D(2019, 6, 30), "quarter", (D(2019, 4, 1), D(2019, 6, 30))),
        (D(2019, 1, 15), "season", (D(2018, 12, 1), D(2019, 2, 28))),
        (D(2019, 12, 1), "season", (D(2019, 12, 1), D(2020, 2, 29))),
        (D(2019, 5, 1), "season", (D(2019, 3, 1), D(2019, 5, 31))),
        (D(2019, 7, 1), "half", (D(2019, 7, 1), D(2019, 12, 31))),
        (D(2019, 6, 30), "year", (D(2019, 1, 1), D(2019, 12, 31))),
        (D(2019, 6, 30), "decade", (D(2010, 1, 1), D(2019, 12, 31))),
        (D(2019, 6, 30), "century", (D(2000, 1, 1), D(2099, 12, 31))),
        (D(2019, 6, 30), "millennium", (D(2000, 1, 1), D(2999, 12, 31))),
    ],
)
def test_period_of(day: date, unit: str, expected: Interval) -> None:
    assert calendar.period_of(day, unit) == expected


def test_weekdays_include_the_day_itself() -> None:
    sunday = D(2019, 6, 30)
    assert calendar.weekday_on_or_before(sunday, 6) == calendar.weekday_on_or_after(sunday, 6) == sunday
    assert calendar.weekday_on_or_before(sunday, 4) == D(2019, 6, 28)
    assert calendar.weekday_on_or_after(sunday, 4) == D(2019, 7, 5)


@pytest.mark.parametrize("day", [D(1961, 4, 2), D(2000, 4, 23), D(2019, 4, 21), D(2024, 3, 31), D(2038, 4, 25)])
def test_easter(day: date) -> None:
    assert calendar.easter(day.year) == day
