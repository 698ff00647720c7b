"""The manifests let a reader check the site and build it again, and tell nothing that is withheld."""

import json
import shutil
import subprocess
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from dateline import __version__
from dateline.cli import main
from dateline.work import versions

STORY = " date 2019-06-30 Reuters, KABUL\n\nRebels attacked the port on Friday, {} said."
REDACT = '[[redact]]\nname = "Mira Vance"\nwhy = "She asked for it."\nkeep = ["Vance"]\n'


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    (folder / "b").mkdir(parents=True)
    (folder / "b" / "Köln.txt").write_text(STORY.format("Mira Vance"), encoding="utf-8")
    (folder / "wide.txt").write_text(STORY.format("a minister of the country"), encoding="utf-16")
    (folder / "rows.csv").write_text("date,text\n2019-07-01,Talks began in Zürich.\n", encoding="utf-8")
    (folder / "conflict.toml").write_text('title = "Talks"\n', encoding="utf-8")
    return folder


def built(seeds: Path, *words: str) -> Path:
    site = seeds.parent / "site"
    assert main(["--seeds", str(seeds), "--out", str(site), "--no-cache", "--jobs", "1", *words]) == 0
    return site


def manifest(site: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((site / "data/manifest.json").read_bytes())
    return found


def told(data: bytes) -> tuple[int, str]:
    return len(data), sha256(data).hexdigest()


def inputs(site: Path) -> dict[str, tuple[int, str]]:
    return {one["file"]: (one["bytes"], one["sha256"]) for one in manifest(site)["inputs"]}


def sums(site: Path) -> Sequence[str]:
    return (site / "data/manifest-sha256.txt").read_text(encoding="utf-8").splitlines()


def test_each_input_has_its_size_and_hash(seeds: Path) -> None:
    files = {path.relative_to(seeds).as_posix(): told(path.read_bytes()) for path in seeds.rglob("*.txt")}
    row = {"rows.csv#2": told("Talks began in Zürich.".encode())}
    site = built(seeds)
    assert inputs(site) == files | row
    assert list(inputs(site)) == sorted(files | row)
    assert not any(one["masked"] for one in manifest(site)["inputs"])


def test_the_tool_and_its_settings_are_told_without_a_path_of_this_machine(seeds: Path) -> None:
    site = built(seeds)
    assert manifest(site)["tool"] == {"name": "Dateline", "version": __version__, "sha256": versions.package()}
    conflict = told((seeds / "conflict.toml").read_bytes())[1]
    plain = {"base_url": None, "conflict_sha256": conflict, "since_sha256": None, "max_article_bytes": 20_000_000}
    assert manifest(site)["settings"] == plain
    before = seeds.parent / "before.json"
    shutil.copy(site / "data/events.json", before)
    address = "https://example.org/talks"
    again = built(seeds, "--since", str(before), "--base-url", address, "--max-size", "1")
    since = told(before.read_bytes())[1]
    other = {"base_url": address, "since_sha256": since, "max_article_bytes": 1_000_000}
    assert manifest(again)["settings"] == plain | other
    assert str(seeds.parent) not in (again / "data/manifest.json").read_text(encoding="utf-8")
    (seeds / "conflict.toml").unlink()
    assert manifest(built(seeds))["settings"]["conflict_sha256"] is None


def test_no_hash_confirms_a_guess_at_a_withheld_name(seeds: Path) -> None:
    before = seeds.parent / "before.json"
    shutil.copy(built(seeds) / "data/events.json", before)
    (seeds / "conflict.toml").write_text(REDACT, encoding="utf-8")
    (seeds / "Mira Vance.txt").write_text(STORY.format("nobody"), encoding="utf-8")
    site = built(seeds, "--since", str(before))
    made = manifest(site)
    assert made["settings"]["conflict_sha256"] is made["settings"]["since_sha256"] is None
    masked = {one["file"]: one["sha256"] for one in made["inputs"] if one["masked"]}
    assert masked == {
        "b/Köln.txt": told(STORY.format("▇▇▇▇▇▇▇▇▇▇").encode())[1],
        "▇▇▇▇▇▇▇▇▇▇.txt": told(STORY.format("nobody").encode())[1],
    }
    kept = [(seeds / "b/Köln.txt").read_bytes(), (seeds / "conflict.toml").read_bytes(), before.read_bytes()]
    text = "\n".join([*sums(site), (site / "data/manifest.json").read_text(encoding="utf-8")])
    assert not any(told(data)[1] in text for data in kept)
    assert "vance" not in text.lower()


def test_sha256sum_finds_the_site_whole_and_tells_what_was_changed(seeds: Path) -> None:
    site = built(seeds)
    listed = {line.partition("  ")[2] for line in sums(site)}
    there = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    assert there - listed == {".dateline-manifest.json", "data/manifest-sha256.txt"} and listed <= there
    check = ["sha256sum", "--check", "--quiet", "data/manifest-sha256.txt"]
    if not shutil.which(check[0]):
        check = ["shasum", "-a", "256", "-c", "--quiet", "data/manifest-sha256.txt"]
    whole = subprocess.run(check, cwd=site, capture_output=True, text=True, check=False)
    assert (whole.returncode, whole.stdout, whole.stderr) == (0, "", "")
    (site / "index.html").write_bytes(b"other")
    (site / "articles/b-köln.html").unlink()
    broken = subprocess.run(check, cwd=site, capture_output=True, text=True, check=False)
    assert broken.returncode and "index.html: FAILED" in broken.stdout and "k" in broken.stdout


def test_the_page_of_data_leads_to_both(seeds: Path) -> None:
    page = (built(seeds) / "data/index.html").read_text(encoding="utf-8")
    assert 'href="manifest.json"' in page and 'href="manifest-sha256.txt"' in page
