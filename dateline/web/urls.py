"""Where each page lies: its path in the site, and the address that a link needs.

Addresses are relative to the site's root; a page in a folder puts "../" before them (`up`), so that the site
works from a disk, at a root and under any folder.
"""

import re
from datetime import date
from functools import lru_cache
from urllib.parse import quote, urlsplit

from dateline.model import EventType

_RESERVED = {"CON", "PRN", "AUX", "NUL", *(f"{port}{n}" for port in ("COM", "LPT") for n in "0123456789¹²³")}
_SLUG = re.compile(r"\w[\w.~-]{0,200}")  # of an event: an article's 180 bytes, a hyphen and 8 more
_PLAIN = re.compile(r"[\w/.~-]*(?:#[\w.~-]+)?", re.ASCII)  # what stands in a link as it is
_NO_HEX = re.compile(r"[^0-9a-f]")
_KEPT = 10_000  # paths and addresses are kept: what stands together on a page is named there again and again

HOME = "index.html"
ACTORS = "actors/index.html"
ROUNDS = "rounds/index.html"
PLACES = "places/index.html"
ARTICLES = "articles/index.html"
FORECASTS = "forecasts.html"
CHANGES = "changes.html"
DEMANDS = "demands.html"
DISPUTED = "disputed.html"
KNOWN = "known/index.html"
ABOUT = "about.html"
SEARCH = "search.html"
A_Z = "a-z.html"
DATA = "data/index.html"
PICTURE = "share.png"
MANIFEST = "site.webmanifest"
WHOLE = "timeline.html"
WORKSHEET = "worksheet.html"
WORKSHEET_KEY = "worksheet-key.html"


def slug(id: str) -> str:
    """`id`, fit to be a file's name and a fragment; raises ValueError where it is not."""
    if not _SLUG.fullmatch(id):
        raise ValueError(f"an id that cannot be a file name: {id!r}")
    return id


def event(id: str) -> str:
    return _page("events", id)


def signpost(id: str) -> str:
    """Where the address of an event leads on to it, as long as it has no page of its own: static/signpost.js knows it.

    Ids end in a hash, so that its last two letters spread the events over 256 pages.
    """
    return f"{signposts(id)}#{slug(id)}"


def signposts(id: str) -> str:
    """The page of the signpost of an event."""
    return f"events/{_NO_HEX.sub('0', id[-2:].rjust(2, '0'))}.html"


def actor(id: str) -> str:
    return _page("actors", id)


def round(id: str) -> str:
    return _page("rounds", id)


def article(id: str) -> str:
    return _page("articles", id)


def kind(type: EventType) -> str:
    """The page of the events of one type."""
    return _page("kinds", type)


def feed(path: str) -> str:
    """Where the feeds of the page at `path` lie, without ".atom" or ".json"."""
    return "feed" if path == HOME else path.removesuffix(".html")


def known(day: date) -> str:
    """The page of what was known on a day."""
    return f"known/{day.isoformat()}.html"


def year(year: str) -> str:
    """The page of a year of the timeline, or of what has no date ("undated")."""
    return f"years/{slug(year.zfill(4))}.html"


def month(month: str) -> str:
    """The page of a month of the timeline ("2019-06")."""
    return f"months/{slug(month)}.html"


def place(id: str) -> str:
    return _page("places", id)


def place_anchor(id: str) -> str:
    """Where a place stands in the list of all."""
    return f"place-{slug(id)}"


@lru_cache(maxsize=_KEPT)
def _page(folder: str, id: str) -> str:
    """The page of one thing in a folder, whose list is at index.html: an article may well be called "index".

    Nor can a file be called "con.html" on Windows, where the site may be unpacked.
    """
    name = slug(id)
    taken = name == "index" or name.partition(".")[0].upper() in _RESERVED
    return f"{folder}/{name}~.html" if taken else f"{folder}/{name}.html"


def up(path: str) -> str:
    """What leads from the page at `path` to the site's root: "" or "../"."""
    return "../" * path.count("/")


@lru_cache(maxsize=_KEPT)
def address(path: str) -> str:
    """A path of the site, percent-encoded for use in a link."""
    if _PLAIN.fullmatch(path):
        return path
    path, hash, fragment = path.partition("#")
    return quote(path, safe="/~") + hash + quote(fragment, safe="~")


def canonical(base_url: str | None, path: str) -> str | None:
    """The absolute address of a page; None without a base. The base may end in "/" or not."""
    if base_url is None:
        return None
    return f"{base_url.rstrip('/')}/{address(path).removesuffix(HOME)}"


def external(url: str | None) -> str | None:
    """`url` where it is a link to the web that a reader may safely follow, else None."""
    if url is None:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None
