"""What only the whole archive shows: names and rounds linked, and bounds for articles that state no date."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from dateline.cache.table import Table
from dateline.model import Actor, Article, Conflict, Name, Round, RoundMention
from dateline.names.linking.directory import Directory
from dateline.names.linking.link import link
from dateline.rounds import link as rounds
from dateline.stages.reading import Heard


@dataclass(frozen=True, slots=True)
class Facts:
    """What the archive knows about one article: its date, and who and what its names and rounds stand for."""

    article: Article
    names: tuple[Name, ...]  # in the order of the text
    rounds: tuple[RoundMention, ...]
    actors: dict[str, Actor]  # those that it names, with name and kind alone: what others say of them is not its own
    speak_for: Mapping[str, str]  # for whom those of them who are persons say "we"


@dataclass(frozen=True)
class Archive:
    """The archive's facts: `articles` with the best publication date that can be had."""

    articles: dict[str, Article]
    directory: Directory
    actors: dict[str, Actor]
    round_mentions: dict[str, tuple[RoundMention, ...]]
    rounds: tuple[Round, ...]

    def facts(self, article_id: str) -> Facts:
        """What of all this concerns one article, and nothing more: its result is kept as long as this is the same."""
        names = tuple(sorted(self.directory.names(article_id), key=lambda name: name.span))
        known = [self.actors[id] for id in sorted({name.id for name in names if name.id}) if id in self.actors]
        actors = {one.id: Actor(one.id, one.name, one.kind) for one in known}
        speak_for = {id: side for id in actors if (side := self.directory.spokesmen.get(id))}
        return Facts(self.articles[article_id], names, self.round_mentions.get(article_id, ()), actors, speak_for)


def gather(
    readings: Sequence[Heard],
    conflict: Conflict,
    before: Table | None = None,
    keys: Mapping[str, bytes] = MappingProxyType({}),
) -> Archive:
    """Links the names and rounds of all articles; their order decides nothing. `before` and `keys`: see `link`."""
    texts = {reading.article.id: reading.article.text for reading in readings}
    directory = link({reading.article.id: reading.names for reading in readings}, texts, conflict, before, keys)
    candidates = {reading.article.id: reading.rounds for reading in readings}
    mentions, known = rounds.link(candidates, texts, directory.mentions, conflict)
    articles = {reading.article.id: _bounded(reading) for reading in readings}
    actors = {actor.id: actor for actor in directory.actors}
    return Archive(articles, directory, actors, dict(mentions), known)


def _bounded(reading: Heard) -> Article:
    """An article without a date of its own has the bound that its words give."""
    article = reading.article
    unknown = article.published.basis == "unknown"
    return replace(article, published=reading.terminus) if unknown and reading.terminus else article
