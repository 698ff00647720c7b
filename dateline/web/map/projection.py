"""From the globe to the plane: Lambert's azimuthal equal-area projection about a map's own middle.

It draws a region anywhere on the globe with little distortion, and no meridian or pole is an edge to it.
Formulas: J. P. Snyder, Map Projections: A Working Manual (USGS Professional Paper 1395, 1987), pages 185 to 187.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import asin, atan2, cos, degrees, hypot, radians, sin, sqrt

from dateline.web.map.atlas import Point

EARTH = 6371.0  # km, the mean radius: the globe is a sphere here
_RIM = 2.0  # the whole globe lies within this distance of the middle, in radii


@dataclass(frozen=True, slots=True)
class Azimuthal:
    """The projection about a middle, in degrees. Lengths in the plane are in radii of the earth, y to the north."""

    longitude: float
    latitude: float

    def forward(self, point: Point) -> Point:
        """Where a point of the globe lies in the plane; the point opposite to the middle at (0, 2)."""
        return self.plane([point])[0]

    def plane(self, points: Iterable[Point]) -> list[Point]:
        """Where each of the points lies in the plane."""
        found = []
        middle = radians(self.latitude)
        sin_middle, cos_middle = sin(middle), cos(middle)
        for longitude, latitude in points:
            turn, high = radians(longitude - self.longitude), radians(latitude)
            sin_high, cos_high, cos_turn = sin(high), cos(high), cos(turn)
            nearness = 1 + sin_middle * sin_high + cos_middle * cos_high * cos_turn
            if nearness < 1e-12:
                found.append((0.0, _RIM))
                continue
            stretch = sqrt(2 / nearness)
            north = cos_middle * sin_high - sin_middle * cos_high * cos_turn
            found.append((stretch * cos_high * sin(turn), stretch * north))
        return found

    def inverse(self, x: float, y: float) -> Point:
        """The point of the globe, its longitude within 180 of the middle's; beyond the rim the nearest on it."""
        away = hypot(x, y)
        if away < 1e-12:
            return self.longitude, self.latitude
        angle, middle = 2 * asin(min(1.0, away / _RIM)), radians(self.latitude)
        x, y = x / away, y / away
        high = asin(max(-1.0, min(1.0, cos(angle) * sin(middle) + y * sin(angle) * cos(middle))))
        turn = atan2(x * sin(angle), cos(middle) * cos(angle) - y * sin(middle) * sin(angle))
        return self.longitude + degrees(turn), degrees(high)


def distance(one: Point, other: Point) -> float:
    """How far two points of the globe are apart, in km."""
    turn, high, low = radians(other[0] - one[0]), radians(one[1]), radians(other[1])
    half = sin((high - low) / 2) ** 2 + cos(high) * cos(low) * sin(turn / 2) ** 2
    return 2 * EARTH * asin(min(1.0, sqrt(half)))


def middle(points: Iterable[Point]) -> Point:
    """The point of the globe amid others, wherever the meridian of 180 degrees runs."""
    x = y = z = 0.0
    for longitude, latitude in points:
        x += cos(radians(latitude)) * cos(radians(longitude))
        y += cos(radians(latitude)) * sin(radians(longitude))
        z += sin(radians(latitude))
    return degrees(atan2(y, x)), degrees(atan2(z, hypot(x, y)))
