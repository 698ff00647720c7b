"""What is worked out on the way from clauses to reports: for one sentence, and for its article so far."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from dateline.lexicon.load import document
from dateline.model import (
    Name,
    Report,
    Span,
    Speaker,
    Timex,
)
from dateline.reports.clauses.clause import Clause, Parsed
from dateline.reports.clauses.subject_core import SELF
from dateline.reports.clauses.subjects import subject_span
from dateline.reports.drafts.dating import Dated
from dateline.reports.drafts.described import Phrase, phrases
from dateline.reports.drafts.story import Story
from dateline.reports.grammar.closed_classes import COORDINATORS
from dateline.reports.grammar.event_nouns import Trigger
from dateline.reports.grammar.speech_verbs import says
from dateline.reports.kinds.civil import figure, without_figures
from dateline.reports.kinds.dated_deeds import dated_deed
from dateline.reports.kinds.kind import trigger


@dataclass
class Draft:
    """One sentence: the events of its clauses, who says them, and the dates found so far."""

    parsed: Parsed
    clauses: tuple[Clause, ...]
    timexes: list[Timex]
    names: list[Name]
    triggers: list[Trigger | None]
    sayings: dict[int, Clause]  # the clauses with a verb of saying
    phrases: list[Phrase]  # who is described and not named
    taken: set[int] = field(default_factory=set)  # offsets of expressions that date a noun phrase
    described: set[int] = field(default_factory=set)  # tokens of nouns that an aside dates
    speakers: dict[int, Speaker | None] = field(default_factory=dict)
    dates: dict[int, Dated] = field(default_factory=dict)
    reports: list[Report] = field(default_factory=list)
    passing: list[str] = field(default_factory=list)  # why clauses with an event word are no line of their own
    _subjects: dict[int, Span | None] = field(default_factory=dict)

    def subject(self, n: int) -> Span | None:
        """The tokens of the subject of clause `n`, looked for once."""
        if n not in self._subjects:
            self._subjects[n] = subject_span(self.parsed, n)
        return self._subjects[n]

    def speaks_of_itself(self, n: int) -> bool:
        """ "The army said it had …": the pronoun under a verb of saying is whoever says so, and nobody named before."""
        clause = self.clauses[n]
        if clause.governor is None or clause.relation != "complement" or clause.subject is None:
            return False
        span = self.subject(n)
        if span is None or span.end - span.start != 1 or self.parsed.words[span.start].low not in SELF:
            return False
        if self.quoted(clause) and not self.quoted(self.clauses[clause.governor]):
            return False  # “He has been acquitted,” the envoy said: who quotes himself says "I"
        pronoun = self.parsed.words[span.start].low
        if pronoun == "they":
            return not self._one_says(clause.governor)
        return pronoun not in ("he", "she") or not self._several_say(clause.governor)

    def _one_says(self, n: int) -> bool:
        """ "The minister, Ann Lee, said they would leave": others, and not she."""
        span = self.subject(n)
        if span is None or any(word.low in COORDINATORS for word in self.parsed.words[slice(*span)]):
            return False
        start, end = self.parsed.words[span.start].start, self.parsed.words[span.end - 1].end
        return any(name.kind == "person" and start <= name.span.start and name.span.end == end for name in self.names)

    def _several_say(self, n: int) -> bool:
        """ "Aides say that he …", "The court heard that he …": several or a body, and not he."""
        span = self.subject(n)
        return span is not None and self.parsed.words[span.end - 1].low in _no_person()

    def borrowed(self) -> set[int]:
        """Offsets of pronouns that mean whoever speaks: their actor is the speaker's."""
        own = [self.subject(n) for n in range(len(self.clauses)) if self.speaks_of_itself(n)]
        return {self.parsed.words[subject.start].start for subject in own if subject}

    def text(self, start: int, end: int) -> str:
        offset = self.parsed.sentence.span.start
        return self.parsed.sentence.text[start - offset : end - offset]

    def quoted(self, clause: Clause) -> bool:
        """Whether the clause's verb stands inside quotation marks."""
        return in_quotation(self.parsed, clause)


@cache
def _no_person() -> frozenset[str]:
    speakers = document("speech").data["speakers"]
    return frozenset([*speakers["plurals"], *speakers["bodies"]])


def in_quotation(parsed: Parsed, clause: Clause) -> bool:
    """Whether the clause's verb stands inside quotation marks."""
    if not parsed.sentence.quoted:
        return False
    at = parsed.words[clause.verb.main].start
    return any(span.start <= at < span.end for span in parsed.sentence.quoted)


def draft(parsed: Parsed, story: Story) -> Draft:
    span = parsed.sentence.span
    peaceful = story.civil(parsed)
    parsed = without_figures(parsed) if peaceful else parsed
    names, timexes = story.names_in(span), story.timexes_in(span)
    verbs = frozenset(k for clause in parsed.clauses for k in range(clause.verb.first, clause.verb.last))
    return Draft(
        parsed,
        parsed.clauses,
        timexes,
        names,
        [_event(parsed, clause, timexes, peaceful=peaceful) for clause in parsed.clauses],
        {n: clause for n, clause in enumerate(parsed.clauses) if says(clause.verb)},
        [one for phrase in reversed([*phrases(parsed, names, verbs)]) if (one := story.taken_up(phrase))],
    )


def _event(parsed: Parsed, clause: Clause, timexes: Sequence[Timex], *, peaceful: bool) -> Trigger | None:
    if _of_source(parsed, clause):
        return None
    found = trigger(parsed, clause)
    found = figure(parsed, clause, found) if found and peaceful else found
    return found or dated_deed(parsed, clause, timexes)


def _of_source(parsed: Parsed, clause: Clause) -> bool:
    """ "According to a statement released by his office, …": the first clause names the source, and tells nothing."""
    words, first = parsed.words, clause.first
    return words[clause.last - 1].low == "," and words[first].low == "according" and words[first + 1].low == "to"
