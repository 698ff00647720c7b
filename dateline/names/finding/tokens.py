"""Words of a sentence."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.text.splitting import split

# "U.S.is" holds an abbreviation and a word; the "s" of a possessive is no word.
_WORD = re.compile(  # one group, for split
    r"((?<!\w['’])[A-Za-z]++(?![^\W_]|[.'’])"  # most words, with nothing behind them that could belong to them
    r"|(?:[A-Z]\.)+[A-Z](?![\w.])|(?:[A-Z]\.){2,}|(?<!\w['’])[^\W_]+(?:['’](?!s\b)[^\W\d_]+)*)"
)
_POSSESSIVES = ("'s", "’s")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a sentence, one list for each thing that is asked of them: most words are asked nothing."""

    texts: Sequence[str]
    lows: Sequence[str]  # in lower case
    starts: Sequence[int]  # in the article
    ends: Sequence[int]
    capitals: Sequence[bool]  # begins with a capital; "I" and "I'm" do not count
    possessives: Sequence[bool]  # "'s" follows

    def __len__(self) -> int:
        return len(self.texts)


def words_of(text: str, start: int, end: int) -> Words:
    """The words of `text[start:end]`."""
    texts, starts, ends = split(_WORD, text[start:end], start)
    capitals, possessives = [False] * len(texts), [False] * len(texts)
    for at in [at for at, word in enumerate(texts) if not word.islower()]:
        word, after = texts[at], text[ends[at] : ends[at] + 2]
        marked = len(word) > 2 and word[1] in "'’"  # "I'm" is no name, "d'Ivoire" is one
        capitals[at] = word[2].isupper() if marked and word[0] != "O" else word[0].isupper() and word != "I"
        possessives[at] = after in _POSSESSIVES or (after[:1] in ("'", "’") and word[-1] == "s" and after[1:].isspace())
    return Words(texts, list(map(str.lower, texts)), starts, ends, capitals, possessives)
