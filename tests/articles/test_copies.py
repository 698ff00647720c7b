"""Fingerprints tell copies and near-copies of an article; each is made of its article alone."""

from array import array

import pytest

from dateline.articles.copies import COMMON, copies, fingerprint

WIRE = "The two sides met in Doha on Sunday and agreed to hold another round of talks before the end of the month. " * 3


def article(seed: int, words: int = 400) -> str:
    """Two articles have no word in common."""
    return " ".join(f"{seed}w{k}" for k in range(words))


def found(*texts: str) -> list[tuple[int, int]]:
    return list(copies([fingerprint(text) for text in texts]))


def test_case_marks_and_spacing_are_no_difference() -> None:
    assert fingerprint("The two sides – met.\n\nIn Doha!") == fingerprint("the TWO sides met, in doha")
    assert fingerprint("The two sides met.").digest != fingerprint("The two sides met again.").digest


def test_a_fingerprint_is_the_same_in_every_process() -> None:
    made = fingerprint(WIRE)
    assert made.digest.startswith("fd802f78")
    assert list(array("I", made.sample)) == [935508712, 1497112304, 2065548964, 2873629928, 3692616236]


def test_a_text_of_few_words_has_no_sample_and_no_copy() -> None:
    assert fingerprint("").sample == fingerprint("Talks end in Doha").sample == b""
    assert found("", "", "Talks end in Doha", "Talks end in Doha") == []


def test_most_of_an_earlier_text_is_a_near_copy_of_the_first_that_has_it() -> None:
    whole, other = article(1), article(2)
    part = " ".join(whole.split()[:250]) + " and what an editor added to it"
    assert found(whole, other, part, whole) == [(2, 0), (3, 0)]


def test_texts_that_share_a_paragraph_are_no_copies() -> None:
    shared = article(3, 80)
    assert found(f"{article(1)} {shared}", f"{article(2)} {shared}") == []


@pytest.mark.parametrize("times", [COMMON - 1, COMMON + 10])
def test_every_copy_of_a_common_text_is_one_of_the_first(times: int) -> None:
    assert found(*[article(1)] * times) == [(n, 0) for n in range(1, times)]
