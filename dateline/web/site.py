"""Every page of the site: where it lies, which template draws it, and what that is shown."""

from collections.abc import Iterator, Sequence
from textwrap import shorten

from dateline.changes import Change
from dateline.export.download import Listed
from dateline.model import Timeline
from dateline.web import labels, linked_data, urls
from dateline.web.frame import WHOLE, WORKSHEET, Planned, Site, site_of
from dateline.web.sizes import SIZES, Sizes
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


def plan(
    timeline: Timeline,
    base_url: str | None,
    downloads: Sequence[Listed],
    changed: Sequence[Change] | None = None,
    sizes: Sizes = SIZES,
) -> Iterator[Planned]:
    """The pages of `timeline`, each once; events, actors and the rest in the timeline's order.

    `downloads`: the files that the page of data lists. `changed`: what is new since the site was last published; None
    for no page of it. `sizes`: from which number of events on a page is cut into several, or left out.
    """
    site = site_of(timeline, base_url, changed is not None, sizes)
    if changed is not None:
        yield site.page(urls.CHANGES, "changes.html", changes_page(changed, site.lookup), said("What has changed"))
    data = linked_data.of_site(site.lookup, base_url, downloads)
    first = home(site.lookup, site.division)
    yield site.page(urls.HOME, "home.html", first, timeline.title or "A timeline", data=data)
    yield from _years(site)
    yield from _paper(site)
    yield from _events(site)
    yield from _actors(site)
    yield from _rounds(site)
    yield from _places(site)
    yield from _kinds(site)
    yield site.page(urls.FORECASTS, "forecasts.html", ledger(site.lookup), said("Forecasts, and what became of them"))
    yield site.page(urls.DISPUTED, "disputed.html", disputed(site.lookup), said("Claims and answers"))
    yield site.page(urls.DEMANDS, "demands.html", demands(site.lookup), said("Demands: asked, refused, agreed"))
    yield from _known(site)
    yield from _articles(site)
    yield site.page(urls.DATA, "data.html", data_page(downloads, timeline, changed is not None), said("Data"))
    yield site.page(urls.ABOUT, "about.html", about(site.lookup), said("About this timeline"))
    yield site.page(urls.SEARCH, "search.html", None, said("Search"))
    yield site.page(urls.A_Z, "a_z.html", a_z(site.lookup), said("A–Z index"))


def _paper(site: Site) -> Iterator[Planned]:
    """What is made to be printed."""
    if WHOLE in site.paper:
        yield site.page(urls.WHOLE, "whole.html", whole(site.lookup, site.base_url), WHOLE.text)
    sheet = worksheet(site.lookup)
    yield site.page(urls.WORKSHEET, "worksheet.html", sheet, WORKSHEET.text)
    yield site.page(urls.WORKSHEET_KEY, "worksheet_key.html", sheet, said("Key to the worksheet"))


def _years(site: Site) -> Iterator[Planned]:
    """The pages of a timeline that is too long for the first page."""
    extent: Extent = "card" if _own_pages(site) else "whole"
    for at, part in enumerate(site.division.parts):
        yield site.page(part.path, "year.html", year_page(at, site.division, site.lookup, extent), part.title)


def _own_pages(site: Site) -> bool:
    """Whether each event has a page; of a very large timeline all is on the pages of years and months."""
    return len(site.lookup.events) <= site.sizes.own_page


def _events(site: Site) -> Iterator[Planned]:
    shown = [event for section in sections(site.lookup.timeline.events) for event in section.events]
    stands = site.division.stands()
    where = {event.id: f"{stands[event.id]}#{urls.slug(event.id)}" for event in shown}
    around = zip([None, *shown], shown, [*shown[1:], None], strict=False)
    for before, event, after in around if _own_pages(site) else ():
        view = event_page(event, site.lookup, (before, after), site.base_url, stands[event.id])
        data = linked_data.of_event(event, site.lookup, site.base_url)
        path, summary = urls.event(event.id), _summary(view.card)
        where[event.id] = path
        left_out = all(site.lookup.articles[report.article].noindex for report in event.reports)
        yield site.page(path, "event.html", view, event.headline, summary, labels.told(event), data, left_out)
    moved = {} if _own_pages(site) else {event.id: event for event in shown}
    former = {id: event for event in reversed(shown) for id in event.other_ids if id not in site.lookup.events}
    for id, event in sorted((former | moved).items()):
        heading = said("This event is part of another") if id in former else said("This event is on the timeline")
        link = Link(event.headline, urls.address(where[event.id]))
        yield site.page(urls.event(id), "redirect.html", Redirect(heading, link), event.headline)


def _summary(card: Card) -> str:
    """The event in the line that search engines and shared links show: never without how sure it is."""
    quote = shorten(card.quote.before + card.quote.words + card.quote.after, 200, placeholder="…")
    quoted = quote if card.quote.bare else said("“%(quote)s”", quote=quote)
    return said("%(status)s, %(date)s: %(quote)s", status=card.status.name, date=card.date, quote=quoted)


def _actors(site: Site) -> Iterator[Planned]:
    yield site.page(urls.ACTORS, "actors.html", actors_page(site.lookup), said("Actors"))
    for actor in site.lookup.timeline.actors:
        yield site.page(urls.actor(actor.id), "actor.html", actor_page(actor, site.lookup), actor.name)


def _rounds(site: Site) -> Iterator[Planned]:
    yield site.page(urls.ROUNDS, "rounds.html", rounds_page(site.lookup), said("Rounds of negotiations"))
    for round in site.lookup.timeline.rounds:
        yield site.page(urls.round(round.id), "round.html", round_page(round, site.lookup), round.name)


def _places(site: Site) -> Iterator[Planned]:
    yield site.page(urls.PLACES, "places.html", places_page(site.lookup), said("Places"))
    for place in site.lookup.timeline.places:
        yield site.page(urls.place(place.id), "place.html", place_page(place, site.lookup), called(place))


def _kinds(site: Site) -> Iterator[Planned]:
    for type, view in kind_pages(site.lookup).items():
        yield site.page(urls.kind(type), "kind.html", view, view.name)


def _known(site: Site) -> Iterator[Planned]:
    rows = []
    for day in days(site.lookup):
        view = known_on(day, site.lookup)
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
