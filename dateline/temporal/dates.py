"""Meanings of words that name a place in the calendar, or one counted from another: type DATE."""

from collections.abc import Callable
from dataclasses import replace

from dateline.temporal.expression import (
    Calendar,
    Edge,
    Era,
    Expression,
    From,
    Holiday,
    Relative,
    TimeOfDay,
    Vague,
    Years,
)
from dateline.temporal.parts import Parts
from dateline.temporal.words import UNKNOWN

Meaning = Callable[[Parts], Expression | None]

# How many periods away, and counted from where, by the last word of "this coming", "the previous", "that same".
WHICH: dict[str, tuple[int, From]] = {
    "last": (-1, "speech"), "past": (-1, "speech"), "this": (0, "speech"), "current": (0, "speech"),
    "next": (1, "speech"), "coming": (1, "speech"), "upcoming": (1, "speech"),
    "that": (0, "reference"), "same": (0, "reference"), "latest": (0, "either"),
    "previous": (-1, "reference"), "preceding": (-1, "reference"), "prior": (-1, "reference"),
    "following": (1, "reference"), "subsequent": (1, "reference"),
}  # fmt: skip
EDGES = frozenset({"early", "late", "mid", "earlier", "later"})
EDGE_NOUNS = {
    "end": "end", "close": "end", "rest": "rest", "remainder": "rest", "beginning": "start", "start": "start",
    "middle": "mid", "outset": "start", "turn": "start", "height": "mid", "course": "",
}  # fmt: skip
EDGE_PARTS = {"first": "early", "early": "early", "second": "late", "last": "late", "latter": "late", "late": "late"}


def edged(base: Expression | None, words: str | None) -> Expression | None:
    """`base`, narrowed to the part of it that the words before it name."""
    if not words or not isinstance(base, Calendar | Years | Holiday | Relative):
        return base
    first = words.split()[0]
    if first in EDGES:
        return Edge(base, first)
    for word in words.split():
        if word in EDGE_NOUNS:
            return Edge(base, EDGE_NOUNS[word]) if EDGE_NOUNS[word] else base
        if word in EDGE_PARTS:
            return Edge(base, f"{EDGE_PARTS[word]} half" if "half" in words else EDGE_PARTS[word])
    return base


def year_from(words: str | None) -> Relative | None:
    """The year of "October last year" or "May of the same year"."""
    if not words:
        return None
    n, base = which(words.removesuffix(" year"))
    return Relative(n, "year", base)


def which(words: str) -> tuple[int, From]:
    """How many periods away, and counted from where. "The next day" follows the date told last, "next day" today."""
    if words in ("the next", "the very next"):
        return 1, "reference"
    if words == "this same":
        return 0, "speech"
    return WHICH[words.split()[-1]]


def date(p: Parts) -> Expression | None:
    """A date by its fields: any of weekday, day, month, year, and a year told by "last year"."""
    found = Calendar(
        year=_year(p),
        month=p.get("month"),
        day=p.get("day"),
        weekday=p.get("weekday"),
        which=_which(p),
        base=_base(p),
        year_from=year_from(p.get("whose")),
        era="BC" if p.has("bc") else "AD",
    )
    if p.has("part"):
        return TimeOfDay(found, p.get("part"))
    return edged(found, p.get("edge"))


def attack(p: Parts) -> Expression | None:
    """The Sept. 11 attacks are those of 2001, whenever they are spoken of; any other attack is of its own year."""
    month, day = p.get("month"), p.get("day")
    return Calendar(2001 if (month, day) == (9, 11) else None, month, day)


def year(p: Parts) -> Expression | None:
    """A year; not a number of things: "1500 fighters", "in 1200 villages"."""
    n, first, after = p.get("year"), p.match.start(), p.match.end()
    charsets = p.tokens.vocabulary.charsets
    introduced = p.tokens.classes[first - 1] in charsets["PREPOSITION"] | charsets["the"]
    if (n < EARLIEST or not introduced) and _counts(p, after):
        return None
    return date(p)


EARLIEST = 1500  # four figures below this are seldom a year


def _counts(p: Parts, after: int) -> bool:
    """Whether a common noun in the plural follows: what stands before it is a number."""
    if p.tokens.classes[after : after + 1] != UNKNOWN:
        return False
    start = p.tokens.starts[after]
    word = p.tokens.text[start : p.tokens.ends[after]].split(None, 1)[0]
    return word.islower() and word.endswith("s") and len(word) > 3


def _year(p: Parts) -> int | None:
    if p.has("yy"):  # the "91" of "1990-91"
        start: int = p.get("year")
        return start // 100 * 100 + int(p.get("yy")) if int(p.get("yy")) > start % 100 else None
    year = p.get("year")
    return int(year) if year is not None else None


def _which(p: Parts) -> int | None:
    words = p.get("which")
    return which(words)[0] if words else None


def _base(p: Parts) -> From:
    words = p.get("which")
    return which(words)[1] if words else "speech"


def iso(p: Parts) -> Expression | None:
    """2019-06-30"""
    year, month, day = map(int, p.get("iso").split("-"))
    return Calendar(year, month, day) if _plausible(month, day) else None


def slashed(p: Parts) -> Expression | None:
    """11/02/89, month first, as American news writes it; the day first where the month cannot be."""
    month, day, year = map(int, p.get("slashed").split("/"))
    if month > 12:
        month, day = day, month
    if year < 100:
        year += 1900 if year > 30 else 2000
    return Calendar(year, month, day) if _plausible(month, day) else None


def _plausible(month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= 31


def part_of_year(p: Parts) -> Expression | None:
    """A season, quarter or half: "spring of 1794", "the third quarter", "last fall"."""
    if p.has("season"):
        part = p.get("season")
    else:
        number = 2 if p.has("last") else p.get("number") or "X"  # "the last half of 1989"
        part = f"{p.get('kind')[0].upper()}{number}"
    if part[0] in "QH" and part[1:] not in ("1", "2", "3", "4", "X"):
        return None
    found = Calendar(
        year=_year(p),
        part=part,
        which=_which(p),
        base=_base(p),
        year_from=year_from(p.get("whose")),
        era="BC" if p.has("bc") else "AD",
    )
    if p.has("ago"):  # "the year-ago third quarter"
        found = replace(found, year_from=Relative(-1, "year", "speech"))
    return edged(found, p.get("edge"))


def decade(p: Parts) -> Expression | None:
    """1950s, the '90s, the nineties."""
    text = p.get("decade")
    if isinstance(text, int):
        digits = str(text)
    else:
        digits = text.replace("'", "").replace("’", "").removesuffix("s").removesuffix("0")
    if not digits:
        return None
    century = len(digits) == 2 and text.startswith(digits + "00")
    return edged(Years(digits[:2] if century else digits, 100 if century else 10, _era(p)), p.get("edge"))


def century(p: Parts) -> Expression | None:
    """The 20th century is the years that begin with 19."""
    n = p.get("number")
    return edged(Years(f"{n - 1:02}", 100, _era(p)), p.get("edge")) if 1 <= n <= 30 else None


def _era(p: Parts) -> Era:
    return "BC" if p.has("bc") else "AD"


def relative(p: Parts) -> Expression | None:
    """Last week, this year, the following month, that day, the quarter."""
    n, base = which(p.get("which")) if p.has("which") else (0, "either")
    unit = p.get("unit")
    found: Expression = Relative(n, unit, base)
    if unit == "night":
        found = TimeOfDay(Relative(n, "day", base), "NI")
    return edged(found, p.get("edge"))


def deictic(p: Parts) -> Expression | None:
    """Yesterday, today, tomorrow, with or without a part of the day."""
    day = Relative(p.get("deictic"), "day")
    return TimeOfDay(day, p.get("part")) if p.has("part") else edged(day, p.get("edge"))


def ago(p: Parts) -> Expression | None:
    """Two weeks ago, three days later, a year earlier, months before."""
    word = p.get("direction")
    sign = 1 if word in ("later", "afterwards", "afterward", "on", "hence", "from now", "thereafter") else -1
    base: From = "speech" if word in ("ago", "hence", "from now", "back") else "reference"
    n = p.get("n")
    unit = p.get("unit")
    if p.has("some") or (n is None and p.has("plural")):
        return Relative(None, unit, base, ahead=sign > 0)
    n = 1 if n is None or isinstance(n, str) else n
    if unit == "year" and n == 1 and sign < 0:
        base = "either"
    if isinstance(n, float) and not n.is_integer():
        return None
    if unit == "decade":
        n, unit = 10 * n, "year"
    return Relative(sign * int(n), unit, base, p.has("half"))


def holiday(p: Parts) -> Expression | None:
    """A feast by name, with or without a year."""
    rule = p.get("holiday")
    rule = p.tokens.vocabulary.values["HOLIDAY"].get(rule, rule)
    return edged(Holiday(rule, _year(p), _which(p)), p.get("edge"))


def past(_: Parts) -> Expression | None:
    return Vague("PAST_REF")


def present(_: Parts) -> Expression | None:
    return Vague("PRESENT_REF")


def future(_: Parts) -> Expression | None:
    return Vague("FUTURE_REF")


def day_beside(p: Parts) -> Expression | None:
    """The day before, the day after (the date told last)."""
    words = p.words(*p.match.span())
    return Relative(1 if words.endswith(("after", "following")) else -1, "day", "reference")


def week_of(p: Parts) -> Expression | None:
    """The week of March 6: the week that holds the day."""
    return Edge(Calendar(year=_year(p), month=p.get("month"), day=p.get("day")), "week")


def second_day(p: Parts) -> Expression | None:
    """The day after tomorrow, the day before yesterday."""
    return Relative(2 if p.words(*p.match.span()).endswith("tomorrow") else -2, "day")


def quarter_then(p: Parts) -> Expression | None:
    """The 1988 period, the 1988 quarter: the same part of that year as is spoken of."""
    return Calendar(year=_year(p), part="QX")


def latest_period(_: Parts) -> Expression | None:
    """The latest period: the quarter that is spoken of."""
    return Relative(0, "quarter", "either")


def year_before(_: Parts) -> Expression | None:
    """The quarter a year ago."""
    return Relative(-1, "year", "either")


def year_end(_: Parts) -> Expression | None:
    """Year-end, the year's end."""
    return Edge(Relative(0, "year", "either"), "end")
