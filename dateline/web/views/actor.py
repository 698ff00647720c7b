"""The actors: the list, and each one's page."""

from collections import Counter
from dataclasses import dataclass

from dateline.model import Actor, Role
from dateline.web.dates import day_in_words
from dateline.web.lookup import Lookup
from dateline.web.views import months
from dateline.web.views.card import ESSENTIAL
from dateline.web.views.parts import Counted, Note, actor_link, notes

_KINDS = {
    "state": "States",
    "armed group": "Armed groups and forces",
    "organisation": "Organisations",
    "person": "People",
    "office": "Offices",
}
_NAMED = "Named, in no event"


@dataclass(frozen=True, slots=True)
class Group:
    title: str
    actors: tuple[Counted, ...]


@dataclass(frozen=True, slots=True)
class ActorPage:
    name: str
    kind: str
    spellings: tuple[str, ...]
    roles: tuple[str, ...]
    with_whom: tuple[Counted, ...]
    months: tuple[months.Month, ...]
    total: int
    notes: tuple[Note, ...]


def groups(lookup: Lookup) -> tuple[Group, ...]:
    """The actors by kind, those of most events first; at the end those that are named but act in no event."""
    counted: dict[str, list[Counted]] = {title: [] for title in (*_KINDS.values(), _NAMED)}
    for one in lookup.timeline.actors:
        events = len(lookup.by_actor.get(one.id, ()))
        counted[_KINDS[one.kind] if events else _NAMED].append(Counted(actor_link(one.id, lookup), events))
    return tuple(
        Group(title, tuple(sorted(actors, key=lambda one: (-one.events, one.link.text))))
        for title, actors in counted.items()
        if actors
    )


def actor_page(actor: Actor, lookup: Lookup) -> ActorPage:
    events = lookup.by_actor.get(actor.id, ())
    spellings = dict.fromkeys((*actor.mentions, *actor.aliases))
    return ActorPage(
        name=actor.name,
        kind=actor.kind,
        spellings=tuple(one for one in spellings if one != actor.name),
        roles=tuple(_role(one) for one in actor.roles),
        with_whom=_with_whom(actor, lookup),
        months=months.views(months.sections(events), ESSENTIAL),
        total=len(events),
        notes=notes(actor.editor),
    )


def _with_whom(actor: Actor, lookup: Lookup) -> tuple[Counted, ...]:
    """Who stands in the same events, most often first."""
    others = Counter(id for event in lookup.by_actor.get(actor.id, ()) for id in set(event.actors) if id != actor.id)
    links = [Counted(actor_link(id, lookup), number) for id, number in others.items()]
    return tuple(sorted(links, key=lambda one: (-one.events, one.link.text)))


def _role(role: Role) -> str:
    first = f"from {day_in_words(role.first)}" if role.first else ""
    last = f"to {day_in_words(role.last)}" if role.last else ""
    dates = f"{first} {last}".strip()
    return f"{role.title}, {dates}" if dates else role.title
