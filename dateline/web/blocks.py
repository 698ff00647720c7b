"""The files for download, written in blocks of events: what the last site's file tells of one is taken from there.

Where a block ends is told by its last event alone, so that one event more moves the ends of no others: as backups cut
files (Muthitacharoen, Chen and Mazières, A low-bandwidth network file system, 2001).
"""

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping
from hashlib import blake2b
from itertools import accumulate, pairwise
from zlib import crc32

from dateline.cache.packing import digest
from dateline.export.entry import Entries, Entry
from dateline.export.layout import Layout, Rows
from dateline.model import Event
from dateline.web.page import Cut, Page

_TOGETHER = 16  # events of a block, on average
_KEY = 16  # bytes

_Block = tuple[bytes, tuple[Event, ...]]  # a digest of all that can be told of the events, and these


class Blocks:
    """`answers` are those of the timeline, `cuts` those of the last site's files, and `old` what one of these holds.

    Without answers nothing is kept for the next build.
    """

    def __init__(
        self,
        entries: Entries,
        answers: Mapping[str, bytes],
        cuts: Mapping[str, Cut],
        old: Callable[[str], bytes],
    ) -> None:
        self._entries = entries
        self._blocks = list(_blocks(entries, answers)) if answers else [(b"", entries.events)]
        self._keys = b"".join(key for key, _ in self._blocks)
        self._cuts = cuts
        self._old = old

    def page(self, path: str, layout: Layout) -> Page:
        """The file of this layout."""
        beside = digest(layout.beside)
        there = self._there(path, layout, beside)
        rows = [self._told(layout, block, there) for block in self._blocks]
        cut = Cut(beside, len(layout.head.encode()), self._keys, array("I", map(len, rows)).tobytes())
        return Page(path, layout.around(rows), cut if self._keys else None)

    def _told(self, layout: Layout, block: _Block, there: Mapping[bytes, Rows]) -> Rows:
        key, events = block
        found = there.get(key)
        return layout.told(map(self._entries.of, events)) if found is None else found

    def _there(self, path: str, layout: Layout, beside: bytes) -> dict[bytes, Rows]:
        """What the file of the last site tells, block by block; not the first of a list, which has no comma."""
        cut = self._cuts.get(path)
        if cut is None or cut.beside != beside or not (old := self._old(path)):
            return {}
        ends = list(accumulate(array("I", cut.lengths), initial=cut.start))
        keys = [cut.keys[n : n + _KEY] for n in range(0, len(cut.keys), _KEY)]
        found, view = zip(keys, pairwise(ends), strict=True), memoryview(old)
        return {key: view[start:end] for key, (start, end) in found if start > cut.start or not layout.listed}


def _blocks(entries: Entries, answers: Mapping[str, bytes]) -> Iterator[_Block]:
    held: list[Entry] = []
    for entry in entries:
        held.append(entry)
        if crc32(entry.event.id.encode()) % _TOGETHER == 0:
            yield _block(held, answers)
            held = []
    if held:
        yield _block(held, answers)


def _block(held: Iterable[Entry], answers: Mapping[str, bytes]) -> _Block:
    told = blake2b(digest_size=_KEY)
    for entry in held:
        told.update(repr((entry.actors, entry.people, entry.page, len(entry.articles), len(entry.places))).encode())
        told.update(answers[f"events/{entry.event.id}"])
        for article in entry.articles:
            told.update(answers[f"articles/{article.id}"])
        for place in entry.places:
            told.update(answers[f"places/{place.id}"])
    return told.digest(), tuple(entry.event for entry in held)
