"""Paragraphs -> sentences: tests/examples/sentences.toml."""

from typing import Any

import pytest
from example_file import cases
from stories import article

from dateline.text.sentences import sentences


@pytest.mark.parametrize("case", cases("sentences.toml", "paragraph"))
def test_a_paragraph_falls_into_sentences(case: dict[str, Any]) -> None:
    story = article(case["text"])
    found = sentences(story)
    assert [s.text for s in found] == case.get("read", case["sentences"])  # with its quotation marks doubled
    assert [story.text[s.span.start : s.span.end] for s in found] == case["sentences"]
    assert sum(s.headline for s in found) == case.get("headlines", sum(s.headline for s in found))
    if "quoted" in case:
        assert [story.text[q.start : q.end] for s in found for q in s.quoted] == case["quoted"]


def test_a_long_text_is_split_in_linear_time() -> None:
    assert len(sentences(article("“Mr. A. said (no) U.S. " * 20_000 + "."))) >= 1
