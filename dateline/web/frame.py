"""What all pages share: the menu, the way back, and what surrounds each page."""

from collections.abc import Callable
from dataclasses import dataclass

from dateline.web import urls
from dateline.web.marking import Html
from dateline.web.sharing.feeds import Follow
from dateline.web.sizes import Sizes
from dateline.web.views.parts import Link
from dateline.web.words import said

MENU = (
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
FOLDERS = {link.href: link for link in MENU if "/" in (link.href or "")}
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
class Leaf:
    """A page that is not planned yet; `event` is the id of the event that it is about, "" for others."""

    path: str
    plan: Callable[[], Planned]
    event: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """What all pages have in common: where it changes, all of them do."""

    base_url: str | None
    title: str
    description: str
    language: str
    menu: tuple[Link, ...]
    site_feed: Follow | None  # what pages without a feed of their own lead to
    paper: tuple[Link, ...]
    picture: str | None
    own_pages: bool  # whether each event has one; of a very large timeline all is on the pages of years and months
    sizes: Sizes
