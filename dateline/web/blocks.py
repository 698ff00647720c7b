"""The files for download, written in blocks of events: what the last site's file tells of one is taken from there.

Where a block ends is told by its last event alone, so that one event more moves the ends of no others: as backups cut
files (Muthitacharoen, Chen and Mazières, A low-bandwidth network file system, 2001).
"""

from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b
from itertools import accumulate, pairwise
from zlib import crc32

from dateline.cache.packing import digest
from dateline.export.entry import Entries, Entry
from dateline.export.layout import Layout, Rows
from dateline.model import Event
from dateline.web.cut import KEY, Before, cut
from dateline.web.page import Page

_TOGETHER = 16  # events of a block, on average

_Block = tuple[bytes, tuple[Event, ...]]  # a digest of all that can be told of the events, and these


class Blocks:
    """`answers` are those of the timeline: without them nothing is kept for the next build."""

    def __init__(self, entries: Entries, answers: Mapping[str, bytes], before: Before) -> None:
        self._entries = entries
        self._blocks = list(_blocks(entries, answers)) if answers else [(b"", entries.events)]
        self._kept = bool(answers)
        self._before = before

    def page(self, path: str, layout: Layout) -> Page:
        """The file of this layout."""
        beside = digest(layout.beside)
        there = self._before.parts(path, beside)
        rows = [self._told(layout, block, there) for block in self._blocks]
        ends = pairwise(accumulate(map(len, rows), initial=len(layout.head.encode())))
        parts = [(key, first, end) for (key, _), (first, end) in zip(self._blocks, ends, strict=True)]
        if layout.listed:  # the first of a list has no comma before it
            parts = [one for one in parts if one[1] > parts[0][1]]
        return Page(path, layout.around(rows), cut(parts, beside) if self._kept else None)

    def _told(self, layout: Layout, block: _Block, there: Mapping[bytes, Rows]) -> Rows:
        key, events = block
        found = there.get(key)
        return layout.told(map(self._entries.of, events)) if found is None else found


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
    told = blake2b(digest_size=KEY)
    for entry in held:
        told.update(repr((entry.actors, entry.people, entry.page, len(entry.articles), len(entry.places))).encode())
        told.update(answers[f"events/{entry.event.id}"])
        for article in entry.articles:
            told.update(answers[f"articles/{article.id}"])
        for place in entry.places:
            told.update(answers[f"places/{place.id}"])
    return told.digest(), tuple(entry.event for entry in held)
