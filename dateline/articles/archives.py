"""The files of a zip archive, read where they lie: nothing is unpacked to disk, so no name in it can do harm."""

import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO, cast

from dateline.articles.unread import is_note, passed_over, unread
from dateline.articles.values import plain
from dateline.problems import Location, Problem

RATIO = 200  # unpacked to packed; text comes to 3 to 20, DEFLATE can reach 1,032
SMALL = 1_000_000  # bytes that may be packed at any ratio: a hundred empty lines are
TOTAL = 4_000_000_000  # bytes unpacked: a million articles
SHADOW = "__MACOSX/"
ENCRYPTED = 1  # bit of ZipInfo.flag_bits
# what reading an entry raises where it is damaged, or packed in a way that Python does not know
BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    NotImplementedError,
    OSError,
    UnicodeDecodeError,  # the name that stands before the entry, which the list of names does not repeat to the byte
)


def entries(file: str, stream: BinaryIO, suffixes: tuple[str, ...]) -> Iterator[tuple[str, BinaryIO] | Problem]:
    """Each file of the archive that ends as one of `suffixes`, in the order of their names, opened, as "file/name".

    A Problem for what is refused. Sizes are what the archive declares: Python reads no more of an entry than that.
    """
    try:
        archive = zipfile.ZipFile(stream)
    except (*BROKEN, ValueError, struct.error, OverflowError) as error:
        yield Problem(Location(file), f"no zip archive that can be read: {error}", "pack it anew")
        return
    with archive:
        found = sorted((one for one in archive.infolist() if _is_article(one, suffixes)), key=lambda one: one.filename)
        total = sum(one.file_size for one in found)
        if total > TOTAL:
            what = f"unpacks to {total / 1e9:.1f} GB, and no more than {TOTAL / 1e9:g} GB are read of one archive"
            yield Problem(Location(file), what, "split the archive")
            return
        paths = [one.filename for one in archive.infolist() if not one.filename.startswith(SHADOW)]
        for path in sorted(passed_over(paths, suffixes)):
            yield unread(f"{file}/{plain(path)}")
        for one in found:
            name = f"{file}/{plain(one.filename)}"
            yield _refused(name, one) or _opened(name, archive, one)


def _is_article(one: zipfile.ZipInfo, suffixes: tuple[str, ...]) -> bool:
    """macOS adds a shadow of each file under __MACOSX; an archive in an archive is let through, to be refused."""
    name = one.filename
    return name.lower().endswith((*suffixes, ".zip")) and not name.startswith(SHADOW) and not is_note(name)


def _refused(name: str, one: zipfile.ZipInfo) -> Problem | None:
    if one.filename.lower().endswith(".zip"):
        return Problem(Location(name), "an archive in an archive is not read", "unpack the outer one into a folder")
    if one.flag_bits & ENCRYPTED:
        return Problem(Location(name), "encrypted", "pack it without a password")
    if one.file_size > max(SMALL, RATIO * one.compress_size):
        what = f"unpacks to more than {RATIO} times its size, and no text does"
        return Problem(Location(name), what, "unpack the archive and look at this file")
    return None


def _opened(name: str, archive: zipfile.ZipFile, one: zipfile.ZipInfo) -> tuple[str, BinaryIO] | Problem:
    try:
        return name, cast(BinaryIO, archive.open(one))
    except BROKEN as error:
        return Problem(Location(name), f"cannot be unpacked: {error}", "pack the archive anew")
