"""A file for download as what stands before its events, what it says of each of them, and what stands after.

What is said of an event rests on its Entry alone: who has the file of an earlier timeline may take it from there.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from io import BytesIO

from dateline.export.entry import Entries, Entry
from dateline.model import Timeline

Write = Callable[[Timeline, str | None], str]
Rows = bytes | memoryview  # of a file that may be long: none is copied before all are put together


@dataclass(frozen=True, slots=True)
class Layout:
    """`row` tells an event, "" where the file leaves it out; it is given `beside`, too, which is the same for all.

    `listed`: the rows are items of a JSON list; each begins with the comma that parts it from the one before.
    """

    head: str
    row: Callable[..., str]  # (Entry, *beside)
    tail: str
    beside: tuple[str, ...] = ()
    listed: bool = False

    def told(self, entries: Iterable[Entry]) -> bytes:
        """The rows of some events."""
        written = BytesIO()  # UTF-8: text with a single curly quotation mark would take twice the room
        for entry in entries:
            written.write(self.row(entry, *self.beside).encode())
        return written.getvalue()

    def around(self, blocks: Iterable[Rows]) -> bytes:
        """The whole file, from the rows of all its events."""
        rows = [block for block in blocks if block]
        if self.listed and rows:
            rows = [b"[", memoryview(rows[0])[1:], *rows[1:], b"\n]"]
        elif self.listed:
            rows = [b"[]"]
        return b"".join((self.head.encode(), *rows, self.tail.encode()))


def writer(layout: Callable[[Timeline, str | None], Layout]) -> Write:
    """What writes the whole file of a timeline."""

    def text(timeline: Timeline, base_url: str | None = None) -> str:
        """The whole file, in the timeline's order. `base_url` is the site's address, for full links."""
        found = layout(timeline, base_url)
        return found.around([found.told(Entries(timeline, base_url))]).decode()

    return text
