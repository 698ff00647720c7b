"""One file of the site."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from dateline.web.cut import Cut

_NOINDEX = b'<meta name="robots" content="noindex">'


@dataclass(frozen=True, slots=True)
class Page:
    """`path` is relative to the site's root, with "/" between folders; `content` is what the file holds."""

    path: str
    content: bytes
    cut: Cut | None = None  # of a file whose parts the next build may take

    @property
    def listed(self) -> bool:
        """Whether search engines are to list it."""
        return self.path.endswith(".html") and _NOINDEX not in self.content


@dataclass(frozen=True, slots=True)
class Same:
    """A file that stays as the last build has left it; `listed` as in `Page`."""

    path: str
    listed: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """Files that are made together.

    `name` is theirs from build to build, "" where they are made each time; `event` is the id of the event that they
    are about, "" for others. `results` are of the making: what of it the next build may take.
    """

    name: str
    make: Callable[[], Iterable[Page]]
    event: str = ""
    results: Mapping[bytes, Any] | None = None
