"""The filters of a timeline whose values are too many for buttons: who, where, in which round, of what type, when.

Each value is a link to the page that lists its events; a script makes the lists into choices that can be combined.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from dateline.model import Event, EventType, Modality
from dateline.web import urls
from dateline.web.labels import STATUS, TYPE
from dateline.web.lookup import Lookup
from dateline.web.views.parts import Link, actor_link, place_link, round_link
from dateline.web.words import said

MOST = 40  # values of one filter, those of most events; the others are a page away
# Where the events of a modality stand apart from the others.
_MODALITY_PAGE: dict[Modality, str] = {
    "scheduled": urls.FORECASTS,
    "expected": urls.FORECASTS,
    "claimed": urls.DISPUTED,
    "denied": urls.DISPUTED,
}


_ALL = {
    "actor": Link(said("All actors"), urls.ACTORS),
    "place": Link(said("All places"), urls.PLACES),
    "round": Link(said("All rounds"), urls.ROUNDS),
}


@dataclass(frozen=True, slots=True)
class Value:
    """`key` is what the cards are marked with."""

    key: str
    link: Link
    events: int


@dataclass(frozen=True, slots=True)
class Facet:
    """`name` is that of the cards' mark and of the key in the address; `rest` leads to the values left out."""

    name: str
    label: str
    values: tuple[Value, ...]
    rest: Link | None = None


@dataclass(frozen=True, slots=True)
class Facets:
    """The filters that offer a choice; `first` and `last`, in ISO 8601, are the days between which the events lie."""

    lists: tuple[Facet, ...]
    first: str
    last: str


def facets(events: Sequence[Event], lookup: Lookup) -> Facets:
    """What can be chosen among these events."""
    lists = (
        _linked(
            "actor", said("Actor"), (id for one in events for id in set(one.actors)), actor_link, lookup, _ALL["actor"]
        ),
        _linked(
            "place", said("Place"), (id for one in events for id in set(one.places)), place_link, lookup, _ALL["place"]
        ),
        _linked("round", said("Round"), (one.round for one in events if one.round), round_link, lookup, _ALL["round"]),
        Facet("type", said("Type of event"), _types(events)),
        Facet("modality", said("Exactly how certain"), _modalities(events)),
    )
    spans = [span for event in events if (span := span_of(event))]
    return Facets(
        lists=tuple(one for one in lists if one.values),
        first=min(first for first, _ in spans).isoformat() if spans else "",
        last=max(last for _, last in spans).isoformat() if spans else "",
    )


def marks(event: Event, lookup: Lookup) -> tuple[tuple[str, str], ...]:
    """What a card is marked with for each filter: its name, and the keys with spaces between them."""
    span = span_of(event)
    found = {
        "actor": " ".join(id for id in dict.fromkeys(event.actors) if id in lookup.called),
        "place": " ".join(id for id in dict.fromkeys(event.places) if id in lookup.places),
        "round": event.round or "",
        "type": event.type,
        "modality": event.modality,
        "first": span[0].isoformat() if span else "",
        "last": span[1].isoformat() if span else "",
    }
    return tuple((name, keys) for name, keys in found.items() if keys)


def span_of(event: Event) -> tuple[date, date] | None:
    """The days between which an event lies; where one end is open, the known day alone, under which it stands."""
    first, last = event.when.first or event.when.last, event.when.last or event.when.first
    return (first, last) if first and last else None


def _linked(
    name: str, label: str, ids: Iterable[str], link: Callable[[str, Lookup], Link], lookup: Lookup, everything: Link
) -> Facet:
    """A filter by things that have pages, those of most events first; `everything` is the page of all."""
    values = [Value(id, to, events) for id, events in Counter(ids).items() if (to := link(id, lookup)).href]
    values.sort(key=lambda value: (-value.events, value.link.text, value.key))
    rest = everything if len(values) > MOST else None
    return Facet(name, label, tuple(values[:MOST]), rest)


def _types(events: Iterable[Event]) -> tuple[Value, ...]:
    counted: Counter[EventType] = Counter(event.type for event in events)
    return tuple(Value(key, Link(TYPE[key], urls.kind(key)), number) for key, number in counted.most_common())


def _modalities(events: Iterable[Event]) -> tuple[Value, ...]:
    counted: Counter[Modality] = Counter(event.modality for event in events)
    return tuple(
        Value(key, Link(status.name, _MODALITY_PAGE.get(key)), counted[key])
        for key, status in STATUS.items()
        if counted[key]
    )
