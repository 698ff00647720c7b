"""Tells which of the inputs have changed, as soon as they do."""

from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from pathlib import Path

from watchfiles import watch

_PAUSE = 200  # milliseconds after which files that are named alone are looked at again
_POLL = 1000  # milliseconds between two looks at everything, where the system tells of no change

Mark = tuple[int, ...] | None


class UnwatchableError(Exception):
    """The system lets nobody watch these folders."""


def changes(
    folders: Sequence[Path], files: Sequence[Path], ignored: Sequence[Path], polling: bool
) -> Iterator[frozenset[Path]]:
    """The paths that have changed, those that changed together as one set. The first is empty: after it none is missed.

    `folders` are watched with all that is in them, but for what is hidden or lies in one of `ignored`. Each of them and
    of `files` may be missing, come and go. `polling` looks at everything each second: network disks and containers
    tell of no changes. All paths are resolved. Raises UnwatchableError.
    """
    marks = _marks(folders, files)
    changed: set[Path] = set()
    begun = False
    while True:
        with closing(_watch([folder for folder in folders if marks[folder]], polling)) as watching:
            for found in watching:
                before, marks = marks, _marks(folders, files)
                changed |= {path for path in found if _counts(path, folders, ignored)}
                changed |= {path for path in marks if marks[path] != before[path]}
                if any(marks[folder] != before[folder] for folder in folders):
                    break  # the new folder of that name is watched before it is told of
                if changed or not begun:
                    begun = True
                    yield frozenset(changed)
                    changed = set()


def _watch(folders: Sequence[Path], polling: bool) -> Generator[list[Path]]:
    """What has changed in folders that are there, several times a second also where nothing has."""
    try:
        for found in watch(
            *folders,
            watch_filter=None,
            rust_timeout=_PAUSE,
            yield_on_timeout=True,
            force_polling=polling or None,
            poll_delay_ms=_POLL,
            ignore_permission_denied=True,
        ):
            yield [Path(path) for _, path in found]
    except (OSError, RuntimeError) as error:  # the second is how watchfiles wraps what it does not know
        raise UnwatchableError(str(error)) from error


def _counts(path: Path, folders: Sequence[Path], ignored: Sequence[Path]) -> bool:
    if any(path.is_relative_to(one) for one in ignored):
        return False
    return any(path.is_relative_to(one) and _is_shown(path.relative_to(one)) for one in folders)


def _is_shown(path: Path) -> bool:
    """Neither hidden, nor what editors and Python leave beside the files that they work on."""
    return not any(part[0] == "." or part[-1] == "~" or part == "__pycache__" for part in path.parts)


def _marks(folders: Sequence[Path], files: Sequence[Path]) -> dict[Path, Mark]:
    """What tells that a folder is another one, or that a file is not as it was."""
    return {path: _mark(path, whole=False) for path in folders} | {path: _mark(path, whole=True) for path in files}


def _mark(path: Path, whole: bool) -> Mark:
    try:
        found = path.stat()
    except OSError:
        return None
    place = (found.st_dev, found.st_ino)
    return (*place, found.st_size, found.st_mtime_ns) if whole else place
