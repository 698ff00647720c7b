"""For whom a person speaks and a body acts: "US President Donald Trump" for the US, Turkish forces for Turkey."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from dateline.names.finding import knowledge
from dateline.names.finding.spelling import fold
from dateline.names.states import bodies
from dateline.names.states.linked import Archive, Linked
from dateline.names.states.states import state_actor

FAR = 60  # characters between a side and the name of the person who serves it
Service = Mapping[str, frozenset[str]]


class Serving(NamedTuple):
    """What an article tells of it, by ids."""

    stands_for: tuple[tuple[str, str], ...]  # an actor, and a state or group
    led: tuple[tuple[str, str], ...]  # an administration, and who leads it


def service_in(archive: Archive, text: str, names: Sequence[Linked]) -> Serving:
    """A person serves by a title behind the side's name, but not "former US envoy" nor "Russian opposition leader"."""
    named = [(one.actor.id, code) for one in names if one.actor and (code := _bodies().get(one.actor.name))]
    bodies_of = [(body, state_actor(archive, code).id) for body, code in dict.fromkeys(named)]
    found = dict.fromkeys([*_in_office(archive, text, names), *bodies_of])
    return Serving(tuple(found), tuple(dict.fromkeys(_led(names))))


def serving(told: Iterable[Serving]) -> Service:
    """Actor id -> the ids of the states or groups for which it stands, where the texts say so."""
    found: dict[str, set[str]] = defaultdict(set)
    led: dict[str, set[str]] = defaultdict(set)
    for one in told:
        for actor, side in one.stands_for:
            found[actor].add(side)
        for government, leader in one.led:
            led[government].add(leader)
    for led_by, leaders in led.items():
        for person in leaders & found.keys():
            found[led_by] |= found[person]
    return {actor: frozenset(found[actor]) for actor in sorted(found)}


def _led(names: Sequence[Linked]) -> Iterator[tuple[str, str]]:
    """Who leads which administration: "the Trump administration" acts for whom Trump acts."""
    for whole, part in pairwise(names):
        inside = whole.name.implied and part.name.span.start < whole.name.span.end
        if inside and whole.actor and part.actor and (whole.actor.kind, part.actor.kind) == ("organisation", "person"):
            yield whole.actor.id, part.actor.id


def _in_office(archive: Archive, text: str, names: Sequence[Linked]) -> Iterator[tuple[str, str]]:
    for side, person in pairwise(names):
        if person.actor is None or person.actor.kind != "person" or person.name.span.start - side.name.span.end > FAR:
            continue
        between = fold(text[side.name.span.end : person.name.span.start]).split()
        before = fold(text[max(0, side.name.span.start - 12) : side.name.span.start]).split()[-1:]
        title = between[1:] if between[:1] == ["s"] else between  # "Iran's president"
        office = bool(title) and title[-1] in _words("serving") and set(title) <= _words("serving", "of_serving")
        if office and before not in (["former"], ["ex"]) and (stands := _stands_for(archive, side)):
            yield person.actor.id, stands


def _stands_for(archive: Archive, side: Linked) -> str:
    """The id of the state or the group that a name before an office means: "US", "Taliban"; "" for other names."""
    known = knowledge.lexicon().get(fold(side.name.text))
    if known and known.code in knowledge.states() and not known.seat:
        return state_actor(archive, known.code).id
    bodies_of_one = ("armed group", "state", "organisation")
    return side.actor.id if side.actor and side.actor.kind in bodies_of_one and side.name.acts else ""


@cache
def _bodies() -> Mapping[str, str]:
    """The names of the forces and governments of all states -> the state's code."""
    return {of(code).name: code for code in knowledge.states() for of in (bodies.forces, bodies.government)}


@cache
def _words(*lists: str) -> frozenset[str]:
    return frozenset().union(*(knowledge.words("titles", one) for one in lists))
