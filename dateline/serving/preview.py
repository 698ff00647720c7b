"""What the server shows just now, and who waits for something else."""

import os
from dataclasses import dataclass
from threading import Condition

from dateline.problems import Problem


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a build ended. `failure` says why there is no new site, and is "" where there is one."""

    problems: tuple[Problem, ...] = ()
    failure: str = ""


class Preview:
    """The outcome of the last build: one thread sets it, and those that answer requests read it and wait for it."""

    def __init__(self) -> None:
        self._changed = Condition()
        self._builds = 0
        self._outcome = Outcome()

    def show(self, outcome: Outcome) -> None:
        """A build has ended: whoever waits is told."""
        with self._changed:
            self._builds += 1
            self._outcome = outcome
            self._changed.notify_all()

    def shown(self) -> tuple[str, Outcome]:
        """The version that is shown, and its outcome. No other run of the server gives a version of the same name."""
        with self._changed:
            return self._version(), self._outcome

    def changes(self, version: str, seconds: float) -> bool:
        """Whether another version than this one is shown, now or within so many seconds."""
        with self._changed:
            return self._changed.wait_for(lambda: self._version() != version, seconds)

    def _version(self) -> str:
        return f"{os.getpid()}.{self._builds}"
