"""What the site offers for download: formats, and the files that they make of a timeline."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from dateline.export.layout import Layout
from dateline.export.table import Table
from dateline.model import Event, Timeline

Holds = Literal["event", "quote", "article", "file"]
Use = Literal["Tables", "Calendar, map and slides", "Citations", "For programs"]


def every(_: Event) -> bool:
    """Whether it is not left out: always so."""
    return True


@dataclass(frozen=True, slots=True)
class Format:
    """`name` is what `build.py export` calls it, `file` its name in data/; `purpose` and `rule` are sentences:
    what it is for, and what of the events it leaves out or says otherwise ("" where nothing).

    It has an entry for each of what it `holds`, but for events that it does not select. `write` makes its text of a
    timeline and the site's address (None where that is not known), its `layout` how, if it tells one event after the
    other.
    """

    name: str
    file: str
    media_type: str
    use: Use
    purpose: str
    write: Callable[[Timeline, str | None], str]
    rule: str = ""
    holds: Holds = "event"
    selects: Callable[[Event], bool] = every
    table: Table[Any] | None = None
    layout: Callable[[Timeline, str | None], Layout] | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """What is said of a file without holding it: its format, its size in octets, its SHA-256 in hexadecimal."""

    format: Format
    octets: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Download:
    """A format and the whole of its file."""

    format: Format
    content: bytes

    def listed(self) -> Listed:
        return Listed(self.format, len(self.content), hashlib.sha256(self.content).hexdigest())
