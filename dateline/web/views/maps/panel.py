"""One map as an SVG: the ground, the marks of places, the countries that stand for events, the names between them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import floor, log10

from dateline.model import Place
from dateline.web import urls
from dateline.web.labels import LANE, PRECISION
from dateline.web.labels import events as counted
from dateline.web.lookup import Lookup
from dateline.web.map.atlas import Point
from dateline.web.map.frame import Frame
from dateline.web.map.ground import countries, filled, ground, path
from dateline.web.map.lettering import Label, Rectangle, across, around, width
from dateline.web.map.marks import Spot, placed, radius, unit
from dateline.web.words import listed, said

WIDTH = 440  # pixels: every map is drawn for a phone; a desk shows two side by side
_NAME, _AREA, _OTHER = 14.0, 12.0, 10.5  # pixels: the lettering of places, of countries with events, of the rest
_RIM = 1.5  # pixels: the ring around the half-discs
_BESIDE = (6, 14, 22)  # pixels from the middle of a country that has no room for its name
_SPACING = 0.08  # em between the letters of a country's name


@dataclass(frozen=True, slots=True)
class Word:
    """Lettering. `events` is "" for what is only named."""

    text: str
    events: str
    label: Label


@dataclass(frozen=True, slots=True)
class Mark:
    """A place: the upper half-disc stands for its talks, the lower for its violence, the ring for all its events.

    All events count, also those only hoped for, claimed or denied. `href` is "" on the place's own page; `hit` is the
    radius of what a finger may touch, in pixels.
    """

    href: str
    title: str
    kind: str
    spot: Spot
    hit: float
    talks: str
    violence: str
    word: Word | None


@dataclass(frozen=True, slots=True)
class Area:
    """A country that is all that the articles say of where; `word` is None where the map has no room for its name."""

    id: str
    href: str
    title: str
    path: str
    word: Word | None


@dataclass(frozen=True, slots=True)
class Bar:
    """The scale: a length in pixels and in words, from the point at (`x`, `y`) on."""

    x: float
    y: float
    length: float
    text: str


@dataclass(frozen=True, slots=True)
class Panel:
    """A map of `width` x `height` pixels. `home` is the country in which a place's own map shows it.

    `dots` and `looks`: the places, and the windows, of closer looks.
    """

    width: int
    height: int
    land: str
    home: str
    borders: str
    areas: tuple[Area, ...]
    names: tuple[Word, ...]
    dots: tuple[Point, ...]
    looks: tuple[str, ...]
    marks: tuple[Mark, ...]
    bar: Bar


def panel(
    frame: Frame,
    points: Sequence[Place],
    areas: Sequence[Place],
    lookup: Lookup,
    looks: Sequence[Frame] = (),
    dots: Iterable[Place] = (),
    linked: bool = True,
    home: str | None = None,
) -> Panel:
    """The map of some places in a frame. `points` have positions; `areas` are countries, shaded where they show."""
    ordered = sorted(points, key=lambda one: (one.precision != "city", -events_of(one, lookup), one.id))
    one = unit([max(1, events_of(place, lookup)) for place in ordered] or [1])
    spots = placed([(frame.at(position(place)), radius(events_of(place, lookup), one)) for place in ordered], frame)
    windows = [[frame.at(point) for point in look.outline()] for look in looks]
    taken = [_around(spot.at, spot.radius + 1) for spot in spots] + [_bounds(window) for window in windows]
    bar, its_box = _bar(frame, taken)
    taken.append(its_box)
    marks = _marks(ordered, spots, lookup, taken, frame, linked)
    shaded = [_area(place, lookup, taken, frame, linked) for place in areas]
    codes = {place.country for place in areas}
    drawn = ground(frame)
    return Panel(
        width=frame.width,
        height=frame.height,
        land=drawn.land,
        home=filled(_rings(home, frame)),
        borders=drawn.borders,
        areas=tuple(area for area in shaded if area.path),
        names=tuple(_names(codes, taken, frame)),
        dots=tuple(_rounded(frame.at(position(place))) for place in dots),
        looks=tuple(path(window) + "z" for window in windows),
        marks=tuple(marks),
        bar=bar,
    )


def events_of(place: Place, lookup: Lookup) -> int:
    return len(lookup.by_place.get(place.id, ()))


def position(place: Place) -> Point:
    """Longitude and latitude; raises ValueError where they are not known."""
    if place.longitude is None or place.latitude is None:
        raise ValueError(f"a place without a position: {place.id}")
    return place.longitude, place.latitude


def _marks(
    places: Sequence[Place], spots: Sequence[Spot], lookup: Lookup, taken: list[Rectangle], frame: Frame, linked: bool
) -> list[Mark]:
    """The marks in the order of `places`; those of most events have the first choice of a place for their name."""
    found: dict[str, Mark] = {}
    by_events = sorted(zip(places, spots, strict=True), key=lambda pair: (-events_of(pair[0], lookup), pair[0].id))
    for place, spot in by_events:
        events = lookup.by_place.get(place.id, ())
        lanes = Counter(LANE[event.type] for event in events)
        size = width(f"{place.name} {len(events) or ''}", _NAME)
        others = [box for box in taken if box != _around(spot.at, spot.radius + 1)]
        free = around(spot.at, spot.radius, size, _NAME, others, frame)
        if free:
            taken.append(free[1])
        shown = replace(spot, at=_rounded(spot.at), true=_rounded(spot.true), radius=round(spot.radius, 1))
        shares = {lane: (spot.radius - _RIM) * (number / len(events)) ** 0.5 for lane, number in lanes.items()}
        found[place.id] = Mark(
            href=urls.address(urls.place(place.id)) if linked else "",
            title=title(place, lookup),
            kind=place.precision,
            spot=shown,
            hit=round(max(12.0, spot.radius + 2), 1),
            talks=_half(shown.at, shares.get("talks", 0), 1),
            violence=_half(shown.at, shares.get("violence", 0), 0),
            word=_word(place.name, len(events), free[0]) if free else None,
        )
    return [found[place.id] for place in places]


def title(place: Place, lookup: Lookup) -> str:
    """What a mark says to those who do not see it: "Kabul, city: 8 events, 3 of talks, 2 of violence"."""
    events = lookup.by_place.get(place.id, ())
    lanes = Counter(LANE[event.type] for event in events)
    shares = [
        *([said("%(number)s of talks", number=lanes["talks"])] if lanes["talks"] else []),
        *([said("%(number)s of violence", number=lanes["violence"])] if lanes["violence"] else []),
    ]
    return said(
        "%(place)s, %(precision)s: %(events)s",
        place=place.name,
        precision=PRECISION[place.precision],
        events=listed([counted(len(events)), *shares]),
    )


def _half(middle: Point, size: float, upper: int) -> str:
    """A half-disc about a middle, the upper (1) or the lower (0); "" where it would have no size."""
    if not size:
        return ""
    return f"M{middle[0] - size:.1f} {middle[1]:.1f}a{size:.1f} {size:.1f} 0 0 {upper} {2 * size:.1f} 0z"


def _area(place: Place, lookup: Lookup, taken: list[Rectangle], frame: Frame, linked: bool) -> Area:
    events = events_of(place, lookup)
    rings = _rings(place.country, frame)
    size = width(f"{place.name.upper()} {events or ''}", _AREA, _SPACING)
    free = across(rings, size, _AREA, taken, frame)
    for away in _BESIDE if rings else ():  # a small country: its name stands beside it
        free = free or around(_middle(rings), away, size, _AREA, taken, frame)
    if free:
        taken.append(free[1])
    href = urls.address(urls.place(place.id)) if linked else ""
    word = _word(place.name, events, free[0]) if free else None
    return Area(place.id, href, title(place, lookup), filled(rings), word)


def _rings(code: str | None, frame: Frame) -> list[list[Point]]:
    """What of a country shows, in pixels."""
    return next((rings for country, rings in countries(frame) if country.code and country.code == code), [])


def _middle(rings: Sequence[Sequence[Point]]) -> Point:
    box = _bounds(max(rings, key=len))
    return (box.left + box.right) / 2, (box.top + box.bottom) / 2


def _names(shaded: set[str | None], taken: list[Rectangle], frame: Frame) -> Iterable[Word]:
    """The other countries' names, as far as there is room. Natural Earth's areas without a code go unnamed."""
    for country, rings in countries(frame):
        if country.code and country.code not in shaded:
            free = across(rings, width(country.name, _OTHER, _SPACING), _OTHER, taken, frame)
            if free:
                taken.append(free[1])
                yield _word(country.name, 0, free[0])


def _word(text: str, events: int, label: Label) -> Word:
    return Word(text, f"{events:,}" if events else "", Label(round(label.x, 1), round(label.y, 1), label.anchor))


def _bar(frame: Frame, taken: Sequence[Rectangle]) -> tuple[Bar, Rectangle]:
    """A round length, about a quarter of the map's width, in a corner that no mark is in."""
    most = frame.width * 0.28 * frame.km
    power = 10 ** floor(log10(most))
    km = next(step * power for step in (5, 2, 1) if step * power <= most)
    length = round(km / frame.km, 1)
    right, low = frame.width - 12 - length, frame.height - 12
    corners = [(12.0, low), (right, low), (12.0, 30), (right, 30)]
    boxes = [Rectangle(x - 4, y - 20, x + length + 4, y + 6) for x, y in corners]
    free = (n for n, box in enumerate(boxes) if not any(box.overlaps(other) for other in taken))
    chosen = next(free, 0)
    x, y = corners[chosen]
    return Bar(round(x, 1), y, length, said("%(distance)s km", distance=round(km))), boxes[chosen]


def _around(middle: Point, size: float) -> Rectangle:
    return Rectangle(middle[0] - size, middle[1] - size, middle[0] + size, middle[1] + size)


def _bounds(points: Sequence[Point]) -> Rectangle:
    xs, ys = zip(*points, strict=True)
    return Rectangle(min(xs), min(ys), max(xs), max(ys))


def _rounded(point: Point) -> Point:
    return round(point[0], 1), round(point[1], 1)
