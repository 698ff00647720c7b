"""What became of a forecast, and the words that tell it."""

from dataclasses import dataclass

from dateline.model import Event
from dateline.web import labels
from dateline.web.dates import Words
from dateline.web.lookup import Lookup
from dateline.web.views.card import date_of
from dateline.web.views.parts import Link, event_link
from dateline.web.views.quote import Quote, quote, telling


@dataclass(frozen=True, slots=True)
class Outcome:
    """The outcome in a `sentence`; the `event` that shows it, when that was, and the words and reason for it.

    Where the articles say nothing of what became of it, there is the sentence alone.
    """

    sentence: str
    event: Link | None
    date: Words | None
    quote: Quote | None
    why: str


def outcome(event: Event, lookup: Lookup) -> Outcome:
    """What the articles tell of the outcome of a forecast; raises ValueError where `event` is none."""
    forecast = event.forecast
    if forecast is None:
        raise ValueError(f"no forecast: {event.id}")
    sentence = labels.outcome(forecast, event.when.last)
    other = lookup.events.get(forecast.outcome or "")
    if other is None:
        return Outcome(sentence, None, None, None, "")
    why = next((one.why for one in event.relations if one.event == other.id), "")
    return Outcome(sentence, event_link(other, lookup), date_of(other), quote(telling(other), lookup), why)
