"""What one article tells of each event: its reports of one event together, and where others' of the same may lie."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import blake2b
from typing import NamedTuple, TypeVar

from dateline.merging.blocks import Block, blocks
from dateline.merging.casualties import dead_of_it
from dateline.merging.pooling import settings, spokesman, together
from dateline.merging.sameness import in_one_article
from dateline.merging.traits import Traits, traits
from dateline.model import Article, Report
from dateline.stages.known import Known
from dateline.text.wording import normal

T = TypeVar("T")
LOOK_BACK = 40  # events of one kind and article, or day, that a report is compared with: the latest
_BLOCK = 8  # bytes

_Found = tuple["_Event", int, str]  # an event, the number of one of its reports, and why this is the same event
Tie = tuple[int, int, str]  # two reports of an event, by their numbers in it, and why they tell the same


class Part(NamedTuple):
    """What an article tells of one event, as it is kept."""

    reports: tuple[int, ...]  # by their numbers in the article
    ties: tuple[Tie, ...]
    speaks: int  # which of them speaks for the event
    blocks: bytes  # where it lies, see `blocks_of`; nowhere where it may be no other article's event


class Telling:
    """The reports of one article in their order; what is compared of them is made where it is asked for."""

    def __init__(self, reports: Sequence[Report], article: Article, known: Known) -> None:
        self.reports = reports
        self._article, self._known = article, known
        self._traits: dict[int, Traits] = {}

    @cached_property
    def _settings(self) -> frozenset[str]:
        return settings(self.reports, self._known)

    def traits(self, n: int) -> Traits:
        """Report `n` as it is compared."""
        if n not in self._traits:
            published = self._article.published.when.first
            self._traits[n] = traits(self.reports[n], self._known, self._settings, published)
        return self._traits[n]

    def of(self, article: str) -> bool:
        """Whether the article of this id tells it."""
        return self._article.id == article

    def whole(self, reports: Iterable[int]) -> Traits:
        """What these reports say together."""
        return together([self.traits(n) for n in reports])

    def parts(self, alone: Collection[int]) -> tuple[Part, ...]:
        """What the article tells of each event; the reports `alone` are each an event of its own."""
        return tuple(self._part(event, event.reports[0] in alone) for event in self._events(alone))

    def _part(self, event: "_Event", alone: bool) -> Part:
        told = [self.traits(n) for n in event.reports]
        keys = [] if alone else dict.fromkeys(_blocks(told, together(told)))
        return Part(tuple(event.reports), tuple(event.ties), spokesman(told), b"".join(map(_hashed, keys)))

    def _events(self, alone: Collection[int]) -> list["_Event"]:
        events: list[_Event] = []
        near: dict[str, list[_Event]] = defaultdict(list)
        last: _Event | None = None  # that of the clause before
        for n in range(len(self.reports)):
            if n in alone:
                events.append(_Event([n]))
                continue
            alike = near[self.traits(n).kind]
            found = self._dead_of(n, last) or self._repeated(n, reversed(alike[-LOOK_BACK:]))
            if found:
                last, at, why = found
                last.ties.append((at, len(last.reports), why))
                last.reports.append(n)
                remember(last, alike)
            else:
                last = _Event([n])
                events.append(last)
                alike.append(last)
        return events

    def _dead_of(self, n: int, last: "_Event | None") -> _Found | None:
        """The event of the clause before, where this one only counts its dead or wounded."""
        if last is None:
            return None
        told, other = self.traits(n), self.traits(last.reports[-1])
        if told.ahead != other.ahead or not dead_of_it(told.report, other.report):
            return None
        return last, len(last.reports) - 1, "the same sentence goes on with the dead or wounded"

    def _repeated(self, n: int, events: Iterable["_Event"]) -> _Found | None:
        """The event that its article has told before, the number of the report that told it, and why it is the same."""
        told, people = self.traits(n), self._known.people
        for event in events:
            for at, number in enumerate(event.reports[:LOOK_BACK]):
                other = self.traits(number)
                if told.ahead == other.ahead and (why := in_one_article(told, other, people)):
                    return event, at, why
        return None


@dataclass(eq=False)  # an event is itself alone, whatever is told of it
class _Event:
    reports: list[int]
    ties: list[Tie] = field(default_factory=list)


def remember(one: T, block: list[T]) -> None:
    """It is among the latest of the block."""
    if not any(other is one for other in block[-LOOK_BACK:]):
        block.append(one)


def blocks_of(part: Part) -> Iterator[bytes]:
    """Where it lies, each by a short digest: two that share one by chance are compared, and found to differ."""
    return (part.blocks[at : at + _BLOCK] for at in range(0, len(part.blocks), _BLOCK))


def _blocks(told: Sequence[Traits], whole: Traits) -> Iterator[Block]:
    """With its words, or as `blocks` tells."""
    for one in told:
        yield "words", one.report.type, normal(one.report.quote)
    yield from blocks(whole)


def _hashed(block: Block) -> bytes:
    return blake2b(repr(block).encode(), digest_size=_BLOCK).digest()
