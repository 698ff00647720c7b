"""The core time expressions of the five articles: found, and worth what a careful reader says."""

from typing import Any

import pytest
from example_file import cases
from paths import SEEDS

from dateline.articles.load import read
from dateline.edtf import when_within
from dateline.temporal.find import find
from dateline.temporal.resolve import resolve
from dateline.text.sentences import sentences


@pytest.mark.parametrize("row", cases("temporal_seeds.toml", "expression"))
def test_seed_expression(row: dict[str, Any]) -> None:
    article, _ = read(row["file"], (SEEDS / row["file"]).read_bytes(), None)
    assert article
    published = when_within(row["published"], row["published"], rule="", anchor="", explanation="")
    inside = sentences(article)
    found = resolve(find(article.body, inside), article.body, inside, published)
    end = row["start"] + len(row["text"])
    assert [(t.type, t.value) for t in found if t.span.start < end and row["start"] < t.span.end] == [
        (row["type"], row["value"])
    ]
