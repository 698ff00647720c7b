"""The events of one type: all attacks, all agreements."""

from dataclasses import dataclass

from dateline.model import EventType
from dateline.web.labels import LANE, LANE_NAME, TYPE
from dateline.web.lookup import Lookup
from dateline.web.views import months
from dateline.web.views.card import ESSENTIAL


@dataclass(frozen=True, slots=True)
class KindPage:
    name: str
    lane: str
    months: tuple[months.Month, ...]
    total: int


def kind_pages(lookup: Lookup) -> dict[EventType, KindPage]:
    """A page for each type of which there are events."""
    by_type = {type: [event for event in lookup.timeline.events if event.type == type] for type in TYPE}
    return {
        type: KindPage(TYPE[type], LANE_NAME[LANE[type]], months.views(months.sections(events), ESSENTIAL), len(events))
        for type, events in by_type.items()
        if events
    }
