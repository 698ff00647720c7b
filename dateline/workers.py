"""Who does the work: this process, or others. The results and their order are the same."""

import os
from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar

A = TypeVar("A")
B = TypeVar("B")


class Workers(Protocol):
    def each(self, work: Callable[[A], B], items: Iterable[A]) -> Iterator[B]:
        """`work` done on each item, in the order of the items; `work` is a function of a module, and pure."""
        ...


class Alone:
    """This process."""

    def each(self, work: Callable[[A], B], items: Iterable[A]) -> Iterator[B]:
        return map(work, items)


def processors() -> int:
    """How many this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
