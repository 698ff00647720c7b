"""The small map on a place's own page: the country around it, or the country that it is."""

from dateline.model import Place
from dateline.web.lookup import Lookup
from dateline.web.map.extent import extent
from dateline.web.map.frame import fitted
from dateline.web.views.maps.panel import WIDTH, Panel, panel, position
from dateline.web.views.parts import wide

_MARGIN = 24  # pixels between the country and the map's edge
_LEAST = 600.0  # km from side to side
_ALONE = 1500.0  # the same, around a place of no known country


def locator(place: Place, lookup: Lookup) -> Panel | None:
    """None where it is not known where the place lies."""
    known = place.latitude is not None and place.longitude is not None
    at = position(place) if known else None
    edge = extent(place.country, at)
    if place.precision == "country":
        return panel(fitted(edge, WIDTH, _MARGIN, _LEAST), [], [place], lookup, linked=False) if edge else None
    if at is None or wide(place):
        return None
    frame = fitted(edge, WIDTH, _MARGIN, _LEAST) if edge else fitted([at], WIDTH, _MARGIN, _ALONE)
    if not frame.shows(at, _MARGIN):
        frame = fitted([*edge, at], WIDTH, _MARGIN, _LEAST)
    return panel(frame, [place], [], lookup, linked=False, home=place.country)
