"""Those whom the articles describe and do not name, as actors of the timeline: classes, and nobody in particular.

They join no reports and confirm nothing: two articles that tell of gunmen need not mean the same ones.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from dateline.model import Actor, Description, Event
from dateline.names.finding.spelling import slug


def classes(events: Iterable[Event], named: Mapping[str, Actor]) -> frozenset[str]:
    """The ids of those whom the events describe; `named` are the actors that have a name, by id."""
    return frozenset(id for event in events for id, _ in _described(event, named))


def with_unnamed(event: Event, named: Mapping[str, Actor]) -> Event:
    """The event with those among its actors, unless the editor has said who they are."""
    if any(edit.field == "actors" for edit in event.editor):
        return event
    actors = tuple(dict.fromkeys((*event.actors, *(id for id, _ in _described(event, named)))))
    return event if actors == event.actors else replace(event, actors=actors)


def described(events: Sequence[Event], named: Sequence[Actor]) -> tuple[Actor, ...]:
    """The named actors, each with what else it is called ("a Taliban official"), and the classes without a name."""
    unknown: dict[str, Description] = {}
    phrases: dict[str, set[str]] = {}
    known = {actor.id: actor for actor in named}
    for event in events:
        for id, one in _described(event, known):
            if id in event.actors:
                unknown.setdefault(id, one)
                phrases.setdefault(id, set()).update(one.forms)
    others = [(id, one) for id, one in sorted(unknown.items()) if id not in known]
    unnamed = (Actor(id, one.name, one.kind, unnamed=True) for id, one in others)
    return tuple(
        replace(actor, phrases=tuple(sorted(phrases[actor.id] - {*actor.mentions}))) if actor.id in phrases else actor
        for actor in (*named, *unnamed)
    )


def _described(event: Event, named: Mapping[str, Actor]) -> Iterator[tuple[str, Description]]:
    """Each with the id of its actor."""
    return ((one.actor or _class(one.name, named), one) for report in event.reports for one in report.described)


def _class(name: str, named: Mapping[str, Actor]) -> str:
    """An id for a class: that of somebody who is named so, and of nobody else whose id the editor wrote alike."""
    id = slug(name)
    other = named.get(id)
    names = {called.casefold() for called in (other.name, *other.aliases)} if other else {name.casefold()}
    return id if name.casefold() in names else f"{id}-not-named"
