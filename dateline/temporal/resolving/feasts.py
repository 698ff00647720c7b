"""Resolves feasts and memorial days by their rules in the lexicon."""

import re
from datetime import date, timedelta

from dateline.temporal.context.dated import Dated, Open, named, over
from dateline.temporal.context.discourse import NO_ANCHOR, Anchor, Discourse
from dateline.temporal.context.nearness import SURE
from dateline.temporal.days import calendar as days_of
from dateline.temporal.days import islamic
from dateline.temporal.grammar.expression import Holiday

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
UNNAMED = "XXXX-XX-XX"


def holiday(expression: Holiday, talk: Discourse, cue: int) -> tuple[Dated, Anchor]:
    """A feast of the year that is named, of the year of the story, or the nearest by the tense of the clause."""
    rule = expression.rule
    if expression.year is not None:
        return _of_year(rule, expression.year), NO_ANCHOR
    if not talk.narrative and expression.which is None and cue <= 0 and (told := _told_beside(rule, talk)):
        return told, talk.counted_from("reference")
    anchor = talk.story() if talk.narrative else talk.counted_from("either")
    within = _within(rule, anchor.days) if talk.narrative else None

    def count(day: date) -> Dated:
        if talk.narrative:
            return within or _of_year(rule, day.year)
        sign = expression.which if expression.which is not None else cue
        around = [found for year in (day.year - 1, day.year, day.year + 1) for found in feasts(rule, year)]
        return min(around, key=lambda found: _distance(found, day, sign))

    return over(anchor.days, UNNAMED, count), anchor


def _told_beside(rule: str, talk: Discourse) -> Dated | None:
    """The feast nearest to a day of an earlier year in its sentence: "on December 23, 2005, before Christmas"."""
    told, said = talk.beside, talk.published.days[0]
    if told is None or told.first is None or told.first != told.last or said is None or told.first.year >= said.year:
        return None
    day = told.first
    around = [found for year in (day.year - 1, day.year, day.year + 1) for found in feasts(rule, year)]
    return min(around, key=lambda found: _distance(found, day, 0))


def _of_year(rule: str, year: int) -> Dated:
    return next(iter(feasts(rule, year)), Dated(f"{year:04}-XX-XX"))


def _within(rule: str, told: Open) -> Dated | None:
    """The first such feast of the time that was told: "that winter … at Christmas"."""
    first, last = told
    if first is None or last is None:
        return None
    around = [found for year in (first.year, last.year) for found in feasts(rule, year)]
    return next((found for found in around if found.first and first <= found.first <= last), None)


def _distance(found: Dated, day: date, sign: int) -> int:
    if found.first is None or found.last is None:
        return 3 * 365
    distance = max((found.first - day).days, 0) or min((found.last - day).days, 0)
    return abs(distance) + (365 if distance * sign < 0 and abs(distance) > SURE[sign] else 0)


RULE = re.compile(r"(?P<month>\d\d)-(?:(?P<day>\d\d)|(?P<weekday>[a-z]{3})(?P<rank>\d|last)(?P<after>\+\d)?)")


def feasts(rules: str, year: int) -> list[Dated]:
    """The days of a feast in a year, by its rule; by several with "|" between them. Raises ValueError for no rule.

    "12-25", "easter-2" (days from Easter Sunday), "11-thu4" (the fourth Thursday), "05-monlast", "11-mon1+1" (the
    day after the first Monday), "islamic-10-01"; "islamic-09" is a whole month.
    """
    found = []
    for rule in rules.split("|"):
        kind, _, rest = rule.partition("-")
        if kind == "islamic":
            found += _islamic(rest, year)
        elif rule.startswith("easter"):
            day = days_of.easter(year) + timedelta(days=int(rule.removeprefix("easter")))
            found.append(named("day", (day, day)))
        else:
            found.append(_fixed(rule, year))
    return found


def _fixed(rule: str, year: int) -> Dated:
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


def _islamic(rule: str, year: int) -> list[Dated]:
    """A day of the Islamic year, give or take one, or a month of it, which TIMEX3 has no value for."""
    month, _, number = map(str, rule.partition("-"))
    days = islamic.days_in(year, int(month), int(number or 1))
    if number:
        return [Dated(day.isoformat(), day - DOUBT, day + DOUBT) for day in days]
    return [Dated(f"{year:04}-XX", day - DOUBT, day + timedelta(days=LONGEST_MONTH)) for day in days]


DOUBT = timedelta(days=1)  # the moon may be seen a day earlier or later
LONGEST_MONTH = 30
