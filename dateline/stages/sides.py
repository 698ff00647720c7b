"""Who stands for whom: the state in whose name an envoy speaks and an army fights."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from types import MappingProxyType

from dateline.model import Actor, Event, Report

MOST = 12  # sides of one event that are looked at by twos
Sides = Mapping[str, frozenset[str]]


def sides(actors: Iterable[Actor], service: Sides = MappingProxyType({})) -> Sides:
    """Actor -> the states whose names stand before its own ("the US envoy", "US forces"), or itself where none does.

    `service` adds for whom the texts say that an actor stands: "US President Donald Trump".
    """
    actors = tuple(actors)
    states: dict[str, list[str]] = defaultdict(list)
    for actor in actors:
        for name in (actor.name, *actor.mentions) if actor.kind == "state" else ():
            states[name].append(actor.id)
    found: dict[str, frozenset[str]] = {}
    for actor in actors:
        names = (actor.name, *actor.mentions) if actor.kind != "state" else ()
        found[actor.id] = frozenset(
            state for name in names for start in _starts(name) for state in states.get(start, ())
        )
    return {id: frozenset(_all_sides(id, found, service)) or frozenset([id]) for id in found}


def _all_sides(actor: str, named: Sides, service: Sides) -> Iterator[str]:
    """Those of its own name and those that it serves: who leads a movement of Palestine's name stands for Palestine."""
    yield from named[actor]
    for served in service.get(actor, ()):
        yield from named.get(served) or (served,)


def _starts(name: str) -> Iterator[str]:
    """The first word, the first two, …, but not the whole name."""
    at = name.find(" ")
    while at >= 0:
        yield name[:at]
        at = name.find(" ", at + 1)


def pairs(told: Report | Event, known: Sides) -> Iterator[tuple[str, str]]:
    """Every two sides that take part, in order; of a crowd only the first MOST."""
    return combinations(sorted(taking_part(told, known))[:MOST], 2)


def taking_part(told: Report | Event, known: Sides) -> frozenset[str]:
    """The sides of what is told."""
    return frozenset(side for actor in told.actors for side in known.get(actor, frozenset([actor])))
