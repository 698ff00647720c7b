"""No headline tells as done what its sentence denies, doubts or leaves open, however long the sentence is."""

import re
from itertools import product

import pytest
from stories import events_of

DEEDS = (
    "rebels had shelled the harbour",
    "rebels of the northern and the southern front had shelled the old harbour of the town and the market beside it",
    "the army of the eastern province had shelled the harbour, the market, the hospital and the school of the old town",
)
DENIED = (
    "The mayor denied that {deed}.",
    "The mayor, who has been in office for twelve years and lives in the capital, denied on Friday that {deed}.",
    "The spokesman for the armed forces of the republic in the southern and the eastern provinces denied that {deed}.",
    "The mayor denied reports in several newspapers that {deed}.",
    "The mayor dismissed leaflets claiming that {deed}.",
    "The mayor rejected claims that {deed}.",
    "He denied that {deed}.",
    "Reports that {deed} were false, the mayor said.",
    "Reports that {deed} were fabricated, the mayor said.",
    "Claims that {deed} were rejected by the mayor on Friday.",
    "It is not true that {deed}, the mayor said.",
    "The mayor said it was untrue that {deed}.",
    "The biggest lie is that {deed}, the mayor said.",
    "The mayor did not confirm that {deed}.",
    "The mayor has not said that {deed}.",
    "The mayor refused to say that {deed}.",
    "The mayor doubted that {deed}.",
    "The mayor falsely claimed that {deed}.",
    "Nobody said that {deed}.",
    "Few believed that {deed}.",
    "There is no evidence that {deed}.",
    "There was no sign that {deed}.",
    "It is not clear that {deed}.",
    "It could not be confirmed that {deed}.",
    "Reports that {deed} could not be verified.",
    "They behaved as though {deed}.",
    "Whether {deed} is unclear.",
)
SAYS_NOT = re.compile(
    r"\b(?:not|no|nobody|few|den(?:y|ies|ied)|reject(?:s|ed)|dismissed|false|falsely|fabricated|untrue|lie|doubted|refused)\b",
    re.IGNORECASE,
)


@pytest.mark.parametrize(("frame", "deed"), list(product(DENIED, DEEDS)))
def test_what_is_denied_is_never_told_as_done(frame: str, deed: str) -> None:
    for event in events_of(frame.format(deed=deed)):
        assert "shelled" not in event.headline or SAYS_NOT.search(event.headline), event.headline
        assert event.type != "attack" or event.modality == "denied", event.headline


NEGATED = (
    "The army {not_} shell the harbour of the old town or bomb the market and the hospital beside it on Friday.",
    "The army, which has been in the province for twelve years, {not_} shell the harbour, and the mayor thanked it.",
    "The army of the southern and the eastern provinces of the republic by the great lake {not_} shell the harbour.",
    "The mayor said that the army of the southern and eastern provinces of the republic {not_} shell the old harbour.",
    "The army, the mayor said on Friday, {not_} shell the harbour of the old town or the market and its hospital.",
)


@pytest.mark.parametrize(("frame", "not_"), list(product(NEGATED, ("did not", "didn’t", "will not", "would never"))))
def test_no_headline_loses_its_not(frame: str, not_: str) -> None:
    for event in events_of(frame.format(not_=not_)):
        told = re.search(r"\b(?:shell|bomb)", event.headline)
        assert not told or re.search(r"\b(?:not|never)\b|n’t\b", event.headline), event.headline


WITHOUT = (
    "The committee of the northern and southern provinces of the large republic met in Aden without agreeing on names.",
    "A committee chaired by the mayor and the bishop of the town met in Aden on Friday without agreeing on names.",
)


@pytest.mark.parametrize("text", WITHOUT)
def test_what_was_left_undone_is_told_so(text: str) -> None:
    (undone,) = [event for event in events_of(text) if event.type == "agreement"]
    assert undone.modality == "denied" and "did not agree" in undone.headline


def test_what_is_only_wanted_is_told_with_who_wants_it() -> None:
    (wanted,) = events_of("The mayor recommended the foreign troops leave the harbour.")
    assert wanted.headline == "Mayor recommends that the foreign troops leave the harbour"
