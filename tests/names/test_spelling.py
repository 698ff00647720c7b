"""How names are compared, and what may pass for a misspelling."""

from functools import cache

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from strategies import tries

from dateline.names.finding.spelling import Spellings, allowed_edits, edits, fold, slug


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Pul-e Khumrī", "pul e khumri"),
        ("Recep Tayyip Erdoğan", "recep tayyip erdogan"),
        ("Şırnak", "sirnak"),
        ("Weiß", "weiss"),
        ("Gaddafi 𝐀", "gaddafi a"),
        ("U.S.", "us"),
        ("John W. Nicholson Jr.", "john w nicholson jr"),
        ("Sana'a", "sanaa"),
        ("People’s Party", "peoples party"),
    ],
)
def test_fold(name: str, folded: str) -> None:
    assert fold(name) == folded


def test_slug() -> None:
    assert slug("Pul-e Khumri") == "pul-e-khumri"
    assert slug("???") == "x"
    assert len(slug("Khan " * 300)) <= 80 and not slug("Khan " * 300).endswith("-")


def test_a_word_too_long_to_be_a_name_is_only_itself() -> None:
    spellings = Spellings()
    spellings.add("a" * 50_000)
    assert spellings.near("a" * 50_000) == ["a" * 50_000] and spellings.near("a" * 49_999) == []


@pytest.mark.parametrize(
    ("one", "other", "many"),
    [("khalilzad", "khallzad", 1), ("mujahid", "mujhid", 1), ("omar", "umer", 2), ("ab", "ba", 1), ("same", "same", 0)],
)
def test_edits(one: str, other: str, many: int) -> None:
    assert edits(one, other, 3) == many
    assert edits(other, one, 3) == many


def test_edits_stop_counting() -> None:
    assert edits("taliban", "hezbollah", 1) == 2


def test_near_words_are_those_within_the_edits_that_their_length_allows() -> None:
    known = Spellings()
    for word in ("khalilzad", "mujahid", "omar", "baghlan", "paktia"):
        known.add(word)
    assert known.near("khallzad") == ["khalilzad"]
    assert known.near("mujhid") == ["mujahid"]
    assert known.near("umer") == []
    assert known.near("taghlan") == []  # another first letter is another name
    assert allowed_edits(5) == 0


short = st.text("abc", max_size=7)


@tries(400)
@given(short, short, st.integers(0, 3))
@example("aab", "aba", 1)
@example("abcb", "bacb", 1)
def test_edits_are_the_fewest(one: str, other: str, most: int) -> None:
    assert edits(one, other, most) == min(fewest(one, other), most + 1)


@cache
def fewest(one: str, other: str) -> int:
    """The definition: letters dropped, inserted, changed or swapped, no letter twice."""
    if not one or not other:
        return len(one) + len(other)
    ways = [fewest(one[1:], other) + 1, fewest(one, other[1:]) + 1, fewest(one[1:], other[1:]) + (one[0] != other[0])]
    if one[:2] == other[1::-1] and len(one) > 1 and len(other) > 1:
        ways.append(fewest(one[2:], other[2:]) + 1)
    return min(ways)


def test_names_made_after_one_pattern_are_no_slips_of_each_other() -> None:
    known = Spellings()
    for word in [*(f"sectorx{n}" for n in range(100, 1000)), "khalilzad"]:
        known.add(word)
    assert known.near("khallzad") == ["khalilzad"] and known.near("sectorx777") == ["sectorx777"]
