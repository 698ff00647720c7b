"""The event nouns of a sentence: "a seventh round of talks", "the attack"; not the one in "war crimes court"."""

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple, cast

from dateline.lexicon.load import document
from dateline.model import EventType
from dateline.reports.grammar.closed_classes import DETERMINERS, MARKS, PREPOSITIONS
from dateline.reports.grammar.morphology import EVENT_TABLES
from dateline.reports.grammar.tokens import VOCABULARY, Token

REACH = 6  # words behind "the deadline for" among which the deed may stand


class Trigger(NamedTuple):
    """The words that name an event: token indexes, and what they are in the lexicon."""

    type: EventType
    first: int
    last: int
    lemma: str
    noun: bool
    definite: bool = False  # "the attack": one already spoken of


def event_nouns(words: Sequence[Token]) -> tuple[Trigger, ...]:
    """The event nouns among the tokens, in order; the longest name first, modifiers left out."""
    found: list[Trigger] = []
    for k in [k for k, word in enumerate(words) if _begins(word.low)]:
        behind = not found or k >= found[-1].last
        hit = _at(words, k) if behind else None
        if hit:
            found.append(hit)
    return tuple(found)


@cache
def _names() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """The first word of a name, singular or plural, -> the names that begin with it, longest first."""
    table: dict[str, list[tuple[str, ...]]] = {}
    for name in _types():
        words = tuple(name.split())
        table.setdefault(words[0], []).append(words)
    return {word: tuple(sorted(names, key=len, reverse=True)) for word, names in table.items()}


@cache
def _types() -> Mapping[str, EventType]:
    data = document("events").data
    return {noun: cast(EventType, table) for table in EVENT_TABLES for noun in data[table]["nouns"]}


@cache
def _words(table: str, key: str) -> frozenset[str]:
    return frozenset(document("frames").data[table][key])


@lru_cache(VOCABULARY)
def _begins(word: str) -> bool:
    """Whether an event noun begins with this word, in the singular or plural."""
    return any(form in _names() for form in _forms(word))


def _at(words: Sequence[Token], k: int) -> Trigger | None:
    for first in _forms(words[k].low):
        for name in _names().get(first, ()):
            last = k + len(name)
            if last > len(words) or (len(name) > 1 and not _same(words[k:last], name)):
                continue
            key = " ".join(name)
            if words[k].text == "March":
                return None  # the month
            if key == "round" and not _of_talks(words, last):
                return _round_of_others(words, k, last)
            if k and words[k - 1].low in LINKING and words[last - 1].low.endswith("s") and _object(words, last):
                return None  # "a kettle that trips the fuse"
            if not _modifier(words, last, key) and not _otherwise(words, last, key):
                if k and f"{words[k - 1].low} {key}" in _words("followed", "no_event"):
                    return None
                return Trigger(_kind(words, k, last, key), k, last, key, noun=True, definite=_definite(words, k))
    return None


def _of_talks(words: Sequence[Token], k: int) -> bool:
    """Whether the round before token `k` is one of talks: not "of fighting", nor one of a tournament or an election."""
    if k < len(words) and words[k].low == "of":
        for word in words[k + 1 : k + 1 + REACH]:
            if word.low in _of_rounds("talks"):
                return True
            if word.low in MARKS or word.low in PREPOSITIONS:
                return False
        return False
    low = {word.low for word in words}
    return not low & _of_rounds("contests") or bool(low & _of_rounds("talks"))


def _round_of_others(words: Sequence[Token], k: int, last: int) -> Trigger | None:
    """ "a new round of fighting", "the first round of the presidential election": the fighting, the election."""
    for m in range(last + 1, min(last + 1 + REACH, len(words))):
        if words[last].low != "of" or words[m].low in MARKS or words[m].low in PREPOSITIONS:
            return None
        found = _at(words, m) if _begins(words[m].low) else None
        if found:
            return found._replace(first=k, definite=_definite(words, k))
    return None


@cache
def _of_rounds(key: str) -> frozenset[str]:
    return frozenset(document("rounds").data[key].split())


ENDING = frozenset(["ending", "halting", "stopping"])
LINKING = frozenset(["who", "which", "that"])


def _object(words: Sequence[Token], k: int) -> bool:
    return k < len(words) and words[k].low in DETERMINERS


def _kind(words: Sequence[Token], k: int, last: int, key: str) -> EventType:
    """What the noun is, but for "an end to the fighting" and "the deadline for the withdrawal"."""
    kind = _types()[key]
    if kind == "attack" and _ended(words, k):
        return "agreement"
    if key in _words("followed", "of_another") and last < len(words) and words[last].low in ("for", "of"):
        for word in words[last + 1 : last + REACH]:
            if word.low in MARKS or word.low in PREPOSITIONS:
                break
            found = next((form for form in _forms(word.low) if form in _types()), None)
            if found:
                return _types()[found]
    return kind


def _ended(words: Sequence[Token], k: int) -> bool:
    """ "an end to the fighting", "a pause in hostilities": not the fighting is told, but that it stops."""
    if any(words[j].low in ENDING for j in range(max(0, k - 3), k)):
        return True  # "a model for ending the larger war"
    for j in range(k - 1, max(0, k - 4), -1):
        if words[j].low in ("to", "of", "in"):
            return words[j - 1].low in _words("followed", "ends")
    return False


def _same(words: Sequence[Token], name: Sequence[str]) -> bool:
    """Whether the words are the name, the last one perhaps in the plural."""
    inner = all(word.low == part for word, part in zip(words[:-1], name[:-1], strict=True))
    return inner and name[-1] in _forms(words[-1].low)


@lru_cache(VOCABULARY)
def _forms(word: str) -> tuple[str, ...]:
    one = singular(word)
    return (word,) if one == word else (word, one)


def singular(word: str) -> str:
    """The singular of a regular plural; any other word as it is."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("shes", "ches", "sses", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _modifier(words: Sequence[Token], k: int, noun: str) -> bool:
    """Whether the noun only describes the next: "peace deal", "election process", "war crimes court"."""
    if k >= len(words):
        return False
    following = words[k].low
    return noun != "phone call" if _is_name(following) else following in _words("modified", "nouns")


@lru_cache(VOCABULARY)
def _is_name(word: str) -> bool:
    """Whether this word alone names an event, in the singular or plural."""
    return any(form in _types() for form in _forms(word))


def _otherwise(words: Sequence[Token], k: int, noun: str) -> bool:
    """Whether the noun means something else before "of": "resolution of the conflict"."""
    return noun in _words("followed", "not_before_of") and k < len(words) and words[k].low == "of"


def _definite(words: Sequence[Token], k: int) -> bool:
    j = k - 1
    while j >= 0 and words[j].is_word and words[j].low not in PREPOSITIONS and k - j < 4:
        if words[j].low in ("the", "this", "these", "that", "those"):
            return True
        if words[j].low in ("a", "an", "new", "fresh", "another", "further"):
            return False  # "the new truce" is another than the one before
        j -= 1
    return False
