"""What a map shows: its middle, its scale and its size."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import ceil, floor

from dateline.web.map.atlas import Box, Point
from dateline.web.map.projection import EARTH, Azimuthal, middle

_SIDES = 24  # points along each side of a frame that are looked at for its reach in degrees
_FLATTEST, _TALLEST = 0.62, 0.85  # height to width


@dataclass(frozen=True)
class Frame:
    """A map's window. Pixels count from its upper left corner; `scale` is in pixels a radius of the earth."""

    projection: Azimuthal
    scale: float
    width: int
    height: int

    def at(self, point: Point) -> Point:
        """Where a point of the globe lies, in pixels; it may lie outside the window."""
        return self.line([point])[0]

    def line(self, points: Iterable[Point]) -> list[Point]:
        """Where each of the points lies."""
        x, y, scale = self.width / 2, self.height / 2, self.scale
        return [(x + east * scale, y - north * scale) for east, north in self.projection.plane(points)]

    def shows(self, point: Point, margin: float = 0) -> bool:
        x, y = self.at(point)
        return margin <= x <= self.width - margin and margin <= y <= self.height - margin

    @property
    def km(self) -> float:
        """The length of a pixel, in km, in the middle of the map."""
        return EARTH / self.scale

    def outline(self) -> list[Point]:
        """Points all along the window's sides, in degrees."""
        x, y = self.width / 2 / self.scale, self.height / 2 / self.scale
        steps = [2 * n / _SIDES - 1 for n in range(_SIDES)]
        plane = [(n * x, y) for n in steps] + [(x, -n * y) for n in steps]
        return [self.projection.inverse(*point) for point in [*plane, *((-a, -b) for a, b in plane)]]

    @cached_property
    def box(self) -> Box:
        """The window in degrees, and somewhat more: it holds all that shows."""
        edge = self.outline()
        north, south = (self.shows((self.projection.longitude, pole)) for pole in (90.0, -90.0))
        around = north or south
        west = self.projection.longitude - 180 if around else min(x for x, _ in edge)
        east = self.projection.longitude + 180 if around else max(x for x, _ in edge)
        low = -90 if south else floor(min(y for _, y in edge)) - 1
        high = 90 if north else ceil(max(y for _, y in edge)) + 1
        return Box(floor(west) - 1, max(-90, low), ceil(east) + 1, min(90, high))


def fitted(points: Sequence[Point], width: int, margin: float, least: float) -> Frame:
    """The frame `width` pixels wide that shows all `points`, `margin` pixels from its sides.

    It shows at least `least` km from side to side, and is between 0.62 and 0.85 times as high as wide.
    """
    projection = Azimuthal(*middle(points))
    for _ in range(3):  # the middle of what is shown is only known once it is projected
        plane = projection.plane(points)
        west, east = min(x for x, _ in plane), max(x for x, _ in plane)
        south, north = min(y for _, y in plane), max(y for _, y in plane)
        projection = Azimuthal(*projection.inverse((west + east) / 2, (south + north) / 2))
    across, along = max(east - west, 1e-9), max(north - south, 1e-9)
    scale = min((width - 2 * margin) / across, (width * _TALLEST - 2 * margin) / along, width * EARTH / least)
    height = round(min(width * _TALLEST, max(width * _FLATTEST, along * scale + 2 * margin)))
    longitude, latitude = projection.longitude, projection.latitude
    rounded = Azimuthal(round((longitude + 180) % 360 - 180, 4), round(latitude, 4))
    return Frame(rounded, round(scale, 2), width, height)
