"""Draws the site: every page, style sheet and data file, in memory. Alone in knowing Jinja2."""

import hashlib
from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

from jinja2 import Environment, FunctionLoader, StrictUndefined

from dateline import changes
from dateline.changes import Change
from dateline.export import formats
from dateline.model import Timeline
from dateline.web import choices, colours, files, lookup, manifest, script_words, search, share_image, urls
from dateline.web.feeds import feeds
from dateline.web.frame import Planned
from dateline.web.language import Language, language
from dateline.web.marking import Html
from dateline.web.page import Page
from dateline.web.site import plan
from dateline.web.sizes import SIZES, Sizes
from dateline.web.spoken import spoken_in
from dateline.web.views.card import card
from dateline.web.views.whole import rest
from dateline.web.visible import visible

__all__ = ["Page", "drawn", "pages"]

# No page may load, send or frame anything beyond the site's own files. A page on the disk is of no origin, so that
# a browser may match it with 'self' or not: file: says it outright, and opens nothing to a page from the web.
_POLICY = (
    "default-src 'none'; style-src {style}; script-src 'self' file:; img-src 'self' file: data:; "
    "manifest-src 'self'; base-uri 'none'; form-action 'self' file:"
)

_NOINDEX = b'<meta name="robots" content="noindex">'
_CARDS = 20_000  # so many are kept, about 2 kB each


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
    environment = _environment(spoken)
    downloads = []
    for one in formats.downloads(timeline, base_url):
        downloads.append(one.listed())
        yield Page(f"data/{one.format.file}", one.content)
    for_robots = []
    for page in _html(environment, timeline, base_url, plan(timeline, base_url, downloads, changed, sizes)):
        if _NOINDEX not in page.content:
            for_robots.append(page.path)
        yield page
    yield _not_found(environment, timeline, base_url)
    yield from (Page(f"static/{name}", content) for name, content in files.static())
    yield Page("static/actors.css", colours.sheet(timeline.actors).encode())
    yield Page("static/choices.css", choices.sheet().encode())
    yield from script_words.files(spoken)
    yield from feeds(lookup.of(timeline), base_url, changed)
    yield from search.files(lookup.of(timeline), language=spoken)
    yield Page("data/events.schema.json", files.schema())
    if changed is not None:
        yield Page("data/changes.json", changes.as_json(changed).encode())
    if base_url is not None:
        yield from _for_robots(environment, base_url, for_robots)
        yield Page(urls.MANIFEST, visible(manifest.text(timeline)).encode())
        yield Page(urls.PICTURE, share_image.of(timeline, spoken))


def _environment(spoken: Language) -> Environment:
    """The templates, which say their own words, and the views', in a language."""
    environment = Environment(
        extensions=["jinja2.ext.i18n"],
        loader=FunctionLoader(files.template),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=None if spoken.english else spoken.say,
    )
    environment.newstyle_gettext = True  # type: ignore[attr-defined]  # "%(name)s" in what {% trans %} makes
    environment.globals |= spoken_in(spoken)
    return environment


def _html(
    environment: Environment, timeline: Timeline, base_url: str | None, planned_pages: Iterable[Planned]
) -> Iterator[Page]:
    policy = _POLICY.format(style="'self' file:")
    withheld = str(environment.globals["withheld"])
    cards = _cards(environment, timeline, base_url)
    for planned in planned_pages:
        frame = planned.frame

        def draw(id: str, brief: bool = False, whole: bool = False, up: str = frame.up) -> Html:
            return cards(id, up, brief, whole)

        html = environment.get_template(planned.template).render(
            frame=frame, up=frame.up, view=planned.view, card=draw, policy=policy
        )
        yield Page(frame.path, visible(html, withheld).encode())


def _cards(
    environment: Environment, timeline: Timeline, base_url: str | None
) -> Callable[[str, str, bool, bool], Html]:
    """What draws an event's card: mostly once for each way in which pages show it, however many they are."""
    found = lookup.of(timeline)
    template = environment.get_template("card.html")

    @lru_cache(maxsize=_CARDS)
    def draw(id: str, up: str, brief: bool, whole: bool) -> Html:
        event = found.events[id]
        more = rest(event, found, base_url) if whole else None
        return Html(template.render(card=card(event, found), up=up, brief=brief, rest=more))

    return draw


def _not_found(environment: Environment, timeline: Timeline, base_url: str | None) -> Page:
    """404.html is served at any depth, so it holds its own style and links nowhere without a base."""
    style = files.template("404.css")
    digest = b64encode(hashlib.sha256(style.encode()).digest()).decode()
    html = environment.get_template("404.html").render(
        site=timeline.title or "A timeline",
        home=urls.canonical(base_url, urls.HOME),
        style=Html(style),
        policy=_POLICY.format(style=f"'sha256-{digest}'"),
    )
    return Page("404.html", visible(html).encode())


def _for_robots(environment: Environment, base_url: str, shown: Sequence[str]) -> Iterator[Page]:
    addresses = sorted(urls.canonical(base_url, path) or "" for path in shown)
    sitemap = environment.get_template("sitemap.xml").render(urls=addresses)
    yield Page("sitemap.xml", sitemap.encode())
    where = urls.canonical(base_url, "sitemap.xml")
    yield Page("robots.txt", f"User-agent: *\nAllow: /\nSitemap: {where}\n".encode())
