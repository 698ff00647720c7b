"""Reports -> groups of those that tell one event: first what each article tells, then article by article.

What an article tells, and which of the groups before it a part of that belongs to, hang on the content of these alone:
both are remembered by it, and only what a change touches is compared again.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from hashlib import blake2b

from dateline.cache.table import Table
from dateline.merging.across import SAME_WORDS, Match, in_two_articles
from dateline.merging.odds import at_odds
from dateline.merging.telling import LOOK_BACK, Part, Telling, blocks_of, remember
from dateline.merging.traits import Traits
from dateline.model import Article, Join, Report
from dateline.stages.known import Known

MARGIN = 2  # points by which an event must fit better than any other, where it is not sure
_KEY = 16  # bytes

_Found = tuple[int, int, str]  # the number of a group, that of one of its reports, and why this is the same event


@dataclass(frozen=True)
class Account:
    """The reports of one article in their order, and a digest of all that they were made from."""

    article: Article
    reports: Sequence[Report]
    key: bytes
    alone: Collection[int] = ()  # the numbers of those that join no other


@dataclass(eq=False)
class Piece:
    """What one article tells of an event, as it is compared with others; made only where it is."""

    key: bytes
    part: Part
    telling: Telling

    @cached_property
    def told(self) -> Traits:
        """Its reports, taken together."""
        return self.telling.whole(self.part.reports)


class Group:
    """What several articles tell of one event. `pieces`: each with the number of the report that speaks for it."""

    def __init__(self, piece: Piece) -> None:
        part, reports = piece.part, piece.telling.reports
        self.key = piece.key  # a digest of all that is told here
        self.reports = [reports[n] for n in part.reports]
        self.joins = [Join((a, b), why) for a, b, why in part.ties]
        self.pieces = [(piece, part.speaks)]

    def take_in(self, other: "Group", evidence: tuple[int, int], why: str) -> None:
        """`other` tells the same event: `why` ties the report of the first number to one of the other's."""
        shift = len(self.reports)
        self.joins.append(Join((evidence[0], evidence[1] + shift), why))
        self.joins += [Join((one.evidence[0] + shift, one.evidence[1] + shift), one.why) for one in other.joins]
        self.reports += other.reports
        self.pieces += [(piece, at + shift) for piece, at in other.pieces]
        self.key = _digest(self.key, other.key)


def grouped(articles: Sequence[Account], known: Known, before: Table) -> list[Group]:
    """The groups in the order of their first reports; `before` remembers what was found of the same."""
    groups: list[Group] = []
    near: dict[bytes, list[Group]] = defaultdict(list)
    for one in articles:
        for piece in _pieces(one, known, before):
            group = Group(piece)
            blocks = [near[key] for key in blocks_of(piece.part)]
            others = _others(blocks)
            found = _same(piece, others, before) if others else None
            if found is None:
                groups.append(group)
                for block in blocks:
                    block.append(group)
                continue
            number, at, why = found
            others[number].take_in(group, (at, piece.part.speaks), why)
            for block in blocks:
                remember(others[number], block)
    return groups


def _pieces(one: Account, known: Known, before: Table) -> list[Piece]:
    key = _digest(one.key, known.about(one.reports), repr(sorted(one.alone)).encode())
    telling = Telling(one.reports, one.article, known)
    parts = before.of(key, partial(telling.parts, one.alone))
    return [Piece(_digest(key, b"%d" % n), part, telling) for n, part in enumerate(parts)]


def _others(blocks: Sequence[Sequence[Group]]) -> list[Group]:
    """The latest of each block, the latest first, each once."""
    return list(dict.fromkeys(group for block in blocks for group in block[: -LOOK_BACK - 1 : -1]))


def _same(piece: Piece, others: Sequence[Group], before: Table) -> _Found | None:
    """The group of other articles that tells the same event, the number of the report that does, and why."""
    key = _digest(piece.key, *(group.key for group in others))
    return before.of(key, partial(_compared, piece, others))


def _compared(piece: Piece, others: Sequence[Group]) -> _Found | None:
    perhaps: list[tuple[Match, _Found]] = []
    for number, group in enumerate(others):
        match, at = _match(piece.told, group)
        if match and match.sure:
            return number, at, match.why
        if match:
            perhaps.append((match, (number, at, f"{match.why}; no other event fits as well")))
    return _only(perhaps, others)


def _only(perhaps: Sequence[tuple[Match, _Found]], others: Sequence[Group]) -> _Found | None:
    """The one that fits best, if none of its day fits as well and none of another day nearly so."""
    if not perhaps:
        return None
    match, best = max(perhaps, key=lambda one: one[0].points)
    for other, found in perhaps:
        one_day = _day(found, others) == _day(best, others)
        if found is not best and other.points > match.points - (1 if one_day else MARGIN):
            return None
    return best


def _day(found: _Found, others: Sequence[Group]) -> str:
    number, at, _ = found
    return others[number].reports[at].when.edtf


def _match(told: Traits, group: Group) -> tuple[Match | None, int]:
    """Whether an article of the group tells the same, and no other one what is at odds with it."""
    article, best, index = told.report.article, None, 0
    for piece, at in group.pieces[:LOOK_BACK]:
        if piece.telling.of(article):
            continue
        part = piece.told
        if told.ahead != part.ahead:
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
    parts = (piece.told for piece, _ in group.pieces[:LOOK_BACK])
    return any(at_odds(told, part) for part in parts if part.report.article != told.report.article)


def _digest(*parts: bytes) -> bytes:
    return blake2b(b"".join(parts), digest_size=_KEY).digest()
