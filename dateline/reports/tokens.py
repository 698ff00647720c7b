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


# "the SDF (Syrian Democratic Forces)": a name in brackets holds up no clause
BRACKET = re.compile(r" \((?=[A-Z])[^()]{1,80}\)")
VERBAL = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|who|which|\w+ed)\b")


def tokens(sentence: Sentence) -> tuple[Token, ...]:
    """The tokens of the sentence, without those of names in brackets."""
    offset = sentence.span.start
    capitals = sentence.text.isupper()
    text = BRACKET.sub(lambda m: m[0] if VERBAL.search(m[0]) else " " * len(m[0]), sentence.text)
    return tuple(Token(m[0], _low(m[0], capitals), m.start() + offset, m.end() + offset) for m in TOKEN.finditer(text))


def _low(word: str, capitals: bool) -> str:
    """Lower case, but for "IS", the Islamic State, where not everything is in capitals."""
    return word if word == "IS" and not capitals else word.lower().replace("’", "'")
