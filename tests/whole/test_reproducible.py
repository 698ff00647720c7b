"""The same articles make the same bytes: wherever, whenever, by whomever and by whichever Python they are built."""

import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

import pytest
from paths import ROOT

ADDRESS = ("--base-url", "https://example.org/talks")  # with it the site has its picture, too
STORY = "Rebels attacked {} on Monday. The government and the rebels are to meet in Geneva on 5 July, a minister said."
TOWNS = ("Kunduz", "Herat", "Mosul", "Aden", "Doha", "Geneva", "Sanaa", "Kabul", "Basra", "Juba")
CONFLICT = """title = "Gespräche"
description = "Talks, and what came of them."
publish = "full"

[[redact]]
name = "Mira Vance"
why = "She asked for it."
"""
PAGE = "<html><head><title>{0}</title></head><body><article><h1>{0}</h1>{1}</article></body></html>"

# what stands before the command's words: a script to run, or code
BUILD = (str(ROOT / "build.py"),)
TWO_PROCESSES = (
    "-c",
    "import sys; from dateline.cli import main; from dateline.web import render; "
    "render._WORTH = 1; sys.exit(main([*sys.argv[1:], '--jobs', '2']))",
)
BACKWARDS = (
    "-c",
    """
import os, sys
from dateline.cli import main

scandir, listdir = os.scandir, os.listdir

class Backwards:
    def __init__(self, path="."):
        with scandir(path) as entries:
            self.entries = iter(sorted(entries, key=lambda entry: entry.name, reverse=True))
    __iter__ = __enter__ = lambda self: self
    __next__ = lambda self: next(self.entries)
    __exit__ = close = lambda self, *_: None

os.scandir, os.listdir = Backwards, lambda path=".": sorted(listdir(path), reverse=True)
sys.exit(main())
""",
)


class Run(NamedTuple):
    """How a build differs from another one: its script, its environment, and what `subprocess` is told."""

    script: tuple[str, ...] = BUILD
    environment: Mapping[str, str] = MappingProxyType({})
    told: Mapping[str, Any] = MappingProxyType({})


RUNS = {  # much at once: a build takes seconds
    "two processes, hours behind, sets in an order by chance": Run(
        TWO_PROCESSES, {"TZ": "XXX+11:30", "PYTHONHASHSEED": "random", "LC_ALL": "C"}
    ),
    "files listed backwards, a day ahead, sets in another order, for the user alone": Run(
        BACKWARDS, {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "4242"}, {"umask": 0o077}
    ),
    "a locale of ASCII, a user without a home, no asserts": Run(
        environment={
            "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONOPTIMIZE": "2",
            "HOME": "/nonexistent", "USER": "nobody", "LOGNAME": "nobody",
        }
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Articles of every format, their names such as sort in many ways, and rows enough to be worth a second process."""
    folder = tmp_path_factory.mktemp("archive") / "in"
    (folder / "b").mkdir(parents=True)
    for name, town in zip(("B.txt", "a-b.txt", "b/2019-06-29.txt", "b.txt", "Köln.txt", "ı.txt"), TOWNS, strict=False):
        text = (
            f" date 2019-06-30 Reuters, {town.upper()}\n\n{STORY.format(town)} Mira Vance spoke of “peace”. \U0001fae8"
        )
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "notes.md").write_text(
        '---\ntitle: "Talks \U0001fae9 of Straße"\ndate: 2019-07-01\n---\n# Talks\n\n- **Talks** began in Doha.\n',
        encoding="utf-8",
    )
    rows = [f"2019-07-{n % 28 + 1:02},{STORY.format(TOWNS[n % len(TOWNS)])} {n} people died." for n in range(40)]
    (folder / "export.csv").write_text("date,text\n" + "\n".join(f'{row[:10]},"{row[11:]}"' for row in rows), "utf-8")
    page = PAGE.format("A ceasefire in Hodeidah", "".join(f"<p>{STORY.format(town)}</p>" for town in TOWNS))
    (folder / "page.html").write_text(page, encoding="utf-8")
    with zipfile.ZipFile(folder / "older.zip", "w") as packed:
        packed.writestr("2019-05-01 x.txt", STORY.format("Taiz"))
        packed.writestr("2019-04-01 y.txt", STORY.format("Marib"))
    (folder / "conflict.toml").write_text(CONFLICT, encoding="utf-8")
    return folder


def built(seeds: Path, folder: Path, run: Run, *words: str, python: str = sys.executable) -> dict[str, bytes]:
    """The files of the site that a build makes in `folder`."""
    given = [python, *run.script, "--no-cache", *words, "--seeds", str(seeds), "--out", "site"]
    environment = {"PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "", **run.environment}
    told = {"cwd": folder, "env": {**os.environ, **environment}, "capture_output": True, **run.told}
    done = subprocess.run(given, check=False, **told)
    assert done.returncode == 0, done.stderr
    files = [path for path in sorted((folder / "site").rglob("*")) if path.is_file()]
    return {path.relative_to(folder / "site").as_posix(): path.read_bytes() for path in files}


@pytest.fixture(scope="module")
def usual(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    found = built(archive, tmp_path_factory.mktemp("usual"), Run(), *ADDRESS, "--jobs", "1")
    assert {
        "articles/köln.html",
        "articles/ı.html",
        "share.png",
        "articles/older-zip-2019-04-01-y.html",
    } <= found.keys()
    assert len([name for name in found if name.startswith("articles/")]) == 50  # one of B.txt and b.txt is left out
    return found


@pytest.mark.parametrize("name", RUNS)
def test_the_same_bytes_by(name: str, archive: Path, usual: dict[str, bytes], tmp_path: Path) -> None:
    assert built(archive, tmp_path, RUNS[name], *ADDRESS) == usual


def test_the_same_bytes_from_another_folder_of_other_times(
    archive: Path, usual: dict[str, bytes], tmp_path: Path
) -> None:
    copy = tmp_path / "a folder of another name"
    shutil.copytree(archive, copy)
    for path in copy.rglob("*"):
        os.utime(path, (0, 0))
    assert built(Path(copy.name), tmp_path, Run(), *ADDRESS) == usual


def pythons() -> Iterator[str]:
    """This Python, and those others beside it that have all that a build needs."""
    needed = "import jinja2, markdown_it, frontmatter, yaml, dateparser, PIL, polib, rich, trafilatura, warcio"
    named = [f"python3.{minor}" for minor in range(11, 20)]
    listed = filter(None, os.environ.get("DATELINE_PYTHONS", "").split(os.pathsep))
    for python in dict.fromkeys((sys.executable, *listed, *filter(None, map(shutil.which, named)))):
        if subprocess.run([python, "-c", needed], capture_output=True, check=False).returncode == 0:
            yield python


def test_the_same_bytes_by_every_python_that_is_there(archive: Path, usual: dict[str, bytes], tmp_path: Path) -> None:
    for number, python in enumerate(pythons()):
        (tmp_path / str(number)).mkdir()
        made = built(archive, tmp_path / str(number), Run(), *ADDRESS, python=python)
        assert {name for name in made.keys() | usual.keys() if made.get(name) != usual.get(name)} == set(), python
