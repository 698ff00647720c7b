"""Names that stand in more words than one run of capitals, and small words that take up somebody named."""

import pytest
from names_reading import directory


def acting(text: str) -> dict[str, str]:
    """The mentions of those who act -> who they are."""
    return {name.text: name.id for name in directory(text).names("a0") if name.acts and name.id}


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("The Biden administration left.", "Biden administration"),
        ("The Biden Administration left.", "Biden Administration"),
        ("The administration of President Joe Biden left.", "administration of President Joe Biden"),
        ("President Joe Biden spoke. Biden's administration left.", "Biden's administration"),
        ("The Biden administration left. The administration spoke.", "administration"),
    ],
)
def test_an_administration_goes_by_who_leads_it(text: str, mention: str) -> None:
    assert acting(text)[mention] == "biden-administration"


@pytest.mark.parametrize(
    "text",
    [
        "President Joe Biden left for the administration.",
        "Biden administration officials left.",
        "President Joe Biden left. The administration spoke.",  # none has been named
    ],
)
def test_no_administration_without_a_leader_and_none_by_its_officials(text: str) -> None:
    assert "biden-administration" not in acting(text).values()


def test_an_administration_acts_for_whom_its_leader_acts() -> None:
    found = directory("US President Joe Biden spoke. The Biden administration left.")
    assert found.service["biden-administration"] == {"united-states"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "The Union for the Defence of Herders and Pastures (UDHP) attacked.",
            "Union for the Defence of Herders and Pastures",
        ),
        ("The Coordination of Highland Movements (CMH) attacked.", "Coordination of Highland Movements"),  # in French
    ],
)
def test_a_bracket_shows_how_far_a_name_goes(text: str, name: str) -> None:
    assert name in acting(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ahmad Gul and Muslim Leaders (NATO) attacked.",  # other letters
        "The Union of Herders and the envoy (UH) attacked.",  # too few
    ],
)
def test_a_bracket_of_other_letters_joins_no_names(text: str) -> None:
    assert not any(" and " in name for name in acting(text))


@pytest.mark.parametrize(
    "text",
    [
        "The Taliban attacked. It briefly held the town.",
        "The Taliban attacked. It was defeated in a year.",
        "The Taliban attacked. It is opposed by many.",
    ],
)
def test_it_takes_up_whom_something_is_done_to(text: str) -> None:
    assert acting(text)["It"] == "taliban"


@pytest.mark.parametrize(
    "text",
    [
        "The Taliban attacked. It was reported in the town.",
        "The Taliban attacked. It was hoped that many left.",
        "The Taliban attacked. It was expected to rain.",
        "The Taliban attacked. It was cold.",
    ],
)
def test_it_takes_up_nobody_where_it_only_opens_the_sentence(text: str) -> None:
    assert "It" not in acting(text)


def test_a_part_of_the_world_is_no_people() -> None:
    assert "western" not in acting("Western diplomats left.").values()
    assert "african" not in acting("East African leaders met.").values()
    assert acting("Kurdish groups left.")["Kurdish"] == "kurds"


def test_the_army_is_that_of_the_state_of_which_most_is_told() -> None:
    soil = "They spoke. They met in Kabul, in Herat and in Kunduz. They met in Tehran and in Tabriz. The army left."
    assert acting(soil)["army"] == "afghan-forces"
    border = "They spoke. They met in Kabul and in Herat. They met in Tehran and in Tabriz. The army left."
    assert "army" not in acting(border)


def test_a_counteroffensive_is_a_states_own_deed() -> None:
    assert acting("Ukraine's counteroffensive began.")["Ukraine"] == "ukraine"
    assert acting("Ukraine's counterattack began.")["Ukraine"] == "ukraine"


@pytest.mark.parametrize(
    ("text", "mention", "identity"),
    [
        ("Colombia's government left.", "Colombia's government", "colombian-government"),
        ("Russia’s defence ministry spoke.", "Russia’s defence ministry", "russian-defense-ministry"),
        ("Sudan's army left.", "Sudan's army", "sudanese-forces"),
        ("The Turkish armed forces left.", "Turkish armed forces", "turkish-forces"),
        ("Iran's foreign minister left.", "Iran", "iran"),
        ("The Iranian president left.", "Iranian", "iran"),
    ],
)
def test_a_body_or_an_office_of_a_state_acts(text: str, mention: str, identity: str) -> None:
    assert acting(text) == {mention: identity}


@pytest.mark.parametrize(
    "text",
    [
        "Colombia's capital fell.",
        "An Iranian general left.",  # one of many
        "Iran's foreign minister, Hassan Karimi, left.",  # he does
        "Turkey's armed rebels left.",
    ],
)
def test_what_else_belongs_to_a_state_is_none_of_its_bodies(text: str) -> None:
    assert not {"colombia", "iran", "turkey", "colombian-government", "turkish-forces"} & set(acting(text).values())


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("Ahmad Gul left. His request was turned down.", "His"),
        ("Ahmad Gul left. They turned down his last offer.", "his"),
        ("Ahmad Gul spoke after they had met, among them the former president himself.", "the former president"),
    ],
)
def test_whose_deed_it_is_and_who_is_there_in_person(text: str, mention: str) -> None:
    assert acting(text)[mention] == "ahmad-gul"


@pytest.mark.parametrize(
    "text",
    [
        "Ahmad Gul left. His brother was killed.",  # no deed of his
        "Ahmad Gul left. His Royal visit was called off.",
        "Ahmad Gul left. He shot himself.",
        "Ahmad Gul and Hassan Karimi spoke after they had met a president himself.",
        "Ahmad Gul met Hassan Karimi and the former president himself.",  # of two persons
    ],
)
def test_nobody_else_owns_a_deed_or_is_there_in_person(text: str) -> None:
    assert not {"His", "his", "the former president", "himself"} & acting(text).keys()


def test_whose_troops_are_theirs_however_many() -> None:
    text = "They spoke. They met in Kabul and in Herat. They backed the mission, whose 11,600 troops must leave."
    assert "troops" not in acting(text)
    text = "They spoke. They met in Kabul and in Herat. They said that 11,600 troops must leave."
    assert acting(text)["troops"] == "afghan-forces"
