"""What a fuzzer is given: where its bytes go, and those that it begins with."""

import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

SEEDS = sorted((Path(__file__).parents[1] / "seeds").glob("*.txt"))
NEWS = "date 2019-07-02 Xinhua, KABUL\n\nThe Taliban killed 12 people in Kabul on Monday. Talks may resume in Doha.\n"


@dataclass(frozen=True)
class Target:
    """`check` is given any bytes up to a length of `longest`; an exception of it is a find.

    `tokens` are what the bytes are often made of.
    """

    check: Callable[[bytes], None]
    seeds: Callable[[], Iterable[bytes]]
    longest: int
    tokens: tuple[str, ...] = ()


@cache
def folder(name: str) -> Path:
    """A folder for the files of one target of this process."""
    return Path(tempfile.mkdtemp(prefix=f"fuzz-{name}-")).resolve()
