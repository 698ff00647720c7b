"""Meanings of words that name a place in the calendar: days, months, years, parts of a year, feasts."""

from dataclasses import replace
from typing import Literal

from dateline.temporal.grammar.edges import edged
from dateline.temporal.grammar.expression import Calendar, Edge, Era, Expression, From, Relative, TimeOfDay, Years
from dateline.temporal.grammar.numbers import full_year
from dateline.temporal.grammar.parts import Parts
from dateline.temporal.grammar.relatives import which, year_from
from dateline.temporal.grammar.words import UNKNOWN


def date(p: Parts) -> Expression | None:
    """A date by its fields: any of weekday, day, month, year, and a year told by "last year"."""
    year = _year(p)
    if year is not None and not 1 <= year <= LATEST:
        return None
    found = Calendar(
        year=year,
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


def date_of_thing(p: Parts) -> Expression | None:
    """The May 17 accord of 1983: of the year of the thing, if that is one word."""
    found = date(p)
    one_word = " " not in p.tokens.word(p.match.end())
    return found if one_word or not isinstance(found, Calendar) else replace(found, year=None)


def year(p: Parts) -> Expression | None:
    """A year; not a number of things: "1500 fighters", "in 1200 villages", "Proclamation 1081"."""
    n, first, after = p.get("year"), p.match.start(), p.match.end()
    charsets = p.tokens.vocabulary.charsets
    opening = charsets["PREPOSITION"] | charsets["DETERMINER"] | charsets["S"] | charsets["START"]
    introduced = p.tokens.classes[first - 1] in opening  # "the country's 2019 elections"
    early = n < EARLIEST
    if (early and not introduced) or ((early or not introduced) and _counts(p, after)):
        return None
    return date(p)


FIRST_DECADE = 200  # "the 2000s" are ten years, "the 1900s" a hundred
LATEST = 9999  # the last year that datetime knows
EARLIEST = 1500  # four figures below this are seldom a year


def _counts(p: Parts, after: int) -> bool:
    """Whether a common noun in the plural follows: what stands before it is a number."""
    if p.tokens.classes[after : after + 1] != UNKNOWN:
        return False
    start = p.tokens.starts[after]
    word = p.tokens.text[start : p.tokens.ends[after]].split(None, 1)[0]
    return word.islower() and word.endswith("s") and len(word) > 3


def _year(p: Parts) -> int | None:
    if p.has("short"):
        return full_year(p.get("short"))
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


def part_of_year(p: Parts) -> Expression | None:
    """A season, quarter or half: "spring of 1794", "the third quarter", "last fall"."""
    if p.has("season"):
        part = p.get("season")
    else:
        last = 2 if p.get("kind") == "half" else 4
        number = last if p.has("last") else p.get("number") or "X"  # "the last half of 1989"
        part = f"{p.get('kind')[0].upper()}{number}"
    if (part[0] == "Q" and part[1:] not in "1234X") or (part[0] == "H" and part[1:] not in "12X"):
        return None  # "the fifth quarter", "the third half"
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


def quarter_by_code(p: Parts) -> Expression | None:
    """Q3, Q3 2008, 2008-Q3."""
    return Calendar(year=_year(p), part=p.get("part"))


def decade(p: Parts) -> Expression | None:
    """1950s, the '90s, the nineties."""
    text = p.get("decade")
    if p.has("hundreds") and not 10 <= p.get("hundreds") <= 20:
        return None
    if isinstance(text, int):
        digits = str(text)
    else:
        digits = text.replace("'", "").replace("’", "").removesuffix("s").removesuffix("0")
    if not digits:
        return None
    century = len(digits) == 3 and digits[-1] == "0" and int(digits) < FIRST_DECADE  # the 1800s
    digits = f"{p.get('hundreds') or ''}{digits}"  # the nineteen-nineties
    return edged(Years(digits[:2] if century else digits, 100 if century else 10, _era(p)), p.get("edge"))


def century(p: Parts) -> Expression | None:
    """The 20th century is the years that begin with 19."""
    n = p.get("number")
    return edged(Years(f"{n - 1:02}", 100, _era(p)), p.get("edge")) if 1 <= n <= 30 else None


def _era(p: Parts) -> Era:
    return "BC" if p.has("bc") else "AD"


def day_of_month(p: Parts) -> Expression | None:
    """The 15th of last month."""
    n, base = which(p.get("whose"))
    return Calendar(day=p.get("day"), year_from=Relative(n, "month", base))


def day_told(p: Parts) -> Expression | None:
    """On the 27th: of the month told last. "On the first" may be a day of anything, "the 8th Army" is a name."""
    return Calendar(day=p.get("day")) if p.tokens.word(p.match.end() - 1)[0].isdigit() else None


def weekday_of_week(p: Parts) -> Expression | None:
    """Friday last week, Tuesday of this week."""
    n, base = which(p.get("whose").removesuffix(" week"))
    return Calendar(weekday=p.get("weekday"), year_from=Relative(n, "week", base))


def weekday_told(p: Parts) -> Expression | None:
    """On the Friday: the first one from the day told last."""
    return Calendar(weekday=p.get("weekday"), which=0, base="reference")


def day_beside_date(p: Parts) -> Expression | None:
    """The day before last Tuesday, the day after May 3."""
    found = date(p)
    return Edge(found, p.get("edge")) if isinstance(found, Calendar) else None


def week_beside_weekday(p: Parts) -> Expression | None:
    """A week ago Tuesday, a week from Friday: a week before the last one, or after the next one."""
    ahead = p.get("edge").endswith("from")
    weekday = Calendar(weekday=p.get("weekday"), which=1 if ahead else None)
    return Edge(weekday, "week after" if ahead else "week before")


def quarter_to(p: Parts) -> Expression | None:
    """The quarter ended July 31: the day behind it tells which one it is."""
    last = Calendar(year=_year(p), month=p.get("month"), day=p.get("day"), which=-1 if p.has("over") else None)
    return Edge(last, "quarter before")


def second_next(p: Parts) -> Expression | None:
    """The summer before last, the Monday after next."""
    ahead = p.words(*p.match.span()).endswith("next")
    if p.has("weekday"):
        weekday = Calendar(weekday=p.get("weekday"), which=1 if ahead else -1)
        return Edge(weekday, "week after" if ahead else "week before")
    return Calendar(month=p.get("month"), part=p.get("season") or "", which=2 if ahead else -2)


def week_of_month(p: Parts) -> Expression | None:
    """The third week of August, the last week of May."""
    number = "last" if p.has("last") else p.get("number")
    base = Calendar(year=_year(p), month=p.get("month"), year_from=year_from(p.get("whose")))
    return Edge(base, f"week {number}") if number in (1, 2, 3, 4, "last") else None


def week_of(p: Parts) -> Expression | None:
    """The week of March 6, the weekend of March 6: the week that holds the day, or its end."""
    return Edge(Calendar(year=_year(p), month=p.get("month"), day=p.get("day")), p.get("unit"))


def ranked_day(p: Parts) -> Expression | None:
    """The last day of May, the first Monday in October, the last Friday of the month."""
    number: int | Literal["last"] = "last" if p.has("last") else p.get("number")
    base: Calendar | Relative = Calendar(year=_year(p), month=p.get("month"), year_from=year_from(p.get("whose")))
    if p.has("which"):
        n, counted = which(p.get("which"))
        base = Relative(n, "month", counted)
    if not p.has("weekday"):
        return Edge(base, f"day {number}") if number == "last" or number <= 31 else None
    return Edge(base, f"weekday {number} {p.get('weekday')}") if number in (1, 2, 3, 4, "last") else None


def quarter_then(p: Parts) -> Expression | None:
    """The 1988 period, the same quarter last year: that year's part of which is spoken, all of it if of none."""
    return Calendar(year=_year(p), part="X" if p.has("period") else "QX", year_from=year_from(p.get("whose")))
