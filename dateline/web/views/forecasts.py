"""The ledger of forecasts: what was planned, hoped for or feared, by when, and what became of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dateline.model import Event, ForecastStatus
from dateline.web import labels
from dateline.web.dates import Words, in_words
from dateline.web.lookup import Lookup
from dateline.web.views.card import date_of, who_says
from dateline.web.views.charts.slippage import Slippage, slippage
from dateline.web.views.excerpt import UNCUT, Excerpts, Rest
from dateline.web.views.outcome import Outcome, outcome
from dateline.web.views.parts import Link, event_link
from dateline.web.views.quote import Quote, quote
from dateline.web.words import said

GROUPS: tuple[tuple[ForecastStatus, str], ...] = (
    ("late", said("Came late")),
    ("not met", said("Did not come")),
    ("moved", said("Moved to another date")),
    ("met", said("Came")),
    ("not reported", said("Not reported: the articles do not say what became of it")),
    ("open", said("Still ahead when the latest article was written")),
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A forecast with a quote at both ends: `quote` makes it, that of the `outcome` tells what became of it."""

    link: Link
    firmness: str
    says: str
    due: Words
    told: Words
    quote: Quote
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Group:
    key: str
    title: str
    entries: tuple[Entry, ...]
    total: int
    rest: Rest | None


@dataclass(frozen=True, slots=True)
class Ledger:
    groups: tuple[Group, ...]
    chart: Slippage | None


def ledger(lookup: Lookup, excerpts: Excerpts = UNCUT) -> Ledger:
    """All forecasts, those whose outcome is known first, each group by the day on which they were due."""
    events = [event for event in lookup.timeline.events if event.forecast]
    groups = []
    for status, title in GROUPS:
        shown = excerpts.of(_of(events, status), {"certainty": "ahead"})
        entries = tuple(_entry(event, lookup) for event in shown.events)
        groups.append(Group(status.replace(" ", "-"), title, entries, shown.total, shown.rest))
    return Ledger(tuple(group for group in groups if group.entries), slippage(events, lookup))


def _of(events: Sequence[Event], status: ForecastStatus) -> list[Event]:
    chosen = [event for event in events if event.forecast and event.forecast.status == status]
    return sorted(chosen, key=lambda event: (event.when.last or date.max, event.when.first or date.max, event.id))


def _entry(event: Event, lookup: Lookup) -> Entry:
    return Entry(
        link=event_link(event, lookup),
        firmness=labels.STATUS[event.modality].name,
        says=who_says(event, lookup),
        due=date_of(event),
        told=in_words(lookup.articles[event.reports[0].article].published.when),
        quote=quote(event.reports[0], lookup),
        outcome=outcome(event, lookup),
    )
