"""Meanings of days written in figures or by a name of their own: 2019-06-30, 9/11, Christmas."""

from dateline.temporal.grammar.edges import edged
from dateline.temporal.grammar.expression import Calendar, Edge, Expression, Holiday
from dateline.temporal.grammar.numbers import full_year
from dateline.temporal.grammar.parts import Parts
from dateline.temporal.grammar.relatives import which


def attack(p: Parts) -> Expression | None:
    """The Sept. 11 attacks are those of 2001, whenever they are spoken of; any other attack is of its own year."""
    month, day = p.get("month"), p.get("day")
    return Calendar(2001 if (month, day) == (9, 11) else None, month, day)


def iso(p: Parts) -> Expression | None:
    """2019-06-30"""
    year, month, day = map(int, p.get("iso").split("-"))
    return Calendar(year, month, day) if year and _plausible(month, day) else None


def slashed(p: Parts) -> Expression | None:
    """11/02/89, month first, as American news writes it; the day first where the month cannot be."""
    month, day, year = map(int, p.get("slashed").split("/"))
    if month > 12:
        month, day = day, month
    if year < 100:
        year = full_year(year)
    return Calendar(year, month, day) if year and _plausible(month, day) else None


def _plausible(month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= 31


def named_day(p: Parts) -> Expression | None:
    """A day that goes by a name of its own: 9/11."""
    year, month, day = map(int, p.get("named").split("-"))
    return Calendar(year, month, day)


def holiday(p: Parts) -> Expression | None:
    """A feast by name, with or without a year."""
    return edged(_feast(p), p.get("edge"))


def beside_holiday(p: Parts) -> Expression | None:
    """The day after Christmas, Easter week, the Labor Day weekend."""
    return Edge(_feast(p), p.get("edge"))


def _feast(p: Parts) -> Holiday:
    rule = p.get("holiday").replace("’", "'")
    rule = p.tokens.vocabulary.values["HOLIDAY"].get(rule, rule)
    return Holiday(rule, p.get("year"), which(p.get("which"))[0] if p.has("which") else None)
