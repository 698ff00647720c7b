"""Kills builds at random moments, and looks at what readers saw meanwhile and at what the next build makes of it.

    python benchmarks/kill_points.py [KILLS] [--articles N] [--seed N] [--two-renames]

Builds from nothing, with an article more and with one less, as a user runs them, of a made-up archive in a temporary
folder. SIGKILL comes at any moment of the build, or while the site is written and takes the old one's place; to all its
processes, or to the first alone, as where memory runs out. Every fifth is killed twice. Two readers fetch all
pages without a pause, from the folder and from a plain web server (witness.py says what they must never see). Then the
site must be the old or the new one, the next build must give, byte for byte, what a clean one gives, and nothing may be
left beside it, no process either. `--two-renames` builds as where two folders cannot be exchanged in one call: the site
may then be away for a moment, and from a kill in it to the next build.
"""

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from pathlib import Path

import news
from witness import Site, Witness, served, site_of, watching

ROOT = Path(__file__).parents[1]
KINDS = ("from nothing", "an article more", "an article less")
TWO_RENAMES = "from dateline.publishing import exchange; exchange._exchange = lambda *_: False; "
BUILD = "import sys; from dateline.cli import main; sys.exit(main(sys.argv[1:]))"
LONGEST = 120  # seconds for one build
GONE = 5  # seconds after which no process of a killed build may be left


@dataclass(frozen=True, slots=True)
class Built:
    """A clean site of an archive, with what a build keeps."""

    archive: Path
    folder: Path
    site: Site


@dataclass
class Account:
    kills: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)  # what lay there after a kill
    fetched: int = 0
    missing: int = 0
    turns: int = 0  # readers before whose eyes the site changed
    broken: list[str] = field(default_factory=list)


class Killing:
    """The folder in which builds are killed, and how long they take."""

    def __init__(self, room: Path, articles: int, two_renames: bool) -> None:
        self.room, self.two_renames = room, two_renames
        self.few, self.all = self._built("few", articles - 1), self._built("all", articles)
        self.here = room / "here"
        self.whole, self.writing = self._times()

    def _built(self, name: str, articles: int) -> Built:
        folder = self.room / name
        news.write(articles, folder / "in")
        self._done(folder, "--no-cache")
        clean = site_of(folder / "site")
        shutil.rmtree(folder / "site")
        self._done(folder)
        if site_of(folder / "site") != clean:
            raise SystemExit(f"a build of {articles} articles that keeps what it reads is no clean one")
        return Built(folder / "in", folder, clean)

    def _done(self, folder: Path, *words: str) -> None:
        if status := self._started(folder, *words).wait(LONGEST):
            raise SystemExit(f"a build ends with {status}")

    def _started(self, folder: Path, *words: str) -> "subprocess.Popen[bytes]":
        code = (TWO_RENAMES if self.two_renames else "") + BUILD
        command = [sys.executable, "-c", code, "--seeds", "in", "--jobs", "2", *words]
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        return subprocess.Popen(command, cwd=folder, env=environment, start_new_session=True, stderr=subprocess.DEVNULL)

    def _times(self) -> tuple[float, float]:
        """The seconds of a build from nothing, and those from its first file of the site to its end."""
        self.set_up("from nothing")
        begin, run = time.monotonic(), self._started(self.here)
        self._until_writing(run)
        first = time.monotonic()
        run.wait(LONGEST)
        return time.monotonic() - begin, time.monotonic() - first

    def set_up(self, kind: str) -> tuple[Site, Site]:
        """Lay out what lies there before a build of a kind; gives the site that lies there and the one that is to."""
        shutil.rmtree(self.here, ignore_errors=True)
        self.here.mkdir()
        before, after = (self.all, self.few) if kind == "an article less" else (self.few, self.all)
        shutil.copytree(after.archive, self.here / "in")
        if kind == "from nothing":
            return {}, after.site
        shutil.copytree(before.folder / "site", self.here / "site")
        shutil.copytree(before.folder / ".dateline", self.here / ".dateline")
        return before.site, after.site

    def killed(self, chance: random.Random, alone: bool) -> str | None:
        """A build that is killed: where it was by then, None where it had ended before."""
        run = self._started(self.here)
        if chance.random() < 0.5:
            time.sleep(chance.uniform(0, self.whole))
        else:
            self._until_writing(run)
            time.sleep(chance.uniform(0, self.writing))
        ended = run.poll() is not None
        if not ended:
            (os.kill if alone else os.killpg)(run.pid, signal.SIGKILL)
        run.wait()
        return None if ended else "writing" if self._new().exists() else "elsewhere"

    def next_build(self) -> int:
        return self._started(self.here).wait(LONGEST)

    def left(self) -> Iterator[str]:
        """What no build may leave."""
        yield from (one.name for one in sorted(self.here.iterdir()) if one.name not in ("in", "site", ".dateline"))

    def processes(self) -> str:
        """The processes that work in the folder; some seconds are theirs to end."""
        for _ in range(GONE * 20):
            found = [one for one in Path("/proc").glob("[0-9]*") if _works_in(one, self.here)]
            if not found:
                return ""
            time.sleep(0.05)
        return ", ".join(one.name for one in found)

    def _new(self) -> Path:
        return self.here / ".site.dateline-new"

    def _until_writing(self, run: "subprocess.Popen[bytes]") -> None:
        while run.poll() is None and not self._new().exists():
            time.sleep(0.001)


def _works_in(process: Path, folder: Path) -> bool:
    try:
        return (process / "cwd").readlink() == folder
    except OSError:
        return False


def one(killing: Killing, kind: str, number: int, chance: random.Random, account: Account) -> None:
    """One build killed, or one and the next, and all that is to be seen of it."""
    old, new = killing.set_up(kind)
    whom, alone = ("the first process", True) if number % 4 == 3 else ("all processes", False)
    with ExitStack() as stack:
        address = stack.enter_context(served(killing.here))
        witness = Witness({f"site/{p}": d for p, d in old.items()}, {f"site/{p}": d for p, d in new.items()})
        witness.away = killing.two_renames
        seen = [stack.enter_context(watching(killing.here, at, witness)) for at in (None, address)]
        wrong = []
        for _ in range(2 if number % 5 == 4 else 1):
            where = killing.killed(chance, alone)
            if where:
                account.kills[f"{kind}, {whom}, {where}"] += 1
            if left := killing.processes():
                wrong.append(f"processes {left} are left")
            site = site_of(killing.here / "site")
            name = next((name for name, one in (("new", new), ("old", old), ("away", {})) if one == site), "")
            if not name or (name == "away" and old and not killing.two_renames):
                wrong.append(f"a site of {len(site)} files that is neither")
            account.found[name] += 1
        if status := killing.next_build():
            wrong.append(f"the next build ends with {status}")
        if site_of(killing.here / "site") != new:
            wrong.append("the next build is no clean one")
        wrong += [f"{name} is left" for name in killing.left()]
        for tell in seen:
            told = tell()
            account.fetched += told.fetched
            account.missing += told.missing
            account.turns += told.turned
            wrong += told.broken[:3]
    account.broken += [f"{number} ({kind}): {what}" for what in wrong]


def killed(kills: int, articles: int, seed: int, two_renames: bool) -> Account:
    """So many kills and what came of them; the moments are those of the seed, as far as a machine repeats itself."""
    account, chance, number = Account(), random.Random(seed), 0  # noqa: S311
    with tempfile.TemporaryDirectory(prefix="dateline-kills-") as folder:
        killing = Killing(Path(folder).resolve(), articles, two_renames)
        with suppress(KeyboardInterrupt):  # what was found by then is told
            while account.kills.total() < kills:
                one(killing, KINDS[number % len(KINDS)], number, chance, account)
                number += 1
                print(f"{account.kills.total()} kills, {len(account.broken)} broken", file=sys.stderr)
    return account


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description="Kills builds, and looks at what is left.")
    parser.add_argument("kills", type=int, nargs="?", default=200, metavar="KILLS")
    parser.add_argument("--articles", type=int, default=40, metavar="N", help="of the archive (40)")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="other moments for another number (1)")
    parser.add_argument("--two-renames", action="store_true", help="as where folders cannot be exchanged in one call")
    options = parser.parse_args(arguments)
    made = killed(options.kills, options.articles, options.seed, options.two_renames)
    for what, count in sorted(made.kills.items()):
        print(f"{count:5}  {what}")
    print(f"{made.kills.total():5}  kills; after them lay there: {dict(made.found)}")
    print(f"{made.fetched:,} files fetched, {made.missing:,} missing, {made.turns} readers saw the site change")
    print("\n".join([f"{len(made.broken)} broken", *made.broken]))
    return 1 if made.broken else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
