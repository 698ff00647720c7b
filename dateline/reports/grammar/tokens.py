"""Sentence -> Tokens: words, clitics and marks, as spans into the file."""

import re
from functools import lru_cache
from typing import NamedTuple

from dateline.model import Sentence, readable
from dateline.text.splitting import split

TOKEN = re.compile(  # one group, for split
    r"([A-Za-z]++(?![\w.'’–-])"  # most words, with nothing behind them that could belong to them
    r"|\d+[-–][A-Za-z]\w*(?:[-–]\w+)*|\d+(?:[.:]\d\d)?[ap]m\b"  # 214-page, 10.30pm
    r"|\d{1,4}[-–]\d{1,4}(?![\w–-])(?![.,]\d)"  # 24-26, 1984-85
    r"|\d[\d,.]*\d%?|\d%?"  # 14,000
    r"|(?:[A-Za-z]\.){2,}"  # U.S.
    r"|\w+?(?=n[’']t\b)|n[’']t\b|[’'](?:s|re|ve|ll|d|m)\b"  # did n't, it 's
    r"|(?:al|el|ar|as|an|ad)-\w+"
    r"|\w+(?:[-–]\w+)*"
    r"|--|[^\w\s])"
)

VOCABULARY = 1 << 16  # words of which something is remembered: as many as a large archive has


class Token(NamedTuple):
    """A word or a mark; `start` and `end` count in the file."""

    text: str
    low: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        return self.text[0].isalnum() or self.low in ("n't", "n’t")


# "the SDF (Syrian Democratic Forces)": a name in brackets holds up no clause
BRACKET = re.compile(r" \((?=[A-Z])[^()]{1,80}\)")
VERBAL = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|who|which|\w+ed)\b")


def tokens(sentence: Sentence) -> tuple[Token, ...]:
    """The tokens of the sentence, without those of names in brackets."""
    text = readable(sentence.text)
    low = _lower if sentence.text.isupper() else _low
    if "(" in text:
        text = BRACKET.sub(lambda m: m[0] if VERBAL.search(m[0]) else " " * len(m[0]), text)
    words, starts, ends = split(TOKEN, text, sentence.span.start)
    return tuple(map(Token, words, map(low, words), starts, ends))


@lru_cache(VOCABULARY)
def _lower(word: str) -> str:
    return word.lower().replace("’", "'")


@lru_cache(VOCABULARY)
def _low(word: str) -> str:
    """Lower case, but for "IS", the Islamic State, where not everything is in capitals."""
    return word if word == "IS" else _lower(word)
