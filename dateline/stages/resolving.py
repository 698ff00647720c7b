"""Reading + the archive's facts about it -> dated mentions, linked names and Reports."""

from dataclasses import dataclass

from dateline.faults import Fault
from dateline.model import Article, Demand, Discard, Name, Report, RoundMention, Sentence, Timex
from dateline.reports.compose import reports
from dateline.reports.drafts.story import Material
from dateline.stages.archive import Facts
from dateline.stages.reading import Reading
from dateline.temporal.ranges import ranged
from dateline.temporal.resolve import resolve as resolve_time


@dataclass(frozen=True, slots=True)
class Told:
    """What one article tells the timeline."""

    article: Article
    rounds: tuple[RoundMention, ...]
    reports: tuple[Report, ...]
    discards: tuple[Discard, ...]
    demands: tuple[Demand, ...]
    faults: tuple[Fault, ...]
    yearless: tuple[Timex, ...]  # dates in a month of a year that nothing tells


@dataclass(frozen=True, slots=True)
class Resolved(Told):
    """All that one article gives."""

    sentences: tuple[Sentence, ...]
    timexes: tuple[Timex, ...]
    names: tuple[Name, ...]


def resolve(reading: Reading, facts: Facts) -> Resolved:
    """Pure: the same reading and the same facts give the same, whatever else is in the archive."""
    article = facts.article
    sentences = tuple(parsed.sentence for parsed in reading.parsed)
    timexes = resolve_time(reading.mentions, article.body, sentences, article.published.when)
    dates = ranged(timexes, article.body)
    material = Material(article, reading.parsed, dates, facts.names, facts.rounds, facts.actors, facts.speak_for)
    told = reports(material)
    yearless = tuple(timex for timex in timexes if timex.value.startswith("XXXX-"))
    return Resolved(article, facts.rounds, *told, yearless, sentences, timexes, facts.names)
