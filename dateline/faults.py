"""Faults of Dateline's own. One that a sentence or an article brings about costs that one, and is named like bad input.

In Python's development mode (`python -X dev build.py`) nothing is caught, so that the traceback shows.
"""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from traceback import extract_tb
from typing import NamedTuple, TypeVar

from dateline.problems import Location, Problem, printable

A = TypeVar("A")
B = TypeVar("B")

WHAT = "a fault in Dateline itself"
REPORT = "please report it; python -X dev build.py shows all of it"
SENTENCE = "what this sentence tells is missing"
_PACKAGE = Path(__file__).parent
_LONGEST = 200  # characters of what an error says: it may hold half an article


class Fault(NamedTuple):
    """What went wrong in the sentence that begins at an offset of the article's text."""

    at: int
    what: str


def kept_apart(work: Callable[[], A], otherwise: A) -> tuple[A, str]:
    """What the work gives, and ""; where it fails: `otherwise`, and the fault in words."""
    try:
        return work(), ""
    except Exception as error:
        _let_pass(error)
        return otherwise, told(error)


def without_faulty(
    work: Callable[[Sequence[A]], B], parts: Sequence[A], muted: Callable[[A], A]
) -> tuple[B, list[str]]:
    """What the work makes of all parts, and "" for each; muted are those of which one alone makes it fail.

    Raises what the work raises where no part does so alone.
    """
    try:
        return work(parts), [""] * len(parts)
    except Exception as error:
        _let_pass(error)
        faults = [_alone(work, part) for part in parts]
        if not any(faults):
            raise
        return work([muted(part) if fault else part for part, fault in zip(parts, faults, strict=True)]), faults


def problem(file: str, fault: str, lost: str, line: int = 0) -> Problem:
    """A fault that an article brought about, and what is lost by it: "its events are missing"."""
    return Problem(Location(file, line), f"{WHAT}: {fault}", f"{lost}, the rest is built; {REPORT}")


def told(error: BaseException) -> str:
    """ "KeyError: 'HK' (dateline/names/states/bodies.py:33)": what it says, and where in our own code it was met."""
    places = [(Path(frame.filename), frame.lineno) for frame in extract_tb(error.__traceback__)]
    ours = [(file.relative_to(_PACKAGE.parent), line) for file, line in places if file.is_relative_to(_PACKAGE)]
    where = f" ({ours[-1][0].as_posix()}:{ours[-1][1]})" if ours else ""
    return printable(f"{type(error).__name__}: {error}"[:_LONGEST]) + where


def _alone(work: Callable[[Sequence[A]], object], part: A) -> str:
    return kept_apart(lambda: (work([part]), None)[1], None)[1]


def _let_pass(error: Exception) -> None:
    """What no article is to blame for: raised again."""
    if sys.flags.dev_mode or isinstance(error, MemoryError | OSError):
        raise error
