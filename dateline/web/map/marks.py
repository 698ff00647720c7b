"""The marks of places: how large they are, and where each stands so that none hides another."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import cos, hypot, pi, sin, sqrt

from dateline.web.map.atlas import Point
from dateline.web.map.frame import Frame

_LARGEST = 16.0  # pixels: the radius of the mark of most events
_MOST_EACH = 6.0  # pixels: and of one event, at most
_SMALLEST = 4.5
_APART = 2.0  # pixels between two marks
_REACH = 24.0  # pixels between the middles of two marks: so much a finger needs
_TURNS, _RINGS, _STEP = 16, 12, 7.0  # where a mark may move to: directions, circles, and pixels from circle to circle


@dataclass(frozen=True, slots=True)
class Spot:
    """A mark's place in pixels: `at` where it is drawn, `true` where it belongs."""

    at: Point
    true: Point
    radius: float

    @property
    def moved(self) -> bool:
        return self.at != self.true


def unit(counts: Sequence[int]) -> float:
    """The radius of the mark of one event, in pixels: the area of a mark goes with its events."""
    return min(_MOST_EACH, _LARGEST / sqrt(max(counts)))


def radius(events: int, one: float) -> float:
    return max(_SMALLEST, one * sqrt(events))


def placed(wanted: Sequence[tuple[Point, float]], frame: Frame) -> list[Spot]:
    """Where marks of these middles and radii stand, in the same order: each as near to its middle as is free.

    The first have the first choice.
    """
    found: list[Spot] = []
    for true, size in wanted:
        free = (at for at in _candidates(true) if _fits(at, size, found, frame))
        found.append(Spot(next(free, true), true, size))
    return found


def _candidates(middle: Point) -> Iterator[Point]:
    yield middle
    for ring in range(1, _RINGS + 1):
        for turn in range(_TURNS):
            angle = 2 * pi * turn / _TURNS
            yield middle[0] + ring * _STEP * cos(angle), middle[1] - ring * _STEP * sin(angle)


def _fits(at: Point, size: float, found: Sequence[Spot], frame: Frame) -> bool:
    inside = size <= at[0] <= frame.width - size and size <= at[1] <= frame.height - size
    return inside and all(
        hypot(at[0] - spot.at[0], at[1] - spot.at[1]) >= max(_REACH, size + spot.radius + _APART) for spot in found
    )
