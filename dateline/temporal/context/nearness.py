"""Which year or day is meant by a date that leaves it out, seen from a certain day."""

from datetime import date, timedelta

from dateline.temporal.context.dated import Dated, named, part_of_year
from dateline.temporal.context.tense import NEARER
from dateline.temporal.days import calendar as days_of
from dateline.temporal.grammar.expression import Calendar

# Days: nearer than this, the side of the anchor that the tense speaks against is still likelier (measured on news).
# -2 is a verb right before the date, where only the hour of the day in another country may speak against it.
SURE = {-2: 2, -1: 60, 0: 0, 1: 20}
SURE_OF_PART = 40  # of a quarter or season, which is spoken of as to come until its figures are out
AHEAD = 2  # how much farther a date ahead counts than one behind where nothing tells: news looks back
YEAR = 365


def in_year(named_date: Calendar, year: int) -> Dated:
    """The named day, month or part of the year, or the year itself. 30 February has a value but no day."""
    if named_date.part:
        return Dated(f"{year:04}-{named_date.part}", *part_of_year(year, named_date.part))
    if named_date.month is None:
        return named("year", days_of.year_of(date(year, 1, 1)))
    if named_date.day is None:
        return named("month", days_of.month(year, named_date.month))
    try:
        day = date(year, named_date.month, named_date.day)
    except ValueError:
        return Dated(f"{year:04}-{named_date.month:02}-{named_date.day:02}")
    return named("day", (day, day))


def year_seen_from(named_date: Calendar, day: date, cue: int) -> int:
    """The year of a date without one: the nearest, unless tense (`cue`), "last" or "next" says otherwise."""
    if named_date.which is not None:
        return _year_which(named_date, named_date.which, day)
    if named_date.part[:1] in ("Q", "H") and cue == 0:
        cue = -1  # quarters are reported when they are over
    return min((day.year, day.year - 1, day.year + 1), key=lambda year: _distance(named_date, year, day, cue))


def _distance(named_date: Calendar, year: int, day: date, cue: int) -> float:
    """How far the date of that year is from `day`, in days; farther where the tense speaks against that side."""
    found = in_year(named_date, year)
    if found.first is None or found.last is None:
        return 3 * YEAR
    ahead, behind = (found.first - day).days, (day - found.last).days
    distance = max(ahead, behind, 0)
    if named_date.weekday is not None and found.first.weekday() != named_date.weekday:
        distance += YEAR  # "Tuesday, 5 November" lies in a year in which it was a Tuesday
    against = (ahead > 0 and cue < 0) or (behind > 0 and cue > 0)
    sure = SURE_OF_PART if named_date.part and cue > 0 else SURE[cue]
    if against and distance > sure:
        return distance + YEAR
    return distance * AHEAD if ahead > 0 and cue == 0 else distance


def _year_which(named_date: Calendar, which: int, day: date) -> int:
    """Last May is the latest that is over, next May the first that has not begun, this May that of the year.

    -2 and 2 are one farther: the May before last, the May after next.
    """
    found = in_year(named_date, day.year)
    if found.first is None or found.last is None or which == 0:
        return day.year
    if which < 0:
        return (day.year if found.last < day else day.year - 1) + which + 1
    return (day.year if found.first > day else day.year + 1) + which - 1


def weekday_nearest(weekday: int, day: date) -> date:
    """That weekday within three days of `day`: "on the Friday" of a story."""
    return days_of.weekday_on_or_after(day - timedelta(days=3), weekday)


def weekday_seen_from(weekday: int, which: int | None, day: date, cue: int) -> date:
    """The latest such day that is not after `day`; the next one if the clause speaks of what is to come."""
    if which == 0 and cue >= 0:
        return days_of.weekday_on_or_after(day, weekday)
    if which == -1:
        return days_of.weekday_on_or_before(day - timedelta(days=1), weekday)
    if which == 1:
        return days_of.weekday_on_or_after(day + timedelta(days=1), weekday)
    if cue == NEARER:
        return weekday_nearest(weekday, day)
    if cue > 0:
        return days_of.weekday_on_or_after(day, weekday)
    return days_of.weekday_on_or_before(day, weekday)
