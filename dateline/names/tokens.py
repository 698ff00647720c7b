"""Words of a sentence."""

import re
from typing import NamedTuple

from dateline.splitting import split

# "U.S.is" holds an abbreviation and a word; the "s" of a possessive is no word.
_WORD = re.compile(  # one group, for split
    r"((?<!\w['’])[A-Za-z]++(?![^\W_]|[.'’])"  # most words, with nothing behind them that could belong to them
    r"|(?:[A-Z]\.)+[A-Z](?![\w.])|(?:[A-Z]\.){2,}|(?<!\w['’])[^\W_]+(?:['’](?!s\b)[^\W\d_]+)*)"
)
_POSSESSIVES = ("'s", "’s")


class Word(NamedTuple):
    """A word: where it stands in the article, how it is written, and whether "'s" follows it."""

    start: int
    end: int
    text: str
    low: str  # in lower case
    possessive: bool
    capital: bool  # begins with a capital; "I" and "I'm" do not count


def words_of(text: str, start: int, end: int) -> list[Word]:
    """The words of `text[start:end]`."""
    found = []
    for word, first, last in zip(*split(_WORD, text[start:end], start), strict=True):
        if word.islower():
            found.append(Word(first, last, word, word, False, False))
            continue
        marked = len(word) > 2 and word[1] in "'’"  # "I'm" is no name, "d'Ivoire" is one
        capital = word[2].isupper() if marked and word[0] != "O" else word[0].isupper() and word != "I"
        after = text[last : last + 2]
        possessive = after in _POSSESSIVES or (after[:1] in ("'", "’") and word[-1] == "s" and after[1:].isspace())
        found.append(Word(first, last, word, word.lower(), possessive, capital))
    return found
