"""Every page of the site: where it lies, which template draws it, and what that is shown."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from textwrap import shorten

from dateline.changes import Change
from dateline.export.download import Listed
from dateline.model import Event
from dateline.web import labels, linked_data, urls
from dateline.web.frame import WHOLE, WORKSHEET, Planned, Site
from dateline.web.views.a_z import a_z
from dateline.web.views.about import about
from dateline.web.views.actor import actor_page, actors_page
from dateline.web.views.article import article_page, article_rows
from dateline.web.views.card import Card
from dateline.web.views.changes import changes_page
from dateline.web.views.data import data_page
from dateline.web.views.demands import demands
from dateline.web.views.disputed import disputed
from dateline.web.views.event import event_page
from dateline.web.views.forecasts import ledger
from dateline.web.views.home import home
from dateline.web.views.kind import kind_pages
from dateline.web.views.known import days, known_on, row
from dateline.web.views.months import Extent, sections
from dateline.web.views.parts import Link
from dateline.web.views.place import called, place_page, places_page
from dateline.web.views.redirect import Redirect
from dateline.web.views.round import round_page, rounds_page
from dateline.web.views.whole import whole
from dateline.web.views.worksheet import worksheet
from dateline.web.views.year import year_page
from dateline.web.words import said

_SUMMARY = 200  # characters of a quote
_TOGETHER = 100  # events whose pages are made together

Sheaf = Callable[[], Iterator[Planned]]


def plan(site: Site) -> Iterator[Sheaf]:
    """All pages but those of `front`, each once, in sheaves that can be made in any order and apart."""
    yield from (partial(_events, site, *around) for around in _neighbours(site))
    yield partial(_moved, site)
    yield from (partial(_year, site, at) for at in range(len(site.division.parts)))
    yield partial(_paper, site)
    yield partial(_actors, site)
    yield partial(_rounds, site)
    yield partial(_places, site)
    yield partial(_kinds, site)
    yield partial(_ledgers, site)
    yield partial(_known, site)
    yield partial(_articles, site)


def front(site: Site, downloads: Sequence[Listed], changed: Sequence[Change] | None) -> Iterator[Planned]:
    """The pages that tell of the others: `downloads` are the files that the page of data lists.

    `changed`: what is new since the site was last published; None for no page of it.
    """
    lookup, timeline = site.lookup, site.lookup.timeline
    if changed is not None:
        yield site.page(urls.CHANGES, "changes.html", changes_page(changed, lookup), said("What has changed"))
    data = linked_data.of_site(lookup, site.base_url, downloads)
    yield site.page(urls.HOME, "home.html", home(lookup, site.division), timeline.title or "A timeline", data=data)
    yield site.page(urls.DATA, "data.html", data_page(downloads, timeline, changed is not None), said("Data"))
    yield site.page(urls.ABOUT, "about.html", about(lookup), said("About this timeline"))
    yield site.page(urls.SEARCH, "search.html", None, said("Search"))
    yield site.page(urls.A_Z, "a_z.html", a_z(lookup), said("A–Z index"))


def _ledgers(site: Site) -> Iterator[Planned]:
    forecasts, claims = ledger(site.lookup, site.excerpts), disputed(site.lookup, site.excerpts)
    yield site.page(urls.FORECASTS, "forecasts.html", forecasts, said("Forecasts, and what became of them"))
    yield site.page(urls.DISPUTED, "disputed.html", claims, said("Claims and answers"))
    yield site.page(urls.DEMANDS, "demands.html", demands(site.lookup), said("Demands: asked, refused, agreed"))


def _paper(site: Site) -> Iterator[Planned]:
    """What is made to be printed."""
    if WHOLE in site.paper:
        yield site.page(urls.WHOLE, "whole.html", whole(site.lookup, site.base_url), WHOLE.text)
    sheet = worksheet(site.lookup)
    yield site.page(urls.WORKSHEET, "worksheet.html", sheet, WORKSHEET.text)
    yield site.page(urls.WORKSHEET_KEY, "worksheet_key.html", sheet, said("Key to the worksheet"))


def _year(site: Site, at: int) -> Iterator[Planned]:
    """A page of a timeline that is too long for the first page."""
    extent: Extent = "card" if _own_pages(site) else "whole"
    part = site.division.parts[at]
    yield site.page(part.path, "year.html", year_page(at, site.division, site.lookup, extent), part.title)


def _own_pages(site: Site) -> bool:
    """Whether each event has a page; of a very large timeline all is on the pages of years and months."""
    return len(site.lookup.events) <= site.sizes.own_page


def _shown(site: Site) -> list[Event]:
    """The events in the order of the timeline's pages."""
    return [event for section in sections(site.lookup.timeline.events) for event in section.events]


def _neighbours(site: Site) -> Iterator[tuple[Sequence[Event | None], Mapping[str, str]]]:
    """The events that have pages, some at a time, between the one before them and the one after."""
    shown = [None, *(_shown(site) if _own_pages(site) else ()), None]
    stands = site.division.stands()
    for first in range(0, len(shown) - 2, _TOGETHER):
        yield shown[first : first + _TOGETHER + 2], stands


def _events(site: Site, events: Sequence[Event | None], stands: Mapping[str, str]) -> Iterator[Planned]:
    for before, event, after in zip(events, events[1:], events[2:], strict=False):
        if event:
            view = event_page(event, site.lookup, (before, after), site.base_url, stands[event.id])
            data = linked_data.of_event(event, site.lookup, site.base_url)
            told, summary = labels.told(event), _summary(view.card)
            apart = all(site.lookup.articles[report.article].noindex for report in event.reports)
            yield site.page(urls.event(event.id), "event.html", view, event.headline, summary, told, data, apart)


def _moved(site: Site) -> Iterator[Planned]:
    """Where an event had its address, or would have it."""
    shown, own = _shown(site), _own_pages(site)
    stands = site.division.stands()
    moved = {} if own else {event.id: event for event in shown}
    former = {id: event for event in reversed(shown) for id in event.other_ids if id not in site.lookup.events}
    for id, event in sorted((former | moved).items()):
        heading = said("This event is part of another") if id in former else said("This event is on the timeline")
        where = urls.event(event.id) if own else f"{stands[event.id]}#{urls.slug(event.id)}"
        view = Redirect(heading, Link(event.headline, urls.address(where)))
        yield site.page(urls.event(id), "redirect.html", view, event.headline)


def _summary(card: Card) -> str:
    """The event in the line that search engines and shared links show: never without how sure it is."""
    quote = " ".join((card.quote.before + card.quote.words + card.quote.after).split())
    quote = quote if len(quote) <= _SUMMARY else shorten(quote, _SUMMARY, placeholder="…")
    quoted = quote if card.quote.bare else said("“%(quote)s”", quote=quote)
    return said("%(status)s, %(date)s: %(quote)s", status=card.status.name, date=card.date, quote=quoted)


def _actors(site: Site) -> Iterator[Planned]:
    yield site.page(urls.ACTORS, "actors.html", actors_page(site.lookup, site.sizes.listed), said("Actors"))
    for actor in site.lookup.paged:
        yield site.page(urls.actor(actor.id), "actor.html", actor_page(actor, site.lookup, site.excerpts), actor.name)


def _rounds(site: Site) -> Iterator[Planned]:
    yield site.page(urls.ROUNDS, "rounds.html", rounds_page(site.lookup), said("Rounds of negotiations"))
    for round in site.lookup.timeline.rounds:
        yield site.page(urls.round(round.id), "round.html", round_page(round, site.lookup, site.excerpts), round.name)


def _places(site: Site) -> Iterator[Planned]:
    yield site.page(urls.PLACES, "places.html", places_page(site.lookup), said("Places"))
    for place in site.lookup.timeline.places:
        yield site.page(
            urls.place(place.id), "place.html", place_page(place, site.lookup, site.excerpts), called(place)
        )


def _kinds(site: Site) -> Iterator[Planned]:
    for type, view in kind_pages(site.lookup, site.excerpts).items():
        yield site.page(urls.kind(type), "kind.html", view, view.name)


def _known(site: Site) -> Iterator[Planned]:
    rows = []
    for day in days(site.lookup):
        view = known_on(day, site.lookup, site.excerpts)
        rows.append(row(day, view))
        yield site.page(urls.known(day), "known.html", view, said("As known on %(day)s", day=view.day))
    yield site.page(urls.KNOWN, "known_days.html", tuple(rows), said("As known on…"))


def _articles(site: Site) -> Iterator[Planned]:
    yield site.page(urls.ARTICLES, "articles.html", article_rows(site.lookup), said("Articles"))
    for article in site.lookup.timeline.articles:
        view = article_page(article, site.lookup)
        data = linked_data.of_article(article, site.lookup, site.base_url)
        yield site.page(
            urls.article(article.id), "article.html", view, article.title, data=data, noindex=article.noindex
        )
