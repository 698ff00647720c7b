"""How far the phrase goes whose noun stands at a token: from "at least 320" to "in Puli Khumri"."""

from collections.abc import Collection, Sequence
from functools import cache

from dateline.lexicon.load import document
from dateline.reports.grammar.classes import forms, opens
from dateline.reports.grammar.closed_classes import (
    BE,
    COORDINATORS,
    DETERMINERS,
    DO,
    HAVE,
    MODALS,
    PREPOSITIONS,
    RELATIVES,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    is_adverb,
)
from dateline.reports.grammar.figures import NUMERALS
from dateline.reports.grammar.named import Named
from dateline.reports.grammar.tokens import Token
from dateline.reports.grammar.verb_group import known

BESIDE = frozenset(["outside", "inside", "past", "unlike"])  # prepositions that may be something else
FUNCTION = (
    BESIDE
    | MODALS
    | BE
    | HAVE
    | DO
    | PREPOSITIONS
    | COORDINATORS
    | SUBORDINATORS
    | RELATIVES
    | DETERMINERS
    | {"that", "than"}
)
# before a phrase, whatever else they are
STOPS = frozenset("that than least as them him us unlike like amongst".split())
HEDGES = (
    ("at", "least"), ("more", "than"), ("fewer", "than"), ("less", "than"), ("up", "to"), ("as", "many", "as"),
    ("about",), ("around",), ("nearly",), ("some",), ("almost",), ("over",), ("another",), ("the",),
)  # fmt: skip
BEFALLEN = frozenset(["dead", "homeless", "missing"])  # "left six soldiers dead"
ABOUT = 5  # words of "in Puli Khumri", "of the harbour works" that belong to a description


def first_token(words: Sequence[Token], own: int, names: Named, verbs: Collection[int]) -> int:
    """The token with which a phrase begins whose noun begins at token `own`."""
    first = own
    while first > 0 and not counts(words[first], first < own) and _describes(words, first - 1, names, verbs):
        first -= 1
    while first > 0 and first < own and counts(words[first - 1], True) and words[first - 1].text not in STOPS:
        first -= 1  # "the two", "another three": nothing else stands before a number
    if first < own and numeral(words[first]):
        for hedge in HEDGES:
            start = first - len(hedge)
            if start >= 0 and tuple(word.low for word in words[start:first]) == hedge:
                first = start
    if first > 1 and words[first - 1].low == "of" and words[first - 2].low in forms("collective"):
        return first_token(words, first - 2, names, verbs)
    return first


def counts(word: Token, before: bool) -> bool:
    """Whether a word `before` the noun is an article or a number; "which" takes up what stands before it."""
    return before and ((word.low in DETERMINERS and word.low != "which") or numeral(word))


def numeral(word: Token) -> bool:
    return word.low in NUMERALS or word.text[0].isdigit()


def _describes(words: Sequence[Token], k: int, names: Named, verbs: Collection[int]) -> bool:
    """Whether token `k` stands before a noun and belongs to it."""
    word = words[k]
    if not word.is_word or word.text in STOPS:
        return False
    if word.low in forms("which") | forms("captured") | forms("camps") or counts(word, True):
        return True
    if k in verbs:  # "two masked gunmen", of whom no verb is told there
        return word.low.endswith("ed") and (not k or counts(words[k - 1], True))
    if known(word.low, "base") or word.low in FUNCTION | SUBJECT_PRONOUNS or _doing(word):
        return False
    if word.text[0].isupper():
        first = not word.text.isupper() and not is_adverb(word.low) and opens(words, k)
        return first or hyphened(word) or any(names.over(word.start))
    return not is_adverb(word.low)


def _doing(word: Token) -> bool:
    """ "leaving", and not "left-wing" nor "gun-toting"."""
    return word.low.endswith("ing") and "-" not in word.text


def hyphened(word: Token) -> bool:
    """ "Saudi-led", "Turkish-backed"."""
    return "-" in word.text and word.text[0].isupper()


def ends(words: Sequence[Token], k: int, verbs: Collection[int]) -> bool:
    """Whether the noun before token `k` is the last of its phrase: not in "police station", "negotiator Ann Lee"."""
    if k >= len(words) or not words[k].is_word or k in verbs:
        return words[k].low not in ("'s", "'") if k < len(words) else True
    word = words[k]
    plain = word.low in FUNCTION or word.low in SUBJECT_PRONOUNS or is_adverb(word.low)
    return plain or word.low in BEFALLEN or tied(words, k) or word.low.endswith(("ed", "ing", "day"))


def tied(words: Sequence[Token], k: int) -> bool:
    """Whether it is told from token `k` on to whom they are tied: "soldiers loyal to the mayor"."""
    told = k + 1 < len(words) and words[k + 1].low == "to"
    return told and words[k].low in document("speech").data["speakers"]["tied"]


@cache
def hedging() -> frozenset[str]:
    return frozenset(word for hedge in HEDGES for word in hedge) | {"of"}


def behind(words: Sequence[Token], last: int, names: Named, verbs: Collection[int]) -> int:
    """The token after "in Kunduz", "of the harbour works" behind a phrase that ends before `last`."""
    at = last + tied(words, last)  # "soldiers loyal to the mayor"
    if at + 1 >= len(words) or (words[at].low not in ("in", "of", "from", "for") and at == last):
        return last
    start = at + 1 if words[at + 1].low != "the" else at + 2
    name = names.beginning(words[start].start) if start < len(words) else None
    if name is None:
        common = (
            start > at + 1
            and (words[last].low == "of" or at > last)
            and start < len(words)
            and words[start].text.islower()
        )
        return start + 1 if common and ends(words, start + 1, verbs) else last  # "of the bloc"
    end = start
    while end < len(words) and words[end].start < name.span.end and end - last <= ABOUT:
        end += 1
    return end
