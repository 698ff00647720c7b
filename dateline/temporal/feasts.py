"""Resolves feasts and memorial days by their rules in the lexicon."""

import re
from datetime import date, timedelta

from dateline.temporal import calendar as days_of
from dateline.temporal.dated import Dated, named, over
from dateline.temporal.discourse import NO_ANCHOR, Anchor, Discourse
from dateline.temporal.expression import Holiday

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
UNNAMED = "XXXX-XX-XX"


def holiday(expression: Holiday, talk: Discourse, cue: int) -> tuple[Dated, Anchor]:
    """A feast of the year that is named, of the year of the story, or the nearest by the tense of the clause."""
    rule = expression.rule
    if expression.year is not None:
        return feast(rule, expression.year), NO_ANCHOR
    anchor = talk.story() if talk.narrative else talk.counted_from("either")

    def count(day: date) -> Dated:
        if talk.narrative:
            return feast(rule, day.year)
        sign = expression.which if expression.which is not None else cue
        feasts = [feast(rule, year) for year in (day.year - 1, day.year, day.year + 1)]
        return min(feasts, key=lambda found: _distance(found, day, sign))

    return over(anchor.days, UNNAMED, count), anchor


def _distance(found: Dated, day: date, sign: int) -> int:
    if found.first is None:
        return 3 * 365
    distance = (found.first - day).days
    return abs(distance) + (365 if distance * sign < 0 else 0)


RULE = re.compile(r"(?P<month>\d\d)-(?:(?P<day>\d\d)|(?P<weekday>[a-z]{3})(?P<rank>\d|last)(?P<after>\+\d)?)")


def feast(rule: str, year: int) -> Dated:
    """The day of a feast: "12-25", "easter-2" (days from Easter Sunday), "11-thu4" (the fourth Thursday).

    "05-monlast" is the last Monday of May, "11-mon1+1" the day after the first Monday of November.
    """
    if rule.startswith("easter"):
        day = days_of.easter(year) + timedelta(days=int(rule.removeprefix("easter")))
        return named("day", (day, day))
    match = RULE.fullmatch(rule)
    if match is None:
        raise ValueError(f"{rule!r} is no rule for a feast")
    first, last = days_of.month(year, int(match["month"]))
    if match["day"]:
        day = first.replace(day=int(match["day"]))
    elif match["rank"] == "last":
        day = days_of.weekday_on_or_before(last, WEEKDAYS.index(match["weekday"]))
    else:
        day = days_of.weekday_on_or_after(first, WEEKDAYS.index(match["weekday"]))
        day += timedelta(weeks=int(match["rank"]) - 1)
    day += timedelta(days=int(match["after"] or 0))
    return named("day", (day, day))
