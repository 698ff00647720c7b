"""What texts call one thing, and the words that look like it."""

import pytest

from dateline.lexicon.load import document
from dateline.merging.things import NOTHING, TABLES, things

ENTRIES = [
    pytest.param(table, thing, entry, id=f"things.toml:{entry}")
    for table in TABLES
    for thing, entries in document("things").data[table].items()
    for entry in entries
]


@pytest.mark.parametrize(("table", "thing", "entry"), ENTRIES)
def test_every_entry_tells_its_thing(table: str, thing: str, entry: str) -> None:
    text = entry.replace("*", "").replace(" ", " yesterday the ")
    assert thing in getattr(things(f"They {text} again."), table)


@pytest.mark.parametrize(
    "text",
    [
        "He had treatment with a couple of friends on March 1.",
        "The Washington Post wrote of the White House, and of life on the West Bank.",
        "Shares fell, and he left the company to explore space.",
        "The leader immediately deposited money.",
    ],
)
def test_words_that_only_begin_so_tell_nothing(text: str) -> None:
    assert things(text) == NOTHING


def test_two_words_belong_together_wherever_they_stand() -> None:
    assert things("They pulled their last men out.").once == {"withdrawal"}
    assert not things("They pulled the rope.").once
