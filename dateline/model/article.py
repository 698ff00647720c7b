"""An article as it came, its sentences, and when it was published."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

Precision = Literal["day", "week", "month", "season", "year", "decade", "range", "before", "after", "unknown"]
Basis = Literal["front matter", "header", "body line", "editor", "file name", "text", "corpus", "unknown"]


WITHHELD = "▇"  # stands for each character of a name that the editor withholds


class Span(NamedTuple):
    """`[start, end)` in characters of the article's file as it was read, front matter included.

    Of a row of a table: in the text of that row; of a web page: in the text that was extracted.
    """

    start: int
    end: int

    def meets(self, other: "Span") -> bool:
        """Whether the two have a character in common."""
        return self.start < other.end and other.start < self.end


def readable(text: str) -> str:
    """`text` with withheld names as the names that they are to grammar, character for character: "XXXX said"."""
    return text.replace(WITHHELD, "X")


@dataclass(frozen=True, slots=True)
class Passage:
    """Some words of one article, to be quoted."""

    article: str
    span: Span


@dataclass(frozen=True, slots=True)
class When:
    """An interval of days and how we know it. `first`/`last` are inclusive; None is an open side."""

    edtf: str  # Library of Congress EDTF, level 1 and one-of-a-set; "../.." where nothing is known
    first: date | None
    last: date | None
    precision: Precision
    stated: bool  # False where tense or context implied it and no words of the text state it
    rule: str  # the name of the rule that made it
    anchor: str  # what it was counted from, in words: "published 2019-06-30"; "" where nothing was needed
    explanation: str  # one plain sentence


@dataclass(frozen=True, slots=True)
class Edit:
    """A line of conflict.toml that set or changed something, with its reason."""

    field: str
    was: str
    why: str
    at: str  # "conflict.toml:41"


@dataclass(frozen=True, slots=True)
class Published:
    """When an article was published, and what says so."""

    when: When
    basis: Basis

    @property
    def latest(self) -> date | None:
        """The last day on which it may have been published; the first where the last is open."""
        return self.when.last or self.when.first


@dataclass(frozen=True, slots=True)
class Article:
    """One article as it came. Every span below counts in `text`, which is never changed."""

    id: str
    file: str  # relative to the seeds folder, "/" between folders; of a row of a table "FILE#LINE"
    text: str
    body: str  # as long as `text`; blank: front matter, header line, Markdown markup, line breaks within a paragraph
    sha256: str
    title: str
    source: str | None
    dateline: str | None
    url: str | None
    author: str | None
    language: str | None
    tags: tuple[str, ...]
    published: Published
    dateline_span: Span | None = None  # the place in a header line or dateline ("KABUL")
    editor: tuple[Edit, ...] = ()
    duplicate_of: str | None = None  # the id of the article that this one repeats
    publish: str | None = None  # "quotes" or "full" where the editor, its file or its row says so
    licence: str | None = None  # as the editor gives it
    noindex: bool = False  # search engines are asked to leave its page out
    octets: int = 0  # how many bytes `sha256` is of


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence or a headline. `quoted` are the parts between quotation marks."""

    span: Span
    text: str
    paragraph: int  # from 0
    headline: bool
    quoted: tuple[Span, ...]
