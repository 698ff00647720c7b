"""data/manifest.json: by what, by which settings and of which articles the site was made, for who checks it.

The hashes of what was made are not here but in data/manifest-sha256.txt, which `publish` writes.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from dateline import __version__
from dateline.export import json_text
from dateline.model import Article, Timeline

FILE = "data/manifest.json"
Object = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Settings:
    """What the builder knows and no page tells; hashes are SHA-256 in hexadecimal.

    `rules` is the hash of the package itself, `since` that of the events.json that the articles were compared with,
    None where there was none; `largest` the size in bytes past which an article is not read, None where any is.
    """

    rules: str | None = None
    since: str | None = None
    largest: int | None = None


def text(timeline: Timeline, base_url: str | None, settings: Settings) -> str:
    """The whole file. What holds a withheld name has no hash in it, by which a guess at the name could be confirmed."""
    data = {
        "manifest_version": 1,
        "tool": {"name": "Dateline", "version": __version__, "sha256": settings.rules},
        "settings": {
            "base_url": base_url,
            "conflict_sha256": timeline.conflict_sha256,
            "since_sha256": None if timeline.withheld else settings.since,
            "max_article_bytes": settings.largest,
        },
        "inputs": _inputs(timeline),
        "outputs": "manifest-sha256.txt",
    }
    return json_text.text(data)


def _inputs(timeline: Timeline) -> Iterator[Object]:
    """In the order of their names, not of their days, which are read from them."""
    for article in sorted(timeline.articles, key=lambda one: one.file):
        yield {"file": article.file, "bytes": article.octets, "sha256": article.sha256, "masked": _masked(article)}


def _masked(article: Article) -> bool:
    """Whether size and hash are of the text without the names that are withheld, and not of the file."""
    return any(edit.field == "withheld" for edit in article.editor)
