"""Rounds of negotiations: what is one, what only sounds like one, and whose. The texts are in examples/rounds.toml."""

from typing import Any

import pytest
from example_file import cases
from names_reading import article, directory

from dateline.model import Conflict, Round, RoundMention, Track
from dateline.rounds.find import find
from dateline.rounds.link import link
from dateline.text.sentences import sentences

TRACKS = (
    Track("us-taliban", "US–Taliban talks", ("united-states", "taliban"), "Doha"),
    Track("intra-afghan", "Intra-Afghan talks", ("afghan-government", "taliban"), "Doha"),
)


def read(text: str, conflict: Conflict) -> tuple[tuple[RoundMention, ...], tuple[Round, ...]]:
    one = article("a0", text)
    found = {"a0": find(one.body, sentences(one))}
    mentions, archive = link(found, {"a0": text}, directory(text, conflict).mentions, conflict)
    return mentions["a0"], archive


@pytest.mark.parametrize("case", cases("rounds.toml", "round"))
def test_example(case: dict[str, Any]) -> None:
    found, _ = read(case["text"], Conflict(tracks=TRACKS))
    if "rounds" in case:
        assert [f"{one.text}: {one.number or '-'}" for one in found] == case["rounds"]
    assert set(case.get("ids", [])) <= {f"{one.text} -> {one.id}" for one in found}


def test_only_numbered_rounds_have_an_id() -> None:
    found, archive = read("The latest round of talks ended after six rounds of talks.", Conflict())
    assert [one.id for one in found] == [None, None]
    assert archive == ()


def test_the_editors_round_is_stated_only_where_a_text_numbers_it() -> None:
    known = Round("us-taliban-9", "Ninth round", "us-taliban", 9, "2019-08-22/2019-09-01", "doha", False)
    conflict = Conflict(tracks=TRACKS, rounds=(known,))
    _, silent = read("The latest round of talks of the US and the Taliban ended.", conflict)
    _, spoken = read("The ninth round of talks of the US and the Taliban ended.", conflict)
    assert [(one.id, one.stated) for one in silent] == [("us-taliban-9", False)]
    assert [(one.id, one.stated, one.edtf) for one in spoken] == [("us-taliban-9", True, "2019-08-22/2019-09-01")]
