"""The files of the site as the last build left them: whether one was touched since is told without reading it."""

import os
import stat
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple


class Written(NamedTuple):
    """What the file system says of a file that was written, and the SHA-256 of its bytes in hexadecimal.

    `changed` is in nanoseconds: when the bytes were last written; `touched` when anything of the file last changed.
    """

    size: int
    changed: int
    touched: int
    inode: int
    sha256: str


def written(file: str, sha256: str) -> Written:
    """Raises OSError where it is gone. Files are named by their paths as text: there are many of them."""
    found = os.lstat(file)
    return Written(*_told(found), sha256)


def intact(file: str, before: Written | None) -> bool:
    """Whether the plain `file` is the one that was written."""
    try:
        found = os.lstat(file)
    except OSError:
        return False
    return before is not None and stat.S_ISREG(found.st_mode) and _told(found) == before[:4]


def content(file: str, before: Written | None) -> bytes:
    """The bytes of the plain `file`, where they are those that were written; else none."""
    with suppress(OSError):
        if before and intact(file, before):
            found = Path(file).read_bytes()
            return found if sha256(found).hexdigest() == before.sha256 else b""
    return b""


def _told(found: os.stat_result) -> tuple[int, int, int, int]:
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino
