"""The pieces that several kinds of page share."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dateline.model import Article, Edit, Event, Passage, Place
from dateline.web import urls
from dateline.web.badges import Badge
from dateline.web.dates import in_words
from dateline.web.lookup import Lookup
from dateline.web.words import said

MACHINE = "en"  # the language in which the machine writes headlines and reasons, of what it reads in articles

_FIELD = {
    "date": said("Date"),
    "headline": said("Headline"),
    "kind": said("Kind"),
    "modality": said("Modality"),
    "actors": said("Actors"),
    "places": said("Places"),
    "joined": said("Joined"),
    "split off": said("Split off"),
    "venue": said("Venue"),
    "published": said("Published"),
    "source": said("Source"),
    "title": said("Title"),
    "url": said("Address"),
    "licence": said("Licence"),
    "publish": said("Publish"),
    "withheld": said("A name is withheld"),
}


@dataclass(frozen=True, slots=True)
class Link:
    """`href` counts from the site's root; None where there is no page to go to. A link to an actor has its badge.

    `lang` is the language of a text that is not the interface's, None where that is not known.
    """

    text: str
    href: str | None
    badge: Badge | None = None
    lang: str | None = None


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
        shown = said("%(source)s, %(date)s", source=article.source, date=published) if article.source else published
        link = Link(shown, urls.address(urls.article(article.id)))
        day = when.first or when.last or date.max
        found.setdefault((one.article, words), ShortQuote(words, link, (day, article.file)))
    return tuple(sorted(found.values(), key=lambda quote: quote.order))


def notes(edits: Iterable[Edit]) -> tuple[Note, ...]:
    """The editor's changes, in words."""
    return tuple(
        Note(
            said("%(field)s, before: “%(was)s”", field=_field(edit), was=edit.was) if edit.was else _field(edit),
            edit.why,
            edit.at,
        )
        for edit in edits
    )


def _field(edit: Edit) -> str:
    return _FIELD.get(edit.field) or edit.field.capitalize()


def language(article: Article, lookup: Lookup) -> str:
    """The language of an article's words."""
    return article.language or lookup.language


def actor_link(id: str, lookup: Lookup) -> Link:
    actor = lookup.called.get(id)
    if actor:
        return Link(actor.name, urls.address(urls.actor(id)), lookup.badges[id])
    return Link(lookup.pageless.get(id, id), None)


def place_link(id: str, lookup: Lookup) -> Link:
    place = lookup.places.get(id)
    return Link(place.name, urls.address(urls.place(id))) if place else Link(id, None)


def wide(place: Place) -> bool:
    """Whether it is a sea, or a region of several countries: no ring tells where it lies."""
    return place.precision == "province" and place.country is None


def round_link(id: str, lookup: Lookup) -> Link:
    round = lookup.rounds.get(id)
    return Link(round.name, urls.address(urls.round(id))) if round else Link(id, None)


def article_link(article: Article) -> Link:
    return Link(article.title, urls.address(urls.article(article.id)))


def event_link(event: Event, lookup: Lookup) -> Link:
    return Link(event.headline, urls.address(lookup.path(event.id)), lang=MACHINE)


def evidence_id(start: int, end: int) -> str:
    """The anchor of a quoted span on its article's page."""
    return f"q{start}-{end}"
