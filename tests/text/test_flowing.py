"""Lines that are only as long as the page was wide: what stands in two of them is read as in one."""

import textwrap

import pytest
from stories import article, events_of

from dateline.text.flowing import flowing

STORY = (
    "Negotiators of the two neighbouring states met at a hotel in Geneva from July 3 to 5, and Gen. Bo Day signed a "
    "truce for the northern province on Nov. 12, 2018 in the presence of the envoy of the African Union, Ann Lee. "
    "Rebels attacked the port of Mora in the early hours of Tuesday and killed 14 soldiers, officials said."
)


def told(text: str) -> list[tuple[object, ...]]:
    return [(one.headline, one.when.edtf, one.type, one.modality, one.actors) for one in events_of(text)]


@pytest.mark.parametrize("width", range(60, 76))
@pytest.mark.parametrize("end", ["\n", "\r\n", "  \n", "\n    "])
def test_a_story_is_read_alike_however_wide_it_was_printed(width: int, end: str) -> None:
    lines = textwrap.wrap(STORY, width)
    assert told(end.join(lines)) == told(STORY)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\n   "])
def test_a_range_goes_over_the_end_of_a_line(end: str) -> None:
    assert [one[1] for one in told(f"The envoys of both sides met at a hotel in Geneva from July 3 to{end}5.")] == [
        "[2018-07-03..2018-07-05]"
    ]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("The envoys of both sides met again in the capital on July\n3 to 5.", 1),
        ("A truce was signed in the capital of the province by Gen.\nDay.", 1),
        ("The last soldiers of the mission left their base on Nov.\n12.", 1),
        ("The last soldiers of the mission have now left the U.S.\nThe envoy stayed.", 2),
        ("The last soldiers of the mission have left their base.\nThe envoy stayed.", 2),
        ("The premier said this of the talks with the rebels at once:\n“They ended.”", 2),
        ("Rebels take the port\nThe envoys of both sides met again in the capital.", 2),
        ("Envoys of both sides meet again as hopes for a truce fade\n" + STORY, 2),
        ("The envoys of both sides met again in the capital on July\n\n3 to 5.", 3),
    ],
)
def test_what_ends_a_line_for_another_reason_ends_a_paragraph(text: str, lines: int) -> None:
    flown = flowing(text)
    assert len(flown.split("\n")) == lines and flown.split() == text.split() and len(flown) == len(text)


def test_the_file_stays_as_it_is() -> None:
    text = "The envoys of both sides met again in the capital on July\r\n3 to 5."
    made = article(text)
    assert made.text.endswith(text) and made.body.endswith("July  3 to 5.")
