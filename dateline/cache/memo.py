"""Work that is done once: what was made before of equal parts is taken from the store, the rest is made and kept."""

import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from typing import Any

from dateline.cache.packing import DamagedError, digest, packed, unpacked
from dateline.cache.store import Store
from dateline.cache.table import PARTS, Table
from dateline.work.progress import Watch, unwatched
from dateline.work.workers import Workers

Work = Callable[..., tuple[object, object]]
Parts = tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """A result of two parts. `first` is what all articles need at once; `rest` is fetched where it is asked for."""

    first: Any
    fetch: Callable[[], bytes]

    @property
    def rest(self) -> Any:
        return opened(self.fetch())


def opened(rest: bytes) -> Any:
    """The second part of a result, from its bytes."""
    return unpacked(zlib.decompress(rest))


class Memo:
    """The store, who does what is not in it, and who watches."""

    def __init__(self, store: Store, workers: Workers, watch: Watch = unwatched) -> None:
        self._store = store
        self._workers = workers
        self._watch = watch

    def each(
        self,
        work: Work,
        keys: Sequence[bytes],
        parts: Callable[[int], Parts],
        what: str = "",
        holds: Callable[[int, Any], bool] = lambda _, __: True,
    ) -> list[Kept]:
        """What `work` makes of each, in order: the key tells all that it depends on, `parts` what it is given.

        `work` is a function of a module; it gets the parts as they are, and gives the two parts of its result. `what`
        names it to those who watch. `holds`: whether a first part that was kept is still right, where making it showed
        that it depends on more than the key tells.
        """
        found = [self._known(key) for key in keys]
        missing = [n for n, known in enumerate(found) if known is None or not holds(n, known[0])]
        made = self._workers.each(partial(_made, work), (parts(n) for n in missing))
        with closing(self._watch(made, what, len(missing))) as coming:
            for n, (first, rest) in zip(missing, coming, strict=True):
                self._store.put(keys[n], first, rest)
                found[n] = (unpacked(first),)
        self._store.commit()  # what follows may take long, and another build may want to write

        def fetch(n: int) -> bytes:
            return self._store.rest(keys[n]) or _made(work, parts(n))[1]

        return [Kept(known[0], partial(fetch, n)) for n, known in enumerate(found) if known]

    @contextmanager
    def table(self, name: str) -> Iterator[Table]:
        """The small results of this name, kept where all goes well."""
        rows = [digest("table", name, n) for n in range(PARTS)]
        known = [found[0] for row in rows if (found := self._known(row))]
        table = Table({key: result for part in known for key, result in part.items()})
        yield table
        for n, part in table.changed().items():
            self._store.put(rows[n], packed(part), b"")
        self._store.commit()

    def _known(self, key: bytes) -> tuple[Any] | None:
        first = self._store.first(key)
        if first is not None:
            with suppress(DamagedError):
                return (unpacked(first),)
        return None


def _made(work: Work, parts: Parts) -> Parts:
    first, rest = work(*parts)
    return packed(first), zlib.compress(packed(rest), 1)
