"""Work spread over several processes of this machine."""

import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from functools import partial
from itertools import chain, islice
from typing import Any, TypeVar

from dateline.work.workers import chunks, done

A = TypeVar("A")
B = TypeVar("B")
C = TypeVar("C")
CHUNK = 4  # pieces of work that travel together: few, since Ctrl-C and the end wait for those that are under way
WORTH = 32  # pieces of work from which starting a process pays
AHEAD = 8  # chunks that lie ready for each process: a slow one holds up those behind it


def copies(jobs: int, thing: A, work: Callable[[A, B], C], items: Iterable[B]) -> Iterator[C]:
    """`work` done with a thing on each item, in the order of the items, by so many processes that are copies of this.

    The thing need not be fit to travel: each copy has it. Where a process cannot be copied all is done here.
    """
    if jobs < 2 or not _copying():
        yield from (work(thing, item) for item in items)
        return
    with _pool(jobs, "fork", _begin, thing) as pool:
        yield from _in_order(pool, AHEAD * jobs, partial(_on_it, work), partial(work, thing), items)


class Processes:
    """So many processes, started when there is work worth it."""

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs

    def each(self, work: Callable[[A], B], items: Iterable[A]) -> Iterator[B]:
        """As `Workers` has it; what is little, and what a killed process leaves, is done here."""
        left = iter(items)
        first = list(islice(left, WORTH))
        if self._jobs < 2 or len(first) < WORTH:
            yield from map(work, first)
            yield from map(work, left)
            return
        whole = partial(done, work)
        with _pool(self._jobs, "fork" if _copying() else "spawn", _begin, None) as pool:
            for results in _in_order(pool, AHEAD * self._jobs, whole, whole, chunks(chain(first, left), CHUNK)):
                yield from results


@contextmanager
def _pool(jobs: int, method: str, begin: Callable[[A], None], given: A) -> Iterator[ProcessPoolExecutor]:
    """Processes that leave Ctrl-C to this one. What is under way in them is waited for, what is not is dropped."""
    pool = ProcessPoolExecutor(jobs, multiprocessing.get_context(method), begin, (given,))
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


def _in_order(
    pool: ProcessPoolExecutor, ahead: int, there: Callable[[A], B], here: Callable[[A], B], items: Iterable[A]
) -> Iterator[B]:
    """The work done `there`, so many items ahead; `here`, where a process was killed, for want of memory perhaps."""
    left = iter(items)
    under_way = deque((item, _submitted(pool, there, item)) for item in islice(left, ahead))
    while under_way:
        item, future = under_way.popleft()
        result = _result(future, here, item)
        under_way.extend((more, _submitted(pool, there, more)) for more in islice(left, 1))
        yield result


def _submitted(pool: ProcessPoolExecutor, there: Callable[[A], B], item: A) -> "Future[B] | None":
    try:
        return pool.submit(there, item)
    except BrokenProcessPool:
        return None


def _result(future: "Future[B] | None", here: Callable[[A], B], item: A) -> B:
    if future is not None:
        with suppress(BrokenProcessPool):
            return future.result()
    return here(item)


_HERE: list[Any] = []  # in a process of a pool: the thing that it was given to work with


def _begin(thing: object) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _HERE.append(thing)


def _end_with_parent() -> None:
    """A process whose parent was killed would wait for work for ever, and keep what it was copied with: a lock."""
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)


def _on_it(work: Callable[[Any, B], C], item: B) -> C:
    return work(_HERE[0], item)


def _copying() -> bool:
    """Whether a copy of this process is safe: what it has imported need not be imported again."""
    return sys.platform == "linux" and threading.active_count() == 1
