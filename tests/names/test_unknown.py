"""The names that an editor should look at."""

import tomllib

from names_reading import archive, candidates, directory

from dateline.names.linking.respelt import respelt_names
from dateline.names.linking.unknown import Unknown, unknown_names

TEXT = """Qartal denied it. Later Qartal left, and with Qartal its trucks.
===
President Tamaz Kurdani met Germany's envoy. It was told by Qartal."""


def unknown(text: str) -> tuple[Unknown, ...]:
    return unknown_names(candidates(archive(text)), directory(text))


def test_what_nothing_is_known_of_comes_with_the_lines_that_would_settle_it() -> None:
    found = unknown(TEXT)
    assert [(one.name, one.times, one.articles) for one in found] == [("Qartal", 4, ("a0", "a1"))]
    assert 'id = "qartal"' in found[0].lines


def test_known_names_and_sure_guesses_are_left_out() -> None:
    names = {one.name for one in unknown(TEXT)}
    assert not names & {"Tamaz Kurdani", "Germany"}


def test_an_empty_archive_has_none() -> None:
    assert unknown_names({}, directory("")) == ()


def test_a_surname_that_has_an_owner_is_clear() -> None:
    assert unknown("President Tamaz Kurdani left. Kurdani was ill.") == ()


def test_a_town_of_the_gazetteer_is_clear() -> None:
    assert unknown("The Taliban attacked Kunduz on Sunday.") == ()


def test_a_spelling_taken_for_a_known_name_is_listed() -> None:
    found = directory("US envoy Zalmay Khalilzad flew out. Khallzad returned, and so did Khalilzad. The envoy left.")
    (one,) = respelt_names(found.mentions, found.actors)
    assert (one.spelling, one.actor.id, one.articles) == ("Khallzad", "zalmay-khalilzad", ("a0",))
    assert tomllib.loads(one.lines)["actor"][0]["aliases"] == ["Khallzad"]
