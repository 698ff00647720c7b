"""The interface's own words: English text that remembers how it was put together, so that a page can say it otherwise.

What the views make is `Said`: to whoever does not ask it is the English sentence (the files of data/ and the feeds
keep it), and `Language.say` makes of it the same in the language of the interface. The English pattern is the key into
the catalogue, so that code and templates stay readable; tools/make_catalogue.py finds the patterns in the source, which
is why they must be literals.
"""

from collections.abc import Mapping, Sequence
from typing import Literal, Self


class Said(str):
    """English text made of a pattern ("by %(day)s") and what stands in it, which may itself be Said.

    `many` is the pattern for another `number` than one, "" where nothing is counted. `context` tells apart what
    English says alike and other languages do not.
    """

    __slots__ = ("context", "many", "number", "pattern", "values")

    pattern: str
    many: str
    number: int
    context: str
    values: dict[str, object]

    def __new__(
        cls, pattern: str, values: dict[str, object], many: str = "", number: int = 1, context: str = ""
    ) -> Self:
        chosen = pattern if number == 1 or not many else many
        self = super().__new__(cls, filled(chosen, values))
        self.pattern, self.many, self.number, self.context, self.values = pattern, many, number, context, values
        return self


def said(pattern: str, /, context: str = "", **values: object) -> Said:
    """Words of the interface. A number among `values` gets its thousands separated: give a year as text."""
    return Said(pattern, values, context=context)


def many(one: str, more: str, number: int, /, **values: object) -> Said:
    """The same of something counted; the number is `n` in the patterns: many("%(n)s event", "%(n)s events", 2)."""
    return Said(one, {"n": number, **values}, more, number)


def listed(parts: Sequence[str], mark: Literal[", ", "; "] = ", ") -> str:
    """ "one, two, three"; raises ValueError where there is none."""
    first, *others = parts
    for one in others:
        if mark == ", ":
            first = said("%(list)s, %(next)s", list=first, next=one)
        else:
            first = said("%(list)s; %(next)s", list=first, next=one)
    return first


def filled(pattern: str, values: Mapping[str, object], thousands: str = ",") -> str:
    """A pattern with its values in it."""
    if not values:
        return pattern.replace("%%", "%")
    return pattern % {
        name: number(value, thousands) if isinstance(value, int) else value for name, value in values.items()
    }


def number(value: int, thousands: str) -> str:
    return f"{value:,}".replace(",", thousands)
