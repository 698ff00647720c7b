"""Opens the package's own data files and says on which line a key of a TOML file stands."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from dateline.problems import line_at

_TABLE = re.compile(r"[ \t]*\[\[([^\[\]]+)\]\]")


@dataclass(frozen=True)
class Document:
    """A TOML file: its data and its text, which tomllib's data gives no line numbers for."""

    file: str
    text: str
    data: dict[str, Any]

    def line_of(self, *words: str) -> int:
        """The line of the last of `words`, each looked for after the one before; 0 if one is not there.

        `line_of("[[actor]]", '"taliban"', "aliases")` walks down to a key of one table.
        """
        at = 0
        for word in words:
            at = self.text.find(word, at)
            if at < 0:
                return 0
        return line_at(self.text, at) if words else 0

    def table_lines(self, name: str) -> list[int]:
        """The lines on which the tables of the array `[[name]]` begin, in order."""
        return self._tables.get(name, [])

    @cached_property
    def _tables(self) -> dict[str, list[int]]:
        """All of them in one pass: a file may have as many arrays as lines."""
        found: dict[str, list[int]] = {}
        for number, line in enumerate(self.text.split("\n"), 1):
            if match := _TABLE.match(line):
                found.setdefault(match[1].strip(" \t"), []).append(number)
        return found


@cache
def document(name: str) -> Document:
    """The package's data file `dateline/lexicon/NAME.toml`."""
    text = files("dateline.lexicon").joinpath(f"{name}.toml").read_text(encoding="utf-8")
    return Document(f"dateline/lexicon/{name}.toml", text, tomllib.loads(text))


def table_text(name: str) -> str:
    """The text of a tab-separated file of the package, `dateline/lexicon/NAME.tsv`."""
    return files("dateline.lexicon").joinpath(f"{name}.tsv").read_text(encoding="utf-8")


def interface_text(code: str) -> str:
    """The text of a catalogue of the interface's words, `dateline/lexicon/interface/CODE.po`."""
    return _interface().joinpath(f"{code}.po").read_text(encoding="utf-8")


@cache
def interfaces() -> tuple[str, ...]:
    """The codes of the languages in which the interface can speak: English, and those that have a catalogue."""
    found = (one.name.removesuffix(".po") for one in _interface().iterdir() if one.name.endswith(".po"))
    return ("en", *sorted(found))


def _interface() -> Traversable:
    return files("dateline.lexicon") / "interface"
