"""Cuts shapes to a box of degrees, before they are projected."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import ceil

from dateline.web.map.atlas import Box, Point

_LONGEST = 2.0  # degrees: a longer stretch is no straight line on the map


def polygon(ring: Sequence[Point], box: Box) -> list[Point]:
    """The part of a ring within `box`, some of it along the box's edges; empty where nothing is.

    Sutherland and Hodgman, Reentrant Polygon Clipping (1974). Pieces that the box parts stay joined along its edges:
    the result is to be filled, never stroked.
    """
    found = list(ring)
    for axis, limit, sign in ((0, box.west, 1), (0, box.east, -1), (1, box.south, 1), (1, box.north, -1)):
        reach = [point[axis] * sign for point in found]
        if not reach or max(reach) < limit * sign:
            return []
        if min(reach) < limit * sign:
            found = list(_one_side(found, axis, limit, sign))
    return found


def _one_side(ring: Sequence[Point], axis: int, limit: float, sign: int) -> Iterator[Point]:
    before = ring[-1]
    was_inside = (before[axis] - limit) * sign >= 0
    for point in ring:
        inside = (point[axis] - limit) * sign >= 0
        if inside != was_inside:
            yield _crossing(before, point, axis, limit)
        if inside:
            yield point
        before, was_inside = point, inside


def _crossing(one: Point, other: Point, axis: int, limit: float) -> Point:
    part = (limit - one[axis]) / (other[axis] - one[axis])
    across = one[1 - axis] + part * (other[1 - axis] - one[1 - axis])
    return (limit, across) if axis == 0 else (across, limit)


def polyline(line: Sequence[Point], box: Box) -> Iterator[list[Point]]:
    """The pieces of a line within `box`."""
    piece: list[Point] = []
    for one, other in pairwise(line):
        kept = _stretch(one, other, box)
        if kept is None or (piece and piece[-1] != kept[0]):
            if piece:
                yield piece
            piece = []
        if kept:
            piece += kept if not piece else kept[1:]
    if piece:
        yield piece


def _stretch(one: Point, other: Point, box: Box) -> list[Point] | None:
    """What of a straight line lies within `box`. Liang and Barsky, A New Concept for Line Clipping (1984)."""
    first, last = 0.0, 1.0
    for axis, low, high in ((0, box.west, box.east), (1, box.south, box.north)):
        step = other[axis] - one[axis]
        if step == 0:
            if not low <= one[axis] <= high:
                return None
            continue
        enter, leave = sorted(((low - one[axis]) / step, (high - one[axis]) / step))
        first, last = max(first, enter), min(last, leave)
    if first >= last:
        return None
    return [one if first == 0 else _along(one, other, first), other if last == 1 else _along(one, other, last)]


def _along(one: Point, other: Point, part: float) -> Point:
    return one[0] + part * (other[0] - one[0]), one[1] + part * (other[1] - one[1])


def stepped(line: Sequence[Point]) -> Iterator[Point]:
    """The line with points added on its long stretches: what is straight in degrees is bent on the map."""
    yield from line[:1]
    for one, other in pairwise(line):
        reach = max(abs(other[0] - one[0]), abs(other[1] - one[1]))
        if reach <= _LONGEST:
            yield other
            continue
        steps = ceil(reach / _LONGEST)
        for step in range(1, steps):
            yield _along(one, other, step / steps)
        yield other
