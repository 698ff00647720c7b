"""Articles and sentences made up for tests."""

from dateline.articles.load import read
from dateline.model import Article, Sentence
from dateline.sentences import sentences


def article(text: str, file: str = "story.txt", published: str | None = "2019-06-30") -> Article:
    """An article as the loader would make it, published on a Sunday unless said otherwise."""
    head = f"---\ndate: {published}\n---\n" if published else ""
    made, problems = read(file, (head + text).encode(), None)
    assert made is not None and not problems, problems
    return made


def sentence(text: str) -> Sentence:
    (only,) = sentences(article(text))
    return only
