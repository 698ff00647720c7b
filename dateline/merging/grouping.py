"""Reports -> groups of those that tell one event: first what each article tells, then article by article."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from dateline.merging.across import SAME_WORDS, Match, in_two_articles
from dateline.merging.blocks import Block, blocks
from dateline.merging.casualties import dead_of_it
from dateline.merging.odds import at_odds
from dateline.merging.pooling import settings, spokesman, together
from dateline.merging.sameness import in_one_article
from dateline.merging.traits import Traits, traits
from dateline.model import Article, Join, Report
from dateline.stages.known import Known
from dateline.text.wording import normal

MARGIN = 2  # points by which an event must fit better than any other, where it is not sure
LOOK_BACK = 40  # events of one kind and article, or day, that a report is compared with: the latest


_Found = tuple["Group", int, str]  # a group, the index of one of its reports, and why this is the same event


@dataclass(eq=False)  # a group is itself alone, whatever it holds
class Group:
    """`parts`: what each article tells of the event, taken together, and which report speaks for it."""

    told: list[Traits]
    joins: list[Join] = field(default_factory=list)
    parts: list[tuple[Traits, int]] = field(default_factory=list)

    @property
    def reports(self) -> list[Report]:
        return [told.report for told in self.told]

    def take_in(self, other: "Group", evidence: tuple[int, int], why: str) -> None:
        """`other` tells the same event: `why` ties the report of the first index to one of the other's."""
        shift = len(self.told)
        self.joins.append(Join((evidence[0], evidence[1] + shift), why))
        self.joins += [
            Join((a + shift, b + shift), reason) for (a, b), reason in ((j.evidence, j.why) for j in other.joins)
        ]
        self.told += other.told
        self.parts += [(whole, at + shift) for whole, at in other.parts]


def grouped(
    ordered: Sequence[Report], articles: Mapping[str, Article], known: Known, alone: Callable[[Report], bool]
) -> list[Group]:
    """The groups in the order of their first reports; `ordered` is by article, `alone` says which reports join none."""
    groups: list[Group] = []
    near: dict[Block, list[Group]] = defaultdict(list)
    for article, reports in groupby(ordered, key=lambda report: report.article):
        for group, joins in _of_article(list(reports), articles[article], known, alone):
            keys = list(dict.fromkeys(_keys(group))) if joins else []
            found = _same(group, keys, near)
            if found:
                other, at, why = found
                other.take_in(group, (at, group.parts[0][1]), why)
                for key in keys:
                    _remember(other, near[key])
                continue
            groups.append(group)
            for key in keys:
                near[key].append(group)
    return groups


def _of_article(
    reports: Sequence[Report], article: Article, known: Known, alone: Callable[[Report], bool]
) -> Iterator[tuple[Group, bool]]:
    """What one article tells, each event with whether it may be one of another article's."""
    where, published = settings(reports, known), article.published.when.first
    groups: list[tuple[Group, bool]] = []
    near: dict[str, list[Group]] = defaultdict(list)
    last: Group | None = None  # that of the clause before
    for report in reports:
        told = traits(report, known, where, published)
        if alone(report):
            groups.append((Group([told], parts=[(told, 0)]), False))
            continue
        found = _dead_of(told, last) or _repeated(told, reversed(near[told.kind][-LOOK_BACK:]), known.people)
        if found:
            group, at, why = found
            group.take_in(Group([told]), (at, 0), why)
            _remember(group, near[told.kind])
        else:
            group = Group([told])
            groups.append((group, True))
            near[told.kind].append(group)
        last = group
    for group, _ in groups:
        group.parts = [(together(group.told), spokesman(group.told))]
    yield from groups


def _remember(group: Group, block: list[Group]) -> None:
    """The group is among the latest of the block."""
    if not any(one is group for one in block[-LOOK_BACK:]):
        block.append(group)


def _dead_of(told: Traits, last: Group | None) -> _Found | None:
    """The event of the clause before, where this one only counts its dead or wounded."""
    if last is None or told.ahead != last.told[-1].ahead or not dead_of_it(told.report, last.told[-1].report):
        return None
    return last, len(last.told) - 1, "the same sentence goes on with the dead or wounded"


def _repeated(told: Traits, groups: Iterable[Group], people: frozenset[str]) -> _Found | None:
    """The event that its article has told before, the index of the report that told it, and why it is the same."""
    for group in groups:
        for n, other in enumerate(group.told[:LOOK_BACK]):
            if told.ahead == other.ahead and (why := in_one_article(told, other, people)):
                return group, n, why
    return None


def _keys(group: Group) -> Iterator[Block]:
    """Where another article's group of the same event may lie: with its words, or as `blocks` tells."""
    for told in group.told:
        yield "words", told.report.type, normal(told.report.quote)
    yield from blocks(group.parts[0][0])


def _same(group: Group, keys: Sequence[Block], near: Mapping[Block, list[Group]]) -> _Found | None:
    """The group of other articles that tells the same event, the index of the report that does, and why."""
    told = group.parts[0][0]
    seen: set[int] = set()
    perhaps: list[tuple[Match, _Found]] = []
    for key in keys:
        for other in reversed(near.get(key, [])[-LOOK_BACK:]):
            if id(other) in seen:
                continue
            seen.add(id(other))
            match, at = _match(told, other)
            if match and match.sure:
                return other, at, match.why
            if match:
                perhaps.append((match, (other, at, f"{match.why}; no other event fits as well")))
    return _only(perhaps)


def _only(perhaps: Sequence[tuple[Match, _Found]]) -> _Found | None:
    """The one that fits best, if none of its day fits as well and none of another day nearly so."""
    if not perhaps:
        return None
    match, best = max(perhaps, key=lambda one: one[0].points)
    for other, found in perhaps:
        one_day = _day(found) == _day(best)
        if found is not best and other.points > match.points - (1 if one_day else MARGIN):
            return None
    return best


def _day(found: _Found) -> str:
    return found[0].told[found[1]].report.when.edtf


def _match(told: Traits, group: Group) -> tuple[Match | None, int]:
    """Whether an article of the group tells the same, and no other one what is at odds with it."""
    article, best, index = told.report.article, None, 0
    for part, at in group.parts[:LOOK_BACK]:
        if told.ahead != part.ahead or part.report.article == article:
            continue
        match = in_two_articles(told, part)
        if match and (best is None or match.points > best.points or match.sure):
            best, index = match, at
            if match.sure:
                break
    apart = best and best.why != SAME_WORDS and _at_odds_with_any(told, group)
    return (None if apart else best), index


def _at_odds_with_any(told: Traits, group: Group) -> bool:
    """Whether another article tells of something else in the group, though one of them does not."""
    parts = (part for part, _ in group.parts[:LOOK_BACK])
    return any(at_odds(told, part) for part in parts if part.report.article != told.report.article)
