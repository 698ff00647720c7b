"""The nouns for those who are described and not named, as the lexicon has them."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple, cast

from dateline.lexicon.load import document
from dateline.model import ActorKind, EventType
from dateline.reports.grammar.tokens import Token

# the tables of the lexicon, and what they are as actors; those of "member" are nobody without whom they belong to
KINDS: Mapping[str, ActorKind] = {
    "armed group": "armed group",
    "civilian": "organisation",
    "body": "organisation",
    "institution": "organisation",
    "outlet": "organisation",
    "member": "organisation",
    "people": "organisation",
}


class Noun(NamedTuple):
    """An entry of the lexicon: the words before its last one, its singular and plural, and what they are."""

    before: tuple[str, ...]
    one: str
    many: str
    group: str  # the table of the lexicon
    singular: bool


def noun_at(words: Sequence[Token], k: int) -> Noun | None:
    for noun in nouns().get(words[k].low, ()):
        first = k - len(noun.before)
        written = words[k].text.islower() or (k == first and opens(words, k))
        if first >= 0 and written and all(words[first + n].low == word for n, word in enumerate(noun.before)):
            return noun
    return None


def opens(words: Sequence[Token], k: int) -> bool:
    """Whether no word stands before token `k`."""
    return not any(words[n].is_word for n in range(k - 1, -1, -1))  # the nearest is seen first


@cache
def nouns() -> Mapping[str, tuple[Noun, ...]]:
    """The last word of each noun, singular and plural -> the nouns that end so, the longest first."""
    table: dict[str, list[Noun]] = {}
    for group in KINDS:
        for one in document("described").data[group]:
            many = plural(one)
            for form in dict.fromkeys((one, many)):
                *before, last = form.split()
                table.setdefault(last, []).append(Noun(tuple(before), one, many, group, form != many))
    return {word: tuple(sorted(nouns, key=lambda noun: -len(noun.before))) for word, nouns in table.items()}


def plural(noun: str) -> str:
    if noun in forms("only"):
        return noun
    if noun in _irregular():
        return _irregular()[noun]
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return f"{noun[:-1]}ies"
    if noun.endswith("s"):
        return f"{noun}es"
    return f"{noun}s"


@cache
def plurals() -> frozenset[str]:
    """The plurals that do not end in -s: "gunmen", "children", "police"."""
    return frozenset(many for many in (*_irregular().values(), "people", "police", "troops") if " " not in many)


@cache
def _irregular() -> Mapping[str, str]:
    """Singular -> plural: each line has the words of the one, and as many of the other."""
    lines = [line.split() for line in cast(str, document("described").data["forms"]["irregular"]).splitlines()]
    return {" ".join(line[: len(line) // 2]): " ".join(line[len(line) // 2 :]) for line in lines if line}


@cache
def forms(key: str) -> frozenset[str]:
    return frozenset(document("described").data["forms"][key])


def befallen(type: EventType) -> str | None:
    """What people are called of whom only an event of this kind is told: "displaced people"."""
    found: str | None = document("described").data["befall"].get(type)
    return found
