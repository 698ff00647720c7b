"""What is known of one article, and how far its telling has gone: later sentences lean on earlier ones."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Generic, Protocol, TypeVar

from dateline.model import (
    Actor,
    Article,
    Demand,
    Description,
    Name,
    Report,
    RoundMention,
    Span,
    Speaker,
    Timex,
    When,
)
from dateline.reports.clauses.clause import Parsed
from dateline.reports.drafts.described import Phrase
from dateline.reports.kinds.civil import civil

KNOWN = frozenset(["armed group", "institution", "outlet"])  # of these "the" says which one: "the court"


@dataclass(frozen=True, slots=True)
class Material:
    """What is known of one article before its reports are made."""

    article: Article
    parsed: tuple[Parsed, ...]
    timexes: tuple[Timex, ...]  # in the order of the text, as names are
    names: tuple[Name, ...]
    rounds: tuple[RoundMention, ...]
    actors: Mapping[str, Actor]
    speak_for: Mapping[str, str] = field(default_factory=dict)  # person -> for whom "we" is said


class Spanned(Protocol):
    @property
    def span(self) -> Span: ...


S = TypeVar("S", bound=Spanned)


class InOrder(Generic[S]):
    """What stands in a text, in its order: what stands in a part of it is found by bisection."""

    def __init__(self, found: Sequence[S]) -> None:
        self._found = found
        self._starts = [one.span.start for one in found]

    def beginning_in(self, span: Span) -> list[S]:
        return list(self._found[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)])

    def last_ended(self, offset: int) -> S | None:
        """The last of those that end at `offset` or before; one that stands there still is passed over."""
        before = range(bisect_left(self._starts, offset) - 1, -1, -1)
        return next((self._found[k] for k in before if self._found[k].span.end <= offset), None)


@dataclass(slots=True)
class Recalled:
    """The days of the last reports that a noun may take up, of the first `seen` reports of the article."""

    seen: int = 0
    alike: When | None = None  # of one in whose words the noun is found
    any: When | None = None  # of one of its kind


@dataclass
class Story:
    """An article as far as it has been gone through: later sentences lean on earlier ones."""

    material: Material
    reports: list[Report] = field(default_factory=list)
    demands: list[Demand] = field(default_factory=list)
    described: dict[str, Description] = field(default_factory=dict)  # "elders" -> the tribal elders named last
    recalled: dict[tuple[object, ...], Recalled] = field(default_factory=dict)  # by what "the attack" may take up
    voices: dict[int, Speaker | None] = field(default_factory=dict)  # who is named as speaking in a paragraph
    rounds: InOrder[RoundMention] = field(init=False)
    paragraphs: dict[int, list[Parsed]] = field(init=False)
    body: list[list[Parsed]] = field(init=False)  # those below the headline, without lines that have no verb
    _before: dict[Span, Parsed] = field(init=False)
    _civil: frozenset[Span] = field(init=False)
    _timexes: InOrder[Timex] = field(init=False)
    _names: InOrder[Name] = field(init=False)

    def __post_init__(self) -> None:
        self._timexes, self._names = InOrder(self.material.timexes), InOrder(self.material.names)
        self.rounds = InOrder(self.material.rounds)
        self.paragraphs, self._before = {}, {}
        for parsed in self.material.parsed:
            paragraph = self.paragraphs.setdefault(parsed.sentence.paragraph, [])
            if paragraph:
                self._before[parsed.sentence.span] = paragraph[-1]
            paragraph.append(parsed)
        below = (told for told in self.paragraphs.values() if not told[0].sentence.headline)
        self.body = [told for told in below if any(parsed.clauses for parsed in told)]
        told = zip(self.material.parsed, civil(self.material.parsed), strict=True)
        self._civil = frozenset(parsed.sentence.span for parsed, peaceful in told if peaceful)

    def civil(self, parsed: Parsed) -> bool:
        """Whether the sentence's words of war are figures of speech."""
        return parsed.sentence.span in self._civil

    @property
    def published(self) -> When:
        return self.material.article.published.when

    def before(self, parsed: Parsed) -> Parsed | None:
        """The sentence before, in the same paragraph."""
        return self._before.get(parsed.sentence.span)

    def timexes_in(self, span: Span) -> list[Timex]:
        return self._timexes.beginning_in(span)

    def names_in(self, span: Span) -> list[Name]:
        return self._names.beginning_in(span)

    def taken_up(self, phrase: Phrase) -> Phrase | None:
        """The description, or for "the elders" the fuller one that the article gave of elders before.

        None for "the minister", where no minister has been spoken of: somebody whom readers know.
        """
        noun = phrase.noun.many.split()[-1]
        known = self.described.get(noun)
        if phrase.bare and known:
            return phrase._replace(who=replace(known, forms=phrase.who.forms))
        if phrase.open or (phrase.single and phrase.noun.group not in KNOWN):
            return None
        self.described[noun] = phrase.who
        return phrase
