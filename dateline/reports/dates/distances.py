"""Dates counted from a known day: "a day after X", "two days before Christmas", "in 14 months"."""

import re
from datetime import date

from dateline import edtf
from dateline.model import Timex, When
from dateline.reports.drafts.dating import Dated, bounded
from dateline.temporal.days.calendar import shift

DURATION = re.compile(r"P(T?)(\d+|X)([YMWDH])")
LESS = re.compile(r"(?:less|fewer|no more) than|under|within|almost|nearly", re.IGNORECASE)
SOME = {"D": 13, "W": 7, "M": 11}  # "within days": fewer than the next greater unit would be said with
UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day", "H": "hour"}


def by_distance(timex: Timex, relation: str, known: When | None, text: str) -> Dated | None:
    """ "a day after X": the date of one side from that of the other, `known` that of the later one.

    A whole number of days or longer shifts the date; "hours", "days" and "weeks" only bound it.
    """
    match = DURATION.match(timex.value)
    if not match or known is None or known.last is None:
        return None
    clock, number, unit = match.groups()
    name = UNITS[unit]
    back = -1 if relation == "after" else 1
    words = f"‘{text}’"
    if number == "X" or clock or unit == "H":
        day_before = moved_by(known.first, known.last, -1, "day") if known.first and (clock or unit == "H") else None
        earlier = day_before[0] if day_before else None
        why = f"{words}: within {name}s before what is dated {known.edtf}."
        return Dated(bounded(earlier, known.last, "distance", known, why), timex)
    if known.first is None:
        days = moved_by(known.last, known.last, back * int(number), name)
        why = f"{words}: {number} {name}(s) before what is dated {known.edtf}."
        return Dated(bounded(None, days[1], "distance", known, why), timex) if days else None
    days = moved_by(known.first, known.last, back * int(number), name)
    if days is None:
        return None
    first, last = days
    if LESS.match(timex.text):
        why = f"{words}: at most {number} {name}(s) before what is dated {known.edtf}."
        return Dated(edtf.when_within(first, known.last, rule="distance", anchor=known.edtf, explanation=why), timex)
    shifted = edtf.within(first, last)
    why = f"{words}: that was {known.edtf}, so this was {shifted}."
    return Dated(edtf.when_within(first, last, rule="distance", anchor=known.edtf, explanation=why), timex)


def from_day(length: Timex, timex: Timex) -> Dated | None:
    """ "two days before Christmas": so far from the day that is named; None where the length is not counted in days."""
    match, known = DURATION.match(length.value), timex.when
    if not match or match[1] or match[2] == "X" or match[3] == "H" or known.first is None or known.last is None:
        return None
    count = int(match[2]) * (1 if timex.signal == "after" else -1)
    days = moved_by(known.first, known.last, count, UNITS[match[3]])
    if days is None:
        return None
    why = f"‘{length.text} {timex.signal} {timex.text}’: that is {known.edtf}, so this was {edtf.within(*days)}."
    return Dated(edtf.when_within(*days, rule="distance", anchor=known.edtf, explanation=why), timex)


def soon_after(length: Timex, known: When, published: When) -> Dated | None:
    """ "within ten days": at most so long after what is `known`; "within days" is less than two weeks."""
    match = DURATION.match(length.value)
    if not match or known.first is None or known.last is None or known.precision in ("before", "range"):
        return None
    clock, number, unit = match.groups()
    count, name = (1, "day") if clock else (SOME.get(unit, 1) if number == "X" else int(number), UNITS[unit])
    latest = moved_by(known.last, known.last, count, name)
    why = f"‘within {length.text}’, counted from {known.edtf}."
    if latest is None:
        return None
    said = published.last if published.last and published.last >= known.first else latest[1]
    return Dated(bounded(known.first, min(latest[1], said), "distance", known, why), length)


def moved_by(first: date, last: date, n: int, unit: str) -> tuple[date, date] | None:
    """The interval moved by `n` units; None where it leaves the years 1 to 9999."""
    try:
        return shift(first, last, n, unit)
    except OverflowError:
        return None


def ahead(timex: Timex, base: When) -> Dated | None:
    """ "in 14 months": counted from `base`, the event on which the plan hangs."""
    match = DURATION.match(timex.value)
    if not match or match[2] == "X" or match[1] or base.first is None or base.last is None:
        return None
    days = moved_by(base.first, base.last, int(match[2]), UNITS[match[3]])
    if days is None:
        return None
    first, last = days
    if timex.signal == "within":
        first = base.first
    why = f"‘{timex.signal} {timex.text}’, counted from {base.edtf}, is {edtf.within(first, last)}."
    return Dated(edtf.when_within(first, last, rule="ahead", anchor=base.edtf, explanation=why), timex, last)
