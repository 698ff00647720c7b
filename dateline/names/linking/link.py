"""Links the names of a whole archive: who and where each mention stands for."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from types import MappingProxyType

from dateline.cache.table import Table
from dateline.model import Actor, ActorKind, Conflict, Passage, Place, Role, Track
from dateline.names.finding.candidate import Candidate
from dateline.names.finding.spelling import fold
from dateline.names.linking import answers
from dateline.names.linking.directory import Directory
from dateline.names.linking.people import gather
from dateline.names.linking.resolve import resolve
from dateline.names.linking.tally import count
from dateline.names.linking.telling import Heard, Named, heard, named
from dateline.names.states.geography import Geography
from dateline.names.states.linked import Archive, Ask, Linked, Who
from dateline.names.states.service import serving
from dateline.names.states.spokesmen import spokesmen


def link(
    candidates: Mapping[str, Sequence[Candidate]],
    texts: Mapping[str, str],
    conflict: Conflict,
    before: Table | None = None,
    keys: Mapping[str, bytes] = MappingProxyType({}),
) -> Directory:
    """The names of the archive, linked.

    `candidates` are what `find` gave for each article id, `texts` the articles' whole texts (Article.text),
    `conflict` what the editor knows. The same input gives the same Directory in whatever order it comes. `before`
    remembers what was found of the same articles: `keys` are digests of each and of what the editor knows.
    """
    ordered = {article: candidates[article] for article in sorted(candidates)}
    tally = count(ordered)
    editors = [(a.id, a.name, a.aliases) for a in conflict.actors if a.kind == "person"]
    of_names = answers.of_names(tally, gather(tally.full_names(), editors))
    steps = _Steps(Archive(_editors(conflict), Geography(conflict), of_names), texts, ordered, conflict.tracks)
    before = before or Table({})
    first: dict[str, Heard] = {}
    keyed: dict[str, bytes] = {}
    for article, here in ordered.items():
        key = keys.get(article, article.encode()) if here else b""  # one without names, or of which none can be read
        first[article], said = before.asked(b"heard" + key, of_names, partial(steps.heard, article))
        keyed[article] = b"named" + key + said
    service = serving(one.service for one in first.values())
    speaking = spokesmen(told for one in first.values() for told in one.spoken_for)
    of_persons = answers.of_persons(first.values(), service)
    found = {
        article: before.asked(keyed[article], of_persons, partial(steps.named, article, own))[0]
        for article, own in first.items()
    }
    names = {article: one.names for article, one in found.items()}
    sides = {person: side.id for person, side in speaking.items()}
    return Directory(names, _actors(found, speaking.values(), conflict), _places(found.values()), service, sides)


@dataclass(frozen=True)
class _Steps:
    """What looks at one article at a time and asks what all of them say."""

    archive: Archive
    texts: Mapping[str, str]
    candidates: Mapping[str, Sequence[Candidate]]
    tracks: Sequence[Track]
    _full: dict[str, tuple[Linked, ...]] = field(default_factory=dict)  # what was looked up in this run

    def heard(self, article: str, ask: Ask) -> Heard:
        archive = replace(self.archive, ask=ask)
        linked = self._full[article] = resolve(archive, self.texts[article], self.candidates[article])
        return heard(archive, self.texts[article], linked)

    def named(self, article: str, own: Heard, ask: Ask) -> Named:
        text, here = self.texts[article], self.candidates[article]
        linked = self._full.get(article) or resolve(self.archive, text, here)
        return named(replace(self.archive, ask=ask), text, here, linked, own, self.tracks)


def _editors(conflict: Conflict) -> dict[str, Actor]:
    """The conflict file's actors by each folded name; "the Quetta Shura" is found without its article too."""
    forms = ((fold(form), actor) for actor in conflict.actors for form in (actor.name, *actor.aliases))
    return {form.removeprefix("the "): actor for form, actor in forms}


def _actors(found: Mapping[str, Named], sides: Iterable[Who], conflict: Conflict) -> tuple[Actor, ...]:
    """The actors that are mentioned, each with all its spellings and roles, and the `sides` that others speak for."""
    known = {actor.id: actor for actor in conflict.actors}
    forms: dict[str, set[str]] = defaultdict(set)
    roles: dict[str, dict[str, list[Passage]]] = defaultdict(lambda: defaultdict(list))
    first: dict[str, tuple[str, ActorKind]] = {}
    for article, one in found.items():
        for (identity, name, kind), written in one.actors:
            first.setdefault(identity, (name, kind))
            forms[identity].update(written)
        for identity, title, span in one.roles:
            roles[identity][title].append(Passage(article, span))
    for identity, name, kind in sides:
        first.setdefault(identity, (name, kind))
    made = []
    for identity in sorted(first):
        name, kind = first[identity]
        actor = known.get(identity) or Actor(identity, name, kind)
        said = tuple(Role(title, seen=tuple(seen)) for title, seen in sorted(roles.get(identity, {}).items()))
        made.append(replace(actor, mentions=tuple(sorted(forms[identity])), roles=actor.roles or said))
    return tuple(made)


def _places(found: Iterable[Named]) -> tuple[Place, ...]:
    forms: dict[str, set[str]] = defaultdict(set)
    first: dict[str, Place] = {}
    for one in found:
        for place, written in one.places:
            first.setdefault(place.id, place)
            forms[place.id].update(written)
    return tuple(replace(first[i], mentions=tuple(sorted(forms[i]))) for i in sorted(first))
