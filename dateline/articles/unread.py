"""Files that may hold an article, but not as text: they are named with what to do, and never read."""

import re
from collections.abc import Iterable
from pathlib import PurePosixPath

from dateline.problems import Location, Problem

_TEXT = "save its text as .txt (UTF-8), .md or .html"
_TABLE = "save it as CSV (in Excel: CSV UTF-8)"
_OFFICE = "a file of a word processor"
_KINDS = {  # by how their names end
    ".pdf": ("a PDF", _TEXT),
    ".rtf": ("Rich Text", _TEXT),
    ".epub": ("an e-book", _TEXT),
    **dict.fromkeys((".doc", ".docx", ".odt", ".pages"), (_OFFICE, _TEXT)),
    **dict.fromkeys((".xls", ".xlsx", ".ods"), ("a spreadsheet", _TABLE)),
    **dict.fromkeys((".mht", ".mhtml"), ("a web archive", "save the page as .html")),
}
FIRST = 8  # bytes that tell what a file is
_FIRST_BYTES = {  # of files whose names end in ".txt" or ".csv", but were only renamed
    b"%PDF-": "a PDF",
    b"{\\rtf": "Rich Text",
    b"PK\x03\x04": "an office file or a zip archive",
    b"\xd0\xcf\x11\xe0": _OFFICE,
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\x1f\x8b": "a packed file",
}
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")  # what no encoding of a text has, but UTF-16 its zeros
_NOTES = frozenset(["readme", "license", "licence"])  # what repositories hold beside what they are for
_SAMPLE, _MOST = 1000, 0.02  # of so many bytes, more than this share


def passed_over(paths: Iterable[str], read: tuple[str, ...]) -> list[str]:
    """Those of the paths that are of such a kind, unless a file that is read lies beside them under the same name.

    `read` is how the names of the files that are read end.
    """
    given = [path for path in paths if not PurePosixPath(path).name.startswith((".", "~$"))]
    texts = {_stem(path) for path in given if path.lower().endswith(read)}
    return [path for path in given if _suffix(path) in _KINDS and _stem(path) not in texts]


def is_note(path: str) -> bool:
    """Whether a file is called as one that tells of the folder, and is no article."""
    return PurePosixPath(_stem(path)).name in _NOTES


def unread(file: str) -> Problem:
    """What is to be said of a file that `passed_over` names."""
    kind, hint = _KINDS[_suffix(file)]
    return Problem(Location(file), f"{kind}, which is not read", f"{hint} under the same name, or take it away")


def renamed(file: str, data: bytes) -> Problem | None:
    """What is to be said of a file that is called a text, and is of another kind by its first bytes."""
    hint = _TABLE if _suffix(file) in (".csv", ".tsv") else _TEXT
    kind = next((kind for first, kind in _FIRST_BYTES.items() if data.startswith(first)), None)
    return Problem(Location(file), f"no text, but {kind} by its first bytes", f"{hint}, or remove it") if kind else None


def is_binary(data: bytes) -> bool:
    """Whether bytes that are no UTF-8 are no text in another encoding of one byte a letter either."""
    sample = data[:_SAMPLE]
    return len(_CONTROL.findall(sample)) > _MOST * len(sample)


def hint(file: str) -> str:
    """What to do with a file of such a kind; "" for any other."""
    return _KINDS.get(_suffix(file), ("", ""))[1]


def _suffix(path: str) -> str:
    return PurePosixPath(path).suffix.lower()


def _stem(path: str) -> str:
    return str(PurePosixPath(path).with_suffix("")).lower()
