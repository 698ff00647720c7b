"""Writes a feed as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""

from typing import Any

from dateline.export import json_text
from dateline.export.feed import Entry, Feed, as_html, as_text, moment


def text(feed: Feed) -> str:
    """The whole file, ending in a line break."""
    data = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "description": feed.subtitle or None,
        "home_page_url": feed.home,
        "feed_url": f"{feed.address}.json" if feed.address else None,
        "language": feed.language,
        "authors": [{"name": feed.author}],
        "items": [_item(entry) for entry in feed.entries],
    }
    return json_text.text(_known(data))


def _item(entry: Entry) -> dict[str, Any]:
    item = {
        "id": entry.id,
        "url": entry.url,
        "title": entry.title,
        "content_html": as_html(entry.body),
        "content_text": as_text(entry.body),
        "date_published": moment(entry.published),
        "date_modified": moment(entry.updated),
        "tags": list(entry.tags) or None,
    }
    return _known(item)


def _known(data: dict[str, Any]) -> dict[str, Any]:
    """Without the keys that have no value: JSON Feed leaves them out."""
    return {key: value for key, value in data.items() if value is not None}
