"""What is only remembered: "the tenth anniversary of the massacre", "to commemorate the bombing", "victims of war"."""

from collections.abc import Sequence
from functools import cache

from dateline.lexicon.load import document
from dateline.reports.grammar.closed_classes import MARKS, PREPOSITIONS
from dateline.reports.grammar.tokens import Token

REACH = 7  # words between what remembers and the noun: "the anniversary of the first great 1995 railway strike"


def recalled(words: Sequence[Token], k: int) -> bool:
    """Whether the noun at token `k` stands in a phrase that remembers it."""
    for j in range(k - 1, max(-1, k - REACH), -1):
        word = words[j].low
        if word == "of":
            return j > 0 and words[j - 1].low in _listed("heads")
        if word in _listed("verbs"):
            return True
        if word in MARKS or word in PREPOSITIONS:
            return False
    return False


@cache
def _listed(key: str) -> frozenset[str]:
    return frozenset(document("frames").data["recalled"][key])
