"""Words of a sentence."""

import re
from typing import NamedTuple

# "U.S.is" holds an abbreviation and a word; a possessive ending is no part of the word.
_WORD = re.compile(
    r"((?:[A-Z]\.)+[A-Z](?![\w.])|(?:[A-Z]\.){2,}|[^\W_]+(?:['’](?!s\b)[^\W\d_]+)*)(['’]s\b|(?<=s)['’](?=\s))?"
)


class Word(NamedTuple):
    """A word: where it stands in the article, how it is written, and whether "'s" follows it."""

    start: int
    end: int
    text: str
    possessive: bool
    capital: bool  # begins with a capital; "I" and "I'm" do not count


def words_of(text: str, start: int, end: int) -> list[Word]:
    """The words of `text[start:end]`."""
    found = []
    for match in _WORD.finditer(text, start, end):
        word, mark = match.groups()
        marked = len(word) > 2 and word[1] in "'’"  # "I'm" is no name, "d'Ivoire" is one
        capital = word[2].isupper() if marked and word[0] != "O" else word[0].isupper() and word != "I"
        found.append(Word(*match.span(1), word, mark is not None, capital))
    return found
