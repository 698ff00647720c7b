"""Reports -> Events: reports of one event become one, every join with its reason; ids that outlive a rebuild."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from dateline.across import SAME_WORDS, blocks, in_two_articles
from dateline.corrections import structure
from dateline.known import Known
from dateline.model import Article, Correction, Event, Figure, Join, Report, Speaker, When
from dateline.odds import at_odds
from dateline.salience import salience
from dateline.sameness import in_one_article
from dateline.traits import Traits, traits
from dateline.wording import normal

MOST_IDS = 1000  # of one event, each of which is a page that leads to it
LOOK_BACK = 40  # events of one kind and article, or day, that a report is compared with: the latest
NOBODY = Known()
_Block = tuple[object, ...]


@dataclass(eq=False)  # a group is itself alone, whatever it holds
class _Group:
    told: list[Traits]
    joins: list[Join] = field(default_factory=list)

    @property
    def reports(self) -> list[Report]:
        return [told.report for told in self.told]


def events(
    reports: Sequence[Report],
    articles: Mapping[str, Article],
    known: Known = NOBODY,
    corrections: Sequence[Correction] = (),
) -> tuple[Event, ...]:
    """The events of all articles, oldest evidence first in each; order: by first report."""
    ordered = sorted(reports, key=lambda r: (*_age(articles[r.article]), r.span))
    groups: list[_Group] = []
    near: dict[_Block, list[_Group]] = defaultdict(list)
    apart, together = structure(corrections)
    for report in ordered:
        told = traits(report, known)
        keys = [] if report_id(report) in apart else list(_blocks(told))
        group = _join(told, keys, near, known.people)
        if group is None:
            group = _Group([told])
            groups.append(group)
        for key in keys:
            if not any(other is group for other in near[key][-LOOK_BACK:]):
                near[key].append(group)
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
        shift = len(first.told)
        first.joins.append(Join((0, shift), why))
        first.joins += [
            Join((a + shift, b + shift), reason) for (a, b), reason in ((j.evidence, j.why) for j in second.joins)
        ]
        first.told += second.told
        kept.remove(second)
        at.update({report_id(report): first for report in second.reports})
    return kept


def _join(
    told: Traits, keys: Sequence[_Block], near: Mapping[_Block, list[_Group]], people: frozenset[str]
) -> _Group | None:
    """The group that tells the same event, with the report in it; None where there is none."""
    seen: set[int] = set()
    for key in keys:
        for group in reversed(near.get(key, [])[-LOOK_BACK:]):
            if id(group) in seen:
                continue
            seen.add(id(group))
            why = _same(told, group, people)
            if why:
                group.joins.append(Join((why[0], len(group.told)), why[1]))
                group.told.append(told)
                return group
    return None


def _age(article: Article) -> tuple[date, str]:
    return article.published.when.first or article.published.when.last or date.max, article.file


def _blocks(told: Traits) -> Iterator[_Block]:
    """Where a report of the same event may lie: its kind, with its article or words, or as in two articles."""
    yield "article", told.report.article, told.report.type
    yield "words", told.report.type, normal(told.report.quote)
    yield from blocks(told)


def _same(told: Traits, group: _Group, people: frozenset[str]) -> tuple[int, str] | None:
    """The index of the report that this one repeats, and why it is the same event; None where it is another."""
    members = group.told[:LOOK_BACK]
    for n, other in enumerate(members):
        if told.ahead != other.ahead:
            continue
        if told.report.article == other.report.article:
            why = in_one_article(told, other, people)
        else:
            why = in_two_articles(told, other)
            if why not in (None, SAME_WORDS) and _at_odds_with_any(told, members):
                return None
        if why:
            return n, why
    return None


def _at_odds_with_any(told: Traits, members: Sequence[Traits]) -> bool:
    """Whether a report of another article in the group tells of something else, though one of them does not."""
    return any(at_odds(told, one) for one in members if one.report.article != told.report.article)


def report_id(report: Report, extra: str = "") -> str:
    """Article and a short hash of the quote's words: no offset and no counter, so that it lasts."""
    return f"{report.article}-{hashlib.sha256((normal(report.quote) + extra).encode()).hexdigest()[:8]}"


def _with_ids(groups: Sequence[_Group], articles: Mapping[str, Article]) -> tuple[Event, ...]:
    """Two events that rest on the same words are told apart by what they are."""
    taken: set[str] = set()
    counted: dict[str, int] = {}
    made: list[Event] = []
    for group in groups:
        first, *others = group.reports[:MOST_IDS]
        ids = [next(name for name in _names(first, counted) if name not in taken)]
        taken.update(ids)
        for report in others:
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
