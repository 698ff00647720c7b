"""An event's own page: its evidence, how we know the date, who says so, what answers it, how to cite it."""

from dataclasses import dataclass

from dateline.model import Event, Report
from dateline.web import labels, urls
from dateline.web.dates import Words, in_words
from dateline.web.lookup import Lookup
from dateline.web.views.card import Answer, Card, answers, card
from dateline.web.views.citing import Cite, cite, original
from dateline.web.views.parts import Link, event_link
from dateline.web.views.quote import Quote, quote
from dateline.web.words import many, said


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of evidence: the quote, where it stands, the date that it gives by itself."""

    quote: Quote
    article: Link
    date: Words
    explanation: str
    offsets: str
    original: str | None  # the address of these words where they first appeared


@dataclass(frozen=True, slots=True)
class Joined:
    """Which two quotes tell of one event, and why, as the machine says it."""

    quotes: str
    why: str


@dataclass(frozen=True, slots=True)
class EventPage:
    card: Card
    evidence: tuple[Piece, ...]
    joins: tuple[Joined, ...]
    sources: str
    figures: tuple[str, ...]
    relations: tuple[Answer, ...]
    before: Link | None
    after: Link | None
    timeline_href: str
    permalink: str
    cite: Cite


def event_page(
    event: Event,
    lookup: Lookup,
    neighbours: tuple[Event | None, Event | None],
    base_url: str | None,
    timeline: str = urls.HOME,
) -> EventPage:
    """The page of `event`; `neighbours` stand before and after it on the timeline, on whose page `timeline` it is."""
    path = lookup.permalink(event.id)
    before, after = neighbours
    shown = card(event, lookup)
    return EventPage(
        card=shown,
        evidence=evidence(event, lookup),
        joins=joins(event),
        sources=_sources(event),
        figures=figures(event),
        relations=answers(event, lookup, tuple(labels.RELATION)),
        before=event_link(before, lookup) if before else None,
        after=event_link(after, lookup) if after else None,
        timeline_href=f"{urls.address(timeline)}#{urls.slug(event.id)}",
        permalink=urls.canonical(base_url, path) or path,
        cite=cite(event, str(shown.date), lookup, base_url),
    )


def evidence(event: Event, lookup: Lookup) -> tuple[Piece, ...]:
    return tuple(_piece(report, lookup) for report in event.reports)


def joins(event: Event) -> tuple[Joined, ...]:
    """Why the pieces of evidence are one event, in words."""
    return tuple(
        Joined(said("Quotes %(one)s and %(other)s:", one=one.evidence[0] + 1, other=one.evidence[1] + 1), one.why)
        for one in event.joins
    )


def figures(event: Event) -> tuple[str, ...]:
    return tuple(said("%(what)s: %(figure)s", what=figure.what, figure=figure.text) for figure in event.figures)


def _piece(report: Report, lookup: Lookup) -> Piece:
    article = lookup.articles[report.article]
    shown = quote(report, lookup)
    return Piece(
        quote=shown,
        article=Link(article.title, shown.source.href),
        date=in_words(report.when),
        explanation=report.when.explanation,
        offsets=said(
            "%(file)s, characters %(first)s–%(last)s",
            file=article.file,
            first=str(report.span.start),
            last=str(report.span.end),
        ),
        original=original(report, lookup),
    )


def _sources(event: Event) -> str:
    independent = many("%(n)s independent source", "%(n)s independent sources", event.independent)
    return said("%(articles)s, %(sources)s", articles=labels.articles(event.articles), sources=independent)
