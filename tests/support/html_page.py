"""Reads a page of the site as a browser's parser would, as far as the tests need."""

from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from dateline.publishing.publish import CHECKSUMS

VOID = {"meta", "link", "input", "br", "path", "rect", "circle"}


@dataclass
class Parsed:
    """What a page holds: ids, links and other addresses, elements by name, text."""

    ids: Counter[str] = field(default_factory=Counter)
    hrefs: list[str] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)
    elements: Counter[str] = field(default_factory=Counter)
    attributes: set[str] = field(default_factory=set)
    datetimes: list[str] = field(default_factory=list)
    unclosed: list[str] = field(default_factory=list)
    text: str = ""


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found = Parsed()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = self.found
        found.elements[tag] += 1
        for name, value in attrs:
            found.attributes.add(name)
            if name == "id":
                found.ids[value or ""] += 1
            elif name == "href":
                found.hrefs.append(value or "")
            elif name in ("src", "action"):
                found.sources.append(value or "")
            elif name == "datetime":
                found.datetimes.append(value or "")
        if tag not in VOID:
            found.unclosed.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.found.unclosed.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.found.unclosed.pop() == tag

    def handle_data(self, data: str) -> None:
        self.found.text += data


def parse(html: bytes) -> Parsed:
    """The page's contents; AssertionError where an element is closed that is not open."""
    parser = _Parser()
    parser.feed(html.decode())
    parser.close()
    return parser.found


def check_links(paths: set[str], html: dict[str, Parsed]) -> None:
    """Every link of every page leads to a file, and to an id in it."""
    broken, there = [], {*paths, CHECKSUMS}  # which is made of all that is published
    for path, page in html.items():
        for href in page.hrefs + page.sources:
            parts = urlsplit(href)
            if parts.scheme:
                assert parts.scheme in ("https", "http", "mailto"), (path, href)
                continue
            assert not href.startswith("/"), (path, href)
            target = normpath(join(dirname(path), unquote(parts.path))) if parts.path else path
            if target not in there or (parts.fragment and unquote(parts.fragment) not in html[target].ids):
                broken.append((path, href))
    assert broken == []
