"""Puts one folder in another's place, as a whole or not at all.

Linux and macOS can exchange two folders in one system call (renameat2 with RENAME_EXCHANGE, renamex_np with
RENAME_SWAP). Where the system or the file system cannot, two renames do it, and a journal beside the
folders tells the next run to finish what a crash between the two has left.

The order makes it whole after a power cut, too: first all files of the new folder are on the disk, then the folders
change places, then that is on the disk, and only then is the old one removed.
"""

import ctypes
import errno
import os
import shutil
import sys
from pathlib import Path

from dateline.publishing import durable

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2  # linux/fs.h
_RENAME_SWAP = 2  # sys/stdio.h of macOS
_UNSUPPORTED = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EPERM}


def replace(out: Path, new: Path, journal: Path) -> None:
    """Put `new` in the place of `out`; afterwards `new` is gone. `out` may be missing.

    All three lie in one folder. Raises OSError; `out` is then as it was.
    """
    durable.flush(new)
    if not out.exists():
        new.rename(out)
    elif not _exchange(new, out):
        _rename_twice(out, new, journal)
    durable.settle(out.parent)
    recover(out, new, journal)


def recover(out: Path, new: Path, journal: Path) -> None:
    """Leave `out`, whole, and nothing else of a run that was cut short, wherever that was."""
    old = _old(new)
    left = next((rest for rest in (new, old) if rest.exists()), None)
    if journal.exists() and left and not out.exists():
        left.rename(out)
    journal.unlink(missing_ok=True)  # first: what is half removed must never come back
    for rest in (new, old):
        shutil.rmtree(rest, ignore_errors=True)


def _rename_twice(out: Path, new: Path, journal: Path) -> None:
    old = _old(new)
    journal.write_text(f"{new.name} takes the place of {out.name}\n", encoding="utf-8")
    durable.settle(out.parent)
    out.rename(old)
    try:
        new.rename(out)
    except OSError:
        old.rename(out)
        raise


def _old(new: Path) -> Path:
    return new.with_name(f"{new.name}-old")


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one call; False where that is not possible here."""
    if sys.platform == "win32":
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    paths = os.fsencode(one), os.fsencode(other)
    if hasattr(libc, "renameat2"):
        failed = libc.renameat2(_AT_FDCWD, paths[0], _AT_FDCWD, paths[1], _RENAME_EXCHANGE)
    elif hasattr(libc, "renamex_np"):
        failed = libc.renamex_np(paths[0], paths[1], _RENAME_SWAP)
    else:
        return False
    if not failed:
        return True
    code = ctypes.get_errno()
    if code in _UNSUPPORTED:
        return False
    raise OSError(code, os.strerror(code), str(other))
