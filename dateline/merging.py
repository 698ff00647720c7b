"""Reports -> Events: reports of one event become one, every join with its reason; ids that outlive a rebuild."""

import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations

from dateline.corrections import structure
from dateline.model import FUTURE, Article, Correction, Event, Figure, Join, Report, Speaker
from dateline.salience import salience
from dateline.sameness import in_one_article, in_two_articles, parties
from dateline.wording import normal

# kinds of which two actors have few: a bound near a stated day may be the same event
BOUNDED = frozenset(["talks", "meeting", "agreement", "decision", "election"])
MOST_IDS = 1000  # of one event, each of which is a page that leads to it
LOOK_BACK = 40  # events of one kind and article, or day, that a report is compared with: the latest


@dataclass
class _Group:
    reports: list[Report]
    joins: list[Join] = field(default_factory=list)


def events(
    reports: Sequence[Report],
    articles: Mapping[str, Article],
    people: Collection[str] = (),
    corrections: Sequence[Correction] = (),
) -> tuple[Event, ...]:
    """The events of all articles, oldest evidence first in each; order: by first report. `people`: ids of persons."""
    ordered = sorted(reports, key=lambda r: (*_age(articles[r.article]), r.span))
    groups: list[_Group] = []
    blocks: dict[tuple[object, ...], list[_Group]] = defaultdict(list)
    apart, together = structure(corrections)
    for report in ordered:
        alone = report_id(report) in apart
        group = None if alone else _join(report, blocks, people)
        if group is None:
            group = _Group([report])
            groups.append(group)
        for key in () if alone else _blocks(report):
            if not any(known is group for known in blocks[key][-LOOK_BACK:]):
                blocks[key].append(group)
    return _with_ids(_as_the_editor_joins(groups, together), articles)


def _as_the_editor_joins(groups: Sequence[_Group], together: Mapping[str, tuple[str, str]]) -> list[_Group]:
    """Each group of evidence that the editor gives to another event joins that one, whichever came first."""
    at = {report_id(report): group for group in groups for report in group.reports} if together else {}
    kept = list(groups)
    for id, (other, why) in together.items():
        one, two = at.get(id), at.get(other)
        if one is None or two is None or one is two:
            continue
        first, second = sorted((one, two), key=kept.index)
        first.joins.append(Join((0, len(first.reports)), why))
        shift = len(first.reports)
        first.joins += [
            Join((a + shift, b + shift), reason) for (a, b), reason in ((j.evidence, j.why) for j in second.joins)
        ]
        first.reports += second.reports
        kept.remove(second)
        at.update({report_id(report): first for report in second.reports})
    return kept


def _join(report: Report, blocks: Mapping[tuple[object, ...], list[_Group]], people: Collection[str]) -> _Group | None:
    """The group that tells the same event, with the report in it; None where there is none."""
    for key in _blocks(report):
        for group in reversed(blocks.get(key, [])[-LOOK_BACK:]):
            why = _same(report, group, people)
            if why:
                group.joins.append(Join((why[0], len(group.reports)), why[1]))
                group.reports.append(report)
                return group
    return None


def _age(article: Article) -> tuple[date, str]:
    return article.published.when.first or article.published.when.last or date.max, article.file


def _blocks(report: Report) -> list[tuple[object, ...]]:
    """Where a report of the same event may lie: its kind, with its article, words, two actors or stated date."""
    keys: list[tuple[object, ...]] = [
        ("article", report.article, report.type),
        ("words", report.type, normal(report.quote)),
    ]
    if report.type in BOUNDED and report.when.last and report.modality not in FUTURE:
        keys += [("actors", report.type, *pair) for pair in combinations(sorted(parties(report))[:6], 2)]
    if report.timex is not None and report.when.precision in ("day", "month", "year"):
        keys.append(("date", report.type, report.when.first, report.when.last))
    return keys


def _same(report: Report, group: _Group, people: Collection[str]) -> tuple[int, str] | None:
    """The index of the report that this one repeats, and why it is the same event; None where it is another."""
    for n, other in enumerate(group.reports[:LOOK_BACK]):
        if (report.modality in FUTURE) != (other.modality in FUTURE):
            continue
        if report.article == other.article:
            why = in_one_article(report, other, people)
        else:
            why = in_two_articles(report, other)
        if why:
            return n, why
    return None


def report_id(report: Report, extra: str = "") -> str:
    """Article and a short hash of the quote's words: no offset and no counter, so that it lasts."""
    return f"{report.article}-{hashlib.sha256((normal(report.quote) + extra).encode()).hexdigest()[:8]}"


def _with_ids(groups: Sequence[_Group], articles: Mapping[str, Article]) -> tuple[Event, ...]:
    """Two events that rest on the same words are told apart by what they are."""
    taken: set[str] = set()
    counted: dict[str, int] = {}
    made: list[Event] = []
    for group in groups:
        ids = [next(name for name in _names(report, counted) if name not in taken) for report in group.reports[:1]]
        taken.update(ids)
        for report in group.reports[1:MOST_IDS]:
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


def _event(group: _Group, ids: Sequence[str], articles: Mapping[str, Article]) -> Event:
    best = _best(group.reports)
    texts = {articles[r.article].duplicate_of or r.article for r in group.reports}
    outlets = {articles[a].source or a for a in texts}
    return Event(
        id=ids[0],
        other_ids=tuple(ids[1:]),
        headline=best.headline,
        when=best.when,
        type=best.type,
        modality=best.modality,
        salience=salience(group.reports, articles),
        actors=_union(r.actors for r in group.reports),
        places=_union(r.places for r in group.reports),
        round=next((r.round for r in group.reports if r.round), None),
        attribution=best.attribution,
        said_by=_speakers(group.reports),
        reports=tuple(group.reports),
        joins=tuple(group.joins),
        articles=len({r.article for r in group.reports}),
        independent=len(outlets),
        figures=_figures(group.reports),
        forecast=None,
    )


def _best(reports: Sequence[Report]) -> Report:
    """The report that speaks for the event: with words for its date before one without, then the oldest."""
    return min(enumerate(reports), key=lambda item: (item[1].timex is None, item[0]))[1]


def _union(lists: Iterable[Sequence[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(entry for part in lists for entry in part))


def _speakers(reports: Sequence[Report]) -> tuple[Speaker, ...]:
    return tuple(dict.fromkeys(speaker for report in reports for speaker in report.said_by))


def _figures(reports: Sequence[Report]) -> tuple[Figure, ...]:
    return tuple(dict.fromkeys(figure for report in reports for figure in report.figures))
