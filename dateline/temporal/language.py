"""The small language in which the rules of the grammar are written, compiled to regular expressions over classes.

A pattern describes a row of tokens. Its items, with blanks between them:

    MONTH          a token of that class: a table of `lexicon/time.toml`, or a shape of number ("YEAR", "DAY")
    earlier        the word itself, in any case
    day=DAY        the same, and the rule's meaning may ask for "day"; also `edge=(early | late)`
    DATE           a named part of PARTS, written in the same language
    ( | ) ?  {0,2} groups, alternatives, options and bounded repeats, as in regular expressions
    <X  !<X        behind (not behind) X, which is not part of the expression; X has one fixed length
    >X  !>X        before (not before) X

Each class is one character of the row, so the compiled pattern is an ordinary regular expression that looks at
each token once. There is no unbounded repeat: the time is linear in the number of tokens.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

PIECE = re.compile(
    r"(?P<look>!?[<>])|(?P<role>[a-z_0-9]+)=|(?P<name>[A-Z][A-Z_0-9]*)|(?P<word>[a-z][a-z']*)"
    r"|(?P<open>\()|(?P<close>\))|(?P<bar>\|)|(?P<many>\?|\{\d,\d\})"
)
Places = tuple[tuple[str, tuple[str, ...]], ...]  # where a role may stand: group of the expression, classes
LOOKS = {"<": "(?<=", "!<": "(?<!", ">": "(?=", "!>": "(?!"}


@dataclass(frozen=True, slots=True)
class Compiled:
    """A regular expression over classes, the classes it can begin with, and what each role may hold."""

    regex: str
    first: frozenset[str]
    roles: Mapping[str, "Places"]


@dataclass(slots=True)
class _Part:
    regex: str
    first: frozenset[str]
    empty: bool  # matches no token at all
    names: tuple[str, ...] = ()  # the classes and words in it, in order


@dataclass(slots=True)
class _Parser:
    """Recursive descent over one pattern. `charset` gives the characters of a class or word."""

    pieces: list[tuple[str, str]]
    parts: Mapping[str, str]
    charset: Callable[[str], frozenset[str]]
    roles: dict[str, Places] = field(default_factory=dict)
    at: int = 0

    def peek(self) -> tuple[str, str]:
        return self.pieces[self.at] if self.at < len(self.pieces) else ("end", "")

    def take(self) -> tuple[str, str]:
        piece = self.peek()
        self.at += 1
        return piece

    def alternatives(self) -> _Part:
        found = [self.sequence()]
        while self.peek()[0] == "bar":
            self.at += 1
            found.append(self.sequence())
        return _Part(
            "|".join(part.regex for part in found),
            frozenset().union(*(part.first for part in found)),
            any(part.empty for part in found),
            tuple(name for part in found for name in part.names),
        )

    def sequence(self) -> _Part:
        whole = _Part("", frozenset(), True)
        while self.peek()[0] not in ("bar", "close", "end"):
            part = self.item()
            if whole.empty:
                whole.first |= part.first
            whole.empty = whole.empty and part.empty
            whole.regex += part.regex
            whole.names += part.names
        return whole

    def item(self) -> _Part:
        kind, text = self.take()
        if kind == "look":
            return _Part(f"{LOOKS[text]}{self.atom().regex})", frozenset(), True)
        if kind == "role":
            part = self.atom()
            places = self.roles.get(text, ())
            group = f"{text}{len(places)}"
            self.roles[text] = (*places, (group, part.names))
            part = _Part(f"(?P<{group}>{part.regex})", part.first, part.empty, part.names)
        else:
            self.at -= 1
            part = self.atom()
        if self.peek()[0] == "many":
            _, many = self.take()
            part = _Part(part.regex + many, part.first, part.empty or many[1:2] in ("", "0"), part.names)
        return part

    def atom(self) -> _Part:
        kind, text = self.take()
        if kind == "open":
            inside = self.alternatives()
            if self.take()[0] != "close":
                raise ValueError("a bracket is not closed")
            return _Part(f"(?:{inside.regex})", inside.first, inside.empty, inside.names)
        if kind == "name" and text in self.parts:
            inner = _Parser(pieces_of(self.parts[text]), self.parts, self.charset, self.roles)
            part = inner.alternatives()
            return _Part(f"(?:{part.regex})", part.first, part.empty, part.names)
        if kind not in ("name", "word"):
            raise ValueError(f"{text!r} is out of place")
        chars = self.charset(text)
        return _Part(f"[{''.join(sorted(chars))}]", chars, False, (text,))


def pieces_of(pattern: str) -> list[tuple[str, str]]:
    """The pieces of a pattern as (kind, text). Raises ValueError at what the language does not know."""
    pieces, at = [], 0
    for match in PIECE.finditer(pattern):
        if pattern[at : match.start()].strip():
            break
        kind = match.lastgroup or ""
        pieces.append((kind, match[kind]))
        at = match.end()
    if pattern[at:].strip():
        raise ValueError(f"{pattern!r}: {pattern[at:]!r} is not understood")
    return pieces


def words_of(pattern: str) -> set[str]:
    """The words that a pattern names literally."""
    return {text for kind, text in pieces_of(pattern) if kind == "word"}


def compile_pattern(pattern: str, parts: Mapping[str, str], charset: Callable[[str], frozenset[str]]) -> Compiled:
    """Compile a pattern of the language. Raises ValueError if it is not one, or an unknown class is named."""
    parser = _Parser(pieces_of(pattern), parts, charset)
    whole = parser.alternatives()
    if parser.peek()[0] != "end":
        raise ValueError(f"{pattern!r}: a bracket is closed that was not opened")
    return Compiled(whole.regex, whole.first, dict(parser.roles))
