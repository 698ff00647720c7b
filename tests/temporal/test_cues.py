"""Every word that tells the past from the future has an example."""

from datetime import date
from typing import Any

import pytest
from example_file import cases

from dateline.edtf import when_within
from dateline.lexicon.load import document
from dateline.model import Sentence, Span
from dateline.temporal.find import find
from dateline.temporal.resolve import resolve

TEMPLATES = cases("temporal_cues.toml", "each")
CUES = {cue: words for table in document("time_cues").data.values() for cue, words in table.items()}
CASES = [
    pytest.param(case.values[0], word, id=f"{case.id} {word}")
    for case in TEMPLATES
    for word in CUES[case.values[0]["cue"]]
]


@pytest.mark.parametrize(("row", "word"), CASES)
def test_cue(row: dict[str, Any], word: str) -> None:
    text = row["text"].format(word=word, Word=word.capitalize())
    sentences = [Sentence(Span(0, len(text)), text, 0, row.get("headline", False), ())]
    published = when_within(date(2019, 6, 30), date(2019, 6, 30), rule="", anchor="", explanation="")
    found = [timex for timex in resolve(find(text, sentences), text, sentences, published) if timex.text == "Friday"]
    assert [timex.when.first for timex in found] == [row["friday"]]


def test_each_kind_of_cue_has_an_example() -> None:
    assert set(CUES) == {case.values[0]["cue"] for case in TEMPLATES}
