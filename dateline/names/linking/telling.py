"""What one article adds to what all say of persons and sides, and then whom and what it names: each by itself.

Both are found by asking (see `answers`), and are kept as long as all that they asked is answered alike.
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from dateline.model import Name, Place, Span, Track
from dateline.names.finding.candidate import Candidate
from dateline.names.reference.both import both
from dateline.names.reference.coreference import taken_up
from dateline.names.reference.description import Called, without_those_within
from dateline.names.states.envoys import Held, envoys, held
from dateline.names.states.linked import Archive, Linked, Who
from dateline.names.states.roles import roles_in
from dateline.names.states.service import Serving, service_in
from dateline.names.states.spokesmen import spoken_for
from dateline.names.states.titled import Title, titles


class Heard(NamedTuple):
    """What its full names and titles say of persons and sides: others' pronouns and roles may hang on it."""

    held: tuple[Held, ...]
    service: Serving
    spoken_for: tuple[tuple[str, Who], ...]
    titles: tuple[tuple[Who, Title], ...]


class Named(NamedTuple):
    """Its names, and what they add to the lists of actors and places."""

    names: tuple[Name, ...]
    actors: tuple[tuple[Who, tuple[str, ...]], ...]  # each with the forms in which it is written
    roles: tuple[tuple[str, str, Span], ...]
    places: tuple[tuple[Place, tuple[str, ...]], ...]


def heard(archive: Archive, text: str, linked: Sequence[Linked]) -> Heard:
    """Of an article with this whole text and these names."""
    return Heard(
        tuple(held(text, linked)),
        service_in(archive, text, linked),
        tuple(spoken_for(archive, text, linked)),
        tuple((who, title) for who, given in titles(text, linked).items() for title in given),
    )


def named(
    archive: Archive, text: str, here: Sequence[Candidate], found: Sequence[Linked], own: Heard, tracks: Sequence[Track]
) -> Named:
    """All names of an article, of which `found` are those in full: also "he", "the envoy", "both sides"."""
    ask = archive.ask
    given: dict[Who, list[Title]] = defaultdict(list)
    for who, title in own.titles:
        given[who].append(title)
    by_role = [*envoys(text, here, found, lambda role: ask("holder", role))]
    called = Called(dict(given), lambda who: ask("titles", who))
    taken = [*taken_up(text, here, in_order([*found, *by_role]), called)]
    names = in_order([*without_those_within(found, taken), *by_role, *taken])
    linked = in_order([*names, *both(archive, text, names, lambda id: ask("service", id), tracks)])
    actors: dict[str, tuple[Who, dict[str, None]]] = {}
    places: dict[str, tuple[Place, dict[str, None]]] = {}
    for one in linked:
        if one.actor:
            actors.setdefault(one.actor.id, (one.actor, {}))[1].update(dict.fromkeys(one.forms))
        if one.place:
            places.setdefault(one.place.id, (one.place, {}))[1].update(dict.fromkeys(one.forms))
    return Named(
        tuple(one.name for one in linked),
        tuple((who, tuple(forms)) for who, forms in actors.values()),
        tuple(roles_in(text, linked)),
        tuple((place, tuple(forms)) for place, forms in places.values()),
    )


def in_order(names: Sequence[Linked]) -> list[Linked]:
    """As they stand in the text; of two that begin together the longer one first."""
    return sorted(names, key=lambda one: (one.name.span.start, -one.name.span.end))
