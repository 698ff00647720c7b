"""The articles: the list, and each one's page with its quoted evidence or its whole text."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.model import Article, Discard, Event, Report, Span
from dateline.web import urls
from dateline.web.dates import Words, in_words
from dateline.web.labels import LANE, STATUS, Lane, Status
from dateline.web.lookup import Lookup
from dateline.web.marking import Html, Mark, mark
from dateline.web.views.card import date_of
from dateline.web.views.parts import Link, Note, article_link, event_link, evidence_id, language, notes
from dateline.web.words import many, said

_BASIS = {
    "front matter": said("said in its metadata"),
    "header": said("said in its header line"),
    "body line": said("said on a line of its own in the text"),
    "editor": said("given by an editor"),
    "file name": said("read from the file's name"),
    "text": said("concluded from its text"),
    "corpus": said("concluded from the other articles"),
    "unknown": said("not known"),
}
_BLANK_LINES = re.compile(r"\n[^\S\n]*\n\s*")


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article in the list."""

    link: Link
    source: str
    published: Words
    events: int
    lang: str | None
    duplicate_of: Link | None


@dataclass(frozen=True, slots=True)
class Found:
    """An event that rests on this article; `number` is that of its mark in the text."""

    number: int
    link: Link
    date: Words
    status: Status
    lane: Lane


@dataclass(frozen=True, slots=True)
class Gap:
    """Sentences that were read without leading to an event, as a count, and why not, as the machine says it."""

    sentences: str
    why: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A quoted passage; `gap` says what was left out before it, None where nothing was."""

    gap: Gap | None
    html: Html
    found: tuple[Found, ...]


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """`text` is the whole article where it may be published, else there are `passages`."""

    row: ArticleRow
    basis: str
    explanation: str
    url: str | None
    licence: str | None
    file: str
    sha256: str
    full: bool
    text: tuple[Html, ...]
    passages: tuple[Passage, ...]
    last_gap: Gap | None
    anchors: tuple[str, ...]
    found: tuple[Found, ...]
    notes: tuple[Note, ...]


def article_rows(lookup: Lookup) -> tuple[ArticleRow, ...]:
    return tuple(_row(one, lookup) for one in lookup.timeline.articles)


def article_page(article: Article, lookup: Lookup) -> ArticlePage:
    evidence = lookup.evidence.get(article.id, ())
    found = tuple(_found(number, event, lookup) for number, (_, event) in enumerate(evidence, 1))
    marks = [
        _mark(number, report, event, lookup, urls.up(urls.article(article.id)))
        for number, (report, event) in enumerate(evidence, 1)
    ]
    full = _may_be_whole(article, lookup)
    text, anchors = _whole(article, marks) if full else ((), ())
    passages, last_gap = ((), None) if full else _passages(article, marks, found, lookup)
    return ArticlePage(
        row=_row(article, lookup),
        basis=_BASIS[article.published.basis],
        explanation=article.published.when.explanation,
        url=urls.external(article.url),
        licence=article.licence,
        file=article.file,
        sha256=article.sha256,
        full=full,
        text=text,
        passages=passages,
        last_gap=last_gap,
        anchors=anchors,
        found=found,
        notes=notes(article.editor),
    )


def whole_text(article: Article, lookup: Lookup) -> tuple[str, ...]:
    """The paragraphs of an article, without markup; none of one that may only be quoted."""
    if not _may_be_whole(article, lookup):
        return ()
    return tuple(" ".join(article.body[start:end].split()) for start, end in _paragraphs(article.body))


def _may_be_whole(article: Article, lookup: Lookup) -> bool:
    return lookup.publish.get(article.id) == "full"


def _row(article: Article, lookup: Lookup) -> ArticleRow:
    same = lookup.articles.get(article.duplicate_of or "")
    return ArticleRow(
        link=article_link(article),
        source=article.source or said("source not stated"),
        published=in_words(article.published.when),
        events=len({event.id for _, event in lookup.evidence.get(article.id, ())}),
        lang=language(article, lookup),
        duplicate_of=article_link(same) if same else None,
    )


def _found(number: int, event: Event, lookup: Lookup) -> Found:
    return Found(number, event_link(event, lookup), date_of(event), STATUS[event.modality], LANE[event.type])


def _mark(number: int, report: Report, event: Event, lookup: Lookup, up: str) -> Mark:
    href = up + urls.address(lookup.path(event.id))
    return Mark(report.span, evidence_id(*report.span), number, href, event.headline)


def _passages(
    article: Article, marks: Sequence[Mark], found: Sequence[Found], lookup: Lookup
) -> tuple[tuple[Passage, ...], Gap | None]:
    """The quoted passages, overlapping quotes in one, and what was left out after the last."""
    spans = _merged(one.span for one in marks)
    html = mark(article.text, spans, marks).ranges
    left_out = list(reversed(lookup.discards.get(article.id, ())))
    unquoted = list(zip(reversed(marks), reversed(found), strict=True))
    passages = []
    for span, quoted in zip(spans, html, strict=True):
        before, here = [], []
        while left_out and left_out[-1].span.start < span.start:
            before.append(left_out.pop())
        while unquoted and unquoted[-1][0].span.start < span.end:
            here.append(unquoted.pop()[1])
        passages.append(Passage(_gap(before), quoted, tuple(here)))
    return tuple(passages), _gap(left_out)


def _merged(spans: Iterable[Span]) -> list[Span]:
    """Sorted spans, those that overlap made one."""
    merged: list[Span] = []
    for span in spans:
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def _gap(discards: Sequence[Discard]) -> Gap | None:
    """What was left out, as a count with its reasons: "3 sentences: no date (2), no event verb"."""
    if not discards:
        return None
    reasons = sorted(Counter(one.why for one in discards).items(), key=lambda pair: (-pair[1], pair[0]))
    why = ", ".join(f"{why} ({number})" if number > 1 else why for why, number in reasons)
    return Gap(many("%(n)s sentence:", "%(n)s sentences:", len(discards)), why)


def _whole(article: Article, marks: Sequence[Mark]) -> tuple[tuple[Html, ...], tuple[str, ...]]:
    """The whole text with its marks, and the anchors of the marks that found no place in it."""
    if article.file.lower().endswith((".md", ".markdown")):
        from dateline.web import markdown  # only archives of Markdown pay for loading it

        html, unplaced = markdown.render(article.text, _first_line(article), marks, article.url)
        return (html,), unplaced
    marked = mark(article.body, _paragraphs(article.body), marks)
    return tuple(Html(f'<p dir="auto">{html}</p>') for html in marked.ranges), marked.unplaced


def _first_line(article: Article) -> int:
    """Where the line begins that holds the first words after front matter and header."""
    words = len(article.body) - len(article.body.lstrip())
    return article.text.rfind("\n", 0, words) + 1


def _paragraphs(body: str) -> list[Span]:
    """The paragraphs of a plain text: what blank lines part, or lines where there is no blank one."""
    gaps = list(_BLANK_LINES.finditer(body)) or list(re.finditer(r"\n\s*", body))
    ends = [*(gap.start() for gap in gaps), len(body)]
    starts = [0, *(gap.end() for gap in gaps)]
    found = []
    for start, end in zip(starts, ends, strict=True):
        text = body[start:end]
        if text.strip():
            found.append(Span(start + len(text) - len(text.lstrip()), start + len(text.rstrip())))
    return found
