"""What the articles tie together in so many words: "hours after", "a day after"."""

from dataclasses import dataclass

from dateline.web.lookup import Lookup
from dateline.web.views.card import Brief, brief


@dataclass(frozen=True, slots=True)
class Tie:
    """Two events and the words that say which came first; no word of this says that one caused the other."""

    earlier: Brief
    later: Brief
    why: str


def ties(lookup: Lookup) -> tuple[Tie, ...]:
    """Every such pair once, in the order of the timeline."""
    return tuple(
        Tie(brief(event, lookup), brief(other, lookup), relation.why)
        for event in lookup.timeline.events
        for relation in event.relations
        if relation.type == "precedes" and (other := lookup.events.get(relation.event))
    )
