"""When a round was held, of which the texts give its last day and how long it took: "the four-day talks ended"."""

import re
from collections.abc import Iterable
from functools import cache

from dateline.rounds.series import words

MOST = 31  # days that a round may be said to have taken
_ENDED = re.compile(r"\b(?:end(?:ed|s|ing)?|closed?|concluded?|broke (?:up|down|off)|finished)\b", re.IGNORECASE)


def ended(quote: str) -> bool:
    """Whether the words tell of an end."""
    return bool(_ENDED.search(quote))


def days_taken(quotes: Iterable[str]) -> int | None:
    """For how many days the talks went on, where the quotes say one number of them."""
    found = {days for quote in quotes for match in _length().finditer(quote) if (days := _number(match["number"]))}
    return found.pop() if len(found) == 1 else None


@cache
def _length() -> re.Pattern[str]:
    """ "four-day talks", "four days of talks"."""
    number = rf"(?P<number>{'|'.join(words('cardinals'))}|\d{{1,2}})"
    talks = "|".join((*words("talks"), "meeting", "round"))
    of = r"(?:[\s-]day|\s+days\s+of)\s+(?:[\w-]+\s+){0,2}?"
    return re.compile(rf"\b{number}{of}(?:{talks})\b", re.IGNORECASE)


def _number(word: str) -> int | None:
    low = word.lower()
    days = int(low) if low.isdecimal() else words("cardinals").index(low) + 1
    return days if 1 < days <= MOST else None
