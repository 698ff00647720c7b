"""What the archive knows of those and of where reports tell: enough to compare what two articles say of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from dateline.model import Report
from dateline.names.finding import knowledge
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
    _said: dict[tuple[str, str], str] = field(
        init=False, default_factory=dict, compare=False
    )  # what `about` has written before

    def about(self, reports: Sequence[Report]) -> bytes:
        """All of this that concerns some reports: where it is the same, they are compared alike."""
        actors = {actor for one in reports for actor in one.actors}
        speakers = {speaker.actor for one in reports for speaker in one.said_by if speaker.actor}
        places = {place for one in reports for place in one.places}
        who = [self._said.get(("actor", id)) or self._say_actor(id) for id in sorted(actors | speakers)]
        where = [self._said.get(("place", id)) or self._say_place(id) for id in sorted(places)]
        return "\n".join([*who, *where]).encode()

    def _say_actor(self, id: str) -> str:
        stands_for = [(side, side in self.states) for side in sorted(self.sides.get(id, ()))]
        said = self._said["actor", id] = repr((id, id in self.people, id in self.sides, id in self.states, stands_for))
        return said

    def _say_place(self, id: str) -> str:
        where = self.places.get(id)
        in_states = (id in self.states, where is not None and where.state in self.states)
        said = self._said["place", id] = repr((id, where and tuple(where), in_states))
        return said


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
