"""Resolves what is counted: "two weeks ago", "this month", "the past 20 years", "now"."""

from datetime import date, timedelta
from typing import Literal

from dateline.temporal import calendar
from dateline.temporal.dated import UNNAMED, Dated, named, over
from dateline.temporal.discourse import Anchor, Discourse
from dateline.temporal.expression import Duration, Relative
from dateline.temporal.lengths import period_value


def relative(expression: Relative, talk: Discourse, cue: int) -> tuple[Dated, Anchor]:
    """So many units from the date of speech, or from the date told last."""
    unit, n = expression.unit, expression.n
    anchor = talk.counted_from(expression.base)
    if n is None:
        return Dated("FUTURE_REF" if expression.ahead else "PAST_REF"), anchor
    if unit == "year" and n == -1 and expression.base == "either" and talk.quarter:
        return _same_quarter_last_year(talk.quarter), anchor
    if unit == "quarter" and expression.base in ("either", "reference") and talk.quarter and n == 0:
        return talk.quarter, anchor
    if unit in calendar.WITHIN_DAY:
        return over(anchor.days, "XXXX-XX-XX", lambda day: named("day", (day, day)))[:3] and _clock(
            anchor, n, unit
        ), anchor

    def count(day: date) -> Dated:
        return named(unit, calendar.shift(*calendar.period_of(day, unit), n, unit))

    found = over(anchor.days, UNNAMED.get(unit, "XXXX"), count)
    if n == 0 and expression.base == "speech" and cue < 0 and anchor.days[1] and found.first and found.last:
        if found.first <= anchor.days[1] <= found.last:
            found = found._replace(last=anchor.days[1])
    return found, anchor


def _clock(anchor: Anchor, n: int, unit: str) -> Dated:
    """Hours and minutes from now: on that day or a day beside it, at a time that nobody knows."""
    step = timedelta(days=1)
    back = over(anchor.days, "XXXX-XX-XX", lambda day: Dated("PAST_REF", day - step, day))
    return back if n < 0 else over(anchor.days, "XXXX-XX-XX", lambda day: Dated("FUTURE_REF", day, day + step))


def _same_quarter_last_year(quarter: Dated) -> Dated:
    if quarter.first is None or quarter.last is None:
        return quarter
    return named("quarter", calendar.shift(quarter.first, quarter.last, -12, "month"))


def duration(expression: Duration, talk: Discourse) -> tuple[Dated, Anchor]:
    """A length of time; its days only where the words say that it ends or begins now."""
    value = period_value(expression.n, expression.unit)
    n, unit, anchor = expression.n, expression.unit, talk.speech
    if not expression.stretch or n is None or not n.is_integer() or unit not in COUNTED:
        return Dated(value), anchor

    def count(day: date) -> Dated:
        sign = -1 if expression.stretch == "past" else 1
        moved = calendar.shift(day, day, sign * int(n), unit)[0]
        start, end = sorted((day, moved))
        return Dated(value, start, end, lasts=True)

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
