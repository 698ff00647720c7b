"""What a build leaves for the next: what it told of, and the files that it wrote."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from dateline.cache.packing import DamagedError, digest, packed, unpacked
from dateline.cache.stamp import settled
from dateline.cache.store import Store
from dateline.published import Old
from dateline.publishing.written import Written, content, intact

_KEY = digest("the last build")


class Last(NamedTuple):
    """`files` are those of the site, `ledger` what `web.ledger` makes of them; `tick` is the time after the last."""

    articles: tuple[str, ...]
    events: tuple[Old, ...]
    files: Mapping[str, Written]
    ledger: bytes
    tick: int  # nanoseconds, by the clock of the file system; 0 where it is not known

    def intact(self, out: Path) -> Callable[[str], bool]:
        """Whether a file of the site in `out` is as it was left: not one that may since have changed within a tick."""

        def unchanged(path: str) -> bool:
            known = self.files.get(path)
            return known is not None and settled(known.changed, self.tick) and intact(f"{out}/{path}", known)

        return unchanged

    def content(self, out: Path) -> Callable[[str], bytes]:
        """What a file of the site in `out` holds, where that is what was written; else nothing."""
        return lambda path: content(f"{out}/{path}", self.files.get(path))


NOTHING = Last((), (), {}, b"", 0)


def last(known: Store) -> Last | None:
    """What the build before left, None where there was none."""
    left = known.first(_KEY)
    with suppress(DamagedError, TypeError):
        return Last(*unpacked(left)) if left else None
    return None


def leave(known: Store, new: Last) -> None:
    known.put(_KEY, packed(tuple(new)), b"")
