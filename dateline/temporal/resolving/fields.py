"""Resolves what is named: dates with or without a year, weekdays, parts of a year, decades and centuries."""

from dataclasses import replace
from datetime import date, timedelta

from dateline.temporal.context import before_christ
from dateline.temporal.context.dated import Dated, named, over
from dateline.temporal.context.discourse import NO_ANCHOR, Anchor, Discourse
from dateline.temporal.context.following import A_SEASON, in_one_breath, year_on
from dateline.temporal.context.nearness import in_year, weekday_nearest, weekday_seen_from, year_seen_from
from dateline.temporal.days.calendar import shift, weekday_on_or_after
from dateline.temporal.grammar.expression import Calendar, Years
from dateline.temporal.resolving.periods import relative

A_YEAR_ON, IN_ONE_BREATH = 8, 9  # months back in the year told last, from which the next year is meant
LATELY = 100  # days before publication
ANY = 1  # where the text says that it goes on: "arrested in June 2010 and charged in May"


def calendar(named_date: Calendar, talk: Discourse, cue: int) -> tuple[Dated, Anchor]:
    """A date by its fields; what the words leave out comes from the anchor, by the tense of the clause."""
    if named_date.era == "BC":
        return Dated(unnamed(named_date, f"BC{named_date.year:04}")), NO_ANCHOR
    if named_date.part in ("QX", "X") and talk.quarter:
        named_date = replace(named_date, part=talk.quarter.value[-2:])
    elif named_date.part == "X":
        named_date = replace(named_date, part="")
    if named_date.year is not None:
        return in_year(named_date, named_date.year), NO_ANCHOR
    if named_date.year_from and named_date.weekday is not None and named_date.month is None:
        return _day_of_week(named_date, *relative(named_date.year_from, talk, 0))
    if named_date.year_from:
        return _year_told(named_date, *relative(named_date.year_from, talk, 0))
    if named_date.month is None and not named_date.part:
        resolved = _day_of_month if named_date.weekday is None else _weekday
        return resolved(named_date, talk, cue)
    if named_date.which is None and (told := _told_again(named_date, talk)):
        return told, talk.counted_from("reference", "day")
    joined = talk.joined if named_date.which is None and not talk.narrative else None
    if joined and (near := in_one_breath(named_date, joined)):
        return near, talk.counted_from("reference")
    if named_date.which is None and talk.section:
        return _in_story(named_date, talk.section, talk.section.value)
    if named_date.which is None and talk.flashback.entry and talk.flashback.heads_entry:
        return _in_story(named_date, talk.flashback.entry, talk.flashback.entry.value, ANY)
    if named_date.which is None and talk.narrative and talk.reference:
        return _in_story(named_date, talk.reference, talk.reference_text)
    if named_date.which is None and talk.beside and _is_beside(named_date, talk, cue):
        return _in_story(named_date, talk.beside, talk.beside.value, ANY if talk.goes_on else IN_ONE_BREATH)
    if talk.narrative and named_date.which is None:
        return _beside_publication(named_date, talk), NO_ANCHOR
    past = talk.flashback.past
    if named_date.which is None and past and _goes_on(named_date, past, talk, cue):
        return _in_story(named_date, past, past.value, IN_ONE_BREATH)
    anchor = talk.counted_from(named_date.base)
    if named_date.which is not None and named_date.base == "reference":  # after or before all of what was told
        if talk.latest and (bc := before_christ.year_of(talk.latest)) is not None:
            return Dated(unnamed(named_date, f"BC{max(bc - named_date.which, 1):04}")), anchor
        if named_date.which:
            anchor = replace(anchor, days=(anchor.days[named_date.which > 0],) * 2)

    def count(day: date) -> Dated:
        return in_year(named_date, year_seen_from(named_date, day, cue))

    return over(anchor.days, unnamed(named_date), count), anchor


def _told_again(named_date: Calendar, talk: Discourse) -> Dated | None:
    """The day told last, if this is its month and day: "six days later, on 24 March"."""
    told = talk.last_day.first if talk.last_day and talk.last_day is talk.latest else None
    same = told and (told.month, told.day) == (named_date.month, named_date.day)
    return in_year(named_date, told.year) if told and same else None


def _beside_publication(named_date: Calendar, talk: Discourse) -> Dated:
    """A story's first date without a year: the day of its publication, or of a year that nobody knows."""
    published = talk.published.days[0]
    found = in_year(named_date, published.year) if published else None
    return found if found and found.first == found.last == published else Dated(unnamed(named_date))


def unnamed(named_date: Calendar, year: str = "XXXX") -> str:
    """The value with what is not known left open: `XXXX-09-12`, `XXXX-WXX-5`."""
    if named_date.part:
        return f"{year}-{named_date.part}"
    if named_date.weekday is not None and named_date.month is None:
        return f"{year}-WXX-{named_date.weekday + 1}"
    month = f"-{named_date.month:02}" if named_date.month else "-XX" if named_date.day else ""
    return f"{year}{month}" + (f"-{named_date.day:02}" if named_date.day else "")


def _year_told(named_date: Calendar, its_year: Dated, anchor: Anchor) -> tuple[Dated, Anchor]:
    """October last year, May of that year: in the year that the words count."""
    if (bc := before_christ.year_of(its_year)) is not None:
        return Dated(unnamed(named_date, f"BC{bc:04}")), anchor
    if named_date.month is None and named_date.day and its_year.first:  # the 15th of last month
        named_date = replace(named_date, month=its_year.first.month)
    if its_year.first and its_year.last and its_year.first.year == its_year.last.year:
        return in_year(named_date, its_year.first.year), anchor
    return Dated(unnamed(named_date), its_year.first, its_year.last), anchor


def _day_of_week(named_date: Calendar, week: Dated, anchor: Anchor) -> tuple[Dated, Anchor]:
    """Friday last week, Tuesday of that week."""
    if week.first is None or week.value.startswith("X"):
        return Dated(unnamed(named_date), week.first, week.last), anchor
    day = week.first + timedelta(days=named_date.weekday or 0)
    return named("day", (day, day)), anchor


def _is_beside(named_date: Calendar, talk: Discourse, cue: int) -> bool:
    """Whether the sentence has told a day of an earlier year, and goes on in that year."""
    told = talk.beside
    if told is None or told.last is None or (cue > 0 and not talk.in_entry) or named_date.part:
        return False
    return all(day is None or told.last.year < day.year for day in talk.speech.days)


def _goes_on(named_date: Calendar, past: Dated, talk: Discourse, cue: int) -> bool:
    """Whether a paragraph of an earlier year goes on in it: "In May 1997 he won. A truce was restored in July".

    Not back in time, not where a day of the last months may be meant, and not from a date told in passing.
    """
    said = talk.published.days[0]
    if said is None or past.first is None or past.last is None or past.last.year >= said.year:
        return False
    if cue > 0 or named_date.part or past.first.year != past.last.year:
        return False
    by_days = past.first == past.last and named_date.day is not None  # "on Aug. 30, 1999 … on Sept. 7"
    seen = in_year(named_date, year_seen_from(named_date, said, -1)).first
    on = in_year(named_date, past.first.year).last
    ahead = seen is not None and on is not None and (said - seen).days > LATELY and on > past.last
    return ahead and (by_days or talk.flashback.led or talk.flashback.at_head)


def _in_story(named_date: Calendar, told: Dated, text: str, back: int = A_YEAR_ON) -> tuple[Dated, Anchor]:
    """The date in the year told last. January after December is that of the next year; so is March in one sentence."""
    label, words = f"year of '{text}'", f"the year of '{text}' before it"
    if (bc := before_christ.year_of(told)) is not None:
        return Dated(unnamed(named_date, f"BC{bc:04}")), Anchor((None, None), label, words)
    if told.first is None or told.last is None:
        return Dated(unnamed(named_date)), NO_ANCHOR
    year = year_on(named_date, told.first, told.last, back)
    found = in_year(named_date, year)
    if named_date.part == "WI" and (told.last - told.first).days > A_SEASON:  # a winter has a part in two years
        found = found._replace(first=date(year, 1, 1), last=date(year, 12, 31))
    return found, Anchor((date(year, 1, 1), date(year, 12, 31)), label, words)


def _weekday(named_date: Calendar, talk: Discourse, cue: int) -> tuple[Dated, Anchor]:
    anchor = talk.counted_from("reference" if named_date.base == "reference" else "either", "day")
    weekday, which = named_date.weekday or 0, named_date.which
    in_story = which in (None, 0) and (named_date.base == "reference" or talk.narrative)

    def count(day: date) -> Dated:
        found = weekday_nearest(weekday, day) if in_story else weekday_seen_from(weekday, which, day, cue)
        if which is None and talk.since and not _within_a_week(found, talk.since):
            found = weekday_on_or_after(talk.since, weekday)
        return named("day", (found, found))

    return over(anchor.days, unnamed(named_date), count), anchor


def _within_a_week(found: date, since: date) -> bool:
    """Whether a weekday can end what began on `since`; from Monday to Friday are days of one week."""
    return since <= found < since + WEEK or found >= since + 2 * WEEK  # "from Sept. 14 to Thursday", weeks later


WEEK = timedelta(days=7)


def _day_of_month(named_date: Calendar, talk: Discourse, cue: int) -> tuple[Dated, Anchor]:
    """The 27th, of the month told last; the next such day where that is over and the clause looks ahead."""
    anchor = talk.counted_from("reference")
    if not talk.narrative and not _within_a_month(talk.latest):
        anchor = talk.speech
    said = talk.published.days[1]

    def count(day: date) -> Dated:
        found = in_year(replace(named_date, month=day.month), day.year)
        if talk.narrative or cue <= 0 or said is None or found.last is None or found.last >= said:
            return found
        following = shift(said.replace(day=1), said.replace(day=1), 1, "month")[0]
        ahead = [in_year(replace(named_date, month=one.month), one.year) for one in (said, following)]
        return next((one for one in ahead if one.first and one.first >= said), found)

    return over(anchor.days, unnamed(named_date), count), anchor


def _within_a_month(told: Dated | None) -> bool:
    return bool(told and told.first and told.last and (told.last - told.first).days < 31)


def years(expression: Years, talk: Discourse) -> tuple[Dated, Anchor]:
    """A decade or a century; "the nineties" are the latest such years that have begun, seen from the anchor."""
    digits, length = expression.digits, expression.length
    if expression.era == "BC":  # the 4th century BC is 400 to 301: its years begin with 03
        return Dated(f"BC{digits.rjust(3 if length == 10 else 2, '0')}"), NO_ANCHOR
    if len(digits) > 1 or length != 10:
        return _from_digits(digits, length), NO_ANCHOR
    anchor = talk.counted_from("either")

    def count(day: date) -> Dated:
        century = day.year // 100 - (int(digits) * 10 > day.year % 100)
        return _from_digits(f"{century:02}{digits}", 10)

    return over(anchor.days, f"XX{digits}", count), anchor


def _from_digits(digits: str, length: int) -> Dated:
    start = int(digits) * length
    return Dated(digits, date(max(start, 1), 1, 1), date(start + length - 1, 12, 31))
