"""Who appears with whom: in how many events, and of which lane."""

from collections import defaultdict
from collections.abc import Container, Iterable
from dataclasses import dataclass
from itertools import combinations

from dateline.model import Event
from dateline.web import urls
from dateline.web.labels import LANE, Lane, events
from dateline.web.lookup import Lookup
from dateline.web.views.card import Brief, date_of
from dateline.web.views.parts import Link, actor_link
from dateline.web.words import listed, said

Pair = tuple[str, str]  # the ids of two actors, sorted
_OF: dict[Lane, str] = {"talks": said("of talks"), "violence": said("of violence"), "other": said("of other kinds")}


@dataclass(frozen=True, slots=True)
class Together:
    """How many events two actors share, by lane."""

    talks: int
    violence: int
    other: int

    @property
    def total(self) -> int:
        return self.talks + self.violence + self.other

    def __str__(self) -> str:
        """ "29 events: 25 of talks, 4 of violence", "1 event of talks"."""
        numbers: dict[Lane, int] = {"talks": self.talks, "violence": self.violence, "other": self.other}
        parts = [(number, _OF[lane]) for lane, number in numbers.items() if number]
        if len(parts) == 1:
            return said("%(events)s %(of)s", events=events(self.total), of=parts[0][1])
        shares = listed([said("%(number)s %(of)s", number=number, of=of) for number, of in parts])
        return said("%(events)s: %(shares)s", events=events(self.total), shares=shares)


@dataclass(frozen=True, slots=True)
class Companion:
    """Somebody who appears with the actor of the page; `id` is the anchor.

    `shared` leads to cards of the same page: of a list that is cut, some of the events that `together` counts.
    """

    id: str
    link: Link
    together: Together
    shared: tuple[Brief, ...]


def pairs(events: Iterable[Event]) -> dict[Pair, list[Event]]:
    """The events that two actors share, for each two that share any."""
    found: dict[Pair, list[Event]] = defaultdict(list)
    for event in events:
        for pair in combinations(sorted(set(event.actors)), 2):
            found[pair].append(event)
    return found


def together(events: Iterable[Event]) -> Together:
    lanes = [LANE[event.type] for event in events]
    return Together(lanes.count("talks"), lanes.count("violence"), lanes.count("other"))


def anchor(id: str) -> str:
    """Where the page of one actor says what it shares with another."""
    return f"with-{urls.slug(id)}"


def companions(id: str, lookup: Lookup, shown: Container[str]) -> tuple[Companion, ...]:
    """Who stands in the same events as an actor, most often first; `shown` are the ids of those on the actor's page."""
    found: dict[str, list[Event]] = defaultdict(list)
    for event in lookup.by_actor.get(id, ()):
        for other in dict.fromkeys(event.actors):
            if other != id and other in lookup.called:
                found[other].append(event)
    views = [_companion(other, events, lookup, shown) for other, events in found.items()]
    return tuple(sorted(views, key=lambda one: (-one.together.total, one.link.text, one.id)))


def _companion(id: str, events: list[Event], lookup: Lookup, shown: Container[str]) -> Companion:
    here = [event for event in events if event.id in shown]
    shared = tuple(Brief(Link(event.headline, urls.address(f"#{event.id}")), str(date_of(event))) for event in here)
    return Companion(anchor(id), actor_link(id, lookup), together(events), shared)
