"""Writes the pages to the disk: the whole site is replaced at once, or stays as it was.

A sibling of the site is built first, with unchanged files hard-linked, then put in its place. A manifest in
the site lists the files that are ours: a folder that holds anything else is never touched. Another is for readers.
"""

import hashlib
import json
import os
import re
import shutil
import stat
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain
from pathlib import Path, PurePosixPath
from types import MappingProxyType

from dateline.publishing import exchange
from dateline.publishing.ours import MANIFEST, ForeignFilesError, ours
from dateline.publishing.written import Written, written
from dateline.web.page import Page, Same
from dateline.work.alone import alone

_UNSAFE = re.compile(r"(?:^|/)\.{0,2}(?:/|\Z)|[\\\0:]")  # "", "." or ".." for a name, and what is none everywhere
CHECKSUMS = "data/manifest-sha256.txt"


@dataclass(frozen=True, slots=True)
class Published:
    """The paths of the site's files, sorted: written anew, left as they were, and gone.

    `size` is in bytes, that of the largest file beside its path; `files` are what was written, by path.
    """

    written: tuple[str, ...]
    unchanged: tuple[str, ...]
    removed: tuple[str, ...]
    size: int
    largest: tuple[str, int]
    files: Mapping[str, Written]


def publish(
    pages: Iterable[Page | Same],
    out: Path,
    before: Mapping[str, Written] = MappingProxyType({}),
    waits: Callable[[], object] = lambda: None,
) -> Published:
    """Make `out` hold exactly these pages, their checksums and the manifest; each is written as it comes, none is kept.

    `before` are the files of the last time, among them those that stay the `Same`. `waits` is called where another
    build writes beside `out`. Raises ValueError for a path that leaves the site or that two pages claim,
    ForeignFilesError where `out` is no folder of ours, OSError where the disk refuses. Each time `out` is as it was.
    """
    out = out.absolute().resolve()
    if os.path.ismount(out):
        raise ForeignFilesError(f"{out} is a disk, whose place none can take\n  hint: name a folder in it with --out")
    out.parent.mkdir(parents=True, exist_ok=True)
    new = out.with_name(f".{out.name}.dateline-new")
    journal = out.with_name(f".{out.name}.dateline-journal")
    with alone(out.parent, waits):
        exchange.recover(out, new, journal)
        shown = ours(out)
        try:
            hashes, unchanged = _stage(pages, out, new, before)
            ours(out)  # once more: drawing may take minutes, in which somebody may put a file there
            if out.exists():
                shutil.copymode(out, new)
            exchange.replace(out, new, journal)
            # looked at only now: a rename is a change of the file, too
            files = {path: written(f"{out}/{path}", sha256) for path, sha256 in hashes.items()}
        except BaseException:
            exchange.recover(out, new, journal)
            raise
    return Published(
        tuple(sorted(files.keys() - unchanged)),
        tuple(sorted(unchanged)),
        tuple(sorted(shown - files.keys())),
        sum(file.size for file in files.values()),
        max(((path, file.size) for path, file in files.items()), key=lambda one: (one[1], one[0]), default=("", 0)),
        files,
    )


def _checked(pages: Iterable[Page | Same]) -> Iterator[Page | Same]:
    """The pages, every path safe on every file system and claimed by no page before it."""
    seen: dict[str, str] = {}
    folders: dict[str, str] = {}
    for page in pages:
        if _UNSAFE.search(page.path):
            raise ValueError(f"not a path inside the site: {page.path!r}")
        key = unicodedata.normalize("NFC", page.path.casefold())
        if key in seen or key == MANIFEST:
            raise ValueError(f"two pages for one path: {seen.get(key, MANIFEST)!r} and {page.path!r}")
        other = folders.get(key)
        if key.rpartition("/")[0] not in folders:  # else those above it are known, too
            above = [str(folder) for folder in PurePosixPath(key).parents]
            other = other or next((seen[folder] for folder in above if folder in seen), None)
            folders |= dict.fromkeys(above, page.path)
        if other:
            raise ValueError(f"both a file and a folder: {other!r} and {page.path!r}")
        seen[key] = page.path
        yield page


def _stage(
    pages: Iterable[Page | Same], out: Path, new: Path, before: Mapping[str, Written]
) -> tuple[dict[str, str], set[str]]:
    """Build the site in `new`; return the SHA-256 of each file, and which of them were linked, being unchanged."""
    new.mkdir()
    hashes: dict[str, str] = {}
    unchanged = set()
    folders: set[str] = set()
    for page in _checked(chain(pages, _checksums(hashes))):
        old, target = f"{out}/{page.path}", f"{new}/{page.path}"
        folder = page.path.rpartition("/")[0]
        if folder not in folders:
            (new / folder).mkdir(parents=True, exist_ok=True)
            folders.add(folder)
        if isinstance(page, Same):
            _keep(old, target)
            hashes[page.path] = before[page.path].sha256
            unchanged.add(page.path)
        else:
            if _linked(old, target, page.content):
                unchanged.add(page.path)
            else:
                Path(target).write_bytes(page.content)
            hashes[page.path] = hashlib.sha256(page.content).hexdigest()
    manifest = json.dumps({"files": hashes}, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    (new / MANIFEST).write_text(manifest, encoding="utf-8", newline="\n")
    return hashes, unchanged


def _keep(old: str, target: str) -> None:
    """Give `old` another name, or make a copy where the file system knows no such."""
    try:
        os.link(old, target)
    except OSError:
        shutil.copyfile(old, target)


def _checksums(hashes: Mapping[str, str]) -> Iterator[Page]:
    """The SHA-256 of each file that is staged by when this is asked for, as sha256sum and BagIt (RFC 8493) read it."""
    yield Page(CHECKSUMS, "".join(f"{hashes[path]}  {path}\n" for path in sorted(hashes)).encode())


def _linked(old: str, target: str, content: bytes) -> bool:
    """Link `target` to `old` where that is a plain file with this very content."""
    with suppress(OSError):
        found = os.lstat(old)
        if stat.S_ISREG(found.st_mode) and found.st_size == len(content) and Path(old).read_bytes() == content:
            os.link(old, target)
            return True
    return False
