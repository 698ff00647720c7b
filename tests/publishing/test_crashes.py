"""However a build ends, and whoever builds beside it: the site is whole, and what is shown is on the disk."""

import ctypes
import errno
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from paths import SUPPORT
from two_sites import FIRST, SECOND, beside, held

from dateline.publishing import durable, exchange
from dateline.publishing.publish import publish
from dateline.web.page import Page


@pytest.mark.parametrize("two", [False, True], ids=["exchanged", "two renames"])
def test_all_is_on_the_disk_before_it_is_shown_and_shown_before_the_old_is_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, two: bool
) -> None:
    out, told = tmp_path / "site", []
    publish(FIRST, out)

    def telling(room: object, name: str, real: Callable[..., object]) -> None:
        monkeypatch.setattr(room, name, lambda *given, **named: (told.append(name), real(*given, **named))[1])

    for name in ("flush", "settle"):
        telling(durable, name, getattr(durable, name))
    telling(exchange, "_exchange", (lambda *_: False) if two else exchange._exchange)
    telling(exchange.shutil, "rmtree", shutil.rmtree)
    telling(Path, "rename", Path.rename)
    publish(SECOND, out)
    renames = ["settle", "rename", "rename"] if two else []
    assert told[2:] == ["flush", "_exchange", *renames, "settle", "rmtree", "rmtree"]  # the first two: what lay there


def refuse(*_: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_disk_that_is_full_only_when_all_goes_to_it_keeps_the_old_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "site"
    publish(FIRST, out)
    monkeypatch.setattr(durable, "flush", refuse)
    with pytest.raises(OSError, match="No space"):
        publish(SECOND, out)
    assert held(out) == {page.path: page.content for page in FIRST} and beside(out) == ["site"]


def test_without_links_all_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(FIRST, tmp_path / "site")
    monkeypatch.setattr(os, "link", refuse)
    assert publish(FIRST, tmp_path / "site").unchanged == ()
    assert held(tmp_path / "site") == {page.path: page.content for page in FIRST}


def test_another_build_is_waited_for_and_that_is_told(tmp_path: Path) -> None:
    waits, out = threading.Event(), tmp_path / "site"
    second = threading.Thread(target=publish, args=(SECOND, out), kwargs={"waits": waits.set})

    def drawn() -> Iterator[Page]:
        second.start()
        assert waits.wait(30)
        yield from FIRST

    publish(drawn(), out, waits=lambda: pytest.fail("it is the first"))
    second.join(30)
    assert held(out) == {page.path: page.content for page in SECOND} and beside(out) == ["site"]


def test_where_no_lock_can_be_had_it_is_built_without(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Such as on NFS, which locks no folders."""
    monkeypatch.setattr(pytest.importorskip("fcntl"), "flock", refuse)
    publish(FIRST, tmp_path / "site", waits=lambda: pytest.fail("nobody is waited for"))
    assert len(held(tmp_path / "site")) == 3


@pytest.mark.parametrize("words", [[], ["--two-renames"]])
def test_killed_at_any_step_it_is_one_whole_site_and_the_next_build_mends_the_rest(words: list[str]) -> None:
    program = SUPPORT / "killed_steps.py"
    done = subprocess.run([sys.executable, program, *words], capture_output=True, text=True, check=True)
    steps = [int(line.removesuffix(" steps")) for line in done.stdout.splitlines()]  # any other line is a fault
    assert len(steps) == 2 and min(steps) > 15 and max(steps) > 30


@pytest.mark.skipif(sys.platform != "linux", reason="no syncfs")
@pytest.mark.parametrize(("code", "fails"), [(errno.EIO, True), (errno.ENOSPC, True), (errno.ENOSYS, False)])
def test_a_disk_that_fails_is_told_from_one_that_cannot_be_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, fails: bool
) -> None:
    class Libc:
        def syncfs(self, _: int) -> int:
            ctypes.set_errno(code)
            return -1

    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: Libc())
    if fails:
        with pytest.raises(OSError, match=os.strerror(code)):
            durable.flush(tmp_path)
    else:
        durable.flush(tmp_path)
