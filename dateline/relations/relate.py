"""How events answer each other: what came of a plan, what is denied, what contradicts what."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from dateline.lexicon.load import document
from dateline.model import Article, Event, Forecast, Relation, Span
from dateline.relations.contradictions import contradictions
from dateline.relations.outcomes import FORECASTS, Fate, fates
from dateline.relations.vicinity import Vicinity
from dateline.stages.sides import Sides
from dateline.text.wording import content_words

# words of a denial that point back at what was just told: "any such development", "the report", "the claim"
POINTING = re.compile(r"\b(?:such|the (?:report|reports|claim|claims|allegation|allegations|accusation|accusations))\b")
PATIENCE = 31  # days after which a plan without a day should have been heard of
NEAR = 400  # characters between what is told and its denial, or what comes after it
SEQUENCE = frozenset(["distance", "after it", "before it"])  # rules that count from another event
TIES = {"met": ("has-outcome", "outcome-of"), "late": ("has-outcome", "outcome-of"),
        "not met": ("has-outcome", "outcome-of"), "moved": ("rescheduled-to", "rescheduled-from")}  # fmt: skip


def relate(
    events: Sequence[Event], articles: Mapping[str, Article], known: Sides, now: date | None
) -> tuple[Event, ...]:
    """The events with their relations, and a forecast where they are scheduled or expected; `now` is the archive's."""
    found: dict[str, list[Relation]] = {}
    in_article: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        for article in dict.fromkeys(report.article for report in event.reports):
            in_article[article].append(event)
    near = {article: Vicinity(article, told) for article, told in in_article.items()}
    ended = fates(events, articles, known, near)
    for event in events:
        told = _denied(event, near[event.reports[0].article])
        if told:
            why = "It is denied right after it is told, in the same article."
            _tie(found, event.id, told.id, ("denies", "denied-by"), "happened", why)
        if (fate := ended.get(event.id)) and fate.other:
            about = "date" if fate.status == "moved" else None
            _tie(found, event.id, fate.other, TIES[fate.status], about, fate.why)
    for one, other, why in _order(events, near):
        _tie(found, one, other, ("precedes", "follows"), None, why)
    for clash in contradictions(events, articles, known):
        _tie(found, clash.one, clash.other, ("contradicts", "contradicts"), clash.about, clash.why)
    foreseen = (_forecast(event, ended.get(event.id), articles, now) for event in events)
    return tuple(replace(one, relations=tuple(found[one.id])) if one.id in found else one for one in foreseen)


def _order(events: Sequence[Event], near: Mapping[str, Vicinity]) -> Iterator[tuple[str, str, str]]:
    """(earlier, later, why) where a sentence says so: "hours after", "a day after", "following the vote"."""
    for event in events:
        for report in event.reports:
            if report.when.rule not in SEQUENCE:
                continue
            others = near[report.article].around(report.span, NEAR)
            fitting = [
                (gap, other.id)
                for _, other, gap in others
                if other is not event and other.when.edtf == report.when.anchor
            ]
            if fitting:
                _, other = min(fitting)
                earlier, later = (other, event.id) if report.when.rule == "after it" else (event.id, other)
                yield earlier, later, report.when.explanation


def _tie(
    found: dict[str, list[Relation]], one: str, other: str, types: tuple[str, str], about: str | None, why: str
) -> None:
    """Writes a relation at both of its ends."""
    found.setdefault(one, []).append(Relation(types[0], other, about, why))
    found.setdefault(other, []).append(Relation(types[1], one, about, why))


def _forecast(event: Event, fate: Fate | None, articles: Mapping[str, Article], now: date | None) -> Event:
    if event.modality not in FORECASTS:
        return event
    if fate:
        return replace(event, forecast=Forecast(event.by, fate.status, fate.other or None, fate.days_late))
    passed = now is not None and _over(event, articles, now)
    return replace(event, forecast=Forecast(event.by, "not reported" if passed else "open", None, None))


def _over(event: Event, articles: Mapping[str, Article], now: date) -> bool:
    """Whether its day has passed; without a day, whether the archive goes on for long after it was told."""
    day, told = event.due, articles[event.reports[-1].article].published.latest
    return day < now if day else told is not None and (now - told).days > PATIENCE


@cache
def _denying() -> frozenset[str]:
    return frozenset(document("speech").data["verbs"]["denying"])


def _denied(event: Event, near: Vicinity) -> Event | None:
    """What a denial denies: of the events told shortly before it, the one that shares most words with it."""
    denial = event.reports[0]
    if event.type != "statement" or denial.trigger_words not in _denying() or not POINTING.search(denial.quote.lower()):
        return None
    best: tuple[tuple[int, Span], Event] | None = None
    for report, other, _ in near.around(Span(denial.span.start, denial.span.start), NEAR):
        if other.type == "statement" or report.span.end > denial.span.start:
            continue
        rank = (len(content_words(denial.quote) & content_words(report.quote)), report.span)
        if best is None or rank > best[0]:
            best = (rank, other)
    return best[1] if best else None
