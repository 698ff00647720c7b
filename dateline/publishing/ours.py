"""Which files of a folder are ours: a manifest in the site lists them, and a folder that holds others is refused."""

import errno
import json
import os
from collections.abc import Iterator
from pathlib import Path

from dateline.problems import UnusableInputError, printable

MANIFEST = ".dateline-manifest.json"


class ForeignFilesError(UnusableInputError):
    """`out` holds files that Dateline did not write."""


def ours(out: Path) -> set[str]:
    """The files of the site as it is; raises ForeignFilesError where there is anything else."""
    if not os.path.lexists(out):
        return set()
    if not out.is_dir():
        raise ForeignFilesError(f"{out} is a file, not a folder\n  hint: name another folder with --out")
    listed = _manifest(out / MANIFEST)
    found = set(_files(out))
    if foreign := sorted(found - listed - {MANIFEST}):
        raise ForeignFilesError(
            f"{out} holds files that are not Dateline's, such as {printable(foreign[0])}: nothing was written\n"
            "  hint: move them away, or name another folder with --out"
        )
    return found & listed


def _manifest(path: Path) -> set[str]:
    try:
        files = json.loads(path.read_text(encoding="utf-8"))["files"] if path.is_file() else None
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return set()
    return set(files) if isinstance(files, dict) else set()


def _files(folder: Path) -> Iterator[str]:
    """The paths of all below a folder; raises OSError where it cannot be looked into or may not be written."""

    def closed(error: OSError) -> None:
        raise error

    for root, folders, names in os.walk(folder, onerror=closed):
        if not os.access(root, os.W_OK, effective_ids=os.access in os.supports_effective_ids):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), root)
        links = [name for name in folders if Path(root, name).is_symlink()]
        inside = Path(root).relative_to(folder).as_posix()
        yield from (name if inside == "." else f"{inside}/{name}" for name in names + links)
