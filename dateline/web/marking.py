"""Marks the quoted spans in an article's text: the one place where the site's markup is made outside templates."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from itertools import accumulate, pairwise

from dateline.model import Span


class Html(str):
    """Text that is markup already: each part of it was escaped where it was made."""

    __slots__ = ()

    def __html__(self) -> "Html":
        return self


@dataclass(frozen=True, slots=True)
class Mark:
    """A quoted span: `anchor` is its id on the page; `number`, `href` and `title` lead to its event."""

    span: Span
    anchor: str
    number: int
    href: str
    title: str


@dataclass(frozen=True, slots=True)
class Marked:
    """The markup of each range, and the anchors of the marks that lie outside all of them."""

    ranges: tuple[Html, ...]
    unplaced: tuple[str, ...]


def mark(text: str, ranges: Sequence[Span], marks: Sequence[Mark]) -> Marked:
    """The markup of these ranges of `text`, sorted and apart, with what the marks cover in <mark>.

    A mark's anchor stands at the first piece that it covers, the number that links to its event after the last.
    """
    pieces, owner = _pieces(ranges, marks)
    starts, ends = [piece.start for piece in pieces], [piece.end for piece in pieces]
    depth = [0] * (len(pieces) + 1)
    anchors: dict[int, list[str]] = defaultdict(list)
    numbers: dict[int, list[Mark]] = defaultdict(list)
    unplaced = []
    for one in marks:
        first = bisect_right(ends, one.span.start)
        last = bisect_left(starts, one.span.end) - 1
        if last < first:
            unplaced.append(one.anchor)
            continue
        depth[first] += 1
        depth[last + 1] -= 1
        anchors[first].append(one.anchor)
        numbers[last].append(one)
    out: list[list[str]] = [[] for _ in ranges]
    for index, (piece, covered) in enumerate(zip(pieces, accumulate(depth), strict=False)):
        ids = dict.fromkeys(anchors[index])
        out[owner[index]].append(_html(text[piece.start : piece.end], covered > 0, tuple(ids), numbers[index]))
    return Marked(tuple(Html("".join(parts)) for parts in out), tuple(dict.fromkeys(unplaced)))


def _pieces(ranges: Sequence[Span], marks: Sequence[Mark]) -> tuple[list[Span], list[int]]:
    """The ranges cut wherever a mark begins or ends, and the range from which each piece comes."""
    cuts = sorted({cut for one in marks for cut in one.span})
    pieces, owner = [], []
    for index, (start, end) in enumerate(ranges):
        inside = cuts[bisect_right(cuts, start) : bisect_left(cuts, end)]
        bounds = [start, *inside, end]
        pieces += [Span(*pair) for pair in pairwise(bounds)]
        owner += [index] * (len(bounds) - 1)
    return pieces, owner


def _html(text: str, covered: bool, ids: tuple[str, ...], ends: Sequence[Mark]) -> str:
    anchors = "".join(f'<span class="anchor" id="{escape(id)}"></span>' for id in ids)
    body = f"<mark>{escape(text)}</mark>" if covered else escape(text)
    refs = "".join(
        f'<sup><a class="ref" href="{escape(one.href)}" title="{escape(one.title)}">{one.number}</a></sup>'
        for one in ends
    )
    return anchors + body + refs
