"""Meanings of words that count from another date: "yesterday", "last week", "two years ago", "the next day"."""

from dateline.temporal.grammar.edges import edged
from dateline.temporal.grammar.expression import Calendar, Edge, Expression, From, Relative, TimeOfDay, Vague
from dateline.temporal.grammar.parts import Parts

# How many periods away, and counted from where, by the last word of "this coming", "the previous", "that same".
WHICH: dict[str, tuple[int, From]] = {
    "last": (-1, "speech"), "past": (-1, "speech"), "this": (0, "speech"), "current": (0, "speech"),
    "next": (1, "speech"), "coming": (1, "speech"), "upcoming": (1, "speech"),
    "that": (0, "reference"), "same": (0, "reference"), "latest": (0, "either"), "recent": (0, "either"),
    "the": (0, "either"),
    "previous": (-1, "reference"), "preceding": (-1, "reference"), "prior": (-1, "reference"),
    "following": (1, "reference"), "subsequent": (1, "reference"),
}  # fmt: skip


def which(words: str) -> tuple[int, From]:
    """How many periods away, and counted from where. "The next day" follows the date told last, "next day" today."""
    if words in ("the next", "the very next"):
        return 1, "reference"
    if words == "this same":
        return 0, "speech"
    return WHICH[words.split()[-1]]


HALVES = {
    "hour": (30, "minute"), "day": (12, "hour"), "year": (6, "month"), "decade": (5, "year"),
    "century": (50, "year"),
}  # fmt: skip


def year_from(words: str | None) -> Relative | None:
    """The year of "October last year" or "May of the same year"."""
    if not words:
        return None
    if words == "the year":
        return Relative(0, "year", "either")
    if words.startswith("the year "):  # "October of the year before"
        return Relative(-1 if words.endswith("before") else 1, "year", "reference")
    n, base = which(words.removesuffix(" year"))
    return Relative(n, "year", base)


def relative(p: Parts) -> Expression | None:
    """Last week, this year, the following month, that day, the quarter."""
    n, base = which(p.get("which")) if p.has("which") else (0, "either")
    unit = p.get("unit")
    if unit == "quarter" and base == "either" and p.has("which"):  # "the latest quarter"
        n = -1
    found: Expression = Relative(n, unit, base)
    if unit == "night":
        found = TimeOfDay(Relative(n, "day", base), "NI")
    return edged(found, p.get("edge"))


def deictic(p: Parts) -> Expression | None:
    """Yesterday, today, tomorrow, with or without a part of the day."""
    day = Relative(p.get("deictic"), "day")
    return TimeOfDay(day, p.get("part")) if p.has("part") else edged(day, p.get("edge"))


def the_week(_: Parts) -> Expression | None:
    """Over the week, the week's worst attack: the latest week that is all but over."""
    return Relative(-1, "week", "either")


def ago(p: Parts) -> Expression | None:
    """Two weeks ago, three days later, a year earlier, months before."""
    word = p.get("direction")
    sign = 1 if word in ("later", "afterwards", "hence", "from now", "after that") else -1
    base: From = "speech" if word in ("ago", "back", "hence", "from now") else "reference"
    n, unit = p.get("n"), p.get("unit")
    if p.has("halved"):
        n, unit = HALVES.get(p.get("halved"), (None, ""))
        if n is None:
            return None
    if p.has("some") or (n is None and p.has("plural")):
        return Relative(None, unit, base, ahead=sign > 0)
    n = (1 if n is None or isinstance(n, str) else n) * (p.get("scale") or 1)
    if unit == "year" and n == 1 and sign < 0 and word != "before that":
        base = "either"
    if isinstance(n, float) and not n.is_integer():
        return None
    if p.has("season"):  # "two years ago this summer"
        return Calendar(part=p.get("season"), year_from=Relative(sign * int(n), unit)) if unit == "year" else None
    compared = base == "either" and word in ("earlier", "before")
    within = (0, "day") if p.has("to_day") else None
    if p.has("period"):
        within = (which(p.get("which"))[0], p.get("period"))
    return Relative(sign * int(n), unit, base, p.has("half"), within, compared=compared)


def day_beside(p: Parts) -> Expression | None:
    """The day before, the day after (the date told last); none of "the day after the vote", which says after what."""
    first, end = p.match.span()
    words = p.words(first, end)
    following = p.tokens.word(end) if end < len(p.tokens.classes) else ""
    if words.endswith(("before", "after")) and following[:1].isupper():
        return None
    return Relative(1 if words.endswith(("after", "following")) else -1, "day", "reference")


def unit_before(p: Parts) -> Expression | None:
    """The week before, the night before, the year after: the one before or after the date told last."""
    unit, n = p.get("unit"), 1 if p.get("direction") == "after" else -1
    if unit == "night":
        return TimeOfDay(Relative(n, "day", "reference"), "NI")
    compared = unit == "year" and n < 0
    return Relative(n, unit, "either" if compared else "reference", compared=compared)


def that_day(_: Parts) -> Expression | None:
    """On Nov. 3, the day before the vote: it says more of the date that stands before it."""
    return Relative(0, "day", "reference")


def second_day(p: Parts) -> Expression | None:
    """The day after tomorrow, the day before yesterday."""
    return Relative(2 if p.words(*p.match.span()).endswith("tomorrow") else -2, "day")


def second_unit(p: Parts) -> Expression | None:
    """The week before last, the month after next, the night before last."""
    n = 2 if p.words(*p.match.span()).endswith("next") else -2
    return TimeOfDay(Relative(n, "day"), "NI") if p.get("unit") == "night" else Relative(n, p.get("unit"))


def year_before(_: Parts) -> Expression | None:
    """The quarter a year ago."""
    return Relative(-1, "year", "either")


def same_last_year(p: Parts) -> Expression | None:
    """The same month last year, the same week a year earlier: the one told last, or this one, a year before it."""
    return Relative(-1, "year", "reference", within=(0, p.get("unit")))


def latest_period(_: Parts) -> Expression | None:
    """The latest period: the quarter that is spoken of."""
    return Relative(0, "quarter", "either")


def unit_end(p: Parts) -> Expression | None:
    """Year-end, the year's end, month's end, year-end 2012."""
    return Edge(Calendar(year=p.get("year")) if p.has("year") else Relative(0, p.get("unit"), "either"), "end")


def past(_: Parts) -> Expression | None:
    return Vague("PAST_REF")


def present(_: Parts) -> Expression | None:
    return Vague("PRESENT_REF")


def future(_: Parts) -> Expression | None:
    return Vague("FUTURE_REF")
