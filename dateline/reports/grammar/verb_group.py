"""A verb group and the forms of its verbs: what a word may be, and how adverbs are passed over."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from dateline.reports.grammar.closed_classes import (
    COORDINATORS,
    DETERMINERS,
    NEGATIONS,
    PREPOSITIONS,
    RELATIVES,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    is_adverb,
)
from dateline.reports.grammar.morphology import Form, forms
from dateline.reports.grammar.tokens import VOCABULARY, Token

# what a phrase between commas begins with
ASIDES = PREPOSITIONS | {"as", "however", "though"}
CLOSED = PREPOSITIONS | DETERMINERS | COORDINATORS | SUBORDINATORS | RELATIVES | SUBJECT_PRONOUNS | ASIDES
AT = frozenset(["first", "last", "once"])  # behind "at", these are adverbs
Tense = Literal["past", "present", "future", "none"]


class VerbGroup(NamedTuple):
    """`first`/`last` are token indexes, `last` exclusive; `main` is the lexical verb's index."""

    first: int
    last: int
    main: int
    lemma: str
    form: Form
    tense: Tense
    finite: bool = True
    perfect: bool = False
    progressive: bool = False
    passive: bool = False
    negated: bool = False
    modal: str = ""  # "will", "would", "be to", "be due to", …
    chain: tuple[str, ...] = ()  # governing verbs and adjectives: ("try",), ("close",)


def word_at(words: Sequence[Token], i: int) -> str:
    return words[i].low if 0 <= i < len(words) else ""


@lru_cache(VOCABULARY)
def known(word: str, *wanted: Form) -> tuple[str, Form] | None:
    for lemma, form in forms().get(word, ()):
        if form in wanted:
            return lemma, form
    return None


@lru_cache(VOCABULARY)
def infinitive(word: str) -> str | None:
    """The lemma of what stands where nothing but an infinitive can, behind "will" or "expected to": any open word."""
    entry = known(word, "base")
    if entry:
        return entry[0]
    open_class = word.isalpha() and len(word) > 2 and word not in CLOSED and not is_adverb(word)
    return word if open_class and word not in forms() else None


def participle(word: str) -> str | None:
    entry = known(word, "part")
    if entry:
        return entry[0]
    return word if word.endswith("ed") and len(word) > 4 else None


def gerund(word: str) -> str | None:
    entry = known(word, "ing")
    if entry:
        return entry[0]
    return word[:-3] if word.endswith("ing") and len(word) > 5 and word not in ("during", "nothing") else None


def skip_adverbs(words: Sequence[Token], i: int) -> tuple[int, bool]:
    """Past adverbs and "not", also where they open a quotation; whether a "not" was among them.

    An -ly word before "to" is an adjective: "are likely to attack". A phrase between commas is passed over where the
    verb goes on behind it: "had not, as of yesterday, announced".
    """
    negated = False
    while i < len(words):
        low, following = words[i].low, word_at(words, i + 1)
        if (low == "by" and following in ("then", "now")) or (low == "so" and following == "far"):
            i += 2
            continue
        if low == "last" and participle(following):  # "was last renewed in May"
            i += 1
            continue
        quoted = low in ('"', "“", "”") and is_adverb(following)
        if not quoted and (not is_adverb(low) or (low.endswith("ly") and following == "to")):
            break
        negated = negated or low in NEGATIONS
        i += 1
    return _behind_phrase(words, i), negated


def _behind_phrase(words: Sequence[Token], i: int, most: int = 8) -> int:
    """Behind ", as of yesterday," or ", however," if a verb follows, else `i`."""
    if word_at(words, i) != "," or word_at(words, i + 1) not in ASIDES:
        return i
    closing = next((k for k in range(i + 2, min(i + most, len(words))) if words[k].low == ","), None)
    if closing is None:
        return i
    following = word_at(words, closing + 1)
    return closing + 1 if following in ("be", "been") or known(following, "part", "base", "ing") else i


def nearest_before(words: Sequence[Token], i: int) -> int:
    """The index of the nearest word before `i` that is no adverb, nor "at first"; -1 where there is none."""
    i -= 1
    while i >= 0:
        if words[i].low in AT and word_at(words, i - 1) == "at":
            i -= 2
        elif is_adverb(words[i].low):
            i -= 1
        else:
            break
    return i
