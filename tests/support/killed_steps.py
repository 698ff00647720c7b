"""Kills the writing of a small site before each of its steps in turn, and prints what was then wrong.

A step is whatever Python tells an audit hook of the file system. A process of its own, since it makes copies of itself.
"""

import os
import signal
import sys
import tempfile
from collections.abc import Callable, Sequence
from functools import partial
from itertools import count
from pathlib import Path

from dateline.publishing import exchange
from dateline.publishing.ours import MANIFEST
from dateline.publishing.publish import CHECKSUMS, publish
from dateline.web.page import Page

OLD = (Page("index.html", b"old"), Page("same.html", b"same"), Page("events/gone.html", b"gone"))
NEW = (Page("index.html", b"new"), Page("same.html", b"same"), Page("more/new.html", b"more"))
STEPS = ("open", "os.", "shutil.", "ctypes.")
Held = dict[str, bytes]


def held(folder: Path) -> Held:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def killed_at(step: int, act: Callable[[], object]) -> bool:
    """Have a copy of this process killed before so many steps of what it does; False where it takes fewer."""
    if child := os.fork():
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
    left = step

    def counted(event: str, _: object) -> None:
        nonlocal left
        left -= event.startswith(STEPS)
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(counted)
    act()
    os._exit(0)


def faults(out: Path, old: Sequence[Page], step: int, may_be_away: bool) -> list[str] | None:
    """What is wrong after a build of `out` was killed before a step; None where it has no such step."""
    if old:
        publish(old, out)
    before = held(out)
    if not killed_at(step, partial(publish, NEW, out)):
        return None
    after = held(out)
    publish(NEW, out)
    mended, found = held(out), []
    if after not in (before, mended, *([{}] if may_be_away else [])):
        found.append(f"neither site, but {sorted(after)}")
    if {path: mended[path] for path in mended if path not in (MANIFEST, CHECKSUMS)} != {
        page.path: page.content for page in NEW
    }:
        found.append(f"not mended, but {sorted(mended)}")
    if beside := [path.name for path in out.parent.iterdir() if path != out]:
        found.append(f"{beside} is left")
    return found


def main(two_renames: bool) -> None:
    if two_renames:
        exchange._exchange = lambda *_: False
    with tempfile.TemporaryDirectory() as folder:
        for old in ((), OLD):
            for step in count(1):
                found = faults(Path(folder, f"{len(old)}-{step}", "site"), old, step, two_renames)
                if found is None:
                    print(f"{step - 1} steps")
                    break
                for what in found:
                    print(f"{len(old)} files, step {step}: {what}")


if __name__ == "__main__":
    main("--two-renames" in sys.argv)
