"""The bar is there for people who wait at a terminal, and for nobody else; afterwards nothing is left of it."""

import io
import os
import pty
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from command_line import STORY, seeds
from paths import ROOT

from dateline.work import progress
from dateline.work.progress import unwatched, watched

BUILD = (
    "import sys; from dateline.work import progress; progress.SOON = 0; from dateline.cli import main; sys.exit(main())"
)


def in_terminal(folder: Path, *words: str, code: str = BUILD) -> str:
    """All that is shown on a terminal by a command under which everything takes long enough for a bar."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", code, *words], cwd=folder, stderr=theirs, stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm", "COLUMNS": "100"},
    )  # fmt: skip
    os.close(theirs)
    shown = io.BytesIO()
    reader = threading.Thread(target=lambda: shown.writelines(_read(ours)))
    reader.start()
    out, _ = process.communicate()
    reader.join()
    os.close(ours)
    assert process.returncode == 0 and b"\x1b" not in out
    return shown.getvalue().decode()


def _read(terminal: int) -> Iterator[bytes]:
    try:
        while data := os.read(terminal, 4096):
            yield data
    except OSError:  # Linux says so at the end
        return


def left_of(shown: str) -> list[str]:
    """The lines that stand on the terminal in the end."""
    lines, row = [""], 0
    for part in re.findall(r"\x1b\[[0-9;?]*[A-Za-z]|\n|[^\x1b\r\n]+", shown):
        if part == "\n":
            row += 1
            lines += [""] * (row == len(lines))
        elif part == "\x1b[1A":
            row -= 1
        elif part == "\x1b[2K":
            lines[row] = ""
        elif not part.startswith("\x1b"):
            lines[row] += part
    return [line for line in lines if line]


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    seeds(tmp_path / "in", **{f"a{n}": STORY.replace("port", f"port of town {n}") for n in range(5)})
    return tmp_path


def test_a_terminal_shows_each_stage_and_keeps_nothing_of_it(archive: Path) -> None:
    shown = in_terminal(archive, "--seeds", "in", "--no-cache")
    assert all(word in shown for word in ("loading", "reading", "resolving", "drawing", "5/5"))
    (line,) = left_of(shown)
    assert line.startswith("5 articles, ")
    assert shown.count("\x1b[?25l") == shown.count("\x1b[?25h")  # the cursor is shown again


def test_a_terminal_that_cannot_erase_sees_no_bar(archive: Path) -> None:
    code = f"import os; os.environ['TERM'] = 'dumb'; {BUILD}"
    assert len(in_terminal(archive, "--seeds", "in", "--no-cache", code=code).splitlines()) == 1


@pytest.mark.parametrize("words", [("build", "--json"), ("read", "--json")])
def test_scripts_see_no_bar(archive: Path, words: tuple[str, ...]) -> None:
    assert "\x1b" not in in_terminal(archive, *words, "--seeds", "in", "--no-cache")


def test_without_a_terminal_there_is_no_bar(archive: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", BUILD, "--seeds", "in", "--no-cache"], cwd=archive, capture_output=True, text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), "FORCE_COLOR": "1"}, check=True,
    )  # fmt: skip
    assert len(done.stderr.splitlines()) == 1 and "\x1b" not in done.stderr and not done.stdout


def test_what_is_soon_done_shows_nothing_and_costs_nothing(archive: Path) -> None:
    code = BUILD.replace("SOON = 0", "SOON = 1000").replace(
        "sys.exit(main())", "main(); sys.exit('rich' in sys.modules)"
    )
    assert "\x1b" not in in_terminal(archive, "--seeds", "in", "--no-cache", code=code)


def test_items_come_as_they_are(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    for soon in (0.0, 1000.0):
        monkeypatch.setattr(progress, "SOON", soon)
        assert list(watched(iter(range(1000)), "counting", 1000)) == list(unwatched(range(1000), "")) == [*range(1000)]
        assert list(watched([], "counting")) == []
    assert capfd.readouterr().out == ""


def test_an_error_takes_the_bar_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "SOON", 0.0)
    before = sys.stderr

    def broken() -> Iterator[int]:
        yield 1
        yield 2
        raise ValueError("broken")

    with pytest.raises(ValueError, match="broken"):
        list(watched(broken(), "counting"))
    assert sys.stderr is before
