"""What the metadata of an article are called in front matter, tables and JSON, and their values as clean text."""

import re
from collections.abc import Mapping

from dateline.lexicon.load import document

KEYS: Mapping[str, tuple[str, ...]] = {name: tuple(keys) for name, keys in document("columns").data.items()}
# control characters, marks that turn the direction of writing, halves of characters
HIDDEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def normal(key: str) -> str:
    """A key as KEYS writes it: "Publication_Date" is "publicationdate"."""
    return re.sub(r"[\s_-]+", "", key).casefold()


def plain(text: str) -> str:
    """`text` without what no name on a page may hold: control characters, marks that turn the direction of writing."""
    return HIDDEN.sub("", text).strip()


def filled(data: Mapping[str, object], name: str) -> tuple[str, object] | None:
    """The first key of `data` that KEYS lists under `name` and that holds something, with its value.

    `data` has its keys as `normal` writes them.
    """
    for key in KEYS[name]:
        value = data.get(key)
        if value not in (None, "", [], {}) and not (isinstance(value, str) and value.strip() in ("", "null", "~")):
            return key, value
    return None


def words(value: object, depth: int = 4) -> str | None:
    """A text, the texts of a list, or the name of an object ({"name": "Reuters"}), on one line; None for all else.

    Of lists and objects within each other so many are opened; JSON can nest them a thousand times.
    """
    if isinstance(value, Mapping):
        value = value.get("name") or value.get("title")
    if isinstance(value, list):
        parts = [words(part, depth - 1) for part in value] if depth else [None]
        return ", ".join(part for part in parts if part) if all(parts) else None
    return plain(" ".join(value.split())) if isinstance(value, str) else None
