"""What the dated articles of an archive tell, looked up by kind and side."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dateline.model import Event, EventType, Report, When
from dateline.stages.sides import Sides, taking_part

LONGEST = 80  # years that an archive spans and that still tell when a month was


@dataclass(frozen=True, slots=True)
class Dated:
    """What the dated articles tell, and the years in which an article of this archive may have been written."""

    of_kind: Mapping[tuple[EventType, str | None], Sequence[Event]]  # kind and side; None for every event of the kind
    sides: Sides
    years: range

    def alike(self, report: Report) -> list[Event]:
        """The events of the same kind in which two of the report's sides take part."""
        found: Counter[str] = Counter()
        events: dict[str, Event] = {}
        for side in sorted(taking_part(report, self.sides)):
            for event in self.of_kind.get((report.type, side), ()):
                events[event.id] = event
                found[event.id] += 1
        return [events[id] for id, shared in found.items() if shared > 1]


def of_kind(events: Sequence[Event], known_sides: Sides) -> Mapping[tuple[EventType, str | None], Sequence[Event]]:
    """The events by kind and side; those of a kind under None, too."""
    found: dict[tuple[EventType, str | None], list[Event]] = defaultdict(list)
    for event in events:
        for side in (None, *sorted(taking_part(event, known_sides))):
            found[event.type, side].append(event)
    return found


def years(published: Sequence[When]) -> range:
    """From the year before the oldest article to the year after the newest; none where that says nothing."""
    days = [day for when in published for day in (when.first, when.last) if day]
    if not days or max(days).year - min(days).year > LONGEST:
        return range(0)
    return range(max(2, min(days).year - 1), min(9998, max(days).year + 2))


def day_of(event: Event) -> date:
    """A day of an event: the first, or the last where the first is open; date.min where both are."""
    return event.when.first or event.when.last or date.min
