"""When an article that states no date was published: an interval, from its own words and the rest of the archive.

Three kinds of reasons are put together. A full date that it tells as past: it is no older. An agreement that it
speaks of as still to come, while the archive dates it: it is no younger. A month without a year: news writes so of
months that are near (NEAR), and where the archive knows the event of that month, it knows the year.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dateline import edtf, merging
from dateline.archive import Archive
from dateline.model import FUTURE, Event, Published, Timex
from dateline.resolving import Resolved
from dateline.sides import Sides, sides, taking_part

OPEN = frozenset(["unknown", "text"])  # bases that leave the date open
NEAR = 9  # months over which news names a month without its year
SAME = 3  # months by which the archive's date of an event may differ: a vote is put off
MONTH = re.compile(r"XXXX-(\d\d)(?:-\d\d)?")
AHEAD = frozenset(["before", "by", "until", "for", "till"])  # signals of what is still to come
VOTE = re.compile(r"\b(?:vote|election|elections|poll|polls|ballot|referendum)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Bound:
    """Published in one of these spans of days (an open side is None), and why."""

    spans: tuple[tuple[date | None, date | None], ...]
    why: str


def bounded(archive: Archive, resolved: Sequence[Resolved], people: Collection[str]) -> Archive:
    """The archive with an interval for each article that states no date and for which one can be found."""
    dated = [one for one in resolved if one.article.published.basis not in OPEN]
    if len(dated) == len(resolved):
        return archive
    known = merging.events([report for one in dated for report in one.reports], archive.articles, people)
    known_sides = sides(archive.actors.values())
    articles = dict(archive.articles)
    for one in resolved:
        if one.article.published.basis in OPEN:
            articles[one.article.id] = replace(one.article, published=_published(one, known, known_sides))
    return replace(archive, articles=articles)


def _published(one: Resolved, known: Sequence[Event], known_sides: Sides) -> Published:
    stated = one.article.published
    bounds = [*_agreements(one, known, known_sides), *_months(one, known, known_sides)]
    if stated.basis == "text":
        bounds.insert(0, Bound(((stated.when.first, stated.when.last),), stated.when.explanation))
    spans: list[tuple[date | None, date | None]] = [(None, None)]
    reasons: list[str] = []
    for bound in bounds:
        narrower = [s for a in spans for b in bound.spans if (s := _both(a, b)) is not None]
        if narrower and set(narrower) != set(spans):  # what contradicts the rest is left out
            spans = narrower
            reasons.append(bound.why)
    first = None if any(a is None for a, _ in spans) else min(a for a, _ in spans if a)
    last = None if any(b is None for _, b in spans) else max(b for _, b in spans if b)
    if first is None and last is None:
        return stated
    why = "Not stated. " + " ".join(reasons)
    when = edtf.when_within(first, last, rule="constraints", anchor="the archive", explanation=why, stated=False)
    return Published(when, "text" if len(reasons) == 1 and stated.basis == "text" else "corpus")


def _both(
    a: tuple[date | None, date | None], b: tuple[date | None, date | None]
) -> tuple[date | None, date | None] | None:
    first = max((day for day in (a[0], b[0]) if day), default=None)
    last = min((day for day in (a[1], b[1]) if day), default=None)
    return None if first and last and first > last else (first, last)


def _agreements(one: Resolved, known: Sequence[Event], known_sides: Sides) -> Iterable[Bound]:
    """What the article hopes for, the archive tells as done: it is no younger than that."""
    for report in one.reports:
        if report.type != "agreement" or report.modality not in FUTURE | {"denied"}:
            continue
        done = [
            other
            for other in known
            if other.type == "agreement" and other.modality == "happened" and other.when.stated
            if other.when.last is not None
            and len(taking_part(report, known_sides) & taking_part(other, known_sides)) > 1
        ]
        if done:
            latest = max(done, key=lambda other: (other.when.last or date.min, other.id))
            why = f"It speaks of an agreement as still to come (“{report.headline}”); "
            why += f"the archive tells of one between the same sides, {latest.when.edtf}."
            yield Bound(((None, latest.when.last),), why)


def _months(one: Resolved, known: Sequence[Event], known_sides: Sides) -> Iterable[Bound]:
    """Months without a year, first those whose event the archive knows: "before July vote", "in October, it hosted"."""
    years = range(1, 0)
    days = [day for report in known for day in (report.when.first, report.when.last) if day]
    if days:
        years = range(max(2, min(days).year - 1), min(9998, max(days).year + 2))
    found: list[tuple[bool, Bound]] = []
    for timex in one.timexes:
        match = MONTH.fullmatch(timex.value)
        if not match or not years:
            continue
        month, ahead = int(match[1]), _ahead(timex, one)
        event = _event_of(timex, one, known, known_sides)
        near = [year for year in years if event and abs(_months_between(date(year, month, 1), event)) <= SAME]
        spans = tuple(_around(year, month, ahead) for year in near or years)
        why = f"It names {timex.text} without a year, as {'still to come' if ahead else 'past'}"
        why += f"; the archive tells of such an event, {event.when.edtf}." if near and event else "."
        found.append((not near, Bound(spans, why)))
    yield from (bound for _, bound in sorted(found, key=lambda item: item[0]))


def _ahead(timex: Timex, one: Resolved) -> bool:
    """Whether the month is still to come when the article is written."""
    if timex.signal in AHEAD:
        return True
    here = [report for report in one.reports if report.span.start <= timex.span.start < report.span.end]
    return bool(here) and all(report.modality == "scheduled" for report in here)


def _event_of(timex: Timex, one: Resolved, known: Sequence[Event], known_sides: Sides) -> Event | None:
    """The archive's event that the month belongs to: an election, or one of the same kind between the same sides."""
    after = one.article.text[timex.span.end : timex.span.end + 24]
    if VOTE.search(after):
        return _nearest(timex, [other for other in known if other.type == "election"])
    for report in one.reports:
        if report.span.start <= timex.span.start < report.span.end:
            same = [
                other
                for other in known
                if other.type == report.type
                and len(taking_part(report, known_sides) & taking_part(other, known_sides)) > 1
            ]
            if same:
                return _nearest(timex, same)
    return None


def _nearest(timex: Timex, events: Sequence[Event]) -> Event | None:
    """The event whose month of the year is nearest; None where two of different years are as near."""
    match = MONTH.fullmatch(timex.value)
    dated = [event for event in events if event.when.first or event.when.last]
    if not match or not dated:
        return None

    def apart(event: Event) -> int:
        day = event.when.first or event.when.last or date.min
        return min((day.month - int(match[1])) % 12, (int(match[1]) - day.month) % 12)

    best = min(apart(event) for event in dated)
    near = [event for event in dated if apart(event) == best]
    return near[0] if len({(e.when.first or e.when.last or date.min).year for e in near}) == 1 else None


def _months_between(day: date, event: Event) -> int:
    other = event.when.first or event.when.last or date.min
    return (day.year - other.year) * 12 + day.month - other.month


def _around(year: int, month: int, ahead: bool) -> tuple[date, date]:
    """The days on which news may name the month without its year."""
    first, last = date(year, month, 1), edtf.last_of_month(year, month)
    if ahead:
        y, m = divmod(year * 12 + month - 1 - NEAR, 12)
        return date(y, m + 1, 1), last
    y, m = divmod(year * 12 + month - 1 + NEAR, 12)
    return first, edtf.last_of_month(y, m + 1)
