"""Words on a map: how much room they take, and where there is some. Nothing is random: same map, same places."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, fsum  # sum() of fractions has other last digits before Python 3.12
from typing import NamedTuple
from unicodedata import east_asian_width

from dateline.web.map.atlas import Point
from dateline.web.map.frame import Frame

_NARROW = frozenset("iljtfrI.,:;'’ ()[]|-")
_EDGE = 4.0  # pixels between a word and the map's edge
_LINE = 6.0  # pixels from one line that is looked at to the next, where a country's name seeks its place


class Rectangle(NamedTuple):
    """In pixels; `top` < `bottom`."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: "Rectangle") -> bool:
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom


@dataclass(frozen=True, slots=True)
class Label:
    """Where a word stands: `x` and the baseline `y`; `anchor` is SVG's text-anchor."""

    x: float
    y: float
    anchor: str


def width(text: str, size: float, spacing: float = 0) -> float:
    """About how wide a text is, in pixels, in a bold sans serif of `size` pixels: rather too much."""
    return fsum((_em(sign) + spacing) * size for sign in text)


def _em(sign: str) -> float:
    if east_asian_width(sign) in "WF":
        return 1.0
    return 0.38 if sign in _NARROW else 0.8 if sign.isupper() else 0.67


def around(
    middle: Point, radius: float, text_width: float, size: float, taken: Sequence[Rectangle], frame: Frame
) -> tuple[Label, Rectangle] | None:
    """The first free place for a word beside a mark: right, left, above, below, then the corners; None if none is."""
    x, y = middle
    side, corner = radius + 4, radius * 0.7 + 3
    rise = 0.36 * size  # from a line's middle down to its baseline
    places = (
        Label(x + side, y + rise, "start"),
        Label(x - side, y + rise, "end"),
        Label(x, y - side, "middle"),
        Label(x, y + side + 0.75 * size, "middle"),
        Label(x + corner, y - corner, "start"),
        Label(x + corner, y + corner + 0.7 * size, "start"),
        Label(x - corner, y - corner, "end"),
        Label(x - corner, y + corner + 0.7 * size, "end"),
    )
    for label in places:
        box = _box(label, text_width, size)
        if _inside(box, frame) and not any(box.overlaps(other) for other in taken):
            return label, box
    return None


def _box(label: Label, text_width: float, size: float) -> Rectangle:
    left = label.x - {"start": 0.0, "middle": 0.5, "end": 1.0}[label.anchor] * text_width
    return Rectangle(left, label.y - 0.8 * size, left + text_width, label.y + 0.25 * size)


def _inside(box: Rectangle, frame: Frame) -> bool:
    across = box.left >= _EDGE and box.right <= frame.width - _EDGE
    return across and box.top >= _EDGE and box.bottom <= frame.height - _EDGE


def across(
    rings: Sequence[Sequence[Point]], text_width: float, size: float, taken: Sequence[Rectangle], frame: Frame
) -> tuple[Label, Rectangle] | None:
    """The roomiest place for a word within an area, in the middle of its widest free stretch; None if there is none."""
    wide = [ring for ring in rings if max(ring)[0] - min(ring)[0] > text_width + 6]
    rows = _rows(wide, frame)
    best: tuple[float, float, float] | None = None
    for row in sorted(rows):
        y = row * _LINE
        if not _EDGE + size < y < frame.height - _EDGE - size:
            continue
        free = _common(rows.get(near, []) for near in (row - 1, row, row + 1))
        for box in taken:
            if box.top < y + size * 0.7 and box.bottom > y - size * 0.7:
                free = list(_without(free, box.left - 2, box.right + 2))
        for left, right in free:
            room = right - left
            if room >= text_width + 6 and (best is None or room > best[0] + 0.5):
                best = (room, (left + right) / 2, y)
    if best is None:
        return None
    label = Label(best[1], best[2] + 0.36 * size, "middle")
    return label, _box(label, text_width, size)


Runs = list[tuple[float, float]]


def _rows(rings: Sequence[Sequence[Point]], frame: Frame) -> dict[int, Runs]:
    """The stretches within the rings and the window, on lines that are `_LINE` pixels apart."""
    crossings: dict[int, list[float]] = defaultdict(list)
    for ring in rings:
        for one, other in pairwise((*ring, ring[0])):
            (x1, y1), (x2, y2) = (one, other) if one[1] < other[1] else (other, one)
            for row in range(max(0, ceil(y1 / _LINE)), min(ceil(frame.height / _LINE), ceil(y2 / _LINE))):
                crossings[row].append(x1 + (row * _LINE - y1) / (y2 - y1) * (x2 - x1))
    return {row: list(_within(sorted(xs), frame)) for row, xs in crossings.items()}


def _within(crossings: Sequence[float], frame: Frame) -> Iterator[tuple[float, float]]:
    for left, right in zip(crossings[::2], crossings[1::2], strict=True):
        left, right = max(left, _EDGE), min(right, frame.width - _EDGE)
        if left < right:
            yield left, right


def _common(several: Iterable[Runs]) -> Runs:
    found: Runs | None = None
    for runs in several:
        if found is None:
            found = runs
        else:
            pairs = ((max(a, c), min(b, d)) for a, b in found for c, d in runs)
            found = [(left, right) for left, right in pairs if left < right]
    return found or []


def _without(runs: Runs, left: float, right: float) -> Iterator[tuple[float, float]]:
    for start, end in runs:
        if start < left:
            yield start, min(end, left)
        if end > right:
            yield max(start, right), end
