"""Reading + the archive's facts about it -> dated mentions, linked names and Reports."""

from dataclasses import dataclass

from dateline.archive import Archive
from dateline.model import Article, Demand, Discard, Name, Report, RoundMention, Sentence, Timex
from dateline.reading import Reading
from dateline.reports.compose import reports
from dateline.reports.draft import Material
from dateline.temporal.resolve import resolve as resolve_time


@dataclass(frozen=True, slots=True)
class Resolved:
    """All that one article gives."""

    article: Article
    sentences: tuple[Sentence, ...]
    timexes: tuple[Timex, ...]
    names: tuple[Name, ...]
    rounds: tuple[RoundMention, ...]
    reports: tuple[Report, ...]
    discards: tuple[Discard, ...]
    demands: tuple[Demand, ...]


def resolve(reading: Reading, archive: Archive) -> Resolved:
    article = archive.articles[reading.article.id]
    sentences = tuple(parsed.sentence for parsed in reading.parsed)
    timexes = resolve_time(reading.mentions, article.body, sentences, article.published.when)
    names = tuple(sorted(archive.directory.names(article.id), key=lambda name: name.span))
    mentions = archive.round_mentions.get(article.id, ())
    material = Material(article, reading.parsed, timexes, names, mentions, archive.actors)
    return Resolved(article, sentences, timexes, names, mentions, *reports(material))
