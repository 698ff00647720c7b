"""Numbers: the shapes that digits have, and the values of spelt-out numbers and years."""

import re
from functools import lru_cache
from typing import Any, NamedTuple

SHAPES = (
    (re.compile(r"\d{4}-\d\d-\d\d"), "ISO"),
    (re.compile(r"\d{1,2}[:.]\d\d(?::\d\d)?"), "CLOCK"),
    (re.compile(r"\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)"), "SLASHED"),
    (re.compile(r"\d\d?/\d\d?"), "FRACTION"),
    (re.compile(r"(?:1\d|20|\d)?\d0['’]?s"), "DECADE"),
    (re.compile(r"\d{1,3}(?:,\d{3})+|\d+\.\d+"), "NUMBER"),
)
ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)", re.IGNORECASE)
HOUR_GLUED = re.compile(r"(\d{1,2})(?:[:.](\d\d))?([ap])m", re.IGNORECASE)
# One text of each shape, so that every combination of classes is known before the first text is read.
SAMPLES = (
    "2019-06-30 5:30 5.30 25.70 9/11/01 1/2 25/40 50s 1950s 1,000 2.75 7th 57th 5pm "
    "0 00 7 07 1998 2019 17 27 57 357 1957 0957 2957 57000"
).split()  # fmt: skip


class Number(NamedTuple):
    """The classes that a number belongs to, and its value (a text for clock times and dates)."""

    classes: frozenset[str]
    value: Any


@lru_cache(maxsize=4096)
def read_digits(text: str) -> Number:
    """The classes and the value of a token that begins with a digit; no class at all for what is no number."""
    if text.isascii() and text.isdigit():
        return _integer(text)
    if (match := ORDINAL.fullmatch(text)) and len(text) <= 6:
        return ordinal(int(match[1]))
    if match := HOUR_GLUED.fullmatch(text):
        return Number(frozenset({"CLOCK_GLUED"}), text.lower())
    for pattern, name in SHAPES:
        if pattern.fullmatch(text):
            return _shaped(text, name)
    return Number(frozenset(), text)


def _integer(text: str) -> Number:
    if len(text) > 9:
        return Number(frozenset(), text)
    n = int(text)
    classes = {"NUMBER"}
    if len(text) <= 2:
        classes |= {"DAY"} if 1 <= n <= 31 else set()
        classes |= {"HOUR"} if n <= 24 else set()
        classes |= {"YY"} if len(text) == 2 else set()
    if len(text) == 4 and 1000 <= n < 2100:
        classes |= {"YEAR"}
    else:
        classes |= {"NO_YEAR"}
    if len(text) == 4 and n // 100 <= 24 and n % 100 < 60:
        classes |= {"HHMM"}
    return Number(frozenset(classes), n)


def _shaped(text: str, name: str) -> Number:
    if name == "NUMBER":
        return Number(frozenset({"NUMBER"}), float(text.replace(",", "")))
    if name == "FRACTION":
        above, below = map(int, text.split("/"))
        return Number(frozenset({"FRACTION"}), above / below if below else 0.0)
    if name == "CLOCK":
        hour, minute = map(int, re.split("[:.]", text)[:2])
        fits = hour <= 24 and minute < 60
        if "." in text:
            return Number(frozenset({"NUMBER", "POINTED"} if fits else {"NUMBER"}), float(text))
        return Number(frozenset({"CLOCK"} if fits else ()), text)
    return Number(frozenset({name}), text)


def full_year(n: int) -> int:
    """The year that two figures stand for: '69 is 1969, '12 is 2012."""
    return n + (1900 if n > 30 else 2000)


def ordinal(n: int) -> Number:
    classes = {"ORDINAL"} | ({"DAY_TH"} if 1 <= n <= 31 else set())
    return Number(frozenset(classes), n)


def spelt(values: list[int]) -> Number:
    """The value of number words in a row: [2, 100, 50] is 250, [19, 96] the year 1996, [2, 1000, 6] 2006."""
    if _is_year(values):
        century, *rest = values
        return Number(frozenset({"NUMBER", "YEAR"}), century * 100 + sum(rest))
    total = group = 0
    for value in values:
        if value >= 1000:
            total += max(group, 1) * value
            group = 0
        elif value == 100:
            group = max(group, 1) * 100
        else:
            group += value
    n = total + group
    is_year = 2000 <= n < 2100 and values[:2] == [2, 1000]
    return Number(frozenset({"NUMBER", "YEAR"} if is_year else {"NUMBER"}), n)


def may_follow(before: int, value: int) -> bool:
    """Whether a number word may follow another one within one number: "ninety" "six", "nineteen" "ten"."""
    if value >= 100 or before >= 100:
        return value != before
    return (before in range(20, 100, 10) and value < 10) or (11 <= before <= 20 and value >= 10)


def _is_year(values: list[int]) -> bool:
    """Two numbers side by side that are not one number: "nineteen ninety-six", "twenty twelve"."""
    if len(values) < 2 or not (11 <= values[0] <= 19 or (values[0] == 20 and values[1] in range(10, 21))):
        return False
    rest = values[1:]
    return rest[0] in range(10, 100) and sum(rest) < 100 and len(rest) <= 2
