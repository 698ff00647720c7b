"""Whether anything has changed since the last build: told from what the file system says of each file, reading none.

As with git's index, a file whose last change is so near to the look at it that another could hide in the same tick of
the clock is not trusted: the build is gone through once more.
"""

import json
import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple

_TICK = 20_000_000  # nanoseconds: above the tick of Linux, macOS and Windows
_COARSE = 2_000_000_000  # of file systems that count in seconds, or in pairs of them
_SECOND = 1_000_000_000
_STAMP = "stamp.json"
_PROBE = "probe"


class Tree(NamedTuple):
    """What the file system says of some files: a digest of it, how many they are, and when one was last changed."""

    digest: str
    files: int
    newest: int  # nanoseconds, by the clock of the file system


def tree(paths: Sequence[Path], without: Collection[Path] = ()) -> Tree:
    """Of all files at and below the paths, but for the folders `without`; that one is missing is told too."""
    found, files, newest = blake2b(digest_size=16), 0, 0
    apart = {str(path.absolute()) for path in without}
    for path in paths:
        for name, stat in _below(str(path.absolute()), apart):
            told = f"{name}\0{stat.st_size}\0{stat.st_mtime_ns}\0{stat.st_ctime_ns}\0{stat.st_ino}\n"
            found.update(told.encode("utf-8", "surrogateescape"))
            newest = max(newest, stat.st_mtime_ns, stat.st_ctime_ns)
            files += 1
        found.update(b"\n")
    return Tree(found.hexdigest(), files, newest)


def _below(path: str, apart: Collection[str]) -> Iterator[tuple[str, os.stat_result]]:
    try:
        with os.scandir(path) as entries:
            inside = sorted(entries, key=lambda entry: entry.name)
    except NotADirectoryError:
        yield path, Path(path).stat()
        return
    except OSError:
        return
    for entry in inside:
        if entry.is_dir(follow_symlinks=False):
            if entry.path not in apart:
                yield from _below(entry.path, apart)
        else:
            with suppress(OSError):  # a link to nothing
                yield entry.path, entry.stat()


class Stamp:
    """What the last build of these inputs left: the state that it was made from, and an account of it."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / _STAMP
        self._probe = folder / _PROBE

    def tick(self) -> int:
        """The time by the clock of the file system, in nanoseconds; 0, to which all is new, where it cannot be had."""
        with suppress(OSError):
            self._probe.write_bytes(b"")
            return self._probe.stat().st_mtime_ns
        return 0

    def account(self, state: Sequence[str]) -> Any:
        """What the last build left, if it was made from this state; None where it was not, or that is not known."""
        with suppress(OSError, ValueError, KeyError, TypeError, RecursionError):
            left = json.loads(self._file.read_text(encoding="utf-8"))
            if left["state"] == list(state):
                return left["account"]
        return None

    def leave(self, state: Sequence[str], account: Mapping[str, Any]) -> None:
        with suppress(OSError):
            self._file.write_text(json.dumps({"state": list(state), "account": account}), encoding="utf-8")


def settled(newest: int, now: int) -> bool:
    """Whether no change after `now` could look as the newest change before it does."""
    return newest < now - (_TICK if newest % _SECOND else _COARSE)
