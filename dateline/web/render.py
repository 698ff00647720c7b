"""Draws the site: every page, style sheet and data file, in memory. Alone in knowing Jinja2."""

import hashlib
from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache

from jinja2 import Environment, FunctionLoader, StrictUndefined

from dateline import changes
from dateline.changes import Change
from dateline.export import formats
from dateline.model import Timeline
from dateline.web import files, lookup, manifest, search, share_image, urls
from dateline.web.feeds import feeds
from dateline.web.marking import Html
from dateline.web.page import Page
from dateline.web.site import Planned, plan
from dateline.web.views.card import card

__all__ = ["Page", "pages"]

# No page may load, send or frame anything beyond the site's own files. A page on the disk is of no origin, so that
# a browser may match it with 'self' or not: file: says it outright, and opens nothing to a page from the web.
_POLICY = (
    "default-src 'none'; style-src {style}; script-src 'self' file:; img-src 'self' file: data:; "
    "manifest-src 'self'; base-uri 'none'; form-action 'self' file:"
)


def pages(timeline: Timeline, base_url: str | None, changed: Sequence[Change] | None = None) -> tuple[Page, ...]:
    """Every file of the site, sorted by path.

    `base_url` is the address where the site will stand ("https://example.org/repo", with or without a slash
    at the end); without it the site holds relative links alone. `changed`: see `plan`. Raises ValueError where an id
    cannot be the name of a file.
    """
    environment = _environment()
    downloads = tuple(formats.downloads(timeline, base_url))
    found = [
        *_html(environment, timeline, plan(timeline, base_url, [one.listed() for one in downloads], changed)),
        _not_found(environment, timeline, base_url),
        *(Page(f"static/{name}", content) for name, content in files.static()),
        *feeds(lookup.of(timeline), base_url, changed),
        *(Page(f"data/{one.format.file}", one.content) for one in downloads),
        *search.files(lookup.of(timeline)),
        Page("data/events.schema.json", files.schema()),
    ]
    if changed is not None:
        found.append(Page("data/changes.json", changes.as_json(changed).encode()))
    if base_url is not None:
        found += _for_robots(environment, base_url, found)
        found.append(Page(urls.MANIFEST, manifest.text(timeline).encode()))
        found.append(Page(urls.PICTURE, share_image.of(timeline)))
    return tuple(sorted(found, key=lambda page: page.path))


def _environment() -> Environment:
    return Environment(
        loader=FunctionLoader(files.template),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _html(environment: Environment, timeline: Timeline, planned_pages: Iterable[Planned]) -> Iterator[Page]:
    policy = _POLICY.format(style="'self' file:")
    drawn = _cards(environment, timeline)
    for planned in planned_pages:
        frame = planned.frame

        def draw(id: str, brief: bool = False, up: str = frame.up) -> Html:
            return drawn(id, up, brief)

        html = environment.get_template(planned.template).render(
            frame=frame, up=frame.up, view=planned.view, card=draw, policy=policy
        )
        yield Page(frame.path, html.encode())


def _cards(environment: Environment, timeline: Timeline) -> Callable[[str, str, bool], Html]:
    """What draws an event's card: once for each way in which pages show it, however many they are."""
    found = lookup.of(timeline)
    template = environment.get_template("card.html")

    @cache
    def draw(id: str, up: str, brief: bool) -> Html:
        return Html(template.render(card=card(found.events[id], found), up=up, brief=brief))

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
    return Page("404.html", html.encode())


def _for_robots(environment: Environment, base_url: str, found: list[Page]) -> Iterator[Page]:
    shown = [page.path for page in found if page.path.endswith(".html") and b'"noindex"' not in page.content]
    addresses = sorted(urls.canonical(base_url, path) or "" for path in shown)
    sitemap = environment.get_template("sitemap.xml").render(urls=addresses)
    yield Page("sitemap.xml", sitemap.encode())
    where = urls.canonical(base_url, "sitemap.xml")
    yield Page("robots.txt", f"User-agent: *\nAllow: /\nSitemap: {where}\n".encode())
