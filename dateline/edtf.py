"""Writes intervals of days as EDTF (Library of Congress, 2019): level 1 and one-of-a-set.

Two meanings are told apart: an event that falls *once within* an interval (`[2019-06-24..2019-06-30]`)
and one that *lasts* over it (`2018-10/2019-06`). Days are inclusive; None is an open side.
"""

import calendar
from datetime import date

from dateline.model import Precision, When

NOTHING = "../.."


def last_of_month(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def whole(first: date, last: date) -> str | None:
    """The shortest name of exactly these days: a day, month or year; None where there is none."""
    if first == last:
        return first.isoformat()
    if first.year == last.year and (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return f"{first.year:04}"
    if (first.year, first.month, first.day) == (last.year, last.month, 1) and last == last_of_month(
        last.year, last.month
    ):
        return f"{first.year:04}-{first.month:02}"
    return None


def within(first: date | None, last: date | None) -> str:
    """Once within these days: `[2019-06-24..2019-06-30]`, `[..2019-06-30]`, `2019-06`."""
    if first is None and last is None:
        return NOTHING
    if first and last and (name := whole(first, last)):
        return name
    return f"[{first or ''}..{last or ''}]"


def lasts(first: date | None, last: date | None) -> str:
    """Over all these days: `2018-10-03/2019-06-30`, `2001/2019`, `2018-10/2019-06`, `../2019-06-30`."""
    if first and last and first != last and (name := whole(first, last)):
        return name
    if first and last and (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return f"{first.year:04}/{last.year:04}"
    if first and last and first.day == 1 and last == last_of_month(last.year, last.month):
        return f"{first.isoformat()[:7]}/{last.isoformat()[:7]}"  # what %Y makes of the year 900 is the platform's own
    return f"{first or '..'}/{last or '..'}"


def precision_of(first: date | None, last: date | None) -> Precision:
    """How finely these bounds say when."""
    if first is None or last is None:
        return "unknown" if first is last else "before" if first is None else "after"
    if first == last:
        return "day"
    name = whole(first, last)
    if name:
        return "year" if len(name) == 4 else "month"
    days = (last - first).days + 1
    if days <= 7:
        return "week"
    return "range"


def when_within(
    first: date | None, last: date | None, *, rule: str, anchor: str, explanation: str, stated: bool = True
) -> When:
    """A When that falls once within these days."""
    return When(within(first, last), first, last, precision_of(first, last), stated, rule, anchor, explanation)


def when_lasting(
    first: date | None, last: date | None, *, rule: str, anchor: str, explanation: str, stated: bool = True
) -> When:
    """A When that lasts over these days."""
    return When(lasts(first, last), first, last, "range", stated, rule, anchor, explanation)


UNKNOWN = When(NOTHING, None, None, "unknown", False, "unknown", "", "Nothing in the text says when.")
