"""Every page of the site: where it lies, which template draws it, and what that is shown."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from textwrap import shorten

from dateline.export.download import Listed
from dateline.web import labels, urls
from dateline.web.asked import ALL
from dateline.web.frame import WHOLE, WORKSHEET, Leaf, Planned
from dateline.web.shared import Site
from dateline.web.sharing import linked_data
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
from dateline.web.views.parts import Link
from dateline.web.views.place import called, place_page, places_page
from dateline.web.views.redirect import Redirect
from dateline.web.views.round import round_page, rounds_page
from dateline.web.views.whole import whole
from dateline.web.views.worksheet import worksheet
from dateline.web.views.year import year_page
from dateline.web.words import said

_SUMMARY = 200  # characters of a quote
_TOGETHER = 100  # pages of one kind that are made together
_SIGNPOSTS = 4  # each leads to hundreds of events

Sheaf = Callable[[], Iterator[Leaf]]
_One = Callable[[Site, str], Planned]


def plan(site: Site) -> Iterator[Sheaf]:
    """All pages but those of `front`, each once, in sheaves that can be made in any order and apart.

    The page of a single thing is a leaf that is planned when it is drawn, so that what it asks is its own. Those that
    are planned here look at the whole timeline.
    """
    for pages in (_paper, _actors, _rounds, _places, _kinds, _ledgers, _known, _articles):
        yield partial(_planned, pages, site)  # slow ones first
    own = site.settings.own_pages
    yield from _singles(site, urls.event, _event, list(site.beside.rows) if own else [], about_events=True)
    yield from _singles(site, urls.event, _moved, sorted(site.former.rows) if own else [])
    yield from _singles(site, str, _signpost, list(site.signposts.rows), together=_SIGNPOSTS)
    yield from _singles(site, str, _year, list(site.shelves.rows), together=1)
    yield from _singles(site, urls.actor, _actor, list(site.lookup.called.rows))
    yield from _singles(site, urls.place, _place, list(site.lookup.places.rows))
    yield from _singles(site, urls.article, _article, list(site.lookup.articles.rows))


def front(site: Site, downloads: Sequence[Listed]) -> Iterator[Planned]:
    """The pages that tell of the others: `downloads` are the files that the page of data lists."""
    lookup, timeline, changed = site.lookup, site.lookup.timeline, site.changed.get(ALL)
    if changed is not None:
        yield site.page(urls.CHANGES, "changes.html", changes_page(changed, lookup), said("What has changed"))
    data = linked_data.of_site(lookup, site.base_url, downloads)
    yield site.page(urls.HOME, "home.html", home(lookup, site.division), lookup.title, data=data)
    yield site.page(urls.DATA, "data.html", data_page(downloads, timeline, changed is not None), said("Data"))
    yield site.page(urls.ABOUT, "about.html", about(lookup), said("About this timeline"))
    yield site.page(urls.SEARCH, "search.html", None, said("Search"))
    yield site.page(urls.A_Z, "a_z.html", a_z(lookup), said("A–Z index"))


def _singles(
    site: Site,
    path: Callable[[str], str],
    page: _One,
    ids: Sequence[str],
    together: int = _TOGETHER,
    about_events: bool = False,
) -> Iterator[Sheaf]:
    """The pages of single things by their ids, so many `together`."""
    for first in range(0, len(ids), together):
        leaves = [
            Leaf(path(id), partial(page, site, id), event=id if about_events else "")
            for id in ids[first : first + together]
        ]
        yield partial(iter, leaves)


def _planned(pages: Callable[[Site], Iterator[Planned]], site: Site) -> Iterator[Leaf]:
    for planned in pages(site):
        yield Leaf(planned.frame.path, partial(_itself, planned))


def _itself(planned: Planned) -> Planned:
    return planned


def _ledgers(site: Site) -> Iterator[Planned]:
    forecasts, claims = ledger(site.lookup, site.excerpts), disputed(site.lookup, site.excerpts)
    yield site.page(urls.FORECASTS, "forecasts.html", forecasts, said("Forecasts, and what became of them"))
    yield site.page(urls.DISPUTED, "disputed.html", claims, said("Claims and answers"))
    yield site.page(urls.DEMANDS, "demands.html", demands(site.lookup), said("Demands: asked, refused, agreed"))


def _paper(site: Site) -> Iterator[Planned]:
    """What is made to be printed."""
    if WHOLE in site.settings.paper:
        yield site.page(urls.WHOLE, "whole.html", whole(site.lookup, site.base_url), WHOLE.text)
    sheet = worksheet(site.lookup)
    yield site.page(urls.WORKSHEET, "worksheet.html", sheet, WORKSHEET.text)
    yield site.page(urls.WORKSHEET_KEY, "worksheet_key.html", sheet, said("Key to the worksheet"))


def _year(site: Site, path: str) -> Planned:
    """A page of a timeline that is too long for the first page."""
    shelved = site.shelves[path]
    view = year_page(shelved, site.lookup, "card" if site.settings.own_pages else "whole")
    return site.page(path, "year.html", view, shelved.part.title)


def _event(site: Site, id: str) -> Planned:
    lookup = site.lookup
    event, (before, after) = lookup.events[id], site.beside[id]
    around = lookup.events[before] if before else None, lookup.events[after] if after else None
    view = event_page(event, lookup, around, site.base_url, lookup.stands[id])
    data = linked_data.of_event(event, lookup, site.base_url)
    told, summary = labels.told(event), _summary(view.card)
    apart = all(lookup.articles[report.article].noindex for report in event.reports)
    return site.page(urls.event(id), "event.html", view, event.headline, summary, told, data, apart)


def _moved(site: Site, id: str) -> Planned:
    """Where an event had its address."""
    event = site.lookup.events[site.former[id]]
    view = Redirect(said("This event is part of another"), Link(event.headline, urls.address(urls.event(event.id))))
    return site.page(urls.event(id), "redirect.html", view, event.headline)


def _signpost(site: Site, path: str) -> Planned:
    return site.page(path, "signpost.html", site.signposts[path], said("Where events are"), noindex=True)


def _summary(card: Card) -> str:
    """The event in the line that search engines and shared links show: never without how sure it is."""
    quote = " ".join((card.quote.before + card.quote.words + card.quote.after).split())
    quote = quote if len(quote) <= _SUMMARY else shorten(quote, _SUMMARY, placeholder="…")
    quoted = quote if card.quote.bare else said("“%(quote)s”", quote=quote)
    return said("%(status)s, %(date)s: %(quote)s", status=card.status.name, date=card.date, quote=quoted)


def _actors(site: Site) -> Iterator[Planned]:
    yield site.page(urls.ACTORS, "actors.html", actors_page(site.lookup, site.settings.sizes.listed), said("Actors"))


def _actor(site: Site, id: str) -> Planned:
    actor = site.lookup.actors[id]
    return site.page(urls.actor(id), "actor.html", actor_page(actor, site.lookup, site.excerpts), actor.name)


def _rounds(site: Site) -> Iterator[Planned]:
    yield site.page(urls.ROUNDS, "rounds.html", rounds_page(site.lookup), said("Rounds of negotiations"))
    for round in site.lookup.timeline.rounds:
        yield site.page(urls.round(round.id), "round.html", round_page(round, site.lookup, site.excerpts), round.name)


def _places(site: Site) -> Iterator[Planned]:
    yield site.page(urls.PLACES, "places.html", places_page(site.lookup), said("Places"))


def _place(site: Site, id: str) -> Planned:
    place = site.lookup.places[id]
    return site.page(urls.place(id), "place.html", place_page(place, site.lookup, site.excerpts), called(place))


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


def _article(site: Site, id: str) -> Planned:
    article = site.lookup.articles[id]
    view, data = article_page(article, site.lookup), linked_data.of_article(article, site.lookup, site.base_url)
    return site.page(urls.article(id), "article.html", view, article.title, data=data, noindex=article.noindex)
