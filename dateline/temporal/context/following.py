"""Which year is meant by a date without one that follows another: in one breath with it, or further on in a story."""

import re
from datetime import date

from dateline.temporal.context.dated import Dated
from dateline.temporal.context.discourse import SAME_STORY
from dateline.temporal.context.nearness import in_year
from dateline.temporal.context.tense import is_past
from dateline.temporal.grammar.expression import Calendar

SUMMER, SEPTEMBER, DECEMBER = 6, 9, 12
SEASONS = ("-SP", "-SU", "-FA", "-WI")
SEASON_MONTHS = {"SP": 3, "SU": 6}
LATEST = 9999  # the last year that `datetime` knows
NEXT_DEED = 12  # words
LOOKS_BACK = frozenset("had after since following from who which that where when until earlier before".split())
A_MONTH, A_SEASON, FAR = 31, 95, 9999  # days


def in_one_breath(named_date: Calendar, told: Dated) -> Dated | None:
    """The month, day or season that lies nearest to the one told in one breath with it, or within the year told so."""
    first, last = told.first, told.last
    if first is None or last is None or named_date.part[:1] in ("Q", "H", "X"):
        return None
    if named_date.part and not told.value.endswith(SEASONS):
        return None
    if not named_date.part and (last - first).days > A_MONTH:
        return in_year(named_date, first.year) if first.year == last.year else None
    near = [in_year(named_date, year) for year in (first.year, first.year + 1, first.year - 1) if 0 < year <= LATEST]
    return min(near, key=lambda one: abs((one.first - first).days) if one.first else FAR)


def goes_on(between: str) -> bool:
    """Whether the words between two dates tell the next deed of the same people: "in June 2010 and charged in"."""
    words = between.replace(",", " ").split()
    if not words or len(words) > NEXT_DEED or not LOOKS_BACK.isdisjoint(words) or re.search(r"[.;:“”\"]", between):
        return False
    return any(is_past(words, k + 1) for k, word in enumerate(words[:-1]) if word in ("and", "then"))


def year_on(named_date: Calendar, first: date, last: date, back: int) -> int:
    """The year in which a story goes on from the days told; where that gives another weekday, the nearest that does."""
    month = SEASON_MONTHS.get(named_date.part, named_date.month or DECEMBER)
    one_month = (first.year, first.month) == (last.year, last.month)
    winter = last.year > first.year and (last - first).days <= A_SEASON
    if winter and month < SEPTEMBER:  # "That winter they waited. In March they crossed."
        year = last.year
    elif named_date.part == "WI" and one_month:  # "By 2 April, after a siege throughout the winter"
        year = first.year - (first.month < SUMMER)
    else:
        year = first.year + (one_month and first.month - month >= back)
    if named_date.weekday is None or named_date.day is None:
        return year
    years = range(max(year - SAME_STORY, 1), min(year + SAME_STORY, LATEST) + 1)
    fitting = [one for one in years if (day := in_year(named_date, one).first) and day.weekday() == named_date.weekday]
    return min(fitting, key=lambda one: abs(one - year), default=year)
