"""The stages that look at one article alone: remembered from build to build, and spread over several processes.

What is kept and what travels are bytes. A result has two parts: what the whole archive is made of, and what only the
next stage of the same article, or a reader of it, asks for. A fault costs the sentence or the article that it is
brought about by.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from dateline.articles.document import Document
from dateline.articles.load import Loaded, load_document
from dateline.cache.memo import Kept, Memo, opened
from dateline.cache.packing import digest, packed, unpacked
from dateline.faults import SENTENCE, kept_apart, problem, without_faulty
from dateline.model import Article, ArticleNote, Conflict, Name
from dateline.problems import Problem, line_at
from dateline.stages.archive import Archive, Facts, gather
from dateline.stages.reading import Heard, Reading, read
from dateline.stages.resolving import Resolved, Told, resolve

Parts = tuple[object, object]
_NAMELESS = "the names in it are left out"


@dataclass(frozen=True, slots=True)
class Read:
    """An article that was read. `analysis` fetches the bytes of its clauses and time expressions."""

    heard: Heard
    key: bytes
    analysis: Callable[[], bytes]
    fault: str  # "" for none


@dataclass(frozen=True, slots=True)
class Resolution:
    """An article that was resolved. `key`: a digest of all that it was made from."""

    told: Told
    key: bytes
    names: tuple[Name, ...]
    kept: Kept
    fault: str

    def whole(self) -> Resolved:
        """All that was found in it."""
        one = self.told
        sentences, timexes = self.kept.rest
        told = (one.article, one.rounds, one.reports, one.discards, one.demands, one.faults, one.yearless)
        return Resolved(*told, sentences, timexes, self.names)


def faults_of(readings: Sequence[Read], resolved: Sequence[Resolution]) -> list[Problem]:
    """What went wrong in resolving articles, and in single sentences of them."""
    missing = [problem(one.told.article.file, one.fault, "its events are missing") for one in resolved if one.fault]
    return missing + [
        problem(article.file, fault.what, SENTENCE, line_at(article.text, fault.at))
        for read, one in zip(readings, resolved, strict=True)
        for article in [one.told.article]
        for fault in dict.fromkeys([*read.heard.faults, *one.told.faults])
    ]


def load_each(memo: Memo, given: Sequence[tuple[Document, ArticleNote | None]]) -> list[Loaded]:
    """What each document says of itself, with the editor's note on it."""
    keys = [digest("article", *one) for one in given]
    return [kept.first for kept in memo.each(_load, keys, lambda n: (packed(given[n]),), "loading")]


def read_each(memo: Memo, articles: Sequence[Article]) -> list[Read]:
    """What each article says by itself, in their order."""
    keys = [digest("reading", article) for article in articles]
    kept = memo.each(_read, keys, lambda n: (packed(articles[n]),), "reading")
    return [
        Read(Heard(article, *found.first[0]), key, found.fetch, found.first[1])
        for article, key, found in zip(articles, keys, kept, strict=True)
    ]


def gathered(memo: Memo, readings: Sequence[Read], conflict: Conflict) -> tuple[Archive, list[Problem]]:
    """What only all articles show, and what went wrong in reading and gathering them."""
    heard = [one.heard for one in readings]
    editors = digest(conflict.actors, conflict.places, conflict.tracks)
    keys = {one.heard.article.id: one.key + editors for one in readings}
    with memo.table("names") as before:
        archive, faults = without_faulty(lambda some: gather(some, conflict, before, keys), heard, _unheard)
    problems = [problem(one.heard.article.file, one.fault, "nothing is read of it") for one in readings if one.fault]
    named = zip(heard, faults, strict=True)
    return archive, problems + [problem(one.article.file, fault, _NAMELESS) for one, fault in named if fault]


def _unheard(one: Heard) -> Heard:
    return replace(one, names=(), rounds=())


def resolve_each(memo: Memo, readings: Sequence[Read], archive: Archive) -> list[Resolution]:
    """Each article again, with what the archive knows of it, in their order."""
    facts = [archive.facts(one.heard.article.id) for one in readings]
    keys = [_key(one, known) for one, known in zip(readings, facts, strict=True)]
    kept = memo.each(
        _resolve,
        keys,
        lambda n: (packed(facts[n]), readings[n].analysis()),
        "resolving",
        lambda n, first: all(facts[n].speak_for.get(who) == side for who, side in first[2]),
    )
    return [
        Resolution(
            Told(known.article, known.rounds, *found.first[0]),
            digest(key, found.first[2]),
            known.names,
            found,
            found.first[1],
        )
        for known, key, found in zip(facts, keys, kept, strict=True)
    ]


def _key(one: Read, known: Facts) -> bytes:
    """A digest of what an article is resolved from; that of its reading tells of the article as it was then.

    For whom the persons that it names speak is left out: few are asked for, and those are noted.
    """
    article = None if known.article is one.heard.article else known.article
    return digest("resolved", one.key, article, known.names, known.rounds, known.actors)


class _Noted(Mapping[str, str]):
    """Answers that can be asked for one by one, and are noted: None for what is not known."""

    def __init__(self, answers: Mapping[str, str]) -> None:
        self._answers = answers
        self.asked: dict[str, str | None] = {}

    def __getitem__(self, key: str) -> str:
        self.asked[key] = self._answers.get(key)
        return self._answers[key]

    def __iter__(self) -> Iterator[str]:
        raise NotImplementedError("what is asked of all of them would not be noted")

    def __len__(self) -> int:
        raise NotImplementedError("what is asked of all of them would not be noted")


def _load(given: bytes) -> Parts:
    document, note = unpacked(given)
    found, fault = kept_apart(partial(load_document, document, note), Loaded(None, None, []))
    return found._replace(problems=[problem(document.file, fault, "it is left out")]) if fault else found, None


def _read(given: bytes) -> Parts:
    article = unpacked(given)
    one, fault = kept_apart(partial(read, article), Reading(article, (), (), None, (), (), ()))
    return ((one.names, one.rounds, one.terminus, one.faults), fault), (one.parsed, one.mentions)


def _resolve(facts: bytes, analysis: bytes) -> Parts:
    known = unpacked(facts)
    reading = Reading(known.article, (), (), None, (), *opened(analysis))
    nothing = Resolved(known.article, known.rounds, (), (), (), (), (), (), (), known.names)
    speak_for = _Noted(known.speak_for)
    one, fault = kept_apart(partial(resolve, reading, replace(known, speak_for=speak_for)), nothing)
    told = (one.reports, one.discards, one.demands, one.faults, one.yearless)
    return (told, fault, tuple(speak_for.asked.items())), (one.sentences, one.timexes)
