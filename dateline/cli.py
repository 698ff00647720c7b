"""The command line: what was asked for is done, and how it ended is told."""

import errno
import gc
import os
import signal
import sys
from collections.abc import Sequence

from dateline.commands.ending import FAULT, INTERRUPTED, UNUSABLE, speak_utf8, tell
from dateline.commands.parser import parsed
from dateline.problems import UnusableInputError

# Containers that are made before Python looks for cycles among them (its own figure is 700). What is read from an
# archive is kept to the end and holds next to none, so each look is as long as it is vain: a tenth of a build.
ALLOCATIONS = 1_000_000

_ROOM = "make room on the disk, and try again"
_HINTS = {  # what to do about an error of the system
    errno.ENOSPC: _ROOM,
    errno.EDQUOT: _ROOM,
    errno.EFBIG: "this user may write no larger files",
    errno.EBUSY: "where another disk is mounted, name a folder in it",
    errno.EMFILE: "this user may open no more files at once",
    errno.ENAMETOOLONG: "choose a shorter name",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; 0, or 1 under --strict with any Problem, 2 where nothing could be done, 130 after Ctrl-C.

    70 where a fault of our own was met; in Python's development mode that is raised.
    """
    if arguments is None:
        _in_utf8()
    gc.set_threshold(ALLOCATIONS)
    try:
        return _run(arguments)
    except KeyboardInterrupt:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # nothing is left to do but to end
        print("interrupted", file=sys.stderr)
        return INTERRUPTED
    except Exception as error:
        if sys.flags.dev_mode:
            raise
        from dateline import faults

        print(f"{faults.WHAT}: {faults.told(error)}\n  hint: nothing was changed; {faults.REPORT}", file=sys.stderr)
        return FAULT
    finally:
        if arguments is None:
            gc.freeze()  # the process ends: to take apart all that was made would be a twentieth of a short build
        else:
            gc.enable()


def _in_utf8() -> None:
    """Begin anew in Python's UTF-8 mode where the locale's encoding would give files other names than they have."""
    if sys.getfilesystemencoding() != "utf-8":
        os.execv(sys.executable, [sys.executable, "-X", "utf8", *sys.orig_argv[1:]])  # noqa: S606


def _run(arguments: Sequence[str] | None) -> int:
    speak_utf8()
    options = parsed(list(sys.argv[1:] if arguments is None else arguments))
    try:
        status: int = options.run(options)
    except UnusableInputError as error:
        tell(error.problems)
        print(error, file=sys.stderr)
        return UNUSABLE
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except OSError as error:
        hint = _HINTS.get(error.errno or 0, "choose another place")
        print(f"{error.filename or 'output'}: {error.strerror or error}\n  hint: {hint}", file=sys.stderr)
        return UNUSABLE
    return status
