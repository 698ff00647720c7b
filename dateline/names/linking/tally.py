"""Counts over the whole archive: which kind each unknown name most likely is, and what abbreviations stand for."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from dateline.model import NameKind
from dateline.names.finding.candidate import Candidate
from dateline.names.finding.spelling import fold
from dateline.names.linking.people import parts_of

_CUED = 2  # weight of a cue, see Candidate.weight
_ORDER: tuple[NameKind, ...] = ("person", "place", "armed group", "office", "organisation", "state", "nationality")


@dataclass(slots=True)
class Tally:
    """The archive's votes. Filled once by `count`, then only asked."""

    votes: dict[str, Counter[NameKind]] = field(default_factory=lambda: defaultdict(Counter))
    times: Counter[str] = field(default_factory=Counter)  # how often an unknown name is written, however it is spelt
    inner: Counter[str] = field(default_factory=Counter)  # how often inside a sentence, where a capital means a name
    written: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    shorts: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    _kinds: dict[str, NameKind | None] = field(default_factory=dict)  # what has been answered

    def kind(self, key: str) -> NameKind | None:
        """The kind that the cues of all articles together speak for.

        A name that nothing says anything of, written more than once, is taken for an organisation; else None.
        """
        if key not in self._kinds:
            self._kinds[key] = self._elected(key)
        return self._kinds[key]

    def _elected(self, key: str) -> NameKind | None:
        votes = self.votes.get(key)
        if not votes:
            often = self.seen(key) > 1 and self.inner[key]
            return "organisation" if often else None
        return max(votes, key=lambda kind: (votes[kind], -_ORDER.index(kind)))

    def seen(self, key: str) -> int:
        """How often an unknown name is written, in whatever spelling."""
        return self.times[key]

    def cued_as_place(self, key: str) -> bool:
        """Whether sure cues say in the mean that the name is a place's."""
        votes = self.votes.get(key)
        return (votes["place"] if votes else 0) >= _CUED * self.seen(key)

    def long_form(self, short: str) -> str | None:
        """The folded full name for which the articles define this abbreviation; None if none or several."""
        found = self.shorts.get(fold(short), set())
        return next(iter(found)) if len(found) == 1 else None

    def full_names(self) -> dict[str, int]:
        """Every spelling of a person's full name, with how often it is written."""
        found: dict[str, int] = {}
        for key, spellings in self.written.items():
            if self.kind(key) == "person" and len(parts_of(key)) > 1:
                found.update(spellings)
        return found


def count(candidates: Mapping[str, Sequence[Candidate]]) -> Tally:
    """The tally of the archive's candidates."""
    tally = Tally()
    alike = Counter((one.text, one.kind, one.weight, one.initial) for one in _unknown(candidates))
    for (text, kind, weight, initial), times in alike.items():
        key = fold(text)
        tally.written[key][text] += times
        tally.times[key] += times
        tally.inner[key] += 0 if initial else times
        if kind and weight:
            tally.votes[key][kind] += weight * times
    for found in candidates.values():
        for candidate in found:
            if candidate.short and candidate.kind not in ("state", "nationality", "place"):
                tally.shorts[fold(candidate.short)].add(fold(candidate.text))
    return tally


def _unknown(candidates: Mapping[str, Sequence[Candidate]]) -> Iterable[Candidate]:
    return (c for found in candidates.values() for c in found if c.known is None and not c.lone and not c.anaphor)
