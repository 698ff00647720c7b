"""How long an archive takes to build as a whole, from the start of the program to its end, beside other generators.

    python benchmarks/archive.py [SIZE …] [--runs N] [--json FILE] [--without NAME …]

The articles are those of news.py. Built from nothing, again without a change, with one article more (its day somewhere
within the archive's, or after all of them), and with one sentence more in an article. Input, output and cache lie on a
RAM disk. Times are medians of the runs, with the shortest and the longest; CPU seconds are those of all processes,
memory is that of the largest one. Another generator's pages are far simpler: templates in benchmarks/peers.
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import news
from news_world import BEGIN, DAYS, World
from peers import Peer, installed

ROOT = Path(__file__).parents[1]
RAM = Path("/dev/shm")  # noqa: S108  (a RAM disk, in a folder of our own)
SEED = 1
MADE = ("out", ".dateline", "cache", "resources")  # the site, and what is kept from one build to the next


def dateline(folder: Path) -> list[str]:
    """The command line that a user gives; the articles are in `content`, the site comes to `out`.

    What Dateline keeps from one build to the next lies in the working directory, which is `folder`, too.
    """
    return [sys.executable, str(ROOT / "build.py"), "--seeds", str(folder / "content"), "--out", str(folder / "out")]


@dataclass(frozen=True, slots=True)
class Run:
    """One run: seconds on the wall, CPU seconds of all processes, MB of memory of the largest."""

    wall: float
    cpu: float
    memory: float


@dataclass(frozen=True, slots=True)
class Row:
    """What was built in what way, and its runs; files and MB are those of the site."""

    size: int
    generator: str
    step: str
    runs: tuple[Run, ...]
    files: int
    megabytes: float

    @property
    def wall(self) -> float:
        return statistics.median(run.wall for run in self.runs)

    @property
    def cpu(self) -> float:
        return statistics.median(run.cpu for run in self.runs)


def timed(command: Sequence[str], folder: Path) -> Run:
    """Run a program to its end; ends this one where it fails, with what it says."""
    begin = time.perf_counter()
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=said)
        _, status, used = os.wait4(process.pid, 0)  # with the processes that it waited for
        wall = time.perf_counter() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            raise SystemExit(f"{' '.join(command)}: exit status {process.returncode}\n{said.read().decode()}")
    scale = 1e6 if sys.platform == "darwin" else 1e3  # bytes there, KB elsewhere
    return Run(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / scale)


class Dateline:
    """The archive as Dateline takes it."""

    name = "dateline"

    def __init__(self, folder: Path, size: int, world: World) -> None:
        self.folder, self.size, self.world = folder, size, world
        self.added = 0
        news.write(size, folder / "content", world.seed)

    def command(self) -> list[str]:
        return dateline(self.folder)

    def clean(self) -> None:
        for made in MADE:
            shutil.rmtree(self.folder / made, ignore_errors=True)

    def unchanged(self) -> None:
        """Nothing is done before the build."""

    def add_within(self) -> None:
        self.added += 1
        self._put(self.size + self.added, news.article(self.size + self.added, self.world))

    def add_latest(self) -> None:
        self.added += 1
        day = BEGIN + timedelta(days=DAYS + self.added)
        self._put(self.size + self.added, news.article(self.size + self.added, self.world, day))

    def edit(self) -> None:
        path = self.folder / "content" / news.name(self.size // 2)
        path.write_text(path.read_text(encoding="utf-8") + "\nThe talks resumed in Oslo on Monday.\n", encoding="utf-8")

    def _put(self, number: int, text: str) -> None:
        (self.folder / "content" / news.name(number)).write_bytes(text.encode())


class Other(Dateline):
    """The same archive as another generator takes it."""

    def __init__(self, peer: Peer, folder: Path, size: int, world: World) -> None:
        self.peer, self.name = peer, peer.name
        self.folder, self.size, self.world = folder, size, world
        self.added = 0
        peer.prepared(folder)
        for number in range(1, size + 1):
            self._put(number, news.article(number, world))

    def command(self) -> list[str]:
        return self.peer.command(self.folder)

    def _put(self, number: int, text: str) -> None:
        self.peer.take(self.folder, news.name(number), text, self.world)


def measured(archive: Dateline, runs: int) -> Iterator[Row]:
    """Each step so often, one after the other: the second run of a step finds what the first has left."""
    for title, change in (
        ("clean", archive.clean),
        ("no change", archive.unchanged),
        ("add one", archive.add_within),
        ("add the latest", archive.add_latest),
        ("edit one", archive.edit),
    ):
        found = tuple(_after(change, archive) for _ in range(runs))
        sizes = [path.stat().st_size for path in (archive.folder / "out").rglob("*") if path.is_file()]
        yield Row(archive.size, archive.name, title, found, len(sizes), sum(sizes) / 1e6)
        print(f"{archive.size:,} {archive.name}, {title}: {found[-1].wall:.2f} s", file=sys.stderr)


def _after(change: Callable[[], None], archive: Dateline) -> Run:
    change()
    return timed(archive.command(), archive.folder)


@contextmanager
def room() -> Iterator[Path]:
    """A folder on a RAM disk, or elsewhere with a warning; it is removed in the end."""
    on_ram = RAM.is_dir() and os.access(RAM, os.W_OK)
    if not on_ram:
        print(f"no RAM disk at {RAM}: the times hold what the disk takes, too", file=sys.stderr)
    with tempfile.TemporaryDirectory(prefix="dateline-archive-", dir=RAM if on_ram else None) as folder:
        yield Path(folder)


def table(rows: Sequence[Row]) -> Iterator[str]:
    """The rows as Markdown."""
    yield "| articles | generator | step | wall s (shortest–longest) | CPU s | memory MB | files | MB |"
    yield "|---:|---|---|---:|---:|---:|---:|---:|"
    for row in rows:
        walls = [run.wall for run in row.runs]
        memory = max(run.memory for run in row.runs)
        yield (
            f"| {row.size:,} | {row.generator} | {row.step} | {row.wall:.2f} ({min(walls):.2f}–{max(walls):.2f}) "
            f"| {row.cpu:.2f} | {memory:.0f} | {row.files:,} | {row.megabytes:.1f} |"
        )


def ratios(rows: Sequence[Row]) -> Iterator[str]:
    """What the times come to: beside hugo's rebuild with an article more, and from one size to the next."""
    found = {(row.size, row.generator, row.step): row for row in rows}
    sizes = sorted({row.size for row in rows})
    for size in sizes:
        if rebuild := found.get((size, "hugo", "add one")):
            for step in ("add one", "no change"):
                yield f"{size:,}, {step} / hugo's rebuild: {_ratio(found[size, 'dateline', step], rebuild)}"
    for fewer, more in pairwise(sizes):
        for generator in dict.fromkeys(row.generator for row in rows):
            for step in ("clean", "add one"):
                growth = _ratio(found[more, generator, step], found[fewer, generator, step])
                yield f"{generator}, {step}, {more:,} / {fewer:,} articles: {growth}"


def _ratio(one: Row, other: Row) -> str:
    return f"{one.wall / other.wall:.2f} of the time, {one.cpu / other.cpu:.2f} of the CPU seconds"


def main() -> None:
    parser = argparse.ArgumentParser(description="How long an archive takes to build, beside other generators.")
    parser.add_argument("sizes", type=int, nargs="*", default=[1_000, 10_000], metavar="SIZE")
    parser.add_argument("--runs", type=int, default=3, metavar="N", help="of each step; the median counts (3)")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the rows there, too")
    parser.add_argument("--without", nargs="*", default=[], metavar="NAME", help="generators to leave out")
    options = parser.parse_args()
    peers = [peer for peer in installed() if peer.name not in options.without]
    for name in {"hugo", "pelican"} - {peer.name for peer in peers}:
        print(f"without {name}", file=sys.stderr)
    rows: list[Row] = []
    world = World(SEED)
    for size in options.sizes:
        with room() as folder:
            rows += measured(Dateline(folder / "dateline", size, world), options.runs)
            for peer in peers:
                rows += measured(Other(peer, folder / peer.name, size, world), options.runs)
    print("\n".join([*table(rows), "", *(f"* {line}" for line in ratios(rows))]))
    if options.json:
        options.json.write_text(json.dumps([asdict(row) for row in rows], indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
