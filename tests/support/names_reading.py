"""Reads example texts as the pipeline does, as far as names and rounds need it."""

from dateline import edtf
from dateline.model import Article, Conflict, Published
from dateline.names.find import find
from dateline.names.finding.candidate import Candidate
from dateline.names.linking.directory import Directory
from dateline.names.linking.link import link
from dateline.text.sentences import sentences

BREAK = "\n===\n"


def article(identity: str, text: str) -> Article:
    """An article of which nothing but its text is known."""
    unknown = Published(edtf.UNKNOWN, "unknown")
    return Article(identity, f"{identity}.txt", text, text, "", "", None, None, None, None, None, (), unknown)


def archive(text: str) -> dict[str, Article]:
    """The articles of an example, `a0`, `a1` …, one for each part between `===` lines."""
    return {f"a{number}": article(f"a{number}", part) for number, part in enumerate(text.split(BREAK))}


def candidates(articles: dict[str, Article]) -> dict[str, tuple[Candidate, ...]]:
    return {key: find(one.body, sentences(one), one.dateline_span) for key, one in articles.items()}


def directory(text: str, conflict: Conflict | None = None) -> Directory:
    """The linked names of an example."""
    articles = archive(text)
    texts = {key: one.text for key, one in articles.items()}
    return link(candidates(articles), texts, conflict or Conflict())
