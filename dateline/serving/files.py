"""Reads the files that are served: those of the site, by the path of a request, and the server's own."""

import time
from importlib import resources
from pathlib import Path
from urllib.parse import unquote

INDEX = "index.html"
_TRIES = 10  # half a second: where two folders cannot be exchanged in one call, the site is away between two renames
_PAUSE = 0.05  # seconds


def parts(path: str) -> tuple[str, ...] | None:
    """The names that a request's path ("/actors/taliban.html") is made of; None for a path that no site has.

    A last part that is empty stands for the folder's index.html. No name begins with a dot: neither ".." nor what is
    hidden, and none holds what some system takes for the sign of a folder, a drive or a stream.
    """
    before, *names = unquote(path).split("/")
    if before or not names:
        return None
    names[-1] = names[-1] or INDEX
    safe = all(name and name[0] != "." and not set(name) & set("\\:\0") for name in names)
    return tuple(names) if safe else None


def read(site: Path, names: tuple[str, ...]) -> bytes | None:
    """A file of the site as it lies on the disk now, or None where there is none of these names.

    `site` has no links in its path. A link in it, of which `publish` writes none, is not followed.
    """
    for _ in range(_TRIES):
        file = site.joinpath(*names)
        try:
            return file.read_bytes() if file.resolve(strict=True) == file and file.is_file() else None
        except (OSError, RuntimeError):  # the second of links that lead in a circle
            if site.is_dir():
                return None
            time.sleep(_PAUSE)
    return None


def own(name: str) -> str:
    """The text of one of the files that stand beside this one."""
    return (resources.files("dateline.serving") / name).read_text(encoding="utf-8")
