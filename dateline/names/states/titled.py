"""What an article calls each person: "Kenya's former president Ann Lee", "Ann Lee, the envoy of the United Nations"."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from dateline.lexicon.load import document
from dateline.names.finding import knowledge
from dateline.names.finding.spelling import fold
from dateline.names.finding.tokens import Words, words_of
from dateline.names.states.linked import Linked, Who

BEFORE = 70  # characters before a name in which its title stands
BEHIND = 90  # and those behind it, in which an apposition does
NEAR = 6  # names that a title may hold, and a few more
_BEHIND = re.compile(r", (?:who is |now )?(?:the|a|an|its|their|his|her) ([^.;:()\n]*?)(?:,| who |\.|\n|\Z)")
_APPOSED = re.compile(r",\s+\Z")


class Title(NamedTuple):
    """The words by which a person is called, folded, and the ids of the states and bodies named among them."""

    words: frozenset[str]
    sides: frozenset[str] = frozenset()

    def __repr__(self) -> str:
        """The same for equal titles, in whatever order their sets come."""
        return f"Title{self.sorted()}"

    def sorted(self) -> tuple[list[str], list[str]]:
        """In plain values, with an order."""
        return sorted(self.words), sorted(self.sides)

    @property
    def former(self) -> bool:
        return not self.words.isdisjoint(listed("no_longer"))


Titles = Mapping[Who, Sequence[Title]]


def listed(key: str) -> frozenset[str]:
    """The words of a list of titles.toml."""
    return knowledge.words("titles", key)


@cache
def nouns() -> Mapping[str, frozenset[str]]:
    """Each noun that "the" makes a mention of a person -> the words of titles that it may take up."""
    rows = (row.split(":") for row in document("titles").data["taken_up"].splitlines() if row)
    return {noun: frozenset(words.split()) for noun, words in rows}


def titles(text: str, linked: Sequence[Linked]) -> Titles:
    """The titles of the persons of one article, whose whole text this is; `linked` are its names in order."""
    found: dict[Who, list[Title]] = defaultdict(list)
    for n, one in enumerate(linked):
        if one.actor is None or one.actor.kind != "person" or one.name.implied:
            continue
        for title in (_before(text, linked, n), _behind(text, linked, n)):
            if title and title not in found[one.actor]:
                found[one.actor].append(title)
    return found


def phrase_start(words: Words, at: int, text: str) -> int:
    """The first word of the title that ends with word `at`: of "Kenya's former deputy prime minister" "Kenya"."""
    first = at
    while first > 0:
        before = words.lows[first - 1]
        gap = text[words.ends[first - 1] : words.starts[first]]
        if not (words.capitals[first - 1] or before.isdigit() or before in _qualifying()):
            break
        if gap.strip() not in ("", "-", "'s", "’s", "'", "’") and not (gap == ". " and before in listed("short")):
            break
        first -= 1
    return first


@cache
def _qualifying() -> frozenset[str]:
    return listed("portfolios") | listed("describing") | listed("roles") | listed("qualifiers")


def _before(text: str, linked: Sequence[Linked], n: int) -> Title | None:
    """The title right before a name, or before it and a comma: "the rebel leader, Ann Lee,"."""
    start = linked[n].name.span.start
    last = next((one.name.span.end for one in reversed(linked[max(0, n - 4) : n]) if _person(one)), 0)
    words = words_of(text, max(start - BEFORE, last), start)
    if not words or not _titling(words.lows[-1]):
        return None
    between = text[words.ends[-1] : start]
    if between.strip(" .\n") and not (_APPOSED.match(between) and _goes_on(text, linked[n].name.span.end)):
        return None
    first = phrase_start(words, len(words) - 1, text)
    return _title(words.lows[first:], linked[max(0, n - NEAR) : n], words.starts[first], start)


def _behind(text: str, linked: Sequence[Linked], n: int) -> Title | None:
    """The title in an apposition: ", a former vice president who leads the team"."""
    end = linked[n].name.span.end
    match = _BEHIND.match(text, end, end + BEHIND) if text.startswith(",", end) else None
    words = fold(match[1]).split() if match else []
    if match is None or not any(_titling(word) for word in words):
        return None
    return _title(words, linked[n + 1 : n + NEAR], match.start(1), match.end(1))


def _title(words: Sequence[str], near: Sequence[Linked], start: int, end: int) -> Title:
    inside = (one for one in near if start <= one.name.span.start < end and not _person(one))
    sides = frozenset(side for one in inside if (side := side_of(one)))
    return Title(frozenset(fold(word).removesuffix("'s") for word in words), sides)


def side_of(one: Linked) -> str | None:
    """The id of the state, body or group that a name in a title stands for: "Kenyan" is Kenya's."""
    known = knowledge.lexicon().get(fold(one.name.text))
    return knowledge.states()[known.code].id if known and known.code in knowledge.states() else one.name.id


def _goes_on(text: str, end: int) -> bool:
    return text[end : end + 1] in (",", ".")


def _titling(word: str) -> bool:
    return word in listed("roles") or word.rstrip(".") in _title_words()


@cache
def _title_words() -> frozenset[str]:
    return frozenset(word for words in nouns().values() for word in words)


def _person(one: Linked) -> bool:
    return one.actor is not None and one.actor.kind == "person"


def all_titles(given: Iterable[tuple[Who, Title]]) -> Mapping[Who, tuple[Title, ...]]:
    """The titles of each person in all articles, in an order of their own."""
    found: dict[Who, dict[Title, None]] = defaultdict(dict)
    for who, title in given:
        found[who][title] = None
    return {who: tuple(sorted(titles, key=Title.sorted)) for who, titles in found.items()}
