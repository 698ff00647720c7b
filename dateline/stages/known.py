"""What the archive knows of those and of where reports tell: enough to compare what two articles say of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from dateline.names import knowledge
from dateline.stages.archive import Archive
from dateline.stages.sides import Sides, sides


class Where(NamedTuple):
    """How fine a place is, and the id of the state in which it lies ("" for a sea or a place of no gazetteer)."""

    precision: Literal["city", "province", "country"]
    state: str


@dataclass(frozen=True, slots=True)
class Known:
    """`people`: ids of persons; `sides`: for whom each actor stands; `places` by id; `states`: ids of all states."""

    people: frozenset[str] = frozenset()
    sides: Sides = field(default_factory=dict)
    places: Mapping[str, Where] = field(default_factory=dict)
    states: frozenset[str] = frozenset()


def known_of(archive: Archive) -> Known:
    """From the names that were linked; a state may have the editor's id."""
    own = {actor.name: actor.id for actor in archive.actors.values() if actor.kind == "state"}  # the editor's ids
    lie_in = {code: own.get(state.name, state.id) for code, state in knowledge.states().items()}
    return Known(
        frozenset(id for id, actor in archive.actors.items() if actor.kind == "person"),
        sides(archive.actors.values(), archive.directory.service),
        {p.id: Where(p.precision, lie_in.get(p.country or "", "")) for p in archive.directory.places},
        frozenset(lie_in.values()),
    )
