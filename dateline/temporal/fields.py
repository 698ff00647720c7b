"""Resolves what is named: dates with or without a year, weekdays, parts of a year, decades, feasts."""

from dataclasses import replace
from datetime import date, timedelta

from dateline.lexicon.load import document
from dateline.temporal import before_christ
from dateline.temporal import calendar as days_of
from dateline.temporal.dated import Dated, named, over, part_of_year
from dateline.temporal.discourse import Anchor, Discourse
from dateline.temporal.expression import Calendar, Holiday, Years
from dateline.temporal.periods import relative

NO_ANCHOR = Anchor((None, None), "", "")
NEAR = 100  # days: a date without a year that is nearer than this on one side needs no cue


def calendar(named_date: Calendar, talk: Discourse, cue: int, paragraph: int) -> tuple[Dated, Anchor]:
    """A date by its fields; what the words leave out comes from the anchor, by the tense of the clause."""
    if named_date.era == "BC":
        return Dated(_bc(named_date)), NO_ANCHOR
    if named_date.part == "QX" and talk.quarter:
        named_date = replace(named_date, part=talk.quarter.value[-2:])
    if named_date.year is not None:
        return in_year(named_date, named_date.year), NO_ANCHOR
    if named_date.year_from:
        its_year, anchor = relative(named_date.year_from, talk, 0)
        if its_year.first and its_year.last and its_year.first.year == its_year.last.year:
            return in_year(named_date, its_year.first.year), anchor
        return Dated(unnamed(named_date)), anchor
    if named_date.month is None and not named_date.part:
        return _day_alone(named_date, talk, cue)
    if _year_of_story(talk, paragraph, named_date, cue) and talk.reference:
        return _in_story(named_date, talk.reference, talk.reference_text)
    if talk.narrative and not (named_date.which is not None):
        return Dated(unnamed(named_date)), NO_ANCHOR
    anchor = talk.speech
    return over(
        anchor.days, unnamed(named_date), lambda day: in_year(named_date, year_near(named_date, day, cue))
    ), anchor


def _in_story(named_date: Calendar, told: Dated, text: str) -> tuple[Dated, Anchor]:
    """The date in the year told last."""
    if bc := before_christ.year_of(told):
        return Dated(unnamed(named_date, f"BC{bc:04}")), Anchor(
            (None, None), f"year of '{text}'", f"the year of '{text}'"
        )
    if told.first is None or told.last is None:
        return Dated(unnamed(named_date)), NO_ANCHOR
    year = told.first.year
    words = f"the year of '{text}' before it"
    return in_year(named_date, year), Anchor((date(year, 1, 1), date(year, 12, 31)), f"year of '{text}'", words)


def _year_of_story(talk: Discourse, paragraph: int, named_date: Calendar, cue: int) -> bool:
    """Whether the year is that of the date told last: in a narrative, and beside a date of another year."""
    if named_date.which is not None or talk.reference is None:
        return False
    if talk.narrative:
        return True
    if talk.reference.first is None:
        return False
    told = talk.reference.first.year
    near = (
        talk.reference_stated
        and talk.reference_paragraph == paragraph
        and talk.reference.last is not None
        and (talk.reference.last - talk.reference.first).days <= 31
    )
    return (
        near and cue <= 0 and all(day is None or told < day.year for day in talk.speech.days) and named_date.part == ""
    )


def in_year(named_date: Calendar, year: int) -> Dated:
    """The named day, month, part of the year, or the year itself."""
    if named_date.part:
        if named_date.part == "QX":
            return Dated(f"{year:04}-QX", *days_of.year_of(date(year, 1, 1)))
        return Dated(f"{year:04}-{named_date.part}", *part_of_year(year, named_date.part))
    if named_date.month is None:
        return named("year", days_of.year_of(date(year, 1, 1)))
    if named_date.day is None:
        return named("month", days_of.month(year, named_date.month))
    try:
        day = date(year, named_date.month, named_date.day)
    except ValueError:  # 30 February
        return Dated(f"{year:04}-{named_date.month:02}-{named_date.day:02}")
    return named("day", (day, day))


def unnamed(named_date: Calendar, year: str = "XXXX") -> str:
    """The value with what is not known left open: `XXXX-09-12`, `XXXX-WXX-5`."""
    if named_date.part:
        return f"{year}-{named_date.part}"
    if named_date.weekday is not None and named_date.month is None:
        return f"{year}-WXX-{named_date.weekday + 1}"
    month = f"-{named_date.month:02}" if named_date.month else "-XX" if named_date.day else ""
    return f"{year}{month}" + (f"-{named_date.day:02}" if named_date.day else "")


def _bc(named_date: Calendar) -> str:
    return unnamed(named_date, f"BC{named_date.year:04}")


def year_near(named_date: Calendar, day: date, cue: int) -> int:
    """The year that a date without one has, seen from `day`: the nearest, unless tense or "last" says otherwise."""
    if named_date.which is not None:
        return _year_which(named_date, day)
    if named_date.part[:1] in ("Q", "H") and cue <= 0:
        cue = -1
    best, best_distance = day.year, 10**6
    for year in (day.year - 1, day.year, day.year + 1):
        found = in_year(named_date, year)
        if found.first is None or found.last is None:
            continue
        ahead, behind = (found.first - day).days, (day - found.last).days
        distance = max(ahead, behind, 0)
        wrong_side = (ahead > 0 and cue < 0) or (behind > 0 and cue > 0)
        if wrong_side and distance > SURE[cue]:
            distance += 365
        if distance < best_distance:
            best, best_distance = year, distance
    return best


SURE = {-1: 60, 0: 0, 1: 40}  # days: nearer than this, the wrong side of the anchor is still likelier


def _year_which(named_date: Calendar, day: date) -> int:
    """Last May is the latest that is over, next May the first that has not begun, this May that of the year."""
    year = day.year
    found = in_year(named_date, year)
    if found.first is None or found.last is None or named_date.which == 0:
        return year
    if named_date.which == -1:
        return year if found.last < day and found.first.month != day.month else year - 1
    return year if found.first > day else year + 1


def _day_alone(named_date: Calendar, talk: Discourse, cue: int) -> tuple[Dated, Anchor]:
    """A weekday, or the day of a month that was told before."""
    if named_date.weekday is None:
        anchor = talk.counted_from("reference")
        return over(
            anchor.days,
            unnamed(named_date),
            lambda day: in_year(Calendar(month=day.month, day=named_date.day), day.year),
        ), anchor
    weekday, which = named_date.weekday, named_date.which

    def count(day: date) -> Dated:
        if which == 1 or (which is None and cue > 0):
            found = days_of.weekday_on_or_after(day + timedelta(days=1), weekday)
        elif which == -1:
            found = days_of.weekday_on_or_before(day - timedelta(days=1), weekday)
        elif which == 0:
            found = days_of.week_of(day)[0] + timedelta(days=weekday)
        else:
            found = days_of.weekday_on_or_before(day, weekday)
        return named("day", (found, found))

    anchor = talk.counted_from("either") if talk.narrative else talk.speech
    return over(anchor.days, unnamed(named_date), count), anchor


def years(expression: Years, talk: Discourse) -> tuple[Dated, Anchor]:
    """A decade or a century; "the nineties" are those of the century told last, or of the anchor."""
    digits = expression.digits
    if expression.era == "BC":
        return Dated(f"BC{digits.rjust(4 - len(str(expression.length)) + 1, '0')}"), NO_ANCHOR
    anchor = NO_ANCHOR
    if len(digits) == 1 and expression.length == 10:
        anchor = talk.speech
        last = anchor.days[1] or anchor.days[0]
        if last is None:
            return Dated(f"XX{digits}"), anchor
        century = last.year // 100 - (int(digits) * 10 > last.year % 100)
        digits = f"{century:02}{digits}"
    start = int(digits) * expression.length
    return Dated(digits, date(max(start, 1), 1, 1), date(start + expression.length - 1, 12, 31)), anchor


def holiday(expression: Holiday, talk: Discourse, cue: int) -> tuple[Dated, Anchor]:
    """A feast of the year that is named, told, or nearest by the tense of the clause."""
    rule = str(document("time").data["HOLIDAY"].get(expression.name, expression.name))
    if expression.year is not None:
        return _feast(rule, expression.year), NO_ANCHOR
    if talk.narrative and talk.reference and talk.reference.first:
        return _feast(rule, talk.reference.first.year), talk.counted_from("reference")
    anchor = talk.speech

    def count(day: date) -> Dated:
        feasts = [_feast(rule, year) for year in (day.year - 1, day.year, day.year + 1)]
        return min(feasts, key=lambda feast: abs((feast.first - day).days) if feast.first else 10**6)

    return over(anchor.days, "XXXX-XX-XX", count), anchor


def _feast(rule: str, year: int) -> Dated:
    """The day of a feast by its rule in the lexicon: "12-25", "easter-2", "11-thu4"."""
    if rule.startswith("easter"):
        day = days_of.easter(year) + timedelta(days=int(rule.removeprefix("easter")))
    elif rule[-2:].isdigit():
        day = date(year, int(rule[:2]), int(rule[3:]))
    else:
        first = date(year, int(rule[:2]), 1)
        weekday = ("mon", "tue", "wed", "thu", "fri", "sat", "sun").index(rule[3:6])
        day = days_of.weekday_on_or_after(first, weekday) + timedelta(weeks=int(rule[6]) - 1)
    return named("day", (day, day))
