"""Names that the archive holds and nothing sure is known of: what an editor should look at, the commonest first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.model import NameKind
from dateline.names.finding.candidate import Candidate
from dateline.names.finding.spelling import fold, slug
from dateline.names.linking.directory import Directory
from dateline.names.linking.tally import count

_SURE = 2.5  # mean strength of the cues (Candidate.weight, 0..4) from which a guess needs no look


@dataclass(frozen=True, slots=True)
class Unknown:
    """A name whose kind rests on weak cues or on none."""

    name: str  # its commonest spelling
    times: int
    articles: tuple[str, ...]
    kind: NameKind | None  # the guess; None where there is none, and the name is left out of the site
    strength: float  # mean strength of the cues for the guess, 0..4

    @property
    def lines(self) -> str:
        """The lines of conflict.toml that would settle it; the editor corrects the kind."""
        if self.kind == "place":
            return f'[[place]]\nid = "{slug(self.name)}"\nname = "{self.name}"\n'
        return f'[[actor]]\nid = "{slug(self.name)}"\nname = "{self.name}"\nkind = "{self.kind or "organisation"}"\n'


def unknown_names(candidates: Mapping[str, Sequence[Candidate]], directory: Directory) -> tuple[Unknown, ...]:
    """The doubtful names of the archive, by how often they are written.

    `candidates` are what `find` gave, `directory` what `link` made of them: a surname with an owner is clear,
    and so is a place of the gazetteer.
    """
    tally = count(candidates)
    where: dict[str, set[str]] = {}
    located = {place.id for place in directory.places if place.latitude is not None}
    for article, found in candidates.items():
        clear = {
            name.span
            for name in directory.names(article)
            if name.id in located or name.id not in (None, slug(name.text))
        }
        for candidate in found:
            if candidate.known is None and not candidate.lone and not candidate.anaphor and candidate.span not in clear:
                where.setdefault(fold(candidate.text), set()).add(article)
    doubtful = []
    for key, articles in where.items():
        times, kind = tally.seen(key), tally.kind(key)
        strength = tally.votes[key][kind] / times if kind else 0.0
        if strength < _SURE:
            spellings = tally.written[key]
            name = min(spellings, key=lambda spelling: (-spellings[spelling], spelling))
            doubtful.append(Unknown(name, times, tuple(sorted(articles)), kind, strength))
    return tuple(sorted(doubtful, key=lambda one: (-one.times, one.strength, one.name)))
