"""What a text tells of, whatever words it uses: "withdrew", "a pullout" and "pulling its troops out" are one thing."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from dateline.lexicon.load import document
from dateline.text.wording import normal


@dataclass(frozen=True, slots=True)
class Things:
    """The names of the things told, by the tables of things.toml; empty where the text has no word for one."""

    once: frozenset[str]
    deeds: frozenset[str]
    means: frozenset[str]
    targets: frozenset[str]
    people: frozenset[str]


NOTHING = Things(*[frozenset()] * 5)
TABLES = ("once", "deeds", "means", "targets", "people")


class _Entry(NamedTuple):
    table: str
    thing: str
    words: tuple[str, ...]  # each the whole word, or with * the beginning of one


@lru_cache(maxsize=65_536)
def things(text: str) -> Things:
    """The things of which `text` has a word."""
    words = normal(text).split()
    found: dict[str, set[str]] = {}
    for word in words:
        for entry in _begun_by(word):
            if all(any(_is(other, part) for other in words) for part in entry.words[1:]):
                found.setdefault(entry.table, set()).add(entry.thing)
    return Things(*(frozenset(found.get(table, ())) for table in TABLES)) if found else NOTHING


@lru_cache(maxsize=65_536)
def _begun_by(word: str) -> tuple[_Entry, ...]:
    """The entries of which `word` is the first or only word."""
    return tuple(entry for entry in _by_first_letters().get(word[:2], ()) if _is(word, entry.words[0]))


def _is(word: str, entry: str) -> bool:
    return word.startswith(entry[:-1]) if entry.endswith("*") else word == entry


@cache
def _by_first_letters() -> Mapping[str, tuple[_Entry, ...]]:
    """The entries by the first two letters of their first word."""
    found: dict[str, list[_Entry]] = {}
    data = document("things").data
    for table in TABLES:
        for thing, entries in data[table].items():
            for entry in entries:
                words = tuple(entry.replace("-", " ").split())  # "air-strike*" is two words, as in a text
                found.setdefault(words[0][:2], []).append(_Entry(table, thing, words))
    return {start: tuple(entries) for start, entries in found.items()}
