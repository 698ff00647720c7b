"""One article as an input holds it, before anything in its text is read."""

import codecs
import hashlib
import re
from dataclasses import dataclass
from typing import BinaryIO

from dateline.articles import unread
from dateline.articles.front_matter import FrontMatter
from dateline.problems import Location, Problem, line_at

INSIDE = re.compile(r"#\d+$")
ARCHIVE = re.compile(r"\.zip/", re.IGNORECASE)

UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
SAMPLE = 100  # characters that are looked at for an encoding


@dataclass(frozen=True, slots=True)
class Document:
    """`matter` is what a row or a page says of its text; None where front matter may stand in the text itself."""

    file: str  # as the article's `file`: "a.txt", "export.csv#17", "news.zip/a.txt"
    name: str  # what the article's id is made from
    text: str
    sha256: str  # of the bytes that it came from; of a row, of its text in UTF-8
    octets: int  # how many bytes those are
    matter: FrontMatter | None = None
    row: Location | None = None  # where its row stands, which every Problem of it names

    @property
    def own_path(self) -> str:
        """The part of `file` that is the article's own: without the archive that holds it, and of a row nothing.

        The day in the name of an export or an archive is the day on which it was made.
        """
        return "" if INSIDE.search(self.file) and self.matter else ARCHIVE.split(self.file)[-1]


def read_whole(file: str, stream: BinaryIO, most: int) -> bytes | Problem:
    """All bytes of a stream, or a Problem where they are more than `most`."""
    data = stream.read(most + 1)
    return data if len(data) <= most else too_large(Location(file), most)


def too_large(where: Location, most: int) -> Problem:
    what = f"larger than {most / 1_000_000:g} MB, and no article is"
    return Problem(where, what, "split it, or raise the limit with --max-size")


def decode(file: str, data: bytes) -> Document | Problem:
    """A text file as it came: UTF-8, a byte order mark included, or UTF-16 with its mark, which is no part of the text.

    A Problem where it is neither: an encoding is not guessed, since a wrong guess is a wrong name.
    """
    if other := unread.renamed(file, data):
        return other
    encoding = "utf-16" if data.startswith(UTF_16) and not data.startswith(codecs.BOM_UTF32_LE) else "utf-8"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        if encoding == "utf-16":
            what = f"not text in UTF-16, as its first bytes say: {error.reason} at byte {error.start}"
            return Problem(Location(file, line), what, "save the file anew, as UTF-8")
        if unread.is_binary(data) and not data.startswith(UTF_16):
            return Problem(Location(file), "no text", "remove the file, or put the article's text in its place")
        return not_utf8(Location(file, line), error.start, data[error.start])
    if "\0" in text:
        where = Location(file, line_at(text, text.index("\0")))
        wide = 4 * data[: 2 * SAMPLE].count(0) > len(data[: 2 * SAMPLE])  # of Latin letters, every other byte is 0
        hint = "it looks like UTF-16 without its mark: " if wide else "remove the file, or "
        return Problem(where, "not text: it holds a NUL character", f"{hint}save it as UTF-8 text")
    return Document(file, stem(file), text, digest(data), len(data))


def not_utf8(where: Location, offset: int, byte: int) -> Problem:
    """`offset` counts the bytes of the file from 0."""
    hint = "save the file as UTF-8"
    if offset == 0 and byte in (0xFE, 0xFF):
        hint = "it looks like UTF-16, which is read of .txt and .md alone: save the file as UTF-8 (in Excel: CSV UTF-8)"
    elif (meant := bytes([byte]).decode("cp1252", "ignore")).isprintable() and meant:
        hint += f"; in Windows-1252 this is {meant!r}, then: iconv -f WINDOWS-1252 -t UTF-8 OLD > NEW"
    return Problem(where, f"not text in UTF-8: byte {offset} is 0x{byte:02x}", hint)


def stem(file: str) -> str:
    """A file's path without its suffix."""
    return re.sub(r"\.\w+$", "", file)


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
