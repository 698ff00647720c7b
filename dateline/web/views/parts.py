"""The pieces that several kinds of page share."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dateline.model import Article, Edit, Event, Passage
from dateline.web import urls
from dateline.web.badges import Badge
from dateline.web.dates import in_words
from dateline.web.lookup import Lookup

INTERFACE = "en"  # the language of the templates' own words


@dataclass(frozen=True, slots=True)
class Link:
    """`href` counts from the site's root; None where there is no page to go to. A link to an actor has its badge."""

    text: str
    href: str | None
    badge: Badge | None = None


@dataclass(frozen=True, slots=True)
class Counted:
    """A link and how many events lie behind it."""

    link: Link
    events: int


@dataclass(frozen=True, slots=True)
class Note:
    """An editor's change: `text` says what, `why` and `at` give the reason and its line."""

    text: str
    why: str
    at: str


@dataclass(frozen=True, slots=True)
class ShortQuote:
    """Some words of an article, said once however often they stand there; `order` is that of publication."""

    text: str
    source: Link
    order: tuple[date, str]


def short_quotes(passages: Iterable[Passage], lookup: Lookup) -> tuple[ShortQuote, ...]:
    """The words of the passages, oldest article first, each wording once an article."""
    found: dict[tuple[str, str], ShortQuote] = {}
    for one in passages:
        article = lookup.articles[one.article]
        words = " ".join(article.text[one.span.start : one.span.end].split())
        when = article.published.when
        published = str(in_words(when))
        shown = f"{article.source}, {published}" if article.source else published
        link = Link(shown, urls.address(urls.article(article.id)))
        day = when.first or when.last or date.max
        found.setdefault((one.article, words), ShortQuote(words, link, (day, article.file)))
    return tuple(sorted(found.values(), key=lambda quote: quote.order))


def notes(edits: Iterable[Edit]) -> tuple[Note, ...]:
    """The editor's changes, in words."""
    return tuple(
        Note(
            f"{edit.field.capitalize()}, before: “{edit.was}”" if edit.was else edit.field.capitalize(),
            edit.why,
            edit.at,
        )
        for edit in edits
    )


def language(article: Article, lookup: Lookup) -> str | None:
    """The language of an article's words where it is not the interface's own."""
    found = article.language or lookup.timeline.language
    return found if found != INTERFACE else None


def actor_link(id: str, lookup: Lookup) -> Link:
    actor = lookup.actors.get(id)
    return Link(actor.name, urls.address(urls.actor(id)), lookup.badges[id]) if actor else Link(id, None)


def place_link(id: str, lookup: Lookup) -> Link:
    place = lookup.places.get(id)
    return Link(place.name, urls.address(urls.place(id))) if place else Link(id, None)


def round_link(id: str, lookup: Lookup) -> Link:
    round = lookup.rounds.get(id)
    return Link(round.name, urls.address(urls.round(id))) if round else Link(id, None)


def article_link(article: Article) -> Link:
    return Link(article.title, urls.address(urls.article(article.id)))


def event_link(event: Event) -> Link:
    return Link(event.headline, urls.address(urls.event(event.id)))


def evidence_id(start: int, end: int) -> str:
    """The anchor of a quoted span on its article's page."""
    return f"q{start}-{end}"
