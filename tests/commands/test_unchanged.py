"""A build to which nothing is left to do does nothing, and says so; one to which anything is left does it."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

import pytest
from paths import ROOT

from dateline.cache.stamp import Stamp, settled, tree
from dateline.commands import account
from dateline.commands.account import Account
from dateline.problems import Location, Problem

STORY = " date 2019-06-30 Reuters, KABUL\n\nRebels attacked the port yesterday."


def build(folder: Path, *words: str) -> dict[str, object]:
    """The account of a build, once all that is read is old enough to be told from what is changed now."""
    time.sleep(0.05)
    told = subprocess.run(
        [sys.executable, str(ROOT / "build.py"), "--seeds", "in", "--json", *words],
        cwd=folder, capture_output=True, text=True, encoding="utf-8", check=True,
    )  # fmt: skip
    found: dict[str, object] = json.loads(told.stdout)
    return found | {"told": told.stderr}


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "in" / "conflict.toml").write_text('title = "Talks"\n', encoding="utf-8")
    return tmp_path


def loads(folder: Path, *words: str) -> set[str]:
    """The modules that a build imports."""
    code = "import sys; from dateline.cli import main; main(sys.argv[1:]); print(*sys.modules)"
    told = subprocess.run(
        [sys.executable, "-c", code, "--seeds", "in", *words],
        cwd=folder, capture_output=True, text=True, encoding="utf-8", check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    return set(told.stdout.split())


def test_a_second_build_reads_and_writes_nothing(archive: Path) -> None:
    first, second = build(archive), build(archive)
    assert (second["files_written"], second["files_unchanged"]) == (0, first["files_written"])
    assert first["articles"] == second["articles"] == 1
    slow = {"jinja2", "markdown_it", "yaml", "sqlite3", "dateline.pipeline", "dateline.web.render", "multiprocessing"}
    assert not slow & loads(archive)
    assert "dateline.pipeline" in loads(archive, "--no-cache")


@pytest.mark.parametrize("name", [".site.dateline-new", ".site.dateline-new-old", ".site.dateline-journal"])
def test_what_a_killed_build_left_is_removed_though_nothing_has_changed(archive: Path, name: str) -> None:
    build(archive)
    (archive / name).write_text("", encoding="utf-8") if name.endswith("journal") else (archive / name).mkdir()
    build(archive)
    assert not (archive / name).exists()


CHANGES: dict[str, Callable[[Path], object]] = {
    "another word": lambda at: (at / "in" / "a.txt").write_text(STORY + " Nobody spoke.", encoding="utf-8"),
    "another article": lambda at: (at / "in" / "b.txt").write_text(STORY.replace("30", "29"), encoding="utf-8"),
    "an article less": lambda at: (at / "in" / "b.txt").unlink(),
    "a new name": lambda at: (at / "in" / "a.txt").rename(at / "in" / "c.txt"),
    "the conflict file": lambda at: (at / "in" / "conflict.toml").write_text('title = "War"\n', encoding="utf-8"),
    "a page gone": lambda at: (at / "site" / "about.html").unlink(),
    "a page changed": lambda at: (at / "site" / "about.html").write_text("mine", encoding="utf-8"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_changes_is_built(archive: Path, change: str) -> None:
    if change == "an article less":
        CHANGES["another article"](archive)
    build(archive)
    CHANGES[change](archive)
    build(archive)
    build(archive, "--out", "clean", "--no-cache")
    made, clean = (
        {file.relative_to(site).as_posix(): file.read_bytes() for file in sorted(site.rglob("*")) if file.is_file()}
        for site in (archive / "site", archive / "clean")
    )
    assert made == clean


def test_other_options_are_another_build(archive: Path) -> None:
    build(archive)
    assert build(archive, "--base-url", "https://example.org")["files_written"]
    assert not build(archive, "--base-url", "https://example.org")["files_written"]


def test_what_is_wrong_is_told_each_time(archive: Path) -> None:
    (archive / "in" / "empty.txt").write_text("", encoding="utf-8")
    first, second = build(archive), build(archive)
    assert "empty.txt: empty" in str(second["told"]) and second["told"] == first["told"]
    assert second["problems"] == first["problems"] and not second["files_written"]
    strict = [sys.executable, str(ROOT / "build.py"), "--seeds", "in", "--strict"]
    for _ in range(2):
        assert subprocess.run(strict, cwd=archive, capture_output=True, check=False).returncode == 1


def test_an_account_tells_what_has_changed(archive: Path) -> None:
    build(archive)
    (archive / "in" / "b.txt").write_text(
        " date 2019-07-02 Reuters, KABUL\n\nThe government signed an agreement with the rebels on Monday.",
        encoding="utf-8",
    )
    made = build(archive)
    assert made["added"] == ["b"] and made["gone"] == [] and made["changes"] == {"new": 1}
    (archive / "in" / "a.txt").unlink()
    made = build(archive)
    assert made["gone"] == ["a"] and made["changes"] == {"withdrawn": 1}


def test_a_file_that_was_touched_just_now_is_not_trusted() -> None:
    second = 1_000_000_000
    assert settled(second + 1, 2 * second) and not settled(2 * second - 1, 2 * second)
    assert settled(second, 4 * second) and not settled(second, 2 * second)  # a clock that counts in seconds
    assert not settled(second, 0)


def test_a_tree_tells_of_files_at_any_depth_and_of_those_that_are_missing(tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "b" / "one.txt").write_text("1", encoding="utf-8")
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    before = tree([tmp_path, tmp_path / "missing"])
    assert before.files == 1 and before == tree([tmp_path, tmp_path / "missing"])
    (tmp_path / "missing").write_text("", encoding="utf-8")
    assert tree([tmp_path, tmp_path / "missing"]).files == 3
    assert tree([tmp_path], [tmp_path / "a"]).files == 1


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"state": ["s"]}', '{"state": ["s"], "account": {"x": 1}}', "\0"])
def test_a_stamp_that_is_damaged_says_nothing(tmp_path: Path, text: str) -> None:
    (tmp_path / "stamp.json").write_text(text, encoding="utf-8")
    found = Stamp(tmp_path).account(["s"])
    assert not found or found == {"x": 1}
    if found:
        with pytest.raises((TypeError, KeyError)):
            account.read(found)


COUNTED = (2, 1, 1, 0, 3, 1)  # articles, events, actors, rounds, names to look at, articles with an open date
BAD = Problem(Location("a", 2), "bad")
MADE = Account("site", *COUNTED, (BAD,), 4, 5, 6, 700, ("b", 7), ("x", "y"), ("z",), {"moved": 2})


def test_an_account_goes_through_json() -> None:
    assert account.read(json.loads(json.dumps(asdict(MADE)))) == MADE
    assert json.loads(MADE.as_json(0.25))["seconds"] == 0.25
    assert MADE.again().files_unchanged == 9 and not MADE.again().changes


def test_an_account_in_words() -> None:
    assert MADE.lines(1.0) == [
        "2 articles, 1 event, 1 actor, 0 rounds -> site (4 files written, 5 unchanged, 6 removed; 1.0 s)",
        "articles added: x, y; gone: z",
        "events 2 dated otherwise",
        "1 article with an open date and 3 names to look at: build.py review",
    ]
