"""Many small results of pure functions, by the digest of all that each depends on: read together and kept together."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

T = TypeVar("T")


class Table:
    """What was found before, and what this run has asked for; the rest is forgotten with the run."""

    def __init__(self, before: Mapping[bytes, Any]) -> None:
        self._before = before
        self.used: dict[bytes, Any] = {}

    def of(self, key: bytes, make: Callable[[], T]) -> T:
        """The result of this key, made where none was found before."""
        if key in self.used:
            found = self.used[key]
        else:
            found = self.used[key] = self._before[key] if key in self._before else make()
        return found  # type: ignore[no-any-return]  # what was kept by this key is what `make` makes

    @property
    def changed(self) -> bool:
        return self.used.keys() != self._before.keys()
