"""What is wrong with the input, where it is, and what to do about it: one shape for every room."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a file. `line` counts from 1; 0 where the file as a whole is meant."""

    file: str
    line: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}" if self.line else self.file


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Bad input, named. The rest is still built; `--strict` makes any Problem a failure."""

    where: Location
    what: str
    hint: str = ""

    def __str__(self) -> str:
        return printable(f"{self.where}: {self.what}") + (f"\n  hint: {self.hint}" if self.hint else "")


class UnusableInputError(Exception):
    """Nothing can be built or written (a missing folder, no readable article): exit status 2. `problems` say why."""

    def __init__(self, message: str, problems: Sequence[Problem] = ()) -> None:
        super().__init__(message)
        self.problems = tuple(sorted(problems))


def missing(needing: str, package: str, extra: str) -> str:
    """That a library is not installed, and how it is: for what only some need."""
    return f"{needing} needs {package}, which is not installed\n  hint: {installed(extra)}"


def installed(extra: str) -> str:
    """How the libraries of an extra are installed."""
    checkout = f"python3 -m pip --python .venv/bin/python install -e '.[{extra}]'"
    return f"pip install 'dateline[{extra}]', or in a checkout: {checkout}"


def printable(text: str) -> str:
    """`text` in one line, with codes for what a terminal would obey: names of files may hold anything."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def line_at(text: str, offset: int) -> int:
    """The line, from 1, on which the character at `offset` of `text` stands."""
    return text.count("\n", 0, offset) + 1
