"""The site is replaced as a whole or not at all, and never at the cost of somebody else's files."""

import json
import os
import shutil
import stat
import threading
import time
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from two_sites import FIRST, SECOND, beside, held

from dateline.publishing import exchange
from dateline.publishing.ours import MANIFEST, ForeignFilesError
from dateline.publishing.publish import CHECKSUMS, publish
from dateline.publishing.written import content, intact
from dateline.web.page import Page, Same

renamed = Path.rename


def test_first_and_second_build(tmp_path: Path) -> None:
    out = tmp_path / "deep" / "site"
    first = publish(FIRST, out)
    assert first.written == (CHECKSUMS, "events/a.html", "events/b.html", "index.html")
    assert (first.unchanged, first.removed) == ((), ())
    second = publish(SECOND, out)
    assert second.written == (CHECKSUMS, "events/c.html", "index.html")
    assert second.unchanged == ("events/a.html",)
    assert second.removed == ("events/b.html",)
    assert held(out) == {page.path: page.content for page in SECOND}
    assert beside(out) == ["site"]
    assert json.loads((out / MANIFEST).read_text())["files"].keys() == {CHECKSUMS, *(page.path for page in SECOND)}


def test_the_checksums_are_those_of_all_other_files(tmp_path: Path) -> None:
    pages = (*FIRST, Page("articles/köln.html", b"k"), Page("Z.html", b"z"))
    publish(pages, tmp_path / "site")
    lines = (tmp_path / "site" / CHECKSUMS).read_bytes().decode().splitlines()
    assert lines == [f"{sha256(page.content).hexdigest()}  {page.path}" for page in sorted(pages, key=lambda p: p.path)]


def test_the_bytes_of_all_files_count_whether_written_or_not(tmp_path: Path) -> None:
    pages = (*FIRST, Page("data/events.json", b"{" + b" " * 998 + b"}"))
    checksums = sum(64 + 2 + len(page.path) + 1 for page in pages)
    for _ in range(2):
        done = publish(pages, tmp_path / "site")
        assert (done.size, done.largest) == (3 + 1 + 1 + 1000 + checksums, ("data/events.json", 1000))
    assert publish((), tmp_path / "site").largest == (CHECKSUMS, 0)


def test_unchanged_files_are_the_same_files(tmp_path: Path) -> None:
    publish(FIRST, tmp_path / "site")
    before = (tmp_path / "site/events/a.html").stat()
    publish(SECOND, tmp_path / "site")
    after = (tmp_path / "site/events/a.html").stat()
    assert (after.st_ino, after.st_mtime_ns, after.st_nlink) == (before.st_ino, before.st_mtime_ns, 1)


def test_a_file_changed_by_hand_is_written_anew(tmp_path: Path) -> None:
    publish(FIRST, tmp_path / "site")
    (tmp_path / "site/index.html").write_bytes(b"1ne")
    assert publish(FIRST, tmp_path / "site").written == ("index.html",)
    assert held(tmp_path / "site")["index.html"] == b"one"


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    publish(FIRST, tmp_path / "site")
    assert len(held(tmp_path / "site")) == 3


@pytest.mark.parametrize("after_build", [False, True])
def test_foreign_files_are_refused(tmp_path: Path, after_build: bool) -> None:
    out = tmp_path / "site"
    if after_build:
        publish(FIRST, out)
    (out / "notes").mkdir(parents=True)
    (out / "notes/mine.txt").write_text("mine")
    before = held(out)
    with pytest.raises(ForeignFilesError, match=r"(?s)notes/mine\.txt.*--out"):
        publish(SECOND, out)
    assert held(out) == before
    assert beside(out) == ["site"]


def test_a_foreign_link_to_a_folder_is_refused(tmp_path: Path) -> None:
    publish(FIRST, tmp_path / "site")
    (tmp_path / "site/linked").symlink_to(tmp_path)
    with pytest.raises(ForeignFilesError, match="linked"):
        publish(SECOND, tmp_path / "site")


def test_out_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("mine")
    with pytest.raises(ForeignFilesError, match="a file, not a folder"):
        publish(FIRST, tmp_path / "site")
    assert (tmp_path / "site").read_text() == "mine"


def test_out_that_is_a_link_keeps_its_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "site").symlink_to("real")
    publish(FIRST, tmp_path / "site")
    assert (tmp_path / "site").is_symlink()
    assert len(held(tmp_path / "real")) == 3


@pytest.mark.parametrize(
    "path", ["/etc/passwd", "../up", "a/../../up", "a//b", "", ".", "a/.", "a\\b", "a\0b", "C:/x", "a/"]
)
def test_paths_that_leave_the_site_are_refused(tmp_path: Path, path: str) -> None:
    with pytest.raises(ValueError, match="not a path inside the site"):
        publish((*FIRST, Page(path, b"")), tmp_path / "site")
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize(
    "path",
    ["index.html", "INDEX.html", MANIFEST, CHECKSUMS, "data", "events/A.HTML", "index.html/a", "events", "Events"],
)
def test_paths_that_two_pages_claim_are_refused(tmp_path: Path, path: str) -> None:
    with pytest.raises(ValueError, match=r"two pages|both a file and a folder"):
        publish((*FIRST, Page(path, b"")), tmp_path / "site")


def test_a_failure_while_writing_leaves_the_old_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "site"
    publish(FIRST, out)

    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space"):
        publish(SECOND, out)
    monkeypatch.undo()
    assert held(out) == {page.path: page.content for page in FIRST}
    assert beside(out) == ["site"]


@pytest.fixture
def two_renames(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a system that cannot exchange two folders in one call."""
    monkeypatch.setattr(exchange, "_exchange", lambda *_: False)


@pytest.mark.usefixtures("two_renames")
def test_two_renames_do_it_too(tmp_path: Path) -> None:
    publish(FIRST, tmp_path / "site")
    publish(SECOND, tmp_path / "site")
    assert held(tmp_path / "site") == {page.path: page.content for page in SECOND}
    assert beside(tmp_path / "site") == ["site"]


@pytest.mark.usefixtures("two_renames")
@pytest.mark.parametrize("crash_at", [1, 2])
def test_the_next_run_finishes_what_a_crash_cut_short(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, crash_at: int
) -> None:
    out = tmp_path / "site"
    publish(FIRST, out)
    done = 0

    class CrashError(BaseException):
        pass

    def rename(self: Path, target: Path) -> None:
        nonlocal done
        done += 1
        if done == crash_at:
            raise CrashError
        renamed(self, target)

    monkeypatch.setattr(Path, "rename", rename)
    monkeypatch.setattr(exchange, "recover", lambda *_: None)  # the process is gone
    with pytest.raises(CrashError):
        publish(SECOND, out)
    monkeypatch.undo()
    published = publish(SECOND, out)
    assert held(out) == {page.path: page.content for page in SECOND}
    assert beside(out) == ["site"]
    assert ("index.html" in published.unchanged) == (crash_at == 2)


def test_a_journal_without_its_new_site_brings_back_the_old(tmp_path: Path) -> None:
    out = tmp_path / "site"
    publish(FIRST, out)
    out.rename(tmp_path / ".site.dateline-new-old")
    (tmp_path / ".site.dateline-journal").touch()
    assert publish(FIRST, out).written == ()
    assert beside(out) == ["site"]


@pytest.mark.usefixtures("two_renames")
def test_a_rename_that_is_refused_leaves_the_old_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "site"
    publish(FIRST, out)

    def rename(self: Path, target: Path) -> None:
        if self.name.endswith("-new"):
            raise OSError(13, "Permission denied")
        renamed(self, target)

    monkeypatch.setattr(Path, "rename", rename)
    with pytest.raises(OSError, match="Permission denied"):
        publish(SECOND, out)
    monkeypatch.undo()
    assert held(out) == {page.path: page.content for page in FIRST}
    assert beside(out) == ["site"]


def test_a_reader_never_misses_the_site(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    if not exchange._exchange(tmp_path / "a", tmp_path / "b"):
        pytest.skip("this file system cannot exchange two folders")
    out = tmp_path / "site"
    publish(FIRST, out)
    missed = []
    done = threading.Event()

    def read() -> None:
        while not done.is_set():
            try:
                (out / "index.html").read_bytes()
            except FileNotFoundError:
                missed.append(1)

    reader = threading.Thread(target=read)
    reader.start()
    for turn in range(30):
        publish(SECOND if turn % 2 else FIRST, out)
    done.set()
    reader.join()
    assert not missed


def test_a_page_that_became_a_link_is_written_anew_and_what_it_led_to_stays(tmp_path: Path) -> None:
    out, elsewhere = tmp_path / "site", tmp_path / "mine.txt"
    publish(FIRST, out)
    elsewhere.write_bytes(b"one")  # as the page would have it
    (out / "index.html").unlink()
    (out / "index.html").symlink_to(elsewhere)
    assert publish(FIRST, out).written == ("index.html",)
    assert not (out / "index.html").is_symlink() and elsewhere.read_bytes() == b"one"


def test_what_somebody_puts_there_while_it_is_drawn_stays(tmp_path: Path) -> None:
    out = tmp_path / "site"
    publish(FIRST, out)

    def drawn() -> Iterator[Page]:
        yield from SECOND
        (out / "mine.txt").write_text("mine")

    with pytest.raises(ForeignFilesError, match=r"mine\.txt"):
        publish(drawn(), out)
    assert held(out) == {"mine.txt": b"mine", **{page.path: page.content for page in FIRST}}
    assert beside(out) == ["site"]


def test_a_site_that_goes_away_while_it_is_drawn_is_there_again(tmp_path: Path) -> None:
    out = tmp_path / "site"
    publish(FIRST, out)

    def drawn() -> Iterator[Page]:
        yield SECOND[0]
        shutil.rmtree(out)
        yield from SECOND[1:]

    publish(drawn(), out)
    assert held(out) == {page.path: page.content for page in SECOND} and beside(out) == ["site"]


@pytest.mark.parametrize("mode", [0o700, 0o750, 0o755])
def test_who_may_see_the_site_stays_so(tmp_path: Path, mode: int) -> None:
    out = tmp_path / "site"
    out.mkdir()
    out.chmod(mode)
    for pages in (FIRST, SECOND):
        publish(pages, out)
        assert stat.S_IMODE(out.stat().st_mode) == mode


@pytest.mark.parametrize("made", ["pipe", "folder", "circle", "nested"])
def test_a_manifest_that_is_none_makes_nothing_ours(tmp_path: Path, made: str) -> None:
    out = tmp_path / "site"
    publish(FIRST, out)
    manifest = out / MANIFEST
    manifest.unlink()
    if made == "pipe":
        os.mkfifo(manifest)
    elif made == "folder":
        manifest.mkdir()
    elif made == "circle":
        manifest.symlink_to(manifest)
    else:
        manifest.write_text("[" * 100_000)
    with pytest.raises(ForeignFilesError, match=CHECKSUMS):
        publish(SECOND, out)
    assert (out / "index.html").read_bytes() == b"one"


def test_what_was_left_is_known_again_and_what_was_touched_is_not(tmp_path: Path) -> None:
    out = tmp_path / "site"
    first = publish(FIRST, out)
    again = publish((Page("index.html", b"two"), Same("events/a.html", listed=True)), out, first.files)
    assert (out / "events" / "a.html").read_bytes() == b"a"
    assert again.unchanged == ("events/a.html",)
    file = out / "events" / "a.html"
    assert intact(str(file), again.files["events/a.html"])
    assert not intact(str(file), first.files["events/b.html"])
    assert not intact(str(file), None)
    assert content(str(file), again.files["events/a.html"]) == b"a"
    assert content(str(file), again.files["events/a.html"]._replace(sha256="0")) == b""  # changed as it was read
    before = file.stat()
    time.sleep(0.02)  # a tick of the file system's clock
    file.write_bytes(b"b")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert not intact(str(file), again.files["events/a.html"])
    assert content(str(file), again.files["events/a.html"]) == b""
    file.unlink()
    assert not intact(str(file), again.files["events/a.html"])
    assert content(str(file), again.files["events/a.html"]) == b""
