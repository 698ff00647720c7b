"""Names that an editor withholds: found in any spelling, masked in what is read, looked for in what is written.

Two spellings are one where they fold to the same letters: without case, diacritics, ligatures and width (Unicode's
NFKD), with letters that look alike as one, and with nothing, hyphens, dots, quotation marks or characters of no width
between them. HTML entities, percent-encoding and the escapes of JSON and JavaScript are read as what they stand for.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from html import unescape
from urllib.parse import unquote

from dateline.model import WITHHELD, Redaction

_JOINER = "\u2060"  # stands for all that is seen as nothing
_APOSTROPHES = "'’‘`´ʻʼʽ\""
# Letters that no decomposition makes plain, Persian forms of Arabic letters, and those of Cyrillic and Greek that look
# like Latin ones. Names of all scripts fold alike, so that nothing is lost by it.
_PLAIN = {
    "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ı": "i", "ħ": "h", "ŋ": "n", "ς": "σ",
    "ی": "ي", "ى": "ي", "ک": "ك", "ة": "ه", "ـ": "",
    "а": "a", "е": "e", "о": "o", "р": "p", "с": "c", "у": "y", "х": "x", "і": "i", "ј": "j", "ѕ": "s", "һ": "h",
    "ԁ": "d", "ɡ": "g", "ո": "n", "α": "a", "ο": "o", "ν": "v", "ρ": "p", "ι": "i", "κ": "k", "τ": "t", "υ": "u",
}  # fmt: skip
_INSIDE = rf"[-‐-―−.·•_*~{{}}\\{_JOINER}]*"  # what may stand between two letters of one word
_BETWEEN = rf"[-‐-―−.·•_*~{{}}\\,;+/\s{_JOINER}]*"  # between two words
_TAG = re.compile(r"<[^<>]*>")  # a word may be cut in two by a mark
_ESCAPE = re.compile(
    r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?"
    r"|(?:%[0-9a-fA-F]{2})+"
    r"|(?:\\u[0-9a-fA-F]{4})+|\\u\{[0-9a-fA-F]{1,6}\}|\\x[0-9a-fA-F]{2}|\\[nrtbfv]"
)
_ESCAPE_OR_TAG = re.compile(rf"{_ESCAPE.pattern}|{_TAG.pattern}")
_CODE = re.compile(r"\\(?:u\{?|x)([0-9a-fA-F]+)")
_NOTE = re.compile(r"<sup>[^\n]{0,500}?</sup>")  # the number of a mark within a name
_FOLDED_LINE = re.compile(r"\r?\n[ \t]")  # of a calendar (RFC 5545)
_ROUNDS = 3  # an escape may be escaped again: "&amp;eacute;"


@dataclass(frozen=True)
class Names:
    """The names that an editor withholds."""

    redactions: tuple[Redaction, ...] = ()

    def masked(self, text: str) -> tuple[str, tuple[Redaction, ...]]:
        """`text`, as long as before, with blocks for each withheld name, and whose these were. Line breaks stay."""
        views = _written(text) if self.redactions else ()
        hit = [one for one in self.redactions if any(map(_pattern(one).search, views))]
        folded = [_Folded.of(text, escapes) for escapes in (None, _ESCAPE, _ESCAPE_OR_TAG)] if hit else []
        for start, end in (span for one in hit for view in folded for span in view.spans(_pattern(one))):
            text = text[:start] + re.sub(r"[^\r\n]", WITHHELD, text[start:end]) + text[end:]
        return text, tuple(hit)

    def survivors(self, text: str) -> Iterator[tuple[Redaction, int]]:
        """Each withheld name that stands in a file of the site, and the line, from 1, on which it first is whole."""
        views = _written(text) if self.redactions else ()
        for one in self.redactions:
            if any(map(_pattern(one).search, views)):
                yield one, _line(_pattern(one), text.split("\n"))


def _line(pattern: re.Pattern[str], lines: list[str]) -> int:
    """How many lines of a text there must be for a name to stand in it: a calendar cuts its lines within words."""

    def stands(count: int) -> bool:
        return any(map(pattern.search, _written("\n".join(lines[:count]))))

    return bisect_left(range(1, len(lines)), True, key=stands) + 1


def words_left(redaction: Redaction, text: str) -> Iterator[tuple[int, int]]:
    """The words of a withheld name that stand alone in `text`: which of its words, from 1, and at which character."""
    kept = {_fold(word) for word in redaction.keep}
    folded = _Folded.of(text, None)
    for number, word in enumerate(_words(redaction.name), 1):
        spans = folded.spans(re.compile(_bounded(_INSIDE.join(word)))) if len(word) > 2 and word not in kept else ()
        yield from ((number, start) for start, _ in spans[:1])


def letters(name: str) -> int:
    """How many letters and digits a name has, by which it can be found."""
    return sum(map(len, _words(name)))


@cache
def _pattern(redaction: Redaction) -> re.Pattern[str]:
    """Finds the name and its aliases in folded text; "Ann Lee" also as "Lee, Ann" and as "A n n L e e"."""
    ways = []
    for words in map(_words, (redaction.name, *redaction.aliases)):
        orders = [words, [words[-1], *words[:-1]]]
        ways += [_bounded(_BETWEEN.join(_INSIDE.join(word) for word in order)) for order in orders]
        if len("".join(words)) > 3:
            ways.append(_bounded(r"\s".join("".join(words))))
    return re.compile("|".join(dict.fromkeys(ways)))


def _bounded(letters: str) -> str:
    """The pattern as no part of a longer word, in scripts that have capitals; others write "and Ann" as one word."""
    return f"(?:{_edge(letters[0], '<!')}{letters}{_edge(letters[-1], '!')})"


def _edge(letter: str, look: str) -> str:
    if letter.isdecimal():
        return rf"(?{look}\d)"
    return rf"(?{look}[^\W\d_])" if letter.upper() != letter else ""


def _words(name: str) -> list[str]:
    return re.findall(r"[^\W_]+", _fold(name))


@dataclass(frozen=True, slots=True)
class _Folded:
    """A text as names are compared, and the span in the text that each of its characters comes from."""

    text: str
    origins: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, text: str, escapes: re.Pattern[str] | None) -> "_Folded":
        """`escapes`: what of the text is read as what it stands for."""
        pieces = [(match.span(), _unescaped(match[0])) for match in escapes.finditer(text)] if escapes else []
        read: list[tuple[tuple[int, int], str]] = []
        at = 0
        for (start, end), meant in [*pieces, ((len(text), len(text)), "")]:
            read += [((n, n + 1), text[n]) for n in range(at, start)]
            read.append(((start, end), meant))
            at = end
        folded = [(span, _fold(chars)) for span, chars in read]
        return cls("".join(part for _, part in folded), tuple(span for span, part in folded for _ in part))

    def spans(self, pattern: re.Pattern[str]) -> list[tuple[int, int]]:
        found = (match.span() for match in pattern.finditer(self.text))
        return [(self.origins[first][0], self.origins[last - 1][1]) for first, last in found]


def _written(text: str) -> tuple[str, ...]:
    """A file of the site as a reader, a browser or a program may read it: as it is, unescaped, and without its tags."""
    seen = _FOLDED_LINE.sub(_JOINER, _TAG.sub(_JOINER, _NOTE.sub(_JOINER, text)))
    return _fold(text), _fold(_read(text)), _fold(_read(seen))


def _read(text: str) -> str:
    """The text with all escapes as what they stand for."""
    for _ in range(_ROUNDS):
        before, text = text, _ESCAPE.sub(lambda match: _unescaped(match[0]), text)
        if text == before:
            break
    return text


def _unescaped(escape: str) -> str:
    if escape[0] == "<":
        return _JOINER
    if escape[0] == "&":
        return unescape(escape)
    if escape[0] == "%":
        return unquote(escape, errors="replace")
    codes = [int(code, 16) for code in _CODE.findall(escape)]
    if not codes:
        return " "  # a line break or a tab
    return b"".join(code.to_bytes(4, "little") for code in codes if code < 0x110000).decode("utf-32-le", "replace")


def _fold(text: str) -> str:
    return text.translate(_LETTERS)


class _Letters(dict[int, str]):
    """Character -> what it folds to, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = found = _letter(chr(code))
        return found


def _letter(char: str) -> str:
    if char in _APOSTROPHES or unicodedata.category(char) == "Cf":
        return _JOINER
    parts = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", char).casefold())
    return "".join(_PLAIN.get(part, part) for part in parts if unicodedata.category(part) not in ("Mn", "Me"))


_LETTERS = _Letters()
