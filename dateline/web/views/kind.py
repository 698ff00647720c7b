"""The events of one type: all attacks, all agreements."""

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.model import Event, EventType
from dateline.web.labels import LANE, LANE_NAME, TYPE
from dateline.web.lookup import Lookup
from dateline.web.views import months
from dateline.web.views.card import ESSENTIAL
from dateline.web.views.excerpt import UNCUT, Excerpts, Rest


@dataclass(frozen=True, slots=True)
class KindPage:
    name: str
    lane: str
    months: tuple[months.Month, ...]
    total: int
    rest: Rest | None


def kind_pages(lookup: Lookup, excerpts: Excerpts = UNCUT) -> dict[EventType, KindPage]:
    """A page for each type of which there are events."""
    by_type = {type: [event for event in lookup.timeline.events if event.type == type] for type in TYPE}
    return {type: _page(type, events, excerpts) for type, events in by_type.items() if events}


def _page(type: EventType, events: Sequence[Event], excerpts: Excerpts) -> KindPage:
    shown = excerpts.of(events, {"type": type})
    return KindPage(
        name=TYPE[type],
        lane=LANE_NAME[LANE[type]],
        months=months.views(months.sections(shown.events), ESSENTIAL),
        total=len(events),
        rest=shown.rest,
    )
