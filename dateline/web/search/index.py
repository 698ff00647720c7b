"""What the search finds: actors, places, rounds, events and articles, as the pages show them and no more.

Of an article that may be quoted only, that is its title; its quotes are found with their events.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from dateline.model import ActorKind, Article, Event
from dateline.web import urls
from dateline.web.dates import in_words, of_edtf
from dateline.web.labels import IS, PRECISION, TYPE
from dateline.web.language import ENGLISH, Language
from dateline.web.lookup import Lookup
from dateline.web.page import Page
from dateline.web.recalled import Recalled
from dateline.web.search.folding import words
from dateline.web.search.inverted import WHOLE, Field, field, inverted
from dateline.web.views.article import whole_text
from dateline.web.views.card import date_of, who_says
from dateline.web.views.parts import Link, actor_link, event_link, place_link, round_link
from dateline.web.visible import NAME, visible
from dateline.web.words import said

# What a word counts by where it stands, against 1 in a quote; a name's weight is shared by its words.
_NAME, _SPELLING, _HEADLINE, _TITLE, _AROUND = 12.0, 10.0, 3.0, 2.0, 0.4


_ACTOR: dict[ActorKind, str] = {
    "state": said("State"),
    "armed group": said("Armed group"),
    "organisation": said("Organisation"),
    "person": said("Person"),
    "office": said("Office"),
}


@dataclass(frozen=True, slots=True)
class Document:
    """One thing to find: where it is, what it is and when in words, what is searched, what may be shown of it."""

    link: Link
    kind: str
    date: str
    fields: tuple[Field, ...]
    passages: tuple[str, ...]


Found = tuple[tuple[Field, ...], str]  # what a document is found by, and what is shown of it, as JSON
_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def files(
    lookup: Lookup, whole: int = WHOLE, language: Language = ENGLISH, recalled: Recalled | None = None
) -> tuple[Page, ...]:
    """The index as scripts that hand their part to the search page: a page on a disk may load nothing else.

    `whole`: see `inverted`. What things are and when they were is said, and found, in a language. What is found of
    events is `recalled`.
    """
    index = inverted(documents(lookup, language, recalled or Recalled(lookup.notes, {}, {})), whole)
    parts = {"terms": _json(index.terms)}
    parts |= {f"postings-{number}": _json(part) for number, part in enumerate(index.postings)}
    parts |= {f"shown-{number}": f"[{','.join(part)}]" for number, part in enumerate(index.documents)}
    return tuple(Page(f"search/{name}.js", _script(name, part)) for name, part in parts.items())


def _script(name: str, data: str) -> bytes:
    data = data.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")  # ends of lines to older browsers
    return f'searchIndex.register("{name}",{data});\n'.encode()


def _found(document: Document, language: Language) -> Found:
    link, kind, date = document.link, language.say(document.kind), language.say(document.date)
    name = language.say(NAME)  # in place of each that the editor withholds
    passages = [visible(text, name) for text in document.passages]
    shown = _json([visible(link.text, name), link.href, visible(kind, name), date, passages])
    return (*document.fields, field(f"{kind} {date}", _AROUND)), shown


def documents(lookup: Lookup, language: Language, recalled: Recalled) -> tuple[Found, ...]:
    """Everything that can be found, the weightiest first: names by their events, then events by salience."""
    events = sorted(lookup.timeline.events, key=lambda one: -one.salience)

    def made(event: Event) -> Found:
        return _found(_event(event, lookup), language)

    return (
        *(_found(one, language) for one in _names(lookup)),
        *(recalled.of(event, partial(made, event)) for event in events),
        *(_found(_article(one, lookup), language) for one in lookup.timeline.articles),
    )


def _names(lookup: Lookup) -> Iterator[Document]:
    timeline = lookup.timeline
    for actor in sorted(lookup.paged, key=lambda one: -len(lookup.by_actor.get(one.id, ()))):
        spellings = (*actor.mentions, *actor.aliases)
        yield _name(actor_link(actor.id, lookup), said("Not named") if actor.unnamed else _ACTOR[actor.kind], spellings)
    for place in sorted(timeline.places, key=lambda one: -len(lookup.by_place.get(one.id, ()))):
        yield _name(
            place_link(place.id, lookup),
            said("Place, %(precision)s", precision=PRECISION[place.precision]),
            place.mentions,
        )
    for round in timeline.rounds:
        dates = of_edtf(round.edtf) if round.edtf else None
        yield _name(round_link(round.id, lookup), said("Round of talks"), (), str(dates or ""))


def _name(link: Link, kind: str, spellings: Iterable[str], date: str = "") -> Document:
    others = [name for name in dict.fromkeys(spellings) if name != link.text]
    fields = (_shared(link.text, _NAME), *(_shared(name, _SPELLING) for name in others))
    return Document(link, kind, date, fields, (", ".join(others),) if others else ())


def _shared(name: str, weight: float) -> Field:
    """A name as a field: "US" alone says more of the United States than "US envoy" of an envoy."""
    return field(name, weight / max(1, len(words(name))))


def _event(event: Event, lookup: Lookup) -> Document:
    quotes = tuple(dict.fromkeys(report.quote for report in event.reports))
    says, around = who_says(event, lookup), ", ".join(_around(event, lookup))
    fields = (
        field(event.headline, _HEADLINE),
        field(says, 1),
        field(around, _AROUND),
        *(field(quote, 1, long=True) for quote in quotes),
    )
    passages = (*quotes, *filter(None, (says, around)))
    return Document(event_link(event, lookup), _kind(event), str(date_of(event)), fields, passages)


def _kind(event: Event) -> str:
    """What it is, and how sure where it is not told as a fact: "Talks, claimed"."""
    kind = TYPE[event.type]
    return kind if event.modality == "happened" else said("%(kind)s, %(status)s", kind=kind, status=IS[event.modality])


def _around(event: Event, lookup: Lookup) -> Iterator[str]:
    """The names of who and where, which the quote may tell by a pronoun."""
    yield from (actor_link(id, lookup).text for id in dict.fromkeys(event.actors))
    yield from (place_link(id, lookup).text for id in dict.fromkeys(event.places))


def _article(article: Article, lookup: Lookup) -> Document:
    kind = said("Article, %(source)s", source=article.source) if article.source else said("Article")
    link = Link(article.title, urls.address(urls.article(article.id)))
    text = whole_text(article, lookup)
    fields = (field(article.title, _TITLE), *(field(paragraph, 1, long=True) for paragraph in text))
    return Document(link, kind, str(in_words(article.published.when)), fields, text)
