"""What makes the work come out as it does, besides the articles: the package itself, and what it runs on."""

import hashlib
import os
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).parents[1]
FOLDERS = (_PACKAGE, _PACKAGE.parent / "templates", _PACKAGE.parent / "static")  # a wheel has all in the first


@cache
def program() -> str:
    """A digest of the package, of Python's version, and of the names of all that is installed beside.

    A library of another version may write other pages. It is taken once: a process that builds again does so by the
    rules that it has read.
    """
    return hashlib.sha256("\n".join([package(), *beside()]).encode()).hexdigest()


@cache
def package() -> str:
    """A digest of every file of the package, the same for a checkout and for what pip makes of it; taken once."""
    found = hashlib.sha256()
    for name, path in sorted(_files()):
        data = path.read_bytes()
        found.update(f"{name} {len(data)}\n".encode())
        found.update(data)
    return found.hexdigest()


def beside() -> list[str]:
    """Python's version, and "jinja2-3.1.6.dist-info", …: what pip has put into the folders that it imports from."""
    names: set[str] = set()
    for folder in map(Path, sys.path):
        if folder.is_dir():
            names.update(one.name for one in folder.iterdir() if one.name.endswith((".dist-info", ".egg-info")))
    return [sys.version, *sorted(names)]


def _files() -> Iterator[tuple[str, Path]]:
    """Each file, and its name in a wheel."""
    for folder in FOLDERS:
        inside = "" if folder == _PACKAGE else f"web/{folder.name}/"
        for root, folders, names in os.walk(folder):
            folders[:] = set(folders) - {"__pycache__"}
            yield from ((inside + (path := Path(root, name)).relative_to(folder).as_posix(), path) for name in names)
