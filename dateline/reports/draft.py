"""What is worked out on the way from clauses to reports: for one sentence, and for its article so far."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from dateline.model import Actor, Article, Demand, Name, Report, RoundMention, Span, Speaker, Timex, When
from dateline.reports.clauses import Clause, Parsed
from dateline.reports.dating import Dated
from dateline.reports.event_nouns import Trigger
from dateline.reports.kinds import trigger


@dataclass(frozen=True, slots=True)
class Material:
    """What is known of one article before its reports are made."""

    article: Article
    parsed: tuple[Parsed, ...]
    timexes: tuple[Timex, ...]  # in the order of the text, as names are
    names: tuple[Name, ...]
    rounds: tuple[RoundMention, ...]
    actors: Mapping[str, Actor]


class Spanned(Protocol):
    @property
    def span(self) -> Span: ...


S = TypeVar("S", bound=Spanned)


def _within(sorted_by_span: Sequence[S], span: Span) -> list[S]:
    """Those that begin inside the span, by bisection: an article is gone through once."""
    first = bisect_left(sorted_by_span, span.start, key=lambda one: one.span.start)
    last = bisect_left(sorted_by_span, span.end, key=lambda one: one.span.start)
    return list(sorted_by_span[first:last])


@dataclass
class Story:
    """An article as far as it has been gone through: later sentences lean on earlier ones."""

    material: Material
    reports: list[Report] = field(default_factory=list)
    demands: list[Demand] = field(default_factory=list)
    paragraphs: dict[int, list[Parsed]] = field(init=False)

    def __post_init__(self) -> None:
        self.paragraphs = {}
        for parsed in self.material.parsed:
            self.paragraphs.setdefault(parsed.sentence.paragraph, []).append(parsed)

    @property
    def published(self) -> When:
        return self.material.article.published.when

    def timexes_in(self, span: Span) -> list[Timex]:
        return _within(self.material.timexes, span)

    def names_in(self, span: Span) -> list[Name]:
        return _within(self.material.names, span)


@dataclass
class Draft:
    """One sentence: the events of its clauses, who says them, and the dates found so far."""

    parsed: Parsed
    timexes: list[Timex]
    names: list[Name]
    triggers: list[Trigger | None]
    taken: set[int] = field(default_factory=set)  # offsets of expressions that date a noun phrase
    speakers: dict[int, Speaker | None] = field(default_factory=dict)
    dates: dict[int, Dated] = field(default_factory=dict)
    reports: list[Report] = field(default_factory=list)
    passing: list[str] = field(default_factory=list)  # why clauses with an event word are no line of their own

    @property
    def clauses(self) -> tuple[Clause, ...]:
        return self.parsed.clauses

    def text(self, start: int, end: int) -> str:
        offset = self.parsed.sentence.span.start
        return self.parsed.sentence.text[start - offset : end - offset]

    def quoted(self, clause: Clause) -> bool:
        """Whether the clause's verb stands inside quotation marks."""
        at = self.parsed.words[clause.verb.main].start
        return any(span.start <= at < span.end for span in self.parsed.sentence.quoted)


def draft(parsed: Parsed, story: Story) -> Draft:
    span = parsed.sentence.span
    return Draft(
        parsed,
        story.timexes_in(span),
        story.names_in(span),
        [None if _of_source(parsed, clause) else trigger(parsed, clause) for clause in parsed.clauses],
    )


def _of_source(parsed: Parsed, clause: Clause) -> bool:
    """ "According to a statement released by his office, …": the first clause names the source, and tells nothing."""
    opening = [word.low for word in parsed.words[clause.first : clause.first + 2]]
    return opening == ["according", "to"] and parsed.words[clause.last - 1].low == ","
