"""Work done by several processes is the same work in the same order, also where one of them is killed."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tasks import HERE, die_elsewhere_once, double, fail, note, who

from dateline.work.processes import WORTH, Processes
from dateline.work.workers import Alone, Workers, processors


@pytest.mark.parametrize("count", [0, 1, WORTH - 1, WORTH, 5 * WORTH + 3])
@pytest.mark.parametrize("workers", [Alone(), Processes(1), Processes(3)], ids=["alone", "one", "three"])
def test_results_come_in_order(workers: Workers, count: int) -> None:
    assert list(workers.each(double, range(count))) == [2 * number for number in range(count)]


def test_little_work_is_done_here_and_much_elsewhere() -> None:
    assert set(Processes(2).each(who, range(3))) == {HERE}
    assert HERE not in set(Processes(2).each(who, range(200)))


def test_work_is_fetched_as_it_is_needed() -> None:
    fetched = 0

    def items() -> Iterator[int]:
        nonlocal fetched
        while fetched < 50 * WORTH:
            fetched += 1
            yield fetched

    results = Processes(2).each(double, items())
    assert next(results) == 2 and fetched < 10 * WORTH
    assert sum(1 for _ in results) == 50 * WORTH - 1


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no such signal here")
def test_a_process_that_is_killed_costs_nothing_but_time(tmp_path: Path) -> None:
    items = [(str(tmp_path), HERE, number) for number in range(200)]
    assert list(Processes(2).each(die_elsewhere_once, items)) == [2 * number for number in range(200)]
    assert (tmp_path / "died").exists()


def test_an_error_is_the_callers() -> None:
    with pytest.raises(ValueError, match="0"):
        list(Processes(2).each(fail, range(100)))


def test_what_nobody_waits_for_is_dropped(tmp_path: Path) -> None:
    results = Processes(2).each(note, [(str(tmp_path), number) for number in range(500)])
    next(results)
    results.close()  # type: ignore[attr-defined]  # as Ctrl-C does
    assert 0 < len(list(tmp_path.iterdir())) < 100


def test_there_is_a_processor() -> None:
    assert processors() >= 1


ENDLESS = """
import sys, time
from dateline.work import processes
def work(thing, item):
    print(item, flush=True)
    time.sleep(60 if item > 3 else 0)
    return item
list(processes.copies(2, None, work, range(50)))
"""


def test_the_processes_end_when_the_one_that_they_work_for_is_killed() -> None:
    """Copies of it, they have what it has: the lock on the site, its pipes, which are closed when all have ended."""
    began = subprocess.Popen([sys.executable, "-c", ENDLESS], stdout=subprocess.PIPE, text=True)
    assert began.stdout and [began.stdout.readline() for _ in range(6)]
    began.kill()
    assert began.communicate(timeout=20)[0] == ""
