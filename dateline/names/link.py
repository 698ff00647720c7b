"""Links the names of a whole archive: who and where each mention stands for."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from dateline.model import Actor, ActorKind, Conflict, Passage, Place, Role
from dateline.names.both import both
from dateline.names.candidate import Candidate
from dateline.names.coreference import taken_up
from dateline.names.description import Called, without_those_within
from dateline.names.directory import Directory
from dateline.names.envoys import envoys, holders
from dateline.names.geography import Geography
from dateline.names.linked import Archive, Linked, Who
from dateline.names.people import gather
from dateline.names.resolve import resolve
from dateline.names.roles import roles_of
from dateline.names.service import serving
from dateline.names.spelling import fold
from dateline.names.spokesmen import spokesmen
from dateline.names.tally import count
from dateline.names.titled import all_titles, titles


def link(candidates: Mapping[str, Sequence[Candidate]], texts: Mapping[str, str], conflict: Conflict) -> Directory:
    """The names of the archive, linked.

    `candidates` are what `find` gave for each article id, `texts` the articles' whole texts (Article.text),
    `conflict` what the editor knows. The same input gives the same Directory in whatever order it comes.
    """
    ordered = {article: candidates[article] for article in sorted(candidates)}
    tally = count(ordered)
    editors = [(a.id, a.name, a.aliases) for a in conflict.actors if a.kind == "person"]
    archive = Archive(_editors(conflict), tally, gather(tally.full_names(), editors), Geography(conflict))
    linked = {article: resolve(archive, texts[article], found) for article, found in ordered.items()}
    roles, service = holders(texts, linked), serving(archive, texts, linked)
    speaking = spokesmen(archive, texts, linked)
    called = {article: titles(texts[article], found) for article, found in linked.items()}
    everywhere = all_titles(called.values())
    for article, found in linked.items():
        text, here = texts[article], ordered[article]
        by_role = [*envoys(text, here, found, roles)]
        taken = [*taken_up(text, here, in_order([*found, *by_role]), Called(called[article], everywhere))]
        named = in_order([*without_those_within(found, taken), *by_role, *taken])
        linked[article] = tuple(in_order([*named, *both(archive, text, named, service, conflict.tracks)]))
    names = {article: tuple(one.name for one in found) for article, found in linked.items()}
    everything = [one for found in linked.values() for one in found]
    actors = _actors(everything, speaking.values(), roles_of(texts, linked), conflict)
    sides = {person: side.id for person, side in speaking.items()}
    return Directory(names, actors, _places(everything), service, sides)


def in_order(names: Sequence[Linked]) -> list[Linked]:
    """As they stand in the text; of two that begin together the longer one first."""
    return sorted(names, key=lambda one: (one.name.span.start, -one.name.span.end))


def _editors(conflict: Conflict) -> dict[str, Actor]:
    """The conflict file's actors by each folded name; "the Quetta Shura" is found without its article too."""
    forms = ((fold(form), actor) for actor in conflict.actors for form in (actor.name, *actor.aliases))
    return {form.removeprefix("the "): actor for form, actor in forms}


def _actors(
    linked: Sequence[Linked],
    sides: Iterable[Who],
    roles: Mapping[str, Mapping[str, list[Passage]]],
    conflict: Conflict,
) -> tuple[Actor, ...]:
    """The actors that are mentioned, each with all its spellings and roles, and the `sides` that others speak for."""
    known = {actor.id: actor for actor in conflict.actors}
    forms: dict[str, set[str]] = defaultdict(set)
    first: dict[str, tuple[str, ActorKind]] = {}
    for one in linked:
        if one.actor is None:
            continue
        identity, name, kind = one.actor
        first.setdefault(identity, (name, kind))
        forms[identity].update(one.forms)
    for identity, name, kind in sides:
        first.setdefault(identity, (name, kind))
    found = []
    for identity in sorted(first):
        name, kind = first[identity]
        actor = known.get(identity) or Actor(identity, name, kind)
        said = tuple(Role(title, seen=tuple(seen)) for title, seen in sorted(roles.get(identity, {}).items()))
        found.append(replace(actor, mentions=tuple(sorted(forms[identity])), roles=actor.roles or said))
    return tuple(found)


def _places(linked: Sequence[Linked]) -> tuple[Place, ...]:
    forms: dict[str, set[str]] = defaultdict(set)
    first: dict[str, Place] = {}
    for one in linked:
        if one.place is not None:
            first.setdefault(one.place.id, one.place)
            forms[one.place.id].update(one.forms)
    return tuple(replace(first[i], mentions=tuple(sorted(forms[i]))) for i in sorted(first))
