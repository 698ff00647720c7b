"""One file of the site, in memory."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """`path` is relative to the site's root, with "/" between folders; `content` is what the file holds."""

    path: str
    content: bytes
