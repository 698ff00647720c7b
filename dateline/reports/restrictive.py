"""Relative clauses without commas that hold up their sentence: "The gunmen who stormed the hotel were killed"."""

from collections.abc import Sequence

from dateline.reports.boundaries import says
from dateline.reports.grammar import COORDINATORS, MARKS, RELATIVES, SUBORDINATORS, is_adverb
from dateline.reports.tokens import Token
from dateline.reports.verb_group import VerbGroup

BETWEEN = MARKS | COORDINATORS | SUBORDINATORS | RELATIVES | {"that"}


def resumes(words: Sequence[Token], groups: Sequence[VerbGroup], n: int) -> bool:
    """Whether verb `n` is that of the noun which the relative clause of verb `n - 1` describes.

    That noun waits for a verb where it opens the sentence or follows a verb of saying; nothing but the relative
    clause's own object stands between the two verbs.
    """
    relative, verb = groups[n - 1], groups[n]
    if not (relative.finite and verb.finite) or any(w.low in BETWEEN for w in words[relative.last : verb.first]):
        return False
    at = relative.first - 1
    while at > 0 and is_adverb(words[at].low):
        at -= 1
    if at < 1 or words[at].low not in ("who", "which", "that") or words[at - 1].low in MARKS:
        return False
    if says(relative) and n + 1 < len(groups):
        return False  # "The envoy who said the talks had ended left": what he said comes first
    if n == 1:
        return not any(word.low in SUBORDINATORS or word.low in MARKS for word in words[:at])
    return says(groups[n - 2]) and groups[n - 2].last < at
