"""The small language in which the rules of the grammar are written, compiled to regular expressions over classes.

A pattern describes a row of tokens. Its items, with blanks between them:

    MONTH          a token of that class: a table of `lexicon/time.toml`, or a shape of number ("YEAR", "DAY")
    earlier        the word itself, in any case
    day=DAY        the same, and the rule's meaning may ask for "day"; also `edge=(early | late)`
    DATE           a named part of PARTS, written in the same language
    ( | ) ?        groups, alternatives and options, as in regular expressions
    <X  !<X        behind (not behind) X, which is not part of the expression; X has one fixed length
    >X  !>X        before (not before) X; ">CAPITAL week" is "Week" or "WEEK" (words of `proper` in time.toml)

Each class is one character of the row, so the compiled pattern is an ordinary regular expression that looks at
each token once. There is no repeat: the time is linear in the number of tokens.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

PIECE = re.compile(
    r"(?P<look>!?[<>])|(?P<role>[a-z_0-9]+)=|(?P<name>[A-Z][A-Z_0-9]*)|(?P<word>[a-z][a-z']*)"
    r"|(?P<open>\()|(?P<close>\))|(?P<bar>\|)|(?P<option>\?)"
)
Places = tuple[tuple[str, tuple[str, ...]], ...]  # where a role may stand: group of the expression, classes
LOOKS = {"<": "(?<=", "!<": "(?<!", ">": "(?=", "!>": "(?!"}


@dataclass(frozen=True, slots=True)
class Compiled:
    """A regular expression over classes, what each role may hold, and how a match can begin.

    A match is one token of `alone`, or begins with two tokens of `follow`: a first one and what may come after it.
    """

    regex: str
    roles: Mapping[str, Places]
    alone: frozenset[str]
    follow: Mapping[str, frozenset[str]]


@dataclass(slots=True)
class _Part:
    """A piece of a pattern: can it be `empty`, which tokens can be `first` in it, and which `alone` are all of it?"""

    regex: str
    first: frozenset[str] = frozenset()
    alone: frozenset[str] = frozenset()
    follow: dict[str, frozenset[str]] = field(default_factory=dict)
    empty: bool = True
    names: tuple[str, ...] = ()  # the classes and words in it, in order

    def then(self, other: "_Part") -> "_Part":
        """This piece with another one behind it."""
        follow = _joined(self.follow, dict.fromkeys(self.alone, other.first))
        return _Part(
            self.regex + other.regex,
            self.first | (other.first if self.empty else frozenset()),
            (self.alone if other.empty else frozenset()) | (other.alone if self.empty else frozenset()),
            _joined(follow, other.follow) if self.empty else follow,
            self.empty and other.empty,
            self.names + other.names,
        )

    def or_else(self, other: "_Part") -> "_Part":
        """This piece or another one in its place."""
        return _Part(
            f"{self.regex}|{other.regex}",
            self.first | other.first,
            self.alone | other.alone,
            _joined(self.follow, other.follow),
            self.empty or other.empty,
            self.names + other.names,
        )


def _joined(one: Mapping[str, frozenset[str]], other: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    return {char: one.get(char, frozenset()) | other.get(char, frozenset()) for char in (*one, *other)}


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
        found = self.sequence()
        while self.peek()[0] == "bar":
            self.at += 1
            found = found.or_else(self.sequence())
        return found

    def sequence(self) -> _Part:
        whole = _Part("")
        while self.peek()[0] not in ("bar", "close", "end"):
            whole = whole.then(self.item())
        return whole

    def item(self) -> _Part:
        kind, text = self.take()
        if kind == "look":
            return _Part(f"{LOOKS[text]}{self.atom().regex})")
        if kind == "role":
            part = self.atom()
            places = self.roles.get(text, ())
            group = f"{text}{len(places)}"
            self.roles[text] = (*places, (group, part.names))
            part = replace(part, regex=f"(?P<{group}>{part.regex})")
        else:
            self.at -= 1
            part = self.atom()
        if self.peek()[0] == "option":
            self.at += 1
            part = replace(part, regex=f"{part.regex}?", empty=True)
        return part

    def atom(self) -> _Part:
        kind, text = self.take()
        if kind == "open":
            inside = self.alternatives()
            if self.take()[0] != "close":
                raise ValueError("a bracket is not closed")
            return replace(inside, regex=f"(?:{inside.regex})")
        if kind == "name" and text in self.parts:
            part = _Parser(pieces_of(self.parts[text]), self.parts, self.charset, self.roles).alternatives()
            return replace(part, regex=f"(?:{part.regex})")
        if kind not in ("name", "word"):
            raise ValueError(f"{text!r} is out of place")
        chars = self.charset(text)
        return _Part(f"[{''.join(sorted(chars))}]", chars, chars, empty=False, names=(text,))


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
    return Compiled(whole.regex, dict(parser.roles), whole.alone, whole.follow)
