"""Writes a feed as Atom (RFC 4287)."""

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from dateline.export.feed import Entry, Feed, as_html, clean, moment


def text(feed: Feed) -> str:
    """The whole file, ending in a line break."""
    root = Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": clean(feed.language)})
    _add(root, "id", feed.id)
    _add(root, "title", feed.title)
    if feed.subtitle:
        _add(root, "subtitle", feed.subtitle)
    _add(root, "updated", moment(feed.updated))
    _add(SubElement(root, "author"), "name", feed.author)
    if feed.address:
        SubElement(root, "link", rel="self", type="application/atom+xml", href=f"{feed.address}.atom")
    if feed.home:
        SubElement(root, "link", rel="alternate", type="text/html", href=feed.home)
    _add(root, "generator", "Dateline")
    for entry in feed.entries:
        _entry(SubElement(root, "entry"), entry)
    indent(root, " ")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(root, encoding="unicode")}\n'


def _entry(element: Element, entry: Entry) -> None:
    _add(element, "id", entry.id)
    _add(element, "title", entry.title)
    _add(element, "published", moment(entry.published))
    _add(element, "updated", moment(entry.updated))
    if entry.url:
        SubElement(element, "link", rel="alternate", type="text/html", href=entry.url)
    for tag in entry.tags:
        SubElement(element, "category", term=clean(tag))
    _add(element, "content", as_html(entry.body), type="html")


def _add(parent: Element, name: str, text: str, **attributes: str) -> None:
    SubElement(parent, name, attributes).text = clean(text)
