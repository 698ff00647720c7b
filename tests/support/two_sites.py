"""Two small sites to be published one after the other, and what then lies there."""

from pathlib import Path

from dateline.publishing.ours import MANIFEST
from dateline.publishing.publish import CHECKSUMS
from dateline.web.page import Page

FIRST = (Page("index.html", b"one"), Page("events/a.html", b"a"), Page("events/b.html", b"b"))

SECOND = (Page("index.html", b"two"), Page("events/a.html", b"a"), Page("events/c.html", b"c"))


def held(out: Path) -> dict[str, bytes]:
    return {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in sorted(out.rglob("*"))
        if path.is_file() and path.relative_to(out).as_posix() not in (MANIFEST, CHECKSUMS)
    }


def beside(out: Path) -> list[str]:
    return sorted(path.name for path in out.parent.iterdir())
