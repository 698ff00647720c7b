"""Parts of files that the next build takes as they are: it looks for what it would write in the file of the last site.

Each part has a key that tells all that it says, so that one that is found need not be written again.
"""

from array import array
from collections.abc import Callable, Iterable, Mapping
from itertools import chain
from typing import Any, NamedTuple

KEY = 16  # bytes


class Cut(NamedTuple):
    """Where the parts of a file stand, and the key of each; what is the same for all of them is told in `beside`."""

    beside: bytes
    keys: bytes
    places: bytes  # where each begins and ends


class Before:
    """The last site: `cuts` are those of its files, `content` is what one of them holds, nothing if it was touched.

    `results` of making its pieces are those that they left, by name and key.
    """

    def __init__(
        self, cuts: Mapping[str, Cut], content: Callable[[str], bytes], results: Mapping[str, Mapping[bytes, Any]]
    ) -> None:
        self._cuts = cuts
        self._content = content
        self._results = results

    def results(self, piece: str) -> Mapping[bytes, Any]:
        return self._results.get(piece, {})

    def parts(self, path: str, beside: bytes = b"") -> dict[bytes, memoryview]:
        """The parts of a file by their keys, in their order."""
        cut = self._cuts.get(path)
        if cut is None or cut.beside != beside or not (old := self._content(path)):
            return {}
        places, view = array("I"), memoryview(old)
        places.frombytes(cut.places)
        keys = (cut.keys[n : n + KEY] for n in range(0, len(cut.keys), KEY))
        return {key: view[first:end] for key, first, end in zip(keys, places[::2], places[1::2], strict=True)}


NEVER = Before({}, lambda _: b"", {})  # nothing was built


def cut(parts: Iterable[tuple[bytes, int, int]], beside: bytes = b"") -> Cut | None:
    """Of parts, each with its key and where it begins and ends; None where there are none."""
    found = tuple(parts)
    places = array("I", chain.from_iterable(place for _, *place in found))
    return Cut(beside, b"".join(key for key, *_ in found), places.tobytes()) if found else None
