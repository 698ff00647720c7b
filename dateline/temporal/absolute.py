"""Reads a clean date string (front matter, a header line, a line of its own), without a clock and without guessing."""

import re
from datetime import date, datetime
from functools import cache
from unicodedata import combining, normalize

from dateline.edtf import when_within
from dateline.model import Sentence, Span, When
from dateline.temporal.days import calendar
from dateline.temporal.find import find
from dateline.temporal.grammar.expression import Calendar, TimeOfDay

NUMERIC = re.compile(r"\s*(\d{4})[-/](\d\d?)(?:[-/](\d\d?))?(?:[T\s]\d\d?:\d\d.*)?\s*", re.DOTALL)
YEAR_ALONE = re.compile(r"\s*(1[5-9]\d\d|20\d\d)\s*")
LONGEST = 60  # characters: no date is longer, and what is longer is not handed to another reader
# "23:10 -0500", "10:20 PM EDT": the day is the one that is written, not the day in London
ZONE = re.compile(r"(?<=[\dMm])\s?(?:[+-]\d\d:?\d\d|GMT|UTC|Z|[A-Z]{1,3}[SD]?T)(?:\s?\([A-Z]+\))?\s*$")
WORD = re.compile(r"[a-z]{5,}(?<!t)(?![a-z])")  # too long for an abbreviation; those of time zones end in "t"
RULE = "date string"


def read_date(text: str) -> When | None:
    """The day, month or year that `text` names as a whole: "2019-06-30", "June 30, 2019", "30 juin 2019", "2019-06".

    None where it is no date, an impossible one (30 February) or one that needs a clock ("yesterday", "Friday").
    """
    if match := NUMERIC.fullmatch(text):
        return _checked(text, int(match[1]), int(match[2]), int(match[3]) if match[3] else None)
    if match := YEAR_ALONE.fullmatch(text):
        return _when(text, *calendar.year_of(date(int(match[1]), 1, 1)))
    if len(text) > LONGEST or not re.search(r"\d", text):
        return None
    named = _named(text)
    if named and named.year is not None:
        return _checked(text, named.year, named.month, named.day)
    return _foreign(text) if named is None and _may_be_date(text) else None


def _named(text: str) -> Calendar | None:
    """The calendar date that is all there is in `text`, as our own grammar reads it."""
    mentions = find(text, [Sentence(Span(0, len(text)), text, 0, False, ())])
    if len(mentions) != 1 or re.search(r"\w", text[: mentions[0].span.start] + text[mentions[0].span.end :]):
        return None
    expression = mentions[0].expression
    inner = expression.day if isinstance(expression, TimeOfDay) else expression
    return inner if isinstance(inner, Calendar) and inner.month and inner.era == "AD" else None


def _checked(text: str, year: int, month: int | None, day: int | None) -> When | None:
    try:
        if month is None:
            return _when(text, *calendar.year_of(date(year, 1, 1)))
        if day is None:
            return _when(text, *calendar.month(year, month))
        return _when(text, date(year, month, day), date(year, month, day))
    except ValueError:
        return None


def _when(text: str, first: date, last: date) -> When:
    shown = " ".join(text.split())
    made = when_within(first, last, rule=RULE, anchor="", explanation="")
    return when_within(first, last, rule=RULE, anchor="", explanation=f"'{shown}' is {made.edtf}.")


def _may_be_date(text: str) -> bool:
    """Whether to ask dateparser, which goes through 200 languages before it says no.

    Not for "Campaign of 1904" nor "By John Smith, Sept 5, 2019": a day and a year are two numbers, and of a date it
    knows every word.
    """
    numbers = re.findall(r"\d+", text)
    return len(numbers) > 1 and min(map(len, numbers)) <= len("31") and _long_words(text) <= _words_of_dates()


def _long_words(text: str) -> set[str]:
    bare = "".join(char for char in normalize("NFKD", text) if not combining(char))
    return set(WORD.findall(bare.lower()))


@cache
def _words_of_dates() -> set[str]:
    """The long words that dateparser knows in any language."""
    from dateparser.languages import default_loader

    return {word for locale in default_loader.get_locales() for word in _long_words(str(locale.info))}


def _foreign(text: str) -> When | None:
    """Dates of other languages and orders, which dateparser knows; it must find a day, a month and a year."""
    import dateparser  # slow to import, and seldom needed

    found = dateparser.parse(
        ZONE.sub("", text),
        settings={
            "RELATIVE_BASE": datetime(1900, 1, 1),  # noqa: DTZ001 (dateparser wants a naive base)
            "TIMEZONE": "UTC",
            "PREFER_DAY_OF_MONTH": "first",
            "REQUIRE_PARTS": ["day", "month", "year"],
            "PARSERS": ["absolute-time"],
            "STRICT_PARSING": True,
        },
    )
    return _when(text, found.date(), found.date()) if found else None
