"""Whom "the general", "the former Kenyan leader" or "the envoy" mean: the person whom the text has called so."""

import pytest
from names_reading import directory

TALKS = (
    "Foreign Minister Ann Lee opened the talks. General Carl Moss left. Helen Roe, the UN envoy, spoke. The sun shone. "
)


def taken_up(text: str) -> dict[str, str | None]:
    """The implied mentions of the last article -> who they are."""
    names = directory(text).names(f"a{text.count('===')}")
    return {name.text: name.id for name in names if name.implied}


@pytest.mark.parametrize(
    ("text", "mention", "identity"),
    [
        (TALKS + "The minister flew home.", "minister", "ann-lee"),
        (TALKS + "The foreign minister said no.", "foreign minister", "ann-lee"),
        (TALKS + "They met the general.", "general", "carl-moss"),
        (TALKS + "The envoy wrote to both.", "envoy", "helen-roe"),
        (TALKS + "The diplomat praised both.", "diplomat", "helen-roe"),  # an envoy is one
        (
            "Former Kenyan president Tom Hale met President Ann Lee. The former president said no.",
            "former president",
            "tom-hale",
        ),
        ("Retired general Tom Hale arrived. The sun shone. The general left.", "general", "tom-hale"),
        ("The rebel leader, Tom Hale, arrived. The sun shone. The rebel leader left.", "rebel leader", "tom-hale"),
        # of two, the one named last
        (
            "Defence Minister Tom Hale left. Justice Minister Carl Moss stayed. The minister wept.",
            "minister",
            "carl-moss",
        ),
        # nothing but the sentence before says so
        ("Tom Hale opened the talks. The Kenyan diplomat said no.", "Kenyan diplomat", "tom-hale"),
        ("Tom Hale opened the talks. The former general said no.", "former general", "tom-hale"),
        # his title stands in another article
        ("President Tom Hale left.\n===\nTom Hale spoke. The sun shone. The president wept.", "president", "tom-hale"),
        # the chairman of a party is its leader
        ("Likud chairman Tom Hale met Ann Lee. The sun shone. The Likud leader left.", "Likud leader", "tom-hale"),
    ],
)
def test_a_description_takes_up_a_person(text: str, mention: str, identity: str) -> None:
    assert taken_up(text)[mention] == identity


@pytest.mark.parametrize(
    "text",
    [
        "Tom Hale left. The minister said no.",  # nobody has been called a minister
        TALKS + "A general said no.",
        TALKS + "The general of the north said no.",
        TALKS + "The general, Max Gray, said no.",
        TALKS + "The general in Oslo, Max Gray, said no.",
        TALKS + "The defence minister said no.",
        TALKS + "The prime minister said no.",
        "Prime Minister Tom Hale left. The sun shone. The minister said no.",
        "Former minister Tom Hale left. The sun shone. The minister said no.",
        "President Tom Hale left. The sun shone. The former president said no.",
        "Ann Lee met Tom Hale. The Kenyan diplomat said no.",  # which of the two?
        "Russian President Tom Hale spoke. The Kenyan president said no.",
        "Defence Minister Tom Hale and Justice Minister Carl Moss left. The minister wept.",
        "Tom Hale, the general manager, left.",
        "Tom Hale left. The general mood was low.",
    ],
)
def test_a_description_of_nobody_known_takes_up_nobody(text: str) -> None:
    assert taken_up(text) == {}


def test_who_is_described_does_what_is_told_and_he_goes_on_with_him() -> None:
    assert taken_up(TALKS + "The general arrived. He left.")["He"] == "carl-moss"


def test_where_a_person_comes_from_is_nobody_who_acts() -> None:
    names = directory("Tom Hale opened the talks. The former Kenyan president said no.").names("a0")
    assert {name.id for name in names if name.acts} == {"tom-hale"}


def test_a_surname_that_is_a_town_too_is_the_persons_who_acts() -> None:
    text = "President Juan Santos left.\n===\nTalks went on in Havana. Santos welcomed the deal."
    assert [name.id for name in directory(text).names("a1") if name.text == "Santos"] == ["juan-santos"]
