"""Builds of one site at the same time, and its readers meanwhile: each sees one site or the other, whole."""

import subprocess
import sys
import threading
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest
from command_line import STORY, content, run, seeds
from paths import ROOT
from two_sites import FIRST, SECOND

from dateline.publishing.publish import publish


@pytest.fixture(scope="module")
def witness() -> ModuleType:
    """What benchmarks/kill_points.py looks at sites with."""
    spec = spec_from_file_location("witness", ROOT / "benchmarks" / "witness.py")
    assert spec and spec.loader
    module = module_from_spec(spec)
    sys.modules["witness"] = module
    spec.loader.exec_module(module)
    return module


def test_two_builds_at_once_end_with_the_site_of_one(tmp_path: Path) -> None:
    """They have all in common: articles, site, and what is kept; one option tells them apart."""
    seeds(tmp_path / "in", **{f"a{n}": STORY.replace("port", f"port of town {n}") for n in range(40)})
    words = ["build", "--seeds", "in", "--jobs", "1"]
    clean = []
    for n in range(2):
        address = f"https://example.org/{n}"
        assert run(*words, "--no-cache", "--out", f"clean{n}", "--base-url", address, cwd=tmp_path).returncode == 0
        clean.append(content(tmp_path / f"clean{n}"))
    started = [
        subprocess.Popen(
            [sys.executable, str(ROOT / "build.py"), *words, "--base-url", f"https://example.org/{n}"],
            cwd=tmp_path, stderr=subprocess.PIPE, text=True,
        )
        for n in range(2)
    ]  # fmt: skip
    for one in started:
        told = one.communicate(timeout=120)[1]
        assert one.returncode == 0 and "Traceback" not in told and "not kept" not in told
    assert content(tmp_path / "site") in clean
    assert not [path.name for path in tmp_path.iterdir() if path.name.startswith(".site")]


def test_readers_see_the_old_site_and_then_the_new(tmp_path: Path, witness: ModuleType) -> None:
    out, sites = tmp_path / "site", []
    for pages in (FIRST, SECOND):
        publish(pages, out)
        sites.append(witness.site_of(out))
    for turn in range(10):
        seen = witness.Witness(sites[(turn + 1) % 2], sites[turn % 2])
        built = threading.Thread(target=publish, args=((FIRST, SECOND)[turn % 2], out))
        built.start()
        while built.is_alive():
            for path in sorted({*seen.old, *seen.new}):
                seen.sees(path, witness._from_disk(out, path))
        seen.sees("index.html", witness._from_disk(out, "index.html"))
        assert seen.broken == [] and seen.turned


@pytest.mark.parametrize(
    ("seen", "wrong"),
    [
        ([("same", b"same"), ("page", b"old"), ("page", b"new"), ("same", b"same"), ("more", b"more")], ""),
        ([("more", None), ("gone", b"gone"), ("more", b"more"), ("gone", None)], ""),
        ([("page", b"new"), ("page", b"old")], "old again"),
        ([("more", b"more"), ("gone", b"gone")], "old again"),
        ([("page", b"ne")], "2 bytes of neither"),
        ([("page", b"")], "0 bytes of neither"),
        ([("page", None)], "missing"),
        ([("same", None)], "missing"),
    ],
)
def test_a_witness_tells_what_no_reader_may_see(
    witness: ModuleType, seen: list[tuple[str, bytes | None]], wrong: str
) -> None:
    old = {"same": b"same", "page": b"old", "gone": b"gone"}
    new = {"same": b"same", "page": b"new", "more": b"more"}
    digests = [{path: witness._digest(held) for path, held in site.items()} for site in (old, new)]
    one = witness.Witness(*digests)
    for path, held in seen:
        one.sees(path, held)
    assert [what.partition(": ")[2].startswith(wrong) for what in one.broken] == ([True] if wrong else [])
