"""Reads a site while it is replaced, as its readers do, and tells what they must never see.

What is promised to a reader who opens files by their paths: each request gives a whole file of the old site or of the
new one, and once something of the new one was seen, nothing comes from the old one any more. That several requests
all fall before the change or all after it cannot be promised: a web server knows no pages that belong together.
"""

import hashlib
import http.server
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from http.client import HTTPConnection, HTTPException
from itertools import cycle
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from urllib.parse import quote

Site = Mapping[str, str]  # paths, and digests of the files
Fetch = Callable[[str], bytes | None]  # the file at a path, None where there is none
_PATIENCE = 60  # seconds
_PAUSE = 0.003  # seconds between two requests: the builds are to get on, too


def site_of(folder: Path) -> Site:
    """The site in a folder; empty where there is none."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): _digest(path.read_bytes()) for path in files}


@dataclass
class Witness:
    """What was seen of a site that turns from `old` into `new`; `away` is whether it may be missing for a moment."""

    old: Site
    new: Site
    away: bool = False
    fetched: int = 0
    missing: int = 0
    turned: bool = False
    broken: list[str] = field(default_factory=list)

    def sees(self, path: str, content: bytes | None) -> None:
        self.fetched += 1
        found = None if content is None else _digest(content)
        before, after = self.old.get(path), self.new.get(path)
        if found is None and self.away and before and after:
            self.missing += 1
        elif found not in (before, after):
            self.broken.append(f"{path}: {'missing' if content is None else f'{len(content)} bytes of neither site'}")
        elif before != after and found == after:
            self.turned = True
        elif before != after and self.turned:
            self.broken.append(f"{path}: old again, after the new was seen")


@contextmanager
def watching(folder: Path, address: str | None, witness: Witness) -> Iterator[Callable[[], Witness]]:
    """A process that fetches all paths of both sites again and again, from a folder or from an address.

    Gives what ends it and tells what it saw.
    """
    ours, theirs = get_context("fork").Pipe()
    process = get_context("fork").Process(target=_watch, args=(folder, address, witness, theirs), daemon=True)
    process.start()
    theirs.close()

    def seen() -> Witness:
        ours.send(None)
        found: Witness = ours.recv()
        return found

    try:
        yield seen
    finally:
        process.kill()
        process.join()


def _watch(folder: Path, address: str | None, witness: Witness, line: Connection) -> None:
    fetch = partial(_from_server, address) if address else partial(_from_disk, folder)
    for path in cycle(sorted({*witness.old, *witness.new})):
        witness.sees(path, fetch(path))
        if line.poll():
            break
        time.sleep(_PAUSE)
    line.send(witness)


def _from_disk(folder: Path, path: str) -> bytes | None:
    try:
        return (folder / path).read_bytes()
    except FileNotFoundError:
        return None


def _from_server(address: str, path: str) -> bytes | None:
    """Raises HTTPException where the answer is cut short."""
    connection = HTTPConnection(address, timeout=_PATIENCE)
    try:
        connection.request("GET", f"/{quote(path)}")
        answer = connection.getresponse()
        content = answer.read()
        return content if answer.status == 200 else None
    finally:
        connection.close()


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address at which a plain web server shows a folder, by the paths of what is asked."""
    handler = partial(_Silent, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        process = get_context("fork").Process(target=server.serve_forever, daemon=True)
        process.start()
        address = f"127.0.0.1:{server.server_address[1]}"
        try:
            for _ in range(_PATIENCE):
                with suppress(OSError, HTTPException):
                    _from_server(address, "")
                    break
                time.sleep(1)
            yield address
        finally:
            process.kill()
            process.join()


class _Silent(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *_: object) -> None:
        """Requests are not told."""


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
