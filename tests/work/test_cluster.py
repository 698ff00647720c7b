"""Work done by a Dask cluster is the same work in the same order, whoever of it dies; what it lacks is said."""

import asyncio
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest
from command_line import content, run
from paths import ROOT, SUPPORT
from tasks import HERE, die, die_once, double, fail, who

from dateline.cli import main
from dateline.problems import UnusableInputError
from dateline.work import cluster, versions
from dateline.work.cluster import WORTH, Cluster
from dateline.work.workers import Alone

pytest.importorskip("distributed")
LONGEST = 60  # seconds; a machine may be busy
PLACES = ("Kabul", "Kunduz", "Kandahar", "Herat", "Ghazni", "Doha", "Islamabad")


class Running:
    """A scheduler and its workers, each a process of its own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._processes: list[subprocess.Popen[bytes]] = []
        self.address = self._started("scheduler", "Scheduler at:", "--host", "127.0.0.1", "--port", "0")

    def work(self, path: Path = ROOT) -> subprocess.Popen[bytes]:
        """One more worker, with the package that lies at `path`."""
        self._started("worker", "Registered to:", self.address, "--nthreads", "1", "--no-nanny", path=path)
        return self._processes[-1]

    def end(self) -> None:
        for process in self._processes:
            process.kill()
            process.wait()

    def _started(self, what: str, said: str, *words: str, path: Path = ROOT) -> str:
        log = self._folder / f"{len(self._processes)}.log"
        with log.open("wb") as stream:
            self._processes.append(
                subprocess.Popen(
                    [sys.executable, "-m", f"distributed.cli.dask_{what}", *words, "--no-dashboard"],
                    stderr=stream, stdout=stream, cwd=self._folder,
                    env={**os.environ, "PYTHONPATH": f"{path}{os.pathsep}{SUPPORT}"},
                )
            )  # fmt: skip
        for _ in range(LONGEST * 10):
            told = log.read_text(encoding="utf-8").partition(said)[2].split()
            if told:
                return told[0]
            time.sleep(0.1)
        raise AssertionError(log.read_text(encoding="utf-8"))


@contextmanager
def running(folder: Path) -> Iterator[Running]:
    found = Running(folder)
    try:
        found.work()
        found.work()
        yield found
    finally:
        found.end()


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with running(tmp_path_factory.mktemp("cluster")) as found:
        yield found


def silent(what: str) -> None:
    raise AssertionError(what)


@contextmanager
def of(address: str, tell: Callable[[str], object] = silent) -> Iterator[Cluster]:
    with Cluster(address, Alone(), tell) as made:
        yield made


def refused(address: str) -> str:
    """What is said where the cluster at an address cannot be used."""
    with pytest.raises(UnusableInputError) as error, of(address) as made:
        list(made.each(double, range(WORTH)))
    return str(error.value)


def articles(folder: Path) -> Path:
    """Those of seeds/ and as many made-up ones as are worth the way."""
    shutil.copytree(ROOT / "seeds", folder)
    for n in range(WORTH):
        here, there, day = PLACES[n % 7], PLACES[(n + n // 7 + 1) % 7], 1 + n % 28
        text = (
            f"{here}, Oct. {day}, 2019 (Reuters)\n\nThe Taliban attacked a base near {here} on Monday, killing {n + 2}."
        )
        text += f" Talks are planned in {there} next week, Zalmay Khalilzad said. Officials denied that {n} had fled."
        (folder / f"2019-10-{day:02}-{n}.txt").write_text(text, encoding="utf-8")
    return folder


def test_results_come_in_order_and_from_elsewhere(started: Running) -> None:
    with of(started.address) as made:
        assert list(made.each(double, range(20 * WORTH))) == [2 * number for number in range(20 * WORTH)]
        assert len(set(made.each(who, range(20 * WORTH))) - {HERE}) == 2


def test_a_caller_may_run_a_loop_of_events(started: Running) -> None:
    async def caller() -> list[int]:
        with of(started.address) as made:
            return list(made.each(double, range(WORTH)))

    with ThreadPoolExecutor(max_workers=1) as thread:  # that of the tests runs a browser's loop
        assert thread.submit(lambda: asyncio.run(caller())).result() == [2 * number for number in range(WORTH)]


def test_little_work_is_done_here() -> None:
    with of("tcp://127.0.0.1:1") as made:
        assert set(made.each(who, range(WORTH - 1))) == {HERE}


def test_work_is_fetched_as_it_is_needed(started: Running) -> None:
    fetched: list[int] = []
    with of(started.address) as made:
        results = made.each(double, (fetched.append(n) or n for n in range(50 * WORTH)))  # type: ignore[func-returns-value]
        assert next(results) == 0 and len(fetched) < 10 * WORTH
        assert sum(1 for _ in results) == 50 * WORTH - 1


def test_an_error_is_the_callers(started: Running) -> None:
    with pytest.raises(ValueError, match="0"), of(started.address) as made:
        list(made.each(fail, range(WORTH)))


def test_a_site_read_by_a_cluster_is_the_same(started: Running, tmp_path: Path) -> None:
    folder = articles(tmp_path / "in")
    for out, words in (("alone", ["--jobs", "1"]), ("spread", ["--cluster", started.address])):
        done = run("build", "--seeds", folder, "--out", tmp_path / out, "--no-cache", *words)
        assert done.returncode == 0 and len(done.stderr.splitlines()) <= 2, done.stderr
    assert content(tmp_path / "alone") == content(tmp_path / "spread")


def test_whoever_dies_costs_nothing_but_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """One of two workers; then the last one, and after it the scheduler."""
    monkeypatch.setattr(cluster, "PATIENCE", 2)
    told: list[str] = []
    with running(tmp_path) as found:
        with of(found.address) as made:
            items = [(str(tmp_path), number) for number in range(5 * WORTH)]
            assert list(made.each(die_once, items)) == [2 * number for number in range(5 * WORTH)]
            assert (tmp_path / "died").exists()
        with of(found.address, told.append) as made:
            assert set(made.each(die, [HERE] * 5 * WORTH)) == {HERE}
            assert set(made.each(who, range(5 * WORTH))) == {HERE}
            assert told == [f"the workers at {found.address} are gone: the rest is done here"]
        found.work()
        told.clear()
        with of(found.address, told.append) as made:
            results = made.each(double, range(50 * WORTH))
            before = [next(results)]
            found.end()
            assert before + list(results) == [2 * number for number in range(50 * WORTH)] and len(told) == 1
    assert capfd.readouterr() == ("", "")


def test_nobody_answers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(cluster, "CONNECT", 1)
    with socket.socket() as mute:
        mute.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{mute.getsockname()[1]}"
        assert f"no Dask scheduler answers at {address}" in refused(address)
        mute.listen()
        assert f"no Dask scheduler answers at {address}" in refused(address)
    words = ["check", "--no-cache", "--seeds", str(articles(tmp_path / "in")), "--cluster", address]
    assert main(words) == 2
    told = capfd.readouterr().err
    assert "hint:" in told and len(told.splitlines()) == 2


def test_a_worker_that_joins_later_is_refused_where_it_is_of_another_version(
    started: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(versions, "package", lambda: "another")  # it travels: at first all have it
    assert "another version" in refused(started.address)


@pytest.mark.parametrize("lacking", ["all of it", "a file of it"])
def test_workers_without_this_very_package_are_refused(started: Running, tmp_path: Path, lacking: str) -> None:
    ignored = shutil.ignore_patterns("*" if lacking == "all of it" else "countries.tsv")
    for name in ("dateline", "templates", "static"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=ignored)
    if lacking == "all of it":  # whatever else of this name is installed there
        (tmp_path / "dateline" / "__init__.py").write_text("raise ImportError", encoding="utf-8")
    wrong = started.work(tmp_path)
    told = refused(started.address).partition("\n")[0]
    wrong.kill()
    assert "another version" in told and told.count("tcp://") == 1 and "scheduler" not in told


def test_without_distributed_it_says_what_to_install() -> None:
    code = (
        "import sys; from importlib.machinery import PathFinder; find = PathFinder.find_spec\n"
        "PathFinder.find_spec = lambda name, *rest: None if name == 'distributed' else find(name, *rest)\n"
        "from dateline.cli import main; sys.exit(main(['check', '--no-cache', '--cluster', 'tcp://127.0.0.1:1']))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 2 and "pip install 'dateline[cluster]'" in done.stderr and "Traceback" not in done.stderr


@pytest.mark.parametrize("address", ["host", "host:8786", "http://host:8786", "tcp://host", "tcp://a b:1", ""])
def test_an_address_that_is_none_is_usage(address: str) -> None:
    assert run("check", "--cluster", address).returncode == 2
