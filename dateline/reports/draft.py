"""What is worked out on the way from clauses to reports: for one sentence, and for its article so far."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from dateline.model import Actor, Article, Name, Report, RoundMention, Speaker, Timex, When
from dateline.reports.clauses import Clause, Parsed
from dateline.reports.dating import Dated
from dateline.reports.event_nouns import Trigger
from dateline.reports.kinds import trigger


@dataclass(frozen=True, slots=True)
class Material:
    """What is known of one article before its reports are made."""

    article: Article
    parsed: tuple[Parsed, ...]
    timexes: tuple[Timex, ...]
    names: tuple[Name, ...]
    rounds: tuple[RoundMention, ...]
    actors: Mapping[str, Actor]


@dataclass
class Story:
    """An article as far as it has been gone through: later sentences lean on earlier ones."""

    material: Material
    reports: list[Report] = field(default_factory=list)

    @property
    def published(self) -> When:
        return self.material.article.published.when


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


def draft(parsed: Parsed, material: Material) -> Draft:
    start, end = parsed.sentence.span
    return Draft(
        parsed,
        [timex for timex in material.timexes if start <= timex.span.start < end],
        [name for name in material.names if start <= name.span.start < end],
        [trigger(parsed, clause) for clause in parsed.clauses],
    )
