"""Who is the same person: full names, surnames alone, and their misspellings."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from dateline.names.finding import knowledge
from dateline.names.finding.spelling import Spellings, allowed_edits, edits, fold, skeleton, slug

Parts = tuple[str, ...]  # the folded words of a full name
_MOST = 50  # names with one surname, or that and another word: of more, not each is compared, and the commonest first
_SUFFIXES = frozenset("jr sr ii iii iv".split())


@lru_cache(maxsize=65536)
def parts_of(name: str) -> tuple[str, ...]:
    """The folded words of a person's name without particles and suffixes: "Ali bin Tamim" -> ali, tamim."""
    particles = knowledge.words("nouns_of_names", "particles")
    found = tuple(w for w in fold(name).split() if w not in particles and w not in _SUFFIXES)
    return found or tuple(fold(name).split())


def alike(one: str, other: str) -> bool:
    """Whether two words may be spellings of one: equal, an initial, of one sound, or a few edits apart."""
    if one == other or (1 in (len(one), len(other)) and one[0] == other[0]):
        return True
    if skeleton(one) and skeleton(one) == skeleton(other):
        return True
    most = allowed_edits(min(len(one), len(other)))
    return most > 0 and one[0] == other[0] and edits(one, other, most) <= most


def first_names_agree(one: Parts, other: Parts) -> bool:
    """Whether two full names, whose last words are alike, may be one person's: the shorter's others in the longer's."""
    short, long = sorted((one[:-1], other[:-1]), key=len)
    rest = iter(long)
    return all(any(alike(word, another) for another in rest) for word in short)


@dataclass(slots=True)
class _Namesakes:
    """The full names that have their last word in common; where they are many, by their other words.

    The first to be added come first.
    """

    _names: list[Parts] = field(default_factory=list)
    _indexed: int = 0  # how many of them stand in what follows: none while they are few
    _words: Spellings = field(default_factory=Spellings)
    _by_word: dict[str, list[Parts]] = field(default_factory=lambda: defaultdict(list))
    _by_letter: dict[str, list[Parts]] = field(default_factory=lambda: defaultdict(list))

    def add(self, parts: Parts) -> None:
        self._names.append(parts)

    def like(self, parts: Parts) -> Iterator[Parts]:
        """The names that may be another form of this one: all where they are few.

        Else those that share a word with it but for its spelling, or for an initial.
        """
        if len(self._names) <= _MOST:
            yield from self._names
            return
        self._index()
        for word in parts[:-1]:
            if len(word) == 1:
                yield from self._by_letter.get(word, ())[:_MOST]
            else:
                for other in (*self._words.near(word), word[0]):
                    yield from self._by_word.get(other, ())[:_MOST]

    def _index(self) -> None:
        for parts in self._names[self._indexed :]:
            for word in dict.fromkeys(parts[:-1]):
                self._words.add(word)
                self._by_word[word].append(parts)
                self._by_letter[word[0]].append(parts)
        self._indexed = len(self._names)


@dataclass(slots=True)
class People:
    """The persons of the archive, by the parts of their full names. Built once, then only asked."""

    ids: dict[tuple[str, ...], str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    by_last: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    lasts: Spellings = field(default_factory=Spellings)
    sounds: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))  # skeleton -> the last words of it
    _called: dict[str, set[str]] = field(default_factory=dict)  # what has been answered, once all are in

    def add(self, parts: tuple[str, ...], identity: str, name: str) -> None:
        self.ids[parts] = identity
        self.names.setdefault(identity, name)
        self.by_last[parts[-1]].add(identity)
        self.lasts.add(parts[-1])
        if skeleton(parts[-1]):
            self.sounds[skeleton(parts[-1])].add(parts[-1])

    def spelt(self, last: str) -> list[str]:
        """The last words of names that may be this one, spelt otherwise, sorted."""
        return sorted({*self.lasts.near(last), *self.sounds.get(skeleton(last), ())})

    def called(self, last: str) -> set[str]:
        """The persons whose full name ends with this word, or with a word of which it is a misspelling."""
        if last not in self._called:
            exact = self.by_last.get(last)
            near = () if exact else self.lasts.near(last)
            self._called[last] = exact or {identity for other in near for identity in self.by_last[other]}
        return self._called[last]


def _shouts(name: str) -> bool:
    """ "ANN LEE", "GEORGE Roe", as newspapers print the first words of an article."""
    return " " in name and any(len(word) > 2 and word.isupper() for word in name.split())


def _in_small_letters(name: str) -> str:
    return " ".join(word.title() if len(word) > 2 else word for word in name.split()) if _shouts(name) else name


def gather(full_names: Mapping[str, int], editors: Iterable[tuple[str, str, tuple[str, ...]]]) -> People:
    """The persons behind `full_names` (with how often each is written) and those of the conflict file.

    `editors` are (id, name, aliases). The commonest spelling of a name is the person's; two names that the editor
    keeps apart are never joined.
    """
    people = People()
    for identity, name, aliases in editors:
        for form in (name, *aliases):
            if len(parts_of(form)) > 1:
                people.add(parts_of(form), identity, name)
    counts: Counter[tuple[str, ...]] = Counter()
    written: dict[tuple[str, ...], str] = {}
    for name, count in sorted(
        full_names.items(), key=lambda item: (_shouts(item[0]), -item[1], -len(item[0]), item[0])
    ):
        counts[parts_of(name)] += count
        written.setdefault(parts_of(name), _in_small_letters(name))
    by_last: dict[str, _Namesakes] = defaultdict(_Namesakes)
    for parts in people.ids:
        by_last[parts[-1]].add(parts)
    for parts in sorted(counts, key=lambda p: (-counts[p], -len(p), p)):
        if len(parts) < 2 or parts in people.ids:
            continue
        lasts = people.spelt(parts[-1]) if len(parts[-1]) > 1 else ()  # an initial is nobody's surname
        near = (other for last in lasts for other in by_last[last].like(parts))
        owners: set[str] = set()
        for other in near:
            if first_names_agree(parts, other):
                owners.add(people.ids[other])
            if len(owners) > 1:
                break
        identity = owners.pop() if len(owners) == 1 else slug(written[parts])
        people.add(parts, identity, people.names.get(identity, written[parts]))
        by_last[parts[-1]].add(parts)
    return people
