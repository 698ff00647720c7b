"""Those whom the articles describe and do not name, as actors of the timeline: classes, and nobody in particular.

They join no reports and confirm nothing: two articles that tell of gunmen need not mean the same ones.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.model import Actor, Description, Event
from dateline.names.spelling import slug


def with_unnamed(event: Event) -> Event:
    """The event with those among its actors, unless the editor has said who they are."""
    if any(edit.field == "actors" for edit in event.editor):
        return event
    ids = (id for id, _ in _described(event))
    return replace(event, actors=tuple(dict.fromkeys((*event.actors, *ids))))


def described(events: Sequence[Event], named: Sequence[Actor]) -> tuple[Actor, ...]:
    """The named actors, each with what else it is called ("a Taliban official"), and the classes without a name."""
    classes: dict[str, Description] = {}
    phrases: dict[str, set[str]] = {}
    for event in events:
        for id, one in _described(event):
            if id in event.actors:
                classes.setdefault(id, one)
                phrases.setdefault(id, set()).update(one.forms)
    known = {actor.id for actor in named}
    others = [(id, one) for id, one in sorted(classes.items()) if id not in known]
    unnamed = (Actor(id, one.name, one.kind, unnamed=True) for id, one in others)
    return tuple(
        replace(actor, phrases=tuple(sorted(phrases[actor.id] - {*actor.mentions}))) if actor.id in phrases else actor
        for actor in (*named, *unnamed)
    )


def _described(event: Event) -> Iterator[tuple[str, Description]]:
    """Each with the id of its actor."""
    return ((one.actor or slug(one.name), one) for report in event.reports for one in report.described)
