"""How a command ends: what it says of what is wrong, and its exit status."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.problems import Problem

if TYPE_CHECKING:
    from dateline.publishing.survivors import NameSurvivesError

DONE = 0
STRICT = 1
UNUSABLE = 2
FAULT = 70  # as sysexits.h has it: an error in the program itself
INTERRUPTED = 130  # as shells have it: 128 and the number of the signal


class StrictError(Exception):
    """There are problems, and --strict: nothing was written."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(f"{len(problems)} problem(s): nothing written (--strict)")
        self.problems = tuple(problems)


def speak_utf8() -> None:
    """Print the same bytes on every system, and no error for what a terminal cannot show."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def tell(problems: Sequence[Problem]) -> None:
    """Name what is wrong, on standard error."""
    for problem in problems:
        print(problem, file=sys.stderr)


def unusable(what: str, hint: str) -> int:
    """Tell why nothing can be done, and what to do about it; 2."""
    print(f"{what}\n  hint: {hint}", file=sys.stderr)
    return UNUSABLE


def survived(error: "NameSurvivesError") -> int:
    """Tell where a withheld name still stands."""
    tell(error.problems)
    print(error, file=sys.stderr)
    return STRICT


def status(problems: Sequence[Problem], *, strict: bool) -> int:
    """1 where any problem is a failure and there is one, else 0."""
    return STRICT if strict and problems else DONE
