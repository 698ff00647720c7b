"""Whatever lies in the folders: what cannot be read or written is said in plain words, and nobody's file is lost."""

import ctypes
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from command_line import STORY, content, run, seeds
from paths import ROOT

from dateline.articles import sources
from dateline.articles.load import load, slug
from dateline.cli import main
from dateline.model import Conflict
from dateline.problems import Location, Problem
from dateline.web import urls

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes and links as elsewhere")
OVERRIDE = 0b110  # CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH, linux/capability.h


def _rights(change: Callable[[int], int]) -> None:
    """Change what root may do in this thread, of the first 32 of its rights; Linux."""
    libc = ctypes.CDLL(None, use_errno=True)
    head, rights = (ctypes.c_uint32 * 2)(0x20080522, 0), (ctypes.c_uint32 * 6)()
    assert not libc.capget(head, rights), os.strerror(ctypes.get_errno())
    rights[0] = change(rights[0])
    assert not libc.capset(head, rights), os.strerror(ctypes.get_errno())


@pytest.fixture
def mine(tmp_path: Path) -> Iterator[Path]:
    """A folder in which files may be closed to this user, who may be root: then without the right to everything."""
    root = os.geteuid() == 0
    if root and sys.platform != "linux":
        pytest.skip("root may do everything")
    if root:
        _rights(lambda effective: effective & ~OVERRIDE)
    try:
        yield tmp_path
    finally:
        if root:
            _rights(lambda effective: effective | OVERRIDE)
        for path, _, _ in os.walk(tmp_path):
            Path(path).chmod(0o700)


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str]]:
    """Runs a command in this process: its status, and what it says on standard error."""

    def command(*words: object) -> tuple[int, str]:
        status = main([*map(str, words)])
        return status, capsys.readouterr().err

    return command


Said = Callable[..., tuple[int, str]]


def build(folder: Path, *words: object) -> list[object]:
    """The words of a build of `in` to `site` in a folder."""
    return ["--seeds", folder / "in", "--out", folder / "site", "--cache", folder / "kept", "--jobs", 1, *words]


def named(folder: Path) -> dict[str, str]:
    """What is said of each file of a folder that holds one readable article."""
    articles, problems = load([folder], Conflict())
    assert [one.file for one in articles] == ["a.txt"]
    return {problem.where.file: problem.what for problem in problems}


def test_what_is_no_plain_file_of_the_folder_is_named_and_not_opened(tmp_path: Path) -> None:
    folder = seeds(tmp_path / "in", a=STORY)
    (tmp_path / "secret.txt").write_text("Rebels met in Doha on 3 March 2020.", encoding="utf-8")
    os.mkfifo(folder / "pipe.txt")
    (folder / "gone.txt").symlink_to("nowhere")
    (folder / "circle.txt").symlink_to("circle.txt")
    (folder / "out.txt").symlink_to("../secret.txt")
    (folder / "endless.txt").symlink_to("/dev/zero")
    (folder / "folder").symlink_to(tmp_path)
    (folder / "self").symlink_to(".")
    with socket.socket(socket.AF_UNIX) as door:
        door.bind(os.path.relpath(folder / "door.txt"))
        told = named(folder)
    assert sorted(told) == [
        "circle.txt", "door.txt", "endless.txt", "folder", "gone.txt", "out.txt", "pipe.txt", "self",
    ]  # fmt: skip
    assert all("no plain file" in told[name] for name in ("door.txt", "endless.txt", "pipe.txt"))
    assert all("cannot be read" in told[name] for name in ("circle.txt", "gone.txt"))
    assert "leads out" in told["out.txt"] and "link to a folder" in told["self"]


def test_a_link_within_the_folder_and_a_folder_that_is_one_are_followed(tmp_path: Path) -> None:
    folder = seeds(tmp_path / "in", a=STORY)
    (folder / "b.md").symlink_to("a.txt")
    (tmp_path / "link").symlink_to("in")
    articles, problems = load([tmp_path / "link"], Conflict())
    assert [one.file for one in articles] == ["a.txt", "b.md"]
    assert [problem.what for problem in problems] == ["has the same text as a.txt"]


def test_what_is_hidden_is_no_article(tmp_path: Path, said: Said) -> None:
    """Nor is what a killed build left of a site, or what is kept, where they lie among the articles."""
    folder = seeds(tmp_path / "in", a=STORY)
    words = ["--seeds", folder, "--out", folder / "site", "--cache", folder / "kept", "--jobs", 1]
    assert said(*words)[0] == 0
    clean = content(folder / "site")
    shutil.copytree(folder / "site", folder / ".site.dateline-new")
    (folder / ".site.dateline-new" / ".dateline-manifest.json").unlink()
    (folder / "._a.txt").write_bytes(b"\0\5\x16\7")
    (folder / "kept" / "b.txt").write_text("", encoding="utf-8")  # so that there is something to do
    status, told = said(*words)
    assert status == 0 and "b.txt: empty" in told and "1 article," in told
    assert content(folder / "site") == clean


NAMES = [
    "Foo.txt", "foo.txt", "CON.txt", "nul.md", "aux..txt", "COM¹.txt", "lpt9.txt", "dots....txt", " blank .txt",
    "two\nlines.txt", "\x1b]0;title\x07\x1b[31mred.txt", "\u202egnp.txt", "a\\b.txt", "c:d.txt", "*?<>|\".txt", "'.txt",
    "#hash?query=1&x.txt", "%2e%2e%2f.txt", "..%c0%af.txt", "....txt", "가.txt", "\u1100\u1161.txt", "e\u0301.txt",
    "x" * 251 + ".txt", "é" * 125 + ".txt", "ß" * 125 + ".txt", "x" * 170 + "." * 10 + ".txt", "index.txt", "feed.txt",
]  # fmt: skip


def test_odd_names_are_named_or_made_addresses_that_every_system_takes(tmp_path: Path, said: Said) -> None:
    folder = seeds(tmp_path / "in")
    for number, name in enumerate(NAMES):
        (folder / name).write_text(f"{STORY} {number + 10} people were killed.", encoding="utf-8")
    Path(os.fsdecode(os.fsencode(folder) + b"/bad\xff.txt")).write_text(STORY, encoding="utf-8")
    status, told = said(*build(tmp_path))
    assert status == 0 and "\x1b" not in told and "\u202e" not in told
    assert "'bad\\udcff.txt': its name is not UTF-8" in told
    assert "foo.txt: would have the same address as Foo.txt" in told and "two\nlines" not in told
    paths = [path.relative_to(tmp_path / "site") for path in (tmp_path / "site").rglob("*")]
    folded = [str(path).casefold() for path in paths]
    assert len(set(folded)) == len(folded) > 100
    for path in paths:
        assert len(path.name.encode()) < 255 and not set(path.name) & set('<>:"\\|?*') and path.name.isprintable()
        assert path.name.partition(".")[0].upper() not in urls._RESERVED and path.name[-1] not in ". "
    articles = sorted(path.name for path in (tmp_path / "site" / "articles").iterdir())
    assert {"con~.html", "nul~.html", "aux~.html", "com¹~.html", "lpt9~.html", "index~.html"} <= set(articles)


@pytest.mark.parametrize(("one", "other"), [("가", "\u1100\u1161"), ("é", "e\u0301"), ("Å", "\u212b")])
def test_a_name_has_one_address_however_it_is_composed(one: str, other: str) -> None:
    assert slug(one) == slug(other)


def test_an_id_of_an_event_of_the_longest_article_is_a_file_name() -> None:
    assert urls.event(slug("x" * 300) + "-0123abcd")
    with pytest.raises(ValueError, match="cannot be a file name"):
        urls.event("x" * 300)


def test_what_is_said_of_a_file_stays_in_its_line() -> None:
    told = str(Problem(Location("a\nb\x1b[31m\udcff.txt", 2), "is \x07 odd\u202e", "look\n  at it"))
    assert told == "a\\nb\\x1b[31m\\udcff.txt:2: is \\x07 odd\\u202e\n  hint: look\n  at it"


def test_a_file_that_goes_away_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, files = seeds(tmp_path / "in", a=STORY, b=STORY), sources.inputs.files

    def listed(*given: object) -> Iterator[object]:
        found = list(files(*given))  # type: ignore[arg-type]
        (folder / "b.txt").unlink()
        yield from found

    monkeypatch.setattr(sources.inputs, "files", listed)
    assert named(folder) == {"b.txt": "cannot be read: No such file or directory"}


def test_a_file_that_changes_while_it_is_built_is_built_anew(
    tmp_path: Path, said: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dateline import pipeline

    folder, loaded = seeds(tmp_path / "in", a=STORY), pipeline.load_articles

    def edited(*given: object) -> object:
        found = loaded(*given)  # type: ignore[arg-type]
        (folder / "a.txt").write_text(STORY.replace("port", "fort"), encoding="utf-8")
        return found

    os.utime(folder / "a.txt", (1, 1))
    monkeypatch.setattr(pipeline, "load_articles", edited)
    assert said(*build(tmp_path))[0] == 0
    monkeypatch.undo()
    assert said(*build(tmp_path))[0] == 0
    assert said(*build(tmp_path), "--out", tmp_path / "clean", "--no-cache")[0] == 0
    assert content(tmp_path / "site") == content(tmp_path / "clean")
    assert b"fort" in (tmp_path / "site" / "index.html").read_bytes()


@pytest.mark.parametrize("made", ["pipe", "link to nothing", "unreadable"])
def test_a_conflict_file_that_cannot_be_read_stops_the_build(mine: Path, said: Said, made: str) -> None:
    """It may withhold names."""
    conflict = seeds(mine / "in", a=STORY) / "conflict.toml"
    if made == "pipe":
        os.mkfifo(conflict)
    elif made == "link to nothing":
        conflict.symlink_to("nowhere")
    else:
        conflict.write_text('title = "War"', encoding="utf-8")
        conflict.chmod(0)
    status, told = said(*build(mine))
    assert status == 2 and "conflict.toml: " in told and "hint:" in told and not (mine / "site").exists()


def test_what_this_user_may_not_read_is_named(mine: Path, said: Said) -> None:
    folder = seeds(mine / "in", a=STORY, b=STORY)
    seeds(folder / "closed", c=STORY)
    (folder / "b.txt").chmod(0)
    (folder / "closed").chmod(0)
    status, told = said(*build(mine))
    assert status == 0 and "b.txt: cannot be read: Permission denied" in told and "closed: cannot be read" in told
    assert "1 article," in told
    assert said(*build(mine), "--strict")[0] == 1


def test_articles_that_may_only_be_read_are_enough(mine: Path, said: Said) -> None:
    folder = seeds(mine / "in", a=STORY)
    (folder / "a.txt").chmod(0o400)
    folder.chmod(0o500)
    status, told = said(*build(mine))
    assert (status, told.count("\n")) == (0, 1) and (mine / "site" / "index.html").is_file()


@pytest.mark.parametrize("closed", ["site", "site/events", "."])
def test_a_site_that_may_not_be_written_stays(mine: Path, said: Said, closed: str) -> None:
    folder = seeds(mine / "in", a=STORY)
    assert said(*build(mine))[0] == 0
    before, beside = content(mine / "site"), sorted(mine.iterdir())
    (folder / "a.txt").write_text(STORY.replace("port", "fort"), encoding="utf-8")
    (mine / closed).chmod(0o500)
    status, told = said(*build(mine))
    assert status == 2 and "Permission denied" in told and "hint:" in told
    assert content(mine / "site") == before and sorted(mine.iterdir()) == beside
    (mine / closed).chmod(0o700)
    assert said(*build(mine))[0] == 0 and content(mine / "site") != before


def test_a_closed_folder_in_the_site_is_somebody_elses(mine: Path, said: Said) -> None:
    seeds(mine / "in", a=STORY)
    assert said(*build(mine))[0] == 0
    seeds(mine / "site" / "notes", mine="mine")
    (mine / "site" / "notes").chmod(0)
    (mine / "in" / "a.txt").write_text(STORY.replace("port", "fort"), encoding="utf-8")
    status, told = said(*build(mine))
    (mine / "site" / "notes").chmod(0o700)
    assert status == 2 and "notes: Permission denied" in told
    assert (mine / "site" / "notes" / "mine.txt").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("when", ["before the first build", "after it"])
def test_without_a_place_to_keep_it_is_built_and_said(mine: Path, said: Said, when: str) -> None:
    folder = seeds(mine / "in", a=STORY)
    (mine / "kept").mkdir()
    if when == "after it":
        assert said(*build(mine))[0] == 0
        (folder / "a.txt").write_text(STORY.replace("port", "fort"), encoding="utf-8")
    for path in (mine / "kept", *(mine / "kept").rglob("*")):
        path.chmod(0o500)
    for _ in range(2):
        status, told = said(*build(mine))
        assert status == 0 and "kept: what was read is not kept for the next build: " in told
    said("--seeds", folder, "--out", mine / "clean", "--no-cache", "--jobs", 1)
    assert content(mine / "site") == content(mine / "clean")


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        (["--out", "in"], "in holds files that are not Dateline's, such as a.txt"),
        (["--out", "."], "holds files that are not Dateline's, such as in/a.txt"),
        (["--out", "in/.."], "holds files that are not Dateline's, such as in/a.txt"),
        (["--out", "/"], "/ is a disk"),
        (["--out", "circle"], "circle: its links lead in a circle"),
        (["--seeds", "circle"], "circle: its links lead in a circle"),
        (["read", "circle"], "circle: its links lead in a circle"),
        (["--out", "site", "--cache", "site/kept"], "site/kept: lies in the site"),
        (["--out", "x" * 250], "File name too long\n  hint: choose a shorter name"),
    ],
)
def test_folders_that_do_not_go_together_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], words: list[str], wanted: str
) -> None:
    seeds(tmp_path / "in", a=STORY)
    if "circle" in words:
        (tmp_path / "circle").symlink_to("circle")
    monkeypatch.chdir(tmp_path)
    inputs = [] if "--seeds" in words else ["--seeds", "in"]
    kept = [] if "--cache" in words else ["--no-cache"]
    try:
        status = main([*words, *inputs, *kept, "--jobs", "1"])
    except SystemExit as end:
        status = end.code  # type: ignore[assignment]
    assert status == 2 and wanted in capsys.readouterr().err
    assert content(tmp_path) == {"in/a.txt": STORY.encode()}


def test_articles_within_the_site_are_not_replaced(tmp_path: Path, said: Said) -> None:
    folder = seeds(tmp_path / "site" / "in", a=STORY)
    status, told = said("--seeds", folder, "--out", tmp_path / "site", "--no-cache", "--jobs", 1)
    assert status == 2 and "in/a.txt" in told and content(tmp_path) == {"site/in/a.txt": STORY.encode()}


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_said(tmp_path: Path) -> None:
    folder = seeds(tmp_path / "in", a=STORY)
    done = run("export", "csv", "--seeds", folder, "--no-cache", "--out", "/dev/full")
    assert (done.returncode, done.stderr.count("\n")) == (2, 2) and "No space left on device" in done.stderr


LIMITED = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), -1))
from dateline.cli import main
sys.exit(main(sys.argv[2:]))
"""


@pytest.mark.parametrize("most", [10_000, 200])
def test_a_file_that_may_not_be_written_leaves_the_site_as_it_was(tmp_path: Path, most: int) -> None:
    """The system ends a write at so many bytes, as it does where the disk is full."""
    folder = seeds(tmp_path / "in", a=STORY)
    words = [*map(str, build(tmp_path))]
    assert run(*words).returncode == 0
    before = content(tmp_path / "site")
    (folder / "a.txt").write_text(STORY.replace("port", "fort"), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, str(most), *words],
        capture_output=True, text=True, check=False, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert done.returncode == 2 and "File too large\n  hint: " in done.stderr and "Traceback" not in done.stderr
    assert content(tmp_path / "site") == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in", "kept", "site"]
    assert run(*words).returncode == 0 and run(*words, "--out", tmp_path / "clean", "--no-cache").returncode == 0
    assert content(tmp_path / "site") == content(tmp_path / "clean")
