"""Who is the same person: full names, surnames alone, and their misspellings."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from dateline.names import knowledge
from dateline.names.spelling import Spellings, allowed_edits, edits, fold, slug

_SUFFIXES = frozenset("jr sr ii iii iv".split())


@lru_cache(maxsize=65536)
def parts_of(name: str) -> tuple[str, ...]:
    """The folded words of a person's name without particles and suffixes: "Ali bin Tamim" -> ali, tamim."""
    particles = knowledge.words("nouns_of_names", "particles")
    found = tuple(w for w in fold(name).split() if w not in particles and w not in _SUFFIXES)
    return found or tuple(fold(name).split())


def alike(one: str, other: str) -> bool:
    """Whether two words may be spellings of one: equal, an initial, or within the edits that their length allows."""
    if one == other or (1 in (len(one), len(other)) and one[0] == other[0]):
        return True
    most = allowed_edits(min(len(one), len(other)))
    return most > 0 and one[0] == other[0] and edits(one, other, most) <= most


def compatible(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two full names may be one person's: the last words alike, the shorter's others in the longer's."""
    if not alike(one[-1], other[-1]) or 1 in (len(one[-1]), len(other[-1])):
        return False
    short, long = sorted((one[:-1], other[:-1]), key=len)
    rest = iter(long)
    return all(any(alike(word, another) for another in rest) for word in short)


@dataclass(slots=True)
class People:
    """The persons of the archive, by the parts of their full names. Built once, then only asked."""

    ids: dict[tuple[str, ...], str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    by_last: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    lasts: Spellings = field(default_factory=Spellings)
    _called: dict[str, set[str]] = field(default_factory=dict)  # what has been answered, once all are in

    def add(self, parts: tuple[str, ...], identity: str, name: str) -> None:
        self.ids[parts] = identity
        self.names.setdefault(identity, name)
        self.by_last[parts[-1]].add(identity)
        self.lasts.add(parts[-1])

    def called(self, last: str) -> set[str]:
        """The persons whose full name ends with this word, or with a word of which it is a misspelling."""
        if last not in self._called:
            exact = self.by_last.get(last)
            near = () if exact else self.lasts.near(last)
            self._called[last] = exact or {identity for other in near for identity in self.by_last[other]}
        return self._called[last]


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
    for name, count in sorted(full_names.items(), key=lambda item: (-item[1], -len(item[0]), item[0])):
        counts[parts_of(name)] += count
        written.setdefault(parts_of(name), name)
    by_last: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for parts in people.ids:
        by_last[parts[-1]].append(parts)
    for parts in sorted(counts, key=lambda p: (-counts[p], -len(p), p)):
        if len(parts) < 2 or parts in people.ids:
            continue
        near = (other for last in people.lasts.near(parts[-1]) for other in by_last[last])
        owners = {people.ids[other] for other in near if compatible(parts, other)}
        identity = owners.pop() if len(owners) == 1 else slug(written[parts])
        people.add(parts, identity, people.names.get(identity, written[parts]))
        by_last[parts[-1]].append(parts)
    return people
