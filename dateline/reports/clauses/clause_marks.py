"""The words and marks that part clauses, and how what they open hangs on what stands before."""

from collections.abc import Sequence
from typing import Literal

from dateline.reports.grammar.closed_classes import MONTHS, PREPOSITIONS, WEEKDAYS, is_adverb
from dateline.reports.grammar.reduced import NUMBERS
from dateline.reports.grammar.tokens import Token
from dateline.reports.grammar.verb_group import VerbGroup

Relation = Literal[
    "main", "complement", "relative", "and", "but", "condition", "after", "before", "as", "while", "when", "since",
    "because", "until", "participle", "attribution", "other",
]  # fmt: skip
BREAKS = frozenset([",", ";", ":", "—", "–", "--", "-", "(", ")"])
DASHES = frozenset(["—", "–", "--", ";"])
RELATION_OF: dict[str, Relation] = {
    "that": "complement", "and": "and", "or": "and", "but": "but", "nor": "and", "yet": "but", "so": "and",
    "if": "condition", "unless": "condition", "after": "after", "before": "before", "as": "as", "while": "while",
    "when": "when", "since": "since", "because": "because", "until": "until", "once": "after", "although": "other",
    "though": "other", "whether": "complement", "whereas": "while", "lest": "condition",
}  # fmt: skip
UNITS = frozenset(
    "hour hours day days week weeks month months year years minute minutes shortly soon immediately just".split()
)
TIME_WORDS = WEEKDAYS | frozenset(
    "early late yesterday today this last week month morning afternoon evening night".split()
)
SEASONS = frozenset(["spring", "summer", "autumn", "winter"])
# "who a week ago", "who last year", "and two days later"
SMALL = frozenset(["a", "an", "the", "ago", "last", "this", "same", "next", "following", "later"])
SUBJECT_OPENINGS = frozenset("the a an he she it they there we i his its their this these some no all".split())
Found = tuple[int, Relation] | None  # the token at which a clause begins, and how it hangs on the one before


def between(before: VerbGroup, group: VerbGroup) -> range:
    """The tokens between two verb groups."""
    return range(before.last, group.first)


def of_time(word: Token) -> bool:
    """Whether the word may stand in a phrase of time: "on Friday", "a week ago"."""
    return (
        word.low in TIME_WORDS | UNITS | PREPOSITIONS | MONTHS | SEASONS | SMALL
        or word.low.isdigit()
        or is_adverb(word.low)
    )


def only_time(words: Sequence[Token]) -> bool:
    """ "on Friday", "two days later": words of time and nothing else, no subject."""
    told = any(word.low in TIME_WORDS | UNITS | MONTHS | SEASONS for word in words)
    return told and all(of_time(word) or word.low in NUMBERS for word in words)
