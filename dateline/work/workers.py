"""Who does the work: this process, or others. The results and their order are the same."""

import os
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
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


def chunks(items: Iterator[A], size: int) -> Iterator[list[A]]:
    """The items, so many at a time: what travels together."""
    while chunk := list(islice(items, size)):
        yield chunk


def done(work: Callable[[A], B], chunk: list[A]) -> list[B]:
    return [work(item) for item in chunk]


def processors() -> int:
    """How many this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
