"""Which places a map is about: the bulk of the events, and the crowds that need a closer look."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum  # sum() of fractions has other last digits before Python 3.12

from dateline.web.map.atlas import Point
from dateline.web.map.frame import Frame
from dateline.web.map.projection import distance

_BULK = 0.8  # the share of all events that the region must hold, if it can
_NEXT = 1.5  # a place is still of the region if it is no farther away than this times the last one
_NEAR = 400.0  # km: so near to the middle everything is of the region
_WIDEST = 7000.0  # km from the middle: a map of more is one of the world, on which nothing can be told apart
_CROWDED = (45.0, 30.0, 20.0)  # pixels: places nearer than this stand in each other's way; the widest that tells
_CROWD = 3  # so many at least make a crowd
_LARGE = 0.55  # a crowd that fills more of the map than this gains nothing from a closer look


@dataclass(frozen=True, slots=True)
class Site:
    """A place as the maps need it: where it lies and how many events it has, at least one."""

    id: str
    at: Point
    events: int


def region(sites: Sequence[Site]) -> tuple[Site, ...]:
    """Those of the sites around which the map is drawn, nearest to their middle first.

    The middle is the site that all events together are nearest to. The region grows from there until it holds four
    fifths of the events, and on as long as no gap opens; a far capital does not make dots of all the rest.
    """
    if not sites:
        return ()
    middle = min(sites, key=lambda one: (fsum(distance(one.at, other.at) * other.events for other in sites), one.id))
    found: list[Site] = []
    reach, held, total = _NEAR, 0, sum(site.events for site in sites)
    for site in sorted(sites, key=lambda one: (distance(middle.at, one.at), one.id)):
        away = distance(middle.at, site.at)
        if away > _WIDEST or (held >= _BULK * total and away > _NEXT * reach):
            break
        found.append(site)
        reach, held = max(reach, away), held + site.events
    return tuple(found)


def crowds(sites: Sequence[Site], frame: Frame) -> tuple[tuple[Site, ...], ...]:
    """The groups of sites that a closer look would tell apart, those of most events first."""
    for near in _CROWDED:
        found = [tuple(group) for group in _groups(sites, frame, near) if _worth(group, frame)]
        if found:
            return tuple(sorted(found, key=lambda group: (-sum(one.events for one in group), group[0].id)))
    return ()


def _groups(sites: Sequence[Site], frame: Frame, near: float) -> list[list[Site]]:
    """The sites, each with those that are less than `near` pixels from one of its group."""
    groups: list[list[Site]] = []
    for site in sites:
        joined = [group for group in groups if any(_gap(site, other, frame) < near for other in group)]
        groups = [group for group in groups if group not in joined]
        groups.append(sorted([site, *(one for group in joined for one in group)], key=lambda one: one.id))
    return groups


def _gap(one: Site, other: Site, frame: Frame) -> float:
    (x1, y1), (x2, y2) = frame.at(one.at), frame.at(other.at)
    return max(abs(x2 - x1), abs(y2 - y1))


def _worth(group: Sequence[Site], frame: Frame) -> bool:
    xs, ys = zip(*(frame.at(site.at) for site in group), strict=True)
    return len(group) >= _CROWD and max(max(xs) - min(xs), max(ys) - min(ys)) < _LARGE * frame.width
