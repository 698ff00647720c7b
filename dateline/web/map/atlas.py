"""The ground of every map: borders, land and countries, read once from the package's own tables."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from dateline.lexicon import load

Point = tuple[float, float]  # longitude and latitude in degrees
Points = tuple[Point, ...]
LAND = "land"  # the code of all countries together


class Box(NamedTuple):
    """A rectangle in degrees. `west` < `east`; either may lie beyond 180, where the box crosses that meridian."""

    west: float
    south: float
    east: float
    north: float

    def meets(self, other: "Box") -> bool:
        across = self.west <= other.east and other.west <= self.east
        return across and self.south <= other.north and other.south <= self.north

    def turned(self, degrees: float) -> "Box":
        return Box(self.west + degrees, self.south, self.east + degrees, self.north)


@dataclass(frozen=True, slots=True)
class Shape:
    """A line or a ring; a ring's last point is joined to its first."""

    points: Points
    box: Box


@dataclass(frozen=True, slots=True)
class Country:
    """`code` is ISO 3166-1 alpha-2, "" where there is none."""

    code: str
    name: str
    rings: tuple[Shape, ...]


@dataclass(frozen=True, slots=True)
class Atlas:
    """Everything, in the order of the tables. `land` is all countries, without the borders between them."""

    borders: tuple[Shape, ...]
    land: tuple[Shape, ...]
    countries: tuple[Country, ...]


@cache
def atlas() -> Atlas:
    """The package's map. Natural Earth, 1:50 million; points are right to about 2 km."""
    lines = [line.split("\t") for line in load.table_text("map_lines").splitlines()[2:]]
    points = [_points(written) for _, _, written in lines]
    areas = []
    for row in load.table_text("map_areas").splitlines()[2:]:
        code, name, rings = row.split("\t")
        areas.append(Country(code, name, tuple(_ring(ring, points) for ring in rings.split(";"))))
    borders = tuple(_shape(points[int(number)]) for number, kind, _ in lines if kind == "border")
    land = next(area.rings for area in areas if area.code == LAND)
    return Atlas(borders, land, tuple(area for area in areas if area.code != LAND))


def within(shapes: Sequence[Shape], box: Box) -> Iterator[Points]:
    """The points of each shape that may show in `box`, turned around the globe to where the box counts them."""
    west, south, east, north = box
    for shape in shapes:
        its = shape.box
        if south > its.north or its.south > north:
            continue
        for degrees in (-360.0, 0.0, 360.0):
            if its.west + degrees <= east and west <= its.east + degrees:
                yield shape.points if not degrees else tuple((x + degrees, y) for x, y in shape.points)


def _points(written: str) -> Points:
    pairs = (pair.split(",") for pair in written.split(" "))
    return tuple((float(longitude), float(latitude)) for longitude, latitude in pairs)


def _ring(numbers: str, lines: Sequence[Points]) -> Shape:
    found: list[Point] = []
    for number in numbers.split(" "):
        line = lines[int(number.lstrip("~"))]
        line = line[::-1] if number[0] == "~" else line
        turn = 360 * round((found[-1][0] - line[0][0]) / 360) if found else 0
        found += line if not turn else ((x + turn, y) for x, y in line)
    if abs(found[0][0] - found[-1][0]) > 180:  # it runs around the pole
        found += [(found[-1][0], -90.0), (found[0][0], -90.0)]
    return _shape(tuple(found))


def _shape(points: Points) -> Shape:
    longitudes, latitudes = [x for x, _ in points], [y for _, y in points]
    return Shape(points, Box(min(longitudes), min(latitudes), max(longitudes), max(latitudes)))
