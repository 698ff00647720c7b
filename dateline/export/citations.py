"""Writes down how to cite one event: in plain words, as BibTeX and as CSL-JSON.

The day of reading is the reader's own: no clock is read here. What stands in its place is the version of what is told:
the day on which the latest article that tells of the event was published.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from dateline.export import json_text, tex


@dataclass(frozen=True, slots=True)
class Citation:
    """What a citation of an event says. `dated` and `version_words` are in words, `url` is None without a base."""

    id: str
    headline: str
    status: str  # "Claimed"; "" where it is told as happened
    dated: str
    site: str
    version: date | None
    version_words: str
    evidence: str  # "Reuters, 30 June 2019"
    quote: str
    language: str
    url: str | None


def plain(cited: Citation) -> str:
    """The citation as a line of text."""
    status = f" ({cited.status.lower()})" if cited.status else ""
    version = f", version of {cited.version_words}" if cited.version_words else ""
    address = f" {cited.url}" if cited.url else ""
    return (
        f"“{cited.headline}”, {cited.dated}{status}. {cited.site}{version}. "
        f"Source: {cited.evidence}. Event {cited.id}.{address}"
    )


def bibtex(cited: Citation) -> str:
    """An entry of type @misc, which BibTeX and biblatex both know; the version is its date."""
    fields = {
        "title": f"{{{tex.escaped(cited.headline)}}}",
        "howpublished": tex.escaped(cited.site),
        "year": f"{cited.version.year}" if cited.version else "",
        "month": tex.MONTHS[cited.version.month - 1] if cited.version else "",
        "note": tex.escaped(_note(cited)),
        "url": cited.url or "",
    }
    lines = [f"  {name} = {value if name == 'month' else f'{{{value}}}'}" for name, value in fields.items() if value]
    return f"@misc{{{_key(cited.id)},\n" + ",\n".join(lines) + "\n}"


def csl(cited: Citation) -> str:
    """The event as a list of one item of CSL-JSON, as reference managers import it."""
    version = cited.version
    item: dict[str, Any] = {
        "id": cited.id,
        "type": "webpage",
        "title": cited.headline,
        "container-title": cited.site,
        "issued": {"date-parts": [[version.year, version.month, version.day]]} if version else None,
        "abstract": cited.quote,
        "note": _note(cited),
        "language": cited.language,
        "URL": cited.url,
    }
    lines = [f'  "{name}": {json_text.inline(value)}' for name, value in item.items() if value]
    return "[{\n" + ",\n".join(lines) + "\n}]"


def _note(cited: Citation) -> str:
    status = f"{cited.status}, " if cited.status else ""
    return f"{status}{cited.dated}. Source: {cited.evidence}. Event {cited.id}"


def _key(id: str) -> str:
    """A key that BibTeX can read: ids end in a hash, so that those in other scripts stay apart."""
    return "event-" + re.sub(r"[^A-Za-z0-9]+", "-", id).strip("-")
