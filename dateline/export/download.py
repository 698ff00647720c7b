"""What the site offers for download: a format, and the file that it makes of a timeline."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

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
    timeline and the site's address (None where that is not known).
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


@dataclass(frozen=True, slots=True)
class Download:
    """A format and the whole text of its file."""

    format: Format
    text: str
