"""One build at a time writes beside a folder; another waits until it has ended.

The lock lies on the folder that holds the site (flock). It leaves no file behind, ends with the process that has it,
however that ends, and others may take it, too: `flock . rsync -a site/ HOST:` copies no site that is just replaced.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


@contextmanager
def alone(folder: Path, waits: Callable[[], object]) -> Iterator[None]:
    """Have the lock on a folder; `waits` is called where another has it.

    Without effect where the system has no flock (Windows) or the file system refuses it (some network disks).
    """
    try:
        import fcntl
    except ImportError:
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                waits()
                fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
