"""When an article that states no date was published: an interval, from its own words and the rest of the archive.

Three kinds of reasons are put together. A full date that it tells as past: it is no older. An agreement that it
speaks of as still to come, while the archive dates it: it is no younger. A month without a year: news writes so of
months that are near, and where the archive knows the event of that month, it knows the year.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from dateline import edtf
from dateline.cache.table import Table
from dateline.merging import merge
from dateline.model import FUTURE, EventType, Published
from dateline.stages.archive import Archive
from dateline.stages.known import Known
from dateline.stages.resolving import Told
from dateline.undated.months import MONTH, months
from dateline.undated.spans import Bound, Days, both, united
from dateline.undated.told import Dated, of_kind, years

OPEN = frozenset(["unknown", "text"])  # bases that leave the date open


def bounded(
    archive: Archive,
    resolved: Sequence[Told],
    who: Known,
    before: Table | None = None,
    keys: Mapping[str, bytes] = MappingProxyType({}),
) -> Archive:
    """The archive with an interval for each article that states no date and for which one can be found.

    `before` and `keys`: see `merge.events`.
    """
    dated = [one for one in resolved if one.article.published.basis not in OPEN]
    if len(dated) == len(resolved):
        return archive
    asked = {kind for one in resolved if one.article.published.basis in OPEN for kind in _kinds(one)}
    reports = [report for one in dated for report in one.reports if report.type in asked]
    of_kinds = {id: key + repr(sorted(asked)).encode() for id, key in keys.items()}
    told = merge.events(reports, archive.articles, who, (), before, of_kinds)  # no event has reports of two kinds
    known = Dated(of_kind(told, who.sides), who.sides, years([one.article.published.when for one in dated]))
    articles = dict(archive.articles)
    for one in resolved:
        if one.article.published.basis in OPEN:
            articles[one.article.id] = replace(one.article, published=_published(one, known))
    return replace(archive, articles=articles)


def _kinds(one: Told) -> Iterator[EventType]:
    """The kinds of events that tell when an article was published: of its agreements, and where it names a month."""
    yearless = [timex.span.start for timex in one.yearless if MONTH.fullmatch(timex.value)]  # in the text's order
    if yearless:
        yield "election"
    for report in one.reports:
        inside = bisect_left(yearless, report.span.end) - bisect_left(yearless, report.span.start)
        if report.type == "agreement" or inside:
            yield report.type


def _published(one: Told, known: Dated) -> Published:
    stated = one.article.published
    bounds = [*_agreements(one, known), *months(one, known)]
    if stated.basis == "text":
        bounds.insert(0, Bound(((stated.when.first, stated.when.last),), stated.when.explanation))
    spans: list[Days] = [(None, None)]
    reasons: list[str] = []
    for bound in bounds:
        narrower = united(s for a in spans for b in bound.spans if (s := both(a, b)) is not None)
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


def _agreements(one: Told, known: Dated) -> Iterable[Bound]:
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
