"""The site: every page, style sheet and data file, in memory."""

from collections.abc import Iterator, Sequence

from dateline.changes import Change
from dateline.export import formats, provenance
from dateline.export.download import Download
from dateline.export.entry import Entries
from dateline.export.provenance import Settings
from dateline.model import Timeline
from dateline.web.drawing import Drawing
from dateline.web.language import Language, language
from dateline.web.ledger import Drawn, Ledger
from dateline.web.page import Page, Same
from dateline.web.shared import site_of
from dateline.web.sizes import SIZES, Sizes
from dateline.work.processes import copies

__all__ = ["Page", "drawn", "pages"]

_UNTOLD = Settings()
_WORTH = 300  # events from which on a second process pays


def pages(timeline: Timeline, base_url: str | None, changed: Sequence[Change] | None = None) -> tuple[Page, ...]:
    """Every file of the site at once, sorted by path; see `drawn`."""
    made = (one for one in drawn(timeline, base_url, changed) if isinstance(one, Page))
    return tuple(sorted(made, key=lambda page: page.path))


def drawn(
    timeline: Timeline,
    base_url: str | None,
    changed: Sequence[Change] | None = None,
    sizes: Sizes = SIZES,
    spoken: Language | None = None,
    jobs: int = 1,
    ledger: Ledger | None = None,
    settings: Settings = _UNTOLD,
) -> Iterator[Page | Same]:
    """Every file of the site, one at a time: those of a large timeline would not all fit into memory.

    `base_url` is the address where the site will stand ("https://example.org/repo", with or without a slash
    at the end); without it the site holds relative links alone. `changed` is what is new since the site was last
    published, None for no page of it; `sizes`: from which number of events on a page is cut into several, or left out.
    `spoken` is the language of the pages' own words, that of the timeline's interface by default. `jobs` processes draw
    at once where that pays. What the `ledger` says still stands is not drawn again; it is told what is drawn.
    `settings` are told in the manifest. Raises ValueError where an id cannot be the name of a file.
    """
    site = site_of(timeline, base_url, changed, sizes)
    spoken = spoken or language(timeline.interface)
    standing = ledger.standing(site, spoken) if ledger else {}
    entries = Entries(timeline, base_url)
    kept = (standing, ledger.answers, ledger.before) if ledger else ()
    drawing = Drawing(site, spoken, entries, *kept)
    downloads, listed = [], []
    worth = jobs if len(timeline.events) >= _WORTH else 1
    for n, pieces in enumerate(copies(worth, drawing, Drawing.sheaf, range(len(drawing)))):
        for piece in pieces:
            if ledger:
                ledger.note(piece)
            if n < len(formats.FORMATS):
                files = [one for one in piece.files if isinstance(one, Page)]
                downloads += [Download(formats.FORMATS[n], one.content).listed() for one in files]
            listed += [one.path for one in piece.files if one.listed]
            yield from piece.files
    package = formats.package(timeline, base_url, downloads)
    yield Page(f"data/{package.format.file}", package.content)
    yield Page(provenance.FILE, provenance.text(timeline, base_url, settings).encode())
    for page in drawing.front([*downloads, package.listed()], listed):
        if ledger:
            ledger.note(Drawn("", (page,), frozenset()))  # drawn each time
        yield page
