"""The mark that stands beside an actor's name: a colour, a shape and two letters, each of which says it alone.

Where there are more actors than letters, those of few events share theirs: the name stands beside it.
"""

from collections.abc import Collection, Iterator, Mapping, Sized
from dataclasses import dataclass

from dateline.model import Actor, ActorKind
from dateline.web.colours import colour_class

_SHAPE: dict[ActorKind, str] = {
    "state": "block",
    "armed group": "hexagon",
    "organisation": "arch",
    "person": "pill",
    "office": "slant",
}


@dataclass(frozen=True, slots=True)
class Badge:
    """`code` is what is written in it; `colour` and `shape` are class names of actors.css and badges.css."""

    code: str
    colour: str
    shape: str


def badges(actors: Collection[Actor], events: Mapping[str, Sized]) -> dict[str, Badge]:
    """Each actor's badge by id. Who acts in many more `events` is first to choose its letters: newcomers move none.

    Numbers of events count by their powers of two, so that one event more seldom changes whose turn it is.
    """
    taken: set[str] = set()
    found = {}
    for actor in sorted(actors, key=lambda one: _turn(one, events)):
        codes = list(_codes(actor.name))
        code = next((code for code in codes if code not in taken), codes[0])
        taken.add(code)
        found[actor.id] = Badge(code, colour_class(actor), _SHAPE[actor.kind])
    return found


def _turn(actor: Actor, events: Mapping[str, Sized]) -> tuple[bool, int, str]:
    """A class without a name takes no letters from those who have one."""
    return actor.unnamed, -len(events.get(actor.id, ())).bit_length(), actor.id


def _codes(name: str) -> Iterator[str]:
    """The letters that may stand for a name, best first: its initials, then its first letter with more."""
    words = ["".join(filter(str.isalnum, word)).upper() for word in name.split()]
    words = [word for word in words if word] or ["?"]
    first = words[0][0]
    yield from (first + word[0] for word in (words[-1], *words[1:-1]) if len(words) > 1)
    yield from (first + letter for letter in "".join(words)[1:])
    yield from (f"{first}{number}" for number in range(2, 10))
