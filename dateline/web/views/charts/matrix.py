"""The picture of who appears with whom: half a matrix, the names along its diagonal, those of most events first."""

from dataclasses import dataclass
from math import sqrt

from dateline.web import urls
from dateline.web.lookup import Lookup
from dateline.web.views.company import Together, anchor, pairs, together
from dateline.web.views.parts import Link, actor_link

MOST = 40  # actors that are drawn: among more, no name could be found
CELL = 26  # in pixels, as all lengths here; at least 24, so that a finger hits it
_BADGE, _LETTER = 34, 7.2  # the width of a badge with its margin, and that of a letter of a name
_LONGEST = 28  # of a name, in characters; a longer one is cut
_LARGEST, _SMALLEST = 9.0, 5.0  # the radius that the most events have, and the least that can be told apart


@dataclass(frozen=True, slots=True)
class Name:
    """A name on the diagonal: the left and the middle of its cell, and what is written there."""

    x: int
    y: int
    link: Link
    short: str


@dataclass(frozen=True, slots=True)
class Tie:
    """Two actors, the one of more events first, and where its page tells of both.

    `x` and `y` are the middle of its cell; `talks` and `violence` the radii of the two halves of its mark, whose areas
    grow with the number of events, `others` the length of the bar below. 0 for none.
    """

    one: Link
    other: Link
    href: str
    together: Together
    x: int
    y: int
    talks: float
    violence: float
    others: float


@dataclass(frozen=True, slots=True)
class Matrix:
    """The picture, the strongest ties first; `left_out` counts the actors for whom it has no room."""

    cell: int
    width: int
    height: int
    names: tuple[Name, ...]
    ties: tuple[Tie, ...]
    left_out: int


def matrix(lookup: Lookup) -> Matrix | None:
    """The picture of the actors that share events; None where no two do."""
    shared = pairs(lookup.timeline.events)
    named = {one.id for one in lookup.paged if not one.unnamed}  # nobody in particular has no ties
    tied = {id for pair in shared for id in pair} & named
    ranked = sorted(tied, key=lambda id: (-len(lookup.by_actor[id]), lookup.actors[id].name, id))
    place = {id: number for number, id in enumerate(ranked[:MOST])}
    drawn = {pair: together(events) for pair, events in shared.items() if place.keys() >= set(pair)}
    if not drawn:
        return None
    most = max(number for one in drawn.values() for number in (one.talks, one.violence, one.other))
    names = tuple(_name(number, actor_link(id, lookup)) for id, number in place.items())
    ties = [_tie(sorted(pair, key=place.__getitem__), found, place, most, lookup) for pair, found in drawn.items()]
    return Matrix(
        cell=CELL,
        width=max(name.x + _BADGE + round(len(name.short) * _LETTER) for name in names),
        height=len(place) * CELL,
        names=names,
        ties=tuple(sorted(ties, key=lambda tie: (-tie.together.total, tie.x, tie.y))),
        left_out=len(tied) - len(place),
    )


def _name(number: int, link: Link) -> Name:
    short = link.text if len(link.text) <= _LONGEST else link.text[: _LONGEST - 1].rstrip() + "…"
    return Name(number * CELL, number * CELL + CELL // 2, link, short)


def _tie(ids: list[str], found: Together, place: dict[str, int], most: int, lookup: Lookup) -> Tie:
    one, other = ids
    return Tie(
        one=actor_link(one, lookup),
        other=actor_link(other, lookup),
        href=urls.address(f"{urls.actor(one)}#{anchor(other)}"),
        together=found,
        x=place[one] * CELL + CELL // 2,
        y=place[other] * CELL + CELL // 2,
        talks=_size(sqrt(found.talks / most)),
        violence=_size(sqrt(found.violence / most)),
        others=2 * _size(found.other / most),
    )


def _size(share: float) -> float:
    return max(_SMALLEST, round(_LARGEST * share, 1)) if share else 0
