""" "Both sides", "the UN migration agency", "the Saudi-led coalition", "the Army": who is called by common words."""

import pytest
from names_reading import directory

from dateline.model import Actor, Conflict, Track

TALKS = Conflict(
    actors=(Actor("north", "Northern Union", "organisation"), Actor("south", "Southern Front", "armed group")),
    tracks=(Track("inner", "Inner talks", ("north", "south"), aliases=("inner-Sudanese talks",)),),
)


def together(text: str, conflict: Conflict | None = None) -> set[str]:
    """The ids of those whom one phrase for several takes up."""
    names = [name for name in directory(text, conflict).names("a0") if name.implied and name.id]
    return {name.id for name in names if sum(name.span == other.span for other in names) > 1 and name.id}


def acting(text: str) -> dict[str, str]:
    return {name.text: name.id for name in directory(text).names("a0") if name.acts and name.id}


@pytest.mark.parametrize(
    "phrase",
    ["Both sides", "The two sides", "The parties", "The warring parties", "Each side", "The two rival parties"],
)
def test_sides_are_the_two_that_a_sentence_joins(phrase: str) -> None:
    assert together(f"Hamas and Fatah met in May. {phrase} left in June.") == {"hamas", "fatah"}


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Hamas opposed the plan. Fatah refused it. Both sides spoke in June.", {"hamas", "fatah"}),  # one each
        ("Hamas met Fatah. Envoys of the two sides spoke in June.", {"hamas", "fatah"}),
        ("Iran attacked Hamas and Fatah. Both sides spoke in June.", {"hamas", "fatah"}),  # who are joined
        ("The envoy Ann Lee met John Doe and the two sides spoke.", {"ann-lee", "john-doe"}),
        (
            "War in Yemen. The Houthis and the Government spoke. Both sides left.",
            {"houthi-movement", "yemeni-government"},
        ),
        ("The ministries of Iran and Iraq spoke. Each country accused the other.", {"iran", "iraq"}),
    ],
)
def test_who_the_two_sides_are(text: str, ids: set[str]) -> None:
    assert together(text) == ids


@pytest.mark.parametrize(
    "text",
    [
        "Hamas, Fatah and Hezbollah met in May. Both sides left in June.",  # three
        "Hamas met in May. Both sides left in June.",  # one
        "The UN and the Red Cross met in May. Both sides left in June.",  # brokers
        "The Houthis, the newspaper El Faro wrote, met in May. Both sides left.",
        "Hamas and Fatah met in May. Both sides of the road were mined.",
        "Hamas and Fatah met in May. All parties, including the political parties, left.",
        "The political parties met. Hamas and Fatah spoke. The parties left.",
        "Hamas and Fatah met in May. The two sides-streets were mined.",
        "Norway, which brokered a truce, spoke. Russia said no. The two sides met.",
        "Iran and Iraq met. Men died on the border between the two countries.",
    ],
)
def test_no_sides_where_it_is_open_who_they_are(text: str) -> None:
    assert together(text) == set()


def test_a_third_whom_the_text_names_between_the_sides_is_none() -> None:
    told = "Hamas and Fatah met. Both sides spoke. {} left. Hamas stayed. Both sides left."
    assert together(told.format("Hezbollah")) == {"hamas", "fatah"}
    assert together(told.format("Hezbollah and Hamas")) == {"hamas", "fatah", "hezbollah"}


def test_sides_are_looked_for_a_few_sentences_back_and_no_further() -> None:
    filler = "Nothing else was told of the weather in the hills that year. "
    assert together(f"Hamas and Fatah met. {filler * 3}Both sides left.") == {"hamas", "fatah"}
    assert together(f"Hamas and Fatah met. {filler * 13}Both sides left.") == set()


def test_behind_talks_that_the_editor_knows_the_sides_are_their_parties() -> None:
    assert together("Hamas and Fatah watched. The inner-Sudanese talks opened. Both sides left.", TALKS) == {
        "north",
        "south",
    }
    assert together("Hamas and Fatah watched. The talks opened. Both sides left.", TALKS) == {"hamas", "fatah"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The U.N. weather agency warned on Monday.", {"U.N. weather agency": "un-weather-agency"}),
        ("The UN's weather agency warned on Monday.", {"UN's weather agency": "un-weather-agency"}),
        ("The UN weather agency, Wetta, warned on Monday.", {"Wetta": "wetta"}),  # by its name
        ("The UN mission warned on Monday.", {"UN": "united-nations"}),
        ("A UN office warned on Monday.", {"UN": "united-nations"}),
        ("The UN warned on Monday.", {"UN": "united-nations"}),
    ],
)
def test_a_body_of_the_united_nations_is_not_the_united_nations(text: str, found: dict[str, str]) -> None:
    assert acting(text) == found


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("The Turkish-led coalition left.", "Turkish-led coalition"),
        ("The Turkish-led military coalition left.", "Turkish-led military coalition"),
        ("The Turkish-led coalition came. The coalition left.", "coalition"),
    ],
)
def test_a_coalition_is_no_one_states(text: str, mention: str) -> None:
    found = acting(text)
    assert found[mention] == "turkish-led-coalition" and "turkey" not in found.values()


def test_who_leads_talks_leads_no_coalition() -> None:
    assert "turkish-led-coalition" not in acting("The Turkish-led talks of the coalition failed.").values()


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("War in Sudan went on. The Army left.", "Army"),
        ("War in Sudan went on. Now the Army left.", "Army"),
        ("War in Sudan went on. The Government named an envoy.", "Government"),
        ("War in Sudan went on. Rebels accused the army of firing at them.", "army"),
        ("War in Sudan went on. He met the government leadership.", "government leadership"),
        ("War in Sudan went on. A military air raid killed ten.", "military"),
    ],
)
def test_the_forces_and_the_government_are_those_of_the_state(text: str, mention: str) -> None:
    assert acting(text)[mention] in ("sudanese-forces", "sudanese-government")


@pytest.mark.parametrize(
    "text",
    [
        "War in Sudan went on. The Army Council left.",  # a longer name
        "War in Sudan went on. The Free Army left.",
        "War in Sudan went on. They spoke of the army of Chad.",
        "War in Sudan went on. Chad began a military offensive.",  # whose it is is told
        "War in Sudan went on. He met the government critics.",
        "War in Sudan went on. A military museum burned.",
    ],
)
def test_no_forces_of_the_state_where_others_are_meant(text: str) -> None:
    assert not {"sudanese-forces", "sudanese-government"} & set(acting(text).values())


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Sam Lee spoke. The council has kept him.", "sam-lee"),
        ("Sam Lee said John Doe agreed with him.", "sam-lee"),
        ("Sam Lee spoke. John Doe met him.", "sam-lee"),
    ],
)
def test_him_is_another_than_the_one_who_acts(text: str, who: str) -> None:
    assert acting(text)["him"] == who


@pytest.mark.parametrize(
    "text",
    [
        "John Doe thanked him.",  # somebody else
        "Sam Lee and John Doe spoke. The council has kept him.",  # one of two
        "Sam Lee spoke. The rain fell. The council has kept him.",  # long ago
    ],
)
def test_him_is_nobody_where_it_is_open_who(text: str) -> None:
    assert "him" not in acting(text)


def test_his_administration_is_the_one_named_before() -> None:
    text = "President Joe Biden spoke. The Biden administration left. He said his administration may return."
    assert acting(text)["administration"] == "biden-administration"
    assert "administration" not in acting("President Joe Biden spoke. He said his administration may return.")


def test_it_takes_up_who_took_part() -> None:
    assert acting("The Taliban left. It took part in the raid.")["It"] == "taliban"
    assert "It" not in acting("The Taliban left. It took weeks.")


def test_a_banned_group_is_the_one_named() -> None:
    assert acting("The Taliban spoke. The outlawed group left.")["outlawed group"] == "taliban"
    assert "outlawed group" not in acting("Nobody spoke. The outlawed group left.")
