"""data/datapackage.json: what the other files hold, column by column, for programs (datapackage.org, version 2)."""

import re
from collections.abc import Sequence
from typing import Any

from dateline.export import json_text
from dateline.export.download import Listed
from dateline.export.table import schema
from dateline.model import Article, Timeline
from dateline.web import urls

_LICENCE = (
    "The quotes belong to their publishers. Positions and names of places come from GeoNames, CC BY 4.0 "
    "(https://creativecommons.org/licenses/by/4.0/)."
)
_APOSTROPHE = (
    "In the tables a text that begins with =, +, -, @, a tab or a line break, or with apostrophes and then one of "
    "these, has an apostrophe put before it."
)
Object = dict[str, Any]


def text(timeline: Timeline, base_url: str | None, files: Sequence[Listed]) -> str:
    """The whole file. `files` are those that it describes."""
    data = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": _name(timeline.title),
        "title": timeline.title,
        "description": " ".join(filter(None, (timeline.description, _APOSTROPHE, _LICENCE))),
        "homepage": urls.canonical(base_url, urls.HOME),
        "licenses": [{"path": "index.html", "title": _LICENCE}],
        "sources": [_source(article) for article in timeline.articles],
        "resources": [_resource(file) for file in files],
    }
    return json_text.text({key: value for key, value in data.items() if value})


def _name(title: str) -> str:
    """The title as a name of the standard's: a-z, 0-9 and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-") or "timeline"


def _source(article: Article) -> Object:
    named = ", ".join(filter(None, (article.title, article.source)))
    url = urls.external(article.url)
    return {"title": named} | ({"path": url} if url else {})


def _resource(file: Listed) -> Object:
    format = file.format
    described: Object = {
        "name": format.file,
        "path": format.file,
        "description": " ".join(filter(None, (format.purpose, format.rule))),
        "format": format.file.rpartition(".")[2],
        "mediatype": format.media_type,
        "encoding": "utf-8",
        "bytes": file.octets,
        "hash": f"sha256:{file.sha256}",
    }
    return described | ({"type": "table", "schema": schema(format.table)} if format.table else {})
