"""Says in words when something was, with the doubt that its EDTF holds.

`[2019-06-24..2019-06-30]` is "between 24 and 30 June 2019", `[..2019-06-30]` "on or before 30 June 2019",
`2018-10/2019-06` "from October 2018 to June 2019", `2019-02~` "about February 2019".
"""

import re
from dataclasses import dataclass
from datetime import date

from dateline import edtf
from dateline.model import When

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
_SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}  # EDTF level 1
_DOUBT = {"~": "about ", "?": "possibly ", "%": "possibly about "}
_POINT = re.compile(
    r"(?P<year>[0-9]{3}[0-9X])(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?(?P<doubt>[~?%]?)", re.ASCII
)
NOT_STATED = "date not stated"


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a date in words; `datetime` is a valid value of HTML's attribute, or None."""

    text: str
    datetime: str | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """A date in words. `note` says what is left open ("day not stated"), "" where nothing is."""

    parts: tuple[Part, ...]
    edtf: str
    note: str = ""

    def __str__(self) -> str:
        return "".join(part.text for part in self.parts)


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
        if self.year.endswith("X"):
            return f"{_DOUBT.get(self.doubt, '')}the {self.year[:3]}0s"
        month = _SEASONS.get(self.month or 0) or (MONTHS[self.month - 1] if self.month else "")
        words = [str(self.day or ""), month, self.year.lstrip("0") or "0"]
        keep = {"": 3, "year": 2, "month": 1}[leave_out]
        return _DOUBT.get(self.doubt, "") + " ".join(filter(None, words[:keep]))

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
        return Words((Part("by "), _day(by).part()), when.edtf)
    words = of_edtf(when.edtf)
    if words:
        return words
    return of_edtf(edtf.within(when.first, when.last)) or Words((Part(NOT_STATED),), when.edtf)


def of_edtf(value: str) -> Words | None:
    """The words for one EDTF value; None where it is of no form that Dateline writes."""
    form, ends = _ends(value)
    if not any(ends):
        return Words((Part(NOT_STATED),), value)
    if form == "point":
        point = _point(value)
        return Words((point.part(),), value, _left_open(point)) if point else None
    parts = _interval(ends, *_FORMS[form])
    return Words(parts, value) if parts else None


def bounds(value: str) -> tuple[date | None, date | None]:
    """The first and last possible day of an EDTF value; None for a side that is open or of no known month."""
    ends = _ends(value)[1]
    first, last = _point(ends[0]), _point(ends[-1])
    return first.day_of(first=True) if first else None, last.day_of(first=False) if last else None


# How an interval begins in words where its first end is open, its last is, neither is; what joins the two ends;
# what follows an open last end.
_FORMS = {
    "within": ("on or before ", "on or after ", "between ", " and ", ""),
    "lasts": ("until ", "from ", "from ", " to ", " on"),
}


def _ends(value: str) -> tuple[str, list[str]]:
    """What kind of interval an EDTF value is, and its ends, "" where one is open."""
    if value.startswith("[") and value.endswith("]"):
        return "within", value[1:-1].split("..")
    if "/" in value:
        return "lasts", ["" if end == ".." else end for end in value.split("/")]
    return "point", [value]


def _interval(ends: list[str], until: str, since: str, between: str, to: str, onwards: str) -> tuple[Part, ...] | None:
    """The words for the two ends of an interval, "" being an open one; None where one is unreadable."""
    if len(ends) != 2:
        return None
    first, last = (_point(end) for end in ends)
    if first and last:
        two_days = between == "between " and _neighbours(first, last)
        start, to = ("", " or ") if two_days else (between, to)
        return (Part(start), first.part(first.shared(last)), Part(to), last.part())
    if last and not ends[0]:
        return (Part(until), last.part())
    if first and not ends[1]:
        return (Part(since), first.part(), Part(onwards))
    return None


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


def day_in_words(day: date) -> str:
    """A day in words: "29 June 2019"."""
    return _day(day).text()


def _left_open(point: _Point) -> str:
    if point.day:
        return ""
    return "day not stated" if point.month else "month not stated"
