"""Reads one article, alone and without a clock: sentences, clauses, mentions of time, of names and of rounds."""

from dataclasses import dataclass

from dateline import rounds
from dateline.model import Article
from dateline.names import find as names
from dateline.names.candidate import Candidate
from dateline.reports.clauses import Parsed, parse
from dateline.sentences import sentences
from dateline.temporal import find as temporal
from dateline.temporal.expression import Mention


@dataclass(frozen=True, slots=True)
class Reading:
    """What an article says, before any day is counted and any name linked."""

    article: Article
    parsed: tuple[Parsed, ...]
    mentions: tuple[Mention, ...]
    names: tuple[Candidate, ...]
    rounds: tuple[rounds.RoundCandidate, ...]


def read(article: Article) -> Reading:
    """Pure: the same article gives the same Reading, whatever else is in the archive."""
    found = sentences(article)
    return Reading(
        article,
        tuple(parse(sentence) for sentence in found),
        temporal.find(article.body, found),
        names.find(article.body, found, article.dateline_span),
        rounds.find(article.body, found),
    )
