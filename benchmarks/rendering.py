"""How far drawing and writing a site is from a bare loop: the same templates, given views made beforehand, and writes.

    python benchmarks/rendering.py [FOLDER OF ARTICLES | NUMBER OF EVENTS] [TIMES]

Both are run in turn in one process, TIMES times each, and counted in CPU seconds, which other work on the machine
stretches less than it does the clock's. What is printed is the median, with the least and the most: the noise.

The loop writes the same bytes, which is checked. Like the site it draws a brief card once; its templates are compiled
and the files that no template makes (exports, feeds, search) are made beforehand.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from large_site import timeline as made_up

from dateline.export import formats
from dateline.model import Timeline
from dateline.pipeline import run
from dateline.publishing.ours import MANIFEST
from dateline.publishing.publish import publish
from dateline.web.compiled import Templates
from dateline.web.drawing import POLICY
from dateline.web.frame import Planned
from dateline.web.language import language
from dateline.web.marking import Html
from dateline.web.page import Page
from dateline.web.render import drawn
from dateline.web.shared import site_of
from dateline.web.site import front, plan
from dateline.web.sizes import SIZES
from dateline.web.views.card import Card, card
from dateline.web.views.whole import Rest, rest

BASE_URL = "https://example.org/timeline"


@dataclass(frozen=True)
class Prepared:
    """All that the pages show, and the files that are no pages."""

    templates: Templates
    pages: tuple[Planned, ...]
    cards: dict[str, tuple[Card, Rest]]
    files: tuple[Page, ...]


def prepared(timeline: Timeline) -> Prepared:
    site = site_of(timeline, BASE_URL, changed=None, sizes=SIZES)
    found = site.lookup
    listed = [one.listed() for one in formats.downloads(timeline, BASE_URL)]
    leaves = (leaf for sheaf in plan(site) for leaf in sheaf())
    pages = (*(leaf.plan() for leaf in leaves), *front(site, listed))
    paths = {page.frame.path for page in pages}
    return Prepared(
        templates=Templates(language(timeline.interface)),
        pages=pages,
        cards={event.id: (card(event, found), rest(event, found, BASE_URL)) for event in timeline.events},
        files=tuple(page for page in drawn(timeline, BASE_URL) if page.path not in paths),
    )


def loop(given: Prepared, out: Path) -> None:
    """The bare loop."""
    kept: dict[tuple[str, str], Html] = {}
    for page in given.pages:

        def draw(id: str, brief: bool = False, whole: bool = False, up: str = page.frame.up) -> Html:
            if brief and (id, up) in kept:
                return kept[id, up]
            shown, more = given.cards[id]
            more = more if whole else None
            html = given.templates.drawn("card.html", card=shown, up=Html(up), brief=brief, rest=more)
            return kept.setdefault((id, up), html) if brief else html

        up = Html(page.frame.up)
        html = given.templates.drawn(page.template, frame=page.frame, up=up, view=page.view, card=draw, policy=POLICY)
        write(page.frame.path, html.encode(), out)
    for file in given.files:
        write(file.path, file.content, out)


def write(path: str, content: bytes, out: Path) -> None:
    target = out / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)


def measured(work: Callable[[Path], object]) -> tuple[float, dict[str, bytes]]:
    """The CPU seconds of writing a site to a new folder, and what that holds."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "site"
        begin = time.process_time()
        work(out)
        taken = time.process_time() - begin
        files = [path for path in out.rglob("*") if path.is_file() and path.name != MANIFEST]
        return taken, {path.relative_to(out).as_posix(): path.read_bytes() for path in files}


def told(taken: list[float]) -> str:
    return f"{median(taken):7.2f} s of CPU ({min(taken):.2f} to {max(taken):.2f})"


def main() -> None:
    source = sys.argv[1] if len(sys.argv) > 1 else "1000"
    times = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    timeline = made_up(int(source)) if source.isdecimal() else run(Path(source)).timeline
    given = prepared(timeline)
    _, site = measured(lambda out: loop(given, out))  # the first run compiles the templates
    drawing: list[float] = []
    bare: list[float] = []
    for _ in range(times):
        seconds, whole = measured(lambda out: publish(drawn(timeline, BASE_URL), out))
        drawing.append(seconds)
        bare.append(measured(lambda out: loop(given, out))[0])
        if whole | site != whole:  # publishing adds a list of hashes
            raise SystemExit("the loop writes another site")
    size = sum(map(len, site.values())) / 1e6
    print(f"{len(timeline.articles):,} articles, {len(timeline.events):,} events, {len(site):,} files, {size:.1f} MB")
    print(f"drawn and published {told(drawing)}")
    print(f"the bare loop       {told(bare)}")
    ratios = [one / other for one, other in zip(drawing, bare, strict=True)]
    print(
        f"ratio               {median(drawing) / median(bare):7.2f} (run by run {min(ratios):.2f} to {max(ratios):.2f})"
    )


if __name__ == "__main__":
    main()
