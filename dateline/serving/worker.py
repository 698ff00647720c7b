"""A process that builds: it keeps what is slow to load, and a new one takes its place where that has changed."""

import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from types import FrameType
from typing import Self

from dateline.serving.preview import Outcome

Task = Callable[[], Outcome]


class Worker:
    """Runs `task` in a process of its own each time it is asked; to be made and used in the main thread alone.

    `task` and what it returns can be pickled.
    """

    def __init__(self, task: Task) -> None:
        self._task = task
        self._start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._end()

    def build(self) -> Outcome:
        """One build, as the process found the package when it began."""
        try:
            self._line.send(None)
            outcome: Outcome = self._line.recv()
        except (EOFError, OSError):
            self.renew()
            return Outcome(failure="The build ended without a word. Was it short of memory?")
        return outcome

    def renew(self) -> None:
        """Begin anew, with the package as it is now."""
        self._end()
        self._start()

    def _start(self) -> None:
        self._line, theirs = get_context("spawn").Pipe()
        self._process = get_context("spawn").Process(target=_work, args=(theirs, self._task))
        # Ctrl-C goes to every process of the terminal: only this one heeds it, and ends the other
        heeded = signal.signal(signal.SIGINT, signal.SIG_IGN)
        try:
            self._process.start()
        finally:
            signal.signal(signal.SIGINT, heeded)
        theirs.close()

    def _end(self) -> None:
        self._line.close()
        self._process.terminate()
        self._process.join()  # it tidies up, and waits for the processes that read for it


def _work(line: Connection, task: Task) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _tidy_up_and_end)
    with suppress(EOFError, OSError):  # whoever asks has ended
        while True:
            line.recv()
            line.send(task())


def _tidy_up_and_end(signal: int, frame: FrameType | None) -> None:  # noqa: ARG001
    sys.exit(0)
