"""The places: the list by country with its map, and each one's page."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.lexicon import load
from dateline.model import Event, Place
from dateline.web import urls
from dateline.web.labels import PRECISION
from dateline.web.lookup import Lookup
from dateline.web.views import months
from dateline.web.views.card import ESSENTIAL
from dateline.web.views.excerpt import UNCUT, Excerpts, Rest
from dateline.web.views.maps.locator import locator
from dateline.web.views.maps.panel import Panel, events_of
from dateline.web.views.maps.places import PlaceMap, place_map
from dateline.web.views.parts import Counted, Link, actor_link, place_link, wide
from dateline.web.words import said

_NO_COUNTRY = said("Country not known")
_MEANT = {
    "city": said("that of the town; an event may have been anywhere in it"),
    "province": said("that of one point in it; an event may have been anywhere in the province"),
    "country": "",
}


@dataclass(frozen=True, slots=True)
class Row:
    """A place in the list; `anchor` is what older links lead to."""

    anchor: str
    link: Link
    events: int


@dataclass(frozen=True, slots=True)
class Group:
    """A country and the places in it. `whole` is the country itself, where the articles say no more than that."""

    name: str
    whole: Row | None
    places: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class PlacesPage:
    map: PlaceMap | None
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class PlacePage:
    """`position` is "" where it is not known, `meant` says what the position is that of."""

    name: str
    kind: str
    country: Link | None
    position: str
    meant: str
    spellings: tuple[str, ...]
    actors: tuple[Counted, ...]
    within: tuple[Counted, ...]
    map: Panel | None
    months: tuple[months.Month, ...]
    rest: Rest | None


def places_page(lookup: Lookup) -> PlacesPage:
    """The countries of most events first, and so the places in each."""
    by_country: dict[str, list[Place]] = {}
    for place in lookup.timeline.places:
        by_country.setdefault(place.country or "", []).append(place)
    groups = [_group(code, places, lookup) for code, places in by_country.items()]
    return PlacesPage(place_map(lookup), tuple(sorted(groups, key=_rank)))


def _group(code: str, places: Sequence[Place], lookup: Lookup) -> Group:
    rows = [_row(place, lookup) for place in places if place.precision != "country" or not code]
    whole = next((place for place in places if place.precision == "country" and code), None)
    name = whole.name if whole else country_name(code)
    ordered = tuple(sorted(rows, key=lambda row: (-row.events, row.link.text, row.anchor)))
    return Group(name, _row(whole, lookup) if whole else None, ordered)


def _rank(group: Group) -> tuple[bool, int, str]:
    rows = (*group.places, *([group.whole] if group.whole else []))
    return group.name == _NO_COUNTRY, -sum(row.events for row in rows), group.name


def _row(place: Place, lookup: Lookup) -> Row:
    link = Link(called(place), place_link(place.id, lookup).href)
    return Row(urls.place_anchor(place.id), link, events_of(place, lookup))


def country_name(code: str) -> str:
    """A country's name in the lexicon; the code itself where it has none."""
    rows = (line.split("\t") for line in load.table_text("countries").splitlines()[2:])
    return next((name for name, known, *_ in rows if known == code), code) or _NO_COUNTRY


def place_page(place: Place, lookup: Lookup, excerpts: Excerpts = UNCUT) -> PlacePage:
    events = lookup.by_place.get(place.id, ())
    shown = excerpts.of(events, {"place": place.id})
    same = [one for one in lookup.by_country.get(place.country or "", ()) if place.country and one != place]
    whole = next((one for one in same if one.precision == "country"), None)
    country = place_link(whole.id, lookup) if whole else Link(country_name(place.country or ""), None)
    inside = [one for one in same if one.precision != "country"] if place.precision == "country" else []
    return PlacePage(
        name=place.name,
        kind=_kind(place),
        country=country if place.precision != "country" else None,
        position=_position(place),
        meant=_MEANT[place.precision],
        spellings=tuple(one for one in place.mentions if one.casefold() != place.name.casefold()),
        actors=_actors(events, lookup),
        within=_counted(inside, lookup),
        map=locator(place, lookup),
        months=months.views(months.sections(shown.events), ESSENTIAL),
        rest=shown.rest,
    )


def _actors(events: Sequence[Event], lookup: Lookup) -> tuple[Counted, ...]:
    """Who acts there, most often first; the classes without a name are often those to whom something is done."""
    counted = Counter(id for event in events for id in set(event.actors))
    found = {id: n for id, n in counted.items() if (one := lookup.called.get(id)) and not one.unnamed}
    links = [Counted(actor_link(id, lookup), number) for id, number in found.items()]
    return tuple(sorted(links, key=lambda one: (-one.events, one.link.text)))


def _counted(places: Sequence[Place], lookup: Lookup) -> tuple[Counted, ...]:
    links = [Counted(Link(called(one), place_link(one.id, lookup).href), events_of(one, lookup)) for one in places]
    return tuple(sorted(links, key=lambda one: (-one.events, one.link.text, one.link.href or "")))


def called(place: Place) -> str:
    """Its name, and that it is a province, which a town may be named like."""
    return (
        said("%(name)s (province)", name=place.name)
        if place.precision == "province" and not wide(place)
        else place.name
    )


def _kind(place: Place) -> str:
    return said("region") if wide(place) else PRECISION[place.precision]


def _position(place: Place) -> str:
    """In words; "" where it is not known. That of a country or a sea would only mislead."""
    if place.latitude is None or place.longitude is None or place.precision == "country" or wide(place):
        return ""
    return said(
        "%(latitude)s° %(north)s, %(longitude)s° %(east)s",
        latitude=f"{abs(place.latitude):.2f}",
        north=said("N") if place.latitude >= 0 else said("S"),
        longitude=f"{abs(place.longitude):.2f}",
        east=said("E") if place.longitude >= 0 else said("W"),
    )
