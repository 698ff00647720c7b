"""How far a country reaches: the part of it that a map of one of its places shows."""

from functools import cache

from dateline.web.map.atlas import Country, Point, Points, Shape, atlas

_NEAR = 0.5  # degrees: a town on the coast may lie so far outside of a coast that is drawn coarsely
_EVERY = 6  # one point of so many will do to fit a frame to


@cache
def _by_code() -> dict[str, Country]:
    return {country.code: country for country in atlas().countries if country.code}


def extent(code: str | None, near: Point | None = None) -> Points:
    """Points of a country's edge: of the part that `near` lies in, else of its largest; none where it is not drawn.

    The mainland without its far islands, that is, unless `near` is on one of them.
    """
    country = _by_code().get(code or "")
    if country is None:
        return ()
    largest_first = sorted(country.rings, key=lambda ring: (-_size(ring), ring.points))
    around = (ring for ring in largest_first if near and _holds(ring, near))
    points = next(around, largest_first[0]).points
    return points if len(points) < 10 * _EVERY else points[::_EVERY]


def _size(ring: Shape) -> float:
    return (ring.box.east - ring.box.west) * (ring.box.north - ring.box.south)


def _holds(ring: Shape, point: Point) -> bool:
    west, south, east, north = ring.box
    across = any(west - _NEAR <= point[0] + turn <= east + _NEAR for turn in (-360, 0, 360))
    return across and south - _NEAR <= point[1] <= north + _NEAR
