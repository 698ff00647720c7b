"""Resolves what is counted: "two weeks ago", "this month", "the past 20 years", "now"."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Literal

from dateline.temporal.context import before_christ
from dateline.temporal.context.dated import UNNAMED, Dated, is_over, named, over
from dateline.temporal.context.discourse import NO_ANCHOR, Anchor, Discourse, that_day
from dateline.temporal.days import calendar
from dateline.temporal.grammar.expression import Duration, Relative
from dateline.temporal.grammar.lengths import duration_value, period_value

FRIDAY = 4
YEAR = 12  # months


def relative(expression: Relative, talk: Discourse, cue: int) -> tuple[Dated, Anchor]:
    """So many units from the date of speech, or from the date told last."""
    unit, n = expression.unit, expression.n
    told_here = talk.day if unit == "day" and expression.base == "either" else None  # "later in the day"
    back = n is not None and n < 0
    told_last = talk.counted_from(expression.base, unit, cue if n == 0 else 0, back=back)
    anchor = that_day(told_here) if told_here else told_last
    told = talk.latest
    if told and n is not None and expression.base != "speech" and (bc := before_christ.counted(told, n, unit)):
        return bc, Anchor((None, None), f"told {told.value}", f"the date told before it, {told.value}")
    untold = expression.base == "reference" and anchor is talk.speech
    if untold and n is not None and n >= 0 and unit not in calendar.WITHIN_DAY:
        return Dated(UNNAMED.get(unit, "XXXX")), NO_ANCHOR  # "that day", "the next day" of nothing that was told
    if n is None:
        return Dated("FUTURE_REF" if expression.ahead else "PAST_REF"), anchor
    if expression.compared and talk.year and talk.year.first:
        days, year = calendar.year_of(talk.year.first), talk.year.value
        return named("year", calendar.shift(*days, n, unit)), Anchor(days, f"told {year}", f"the year told, {year}")
    if unit == "year" and n == -1 and expression.base == "either" and talk.quarter:
        return _same_quarter_last_year(talk.quarter), anchor
    if unit == "quarter" and (n == 0 or expression.base == "either") and expression.base != "speech":
        if talk.quarter and (n == 0 or is_over(talk.quarter, talk.published.days)):
            return talk.quarter, anchor
        n = -1  # the latest quarter that is over
    if unit == "weekend" and expression.base == "either":
        return over(anchor.days, UNNAMED[unit], lambda day: _weekend(day, cue)), anchor
    if unit == "week" and expression.base == "either" and n < 0:
        return over(anchor.days, UNNAMED[unit], lambda day: _week(day, back=0 if talk.narrative else FRIDAY)), anchor
    if unit in calendar.WITHIN_DAY:
        moved = _moved_clock(talk.clock, n, unit) if talk.clock and expression.base == "reference" else None
        if expression.base == "reference" and not moved:
            length = abs(n) + (0.5 if expression.half else 0)
            return Dated(period_value(length, unit)), NO_ANCHOR  # how long after a moment whose hour nobody told
        return moved or _clock(anchor, n), anchor

    if expression.base != "speech" and calendar.MONTHS.get(unit, 0) >= YEAR:
        anchor = replace(anchor, days=(anchor.days[0], anchor.days[0]))  # a winter is that of the year it begins in

    def count(day: date) -> Dated:
        if expression.within:
            step, part = expression.within
            first, last = calendar.shift(*calendar.period_of(day, part), step, part)
            middle = first + (last - first) // 2  # a week begins on another day in another year
            return named(part, calendar.period_of(calendar.shift(middle, middle, n, unit)[0], part))
        if expression.half and (months := calendar.MONTHS.get(unit, 0)) >= YEAR:
            moved = calendar.shift(day, day, months * n + (months if n > 0 else -months) // 2, "month")
            return named(unit, calendar.period_of(moved[0], unit))
        return named(unit, calendar.shift(*calendar.period_of(day, unit), n, unit))

    found = over(anchor.days, UNNAMED.get(unit, "XXXX"), count)
    if found.value.startswith("X") and found.first is None and found.last is None and anchor.days[0]:
        found = Dated("FUTURE_REF" if n > 0 else "PAST_REF")  # 66 million years ago: beyond all calendars
    said = anchor.days[1]
    if n == 0 and expression.base == "speech" and cue < 0 and said and found.first and found.last:
        found = found._replace(last=min(found.last, max(said, found.first)))  # what is past is over by then
    return found, anchor


def _moved_clock(told: Dated, n: int, unit: str) -> Dated | None:
    """Two hours after a clock time that was told, or 24 hours after a night; None where no such time was told."""
    clock = told.value.partition("T")[2]
    if told.first is None or not clock:
        return None
    if unit == "second":
        return None  # a clock time has only minutes
    if clock[0].isdigit():
        hour, minute = map(int, clock.split(":"))
        minutes = timedelta(hours=hour, minutes=minute) + timedelta(**{f"{unit}s": n})
        after = told.first + timedelta(days=minutes.days)
        hour, minute = divmod(minutes.seconds // 60, 60)
        return Dated(f"{after}T{hour:02}:{minute:02}", after, after)
    if unit != "hour" or n % 24:
        return None
    after = told.first + timedelta(hours=n)
    return Dated(f"{after}T{clock}", after, after)


def _clock(anchor: Anchor, n: int) -> Dated:
    """Hours and minutes from now: on that day or a day beside it, at a time that nobody knows."""
    step = timedelta(days=1)
    back = over(anchor.days, "XXXX-XX-XX", lambda day: Dated("PAST_REF", day - step, day))
    return back if n < 0 else over(anchor.days, "XXXX-XX-XX", lambda day: Dated("FUTURE_REF", day, day + step))


def _weekend(day: date, cue: int) -> Dated:
    """The weekend: the latest that has begun, or the next one where the clause speaks of what is to come."""
    saturday = calendar.weekday_on_or_before(day, 5) if cue <= 0 else calendar.weekday_on_or_after(day, 5)
    return named("weekend", (saturday, saturday + timedelta(days=1)))


def _week(day: date, back: int) -> Dated:
    """The week that a day lies in; with `back`, the latest that has come to that weekday (Monday is 0)."""
    return named("week", calendar.week_of(day - timedelta(days=back)))


def _same_quarter_last_year(quarter: Dated) -> Dated:
    if quarter.first is None or quarter.last is None:
        return quarter
    return named("quarter", calendar.shift(quarter.first, quarter.last, -12, "month"))


def duration(expression: Duration, talk: Discourse) -> tuple[Dated, Anchor]:
    """A length of time; its days only where the words say that it ends or begins now.

    It is as coarse as its unit: the past 20 years, said on a day of 2021, are the years 2001 to 2021.
    """
    value = duration_value(expression)
    n, unit, anchor = expression.n, expression.unit, talk.counted_from("either")
    if not expression.stretch or n is None or not n.is_integer() or unit not in COUNTED:
        return Dated(value), NO_ANCHOR
    grain = "year" if unit in ("year", "decade", "century") else "month" if unit in ("month", "quarter") else "day"
    sign = -1 if expression.stretch == "past" else 1

    def count(day: date) -> Dated:
        days = calendar.period_of(day, grain)
        moved = calendar.shift(*days, sign * int(n), unit)
        return Dated(value, min(days[0], moved[0]), max(days[1], moved[1]), lasts=True)

    return over(anchor.days, value, count), anchor


COUNTED = frozenset({"day", "week", "month", "quarter", "year", "decade", "century"})


def vague(ref: Literal["PAST_REF", "PRESENT_REF", "FUTURE_REF"], talk: Discourse) -> tuple[Dated, Anchor]:
    """The past ends, the future begins on the day of speech; the present is that day."""
    anchor = talk.speech
    first, last = anchor.days
    match ref:
        case "PAST_REF":
            return Dated(ref, None, last), anchor
        case "FUTURE_REF":
            return Dated(ref, first, None), anchor
        case "PRESENT_REF":
            return Dated(ref, first, last), anchor
