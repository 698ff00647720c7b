"""One person or body under several names and spellings, and what only looks like a name."""

import pytest
from names_reading import directory


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Yasser Karimi", "Yasir Karimi"),
        ("Malik Mahmud", "Malik Mahmood"),
        ("Muhammad Gul", "Mohamed Gul"),
        ("Kim Sung-ho", "Kim Sung Ho"),
        ("Alexander Roe", "Aleksandr Roe"),
        ("Nicos Hale", "Nikos Hale"),
    ],
)
def test_two_ways_to_write_one_name_in_latin_letters_are_one_person(one: str, other: str) -> None:
    found = directory(f"Minister {one} left.\n===\nMinister {other} came.")
    assert len({name.id for article in ("a0", "a1") for name in found.names(article)}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mario Conti", "Maria Conti"),
        ("Ahmed Wali", "Hamid Wali"),
        ("Simon Roe", "Simone Roe"),
        ("Karl Roe", "Kerl Moe"),
    ],
)
def test_names_of_other_letters_or_another_ending_are_two_persons(one: str, other: str) -> None:
    found = directory(f"Minister {one} left.\n===\nMinister {other} came.")
    assert len({name.id for article in ("a0", "a1") for name in found.names(article)}) == 2


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The envoy met Kim Sung-ho in Oslo.", "Kim Sung-ho"),
        ("The envoy met Lee Soo-hyuck, who left.", "Lee Soo-hyuck"),
    ],
)
def test_a_given_name_goes_on_behind_its_hyphen(text: str, name: str) -> None:
    assert name in [one.text for one in directory(text).names("a0")]


@pytest.mark.parametrize(
    "text",
    ["The Abu Sayyaf-held town fell.", "The Abu Sayyaf-style raid failed.", "The Abu Sayyaf-linked men fled."],
)
def test_what_is_held_or_like_a_group_is_no_part_of_its_name(text: str) -> None:
    assert not any("-" in one.text for one in directory(text).names("a0"))


def test_what_only_says_between_whom_is_no_name() -> None:
    names = [one.text for one in directory("Inter-Korean talks ended. Anti-Taliban fighters left.").names("a0")]
    assert names == ["Korean", "Taliban"]


@pytest.mark.parametrize(
    "text",
    [
        "Commander Ahmad Gul, alias Toofan, spoke. Toofan left.",
        "Commander Ahmad Gul, known as Toofan, spoke. Toofan left.",
        "Commander Ahmad Gul, better known by his nom de guerre Toofan, spoke. Toofan left.",
    ],
)
def test_who_goes_by_another_name_is_one_person(text: str) -> None:
    assert {one.id for one in directory(text).names("a0")} == {"ahmad-gul"}


def test_an_acronym_that_a_text_gives_in_words_is_the_organisation() -> None:
    text = "The Free Nurra Movement, known by its local acronym MNL, left. The MNL spoke."
    assert {one.id for one in directory(text).names("a0")} == {"free-nurra-movement"}


def test_a_conference_that_goes_by_its_town_and_number_acts_no_more_than_a_town() -> None:
    assert not [one for one in directory("The Geneva II talks failed. Geneva II ended.").names("a0") if one.acts]


def test_a_movement_of_two_nouns_is_one_though_the_first_may_be_a_title() -> None:
    name = directory("Ahmed Adam of the Justice and Equality Movement spoke.").names("a0")[-1]
    assert name.text == "Justice and Equality Movement"
    assert directory("The hearing of Justice Ann Lee ended.").names("a0")[0].text == "Ann Lee"


def test_who_was_president_is_not_the_president() -> None:
    text = "Former Kenyan president Tom Hale left. The sun shone. The Kenyan president stayed."
    assert "tom-hale" not in [one.id for one in directory(text).names("a0") if one.implied]


def test_she_is_the_one_of_two_whose_name_is_a_womans() -> None:
    text = "Chancellor Angela Roe and President Ches Hale left. She wept."
    assert [one.id for one in directory(text).names("a0") if one.implied] == ["angela-roe"]
