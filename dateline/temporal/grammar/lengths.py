"""Meanings of words for lengths of time, for what recurs and for the time of day: DURATION, SET and TIME."""

from dataclasses import replace

from dateline.temporal.days import calendar
from dateline.temporal.grammar.expression import Duration, Expression, Repeated, Stretch, Vague
from dateline.temporal.grammar.parts import Parts
from dateline.temporal.grammar.words import BOUNDARY, UNKNOWN

STRETCH: dict[str, Stretch] = {
    "past": "past",
    "last": "past",
    "recent": "past",
    "previous": "past",
    "next": "next",
    "coming": "next",
}
LETTERS = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "night": "D", "week": "W", "fortnight": "W", "month": "M",
    "quarter": "Q",
    "year": "Y", "decade": "DE", "century": "CE", "millennium": "L", "weekend": "WE", "season": "SX",
}  # fmt: skip
MULTIPLES = {
    "fortnight": (2, "week"), "decade": (10, "year"), "century": (100, "year"),
    "millennium": (1000, "year"),
}  # fmt: skip
HALVES = {"year": "6M", "hour": "T30M", "minute": "T30S", "day": "T12H"}


def length(p: Parts) -> Expression | None:
    """18 years, nine-month long, the past 20 years, several days, weeks."""
    unit = p.get("unit")
    n = None if p.has("some") else p.get("n")
    if isinstance(n, str):  # "a", "a couple of"
        n = 2 if "couple" in n or "pair" in n else 1
    if n is None and not (p.has("some") or p.has("plural")):
        n = 1
    if n is not None and p.has("scale"):
        n *= p.get("scale")
    if n is not None and (p.has("half") or p.has("fraction")):
        n += p.get("fraction") or 0.5
    return Duration(float(n) if n is not None else None, unit, STRETCH.get(p.get("stretch") or "", ""))


def lasting(p: Parts) -> Expression | None:
    """18 years of fighting: it goes on until now. Months or days of it may be long over."""
    found = length(p)
    lasts = isinstance(found, Duration) and found.n and found.unit in ("year", "decade")
    return replace(found, stretch="past") if isinstance(found, Duration) and lasts else found


def two_lengths(p: Parts) -> Expression | None:
    """Two years and three months, 22 hours and 42 minutes: one length, of a unit and of a smaller one."""
    whole, rest = length(p), p.get("more")
    units = [calendar.ORDER.index(unit) for unit in (p.get("part"), p.get("unit")) if unit in calendar.ORDER]
    if not isinstance(whole, Duration) or len(units) < 2 or units[0] >= units[1]:
        return whole
    return replace(whole, rest=(1.0 if isinstance(rest, str) else float(rest), p.get("part")))


def recent(p: Parts) -> Expression | None:
    """In recent weeks: some weeks that end now. Recent years, or weeks and months, are no more than the past."""
    unit = p.get("unit")
    vague = p.has("more") or unit in ("year", "decade", "century")
    return Vague("PAST_REF") if vague else Duration(None, unit, "past")


def rate(p: Parts) -> Expression | None:
    """Nine ships a week say how often; "will remain a week" says how long."""
    word = p.tokens.word(p.match.start() - 1)
    return every(p) if word.islower() and word.endswith("s") and word.isalpha() else length(p)


def of_war(p: Parts) -> Expression | None:
    """A six-day war; the Six-Day War is a name."""
    return None if p.tokens.word(p.match.end())[0].isupper() else length(p)


def half(p: Parts) -> Expression | None:
    """Half a year, half an hour, a half-century."""
    return Duration(0.5, p.get("unit"))


def quarter_of(p: Parts) -> Expression | None:
    """A quarter of an hour, a quarter of a century."""
    found = QUARTERS.get(p.get("unit"))
    return Duration(*found) if found else None


QUARTERS: dict[str, tuple[float, str]] = {"hour": (15, "minute"), "century": (25, "year"), "day": (6, "hour")}


def as_many(p: Parts) -> Expression | None:
    """As many days: the number stands before it, "a second city in as many days" means two."""
    numbers = p.tokens.vocabulary.charsets["NUMBER"] | p.tokens.vocabulary.charsets["ORDINAL"]
    for i in range(p.match.start() - 1, max(p.match.start() - 12, -1), -1):
        if p.tokens.classes[i] == BOUNDARY:
            break
        if p.tokens.classes[i] in numbers:
            return Duration(float(p.tokens.value(i, ("CARDINAL", "ORDINAL"))), p.get("unit"), "past")
    return None


def period_value(n: float | None, unit: str) -> str:
    """The TIMEX3 value of a length: `P18Y`, `PT2H`, `PXD`, `P1Y6M`."""
    if n is not None and unit in MULTIPLES:
        factor, unit = MULTIPLES[unit]
        n *= factor
    letters = LETTERS["year" if unit == "decade" else unit]  # "decades" are some years
    clock, letters = ("T", letters[1:]) if letters[0] == "T" else ("", letters)
    if n is None:
        return f"P{clock}X{letters}"
    whole, rest = int(n), n - int(n)
    if rest == 0.5 and unit in HALVES:
        tail = HALVES[unit]
        head = f"{clock}{whole}{letters}" if whole else ""
        return f"P{head}{tail.removeprefix('T') if clock and head else tail}"
    return f"P{clock}{round(n, 2) if rest else whole}{letters}"


def duration_value(found: Duration) -> str:
    """The value of a length that may have two parts: `P2Y3M`, `P2DT6H`, `PT22H42M`."""
    value = period_value(found.n, found.unit)
    if found.rest is None:
        return value
    rest = period_value(*found.rest).removeprefix("P")
    return value + (rest.removeprefix("T") if "T" in value else rest)


def adverb(p: Parts) -> Expression | None:
    """Daily, weekly, annually; not "the daily Dawn", nor "the Daily Times"."""
    return None if _in_name(p) or _is_newspaper(p) else Repeated(p.get("frequency"))


def _in_name(p: Parts) -> bool:
    """Whether it has a capital letter that is not that of a sentence's first word: "the Daily Times"."""
    first, after = p.match.span()
    if p.tokens.word(first).islower():
        return False
    begins = p.tokens.classes[first - 1] == BOUNDARY
    return not begins or after >= len(p.tokens.starts) or not p.tokens.word(after)[:1].islower()


def _is_newspaper(p: Parts) -> bool:
    """Whether no more than a name follows, or a name and its verb: "the daily Dawn", "the daily Dawn reported"."""
    after = p.match.end()
    if p.tokens.classes[after : after + 1] != UNKNOWN:
        return False
    name, *rest = p.tokens.word(after).split()
    small = next((word for word in rest if word.islower()), "said")
    return name[0].isupper() and (small.endswith("ed") or small == "said")


def every(p: Parts) -> Expression | None:
    """Every day, each October, every two weeks, every Friday, Fridays, a year (after a rate)."""
    if p.has("weekday"):
        part = f"T{p.get('part')}" if p.has("part") else ""
        return Repeated(f"XXXX-WXX-{p.get('weekday') + 1}{part}")
    if p.has("month"):
        return Repeated(f"XXXX-{p.get('month'):02}" + (f"-{p.get('day'):02}" if p.has("day") else ""))
    if p.has("season"):
        return Repeated(f"XXXX-{p.get('season')}")
    if p.has("part"):
        return Repeated(f"XXXX-XX-XXT{p.get('part')}")
    n = p.get("n")
    n = float(n) if isinstance(n, int | float) else 2.0 if n == "other" else 1.0
    unit = p.get("unit")
    return Repeated("XXXX-WXX-WE" if unit == "weekend" else period_value(n, unit))


def at_night(_: Parts) -> Expression | None:
    """At night: any night."""
    return Repeated("XXXX-XX-XXTNI")
