"""Sentence -> Tokens: words, clitics and marks, as spans into the file."""

import re
from dataclasses import dataclass

from dateline.model import Sentence

TOKEN = re.compile(
    r"\d[\d,.]*\d%?|\d%?"  # 14,000
    r"|(?:[A-Za-z]\.){2,}"  # U.S.
    r"|\w+?(?=n[’']t\b)|n[’']t\b|[’'](?:s|re|ve|ll|d|m)\b"  # did n't, it 's
    r"|(?:al|el|ar|as|an|ad)-\w+"
    r"|\w+(?:[-–]\w+)*"
    r"|--|[^\w\s]"
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark; `start` and `end` count in the file."""

    text: str
    low: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        return self.text[0].isalnum() or self.low in ("n't", "n’t")


def tokens(sentence: Sentence) -> tuple[Token, ...]:
    offset = sentence.span.start
    return tuple(
        Token(m[0], m[0].lower().replace("’", "'"), m.start() + offset, m.end() + offset)
        for m in TOKEN.finditer(sentence.text)
    )
