"""Splits a text into tokens with their places, in one go: the three readers of a sentence each want other tokens."""

import re
from itertools import accumulate
from typing import NamedTuple


class Split(NamedTuple):
    """Tokens in order, and where each begins and ends."""

    words: list[str]
    starts: list[int]
    ends: list[int]


def split(pattern: re.Pattern[str], text: str, offset: int) -> Split:
    """What the one group of `pattern`, which is never empty, matches in `text`; places count from `offset` on."""
    gaps_and_words = pattern.split(text)  # a gap, perhaps empty, before each word and behind the last
    edges = list(accumulate(map(len, gaps_and_words), initial=offset))
    return Split(gaps_and_words[1::2], edges[1:-1:2], edges[2::2])
