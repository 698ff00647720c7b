"""Reports of two articles that cannot both be right: another day, another figure, happened against did not.

What only looks so is left alone: a date that was moved, a figure of another scope ("US troops", "foreign troops"), a
denial that was true when it was made.
"""

from collections import defaultdict, deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dateline.model import FUTURE, Article, Event, Figure
from dateline.stages.sides import Sides, pairs
from dateline.text.wording import content_words

LOOK_BACK = 60  # events of one kind and pair of sides that each is compared with
APART = 10  # days by which two reports of one event may differ
ALIKE = 0.6  # share of content words that two reports of one event have in common
SOON = 7  # days between a report and the denial that is meant for it


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two events, by id, and what their reports disagree about: "date", "figure" or "happened"."""

    one: str
    other: str
    about: str
    why: str


def contradictions(events: Sequence[Event], articles: Mapping[str, Article], known: Sides) -> Iterator[Contradiction]:
    """Every pair once, in the order of the events."""
    blocks: dict[tuple[str, str, str], deque[Event]] = defaultdict(lambda: deque(maxlen=LOOK_BACK))
    for event in events:
        if event.modality in FUTURE or event.type == "statement":
            continue
        mine = [blocks[event.type, one, other] for one, other in pairs(event, known)]
        for before in {before.id: before for block in mine for before in block}.values():
            about = _about(before, event, articles)  # seldom: much faster to see than whether they are alike
            if about and _alike(before, event):
                yield Contradiction(before.id, event.id, *about)
        for block in mine:
            block.append(event)


def _about(one: Event, other: Event, articles: Mapping[str, Article]) -> tuple[str, str] | None:
    if (one.modality == "denied") != (other.modality == "denied"):
        near = _days_apart(
            articles[one.reports[0].article].published.latest, articles[other.reports[0].article].published.latest
        )
        if near is not None and near <= SOON:
            return "happened", "One article says that it happened, the other that it did not."
        return None
    if one.modality == "denied":
        return None
    if _stated_day(one) and _stated_day(other) and one.when.first != other.when.first:
        near = _days_apart(one.when.first, other.when.first)
        if near is not None and near <= APART:
            return "date", f"Told in nearly the same words, but of {one.when.edtf} and of {other.when.edtf}."
    if one.when.first == other.when.first and (apart := _figures_apart(one, other)):
        mine, theirs = apart
        return "figure", f"Of one day, but “{mine.text}” and “{theirs.text}” ({mine.what})."
    return None


def _figures_apart(one: Event, other: Event) -> tuple[Figure, Figure] | None:
    return next(((a, b) for a in one.figures for b in other.figures if a.excludes(b)), None)


def _alike(one: Event, other: Event) -> bool:
    """Whether two articles tell them in nearly the same words."""
    mine, theirs = content_words(one.reports[0].quote), content_words(other.reports[0].quote)
    in_one = {report.article for report in one.reports} & {report.article for report in other.reports}
    return not in_one and len(mine & theirs) >= max(3, ALIKE * min(len(mine), len(theirs)))


def _stated_day(event: Event) -> bool:
    return event.when.stated and event.when.precision == "day"


def _days_apart(one: date | None, other: date | None) -> int | None:
    return abs((one - other).days) if one and other else None
