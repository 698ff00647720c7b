"""What the site shows of those who are described and not named: a page where several events tell of them."""

import json
from pathlib import Path

import pytest

from dateline.export import events_json
from dateline.model import Timeline
from dateline.pipeline import run
from dateline.web import lookup
from dateline.web.render import drawn
from dateline.web.views.actor import actors_page
from dateline.web.views.parts import actor_link

TEXTS = (
    "Unidentified gunmen killed a mayor in Kunduz on Monday. The Taliban attacked a bus on Tuesday.",
    "Two gunmen attacked a bank in Herat on Wednesday. Elders met the Taliban on Thursday.",
)


@pytest.fixture(scope="module")
def timeline(tmp_path_factory: pytest.TempPathFactory) -> Timeline:
    folder = tmp_path_factory.mktemp("seeds")
    for number, text in enumerate(TEXTS):
        (folder / f"{number}.txt").write_text(f"---\ndate: 2019-06-30\n---\n{text}\n", encoding="utf-8")
    return run(Path(folder)).timeline


def test_a_class_has_a_page_where_several_events_tell_of_it(timeline: Timeline) -> None:
    pages = {
        page.path: page.content.decode() for page in drawn(timeline, None) if page.path.endswith((".html", "json"))
    }
    assert "need not be the same ones" in pages["actors/gunmen.html"]
    assert "need not be the same ones" not in pages["actors/taliban.html"]
    assert "actors/elders.html" not in pages
    assert "actors/elders" not in "".join(pages.values())
    assert any("<bdi>Elders</bdi>" in page for page in pages.values())


def test_the_list_of_actors_keeps_them_apart(timeline: Timeline) -> None:
    page = actors_page(lookup.of(timeline), 40)
    groups = {group.title: [one.link.text for one in group.actors] for group in page.groups}
    assert groups["Described, and not named"] == ["Gunmen"]
    assert not any("Gunmen" in names for title, names in groups.items() if title != "Described, and not named")
    assert page.matrix is None or not any("Gunmen" in name.link.text for name in page.matrix.names)


def test_they_take_no_letters_from_those_who_are_named(timeline: Timeline) -> None:
    found = lookup.of(timeline)
    named = lookup.of(Timeline(**{**_fields(timeline), "actors": tuple(a for a in timeline.actors if not a.unnamed)}))
    assert {id: found.badges[id] for id in named.badges} == named.badges
    assert actor_link("elders", found).href is None


def _fields(one: Timeline) -> dict[str, object]:
    return {name: getattr(one, name) for name in one.__dataclass_fields__}


def test_the_export_says_that_they_are_not_named(timeline: Timeline) -> None:
    data = json.loads(events_json.text(timeline))
    actors = {one["id"]: one for one in data["actors"]}
    assert [id for id, one in actors.items() if one["unnamed"]] == ["elders", "gunmen", "mayors"]
    assert {"Unidentified gunmen", "Two gunmen", "gunmen"} <= set(actors["gunmen"]["mentions"])
    assert all(set(event["actors"]) <= actors.keys() for event in data["events"])
