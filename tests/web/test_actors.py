"""The actors' badges, and who appears with whom: stable, told apart by everybody, counted right."""

import dataclasses
import re
from collections.abc import Sequence
from itertools import combinations

import pytest
from paths import ROOT
from sample_timeline import sample

from dateline.model import Actor
from dateline.web import colours, lookup
from dateline.web.badges import badges
from dateline.web.colours import DARK, LIGHT, colour_class, contrast
from dateline.web.page import Page
from dateline.web.views.actor import actor_page
from dateline.web.views.card import card
from dateline.web.views.charts.matrix import CELL, MOST, matrix
from dateline.web.views.company import Together, pairs, together

BASE = (ROOT / "static/base.css").read_text(encoding="utf-8")
LIGHT_BASE, DARK_BASE = BASE.split("@media (prefers-color-scheme: dark)")

# Machado, Oliveira and Fernandes 2009, table 1, severity 1.0: linear RGB as seen without one kind of cones.
SIGHT = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "no red": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "no green": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "no blue": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}


def ground(css: str, name: str) -> str:
    """The value of a colour variable of base.css."""
    found = re.search(rf"--{name}: (#[0-9a-f]{{6}});", css)
    assert found
    return found[1]


def lab(colour: str, sight: str) -> tuple[float, float, float]:
    """CIE L*a*b* (D65) of a colour as an eye of this kind sees it."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    seen = [sum(a * b for a, b in zip(row, linear, strict=True)) for row in SIGHT[sight]]
    red, green, blue = (min(1.0, max(0.0, part)) for part in seen)
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883
    fx, fy, fz = (part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116 for part in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def distance(one: str, other: str) -> float:
    """The least distance of two colours to any kind of eye."""
    pairs_ = ((lab(one, sight), lab(other, sight)) for sight in SIGHT)
    return min(sum((a - b) ** 2 for a, b in zip(*pair, strict=True)) ** 0.5 for pair in pairs_)


@pytest.mark.parametrize(("palette", "css"), [(LIGHT, LIGHT_BASE), (DARK, DARK_BASE)], ids=["light", "dark"])
def test_every_colour_is_seen_on_every_ground(palette: Sequence[str], css: str) -> None:
    for colour in palette:
        for name in ("paper", "card", "wash"):
            assert contrast(colour, ground(css, name)) >= 3, (colour, name)


@pytest.mark.parametrize(
    ("palette", "css", "apart"), [(LIGHT, LIGHT_BASE, 26), (DARK, DARK_BASE, 34)], ids=["light", "dark"]
)
def test_colours_stay_apart_for_every_eye(palette: Sequence[str], css: str, apart: float) -> None:
    assert min(distance(*pair) for pair in combinations(palette, 2)) >= apart
    lanes = [ground(css, name) for name in ("talks", "violence")]
    assert min(distance(colour, lane) for colour in palette for lane in lanes) >= 14


def test_the_letters_of_a_badge_can_be_read() -> None:
    rules = re.findall(r"--badge: (#\w{6}); --letters: (#\w{6})", colours.sheet([own("#777777"), own("#ffff00")]))
    assert len(rules) == len(LIGHT) + len(DARK) + 2
    assert min(contrast(*pair) for pair in rules) >= 4.5


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)


def own(colour: str | None, id: str = "taliban") -> Actor:
    return Actor(id, "Taliban", "armed group", colour=colour)


def test_a_colour_hangs_on_the_id_alone() -> None:
    assert colour_class(own(None)) == "hue-5"  # written down: a change would recolour every published site
    assert colour_class(own(None, "united-states")) == "hue-3"
    hues = {colour_class(own(None, f"actor-{n}")) for n in range(100)}
    assert hues == {f"hue-{n}" for n in range(len(LIGHT))}


def test_an_editors_colour_comes_first() -> None:
    assert colour_class(own("#0072B2")) == "own-0072b2"
    assert colours.sheet([own("#0072B2"), own("#0072b2", "us")]).count(".own-0072b2 {") == 1


@pytest.mark.parametrize("colour", ["red", "#fff", "#0072b2;}", "#0072b2 ", "url(x)", "</style>"])
def test_what_is_no_colour_is_left_out(colour: str) -> None:
    assert colour_class(own(colour)) == colour_class(own(None))
    assert colours.sheet([own(colour)]) == colours.sheet([])


def people(*names: str) -> list[Actor]:
    return [Actor(name.lower().replace(" ", "-"), name, "person") for name in names]


def test_letters_are_initials_and_nobody_shares_them() -> None:
    found = badges(people("Ashraf Ghani", "Afghan Government", "Abdul Ghani Baradar", "Taliban", "Q", "Q."), {})
    codes = {id: badge.code for id, badge in found.items()}
    assert codes["abdul-ghani-baradar"] == "AB"
    assert codes["taliban"] == "TA"
    assert len(set(codes.values())) == len(codes)


def test_a_newcomer_moves_no_badge() -> None:
    events = {"ashraf-ghani": range(5), "abdul-ghani": range(3)}
    before = badges(people("Ashraf Ghani", "Abdul Ghani"), events)
    after = badges(people("Aaron Gale", "Ashraf Ghani", "Abdul Ghani"), {**events, "aaron-gale": range(1)})
    assert {id: after[id] for id in before} == before


@pytest.mark.parametrize("name", ["", "—", "عبد الغني برادر", "<script>", "ß", "X"])
def test_every_name_has_letters(name: str) -> None:
    badge = badges([Actor("one", name, "person")], {})["one"]
    assert badge.code
    assert len(badge.code) <= 2
    assert all(letter.isalnum() or letter == "?" for letter in badge.code)


def test_a_badge_stands_with_every_name_of_an_actor(sample_pages: Sequence[Page]) -> None:
    pages = {page.path: page.content.decode() for page in sample_pages if page.path.endswith((".html", ".css"))}
    badge = '<b class="badge hue-5 hexagon" aria-hidden="true">TA</b>'
    for path in ("index.html", "actors/index.html", "actors/us.html", "events/e-kunduz.html", "rounds/round-7.html"):
        assert f">{badge}Taliban</a>" in pages[path], path
    assert f'<h1 dir="auto">{badge}Taliban</h1>' in pages["actors/taliban.html"]
    assert ".hue-5 {" in pages["static/actors.css"]


def test_pairs_are_counted_by_lane() -> None:
    found = lookup.of(sample())
    shared = pairs(found.timeline.events)
    assert together(shared["khalilzad", "taliban"]) == Together(talks=2, violence=0, other=1)
    assert ("taliban", "khalilzad") not in shared
    doubled = dataclasses.replace(found.events["e-kunduz"], actors=("taliban", "taliban"))
    assert pairs([doubled]) == {}


@pytest.mark.parametrize(
    ("counted", "said"),
    [
        (Together(1, 0, 0), "1 event of talks"),
        (Together(0, 0, 2), "2 events of other kinds"),
        (Together(1200, 1, 0), "1,201 events: 1,200 of talks, 1 of violence"),
    ],
)
def test_what_is_shared_is_said_in_words(counted: Together, said: str) -> None:
    assert str(counted) == said


def test_company_leads_to_the_cards_of_the_same_page() -> None:
    found = lookup.of(sample())
    page = actor_page(found.actors["pompeo"], found)
    assert [(one.id, one.together.total) for one in page.with_whom] == [("with-us", 2), ("with-taliban", 1)]
    assert [one.link.href for one in page.with_whom[0].shared] == ["#e-trip", "#e-pact"]


def test_company_is_of_known_actors_and_the_closest_stand_first() -> None:
    timeline = sample()
    many = tuple(people(*(f"Name {n:03}" for n in range(20))))
    ids = (*(actor.id for actor in many), "some body")
    event = dataclasses.replace(timeline.events[0], actors=ids)
    found = lookup.of(dataclasses.replace(timeline, actors=many, events=(event,)))
    page = actor_page(many[0], found)
    assert [one.link.text for one in page.with_whom] == [actor.name for actor in many[1:]]
    assert page.closest == page.with_whom[:12]


def test_the_matrix_draws_each_pair_once_below_the_diagonal() -> None:
    found = lookup.of(sample())
    picture = matrix(found)
    assert picture
    assert [name.short for name in picture.names] == ["Taliban", "United States", "Zalmay Khalilzad", "Mike Pompeo"]
    assert len(picture.ties) == len(pairs(found.timeline.events))
    assert all(tie.x < tie.y for tie in picture.ties)
    first = picture.ties[0]
    assert (first.one.text, first.other.text, first.href) == ("Taliban", "United States", "actors/taliban.html#with-us")
    assert first.talks > first.violence > 0
    assert first.talks < CELL / 2


def test_a_matrix_of_many_says_whom_it_leaves_out() -> None:
    timeline = sample()
    many = tuple(people(*(f"Name {n:03}" for n in range(MOST + 5))))
    event = dataclasses.replace(timeline.events[0], actors=tuple(actor.id for actor in many), relations=())
    picture = matrix(lookup.of(dataclasses.replace(timeline, actors=many, events=(event,))))
    assert picture
    assert (len(picture.names), picture.left_out) == (MOST, 5)
    assert len(picture.ties) == MOST * (MOST - 1) // 2


def test_who_is_alone_or_unknown_is_not_drawn() -> None:
    timeline = sample()
    event = dataclasses.replace(timeline.events[0], actors=("taliban", "somebody"))
    assert matrix(lookup.of(dataclasses.replace(timeline, events=(event,)))) is None


def test_unknown_actors_have_no_badge() -> None:
    found = lookup.of(sample())
    event = dataclasses.replace(found.events["e-pact"], actors=("somebody",), relations=())
    assert card(event, found).actors[0].badge is None
