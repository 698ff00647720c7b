"""The filters above a list of events, and how many events each choice leaves."""

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.model import Event
from dateline.web import labels
from dateline.web.labels import LANE_NAME, Lane
from dateline.web.views.card import ESSENTIAL
from dateline.web.words import said


@dataclass(frozen=True, slots=True)
class Choice:
    """One button of a filter; `key` is "all" or what the cards are marked with."""

    key: str
    name: str
    events: int


def by_weight(events: Sequence[Event]) -> tuple[Choice, ...]:
    essential = sum(event.salience >= ESSENTIAL for event in events)
    return (Choice("all", said("All events"), len(events)), Choice("essential", said("Essential only"), essential))


def by_lane(events: Sequence[Event]) -> tuple[Choice, ...]:
    found = [labels.LANE[event.type] for event in events]
    names: tuple[tuple[Lane, str], ...] = tuple(LANE_NAME.items())
    return (
        Choice("all", said("All kinds"), len(events)),
        *(Choice(key, name, found.count(key)) for key, name in names),
    )


def by_certainty(events: Sequence[Event]) -> tuple[Choice, ...]:
    found = [labels.CERTAINTY[event.modality] for event in events]
    names = {"done": said("Happened"), "disputed": said("Claimed or denied"), "ahead": said("Planned, hoped, feared")}
    return (
        Choice("all", said("Any certainty"), len(events)),
        *(Choice(key, name, found.count(key)) for key, name in names.items()),
    )
