"""The places, with what happened at each."""

from dataclasses import dataclass

from dateline.web import urls
from dateline.web.lookup import Lookup
from dateline.web.views.card import Brief, brief


@dataclass(frozen=True, slots=True)
class PlaceView:
    """`id` is the anchor; `position` in words, "" where it is not known."""

    id: str
    name: str
    kind: str
    position: str
    events: tuple[Brief, ...]


def places(lookup: Lookup) -> tuple[PlaceView, ...]:
    """The places of most events first."""
    found = [
        PlaceView(
            id=urls.place_anchor(place.id),
            name=place.name,
            kind=f"{place.precision}, {place.country}" if place.country else place.precision,
            position=_position(place.latitude, place.longitude),
            events=tuple(brief(event) for event in lookup.by_place.get(place.id, ())),
        )
        for place in lookup.timeline.places
    ]
    return tuple(sorted(found, key=lambda place: (-len(place.events), place.name)))


def _position(latitude: float | None, longitude: float | None) -> str:
    if latitude is None or longitude is None:
        return ""
    north = "N" if latitude >= 0 else "S"
    east = "E" if longitude >= 0 else "W"
    return f"{abs(latitude):.2f}° {north}, {abs(longitude):.2f}° {east}"
