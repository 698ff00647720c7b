"""What only the whole archive shows: names and rounds linked, and bounds for articles that state no date."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dateline import edtf, rounds
from dateline.model import Actor, Article, Conflict, Published, Round, RoundMention, Timex
from dateline.names.directory import Directory
from dateline.names.link import link
from dateline.reading import Reading
from dateline.reports.clauses import Clause, Parsed
from dateline.temporal.resolve import resolve

FORWARD = frozenset(["by", "until", "before", "for", "till", "to", "from"])


@dataclass(frozen=True)
class Archive:
    """The archive's facts: `articles` with the best publication date that can be had."""

    articles: dict[str, Article]
    directory: Directory
    actors: dict[str, Actor]
    round_mentions: dict[str, tuple[RoundMention, ...]]
    rounds: tuple[Round, ...]


def gather(readings: Sequence[Reading], conflict: Conflict) -> Archive:
    texts = {reading.article.id: reading.article.text for reading in readings}
    directory = link({reading.article.id: reading.names for reading in readings}, texts, conflict)
    candidates = {reading.article.id: reading.rounds for reading in readings}
    mentions, known = rounds.link(candidates, texts, directory.mentions, conflict)
    articles = {reading.article.id: _dated(reading) for reading in readings}
    actors = {actor.id: actor for actor in directory.actors}
    return Archive(articles, directory, actors, dict(mentions), known)


def _dated(reading: Reading) -> Article:
    """An article without a date is no older than the latest full date that it tells as past."""
    article = reading.article
    if article.published.basis != "unknown":
        return article
    sentences = [parsed.sentence for parsed in reading.parsed]
    told = resolve(reading.mentions, article.body, sentences, edtf.UNKNOWN)
    past = [timex for timex in told if _past(timex, reading)]
    if not past:
        return article
    latest = max(past, key=lambda timex: (timex.when.first, -timex.span.start))
    why = f"Not stated; it tells of {latest.when.edtf} (‘{latest.text}’) as past, so it was published then or later."
    when = edtf.when_within(
        latest.when.first, None, rule="latest date told", anchor=latest.text, explanation=why, stated=False
    )
    return replace(article, published=Published(when, "text"))


def _past(timex: Timex, reading: Reading) -> bool:
    """A date with its year, in a sentence that tells no future."""
    if timex.type != "DATE" or timex.when.first is None or timex.signal in FORWARD or not timex.when.stated:
        return False
    at = bisect_right(reading.parsed, timex.span.start, key=lambda parsed: parsed.sentence.span.start) - 1
    if at < 0 or timex.span.start >= reading.parsed[at].sentence.span.end:
        return False
    return any(_tells_past(reading.parsed[at], clause, timex) for clause in reading.parsed[at].clauses)


def _tells_past(parsed: Parsed, clause: Clause, timex: Timex) -> bool:
    """Whether the expression stands in a clause of the plain past, and in no infinitive of it ("to leave on …")."""
    verb, words = clause.verb, parsed.words
    span = parsed.span(clause.first, clause.last)
    if not span.start <= timex.span.start < span.end or clause.relation == "condition":
        return False
    past = verb.finite and (verb.tense == "past" or verb.perfect) and not verb.modal and not verb.chain
    inside = words[clause.first : clause.last]
    infinitive = any(word.low == "to" and word.end <= timex.span.start for word in inside)
    return past and not infinitive and not any(word.low == "deadline" for word in inside)
