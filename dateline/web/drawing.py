"""What draws the site: all of it but its front in sheaves, which can be drawn in any order and in several processes."""

import hashlib
from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from types import MappingProxyType
from typing import Any

from dateline import changes
from dateline.export import formats
from dateline.export.download import Format, Listed
from dateline.export.entry import Entries
from dateline.web import choices, colours, files, script_words, urls
from dateline.web.answers import reduced
from dateline.web.asked import ALL, WHOLE
from dateline.web.blocks import Blocks
from dateline.web.cards import Cards
from dateline.web.compiled import Templates
from dateline.web.cut import NEVER, Before
from dateline.web.frame import Leaf, Planned, Settings
from dateline.web.language import Language
from dateline.web.ledger import Drawn
from dateline.web.marking import Html
from dateline.web.page import Page, Piece, Same
from dateline.web.recalled import Recalled
from dateline.web.search import index
from dateline.web.shared import Site
from dateline.web.sharing import manifest, picture
from dateline.web.sharing.feeds import feeds
from dateline.web.site import Sheaf, front, plan
from dateline.web.visible import NAME, visible

# No page may load, send or frame anything beyond the site's own files. A page on the disk is of no origin, so that
# a browser may match it with 'self' or not: file: says it outright, and opens nothing to a page from the web.
_POLICY = (
    "default-src 'none'; style-src {style}; script-src {script}; img-src 'self' file: data:; "
    "manifest-src 'self'; base-uri 'none'; form-action 'self' file:"
)
POLICY = _POLICY.format(style="'self' file:", script="'self' file:")

NONE: Mapping[str, Any] = MappingProxyType({})


class Drawing:
    """`standing` are the pieces of the last build that still stand: they are not made again.

    Of the others, what says the same as it did `before` is taken from there, by the `answers` on which it rests.
    """

    def __init__(
        self,
        site: Site,
        spoken: Language,
        entries: Entries,
        standing: Mapping[str, tuple[Same, ...]] = NONE,
        answers: Mapping[str, bytes] = NONE,
        before: Before = NEVER,
    ) -> None:
        self._site = site
        self._blocks = Blocks(entries, answers, before)
        self._answers = answers
        self._before = before
        self._spoken = spoken
        self._standing = standing
        self._templates = Templates(spoken)
        self._name = spoken.say(NAME)  # in place of each that is withheld
        self._cards = Cards(self._templates, site, answers, before)
        found = site.lookup
        self._sheaves: list[Callable[[], Iterable[Piece]]] = [
            *(partial(self._download, format) for format in formats.FORMATS),  # slow ones first
            partial(self._search),
            partial(feeds, found, site.base_url, site.changed),
            *(partial(self._html, sheaf) for sheaf in plan(site)),
            self._beside,
        ]

    def __len__(self) -> int:
        """How many sheaves there are; the first are the files for download, one each."""
        return len(self._sheaves)

    def sheaf(self, number: int) -> list[Drawn]:
        return list(self._drawn(self._sheaves[number]()))

    def _drawn(self, pieces: Iterable[Piece]) -> Iterator[Drawn]:
        """The pieces with what they ask; what is asked while a sheaf is opened, each of its pieces may rest on."""
        notes = self._site.lookup.notes
        with notes.taken() as before:
            for piece in pieces:
                if piece.name in self._standing:
                    yield Drawn(piece.name, self._standing[piece.name], frozenset())
                    continue
                with notes.taken() as asked:
                    files = tuple(piece.make())
                found = before | asked
                if WHOLE in found:
                    found = {WHOLE}  # to which all answers belong
                elif piece.event:
                    found = reduced(found, self._site.lookup.events.rows[piece.event])
                yield Drawn(piece.name, files, frozenset(found), piece.results)

    def front(self, downloads: Sequence[Listed], pages: Sequence[str]) -> Iterator[Page]:
        """What tells of the rest: `downloads` are the files for download, `pages` the paths that robots may list."""
        found = [self._page(planned) for planned in front(self._site, downloads)]
        yield from found
        if self._site.base_url is not None:
            listed = [*pages, *(one.path for one in found if one.listed)]
            yield from _for_robots(self._templates, self._site.base_url, listed)

    def _download(self, format: Format) -> Iterator[Piece]:
        def make() -> Iterator[Page]:
            given, path = (self._site.lookup.timeline, self._site.base_url), f"data/{format.file}"
            if format.layout:
                yield self._blocks.page(path, format.layout(*given))
            else:
                yield Page(path, format.write(*given).encode())

        yield Piece("", make)  # kept by no ledger: what describes the files looks at each

    def _search(self) -> Iterator[Piece]:
        lookup = self._site.lookup
        recalled = Recalled(lookup.notes, self._answers, self._before.results("search"))
        make = partial(index.files, lookup, language=self._spoken, recalled=recalled)
        yield Piece("search", make, results=recalled.results)

    def _html(self, sheaf: Sheaf) -> Iterator[Piece]:
        for leaf in sheaf():
            yield Piece(leaf.path, partial(self._leaf, leaf), leaf.event)

    def _leaf(self, leaf: Leaf) -> Iterator[Page]:
        yield self._page(leaf.plan())

    def _page(self, planned: Planned) -> Page:
        frame = planned.frame
        held = self._cards.on(frame)
        html = self._templates.drawn(
            planned.template, frame=frame, up=Html(frame.up), view=planned.view, card=held.draw, policy=POLICY
        )
        content = visible(html, self._name).encode()
        return Page(frame.path, content, held.cut(content))

    def _beside(self) -> Iterator[Piece]:
        yield Piece("static", self._static)
        yield Piece("beside", self._files)

    def _static(self) -> Iterator[Page]:
        """The files that say nothing of this timeline."""
        yield from (Page(f"static/{name}", content) for name, content in files.static())
        yield Page("static/choices.css", choices.sheet().encode())
        yield from script_words.files(self._spoken)
        yield Page("data/events.schema.json", files.schema())
        yield _not_found(self._templates, self._site.settings)

    def _files(self) -> Iterator[Page]:
        """Those that do, and are no pages."""
        timeline, changed = self._site.lookup.timeline, self._site.changed.get(ALL)
        yield Page("static/actors.css", colours.sheet(timeline.actors).encode())
        if changed is not None:
            yield Page("data/changes.json", changes.as_json(changed).encode())
        if self._site.base_url is not None:
            yield Page(urls.MANIFEST, visible(manifest.text(timeline)).encode())
            yield Page(urls.PICTURE, picture.of(timeline, self._spoken))


def _not_found(templates: Templates, settings: Settings) -> Page:
    """404.html is served at any depth, so it holds its own style and script and links nowhere without a base.

    The script leads from the address that an event had, while it had a page, to the signpost.
    """
    style, script = files.template("404.css"), "" if settings.own_pages else files.template("404.js")
    html = templates.drawn(
        "404.html",
        site=settings.title,
        home=urls.canonical(settings.base_url, urls.HOME),
        style=Html(style),
        script=Html(script),
        policy=_POLICY.format(style=_digest(style), script=_digest(script)),
    )
    return Page("404.html", visible(html).encode())


def _digest(text: str) -> str:
    """The one text of which a policy speaks."""
    return f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _for_robots(templates: Templates, base_url: str, shown: Sequence[str]) -> Iterator[Page]:
    addresses = sorted(urls.canonical(base_url, path) or "" for path in shown)
    sitemap = templates.drawn("sitemap.xml", urls=addresses)
    yield Page("sitemap.xml", sitemap.encode())
    where = urls.canonical(base_url, "sitemap.xml")
    yield Page("robots.txt", f"User-agent: *\nAllow: /\nSitemap: {where}\n".encode())
