"""Fuzz all targets in turn: `python fuzz/soak.py SECONDS [TARGET …]`. SECONDS are those of all together.

Status 1 where an input breaks a target: the inputs are left in the folder that is named. `--keep FOLDER` goes on from
the inputs that were found worth keeping before. Each target has a process of its own, which is ended where it does not
end by itself.
"""

import argparse
import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

SHARES = {
    "article": 4,
    "words": 4,
    "slips": 6,
    "pages": 2,
    "conflict": 3,
    "incremental": 4,
    "requests": 1,
    "cache": 1,
    "published": 1,
}
GRACE = 300  # seconds to start, to go through what was kept, and to end


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="soak.py")
    parser.add_argument("seconds", type=int)
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=", ".join(SHARES))
    parser.add_argument("--keep", type=Path, metavar="FOLDER")
    options = parser.parse_args(arguments)
    if unknown := [name for name in options.targets if name not in SHARES]:
        parser.error(f"no target {unknown[0]!r}: there are {', '.join(SHARES)}")
    names, kept = options.targets or [*SHARES], options.keep or Path(tempfile.mkdtemp(prefix="soak-"))
    if find_spec("atheris") is None:
        print("blind: atheris is not installed (CONTRIBUTING.md says how; it has wheels for Linux on x86_64 alone)")
    broken = []
    for name in names:
        share = max(1, options.seconds * SHARES[name] // sum(SHARES[one] for one in names))
        folder = kept / name
        folder.mkdir(parents=True, exist_ok=True)
        status, told = run(name, share, folder)
        runs, reached = _last(r"executed_units: *(\d+)", told), _last(r"\bcov: (\d+)", told)
        print(f"{name}: {share} s, {runs or '?'} inputs" + (f", {reached} edges" if reached else ""), flush=True)
        if status:
            broken.append(name)
            print(f"{told[-4000:]}\n{name}: broken (status {status}); the input is in {folder}", flush=True)
    print(f"broken: {', '.join(broken)}" if broken else "nothing is broken")
    return 1 if broken else 0


def run(name: str, seconds: int, folder: Path) -> tuple[int, str]:
    """How it ended, and what it printed."""
    program = [sys.executable, str(Path(__file__).with_name("one.py")), name, str(seconds), str(folder)]
    with (folder / "log").open("w+", encoding="utf-8", errors="replace") as log:
        try:
            status = subprocess.run(program, stdout=log, stderr=log, timeout=seconds + GRACE).returncode  # noqa: S603
        except subprocess.TimeoutExpired:
            status = -1
        log.seek(0)
        return status, log.read()


def _last(pattern: str, text: str) -> str:
    return next(reversed(re.findall(pattern, text)), "")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
