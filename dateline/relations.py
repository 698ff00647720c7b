"""What becomes of what was planned or hoped for, as far as the archive goes."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from dateline.model import Event, Forecast

FORECASTS = frozenset(["scheduled", "expected"])


def relate(events: Sequence[Event], now: date | None) -> tuple[Event, ...]:
    """The events with a forecast each where they are scheduled or expected; `now` is the archive's."""
    return tuple(_forecast(event, now) if event.modality in FORECASTS else event for event in events)


def _forecast(event: Event, now: date | None) -> Event:
    by = next((report.by for report in event.reports if report.by), None)
    due = by or (event.when.last if event.when.last and event.when.first else None)
    passed = due is not None and now is not None and due < now
    return replace(event, forecast=Forecast(by, "not reported" if passed else "open", None, None))
