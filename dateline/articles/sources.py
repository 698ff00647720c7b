"""Inputs -> documents: each file is opened here and handed to the reader of its kind."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from io import BufferedReader
from pathlib import Path
from typing import BinaryIO, cast

from dateline.articles import archives, inputs, pages, tables, unread
from dateline.articles.document import Document, decode, read_whole
from dateline.problems import Location, Problem, UnusableInputError

Found = Iterator[Document | Problem]
MOST_TOLD = 10_000  # problems of one file that are told one by one: a large table may have one in each of its rows
LARGEST = 20_000_000  # bytes of one article: a thousand times what one has
ZIP = ".zip"


def documents(given: Sequence[Path], most: int = LARGEST) -> Found:
    """Every document of the inputs (folders and files), and a Problem for each that cannot be read.

    Rows, records and entries of archives are read one at a time, and none of more than `most` bytes. Raises
    UnusableInputError for an input that is missing or of no known kind.
    """
    for name, path in inputs.named(given):
        if path.is_dir():
            yield from _folder(name, path, most)
        elif not path.is_file():
            raise UnusableInputError(
                f"{path}: no such folder or file\n  hint: name what holds the articles with --seeds"
            )
        elif not path.name.lower().endswith(SUFFIXES):
            hint = unread.hint(path.name) or f"give a folder or one of {', '.join(SUFFIXES)}"
            raise UnusableInputError(f"{path}: no kind of file that is read\n  hint: {hint}")
        else:
            yield from _file(name, path, most)


def _folder(name: str, folder: Path, most: int) -> Found:
    for found in inputs.files(name, folder, SUFFIXES):
        if isinstance(found, Problem):
            yield found
        else:
            yield from _file(*found, most)


def _file(name: str, path: Path, most: int) -> Found:
    try:
        name.encode()
    except UnicodeEncodeError:
        yield Problem(Location(ascii(name)), "its name is not UTF-8", "rename it")
        return
    try:
        with path.open("rb") as stream:
            read = _archive if name.lower().endswith(ZIP) else _reader(name)
            yield from _told(name, read(name, stream, most))
    except OSError as error:
        yield inputs.unreadable(name, error)


def _told(name: str, found: Found) -> Found:
    """What was found in a file, with no more of its problems than a person can read, and the number of the others."""
    count = 0
    for one in found:
        count += isinstance(one, Problem)
        if count <= MOST_TOLD or isinstance(one, Document):
            yield one
    if count > MOST_TOLD:
        what = f"{count - MOST_TOLD:,} more of its rows or files cannot be read"
        yield Problem(Location(name), what, "mend first what is said of the others")


def _archive(name: str, stream: BinaryIO, most: int) -> Found:
    for found in archives.entries(name, stream, tuple(READERS)):
        if isinstance(found, Problem):
            yield found
            continue
        inside, entry = found
        try:
            with entry:
                yield from _reader(inside)(inside, entry, most)
        except archives.BROKEN as error:
            yield Problem(Location(inside), f"cannot be unpacked: {error}", "pack the archive anew")


def _text(name: str, stream: BinaryIO, most: int) -> Found:
    data = read_whole(name, stream, most)
    yield data if isinstance(data, Problem) else decode(name, data)


def _reader(name: str) -> Callable[[str, BinaryIO, int], Found]:
    suffix, read = next((suffix, read) for suffix, read in READERS.items() if name.lower().endswith(suffix))
    return read if suffix.endswith(".gz") else partial(_unless_renamed, read)


def _unless_renamed(read: Callable[[str, BinaryIO, int], Found], name: str, stream: BinaryIO, most: int) -> Found:
    """What a reader of text finds, but for a PDF or the like that was given the name of a text."""
    other = unread.renamed(name, cast(BufferedReader, stream).peek(unread.FIRST)[: unread.FIRST])
    if other:
        yield other
    else:
        yield from read(name, stream, most)


READERS: Mapping[str, Callable[[str, BinaryIO, int], Found]] = {
    ".txt": _text,
    ".md": _text,
    ".jsonl": tables.json_lines,
    ".ndjson": tables.json_lines,
    ".csv": tables.table,
    ".tsv": tables.table,
    ".html": pages.page,
    ".htm": pages.page,
    ".warc": pages.warc,
    ".warc.gz": pages.warc,
}
SUFFIXES = (*READERS, ZIP)
