"""Many small results of pure functions, by the digest of all that each depends on: read together, written in parts."""

from collections.abc import Callable, Mapping
from hashlib import blake2b
from typing import Any, Protocol, TypeVar
from zlib import crc32

PARTS = 256  # of a table: each is a row, written anew where something in it has changed
T = TypeVar("T")
Ask = Callable[[str, Any], Any]  # what is asked, and of what: both plain values


class Answers(Protocol):
    """Who can be asked: the same question has one answer as long as this lives."""

    def __call__(self, what: str, of: Any, /) -> Any: ...

    def said(self, what: str, of: Any, /) -> str:
        """The answer in words that are the same in every run where it is the same."""
        ...


class Table:
    """What was found before, and what this run has asked for; the rest is forgotten with the run."""

    def __init__(self, before: Mapping[bytes, Any]) -> None:
        self._before = before
        self._renewed: set[bytes] = set()
        self.used: dict[bytes, Any] = {}

    def of(self, key: bytes, make: Callable[[], T]) -> T:
        """The result of this key, made where none was found before."""
        if key in self.used:
            found = self.used[key]
        else:
            found = self.used[key] = self._before[key] if key in self._before else make()
        return found  # type: ignore[no-any-return]  # what was kept by this key is what `make` makes

    def asked(self, key: bytes, answers: Answers, make: Callable[[Ask], T]) -> tuple[T, bytes]:
        """What `make` finds by asking, with a digest of the answers: as it was, where all is answered as it was then.

        For results that hang on a few of many things, which only finding them shows.
        """
        known = self._before.get(key)
        if known is None or known[1] != _told(answers, known[0]):
            self._renewed.add(key)
            asked: dict[tuple[str, Any], Any] = {}

            def ask(what: str, of: Any) -> Any:
                answer = asked[what, of] = answers(what, of)
                return answer

            found = make(ask)
            known = (tuple(asked), _told(answers, asked), found)
        self.used[key] = known
        return known[2], known[1]

    def changed(self) -> dict[int, dict[bytes, Any]]:
        """The parts, of PARTS, in which something is new or is forgotten, each whole."""
        changed = self._renewed | (self.used.keys() ^ self._before.keys())
        parts: dict[int, dict[bytes, Any]] = {crc32(key) % PARTS: {} for key in changed}
        for key, found in self.used.items() if parts else ():
            if (part := parts.get(crc32(key) % PARTS)) is not None:
                part[key] = found
        return parts


def _told(answers: Answers, questions: Any) -> bytes:
    said = "\n".join([answers.said(what, of) for what, of in questions])
    return blake2b(said.encode("utf-8", "surrogatepass"), digest_size=16).digest()
