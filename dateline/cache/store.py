"""Keeps what was made before in one SQLite file, by the digest of all that it depends on. It decides nothing.

What is found is checked: a row that was damaged counts as missing, a file that is none of ours, or of other rules,
is written anew, and where the disk refuses the build goes on without it.
"""

import sqlite3
from contextlib import closing, suppress
from hashlib import blake2b
from pathlib import Path
from types import TracebackType

_SEAL = 16  # bytes
_COMMIT = 500  # rows after which what is new is safe from a crash
_WAIT = 30.0  # seconds for another build that writes
_FORM = "1"  # of the tables below; another number makes old files foreign


class Store:
    """Rows of two parts: what every build needs at once, and what is asked for now and then."""

    def __init__(self, file: Path | None, rules: str) -> None:
        """`file` is made where it is missing, with its folder; None keeps all for this run alone."""
        self._new = 0
        self._used: set[bytes] = set()
        self._base = _opened(file, f"{_FORM} {rules}") or _temporary()
        with suppress(sqlite3.Error):
            self._base.execute("PRAGMA synchronous = OFF")  # what a power cut damages is noticed by its seal

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        with suppress(sqlite3.Error):
            if kind is None:
                self._forget()
            self._base.commit()
        self._base.close()

    def first(self, key: bytes) -> bytes | None:
        """The first part of a row, None where there is none or it is damaged."""
        return self._part("SELECT first FROM kept WHERE key = ?", key)

    def rest(self, key: bytes) -> bytes | None:
        return self._part("SELECT rest FROM kept WHERE key = ?", key)

    def put(self, key: bytes, first: bytes, rest: bytes) -> None:
        self._used.add(key)
        with suppress(sqlite3.Error):
            row = (key, _sealed(key, first), _sealed(key, rest))
            self._base.execute("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", row)
            self._new += 1
            if self._new % _COMMIT == 0:
                self._base.commit()

    def _part(self, query: str, key: bytes) -> bytes | None:
        self._used.add(key)
        with suppress(sqlite3.Error):
            row = self._base.execute(query, (key,)).fetchone()
            if row and isinstance(row[0], bytes) and row[0] == _sealed(key, row[0][_SEAL:]):
                return bytes(row[0][_SEAL:])
        return None

    def _forget(self) -> None:
        """Drop what this run had no use for: of articles that are gone or have changed."""
        self._base.execute("CREATE TEMP TABLE used (key BLOB PRIMARY KEY) WITHOUT ROWID")
        self._base.executemany("INSERT INTO used VALUES (?)", ((key,) for key in self._used))
        self._base.execute("DELETE FROM kept WHERE key NOT IN (SELECT key FROM used)")


def _sealed(key: bytes, data: bytes) -> bytes:
    """`data` behind a digest of itself and of whose it is."""
    return blake2b(key + data, digest_size=_SEAL).digest() + data


def _opened(file: Path | None, form: str) -> sqlite3.Connection | None:
    """The file's tables, anew where they are not ours; None where that cannot be."""
    if file is None:
        return None
    with suppress(OSError, sqlite3.Error):
        file.parent.mkdir(parents=True, exist_ok=True)
        return _ours(file, form) or _anew(file, form)
    return None


def _ours(file: Path, form: str) -> sqlite3.Connection | None:
    with suppress(sqlite3.Error), closing(_connected(file)) as base:
        if base.execute("SELECT form FROM form").fetchone() == (form,):
            return _connected(file)
    return None


def _anew(file: Path, form: str) -> sqlite3.Connection:
    for name in (file, file.with_name(f"{file.name}-journal")):
        name.unlink(missing_ok=True)
    base = _connected(file)
    base.execute("CREATE TABLE kept (key BLOB PRIMARY KEY, first BLOB, rest BLOB) WITHOUT ROWID")
    base.execute("CREATE TABLE form (form TEXT)")
    base.execute("INSERT INTO form VALUES (?)", (form,))
    base.commit()
    return base


def _temporary() -> sqlite3.Connection:
    """A database that the system drops by itself: on the disk where it outgrows the memory set aside for it."""
    base = _connected("")
    base.execute("CREATE TABLE kept (key BLOB PRIMARY KEY, first BLOB, rest BLOB) WITHOUT ROWID")
    return base


def _connected(file: Path | str) -> sqlite3.Connection:
    return sqlite3.connect(file, timeout=_WAIT)
