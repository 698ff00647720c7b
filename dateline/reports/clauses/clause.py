"""A clause and a parsed sentence, as the other modules take them."""

from dataclasses import dataclass
from typing import NamedTuple

from dateline.model import Sentence, Span
from dateline.reports.clauses.clause_marks import Relation
from dateline.reports.grammar.event_nouns import Trigger
from dateline.reports.grammar.tokens import Token
from dateline.reports.grammar.verb_group import VerbGroup

LONGEST = 500  # words of a sentence; what is longer is a list or a table, and is not parsed


class Clause(NamedTuple):
    """A stretch of a sentence around one verb group. Token indexes count in the sentence's tokens."""

    first: int
    last: int  # exclusive
    verb: VerbGroup
    relation: Relation
    subject: Span | None  # tokens that may be its subject; None where it has none of its own
    governor: int | None = None  # the clause that says, hopes or fears this one
    leader: int | None = None  # the clause whose subject this one shares, where it has none of its own


@dataclass(frozen=True, slots=True)
class Parsed:
    """A sentence with its tokens and clauses; `clauses` is empty for a sentence without a verb."""

    sentence: Sentence
    words: tuple[Token, ...]
    clauses: tuple[Clause, ...]
    nouns: tuple[Trigger, ...]  # every event noun of the sentence

    def span(self, first: int, last: int) -> Span:
        return Span(self.words[first].start, self.words[last - 1].end)

    def event_nouns(self, first: int, last: int) -> list[Trigger]:
        """The event nouns among the tokens `[first, last)`, in order."""
        return [noun for noun in self.nouns if first <= noun.first and noun.last <= last]
