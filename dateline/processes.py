"""Work spread over several processes of this machine."""

import multiprocessing
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from itertools import chain, islice
from typing import TypeVar

from dateline.workers import chunks, done

A = TypeVar("A")
B = TypeVar("B")
CHUNK = 4  # pieces of work that travel together: few, since Ctrl-C and the end wait for those that are under way
WORTH = 32  # pieces of work from which starting a process pays
AHEAD = 3  # chunks that lie ready for each process


class Processes:
    """So many processes, started when there is work worth it."""

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs

    def each(self, work: Callable[[A], B], items: Iterable[A]) -> Iterator[B]:
        left = iter(items)
        first = list(islice(left, WORTH))
        if self._jobs < 2 or len(first) < WORTH:
            yield from map(work, first)
            yield from map(work, left)
            return
        waiting = chunks(chain(first, left), CHUNK)
        with _pool(self._jobs) as pool:
            under_way = deque((chunk, _submitted(pool, work, chunk)) for chunk in islice(waiting, AHEAD * self._jobs))
            while under_way:
                chunk, future = under_way.popleft()
                results = _result(work, chunk, future)
                under_way.extend((more, _submitted(pool, work, more)) for more in islice(waiting, 1))
                yield from results


@contextmanager
def _pool(jobs: int) -> Iterator[ProcessPoolExecutor]:
    """Processes that leave Ctrl-C to this one. What is under way in them is waited for, what is not is dropped."""
    pool = ProcessPoolExecutor(jobs, _context(), signal.signal, (signal.SIGINT, signal.SIG_IGN))
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


def _submitted(pool: ProcessPoolExecutor, work: Callable[[A], B], chunk: list[A]) -> "Future[list[B]] | None":
    try:
        return pool.submit(done, work, chunk)
    except BrokenProcessPool:
        return None


def _result(work: Callable[[A], B], chunk: list[A], future: "Future[list[B]] | None") -> list[B]:
    """Where a process was killed, for want of memory perhaps, its work is done here."""
    if future is not None:
        with suppress(BrokenProcessPool):
            return future.result()
    return done(work, chunk)


def _context() -> multiprocessing.context.BaseContext:
    """Copies of this process where that is safe: what it has imported need not be imported again."""
    safe = sys.platform == "linux" and threading.active_count() == 1
    return multiprocessing.get_context("fork" if safe else "spawn")
