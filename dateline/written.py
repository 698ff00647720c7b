"""The files of the site as the last build left them: whether one was touched since is told without reading it."""

import stat
from pathlib import Path
from typing import NamedTuple


class Written(NamedTuple):
    """What the file system says of a file that was written, and the SHA-256 of its bytes in hexadecimal.

    `changed` is in nanoseconds: when the bytes were last written. That the file was given another name counts for
    nothing.
    """

    size: int
    changed: int
    inode: int
    sha256: str


def written(file: Path, sha256: str) -> Written:
    """Raises OSError where it is gone."""
    found = file.lstat()
    return Written(found.st_size, found.st_mtime_ns, found.st_ino, sha256)


def intact(file: Path, before: Written | None) -> bool:
    """Whether the plain `file` is the one that was written."""
    try:
        found = file.lstat()
    except OSError:
        return False
    told = (found.st_size, found.st_mtime_ns, found.st_ino)
    return before is not None and stat.S_ISREG(found.st_mode) and told == before[:3]
