"""When an article that states no date was published: an interval, from its own words and the rest of the archive.

Three kinds of reasons are put together. A full date that it tells as past: it is no older. An agreement that it
speaks of as still to come, while the archive dates it: it is no younger. A month without a year: news writes so of
months that are near (NEAR), and where the archive knows the event of that month, it knows the year.
"""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dateline import edtf
from dateline.merging import merge
from dateline.model import FUTURE, Event, EventType, Published, Report, Timex, When
from dateline.stages.archive import Archive
from dateline.stages.known import Known
from dateline.stages.resolving import Told
from dateline.stages.sides import Sides, taking_part

OPEN = frozenset(["unknown", "text"])  # bases that leave the date open
LONGEST = 80  # years that an archive spans and that still tell when a month was
NEAR = 9  # months over which news names a month without its year
SAME = 3  # months by which the archive's date of an event may differ: a vote is put off
MONTH = re.compile(r"XXXX-(\d\d)(?:-\d\d)?")
AHEAD = frozenset(["before", "by", "until", "for", "till"])  # signals of what is still to come
VOTE = re.compile(r"\b(?:vote|election|elections|poll|polls|ballot|referendum)\b", re.IGNORECASE)


Days = tuple[date | None, date | None]


@dataclass(frozen=True, slots=True)
class Bound:
    """Published in one of these spans of days (an open side is None), and why."""

    spans: tuple[Days, ...]
    why: str


@dataclass(frozen=True, slots=True)
class _Known:
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


def _of_kind(events: Sequence[Event], known_sides: Sides) -> Mapping[tuple[EventType, str | None], Sequence[Event]]:
    found: dict[tuple[EventType, str | None], list[Event]] = defaultdict(list)
    for event in events:
        for side in (None, *sorted(taking_part(event, known_sides))):
            found[event.type, side].append(event)
    return found


def _years(published: Sequence[When]) -> range:
    """From the year before the oldest article to the year after the newest; none where that says nothing."""
    days = [day for when in published for day in (when.first, when.last) if day]
    if not days or max(days).year - min(days).year > LONGEST:
        return range(0)
    return range(max(2, min(days).year - 1), min(9998, max(days).year + 2))


def bounded(archive: Archive, resolved: Sequence[Told], who: Known) -> Archive:
    """The archive with an interval for each article that states no date and for which one can be found."""
    dated = [one for one in resolved if one.article.published.basis not in OPEN]
    if len(dated) == len(resolved):
        return archive
    asked = {kind for one in resolved if one.article.published.basis in OPEN for kind in _kinds(one)}
    reports = [report for one in dated for report in one.reports if report.type in asked]
    told = merge.events(reports, archive.articles, who)  # no event has reports of two kinds
    known = _Known(
        _of_kind(told, who.sides),
        who.sides,
        _years([one.article.published.when for one in dated]),
    )
    articles = dict(archive.articles)
    for one in resolved:
        if one.article.published.basis in OPEN:
            articles[one.article.id] = replace(one.article, published=_published(one, known))
    return replace(archive, articles=articles)


def _kinds(one: Told) -> Iterator[EventType]:
    """The kinds of events that tell when an article was published: of its agreements, and where it names a month."""
    months = [timex.span.start for timex in one.yearless if MONTH.fullmatch(timex.value)]  # in the text's order
    if months:
        yield "election"
    for report in one.reports:
        inside = bisect_left(months, report.span.end) - bisect_left(months, report.span.start)
        if report.type == "agreement" or inside:
            yield report.type


def _published(one: Told, known: _Known) -> Published:
    stated = one.article.published
    bounds = [*_agreements(one, known), *_months(one, known)]
    if stated.basis == "text":
        bounds.insert(0, Bound(((stated.when.first, stated.when.last),), stated.when.explanation))
    spans: list[Days] = [(None, None)]
    reasons: list[str] = []
    for bound in bounds:
        narrower = _united(s for a in spans for b in bound.spans if (s := _both(a, b)) is not None)
        if narrower and narrower != spans:  # what contradicts the rest is left out
            spans = narrower
            reasons.append(bound.why)
    first = None if any(a is None for a, _ in spans) else min(a for a, _ in spans if a)
    last = None if any(b is None for _, b in spans) else max(b for _, b in spans if b)
    if first is None and last is None:
        return stated
    why = "Not stated. " + " ".join(reasons)
    when = edtf.when_within(first, last, rule="constraints", anchor="the archive", explanation=why, stated=False)
    return Published(when, "text" if len(reasons) == 1 and stated.basis == "text" else "corpus")


def _united(spans: Iterable[Days]) -> list[Days]:
    """The same days in as few spans as can be, in order."""
    united: list[Days] = []
    for first, last in sorted(spans, key=lambda span: (span[0] or date.min, span[1] or date.max)):
        before = united[-1] if united else None
        if before is None or (before[1] and first and first > before[1]):
            united.append((first, last))
        elif before[1]:
            united[-1] = (before[0], max(before[1], last) if last else None)
    return united


def _both(a: Days, b: Days) -> Days | None:
    first = max((day for day in (a[0], b[0]) if day), default=None)
    last = min((day for day in (a[1], b[1]) if day), default=None)
    return None if first and last and first > last else (first, last)


def _agreements(one: Told, known: _Known) -> Iterable[Bound]:
    """What the article hopes for, the archive tells as done: it is no younger than that."""
    for report in one.reports:
        if report.type != "agreement" or report.modality not in FUTURE | {"denied"}:
            continue
        alike = known.alike(report)
        done = [other for other in alike if other.modality == "happened" and other.when.stated and other.when.last]
        if done:
            latest = max(done, key=lambda other: (other.when.last or date.min, other.id))
            why = f"It speaks of an agreement as still to come (“{report.headline}”); "
            why += f"the archive tells of one between the same sides, {latest.when.edtf}."
            yield Bound(((None, latest.when.last),), why)


def _months(one: Told, known: _Known) -> Iterable[Bound]:
    """Months without a year, first those whose event the archive knows: "before July vote", "in October, it hosted"."""
    found: list[tuple[bool, Bound]] = []
    for timex in one.yearless:
        match = MONTH.fullmatch(timex.value)
        if not match:
            continue
        month, ahead = int(match[1]), _ahead(timex, one)
        event = _event_of(timex, one, known)
        near = _near_years(month, event) if event else []
        spans = tuple(_around(year, month, ahead) for year in near or known.years)
        if not spans:
            continue
        why = f"It names {timex.text} without a year, as {'still to come' if ahead else 'past'}"
        why += f"; the archive tells of such an event, {event.when.edtf}." if near and event else "."
        found.append((not near, Bound(spans, why)))
    yield from (bound for _, bound in sorted(found, key=lambda item: item[0]))


def _ahead(timex: Timex, one: Told) -> bool:
    """Whether the month is still to come when the article is written."""
    if timex.signal in AHEAD:
        return True
    here = [report for report in one.reports if report.span.start <= timex.span.start < report.span.end]
    return bool(here) and all(report.modality == "scheduled" for report in here)


def _event_of(timex: Timex, one: Told, known: _Known) -> Event | None:
    """The archive's event that the month belongs to: an election, or one of the same kind between the same sides."""
    after = one.article.text[timex.span.end : timex.span.end + 24]
    if VOTE.search(after):
        return _nearest(timex, known.of_kind.get(("election", None), []))
    for report in one.reports:
        if report.span.start <= timex.span.start < report.span.end:
            same = known.alike(report)
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


def _near_years(month: int, event: Event) -> list[int]:
    """The years in which that month lies within SAME months of the event."""
    year = (event.when.first or event.when.last or date.min).year
    around = (one for one in (year - 1, year, year + 1) if 2 <= one <= 9998)
    return [one for one in around if abs(_months_between(date(one, month, 1), event)) <= SAME]


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
