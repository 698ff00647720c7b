"""Reads one article, alone and without a clock: sentences, clauses, mentions of time, of names and of rounds."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from dateline.faults import Fault, kept_apart
from dateline.model import Article, Published, Sentence
from dateline.names import find as names
from dateline.names.finding.candidate import Candidate
from dateline.reports.clauses.clause import Parsed
from dateline.reports.clauses.parsing import parse
from dateline.rounds import find as rounds
from dateline.rounds.series import RoundCandidate
from dateline.stages.terminus import terminus
from dateline.temporal import find as temporal
from dateline.temporal.grammar.expression import Mention
from dateline.text.sentences import sentences


@dataclass(frozen=True, slots=True)
class Heard:
    """What an article says that concerns the whole archive. `terminus` is the bound that it gives its own date."""

    article: Article
    names: tuple[Candidate, ...]
    rounds: tuple[RoundCandidate, ...]
    terminus: Published | None
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class Reading(Heard):
    """All that an article says, before any day is counted and any name linked."""

    parsed: tuple[Parsed, ...]
    mentions: tuple[Mention, ...]


def read(article: Article) -> Reading:
    """Pure: the same article gives the same Reading, whatever else is in the archive."""
    found = sentences(article)
    parsed, faults = _parsed(found)
    mentions = temporal.find(article.body, found)
    return Reading(
        article=article,
        names=names.find(article.body, found, article.dateline_span),
        rounds=rounds.find(article.body, found),
        terminus=terminus(article, parsed, mentions) if article.published.basis == "unknown" else None,
        faults=faults,
        parsed=parsed,
        mentions=mentions,
    )


def _parsed(found: Sequence[Sentence]) -> tuple[tuple[Parsed, ...], tuple[Fault, ...]]:
    """The clauses of each sentence; none, and the fault, of one that cannot be parsed."""
    each = [kept_apart(partial(parse, one), Parsed(one, (), (), ())) for one in found]
    faults = (Fault(one.span.start, fault) for one, (_, fault) in zip(found, each, strict=True) if fault)
    return tuple(parsed for parsed, _ in each), tuple(faults)
