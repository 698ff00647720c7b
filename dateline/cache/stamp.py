"""Whether anything has changed since the last build: told from what the file system says of each file, reading none.

As with git's index, a file whose last change is so near to the look at it that another could hide in the same tick of
the clock is not trusted: the build is gone through once more.
"""

import json
import marshal
import os
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from hashlib import blake2b
from itertools import zip_longest
from pathlib import Path
from typing import Any, NamedTuple

_TICK = 20_000_000  # nanoseconds: above the tick of Linux, macOS and Windows
_COARSE = 2_000_000_000  # of file systems that count in seconds, or in pairs of them
_SECOND = 1_000_000_000
_STAMP = "stamp.json"
_PROBE = "probe"
_BY_VALUE = 2  # the last form of marshal that writes what is equal alike, whichever parts are one object

_Told = tuple[str, int, int, int, int]  # name, size, last change of its bytes and of anything, inode


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
        for folder, told in _below(str(path.absolute()), apart):
            found.update(marshal.dumps((folder, told), _BY_VALUE))
            newest = max(newest, *(max(one[2:4]) for one in told))
            files += len(told)
        found.update(b"\n")
    return Tree(found.hexdigest(), files, newest)


def _below(path: str, apart: Collection[str]) -> Iterator[tuple[str, list[_Told]]]:
    """Each folder that holds files, with these; a file itself is one without a folder."""
    try:
        told, folders = _inside(path)
    except NotADirectoryError:
        yield path, [_told("", Path(path).stat())]
        return
    except OSError:
        return
    if told:
        yield path, told
    for folder in folders:
        if (below := os.path.join(path, folder)) not in apart:  # noqa: PTH118  (text: there are many)
            yield from _below(below, apart)


def _inside(path: str) -> tuple[list[_Told], list[str]]:
    """The files and the folders in a folder, each sorted. Where the system can, files are asked for by name alone."""
    told, folders = [], []
    with _opened(path) as place, os.scandir(place) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                folders.append(entry.name)
            else:
                with suppress(OSError):  # a link to nothing
                    told.append(_told(entry.name, entry.stat()))
    return sorted(told), sorted(folders)


@contextmanager
def _opened(path: str) -> Iterator[int | str]:
    """A folder as `scandir` looks at its files soonest: the system need not find the way to each of them."""
    if os.scandir not in os.supports_fd:
        yield path
        return
    place = os.open(path, os.O_RDONLY)
    try:
        yield place
    finally:
        os.close(place)


def _told(name: str, stat: os.stat_result) -> _Told:
    return name, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino


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

    def account(self, state: Iterable[str]) -> Any:
        """What the last build left, if it was made from this state; None where it was not, or that is not known.

        The state is looked at only as far as it is the same.
        """
        with suppress(OSError, ValueError, KeyError, TypeError, RecursionError):
            left = json.loads(self._file.read_text(encoding="utf-8"))
            if all(before == now for before, now in zip_longest(left["state"], state)):
                return left["account"]
        return None

    def leave(self, state: Iterable[str], account: Mapping[str, Any]) -> None:
        with suppress(OSError):
            self._file.write_text(json.dumps({"state": list(state), "account": account}), encoding="utf-8")


def settled(newest: int, now: int) -> bool:
    """Whether no change after `now` could look as the newest change before it does."""
    return newest < now - (_TICK if newest % _SECOND else _COARSE)
