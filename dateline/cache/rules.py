"""What a build depends on besides its articles: the package itself, and what it runs on."""

import hashlib
import os
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).parents[1]
FOLDERS = (_PACKAGE, _PACKAGE.parent / "templates", _PACKAGE.parent / "static")  # a wheel has all in the first


@cache
def version() -> str:
    """A digest of every file of the package, of Python's version, and of the names of all that is installed beside.

    A library of another version may write other pages. It is taken once: a process that builds again does so by the
    rules that it has read.
    """
    found = hashlib.sha256("\n".join(beside()).encode())
    for folder in FOLDERS:
        for path in _files(folder):
            data = path.read_bytes()
            found.update(f"{path.relative_to(folder)} {len(data)}\n".encode())
            found.update(data)
    return found.hexdigest()


def beside() -> list[str]:
    """Python's version, and "jinja2-3.1.6.dist-info", …: what pip has put into the folders that it imports from."""
    names: set[str] = set()
    for folder in map(Path, sys.path):
        if folder.is_dir():
            names.update(one.name for one in folder.iterdir() if one.name.endswith((".dist-info", ".egg-info")))
    return [sys.version, *sorted(names)]


def _files(folder: Path) -> Iterator[Path]:
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(set(folders) - {"__pycache__"})
        yield from (Path(root, name) for name in sorted(names))
