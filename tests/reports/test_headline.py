"""A headline can be printed as it stands: tests/examples/headlines.toml."""

import pytest
from example_file import cases
from stories import events_of


@pytest.mark.parametrize("told", cases("headlines.toml", "line"))
def test_a_line_can_be_printed(told: dict[str, str]) -> None:
    assert told["line"] in [event.headline for event in events_of(told["text"])]


NONE = (
    "The council accused the army of shelling a school on Friday, killing nine.",
    "Rebels blamed for the attack on the port, the Northern Guard, left the hills.",
    "The army fought off three attacks, all of which were repelled.",
    "Turkey is guarding captured fighters, whom Kenya refused to release.",
)


@pytest.mark.parametrize("text", NONE)
def test_no_line_names_who_did_not_do_it(text: str) -> None:
    wrong = ("The council kills", "Rebels blamed", "Of ", "Turkey captured")
    assert not [event.headline for event in events_of(text) if event.headline.startswith(wrong)]


@pytest.mark.parametrize(
    "text",
    [
        "Did the army shell the port on Friday?",
        "We left the coalition in May.",
        "You resigned over the bridge in May.",
        "A mayor who takes power without a vote takes it without a mandate.",
        "It has one rule, which the mayor has always rejected.",
        "Her record gives pause.",
    ],
)
def test_nobody_says_that_it_was_so(text: str) -> None:
    assert events_of(text) == ()


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Nine people were killed on Friday when a bomb hit a bus.", 1),
        ("The mayor said he would veto any plan that allowed war.", 1),
        ("He said his country would not pull out until it recognised the 1957 border.", 1),
    ],
)
def test_what_is_told_with_another_is_told_once(text: str, count: int) -> None:
    told = [event.headline for event in events_of(text) if event.type != "statement"]
    assert len(told) == count, told


@pytest.mark.parametrize(
    "text",
    [
        "It was far more than anyone could have expected, including the capture of the port.",
        "In the riots that followed, it rained.",
    ],
)
def test_what_only_frames_a_sentence_is_no_line(text: str) -> None:
    assert events_of(text) == ()
