"""What a page asks of the timeline, noted while it is made: it is drawn anew only where an answer has changed.

What a page depends on is traced, not declared (Mokhov, Mitchell and Peyton Jones, Build systems à la carte, 2018), so
that no view can ask for something and forget to say so.
"""

from collections.abc import Callable, Hashable, Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from typing import TypeVar, overload

V = TypeVar("V")
T = TypeVar("T")

ALL = "*"  # no id: those begin with a letter or a digit
TIMELINE = "timeline"  # the table whose one row holds all that the others tell
WHOLE = f"{TIMELINE}/{ALL}"


class Notes:
    """The questions asked so far: "events/…" for a row of a table, "events/*" for all of it."""

    def __init__(self) -> None:
        self.asked: set[str] = set()

    @contextmanager
    def taken(self) -> Iterator[set[str]]:
        """What is asked inside, apart from what was asked before."""
        before, self.asked = self.asked, set()
        try:
            yield self.asked
        finally:
            self.asked = before

    def remembered(self, make: Callable[..., T], most: int) -> Callable[..., T]:
        """`make` with its last results kept, so many; who gets one asks anew what making it asked."""

        @lru_cache(maxsize=most)
        def made(*given: Hashable) -> tuple[T, frozenset[str]]:
            with self.taken() as asked:
                result = make(*given)
            return result, frozenset(asked)

        def remember(*given: Hashable) -> T:
            result, asked = made(*given)
            self.asked |= asked
            return result

        return remember


class Table(Mapping[str, V]):
    """Values by id. Each id it is asked for is noted, also one that it lacks."""

    __slots__ = ("_notes", "_prefix", "name", "rows")

    def __init__(self, notes: Notes, name: str, rows: Mapping[str, V]) -> None:
        self.name = name
        self.rows = rows  # to be looked at without a note
        self._notes = notes
        self._prefix = f"{name}/"

    def __getitem__(self, id: str) -> V:
        self._notes.asked.add(self._prefix + id)
        return self.rows[id]

    def __contains__(self, id: object) -> bool:
        self._notes.asked.add(f"{self._prefix}{id}")
        return id in self.rows

    @overload
    def get(self, id: str, /) -> V | None: ...
    @overload
    def get(self, id: str, default: V | T, /) -> V | T: ...
    def get(self, id: str, default: V | T | None = None, /) -> V | T | None:
        self._notes.asked.add(self._prefix + id)
        return self.rows.get(id, default)

    def __iter__(self) -> Iterator[str]:
        self._notes.asked.add(self._prefix + ALL)
        return iter(self.rows)

    def __len__(self) -> int:
        self._notes.asked.add(self._prefix + ALL)
        return len(self.rows)
