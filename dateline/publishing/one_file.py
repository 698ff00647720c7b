"""Writes one file, whole or not at all: what `build.py export --out` is asked for."""

import errno
import os
import shutil
from pathlib import Path


def write(text: str, file: Path) -> None:
    """Write one file as UTF-8, its line breaks as they are; raises OSError where the disk refuses.

    It is written beside `file` and then takes its place: who reads meanwhile finds the old text or the new one, and a
    disk that is full leaves the old one. What is no plain file, as /dev/stdout, is written to as it is.
    """
    if file.exists() and not file.is_file():
        file.write_bytes(text.encode())
        return
    if not file.parent.is_dir():  # said of what was named, not of the file beside it
        raise NotADirectoryError(errno.ENOTDIR, "its folder is not there", str(file))
    place = file.resolve()  # a link stays one
    beside = place.with_name(f".dateline.{os.getpid()}.part")
    try:
        beside.write_bytes(text.encode())
        if place.exists():
            shutil.copymode(place, beside)
        beside.replace(place)
    finally:
        beside.unlink(missing_ok=True)
