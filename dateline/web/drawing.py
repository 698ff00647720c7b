"""What draws the site: all of it but its front in sheaves, which can be drawn in any order and in several processes."""

import hashlib
from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache, partial

from dateline import changes
from dateline.changes import Change
from dateline.export import formats
from dateline.export.download import Format, Listed
from dateline.model import Timeline
from dateline.web import choices, colours, files, lookup, manifest, script_words, search, share_image, urls
from dateline.web.compiled import Templates
from dateline.web.feeds import feeds
from dateline.web.frame import Planned, site_of
from dateline.web.language import Language
from dateline.web.lookup import Lookup
from dateline.web.marking import Html
from dateline.web.page import Page
from dateline.web.site import Sheaf, front, plan
from dateline.web.sizes import Sizes
from dateline.web.views.card import card
from dateline.web.views.whole import rest
from dateline.web.visible import NAME, visible

# No page may load, send or frame anything beyond the site's own files. A page on the disk is of no origin, so that
# a browser may match it with 'self' or not: file: says it outright, and opens nothing to a page from the web.
_POLICY = (
    "default-src 'none'; style-src {style}; script-src 'self' file:; img-src 'self' file: data:; "
    "manifest-src 'self'; base-uri 'none'; form-action 'self' file:"
)
POLICY = _POLICY.format(style="'self' file:")

_NOINDEX = b'<meta name="robots" content="noindex">'
_CARDS = 100_000  # brief ones so many are kept, about 1.4 kB each


class Drawing:
    def __init__(
        self,
        timeline: Timeline,
        base_url: str | None,
        changed: Sequence[Change] | None,
        sizes: Sizes,
        spoken: Language,
    ) -> None:
        found = lookup.of(timeline)
        self._base_url = base_url
        self._changed = changed
        self._spoken = spoken
        self._site = site_of(found, base_url, changed is not None, sizes)
        self._templates = Templates(spoken)
        self._name = spoken.say(NAME)  # in place of each that is withheld
        self._cards = _cards(self._templates, found, base_url)
        self._sheaves: list[Callable[[], Iterable[Page]]] = [
            *(partial(self._download, format) for format in formats.FORMATS),  # slow ones first
            partial(search.files, found, language=spoken),
            partial(feeds, found, base_url, changed),
            *(partial(self._html, sheaf) for sheaf in plan(self._site)),
            self._beside,
        ]

    def __len__(self) -> int:
        """How many sheaves there are; the first are the files for download, one each."""
        return len(self._sheaves)

    def sheaf(self, number: int) -> list[Page]:
        return list(self._sheaves[number]())

    def front(self, downloads: Sequence[Listed], pages: Sequence[str]) -> Iterator[Page]:
        """What tells of the rest: `downloads` are the files for download, `pages` the paths that robots may list."""
        found = list(self._html(partial(front, self._site, downloads, self._changed)))
        yield from found
        if self._base_url is not None:
            yield from _for_robots(self._templates, self._base_url, [*pages, *for_robots(found)])

    def _download(self, format: Format) -> Iterator[Page]:
        yield Page(f"data/{format.file}", format.write(self._site.lookup.timeline, self._base_url).encode())

    def _html(self, sheaf: Sheaf) -> Iterator[Page]:
        for planned in sheaf():
            yield self._page(planned)

    def _page(self, planned: Planned) -> Page:
        frame = planned.frame

        def draw(id: str, brief: bool = False, whole: bool = False, up: str = frame.up) -> Html:
            return self._cards(id, up, brief, whole)

        html = self._templates.drawn(
            planned.template, frame=frame, up=Html(frame.up), view=planned.view, card=draw, policy=POLICY
        )
        return Page(frame.path, visible(html, self._name).encode())

    def _beside(self) -> Iterator[Page]:
        """The files that are no pages, and the page for what is not there."""
        timeline = self._site.lookup.timeline
        yield _not_found(self._templates, timeline, self._base_url)
        yield from (Page(f"static/{name}", content) for name, content in files.static())
        yield Page("static/actors.css", colours.sheet(timeline.actors).encode())
        yield Page("static/choices.css", choices.sheet().encode())
        yield from script_words.files(self._spoken)
        yield Page("data/events.schema.json", files.schema())
        if self._changed is not None:
            yield Page("data/changes.json", changes.as_json(self._changed).encode())
        if self._base_url is not None:
            yield Page(urls.MANIFEST, visible(manifest.text(timeline)).encode())
            yield Page(urls.PICTURE, share_image.of(timeline, self._spoken))


def for_robots(pages: Iterable[Page]) -> list[str]:
    """The paths of the pages that search engines are to list."""
    return [page.path for page in pages if page.path.endswith(".html") and _NOINDEX not in page.content]


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
    return Page("404.html", visible(html).encode())


def _for_robots(templates: Templates, base_url: str, shown: Sequence[str]) -> Iterator[Page]:
    addresses = sorted(urls.canonical(base_url, path) or "" for path in shown)
    sitemap = templates.drawn("sitemap.xml", urls=addresses)
    yield Page("sitemap.xml", sitemap.encode())
    where = urls.canonical(base_url, "sitemap.xml")
    yield Page("robots.txt", f"User-agent: *\nAllow: /\nSitemap: {where}\n".encode())
