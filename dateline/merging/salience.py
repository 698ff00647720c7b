"""What a timeline shows first: a number from 0 to 1 for each event, from what it is and who tells it how."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from dateline.model import Article, EventType, Modality, Report

# how much a reader of a conflict's timeline loses without it; our own judgement
KIND: dict[EventType, float] = {
    "agreement": 0.42, "talks": 0.40, "attack": 0.40, "decision": 0.38, "election": 0.38, "deployment": 0.34,
    "control": 0.34, "meeting": 0.32, "detention": 0.30, "sanctions": 0.30, "displacement": 0.28, "protest": 0.28,
    "statement": 0.18, "other": 0.12,
}  # fmt: skip
MODALITY: dict[Modality, float] = {
    "happened": 0.12, "scheduled": 0.12, "claimed": 0.08, "denied": 0.06, "expected": 0.04, "conditional": 0.0,
}  # fmt: skip
TEXT = re.compile(r"\S")
LEAD = 400  # characters from the top of an article in which its news stands


def salience(reports: Sequence[Report], articles: Mapping[str, Article]) -> float:
    """0..1: kind, certainty, a stated date, actors, deaths, the lead of an article, and how many tell it."""
    best = max(_one(report, articles[report.article]) for report in reports)
    told = len({report.article for report in reports})
    return round(min(1.0, best + 0.06 * min(3, told - 1)), 2)


def _one(report: Report, article: Article) -> float:
    score = KIND[report.type] + MODALITY[report.modality]
    if report.timex is not None:
        score += 0.18 if report.when.precision == "day" else 0.12
    score += 0.04 * min(2, len(report.actors)) + (0.03 if report.places else 0.0)
    score += 0.06 if any(figure.what == "killed" for figure in report.figures) else 0.0
    score += 0.06 if report.round else 0.0
    top = _top(article.body)
    score += 0.08 if top is not None and report.span.start - top < LEAD else 0.0
    return score


@lru_cache(maxsize=64)
def _top(body: str) -> int | None:
    """Where the text begins: asked for each report of an article."""
    top = TEXT.search(body)
    return top.start() if top else None
