"""Sentence -> Tokens: words, clitics and marks, as spans into the file."""

import re
from typing import NamedTuple

from dateline.model import Sentence, readable

TOKEN = re.compile(
    r"\d[\d,.]*\d%?|\d%?"  # 14,000
    r"|(?:[A-Za-z]\.){2,}"  # U.S.
    r"|\w+?(?=n[’']t\b)|n[’']t\b|[’'](?:s|re|ve|ll|d|m)\b"  # did n't, it 's
    r"|(?:al|el|ar|as|an|ad)-\w+"
    r"|\w+(?:[-–]\w+)*"
    r"|--|[^\w\s]"
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
    offset = sentence.span.start
    capitals = sentence.text.isupper()
    text = readable(sentence.text)
    if "(" in text:
        text = BRACKET.sub(lambda m: m[0] if VERBAL.search(m[0]) else " " * len(m[0]), text)
    found = []
    for match in TOKEN.finditer(text):
        word, (start, end) = match[0], match.span()
        found.append(Token(word, _low(word, capitals), start + offset, end + offset))
    return tuple(found)


def _low(word: str, capitals: bool) -> str:
    """Lower case, but for "IS", the Islamic State, where not everything is in capitals."""
    return word if word == "IS" and not capitals else word.lower().replace("’", "'")
