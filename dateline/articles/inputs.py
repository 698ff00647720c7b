"""What the user named with --seeds: the files in it, in the order given and then of their paths, and their names."""

import errno
import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

from dateline.articles.unread import is_note, passed_over, unread
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

    A Problem for each that is no plain file of this folder, for a folder that is a link, which is not followed, and for
    a PDF and the like, of which no text lies beside it.
    Left out: README and LICENSE; what is hidden, such as a site of which a build was killed; a folder that holds one
    of our manifests, being a site that was written there; and what a browser saves beside "page.html" in "page_files".
    """
    problems: list[tuple[Path, Problem]] = []
    found: list[Path] = []

    def closed(error: OSError) -> None:
        path = Path(error.filename)
        problems.append((path, unreadable(_called(name, path, folder) or str(folder), error)))

    for root, folders, names in os.walk(folder, onerror=closed):
        if MANIFEST in names:
            folders.clear()
            continue
        parts_of_pages = {f"{Path(name).stem}_files" for name in names if name.lower().endswith((".html", ".htm"))}
        folders[:] = [one for one in folders if one[0] != "." and one not in parts_of_pages]
        for link in (Path(root, one) for one in folders if Path(root, one).is_symlink()):
            hint = "name the folder that it leads to with --seeds"
            wrong = Problem(Location(_called(name, link, folder)), "a link to a folder, which is not followed", hint)
            problems.append((link, wrong))
        read = (name for name in names if name.lower().endswith(suffixes) and not is_note(name))
        found += [Path(root, name) for name in read if name[0] != "."]
        for other in (Path(root, one) for one in passed_over(names, suffixes)):
            problems.append((other, unread(_called(name, other, folder))))
    yield from (problem for _, problem in sorted(problems, key=lambda one: one[0]))
    home = folder.resolve()
    for path in sorted(found, key=lambda path: path.parts):  # paths themselves sort otherwise on Windows
        file = _called(name, path, folder)
        yield _refused(file, path, home) or (file, path)


def _refused(file: str, path: Path, home: Path) -> Problem | None:
    """What is wrong with a path that is to be opened: to open a pipe would be to wait for ever."""
    try:
        kind = path.stat().st_mode
    except OSError as error:
        return unreadable(file, error)
    if not stat.S_ISREG(kind):
        return Problem(Location(file), "no plain file: a pipe, a socket or a device", "put the text itself there")
    if path.is_symlink() and not path.resolve().is_relative_to(home):
        hint = "put the file itself there, or name it with --seeds"
        return Problem(Location(file), "a link that leads out of the folder, which is not followed", hint)
    return None


def called(path: Path, inputs: Sequence[Path]) -> list[str]:
    """What a file on disk is called as an article's `file`, for each of the inputs that it lies in."""
    here = path.resolve()
    under = [(name, given.resolve()) for name, given in named(inputs)]
    return [_called(name, here, given) for name, given in under if here.is_relative_to(given)]


def _called(name: str, path: Path, folder: Path) -> str:
    below = path.relative_to(folder).as_posix()
    return "/".join(part for part in (name, below) if part not in ("", "."))


_HINTS = {
    errno.ENOENT: "it was taken away while it was read, or is a link to nothing",
    errno.ELOOP: "its links lead in a circle",
    errno.EIO: "look after the disk",
}


def unreadable(file: str, error: OSError) -> Problem:
    hint = _HINTS.get(error.errno or 0, "give this user the right to read it")
    return Problem(Location(file), f"cannot be read: {error.strerror or error}", hint)
