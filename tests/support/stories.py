"""Articles and sentences made up for tests."""

from datetime import date

from dateline.articles.load import read
from dateline.merging.merge import events
from dateline.model import Article, Conflict, Event, Sentence
from dateline.relations.relate import relate
from dateline.stages import reading
from dateline.stages.archive import gather
from dateline.stages.known import known_of
from dateline.stages.resolving import resolve
from dateline.text.sentences import sentences
from dateline.timeline import now_of


def article(text: str, file: str = "story.txt", published: str | None = "2019-06-30") -> Article:
    """An article as the loader would make it, published on a Sunday unless said otherwise."""
    head = f"---\ndate: {published}\n---\n" if published else ""
    made, problems = read(file, (head + text).encode(), None)
    assert made is not None and not problems, problems
    return made


def sentence(text: str) -> Sentence:
    (only,) = sentences(article(text))
    return only


def archive_of(*dated: tuple[str, str]) -> tuple[Event, ...]:
    """The events of an archive of articles, each given as its day of publication and its text; "" for no day."""
    found = [reading.read(article(text, f"story{n}.txt", day or None)) for n, (day, text) in enumerate(dated)]
    archive = gather(found, Conflict())
    reports = [report for one in found for report in resolve(one, archive.facts(one.article.id)).reports]
    known = known_of(archive)
    told = events(reports, archive.articles, known)
    return relate(told, archive.articles, known.sides, now_of(archive.articles.values()))


def events_of(text: str, now: date | None = None) -> tuple[Event, ...]:
    """The events of an archive that holds one article with this text."""
    found = reading.read(article(text))
    archive = gather([found], Conflict())
    known = known_of(archive)
    told = events(resolve(found, archive.facts(found.article.id)).reports, archive.articles, known)
    return relate(told, archive.articles, known.sides, now)
