"""The filters above a list of events, and how many events each choice leaves."""

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.model import Event
from dateline.web import labels
from dateline.web.labels import LANE_NAME, STATUS, Lane, Status
from dateline.web.lookup import Lookup
from dateline.web.views.card import ESSENTIAL
from dateline.web.views.facets import Facets, facets
from dateline.web.words import said


@dataclass(frozen=True, slots=True)
class Choice:
    """One button of a filter; `key` is "all" or what the cards are marked with."""

    key: str
    name: str
    events: int


@dataclass(frozen=True, slots=True)
class Filters:
    """What can be chosen above a list: buttons for few values, lists for many, and what the marks mean."""

    shown: tuple[Choice, ...]
    lane: tuple[Choice, ...]
    certainty: tuple[Choice, ...]
    facets: Facets
    statuses: tuple[Status, ...]


def filters(events: Sequence[Event], lookup: Lookup) -> Filters:
    return Filters(
        shown=_by_weight(events),
        lane=_by_lane(events),
        certainty=_by_certainty(events),
        facets=facets(events, lookup),
        statuses=tuple(STATUS.values()),
    )


def _by_weight(events: Sequence[Event]) -> tuple[Choice, ...]:
    essential = sum(event.salience >= ESSENTIAL for event in events)
    return (Choice("all", said("All events"), len(events)), Choice("essential", said("Essential only"), essential))


def _by_lane(events: Sequence[Event]) -> tuple[Choice, ...]:
    found = [labels.LANE[event.type] for event in events]
    names: tuple[tuple[Lane, str], ...] = tuple(LANE_NAME.items())
    return (
        Choice("all", said("All kinds"), len(events)),
        *(Choice(key, name, found.count(key)) for key, name in names),
    )


def _by_certainty(events: Sequence[Event]) -> tuple[Choice, ...]:
    found = [labels.CERTAINTY[event.modality] for event in events]
    names = {"done": said("Happened"), "disputed": said("Claimed or denied"), "ahead": said("Planned, hoped, feared")}
    return (
        Choice("all", said("Any certainty"), len(events)),
        *(Choice(key, name, found.count(key)) for key, name in names.items()),
    )
