"""For whom persons and bodies stand."""

import pytest
from names_reading import directory

from dateline.model import Actor, Conflict
from dateline.stages.sides import sides


@pytest.mark.parametrize(
    ("text", "person", "state"),
    [
        ("US President Donald Trump spoke.", "donald-trump", "united-states"),
        ("Iran's Supreme Leader Ali Khamenei spoke.", "ali-khamenei", "iran"),
        ("Russian Foreign Minister Sergey Lavrov spoke.", "sergey-lavrov", "russia"),
        ("Taliban spokesman Zabihullah Mujahid spoke.", "zabihullah-mujahid", "taliban"),
        ("Turkish forces left.", "turkish-forces", "turkey"),
        ("Former US President Barack Obama spoke.", "barack-obama", None),
        ("Russian opposition leader Alexei Navalny spoke.", "alexei-navalny", None),
        ("Afghan envoy Zalmay Khalilzad spoke.", "zalmay-khalilzad", None),  # he is sent there
        ("US Senator Lindsey Graham spoke.", "lindsey-graham", None),
    ],
)
def test_who_serves_whom(text: str, person: str, state: str | None) -> None:
    found = directory(text)
    assert found.service.get(person, frozenset()) == ({state} if state else frozenset())
    assert sides(found.actors, found.service)[person] == {state or person}


def test_the_state_is_the_editors() -> None:
    found = directory("US President Donald Trump spoke.", Conflict(actors=(Actor("usa", "United States", "state"),)))
    assert found.service["donald-trump"] == {"usa"}


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        (
            "US President Donald Trump met Turkish President Recep Tayyip Erdogan. Both nations agreed.",
            {"united-states", "turkey"},
        ),
        ("Iran and Iraq met. The two governments agreed.", {"iran", "iraq"}),
        ("Iran, Iraq and Oman met. The two governments agreed.", set()),
        ("Iran met the Taliban. Both governments agreed.", set()),
    ],
)
def test_both_are_the_two_just_named(text: str, ids: set[str]) -> None:
    names = [
        name
        for name in directory(text).names("a0")
        if name.text.lower() in ("both nations", "both governments", "the two governments")
    ]
    assert {name.id for name in names} == ids


def test_a_military_operation_is_the_states() -> None:
    ids = {name.id for name in directory("They condemned the Turkish military operation.").names("a0")}
    assert "turkey" in ids and "turkish-forces" not in ids
    assert "turkish-forces" in {name.id for name in directory("The Turkish military withdrew.").names("a0")}


@pytest.mark.parametrize(
    ("text", "person", "side"),
    [
        ("US peace envoy Zalmay Khalilzad spoke.", "zalmay-khalilzad", "united-states"),
        ("US Afghan envoy Zalmay Khalilzad spoke.", "zalmay-khalilzad", "united-states"),  # sent by the first
        ("A Taliban spokesman, Ahmad Gul, spoke.", "ahmad-gul", "taliban"),
        ("NATO Secretary-General Jens Stoltenberg spoke.", "jens-stoltenberg", "nato"),
        ("A United States Department of State spokeswoman, Ann Lee, spoke.", "ann-lee", "united-states"),
        ("The Union of Herders (UH) left. UH chair Ahmad Gul spoke.", "ahmad-gul", "union-of-herders"),
        ("Former US envoy Ann Lee spoke.", "ann-lee", None),
        ("US Senator Ann Lee spoke.", "ann-lee", None),
        ("US envoy Ann Lee spoke. Iranian spokeswoman Ann Lee left.", "ann-lee", None),  # of two, none more often
        ("They met in Iran. Ann Lee spoke.", "ann-lee", None),
    ],
)
def test_for_whom_somebody_says_we(text: str, person: str, side: str | None) -> None:
    found = directory(text)
    assert person in {actor.id for actor in found.actors}
    assert found.spokesmen.get(person) == side


def test_who_chairs_a_movement_stands_for_it_and_for_the_state_whose_name_it_has() -> None:
    found = directory("PLO chairman Tom Hale left. Palestine spoke.")
    assert found.service["tom-hale"] == {"palestine-liberation-organization"}
    assert sides(found.actors, found.service)["tom-hale"] == {"palestine"}
