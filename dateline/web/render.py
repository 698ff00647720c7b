"""Draws the site: every page, style sheet and data file, in memory."""

import hashlib
from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

from dateline import changes
from dateline.changes import Change
from dateline.export import formats
from dateline.model import Timeline
from dateline.web import choices, colours, files, lookup, manifest, script_words, search, share_image, urls
from dateline.web.feeds import feeds
from dateline.web.frame import Planned
from dateline.web.language import Language, language
from dateline.web.lookup import Lookup
from dateline.web.marking import Html
from dateline.web.page import Page
from dateline.web.site import plan
from dateline.web.sizes import SIZES, Sizes
from dateline.web.templates import Templates
from dateline.web.views.card import card
from dateline.web.views.whole import rest

__all__ = ["Page", "drawn", "pages"]

# No page may load, send or frame anything beyond the site's own files. A page on the disk is of no origin, so that
# a browser may match it with 'self' or not: file: says it outright, and opens nothing to a page from the web.
_POLICY = (
    "default-src 'none'; style-src {style}; script-src 'self' file:; img-src 'self' file: data:; "
    "manifest-src 'self'; base-uri 'none'; form-action 'self' file:"
)
POLICY = _POLICY.format(style="'self' file:")

_CARDS = 100_000  # brief ones so many are kept, about 1.4 kB each


def pages(timeline: Timeline, base_url: str | None, changed: Sequence[Change] | None = None) -> tuple[Page, ...]:
    """Every file of the site at once, sorted by path; see `drawn`."""
    return tuple(sorted(drawn(timeline, base_url, changed), key=lambda page: page.path))


def drawn(
    timeline: Timeline,
    base_url: str | None,
    changed: Sequence[Change] | None = None,
    sizes: Sizes = SIZES,
    spoken: Language | None = None,
) -> Iterator[Page]:
    """Every file of the site, one at a time: those of a large timeline would not all fit into memory.

    `base_url` is the address where the site will stand ("https://example.org/repo", with or without a slash
    at the end); without it the site holds relative links alone. `changed` and `sizes`: see `plan`. `spoken` is the
    language of the pages' own words, that of the timeline's interface by default. Raises ValueError where an id cannot
    be the name of a file.
    """
    spoken = spoken or language(timeline.interface)
    templates, found = Templates(spoken), lookup.of(timeline)
    downloads = []
    for one in formats.downloads(timeline, base_url):
        downloads.append(one.listed())
        yield Page(f"data/{one.format.file}", one.content)
    for_robots = []
    for page in _html(templates, found, base_url, plan(found, base_url, downloads, changed, sizes)):
        if b'"noindex"' not in page.content:
            for_robots.append(page.path)
        yield page
    yield _not_found(templates, timeline, base_url)
    yield from (Page(f"static/{name}", content) for name, content in files.static())
    yield Page("static/actors.css", colours.sheet(timeline.actors).encode())
    yield Page("static/choices.css", choices.sheet().encode())
    yield from script_words.files(spoken)
    yield from feeds(found, base_url, changed)
    yield from search.files(found, language=spoken)
    yield Page("data/events.schema.json", files.schema())
    if changed is not None:
        yield Page("data/changes.json", changes.as_json(changed).encode())
    if base_url is not None:
        yield from _for_robots(templates, base_url, for_robots)
        yield Page(urls.MANIFEST, manifest.text(timeline).encode())
        yield Page(urls.PICTURE, share_image.of(timeline, spoken))


def _html(
    templates: Templates, found: Lookup, base_url: str | None, planned_pages: Iterable[Planned]
) -> Iterator[Page]:
    cards = _cards(templates, found, base_url)
    for planned in planned_pages:
        frame = planned.frame

        def draw(id: str, brief: bool = False, whole: bool = False, up: str = frame.up) -> Html:
            return cards(id, up, brief, whole)

        html = templates.drawn(
            planned.template, frame=frame, up=Html(frame.up), view=planned.view, card=draw, policy=POLICY
        )
        yield Page(frame.path, html.encode())


def _cards(templates: Templates, found: Lookup, base_url: str | None) -> Callable[[str, str, bool, bool], Html]:
    """What draws an event's card. A brief one stands on the pages of all that it names, and is drawn once."""

    def draw(id: str, up: str, brief: bool, whole: bool) -> Html:
        event = found.events[id]
        more = rest(event, found, base_url) if whole else None
        return templates.drawn("card.html", card=card(event, found), up=Html(up), brief=brief, rest=more)

    @lru_cache(maxsize=_CARDS)
    def kept(id: str, up: str) -> bytes:
        return draw(id, up, brief=True, whole=False).encode()

    def one(id: str, up: str, brief: bool, whole: bool) -> Html:
        return Html(kept(id, up), "utf-8") if brief else draw(id, up, brief, whole)

    return one


def _not_found(templates: Templates, timeline: Timeline, base_url: str | None) -> Page:
    """404.html is served at any depth, so it holds its own style and links nowhere without a base."""
    style = files.template("404.css")
    digest = b64encode(hashlib.sha256(style.encode()).digest()).decode()
    html = templates.drawn(
        "404.html",
        site=timeline.title or "A timeline",
        home=urls.canonical(base_url, urls.HOME),
        style=Html(style),
        policy=_POLICY.format(style=f"'sha256-{digest}'"),
    )
    return Page("404.html", html.encode())


def _for_robots(templates: Templates, base_url: str, shown: Sequence[str]) -> Iterator[Page]:
    addresses = sorted(urls.canonical(base_url, path) or "" for path in shown)
    sitemap = templates.drawn("sitemap.xml", urls=addresses)
    yield Page("sitemap.xml", sitemap.encode())
    where = urls.canonical(base_url, "sitemap.xml")
    yield Page("robots.txt", f"User-agent: *\nAllow: /\nSitemap: {where}\n".encode())
