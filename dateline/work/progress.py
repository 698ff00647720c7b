"""A bar for people who wait: after a second, on standard error, and gone without a trace when all is done."""

from collections.abc import Generator, Iterable, Iterator
from time import perf_counter
from typing import Protocol, TypeVar

A = TypeVar("A")
SOON = 1.0  # seconds within which nobody asks how long it will take
REDRAWN = 0.1  # seconds between two looks of the bar


class Watch(Protocol):
    def __call__(self, items: Iterable[A], what: str, total: int | None = None) -> Generator[A, None, None]:
        """The items; that they pass is shown. `what` is done to them, `total` is how many they are, where known.

        Whoever may stop before the last item closes the generator, so that nothing of it is left on the screen.
        """
        ...


def unwatched(items: Iterable[A], what: str, total: int | None = None) -> Generator[A, None, None]:  # noqa: ARG001
    """The items, and nothing shown."""
    yield from items


def watched(items: Iterable[A], what: str, total: int | None = None) -> Generator[A, None, None]:
    """The items, under a bar from the second second on."""
    begun, passed, left = perf_counter(), 0, iter(items)
    for item in left:
        yield item
        passed += 1
        if perf_counter() - begun > SOON:
            break
    else:
        return
    yield from _under_bar(left, what, total, passed)


def _under_bar(left: Iterator[A], what: str, total: int | None, passed: int) -> Generator[A, None, None]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    screen = Console(stderr=True)
    if not screen.is_interactive:  # a terminal that cannot erase a line
        yield from left
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    # no thread draws it: processes are forked only where no other thread runs
    bar = Progress(*columns, console=screen, transient=True, auto_refresh=False, redirect_stdout=False)
    with bar:
        task = bar.add_task(what, total=total, completed=passed)
        drawn = perf_counter()
        for item in left:
            bar.advance(task)
            if perf_counter() - drawn > REDRAWN:
                bar.refresh()
                drawn = perf_counter()
            yield item
