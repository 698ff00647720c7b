"""The words of an article on which an event rests, cut at those that date it."""

from dataclasses import dataclass

from dateline.model import Event, Report
from dateline.web import urls
from dateline.web.dates import Words, in_words
from dateline.web.lookup import Lookup
from dateline.web.views.parts import Link, evidence_id, language

_QUOTATION_MARKS = tuple("\"'“‘«„`")


@dataclass(frozen=True, slots=True)
class Quote:
    """A quoted span, cut at the words that date it; `source` leads to its place on the article's page.

    `bare` where the text brings its own quotation marks.
    """

    before: str
    words: str
    after: str
    bare: bool
    source: Link
    published: Words
    url: str | None
    lang: str | None


def quote(report: Report, lookup: Lookup) -> Quote:
    article = lookup.articles[report.article]
    place = f"{urls.article(article.id)}#{evidence_id(*report.span)}"
    length = len(report.quote)
    start, end = dating_words(report) or (length, length)
    return Quote(
        before=report.quote[:start],
        words=report.quote[start:end],
        after=report.quote[end:],
        bare=report.quote[:1] in _QUOTATION_MARKS,
        source=Link(article.source or article.title, urls.address(place)),
        published=in_words(article.published.when),
        url=urls.external(article.url),
        lang=language(article, lookup),
    )


def dating_words(report: Report) -> tuple[int, int] | None:
    """Where in the quote its time expression stands; None where it stands elsewhere."""
    if report.timex is None or len(report.quote) != report.span.end - report.span.start:
        return None
    start, end = (offset - report.span.start for offset in report.timex.span)
    return (start, end) if 0 <= start < end <= len(report.quote) else None


def telling(event: Event) -> Report:
    """The report that tells best when it was: the first with words for its date."""
    return min(event.reports, key=lambda report: report.timex is None)
