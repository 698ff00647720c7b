"""The stages that look at one article alone: remembered from build to build, and spread over several processes.

What is kept and what travels are bytes. A result has two parts: what the whole archive is made of, and what only the
next stage of the same article, or a reader of it, asks for.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dateline.archive import Archive
from dateline.articles.document import Document
from dateline.articles.load import Loaded, load_document
from dateline.cache.memo import Kept, Memo, opened
from dateline.cache.packing import digest, packed, unpacked
from dateline.model import Article, ArticleNote, Name
from dateline.reading import Heard, Reading, read
from dateline.resolving import Resolved, Told, resolve

Parts = tuple[object, object]


@dataclass(frozen=True, slots=True)
class Read:
    """An article that was read. `analysis` fetches the bytes of its clauses and time expressions."""

    heard: Heard
    key: bytes
    analysis: Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Resolution:
    """An article that was resolved."""

    told: Told
    names: tuple[Name, ...]
    kept: Kept

    def whole(self) -> Resolved:
        """All that was found in it."""
        one = self.told
        sentences, timexes = self.kept.rest
        told = (one.article, one.rounds, one.reports, one.discards, one.demands, one.yearless)
        return Resolved(*told, sentences, timexes, self.names)


def load_each(memo: Memo, given: Sequence[tuple[Document, ArticleNote | None]]) -> list[Loaded]:
    """What each document says of itself, with the editor's note on it."""
    keys = [digest("article", *one) for one in given]
    return [kept.first for kept in memo.each(_load, keys, lambda n: (packed(given[n]),), "loading")]


def read_each(memo: Memo, articles: Sequence[Article]) -> list[Read]:
    keys = [digest("reading", article) for article in articles]
    kept = memo.each(_read, keys, lambda n: (packed(articles[n]),), "reading")
    return [
        Read(Heard(article, *found.first), key, found.fetch)
        for article, key, found in zip(articles, keys, kept, strict=True)
    ]


def resolve_each(memo: Memo, readings: Sequence[Read], archive: Archive) -> list[Resolution]:
    facts = [archive.facts(one.heard.article.id) for one in readings]
    keys = [digest("resolved", one.key, known) for one, known in zip(readings, facts, strict=True)]
    kept = memo.each(_resolve, keys, lambda n: (packed(facts[n]), readings[n].analysis()), "resolving")
    return [
        Resolution(Told(known.article, known.rounds, *found.first), known.names, found)
        for known, found in zip(facts, kept, strict=True)
    ]


def _load(given: bytes) -> Parts:
    return load_document(*unpacked(given)), None


def _read(article: bytes) -> Parts:
    one = read(unpacked(article))
    return (one.names, one.rounds, one.terminus), (one.parsed, one.mentions)


def _resolve(facts: bytes, analysis: bytes) -> Parts:
    known = unpacked(facts)
    one = resolve(Reading(known.article, (), (), None, *opened(analysis)), known)
    return (one.reports, one.discards, one.demands, one.yearless), (one.sentences, one.timexes)
