"""Saved web pages and WARC files -> documents: the article's text without what stands around it.

trafilatura finds it (Barbaresi, "Trafilatura", ACL 2021), warcio takes WARC files apart. Both come with the extra
`html` and are imported only where such a file is met.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, BinaryIO

from dateline.articles.document import Document, digest, read_whole, stem, too_large
from dateline.articles.front_matter import FrontMatter
from dateline.articles.values import HIDDEN, words
from dateline.problems import Location, Problem, installed

# only what a page states of itself, and no clock: without these bounds its reader takes today for the last day
DATES = {"extensive_search": False, "original_date": True, "min_date": "1990-01-01", "max_date": "2199-12-31"}
HEAD = 1_000_000  # bytes of the lines before a record's content: a thousand times what they are
SAID = {"source": "sitename"} | {name: name for name in ("title", "date", "author", "url", "language")}


def page(file: str, stream: BinaryIO, most: int) -> Iterator[Document | Problem]:
    """The article of a saved page (.html)."""
    data = read_whole(file, stream, most)
    yield data if isinstance(data, Problem) else _document(file, stem(file), data, None)


def warc(file: str, stream: BinaryIO, most: int) -> Iterator[Document | Problem]:
    """The articles of the pages in a WARC file (ISO 28500), as `file#N` for its N-th record."""
    try:
        from warcio.archiveiterator import ArchiveIterator
    except ImportError:
        yield _missing(file)
        return
    try:
        archive = ArchiveIterator(stream)
        archive.reader = lines = _bounded()(archive.fh)
        for number, record in enumerate(archive, 1):
            lines.left = HEAD
            if not _is_page(record):
                continue
            name = f"{file}#{number}"
            lines.left += most
            data = record.content_stream().read(most + 1)
            lines.left = HEAD
            if len(data) > most:
                yield too_large(Location(name), most)
            else:
                yield _document(name, f"{stem(file)}#{number}", data, record.rec_headers.get_header("WARC-Target-URI"))
    except Exception as error:  # warcio raises what it comes upon in a damaged file, AttributeError included
        yield Problem(Location(file), f"no WARC file from here on: {words(str(error))}", "fetch or write the file anew")


@cache
def _bounded() -> type[Any]:
    """warcio's reader of lines, for heads of so many bytes: a few compressed ones can stand for any number of them."""
    from warcio.bufferedreaders import DecompressingBufferedReader

    class Bounded(DecompressingBufferedReader):  # type: ignore[misc]  # warcio has no types
        left = HEAD

        def readline(self, length: int | None = None) -> bytes:
            if self.left <= 0:
                raise ValueError(f"a head of more than {HEAD / 1e6:g} MB")
            line: bytes = super().readline(self.left if length is None else min(length, self.left))
            self.left -= len(line)
            return line

    return Bounded


def _is_page(record: Any) -> bool:
    """A page that was fetched: an answer with status 200, or a resource that was stored as it is."""
    if record.rec_type == "response" and record.http_headers:
        return record.http_headers.get_statuscode() == "200" and _is_html(record.http_headers)
    return record.rec_type == "resource" and _is_html(record.rec_headers)


def _is_html(headers: Any) -> bool:
    return "html" in (headers.get_header("Content-Type") or "").lower()


def _document(file: str, name: str, data: bytes, url: str | None) -> Document | Problem:
    try:
        from trafilatura import bare_extraction
    except ImportError:
        return _missing(file)
    try:
        found: Any = bare_extraction(
            data,
            url=url,
            with_metadata=True,
            include_comments=False,
            include_tables=False,
            date_extraction_params=DATES,
        )
    except Exception:  # whatever it stumbles over in a hostile page, the others are still read
        found = None
    if not found or not re.search(r"\w", found.text or ""):
        return Problem(Location(file), "no article found in this page", "save the article's text as .txt instead")
    said = {ours: words(getattr(found, theirs)) or None for ours, theirs in SAID.items()}
    matter = FrontMatter(end=0, says="page", date_line=0, tags=(), **said)
    return Document(file, name, HIDDEN.sub("", found.text), digest(data), len(data), matter)


def _missing(file: str) -> Problem:
    return Problem(Location(file), "web pages cannot be read without the extra 'html'", installed("html"))
