"""Keeps what was made before in one SQLite file, by the digest of all that it depends on. It decides nothing.

What is found is checked: a row that was damaged counts as missing, a file that is damaged, none of ours or of other
rules is written anew, and where the disk refuses the build goes on without it, as it does where another build writes.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, closing, contextmanager, suppress
from hashlib import blake2b
from pathlib import Path
from types import TracebackType
from weakref import finalize

from dateline.work.alone import alone

_SEAL = 16  # bytes
_COMMIT = 500  # rows after which what is new is safe from a crash
_WAIT = 30.0  # seconds for another build that writes
_FORM = "1"  # of the tables below; another number makes old files foreign


class Store:
    """Rows of two parts: what every build needs at once, and what is asked for now and then."""

    def __init__(self, file: Path | None, rules: str) -> None:
        """`file` is made where it is missing, with its folder; None keeps all for this run alone."""
        self._file, self._form = file, f"{_FORM} {rules}"
        self._new = 0
        self._used: set[bytes] = set()
        opened = _opened(file, self._form)
        self.lost = "it cannot be opened" if file and not opened else ""  # why what is new is not kept
        self._refused = False
        self._take(_hurried(opened or _temporary()))

    def _take(self, base: sqlite3.Connection) -> None:
        self._base = base
        self._close = finalize(self, base.close)  # also where nobody leaves the store

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        with self._trying():
            if kind is None:
                self._forget()
        self.commit()
        self._close()

    def first(self, key: bytes) -> bytes | None:
        """The first part of a row, None where there is none or it is damaged."""
        return self._part("SELECT first FROM kept WHERE key = ?", key)

    def rest(self, key: bytes) -> bytes | None:
        return self._part("SELECT rest FROM kept WHERE key = ?", key)

    def put(self, key: bytes, first: bytes, rest: bytes) -> None:
        """Keep a row; where the disk has refused before, nothing is done."""
        self._used.add(key)
        if self._refused:
            return
        with self._trying():
            row = (key, _sealed(key, first), _sealed(key, rest))
            self._base.execute("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", row)
            self._new += 1
            if self._new % _COMMIT == 0:
                self._base.commit()

    def commit(self) -> None:
        """What was put is safe from a crash, and another build may write."""
        with self._trying():
            self._base.commit()

    def _part(self, query: str, key: bytes) -> bytes | None:
        self._used.add(key)
        with self._trying():
            row = self._base.execute(query, (key,)).fetchone()
            if row and isinstance(row[0], bytes) and row[0] == _sealed(key, row[0][_SEAL:]):
                return bytes(row[0][_SEAL:])
        return None

    @contextmanager
    def _trying(self) -> Iterator[None]:
        """What fails is left undone: a full disk and another build that writes are met once, damage is mended."""
        try:
            yield
        except sqlite3.OperationalError as error:
            self._refused = True
            self.lost = self.lost or str(error)
        except sqlite3.Error as error:
            if type(error) is sqlite3.DatabaseError:  # damage; what is more special is no fault of the file
                self._begin_anew()

    def _begin_anew(self) -> None:
        self._close()
        again = None
        if self._file:
            with suppress(OSError, sqlite3.Error), _undisturbed(self._file):
                again = _anew(self._file, self._form)
        self._take(_hurried(again or _temporary()))

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
        with _undisturbed(file):
            return _ours(file, form) or _anew(file, form)
    return None


def _undisturbed(file: Path) -> AbstractContextManager[None]:
    """While a file is opened or made anew, no other build does the same: it might take away what this one has made."""
    return alone(file.parent, lambda: None)


def _ours(file: Path, form: str) -> sqlite3.Connection | None:
    with suppress(sqlite3.Error), closing(_connected(file)) as base:
        base.execute("SELECT first, rest FROM kept LIMIT 0")
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


def _hurried(base: sqlite3.Connection) -> sqlite3.Connection:
    with suppress(sqlite3.Error):
        base.execute("PRAGMA synchronous = OFF")  # what a power cut damages is noticed by its seal
    return base


def _connected(file: Path | str) -> sqlite3.Connection:
    return sqlite3.connect(file, timeout=_WAIT)
