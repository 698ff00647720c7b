"""What a feed says, whatever its format: the site's views fill it, atom.py and json_feed.py write it down."""

import re
from dataclasses import dataclass
from datetime import date
from html import escape

# What XML 1.0 cannot hold, even escaped: most control characters, surrogates and two non-characters (section 2.2).
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Plain text; `quoted` where it is an article's, `lang` where its language is not the site's own."""

    text: str
    quoted: bool = False
    lang: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """`id` is an IRI that lasts; the days are those of the oldest and the newest evidence. `url` needs a base."""

    id: str
    url: str | None
    title: str
    published: date
    updated: date
    body: tuple[Paragraph, ...]
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Feed:
    """`address` is the feed's own absolute address without ".atom" or ".json"; `home` that of the page it follows."""

    id: str
    title: str
    subtitle: str
    author: str
    language: str
    updated: date
    address: str | None
    home: str | None
    entries: tuple[Entry, ...]


def moment(day: date) -> str:
    """A day as the timestamp of RFC 3339 that both formats ask for: its first second, UTC."""
    return f"{day.isoformat()}T00:00:00Z"


def clean(text: str) -> str:
    """`text` without the characters that XML 1.0 cannot hold."""
    return _NOT_XML.sub("", text)


def as_html(body: tuple[Paragraph, ...]) -> str:
    """The paragraphs as HTML, quotes as such, everything in them escaped."""
    return "\n".join(_html(one) for one in body)


def as_text(body: tuple[Paragraph, ...]) -> str:
    """The paragraphs as plain text, quotes marked as in a letter, with an empty line between them."""
    return "\n\n".join(f"> {one.text}" if one.quoted else one.text for one in body)


def _html(paragraph: Paragraph) -> str:
    lang = f' lang="{escape(paragraph.lang)}"' if paragraph.lang else ""
    text = f'<p dir="auto"{lang}>{escape(paragraph.text, quote=False)}</p>'
    return f"<blockquote>{text}</blockquote>" if paragraph.quoted else text
