"""A wheel carries all that a build needs: the site made from it is the checkout's, byte for byte."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

from paths import ROOT

WHEEL = "from setuptools import build_meta; build_meta.build_wheel({!r})"
BUILD = (
    "import sys; from dateline.cli import main; "
    "sys.exit(main(['build', '--base-url', 'https://example.org', '--seeds', sys.argv[1], '--out', sys.argv[2]]))"
)
PACKAGE = "from dateline.work import versions; print(versions.package(), end='')"


def run(code: str, *words: str, cwd: Path, path: str = "") -> str:
    done = subprocess.run(
        [sys.executable, "-c", code, *words],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def files(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_a_site_built_from_the_wheel_is_the_same(tmp_path: Path) -> None:
    source, elsewhere, unpacked = tmp_path / "source", tmp_path / "elsewhere", tmp_path / "unpacked"
    elsewhere.mkdir()
    ignored = shutil.ignore_patterns(".*", "site", "build", "*.egg-info", "__pycache__", "tests")
    shutil.copytree(ROOT, source, ignore=ignored)
    run(WHEEL.format(str(tmp_path)), cwd=source)
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(unpacked)
    assert {"failure.html", "failure.css", "reload.js"} <= {
        file.name for file in (unpacked / "dateline/serving").iterdir()
    }
    seeds = str(ROOT / "seeds")
    run(BUILD, seeds, str(tmp_path / "one"), cwd=elsewhere, path=str(unpacked))
    run(BUILD, seeds, str(tmp_path / "two"), cwd=ROOT, path=str(ROOT))
    assert files(tmp_path / "one") == files(tmp_path / "two")
    assert run(PACKAGE, cwd=elsewhere, path=str(unpacked)) == run(PACKAGE, cwd=elsewhere, path=str(ROOT))
