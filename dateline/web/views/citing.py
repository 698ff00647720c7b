"""How to cite an event, and where its words stand: for the part of its page that is made to be copied."""

from dataclasses import dataclass
from urllib.parse import unquote

from dateline.export import citations, text_fragment
from dateline.export.citations import Citation
from dateline.model import WITHHELD, Event, Report
from dateline.web import labels, urls
from dateline.web.dates import day_in_words, in_words
from dateline.web.lookup import Lookup


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write the citation."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class File:
    """A file that holds the quoted words, and what proves that it is this one."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Cite:
    """`plain` is the citation for people, `forms` are those for programs."""

    plain: str
    forms: tuple[Form, ...]
    files: tuple[File, ...]


def cite(event: Event, dated: str, lookup: Lookup, base_url: str | None) -> Cite:
    """How to cite the event; `dated` is its date in words."""
    first = event.reports[0]
    held = [lookup.articles[id] for id in dict.fromkeys(report.article for report in event.reports)]
    told = max((day for one in held if (day := one.published.latest)), default=None)
    article = lookup.articles[first.article]
    published = in_words(article.published.when)
    cited = Citation(
        id=event.id,
        headline=event.headline,
        status="" if event.modality == "happened" else labels.STATUS[event.modality].name,
        dated=dated,
        site=lookup.title,
        version=told,
        version_words=day_in_words(told) if told else "",
        evidence=f"{article.source or article.title}, {published}",
        quote=first.quote,
        language=lookup.language,
        url=urls.canonical(base_url, lookup.permalink(event.id)),
    )
    forms = Form("BibTeX", citations.bibtex(cited)), Form("CSL-JSON", citations.csl(cited))
    return Cite(citations.plain(cited), forms, tuple(File(one.file, one.sha256) for one in held))


def original(report: Report, lookup: Lookup) -> str | None:
    """The address of the very words on the page where the article appeared; None where that is not known.

    Where a name among them is withheld, it is the page's: these are not the words that stand there.
    """
    article = lookup.articles[report.article]
    url = urls.external(article.url)
    words = text_fragment.link(url, article.body, *report.span) if url else None
    return url if words and WITHHELD in unquote(words) else words
