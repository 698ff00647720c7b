"""Cuts the power of a disk while a site is written to it, or soon after, and looks at what the disk then holds.

    sudo python benchmarks/power_cuts.py [CUTS] [--seed N] [--without-flush]

The disk is a file with ext4, mounted in a temporary folder: Linux only, as root. A cut is the file system's own
emergency stop (EXT4_IOC_SHUTDOWN without a flush of its log), as the kernel's tests have it: what lies in memory alone
is lost. Mounted again, the site must be the whole old or the whole new one, the new one where the build had ended, and
the next build must mend the rest. `--without-flush` leaves out what publishing/durable.py does, to see what it is for.
"""

import argparse
import fcntl
import os
import random
import shutil
import struct
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from witness import Site, site_of

from dateline.publishing import durable
from dateline.publishing.ours import ForeignFilesError
from dateline.publishing.publish import publish
from dateline.web.page import Page

SHUTDOWN, WITHOUT_LOG = 0x8004587D, 2  # EXT4_IOC_SHUTDOWN and its flag, linux/fs/ext4/ext4.h
PAGES = 400
SIZE = 256  # MB of the disk
LATEST = 4.0  # seconds from the begin of a build to the cut; the log is written each second (commit=1)


def pages(version: str) -> list[Page]:
    """A site. Of each three pages one is the same in all versions, one is another, and one is in this version alone."""
    paths = {0: "same/{n}.html", 1: "other/{n}.html", 2: "{version}/{n}.html"}
    texts = [(n, "same" if n % 3 == 0 else version) for n in range(PAGES)]
    return [
        Page(paths[n % 3].format(n=n, version=version), f"{text} {n} ".encode() * (10 * n + 1)) for n, text in texts
    ]


@contextmanager
def mounted(image: Path, folder: Path) -> Iterator[None]:
    options = ["-o", "loop,commit=1"]
    subprocess.run(["mount", *options, image, folder], check=True)  # noqa: S607
    try:
        yield
    finally:
        subprocess.run(["umount", folder], check=True)  # noqa: S607


def cut(folder: Path) -> None:
    """From here on nothing reaches the disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.ioctl(handle, SHUTDOWN, struct.pack("I", WITHOUT_LOG))
    finally:
        os.close(handle)


def built_and_cut(disk: Path, moment: float) -> bool:
    """Build the new site, and cut the power after so many seconds; True where the build had ended by then."""
    child = os.fork()
    if not child:
        try:
            publish(pages("new"), disk / "site")
        finally:
            os._exit(0)
    time.sleep(moment)
    ended, _ = os.waitpid(child, os.WNOHANG)
    cut(disk)
    if not ended:
        os.waitpid(child, 0)
    return bool(ended)


def one(image: Path, disk: Path, moment: float, old: Site, new: Site) -> tuple[str, list[str]]:
    """What lay on the disk after a cut, and what is wrong with it."""
    with mounted(image, disk):
        shutil.rmtree(disk / "site", ignore_errors=True)
        publish(pages("old"), disk / "site")
        os.sync()
    with mounted(image, disk):
        ended = built_and_cut(disk, moment)
    with mounted(image, disk):
        site = site_of(disk / "site")
        found = "old" if site == old else "new" if site == new else "neither"
        broken = sum(site.get(path) not in (old.get(path), new.get(path)) for path in {*old, *new})
        wrong = [f"{broken} files of {len(site)} are of neither site"] if found == "neither" else []
        if ended and found == "old":
            wrong.append("the old site, after the build had ended")
        try:
            publish(pages("new"), disk / "site")
        except ForeignFilesError:
            wrong.append("the next build knows its own files no more")
        if site_of(disk / "site") != new:
            wrong.append("the next build is no clean one")
        wrong += [f"{path.name} is left" for path in disk.iterdir() if path.name not in ("site", "lost+found")]
    return f"{'after' if ended else 'within'} the build: {found}", wrong


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description="Cuts the power of a disk while a site is written to it.")
    parser.add_argument("cuts", type=int, nargs="?", default=60, metavar="CUTS")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="other moments for another number (1)")
    parser.add_argument("--without-flush", action="store_true", help="leave out what brings the site to the disk")
    options = parser.parse_args(arguments)
    chance = random.Random(options.seed)  # noqa: S311
    if options.without_flush:
        for name in ("flush", "settle"):
            setattr(durable, name, lambda _: None)
    with tempfile.TemporaryDirectory(prefix="dateline-power-") as folder:
        image, disk = Path(folder, "image"), Path(folder, "disk")
        disk.mkdir()
        with image.open("wb") as file:
            file.truncate(SIZE * 1_000_000)
        subprocess.run(["mkfs.ext4", "-q", image], check=True)  # noqa: S607
        sites = []
        for version in ("old", "new"):
            publish(pages(version), Path(folder, version))
            sites.append(site_of(Path(folder, version)))
        found: Counter[str] = Counter()
        broken = []
        for number in range(options.cuts):
            moment = chance.uniform(0, LATEST if number % 2 else LATEST / 20)
            what, wrong = one(image, disk, moment, *sites)
            found[what] += 1
            broken += [f"cut {number}, after {moment:.3f} s: {fault}" for fault in wrong]
    for what, count in sorted(found.items()):
        print(f"{count:5}  {what}")
    print("\n".join([f"{options.cuts:5}  cuts, {len(broken)} broken", *broken]))
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
