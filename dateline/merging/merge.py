"""Reports -> Events: reports of one event become one, every join with its reason; ids that outlive a rebuild."""

import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType

from dateline.cache.table import Table
from dateline.conflict.corrections import structure
from dateline.merging.grouping import Account, Group, grouped
from dateline.merging.salience import salience
from dateline.model import Article, Correction, Event, Figure, Report, Speaker, When
from dateline.stages.known import Known
from dateline.text.wording import normal

MOST_IDS = 1000  # of one event, each of which is a page that leads to it
NOBODY = Known()


def events(
    reports: Sequence[Report],
    articles: Mapping[str, Article],
    known: Known = NOBODY,
    corrections: Sequence[Correction] = (),
    before: Table | None = None,
    keys: Mapping[str, bytes] = MappingProxyType({}),
) -> tuple[Event, ...]:
    """The events of all articles, oldest evidence first in each; order: by first report.

    `before` remembers what was found of the same articles: `keys` are digests of all that the reports of each hang on.
    """
    apart, together = structure(corrections)
    told: dict[str, list[Report]] = defaultdict(list)
    for report in reports:
        told[report.article].append(report)
    accounts = [
        Account(articles[id], mine, keys.get(id, id.encode()), _alone(mine, apart))
        for id in sorted(told, key=lambda id: _age(articles[id]))
        if (mine := sorted(told[id], key=lambda report: report.span))
    ]
    groups = grouped(accounts, known, before or Table({}))
    return _with_ids(_as_the_editor_joins(groups, together), articles)


def _alone(reports: Sequence[Report], apart: Collection[str]) -> tuple[int, ...]:
    return tuple(n for n, report in enumerate(reports) if report_id(report) in apart) if apart else ()


def _as_the_editor_joins(groups: Sequence[Group], together: Mapping[str, tuple[str, str]]) -> list[Group]:
    """Each group of evidence that the editor gives to another event joins that one, whichever came first."""
    at = {report_id(report): group for group in groups for report in group.reports} if together else {}
    kept = list(groups)
    for id, (other, why) in together.items():
        one, two = at.get(id), at.get(other)
        if one is None or two is None or one is two:
            continue
        first, second = sorted((one, two), key=kept.index)
        at.update({report_id(report): first for report in second.reports})
        first.take_in(second, (0, 0), why)
        kept.remove(second)
    return kept


def _age(article: Article) -> tuple[date, str]:
    return article.published.when.first or article.published.when.last or date.max, article.file


def report_id(report: Report, extra: str = "") -> str:
    """Article and a short hash of the quote's words: no offset and no counter, so that it lasts."""
    return f"{report.article}-{hashlib.sha256((normal(report.quote) + extra).encode()).hexdigest()[:8]}"


def _with_ids(groups: Sequence[Group], articles: Mapping[str, Article]) -> tuple[Event, ...]:
    """Two events that rest on the same words are told apart by what they are."""
    taken: set[str] = set()
    counted: dict[str, int] = {}
    made: list[Event] = []
    for group in groups:
        ids: list[str] = []
        for report in group.reports[:MOST_IDS]:
            name = next(name for name in _names(report, counted) if name not in taken)
            taken.add(name)
            ids.append(name)
        made.append(_event(group, ids, articles))
    return tuple(made)


def _names(report: Report, counted: dict[str, int]) -> Iterator[str]:
    """The ids that a report may have, the plainest first. `counted`: how many were made from an id by counting."""
    yield report_id(report)
    extra = ""
    for part in (report.type, report.headline, report.modality, report.when.edtf, report.trigger_words):
        extra += f" {part}"
        yield report_id(report, extra)
    id = report_id(report, extra)
    while True:  # words repeated word for word, many times over
        counted[id] = counted.get(id, 1) + 1
        yield report_id(report, f"{extra} {counted[id]}")


def _event(group: Group, ids: Sequence[str], articles: Mapping[str, Article]) -> Event:
    reports = group.reports
    best = _best(reports)
    texts = {articles[r.article].duplicate_of or r.article for r in reports}
    outlets = {articles[a].source or a for a in texts}
    return Event(
        id=ids[0],
        other_ids=tuple(ids[1:]),
        headline=best.headline,
        when=best.when,
        type=best.type,
        modality=best.modality,
        salience=salience(reports, articles),
        actors=_union(r.actors for r in reports),
        places=_union(r.places for r in reports),
        round=next((r.round for r in reports if r.round), None),
        attribution=best.attribution,
        said_by=_speakers(reports),
        reports=tuple(reports),
        joins=tuple(group.joins),
        articles=len({r.article for r in reports}),
        independent=len(outlets),
        figures=_figures(reports),
        forecast=None,
    )


def _best(reports: Sequence[Report]) -> Report:
    """The report that speaks for the event: with words for its date first, then of the fewest days.

    Before one that only a party makes, the narrator's in the same words.
    """
    best = min(reports, key=lambda report: (report.timex is None, _length(report.when)))
    plain = (one for one in reports if one.modality == "happened" and one.trigger_words == best.trigger_words)
    alike = (one for one in plain if one.timex is not None and one.when.edtf == best.when.edtf)
    return next(alike, best) if best.modality == "claimed" else best


def _length(when: When) -> int:
    """The days of an interval; more than any for an open one."""
    return (when.last - when.first).days if when.first and when.last else date.max.toordinal()


def _union(lists: Iterable[Sequence[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(entry for part in lists for entry in part))


def _speakers(reports: Sequence[Report]) -> tuple[Speaker, ...]:
    return tuple(dict.fromkeys(speaker for report in reports for speaker in report.said_by))


def _figures(reports: Sequence[Report]) -> tuple[Figure, ...]:
    return tuple(dict.fromkeys(figure for report in reports for figure in report.figures))
