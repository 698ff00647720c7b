"""Ctrl-C ends a build with one line and status 130; the site and what is kept are whole, whenever it comes.

So they are where a build is killed, which says nothing.
"""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from command_line import STORY, content, run, seeds
from paths import ROOT

pytestmark = pytest.mark.skipif(not hasattr(os, "killpg"), reason="no groups of processes here")

# a build that presses Ctrl-C itself, for its whole group of processes, the n-th time that it comes by a place;
# or is killed there, alone, as where memory runs out
PRESSED = """
import os, signal, sys
from importlib import import_module
killed, module, name, when, *words = sys.argv[1:]
room = import_module(module)
*path, last = name.split(".")
for part in path:
    room = getattr(room, part)
real, left = getattr(room, last), int(when)
def pressing(*given, **named):
    global left
    left -= 1
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL) if killed else os.killpg(0, signal.SIGINT)
    return real(*given, **named)
setattr(room, last, pressing)
from dateline.cli import main
sys.exit(main(words))
"""
PLACES = [
    ("dateline.articles.load", "documents", 1),  # before anything is read
    ("dateline.cache.store", "Store.put", 60),  # they are read
    ("dateline.work.processes", "_result", 2),  # by processes
    ("dateline.cache.store", "Store._forget", 1),
    ("dateline.web.page", "Page.__init__", 20),  # the site is drawn
    ("dateline.publishing.publish", "exchange.replace", 1),  # it takes the old one's place
    ("dateline.publishing.exchange", "_exchange", 1),
    ("dateline.publishing.exchange", "recover", 2),  # it has
]


def pressed(
    folder: Path, module: str, name: str, when: int, *words: str, killed: bool = False
) -> subprocess.CompletedProcess[str]:
    """What a command came to: it and all the processes that it started, which hold the pipes, have ended."""
    return subprocess.run(
        [sys.executable, "-c", PRESSED, "killed" if killed else "", module, name, str(when), *words],
        cwd=folder, capture_output=True, text=True, timeout=120, check=False, start_new_session=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive, a site of what it was before, and one of what it is."""
    folder = tmp_path_factory.mktemp("archive")
    seeds(folder / "in", **{f"a{n}": STORY.replace("port", f"port of town {n}") for n in range(35)})
    assert run("--seeds", "in", "--out", "before", "--no-cache", cwd=folder).returncode == 0
    for n in range(35):
        (folder / "in" / f"a{n}.txt").write_text(STORY.replace("port", f"fort of town {n}"), encoding="utf-8")
    assert run("--seeds", "in", "--out", "after", "--no-cache", cwd=folder).returncode == 0
    return folder


@pytest.mark.parametrize(("module", "name", "when"), PLACES, ids=[f"{name}-{when}" for _, name, when in PLACES])
def test_ctrl_c_leaves_all_whole(archive: Path, tmp_path: Path, module: str, name: str, when: int) -> None:
    site, words = (
        tmp_path / "site",
        ["--seeds", "in", "--out", str(tmp_path / "site"), "--cache", str(tmp_path / "kept")],
    )
    shutil.copytree(archive / "before", site)
    done = pressed(archive, module, name, when, "build", "--jobs", "2", *words)
    assert (done.returncode, done.stderr, done.stdout) == (130, "interrupted\n", "")
    assert sorted(path.name for path in tmp_path.iterdir() if path.name != "kept") == ["site"]
    assert content(site) in (content(archive / "before"), content(archive / "after"))
    assert run("build", *words, cwd=archive).returncode == 0
    assert content(site) == content(archive / "after")


@pytest.mark.parametrize(("module", "name", "when"), PLACES[2:6:3], ids=[name for _, name, _ in PLACES[2:6:3]])
def test_a_kill_leaves_the_site_whole_and_no_process(
    archive: Path, tmp_path: Path, module: str, name: str, when: int
) -> None:
    site, words = tmp_path / "site", ["--out", str(tmp_path / "site"), "--cache", str(tmp_path / "kept")]
    shutil.copytree(archive / "before", site)
    done = pressed(archive, module, name, when, "build", "--jobs", "2", "--seeds", "in", *words, killed=True)
    assert (done.returncode, done.stderr, done.stdout) == (-signal.SIGKILL, "", "")
    assert content(site) == content(archive / "before")
    assert run("build", "--seeds", "in", *words, cwd=archive).returncode == 0
    assert content(site) == content(archive / "after")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["kept", "site"]


@pytest.mark.parametrize("words", [["check"], ["read", "--json"], ["export", "csv"]])
def test_every_command_ends_so(archive: Path, words: Sequence[str]) -> None:
    done = pressed(archive, "dateline.stages.each", "gather", 1, *words, "--seeds", "in", "--no-cache")
    assert (done.returncode, done.stderr, done.stdout) == (130, "interrupted\n", "")
