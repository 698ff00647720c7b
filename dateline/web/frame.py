"""What all pages share: the menu, the way back, and what surrounds each page."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from dateline.web import urls
from dateline.web.dates import day_in_words
from dateline.web.feeds import Follow, followed
from dateline.web.lookup import Lookup
from dateline.web.marking import Html
from dateline.web.sizes import Sizes
from dateline.web.views.division import Division, divided
from dateline.web.views.excerpt import Excerpts, excerpts
from dateline.web.views.parts import Link
from dateline.web.words import said

_MENU = (
    Link(said("Timeline"), urls.HOME),
    Link(said("Actors"), urls.ACTORS),
    Link(said("Rounds"), urls.ROUNDS),
    Link(said("Places"), urls.PLACES),
    Link(said("Forecasts"), urls.FORECASTS),
    Link(said("Disputed"), urls.DISPUTED),
    Link(said("As known on…"), urls.KNOWN),
    Link(said("Articles"), urls.ARTICLES),
    Link(said("Data"), urls.DATA),
    Link(said("About"), urls.ABOUT),
)
_FOLDERS = {link.href: link for link in _MENU if "/" in (link.href or "")}
WHOLE = Link(said("The whole timeline on one page"), urls.WHOLE)
WORKSHEET = Link(said("A worksheet for classes"), urls.WORKSHEET)


@dataclass(frozen=True, slots=True)
class Frame:
    """What surrounds each page. `up` leads to the site's root, `crumbs` from there to the page's folder.

    `shared_as` is the title where a link to it is shared, `picture` the address of the image beside that and `data`
    the page's description for machines.
    `paper` are the pages that are made to be printed; `until` is the day of the latest article, "" where none has one,
    and on the pages of single things: a new article that says nothing of them leaves them as they are.
    `noindex`: search engines are asked to leave the page out.
    """

    site: str
    title: str
    description: str
    path: str
    up: str
    canonical: str | None
    menu: tuple[Link, ...]
    crumbs: tuple[Link, ...]
    shared_as: str
    picture: str | None
    feed: Follow | None
    data: Html | None
    paper: tuple[Link, ...]
    until: str
    noindex: bool


@dataclass(frozen=True, slots=True)
class Planned:
    """A page to draw: `template` is the name of a file in templates/, `view` what it is given."""

    frame: Frame
    template: str
    view: object


@dataclass(frozen=True, slots=True)
class Site:
    """The site as far as each of its pages needs it."""

    lookup: Lookup
    base_url: str | None
    menu: tuple[Link, ...]
    feeds: Mapping[str, Follow]
    site_feed: Follow | None  # what pages without a feed of their own lead to
    paper: tuple[Link, ...]
    picture: str | None
    until: str
    division: Division
    excerpts: Excerpts
    sizes: Sizes

    def page(
        self,
        path: str,
        template: str,
        view: object,
        title: str,
        description: str = "",
        shared_as: str = "",
        data: Html | None = None,
        noindex: bool = False,
    ) -> Planned:
        """The page at `path` in its frame; where not given, `description` is the site's and `shared_as` the title."""
        timeline = self.lookup.timeline
        site = timeline.title or "A timeline"
        folder = path.partition("/")[0] + "/" + urls.HOME
        inside = path != folder and folder in _FOLDERS
        frame = Frame(
            site=site,
            title=title,
            description=description or timeline.description or site,
            path=path,
            up=urls.up(path),
            canonical=urls.canonical(self.base_url, path),
            menu=self.menu,
            crumbs=() if path == urls.HOME else (_MENU[0], _FOLDERS[folder]) if inside else _MENU[:1],
            shared_as=shared_as or title,
            picture=self.picture,
            feed=self.feeds.get(path, self.site_feed),
            data=data,
            paper=self.paper,
            until=self.until if "/" not in path or path == folder else "",
            noindex=noindex,
        )
        return Planned(frame, template, view)


def site_of(found: Lookup, base_url: str | None, changes: bool, sizes: Sizes) -> Site:
    """What the pages of a timeline have in common; `changes`: whether there is a page of what has changed."""
    timeline = found.timeline
    feeds = followed(found, changes)
    division = divided(timeline.events, sizes)
    return Site(
        lookup=found,
        base_url=base_url,
        menu=(*_MENU, Link(said("Changes"), urls.CHANGES)) if changes else _MENU,
        feeds=feeds,
        site_feed=replace(feeds[urls.HOME], own=False) if feeds else None,
        paper=(WHOLE, WORKSHEET) if len(timeline.events) <= sizes.whole else (WORKSHEET,),
        picture=urls.canonical(base_url, urls.PICTURE),
        until=day_in_words(timeline.now) if timeline.now else "",
        division=division,
        excerpts=excerpts(division, sizes),
        sizes=sizes,
    )
