"""Says in words when something was, with the doubt that its EDTF holds.

`[2019-06-24..2019-06-30]` is "between 24 and 30 June 2019", `[..2019-06-30]` "on or before 30 June 2019",
`2018-10/2019-06` "from October 2018 to June 2019", `2019-02~` "about February 2019".
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from dateline import edtf
from dateline.model import When
from dateline.web.words import Said, said

MONTHS = (
    said("January"), said("February"), said("March"), said("April"), said("May"), said("June"), said("July"),
    said("August"), said("September"), said("October"), said("November"), said("December"),
)  # fmt: skip
SHORT_MONTHS = (
    said("Jan", "short"), said("Feb", "short"), said("Mar", "short"), said("Apr", "short"), said("May", "short"),
    said("Jun", "short"), said("Jul", "short"), said("Aug", "short"), said("Sep", "short"), said("Oct", "short"),
    said("Nov", "short"), said("Dec", "short"),
)  # fmt: skip
_SEASONS = {21: said("spring"), 22: said("summer"), 23: said("autumn"), 24: said("winter")}  # EDTF level 1
_FIRST_DAY = said("1", context="day of the month")  # "1er" in French, as no other day
_POINT = re.compile(
    r"(?P<year>[0-9]{3}[0-9X])(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?(?P<doubt>[~?%]?)", re.ASCII
)
_PLACEHOLDER = re.compile(r"%\((\w+)\)s")
_KEPT = 10_000  # values whose words are kept: a site says the same dates again and again
NOT_STATED = said("date not stated")


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a date in words; `datetime` is a valid value of HTML's attribute, or None."""

    text: str
    datetime: str | None = None

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Words:
    """A date in words: `said` holds a Part for each of its days, months or years.

    `note` says what is left open ("day not stated"), "" where nothing is.
    """

    said: Said
    edtf: str
    note: str = ""

    def __str__(self) -> str:
        return self.said

    @property
    def parts(self) -> tuple[Part, ...]:
        return self.parts_in(self.said.pattern)

    def parts_in(self, pattern: str) -> tuple[Part, ...]:
        """The pieces in the order of a pattern, that of `said` or its translation."""
        pieces = _PLACEHOLDER.split(pattern)
        values = self.said.values
        found = (values[piece] if at % 2 else Part(piece) for at, piece in enumerate(pieces) if piece)
        return tuple(part for part in found if isinstance(part, Part))


@dataclass(frozen=True, slots=True)
class _Point:
    year: str  # "2019", "201X"
    month: int | None
    day: int | None
    doubt: str

    @property
    def season(self) -> bool:
        return self.month in _SEASONS

    def shared(self, other: "_Point") -> str:
        """What need not be said twice in "from self to other": "", "year" or "month"."""
        if self.doubt or self.season or self.year != other.year or other.season or not self.month:
            return ""
        return "month" if self.day and other.day and self.month == other.month else "year"

    def text(self, leave_out: str = "") -> str:
        text = self._without_doubt(leave_out)
        context = "day" if self.day else ""
        match self.doubt:
            case "~":
                return said("about %(date)s", context, date=text)
            case "?":
                return said("possibly %(date)s", context, date=text)
            case "%":
                return said("possibly about %(date)s", context, date=text)
        return text

    def _without_doubt(self, leave_out: str) -> str:
        if self.year.endswith("X"):
            return said("the %(decade)ss", decade=f"{self.year[:3]}0")
        year = self.year.lstrip("0") or "0"
        if not self.month:
            return year
        month = _SEASONS.get(self.month) or MONTHS[self.month - 1]
        if not self.day:
            return month if leave_out else said("%(month)s %(year)s", month=month, year=year)
        day = _FIRST_DAY if self.day == 1 else str(self.day)
        if leave_out == "month":
            return day
        if leave_out == "year":
            return said("%(day)s %(month)s", day=day, month=month)
        return said("%(day)s %(month)s %(year)s", day=day, month=month, year=year)

    def datetime(self) -> str | None:
        if self.year.endswith("X") or self.season:
            return None
        return "-".join([self.year] + [f"{n:02}" for n in (self.month, self.day) if n])

    def day_of(self, first: bool) -> date | None:
        """The first or last day that it may be; None where its month is not known."""
        if not self.month or self.season:
            return None
        year = int(self.year)
        if self.day or first:
            return date(year, self.month, self.day or 1)
        return edtf.last_of_month(year, self.month)

    def part(self, leave_out: str = "") -> Part:
        return Part(self.text(leave_out), self.datetime())


def in_words(when: When, by: date | None = None) -> Words:
    """`when` in words; `by` is the day by which something expected is to be, said where it ends `when`."""
    if by and by == when.last and when.first != by and when.edtf.startswith("["):
        return Words(said("by %(day)s", day=_day(by).part()), when.edtf)
    words = of_edtf(when.edtf)
    if words:
        return words
    return of_edtf(edtf.within(when.first, when.last)) or Words(NOT_STATED, when.edtf)


@lru_cache(maxsize=_KEPT)
def of_edtf(value: str) -> Words | None:
    """The words for one EDTF value; None where it is of no form that Dateline writes."""
    form, ends = _ends(value)
    if not any(ends):
        return Words(NOT_STATED, value)
    if form == "point":
        point = _point(value)
        return Words(_alone(point.part()), value, _left_open(point)) if point else None
    words = _interval(ends, _lasting if form == "lasts" else _within)
    return Words(words, value) if words else None


def _alone(part: Part) -> Said:
    return Said("%(date)s", {"date": part})


def bounds(value: str) -> tuple[date | None, date | None]:
    """The first and last possible day of an EDTF value; None for a side that is open or of no known month."""
    ends = _ends(value)[1]
    first, last = _point(ends[0]), _point(ends[-1])
    return first.day_of(first=True) if first else None, last.day_of(first=False) if last else None


def _ends(value: str) -> tuple[str, list[str]]:
    """What kind of interval an EDTF value is, and its ends, "" where one is open."""
    if value.startswith("[") and value.endswith("]"):
        return "within", value[1:-1].split("..")
    if "/" in value:
        return "lasts", ["" if end == ".." else end for end in value.split("/")]
    return "point", [value]


def _interval(ends: list[str], form: Callable[[_Point | None, _Point | None], Said]) -> Said | None:
    """The words for the two ends of an interval, "" being an open one; None where one is unreadable."""
    if len(ends) != 2:
        return None
    first, last = (_point(end) for end in ends)
    if (ends[0] and not first) or (ends[1] and not last):
        return None
    return form(first, last)


def _within(first: _Point | None, last: _Point | None) -> Said:
    """At some time between the ends, of which one is known at least."""
    if not first:
        return said("on or before %(last)s", _context(last), last=last and last.part())
    if not last:
        return said("on or after %(first)s", _context(first), first=first.part())
    start, end = first.part(first.shared(last)), last.part()
    if _neighbours(first, last):
        return said("%(first)s or %(last)s", first=start, last=end)
    return said("between %(first)s and %(last)s", _context(first, last), first=start, last=end)


def _lasting(first: _Point | None, last: _Point | None) -> Said:
    """From one end to the other, of which one is known at least."""
    if not first:
        return said("until %(last)s", _context(last), last=last and last.part())
    if not last:
        return said("from %(first)s on", _context(first), first=first.part())
    start, end = first.part(first.shared(last)), last.part()
    return said("from %(first)s to %(last)s", _context(first, last), first=start, last=end)


def _context(*points: _Point | None) -> str:
    """Some languages have an article before a day, and none before a month or year."""
    return "day" if all(point and point.day and not point.doubt for point in points) else ""


def _neighbours(first: _Point, last: _Point) -> bool:
    if not (first.day and last.day and first.month and last.month):
        return False
    days = date(int(first.year), first.month, first.day), date(int(last.year), last.month, last.day)
    return (days[1] - days[0]).days == 1


def _point(value: str) -> _Point | None:
    """One end of an interval; None where it is unreadable or no such day exists."""
    found = _POINT.fullmatch(value)
    if not found or found["year"] == "0000":
        return None
    month, day = (int(found[name]) if found[name] else None for name in ("month", "day"))
    point = _Point(found["year"], month, day, found["doubt"])
    if month is None or (day is None and point.season):
        return point
    if found["year"].endswith("X") or not 1 <= month <= 12:
        return None
    last = edtf.last_of_month(int(found["year"]), month).day
    return point if day is None or 1 <= day <= last else None


def _day(day: date) -> _Point:
    return _Point(f"{day.year:04}", day.month, day.day, "")


@lru_cache(maxsize=_KEPT)
def day_in_words(day: date) -> str:
    """A day in words: "29 June 2019"."""
    return _day(day).text()


def _left_open(point: _Point) -> str:
    if point.day:
        return ""
    return said("day not stated") if point.month else said("month not stated")
