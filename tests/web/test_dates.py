"""Dates in words: what is known is said, what is open is said to be open."""

from datetime import date
from typing import Any

import edtf
import pytest
from example_file import cases

from dateline.edtf import when_within
from dateline.model import When
from dateline.web.dates import bounds, in_words, of_edtf

FILE = "dates_in_words.toml"


@pytest.mark.parametrize("row", cases(FILE, "date"))
def test_words(row: dict[str, Any]) -> None:
    words = of_edtf(row["edtf"])
    assert words is not None
    assert str(words) == row["words"]
    assert words.note == row["open"]
    assert [part.datetime for part in words.parts if part.datetime] == row["datetime"]
    assert edtf.parse_edtf(row["edtf"])


@pytest.mark.parametrize("row", cases(FILE, "unreadable"))
def test_no_words(row: dict[str, Any]) -> None:
    if row["edtf"]:
        assert of_edtf(row["edtf"]) is None
    assert in_words(When(row["edtf"], None, None, "unknown", False, "", "", "")).note == ""


@pytest.mark.parametrize("row", cases(FILE, "due"))
def test_due(row: dict[str, Any]) -> None:
    first, last, by = (date.fromisoformat(row[key]) if row[key] else None for key in ("first", "last", "by"))
    when = when_within(first, last, rule="", anchor="", explanation="")
    assert str(in_words(when, by)) == row["words"]


def test_unreadable_edtf_falls_back_on_the_bounds() -> None:
    when = When("[2019-06-28,2019-06-29]", date(2019, 6, 28), date(2019, 6, 29), "range", True, "", "", "")
    assert str(in_words(when)) == "28 or 29 June 2019"


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2019-06", date(2019, 6, 1), date(2019, 6, 30)),
        ("[2019-06-24..2019-06-30]", date(2019, 6, 24), date(2019, 6, 30)),
        ("2019-06-29/..", date(2019, 6, 29), None),
        ("2018-10/2019-06", date(2018, 10, 1), date(2019, 6, 30)),
        ("2019", None, None),
        ("2019-21", None, None),
        ("../..", None, None),
        ("junk", None, None),
    ],
)
def test_bounds(value: str, first: date | None, last: date | None) -> None:
    assert bounds(value) == (first, last)
