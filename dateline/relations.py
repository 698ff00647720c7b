"""How events answer each other: what is denied, and what becomes of what was planned, as far as the archive goes."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from dateline.lexicon.load import document
from dateline.model import Event, Forecast, Relation, Span
from dateline.wording import content_words

FORECASTS = frozenset(["scheduled", "expected"])
# words of a denial that point back at what was just told: "any such development", "the report", "the claim"
POINTING = re.compile(r"\b(?:such|the (?:report|reports|claim|claims|allegation|allegations|accusation|accusations))\b")
NEAR = 400  # characters between what is told and its denial


@cache
def _denying() -> frozenset[str]:
    return frozenset(document("speech").data["verbs"]["denying"])


def relate(events: Sequence[Event], now: date | None) -> tuple[Event, ...]:
    """The events with their relations, and a forecast where they are scheduled or expected; `now` is the archive's."""
    found: dict[str, list[Relation]] = {}
    for event in events:
        told = _denied(event, events)
        if told:
            why = "It is denied right after it is told, in the same article."
            found.setdefault(event.id, []).append(Relation("denies", told.id, "happened", why))
            found.setdefault(told.id, []).append(Relation("denied-by", event.id, "happened", why))
    return tuple(replace(_forecast(event, now), relations=tuple(found.get(event.id, ()))) for event in events)


def _forecast(event: Event, now: date | None) -> Event:
    if event.modality not in FORECASTS:
        return event
    by = next((report.by for report in event.reports if report.by), None)
    due = by or (event.when.last if event.when.last and event.when.first else None)
    passed = due is not None and now is not None and due < now
    return replace(event, forecast=Forecast(by, "not reported" if passed else "open", None, None))


def _denied(event: Event, events: Sequence[Event]) -> Event | None:
    """What a denial denies: of the events told shortly before it, the one that shares most words with it."""
    denial = event.reports[0]
    if event.type != "statement" or denial.trigger_words not in _denying() or not POINTING.search(denial.quote.lower()):
        return None
    best: tuple[tuple[int, Span], Event] | None = None
    for other in events:
        for report in other.reports if other.type != "statement" else ():
            near = 0 <= denial.span.start - report.span.end < NEAR
            rank = (len(content_words(denial.quote) & content_words(report.quote)), report.span)
            if report.article == denial.article and near and (best is None or rank > best[0]):
                best = (rank, other)
    return best[1] if best else None
