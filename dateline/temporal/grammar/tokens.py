"""A text as a row of tokens, one character of class each; what the grammar does not know is one gap."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from dateline.model import Sentence
from dateline.temporal.grammar.numbers import Number, may_follow, ordinal, read_digits, spelt
from dateline.temporal.grammar.words import BOUNDARY, UNKNOWN, Vocabulary
from dateline.text.splitting import split

TOKEN = re.compile(  # one group, for split
    r"([A-Za-z]++(?![\w.'’])"  # most words, with nothing behind them that could belong to them
    r"|FY(?=\d\d(?:\d\d)?\b)"  # FY2010
    r"|\d{4}-\d\d-\d\d(?![\d-])"
    r"|\d{4}(?=/\d\d(?:\d\d)?\b(?!/))"  # 1943/44
    r"|\d\d?(?=/\d\d? (?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec))"  # the night of 14/15 September
    r"|[$£€¥]\s?\d[\d.,]*\d?"
    r"|\d+(?:[.,:/]\d+)*(?:(?:st|nd|rd|th|[ap]m)\b|(?<=\d0)['’]?s\b)?"
    r"|[^\W\d_]+(?=['’]s\b)"
    r"|[^\W\d_](?:\.[^\W\d_])+\b\.?"
    r"|o['’]clock\b|[^\W\d_]\w*"
    r"|['’](?:s\b|\d0s\b)?"
    r"|--+|[^\s\w])"
)


@dataclass(slots=True)
class Tokens:
    """The tokens of a text. `classes[i]` is the class of token i, `[starts[i], ends[i])` its place."""

    text: str
    classes: str
    starts: list[int]
    ends: list[int]
    vocabulary: Vocabulary
    numbers: dict[int, Number] = field(default_factory=dict)

    def word(self, i: int) -> str:
        return self.text[self.starts[i] : self.ends[i]]

    def value(self, i: int, names: Sequence[str]) -> Any:
        """What token i is worth in the class of that name: a number, a table's value or the word itself."""
        if i in self.numbers:
            return self.numbers[i].value
        word = self.word(i)
        return self.vocabulary.value(names, word if word in self.vocabulary.chars else word.rstrip("."))


@dataclass(slots=True)
class _Row:
    """The row under construction, sentence by sentence."""

    text: str
    vocabulary: Vocabulary
    classes: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    numbers: dict[int, Number] = field(default_factory=dict)

    def add(self, char: str, start: int, end: int) -> None:
        self.classes.append(char)
        self.starts.append(start)
        self.ends.append(end)

    def read(self, start: int, end: int) -> None:
        """Add the tokens of a sentence; words that no rule knows are one gap, however many."""
        begin = len(self.classes)
        self.add(BOUNDARY, start, start)
        chars, classes, ends = self.vocabulary.chars, self.classes, self.ends
        for word, first, last in zip(*split(TOKEN, self.text[start:end], start), strict=True):
            char = chars.get(word)
            if char is None:
                if word[0].isdigit() or word[0] in "$£€¥'’":
                    char = self.number(word)
                elif classes[-1] != UNKNOWN:
                    char = UNKNOWN
                else:
                    ends[-1] = last
                    continue
            elif word == "." and ends[-1] == first and classes[-1] in self.vocabulary.charsets["SHORT"]:
                ends[-1] = last  # the full stop of an abbreviation
                continue
            elif word in "-–" and self.text[first - 1 : first].isspace():
                char = chars["—"]
            self.add(char, first, last)
        if not self.vocabulary.charsets["CARDINAL"].isdisjoint(classes[begin:]):
            self.fold(begin)

    def number(self, word: str) -> str:
        """The class of a number, which is to stand next in the row."""
        if word[0] in "$£€¥":
            return self.vocabulary.chars["MONEY"]
        number = read_digits(word.lstrip("'’"))
        char = self.vocabulary.sets.get(number.classes)
        if char:
            self.numbers[len(self.classes)] = number
        return char or UNKNOWN

    def fold(self, begin: int) -> None:
        """Make one token of each number that several words spell out, from token `begin` on."""
        rest = list(zip(self.classes[begin:], self.starts[begin:], self.ends[begin:], strict=True))
        digits = [self.numbers.pop(i, None) for i in range(begin, len(self.classes))]
        del self.classes[begin:], self.starts[begin:], self.ends[begin:]
        at = 0
        while at < len(rest):
            length, number = self.spelt_at(rest, at)
            number = number or digits[at]
            char = self.vocabulary.sets[number.classes] if length > 1 and number else rest[at][0]
            if number:
                self.numbers[len(self.classes)] = number
            self.add(char, rest[at][1], rest[at + length - 1][2])
            at += length

    def spelt_at(self, rest: list[tuple[str, int, int]], at: int) -> tuple[int, Number | None]:
        """How many tokens from `at` on spell one number, and which; (1, None) if fewer than two words do."""
        cardinal, rank = (self.vocabulary.charsets[name] for name in ("CARDINAL", "ORDINAL"))
        joints = self.vocabulary.charsets["HYPHEN"] | self.vocabulary.charsets["and"]
        values: list[int] = []
        end = step = at
        while step < len(rest) and len(values) < 8:
            char, start, stop = rest[step]
            if char in joints and values:
                step += 1
                continue
            value = self.worth(start, stop) if char in cardinal or (char in rank and values) else None
            if value is None or (values and not may_follow(values[-1], value)):
                break
            values.append(value)
            end = step = step + 1
            if char in rank and char not in cardinal:
                return end - at, ordinal(spelt(values).value)
        return (end - at, spelt(values)) if len(values) > 1 else (1, None)

    def worth(self, start: int, stop: int) -> int | None:
        value = self.vocabulary.value(("CARDINAL", "ORDINAL"), self.text[start:stop])
        return value if isinstance(value, int) else None


def tokenize(text: str, sentences: Sequence[Sentence], vocabulary: Vocabulary) -> Tokens:
    """The tokens of the sentences of `text`; each sentence begins with a boundary that no rule crosses."""
    row = _Row(text, vocabulary)
    for sentence in sentences:
        row.read(*sentence.span)
    return Tokens(text, "".join(row.classes), row.starts, row.ends, vocabulary, row.numbers)
