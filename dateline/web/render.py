"""The site: every page, style sheet and data file, in memory."""

from collections.abc import Iterator, Sequence

from dateline.changes import Change
from dateline.export import formats
from dateline.export.download import Download
from dateline.model import Timeline
from dateline.processes import copies
from dateline.web.drawing import Drawing, for_robots
from dateline.web.language import Language, language
from dateline.web.page import Page
from dateline.web.sizes import SIZES, Sizes

__all__ = ["Page", "drawn", "pages"]

_WORTH = 300  # events from which on a second process pays


def pages(timeline: Timeline, base_url: str | None, changed: Sequence[Change] | None = None) -> tuple[Page, ...]:
    """Every file of the site at once, sorted by path; see `drawn`."""
    return tuple(sorted(drawn(timeline, base_url, changed), key=lambda page: page.path))


def drawn(
    timeline: Timeline,
    base_url: str | None,
    changed: Sequence[Change] | None = None,
    sizes: Sizes = SIZES,
    spoken: Language | None = None,
    jobs: int = 1,
) -> Iterator[Page]:
    """Every file of the site, one at a time: those of a large timeline would not all fit into memory.

    `base_url` is the address where the site will stand ("https://example.org/repo", with or without a slash
    at the end); without it the site holds relative links alone. `changed` is what is new since the site was last
    published, None for no page of it; `sizes`: from which number of events on a page is cut into several, or left out.
    `spoken` is the language of the pages' own words, that of the timeline's interface by default. `jobs` processes draw
    at once where that pays. Raises ValueError where an id cannot be the name of a file.
    """
    drawing = Drawing(timeline, base_url, changed, sizes, spoken or language(timeline.interface))
    listed, listable = [], []
    worth = jobs if len(timeline.events) >= _WORTH else 1
    for n, sheaf in enumerate(copies(worth, drawing, Drawing.sheaf, range(len(drawing)))):
        if n < len(formats.FORMATS):
            listed += [Download(formats.FORMATS[n], page.content).listed() for page in sheaf]
        listable += for_robots(sheaf)
        yield from sheaf
    package = formats.package(timeline, base_url, listed)
    yield Page(f"data/{package.format.file}", package.content)
    yield from drawing.front([*listed, package.listed()], listable)
