"""The map of all places: the region of most events, a closer look where it is crowded, and what lies beyond."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import atan2, degrees, log, radians, tan

from dateline.model import Place
from dateline.web.lookup import Lookup
from dateline.web.map.atlas import Point
from dateline.web.map.extent import extent
from dateline.web.map.frame import Frame, fitted
from dateline.web.map.projection import distance
from dateline.web.map.region import Site, crowds, region
from dateline.web.views.maps.panel import WIDTH, Panel, events_of, panel, position
from dateline.web.views.parts import Link, place_link, wide
from dateline.web.words import said

_MARGIN = 56  # pixels between the outermost places and the map's edge: room for their names
_LEAST, _LEAST_CLOSE = 900.0, 250.0  # km from side to side, of the region and of a closer look
_CLOSER = 0.6  # a closer look shows a kilometre at least 1 / 0.6 times as large
_MOST_LOOKS = 2
_MOST_MARKS = 16  # a map of more has no room for their names
_COMPASS = (
    said("to the north"), said("to the north-east"), said("to the east"), said("to the south-east"),
    said("to the south"), said("to the south-west"), said("to the west"), said("to the north-west"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A place with events that no map shows; `where` says how far off it is, or that its position is not known."""

    link: Link
    events: int
    where: str


@dataclass(frozen=True, slots=True)
class PlaceMap:
    """`panels`: the region first, then the closer looks."""

    panels: tuple[Panel, ...]
    elsewhere: tuple[Elsewhere, ...]


def place_map(lookup: Lookup) -> PlaceMap | None:
    """The map of all places with events; None where no position of any is known."""
    places = {place.id: place for place in lookup.timeline.places if events_of(place, lookup)}
    areas = [place for place in places.values() if place.precision == "country"]
    areas.sort(key=lambda one: (-events_of(one, lookup), one.id))
    points = _located(place for place in places.values() if place.precision != "country")
    about = region(_sites(points or _located(areas), lookup))
    if not about:
        return None
    edges = [point for site in about for point in ([site.at] if points else extent(places[site.id].country, site.at))]
    frame = fitted(edges or [site.at for site in about], WIDTH, _MARGIN if points else 0, _LEAST)
    near = [site for site in _sites(points, lookup) if frame.shows(site.at)]
    looks = [fitted([site.at for site in group], WIDTH, _MARGIN, _LEAST_CLOSE) for group in crowds(near, frame)]
    looks = [look for look in looks if look.km < _CLOSER * frame.km][:_MOST_LOOKS]
    close = [places[site.id] for site in near if any(look.shows(site.at) for look in looks)]
    rest = [places[site.id] for site in near if places[site.id] not in close]
    panels = [_panel(frame, rest, areas, lookup, looks, close)]
    panels += [_panel(look, [one for one in close if look.shows(position(one))], areas, lookup) for look in looks]
    shown = {site.id for site in near} | {area.id for one in panels for area in one.areas if area.word}
    left = [place for place in places.values() if place.id not in shown]
    return PlaceMap(tuple(panels), _elsewhere(left, frame, lookup))


def _panel(
    frame: Frame,
    points: Sequence[Place],
    areas: Sequence[Place],
    lookup: Lookup,
    looks: Sequence[Frame] = (),
    dots: Sequence[Place] = (),
) -> Panel:
    """A map on which the places of most events have marks, and all others dots."""
    ordered = sorted(points, key=lambda one: (-events_of(one, lookup), one.id))
    return panel(frame, ordered[:_MOST_MARKS], areas, lookup, looks, [*ordered[_MOST_MARKS:], *dots])


def _located(places: Iterable[Place]) -> list[Place]:
    return [place for place in places if place.latitude is not None and place.longitude is not None and not wide(place)]


def _sites(places: Sequence[Place], lookup: Lookup) -> list[Site]:
    return [Site(one.id, position(one), events_of(one, lookup)) for one in places]


def _elsewhere(places: Sequence[Place], frame: Frame, lookup: Lookup) -> tuple[Elsewhere, ...]:
    """The places that are not shown, those of most events first."""
    middle = frame.projection.longitude, frame.projection.latitude
    found = []
    for place in places:
        where: str
        if place.latitude is None or place.longitude is None:
            where = said("position not known")
        elif wide(place):
            where = said("a wide region")
        elif frame.shows(position(place)):
            where = said("no room for its name")  # of a country
        else:
            where = _way(middle, place)
        found.append(Elsewhere(place_link(place.id, lookup), events_of(place, lookup), where))
    return tuple(sorted(found, key=lambda one: (-one.events, one.link.text)))


def _way(middle: Point, place: Place) -> str:
    """Which way it lies, as one would draw it on a map of the world, and how far off: "11,100 km to the west"."""
    end = position(place)
    turn = (end[0] - middle[0] + 180) % 360 - 180
    bearing = degrees(atan2(radians(turn), _upward(end[1]) - _upward(middle[1])))
    way: str = _COMPASS[round(bearing / 45) % 8]
    if place.precision == "country":
        return way
    return said("%(distance)s km %(way)s", distance=round(round(distance(middle, end), -2)), way=way)


def _upward(latitude: float) -> float:
    """How far up Mercator's map draws a latitude, on which one course is one straight line."""
    return log(tan(radians(45 + max(-85.0, min(85.0, latitude)) / 2)))
