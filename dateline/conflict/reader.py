"""Reads conflict.toml table by table; what is unknown, missing or of the wrong kind is named with its line."""

import difflib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from dateline import edtf, wellformed
from dateline.conflict.dates import FORMS, bounds
from dateline.conflict.shape import EXPECTED, REQUIRED, SLUG, TABLES, is_text
from dateline.lexicon.load import Document
from dateline.model import When
from dateline.problems import Location, Problem


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
        """The text of a key above all tables; None where it is missing or no text."""
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
            right, wanted = EXPECTED.get(f"{name}.{key}") or EXPECTED.get(key, (is_text, "text"))
            if key in TABLES[name] and not right(value):
                hint = f"until then this [[{name}]] is left out"
                self.say(self.line_in(line, key), f"{key!r} must be {wanted}", hint)
                return False
        if "id" in row and not SLUG.fullmatch(row["id"]):
            hint = "use small letters, digits and single hyphens"
            self.say(self.line_in(line, "id"), f"{row['id']!r} cannot be an address", hint)
            return False
        return True

    def unique(self, rows: list[tuple[dict[str, Any], int]], key: str) -> list[tuple[dict[str, Any], int]]:
        """The rows without those whose `key` an earlier one has."""
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
            self.say(self.line_in(line, key), f"{value!r} is not a date", f"write {FORMS}")
            return None
        at = f"{self.source.file}:{line}"
        return edtf.when_within(first, last, rule="editor", anchor=at, explanation=why, stated=False)
