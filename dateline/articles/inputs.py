"""What the user named with --seeds: the files in it, in the order given and then of their paths, and their names."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from dateline.problems import Location, Problem

MANIFEST = ".dateline-manifest.json"  # what `publish` leaves in a site


def named(inputs: Sequence[Path]) -> list[tuple[str, Path]]:
    """Each input with its name; one given twice counts once.

    The name is as many of the last parts of its path as tell it from the others, and "" for a folder that is alone.
    """
    known = {path.resolve(): path for path in reversed(inputs)}
    paths = [path for path in inputs if known.pop(path.resolve(), None)]
    if len(paths) == 1:
        return [("" if paths[0].is_dir() else paths[0].name, paths[0])]
    parts = [path.resolve().parts for path in paths]
    names = [part[-1:] for part in parts]
    for depth in range(1, max(map(len, parts), default=0) + 1):
        names = [name if names.count(name) == 1 else part[-depth:] for name, part in zip(names, parts, strict=True)]
    return [("/".join(name), path) for name, path in zip(names, paths, strict=True)]


def files(name: str, folder: Path, suffixes: tuple[str, ...]) -> Iterator[tuple[str, Path] | Problem]:
    """Every file below the folder that ends as one of `suffixes`, in the order of its path, with what it is called.

    Left out: a folder that holds one of our manifests, being a site that was written there, and what a browser saves
    beside "page.html" in "page_files".
    """
    closed: list[OSError] = []
    found: list[Path] = []
    for root, folders, names in os.walk(folder, onerror=closed.append):
        if MANIFEST in names:
            folders.clear()
            continue
        parts_of_pages = {f"{Path(name).stem}_files" for name in names if name.lower().endswith((".html", ".htm"))}
        folders[:] = [one for one in folders if one not in parts_of_pages]
        found += [Path(root, name) for name in names if name.lower().endswith(suffixes)]
    for error in closed:
        yield unreadable(_called(name, Path(error.filename), folder), error)
    yield from ((_called(name, path, folder), path) for path in sorted(found) if path.is_file())


def called(path: Path, inputs: Sequence[Path]) -> list[str]:
    """What a file on disk is called as an article's `file`, for each of the inputs that it lies in."""
    here = path.resolve()
    under = [(name, given.resolve()) for name, given in named(inputs)]
    return [_called(name, here, given) for name, given in under if here.is_relative_to(given)]


def _called(name: str, path: Path, folder: Path) -> str:
    below = path.relative_to(folder).as_posix()
    return "/".join(part for part in (name, below) if part not in ("", "."))


def unreadable(file: str, error: OSError) -> Problem:
    return Problem(Location(file), f"cannot be read: {error.strerror}", "give this user the right to read it")
