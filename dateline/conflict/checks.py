"""Reads conflict.toml table by table; what is unknown, missing or of the wrong kind is named with its line."""

import difflib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Any, get_args

from dateline import edtf, wellformed
from dateline.conflict import redaction
from dateline.lexicon.load import Document
from dateline.model import ActorKind, EventType, Modality, When
from dateline.problems import Location, Problem

TOP = ("title", "description", "language", "interface", "url", "publish")
TABLES: dict[str, tuple[str, ...]] = {
    "actor": ("id", "name", "kind", "aliases", "roles", "colour"),
    "place": ("id", "name", "aliases", "latitude", "longitude", "country", "precision"),
    "track": ("id", "name", "parties", "venue", "aliases"),
    "round": ("id", "name", "track", "number", "date", "place", "why"),
    "article": ("file", "published", "source", "title", "url", "licence", "publish", "noindex", "why"),
    "redact": ("name", "aliases", "keep", "why"),
    "correction": ("event", "date", "headline", "kind", "modality", "actors", "places", "hide", "split", "join", "why"),
}
REQUIRED = {
    "actor": ("id", "name"),
    "place": ("id", "name"),
    "track": ("id", "name"),
    "round": ("id",),
    "article": ("file", "why"),
    "redact": ("name", "why"),
    "correction": ("event", "why"),
}
SLUG = re.compile(r"(?=.{1,80}$)[a-z0-9]+(?:-[a-z0-9]+)*")
MOST_ROUNDS = 100_000
PRECISIONS = ("city", "province", "country")


@dataclass
class Reader:
    """One pass over the file; every Problem is collected, and what is wrong is left out."""

    source: Document
    problems: list[Problem] = field(default_factory=list)

    def say(self, line: int, what: str, hint: str = "") -> None:
        self.problems.append(Problem(Location(self.source.file, line), what, hint))

    def unknown_key(self, key: str, known: tuple[str, ...], line: int) -> None:
        close = difflib.get_close_matches(key, known, 1)
        hint = f"did you mean {close[0]!r}?" if close else "known here: " + ", ".join(known)
        self.say(line, f"unknown key {key!r}", hint)

    def line_in(self, table_line: int, key: str) -> int:
        """The line of `key` in the table that begins on `table_line`; the table's own where it has none."""
        return self._keys.get(table_line, {}).get(key, table_line)

    @cached_property
    def _keys(self) -> dict[int, dict[str, int]]:
        """Line of a table -> its keys and their lines, in one pass: a file may have as many keys as lines."""
        found: dict[int, dict[str, int]] = {0: {}}
        table = 0
        for number, line in enumerate(self.source.text.split("\n"), 1):
            if line.lstrip().startswith("["):
                table = number
                found[table] = {}
            elif "=" in line:
                key = line.partition("=")[0].strip(" \t")
                found[table].setdefault(key.removeprefix('"').removesuffix('"'), number)
        return found

    def top(self, key: str) -> str | None:
        value = self.source.data.get(key)
        if value is None or (isinstance(value, str) and wellformed.printable(value)):
            return value
        self.say(self.line_in(0, key), f"{key!r} must be text", f'write {key} = "…", without control characters')
        return None

    def tables(self, name: str) -> list[tuple[dict[str, Any], int]]:
        """The tables `[[name]]` with their lines, without unknown keys; incomplete ones are left out."""
        rows = self.source.data.get(name, [])
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            self.say(self.source.line_of(name), f"{name!r} must be a list of tables", f"write [[{name}]]")
            return []
        lines = self.source.table_lines(name)
        if len(lines) != len(rows):  # they are written in another way, or what looks like one stands in a text
            lines = [0] * len(rows)
        kept = []
        for row, line in zip(rows, lines, strict=True):
            for key in sorted(set(row) - set(TABLES[name])):
                self.unknown_key(key, TABLES[name], self.line_in(line, key))
            missing = [key for key in REQUIRED[name] if not row.get(key)]
            if missing:
                self.say(line, f"[[{name}]] without {missing[0]!r}", f"add a line {missing[0]} = …")
            elif self._types_right(name, row, line):
                kept.append((row, line))
        return kept

    def _types_right(self, name: str, row: Mapping[str, Any], line: int) -> bool:
        for key, value in row.items():
            right, wanted = EXPECTED.get(f"{name}.{key}") or EXPECTED.get(key, (_is_text, "text"))
            if key in TABLES[name] and not right(value):
                self.say(self.line_in(line, key), f"{key!r} must be {wanted}")
                return False
        if "id" in row and not SLUG.fullmatch(row["id"]):
            hint = "use small letters, digits and single hyphens"
            self.say(self.line_in(line, "id"), f"{row['id']!r} cannot be an address", hint)
            return False
        return True

    def unique(self, rows: list[tuple[dict[str, Any], int]], key: str) -> list[tuple[dict[str, Any], int]]:
        seen: dict[str, int] = {}
        kept = []
        for row, line in rows:
            if row[key] in seen:
                self.say(line, f"{row[key]!r} again", f"it was given in line {seen[row[key]]}; join the two")
                continue
            seen[row[key]] = line
            kept.append((row, line))
        return kept

    def when(self, row: Mapping[str, Any], key: str, line: int, why: str) -> When | None:
        """A day, month, year or an interval `A/B` of days."""
        value = row.get(key)
        if value is None:
            return None
        first, last = bounds(value)
        if first is None or last is None or last < first:
            self.say(
                self.line_in(line, key),
                f"{value!r} is not a date",
                "write 2019-02-09, 2019-02 or 2019-02-09/2019-02-12",
            )
            return None
        at = f"{self.source.file}:{line}"
        return edtf.when_within(first, last, rule="editor", anchor=at, explanation=why, stated=False)


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip()) and wellformed.printable(value)


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and all(_is_text(part) for part in value)


def _is_names(value: object) -> bool:
    return isinstance(value, list) and all(_is_text(name) and redaction.letters(name) > 1 for name in value)


EXPECTED: dict[str, tuple[Callable[[object], bool], str]] = {
    "aliases": (_is_texts, "a list of texts"),
    "parties": (_is_texts, "a list of actor ids"),
    "roles": (
        lambda v: isinstance(v, list) and all(isinstance(r, dict) and _is_text(r.get("title")) for r in v),
        "a list of { title = …, first = …, last = … }",
    ),
    "number": (
        lambda v: isinstance(v, int) and not isinstance(v, bool) and 0 < v <= MOST_ROUNDS,
        f"a whole number from 1 to {MOST_ROUNDS:,}",
    ),
    "latitude": (
        lambda v: isinstance(v, int | float) and not isinstance(v, bool) and -90 <= v <= 90,
        "degrees, -90 to 90",
    ),
    "longitude": (
        lambda v: isinstance(v, int | float) and not isinstance(v, bool) and -180 <= v <= 180,
        "degrees, -180 to 180",
    ),
    "published": (lambda v: isinstance(v, date | str), "a date"),
    "date": (lambda v: isinstance(v, date | str), "a date"),
    "kind": (lambda v: v in get_args(ActorKind), "one of " + ", ".join(get_args(ActorKind))),
    "correction.kind": (lambda v: v in get_args(EventType), "one of " + ", ".join(get_args(EventType))),
    "modality": (lambda v: v in get_args(Modality), "one of " + ", ".join(get_args(Modality))),
    "actors": (_is_texts, "a list of actor ids"),
    "places": (_is_texts, "a list of place ids"),
    "redact.name": (lambda v: _is_names([v]), "a name of two letters or more"),
    "redact.aliases": (lambda v: _is_names(v), "a list of names of two letters or more"),
    "keep": (_is_texts, "a list of words of the name"),
    "noindex": (lambda v: isinstance(v, bool), "true or false"),
    "hide": (lambda v: isinstance(v, bool), "true or false"),
    "split": (lambda v: isinstance(v, bool), "true or false"),
    "precision": (lambda v: v in PRECISIONS, "one of " + ", ".join(PRECISIONS)),
    "url": (lambda v: isinstance(v, str) and wellformed.web_address(v), "a web address, https://…"),
    "country": (
        lambda v: isinstance(v, str) and bool(re.fullmatch("[A-Z]{2}", v)),
        'a code of ISO 3166-1 such as "AF"',
    ),
    "publish": (lambda v: v in ("quotes", "full"), '"quotes" or "full"'),
    "colour": (
        lambda v: isinstance(v, str) and bool(re.fullmatch(r"#[0-9a-fA-F]{6}", v)),
        'a colour such as "#0072B2"',
    ),
}


def bounds(value: object) -> tuple[date | None, date | None]:
    """First and last day of a TOML date, of 2019 or of "2019-02", "2019-02-09/2019-02-12"; None where it is none."""
    if isinstance(value, datetime):
        return value.date(), value.date()
    if isinstance(value, date):
        return value, value
    if isinstance(value, int) and 0 < value < 10_000:
        value = str(value)
    if not isinstance(value, str) or value.endswith("/"):
        return None, None
    first, _, last = value.partition("/")
    return _edge(first, 0), _edge(last or first, 1)


def _edge(text: str, side: int) -> date | None:
    match = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", text.strip())
    if not match:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        if day:
            return date(year or 0, month or 0, day)
        if month:
            return edtf.last_of_month(year or 0, month) if side else date(year or 0, month, 1)
        return date(year or 0, 12, 31) if side else date(year or 0, 1, 1)
    except ValueError:
        return None
