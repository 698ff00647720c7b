"""A row of a table or a JSON object of one line -> a document: its text as it came, the rest as metadata."""

import re
from collections.abc import Iterator, Mapping

from dateline.articles.document import Document, digest, stem
from dateline.articles.front_matter import FrontMatter
from dateline.articles.values import filled, words
from dateline.problems import Location, Problem

HALF = re.compile(r"[\ud800-\udfff]")  # of a character; JSON can write one
ADDRESS = re.compile(r"(?=.{1,60}$)[a-z0-9]+(?:-[a-z0-9]+)*")
FIELDS = ("title", "date", "source", "author", "url", "language", "publish", "noindex", "tags")
NAMES = "text (or body, content, …)"


def documents(table: str, line: int, data: Mapping[str, object]) -> Iterator[Document | Problem]:
    """The document of the row on `line` of the file `table`, and what is wrong with it.

    `data` has its keys as `values.normal` writes them. A row without a usable text is named and gives no document;
    a value of another kind than text is named and left out.
    """
    where = Location(table, line)
    found = filled(data, "text")
    if found is None:
        yield Problem(where, "no text", f"fill one of its fields {NAMES}, or remove the row")
        return
    key, text = found
    if not isinstance(text, str):
        yield Problem(
            where, f"{key!r} is no text, but {kind(text)}", "write the article's text between quotation marks"
        )
        return
    if "\0" in text or HALF.search(text):
        what = "a NUL character" if "\0" in text else "half a character"
        yield Problem(where, f"not text: it holds {what}", "remove it, or write the export anew as UTF-8")
        return
    said: dict[str, str] = {}
    for name in FIELDS:
        problem = _say(name, data, said, where)
        if problem:
            yield problem
    tags = tuple(tag.strip() for tag in said.pop("tags", "").split(",") if tag.strip())
    matter = FrontMatter(end=0, says="row", date_line=line, tags=tags, **said)
    name = f"{stem(table)}#{_id(data) or line}"
    encoded = text.encode()
    yield Document(f"{table}#{line}", name, text, digest(encoded), len(encoded), matter, where)


def _say(name: str, data: Mapping[str, object], said: dict[str, str], where: Location) -> Problem | None:
    """Puts the row's value for one kind of metadata into `said`; a Problem where it has one that is no text."""
    found = filled(data, name)
    if not found:
        return None
    value = str(found[1]).lower() if name == "noindex" and isinstance(found[1], bool) else words(found[1])
    if value is None:
        hint = 'write dates as "YYYY-MM-DD"' if name == "date" else "write it between quotation marks"
        return Problem(where, f"{found[0]!r} is no text, but {kind(found[1])}", hint)
    if value:
        said[name] = value
    return None


def _id(data: Mapping[str, object]) -> str | None:
    """The export's own id of the article, which stays when rows move.

    A hash stands behind one that an address cannot hold as it is, so that "aB" and "ab" stay two.
    """
    found = filled(data, "id")
    if not found or isinstance(found[1], bool) or not isinstance(found[1], str | int):
        return None
    value = str(found[1])
    return value if ADDRESS.fullmatch(value) else f"{value[:60]}-{digest(value.encode(errors='replace'))[:8]}"


def kind(value: object) -> str:
    """What a JSON value is, in words."""
    names = {bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "an object", str: "text"}
    return names.get(type(value), "null")
