"""Maps: the projection, the clipping, which places a map is about, and what stands where on it."""

import dataclasses
import re
from itertools import combinations, pairwise
from math import hypot

import pytest
from sample_timeline import sample

from dateline.model import Place
from dateline.web import lookup
from dateline.web.lookup import Lookup
from dateline.web.map.atlas import Box, atlas, within
from dateline.web.map.clipping import polygon, polyline, stepped
from dateline.web.map.extent import extent
from dateline.web.map.frame import fitted
from dateline.web.map.ground import countries, ground, path
from dateline.web.map.lettering import Rectangle, across, around
from dateline.web.map.marks import placed
from dateline.web.map.projection import EARTH, Azimuthal, distance, middle
from dateline.web.map.region import Site, region
from dateline.web.views.maps.locator import locator
from dateline.web.views.maps.places import place_map
from dateline.web.views.place import place_page, places_page

KABUL, DOHA, WASHINGTON = (69.17, 34.53), (51.53, 25.29), (-77.04, 38.9)
SQUARE = Box(0, 0, 10, 10)


@pytest.mark.parametrize("centre", [KABUL, (178.0, -18.0), (0.0, 89.0), (-70.0, -60.0)])
@pytest.mark.parametrize("point", [DOHA, WASHINGTON, (179.9, -17.0), (-179.9, 70.0), (0.0, 0.0)])
def test_the_projection_and_its_inverse_agree(centre: tuple[float, float], point: tuple[float, float]) -> None:
    projection = Azimuthal(*centre)
    longitude, latitude = projection.inverse(*projection.forward(point))
    assert (longitude - point[0] + 180) % 360 - 180 == pytest.approx(0, abs=1e-6)
    assert latitude == pytest.approx(point[1], abs=1e-6)


def test_the_projection_keeps_areas() -> None:
    """A cell of one degree has the same area wherever it lies, for the same latitude."""
    projection = Azimuthal(*DOHA)

    def area(west: float, south: float) -> float:
        corners = [(west, south), (west + 1, south), (west + 1, south + 1), (west, south + 1)]
        plane = [projection.forward(corner) for corner in corners]
        return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise([*plane, plane[0]])) / 2

    assert area(20, 40) == pytest.approx(area(75, 40), rel=1e-3)


def test_the_antipode_has_a_place() -> None:
    assert Azimuthal(0, 0).forward((180, 0)) == (0, 2)


def test_distances_and_middles_do_not_mind_the_meridian_of_180() -> None:
    assert distance((2.3522, 48.8566), (-0.1278, 51.5074)) == pytest.approx(343.6, abs=0.5)  # Paris and London
    assert distance((179.5, 0), (-179.5, 0)) == pytest.approx(EARTH * 3.14159265 / 180, rel=1e-6)
    longitude, latitude = middle([(179, -10), (-179, -10)])
    assert abs(longitude) == pytest.approx(180)
    assert latitude == pytest.approx(-10, abs=0.01)


def test_a_ring_is_cut_to_the_box() -> None:
    assert sorted(polygon([(-5, -5), (5, -5), (5, 5), (-5, 5)], SQUARE)) == [(0, 0), (0, 5), (5, 0), (5, 5)]
    assert polygon([(-5, -5), (-1, -5), (-1, -1)], SQUARE) == []
    assert sorted(polygon([(-9, -9), (19, -9), (19, 19), (-9, 19)], SQUARE)) == [(0, 0), (0, 10), (10, 0), (10, 10)]
    inside = [(1.0, 1.0), (2.0, 1.0), (2.0, 2.0)]
    assert polygon(inside, SQUARE) == inside


def test_a_line_is_cut_into_pieces_and_never_runs_along_the_box() -> None:
    line = [(-5.0, 5.0), (5.0, 5.0), (5.0, 15.0), (8.0, 15.0), (8.0, 5.0)]
    assert list(polyline(line, SQUARE)) == [[(0, 5), (5, 5), (5, 10)], [(8, 10), (8, 5)]]
    assert list(polyline([(-5, 11), (15, 11)], SQUARE)) == []
    assert list(polyline([(-1, -1), (11, 11)], SQUARE)) == [[(0, 0), (10, 10)]]


def test_long_stretches_are_bent() -> None:
    assert list(stepped([(0, 49), (3, 49), (4, 49)])) == [(0, 49), (1.5, 49), (3, 49), (4, 49)]


def test_no_line_of_the_atlas_jumps_around_the_globe() -> None:
    shapes = (*atlas().borders, *atlas().land, *(ring for country in atlas().countries for ring in country.rings))
    jumps = [step for one in shapes for step in pairwise(one.points) if abs(step[0][0] - step[1][0]) > 180]
    assert {max(one[1], other[1]) for one, other in jumps} <= {-90.0}  # only that which closes Antarctica at the pole


def test_a_shape_beyond_180_is_found_from_either_side() -> None:
    fiji = next(country for country in atlas().countries if country.code == "FJ")
    east = {round(x) for ring in within(fiji.rings, Box(175, -20, 185, -15)) for x, _ in ring}
    west = {round(x) for ring in within(fiji.rings, Box(-185, -20, -175, -15)) for x, _ in ring}
    assert east == {x + 360 for x in west}
    assert min(east) >= 175


def points_of(drawn: str) -> list[list[tuple[float, float]]]:
    """The points of each piece of a path, each counted from the one before."""
    pieces = []
    for piece in re.findall(r"M[^M]*", drawn):
        numbers = [float(one) for one in re.findall(r"-?\d*\.?\d+", piece)]
        x, y = numbers[:2]
        points = [(x, y)]
        for dx, dy in zip(numbers[2::2], numbers[3::2], strict=True):
            x, y = x + dx, y + dy
            points.append((x, y))
        pieces.append(points)
    return pieces


@pytest.mark.parametrize(
    "sites", [[KABUL, DOHA], [(178.4, -18.1), (-171.8, -13.8)], [(37.6, 55.8), (-173, 64.4)], [(-30, 84)], [(0, -80)]]
)
def test_no_stray_line_crosses_a_map(sites: list[tuple[float, float]]) -> None:
    """Every step is short where it shows: nothing jumps from side to side, or along the edge of the window."""
    frame = fitted(sites, 440, 50, 800)
    drawn = ground(frame)
    assert drawn.land
    longest = frame.scale * 0.2  # radii: the longest straight border there is
    for piece in points_of(drawn.land) + points_of(drawn.borders):
        for (x1, y1), (x2, y2) in pairwise(piece):
            shows = all(0 < x < frame.width and 0 < y < frame.height for x, y in ((x1, y1), (x2, y2)))
            assert not shows or hypot(x2 - x1, y2 - y1) < min(longest, frame.width / 3)


@pytest.mark.parametrize(("point", "land"), [(KABUL, True), ((60.0, 20.0), False), ((50.5, 41.0), False)])
def test_land_is_land_and_sea_is_sea(point: tuple[float, float], land: bool) -> None:
    """The Arabian Sea and the Caspian, which is a hole in the land."""
    frame = fitted([point], 440, 50, 2000)
    inside = False
    for piece in points_of(ground(frame).land):
        for (x1, y1), (x2, y2) in pairwise([*piece, piece[0]]):
            if (y1 <= frame.height / 2) != (y2 <= frame.height / 2):
                inside ^= x1 + (frame.height / 2 - y1) / (y2 - y1) * (x2 - x1) > frame.width / 2
    assert inside is land


def test_the_far_side_of_the_globe_is_not_land_all_over() -> None:
    """The middle of this map of sea is opposite to Mali: a ring drawn inside out would fill it."""
    frame = fitted([(178.4, -18.1)], 440, 50, 800)
    assert {country.code for country, _ in countries(frame)} == {"FJ"}
    assert len(points_of(ground(frame).land)) < 20


def test_a_path_is_counted_in_tenths_and_does_not_drift() -> None:
    assert path([(0, 0), (0.04, 0.5), (10.04, -0.26)]) == "M0 0l0 .5 10-.8"
    many = [(n / 3, n / 7) for n in range(300)]
    x, y = points_of(path(many))[0][-1]
    assert (x, y) == (pytest.approx(299 / 3, abs=0.06), pytest.approx(299 / 7, abs=0.06))


def test_a_frame_shows_what_it_was_fitted_to() -> None:
    frame = fitted([KABUL, DOHA], 440, 50, 800)
    assert all(frame.shows(point, 49) for point in (KABUL, DOHA))
    assert not frame.shows(WASHINGTON)
    assert fitted([KABUL], 440, 50, 800).km * 440 == pytest.approx(800, rel=0.01)
    assert frame.box.west < 51 < 70 < frame.box.east


def sites(*rows: tuple[str, tuple[float, float], int]) -> list[Site]:
    return [Site(*row) for row in rows]


def test_a_far_capital_does_not_shrink_the_region() -> None:
    found = region(sites(("washington", WASHINGTON, 2), ("kabul", KABUL, 8), ("doha", DOHA, 6), ("logar", (69, 34), 3)))
    assert {site.id for site in found} == {"kabul", "doha", "logar"}


def test_a_venue_that_many_events_are_at_is_of_the_region() -> None:
    found = region(sites(("aleppo", (37.2, 36.2), 7), ("geneva", (6.1, 46.2), 6)))
    assert {site.id for site in found} == {"aleppo", "geneva"}


def test_places_of_two_continents_that_no_map_can_join() -> None:
    found = region(sites(("canberra", (149.1, -35.3), 5), ("washington", WASHINGTON, 5)))
    assert [site.id for site in found] == ["canberra"]
    assert region([]) == ()


def test_marks_stand_apart_each_near_its_place() -> None:
    frame = fitted([KABUL], 440, 50, 800)
    wanted = [((220.0, 130.0), 12.0)] * 6 + [((2.0, 2.0), 9.0)]
    spots = placed(wanted, frame)
    assert not spots[0].moved
    for one, other in combinations(spots, 2):
        assert hypot(one.at[0] - other.at[0], one.at[1] - other.at[1]) >= one.radius + other.radius
    assert all(hypot(spot.at[0] - spot.true[0], spot.at[1] - spot.true[1]) < 60 for spot in spots)
    assert placed(wanted, frame) == spots


def test_a_name_stands_where_nothing_else_does() -> None:
    frame = fitted([KABUL], 440, 50, 800)
    taken: list[Rectangle] = []
    for _ in range(20):
        found = around((200, 100), 10, 60, 14, taken, frame)
        if found is None:
            break
        assert not any(found[1].overlaps(other) for other in taken)
        taken.append(found[1])
    assert 4 <= len(taken) <= 8
    assert around((436, 100), 3, 60, 14, [], frame)[0].anchor == "end"  # type: ignore[index]


def test_a_country_is_named_inside_of_itself_or_not_at_all() -> None:
    frame = fitted([KABUL], 440, 50, 800)
    square = [[(100.0, 50.0), (300.0, 50.0), (300.0, 200.0), (100.0, 200.0)]]
    label, box = across(square, 80, 12, [], frame) or pytest.fail("there is room")
    assert box.left > 100 and box.right < 300 and box.top > 50 and box.bottom < 200
    assert label.x == 200
    assert across(square, 220, 12, [], frame) is None
    assert across(square, 80, 12, [Rectangle(90, 40, 310, 210)], frame) is None


def test_a_country_reaches_as_far_as_the_part_that_is_meant() -> None:
    assert max(x for x, _ in extent("US", WASHINGTON)) < -60
    assert min(x for x, _ in extent("US", WASHINGTON)) > -130  # neither Alaska nor Hawaii
    assert all(-162 < x < -154 for x, _ in extent("US", (-155.5, 19.6)))
    assert extent("XX") == ()


def with_places(*rows: tuple[Place, int]) -> Lookup:
    """The sample's first event, as often at each place as is said."""
    timeline = sample()
    events = [
        dataclasses.replace(timeline.events[0], id=f"{place.id}-{n}", relations=(), places=(place.id,))
        for place, number in rows
        for n in range(number)
    ]
    places = tuple(place for place, _ in rows)
    return lookup.of(dataclasses.replace(timeline, events=tuple(events), places=places))


def place(id: str, at: tuple[float, float] | None, country: str | None, precision: str = "city") -> Place:
    longitude, latitude = at or (None, None)
    return Place(id, id.title(), latitude, longitude, country, precision)  # type: ignore[arg-type]


def test_the_map_of_the_sample() -> None:
    found = lookup.of(sample())
    shown = place_map(found)
    assert shown is not None
    marks = [mark for panel in shown.panels for mark in panel.marks]
    assert {mark.href for mark in marks} >= {"places/doha.html", "places/kunduz.html"}
    assert all(mark.kind != "country" for mark in marks)  # no dot in the middle of a country
    drawn = {mark.href for mark in marks} | {area.href for panel in shown.panels for area in panel.areas if area.word}
    told = drawn | {one.link.href for one in shown.elsewhere}
    assert told == {f"places/{id}.html" for id in found.by_place}
    assert place_map(found) == shown


def test_places_without_positions_make_no_map() -> None:
    found = with_places((place("nowhere", None, None), 2))
    page = places_page(found)
    assert page.map is None
    assert [group.name for group in page.groups] == ["Country not known"]
    assert locator(found.places["nowhere"], found) is None


def test_one_place_makes_a_map() -> None:
    shown = place_map(with_places((place("kabul", KABUL, "AF"), 1)))
    assert shown is not None
    assert [len(panel.marks) for panel in shown.panels] == [1]
    assert shown.panels[0].marks[0].word
    assert shown.elsewhere == ()


def test_what_lies_beyond_the_map_is_told() -> None:
    shown = place_map(
        with_places(
            (place("kabul", KABUL, "AF"), 9),
            (place("washington", WASHINGTON, "US"), 1),
            (place("nowhere", None, None), 1),
            (place("canada", (-95.0, 60.0), "CA", "country"), 1),
        )
    )
    assert shown is not None
    assert {one.link.text: one.where for one in shown.elsewhere} == {
        "Washington": "11,100 km to the west",
        "Nowhere": "position not known",
        "Canada": "to the west",
    }


def test_a_region_of_several_countries_is_no_ring_anywhere() -> None:
    asia = place("asia", (105.0, 10.0), None, "province")
    found = with_places((place("kabul", KABUL, "AF"), 1), (asia, 5))
    shown = place_map(found)
    assert shown is not None and [len(panel.marks) for panel in shown.panels] == [1]
    assert [(one.link.text, one.where) for one in shown.elsewhere] == [("Asia", "a wide region")]
    page = place_page(asia, found)
    assert (page.kind, page.map) == ("region", None) and locator(asia, found) is None


def test_countries_alone_are_shown_whole() -> None:
    shown = place_map(with_places((place("mali", (-2.0, 17.0), "ML", "country"), 3)))
    assert shown is not None
    assert shown.panels[0].marks == ()
    assert [area.word and area.word.text for area in shown.panels[0].areas] == ["Mali"]


def test_a_place_of_no_event_is_listed_and_not_drawn() -> None:
    found = with_places((place("kabul", KABUL, "AF"), 1), (place("herat", (62.2, 34.3), "AF"), 0))
    page = places_page(found)
    assert page.map is not None
    assert [mark.href for mark in page.map.panels[0].marks] == ["places/kabul.html"]
    assert [(row.link.text, row.events) for row in page.groups[0].places] == [("Kabul", 1), ("Herat", 0)]
    assert page.groups[0].name == "Afghanistan"


def test_crowded_places_get_a_closer_look_where_each_is_drawn_once() -> None:
    crowd = [(place(f"town-{n}", (68.0 + n / 5, 34.5 + n % 2 / 5), "AF"), 2) for n in range(5)]
    shown = place_map(with_places(*crowd, (place("doha", DOHA, "QA"), 6)))
    assert shown is not None
    wide, close = shown.panels
    assert [mark.href for mark in wide.marks] == ["places/doha.html"]
    assert len(wide.dots) == len(close.marks) == 5
    assert len(wide.looks) == 1


def test_a_place_has_its_events_people_and_country() -> None:
    found = lookup.of(sample())
    page = place_page(found.places["kunduz-province"], found)
    assert page.kind == "province"
    assert page.country is not None and page.country.href == "places/afghanistan.html"
    assert page.position == ""
    doha = place_page(found.places["doha"], found)
    assert doha.position == "25.29° N, 51.53° E"
    assert sum(len(month.cards) for month in doha.months) == len(found.by_place["doha"]) > 0
    assert doha.actors and doha.map and doha.map.marks[0].href == ""
    country = place_page(found.places["afghanistan"], found)
    assert country.position == ""  # a point would say more than the articles do
    assert {one.link.text for one in country.within} >= {"Kabul", "Kunduz", "Kunduz (province)"}
