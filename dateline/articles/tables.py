"""News exports: JSON Lines, and tables with a line of column names. Read row by row, whatever their size."""

import csv
import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from dateline.articles import rows
from dateline.articles.document import Document, not_utf8, too_large
from dateline.articles.lines import Lines, TooLargeError
from dateline.articles.values import KEYS, normal
from dateline.problems import Location, Problem

DELIMITERS = (",", ";", "\t")


def json_lines(file: str, stream: BinaryIO, most: int) -> Iterator[Document | Problem]:
    """One JSON object a line; a line that is none is named, and the rest is read."""
    lines = Lines(stream, most)
    while True:
        lines.begin_row()
        try:
            line = next(lines, None)
        except TooLargeError:
            yield too_large(Location(file, lines.number), most)
            lines.skip()
            continue
        if line is None:
            return
        where = Location(file, lines.number)
        if lines.bad:
            yield not_utf8(where, *lines.bad)
        elif line.strip():
            yield from _json_row(file, lines.number, line)


def _json_row(file: str, number: int, line: str) -> Iterator[Document | Problem]:
    where = Location(file, number)
    try:
        value = json.loads(line.rstrip("\r\n"))
    except json.JSONDecodeError as error:
        what = f"not JSON: {error.msg} at character {error.colno}"
        yield Problem(where, what, 'write one whole object a line: {"date": …, "text": …}')
    except (ValueError, RecursionError):  # a number of 5,000 digits, 5,000 brackets
        yield Problem(where, "not JSON that can be read: a number too long, or nested too deeply", "remove the line")
    else:
        if isinstance(value, dict):
            yield from rows.documents(file, number, _by_name(list(value), list(value.values())))
        else:
            yield Problem(where, f"no object, but {rows.kind(value)}", 'write {"text": …} on each line')


def table(file: str, stream: BinaryIO, most: int) -> Iterator[Document | Problem]:
    """A table in CSV (RFC 4180): a line of column names, then a row for each article.

    Columns are parted by the comma, semicolon or tab that makes most names of the first line known ones. Quotation
    marks that do not pair up cost the rows they stand in: each is named, and reading goes on with the next line.
    """
    lines = Lines(stream, most)
    try:
        first = next((line for line in lines if line.strip()), "")
    except TooLargeError:
        yield too_large(Location(file, lines.number), most)
        return
    where = Location(file, lines.number)
    if lines.bad:
        yield not_utf8(where, *lines.bad)
        return
    delimiter, names = max(((d, _split(first, d)) for d in DELIMITERS), key=lambda found: _known(found[1]))
    if not any(normal(name) in KEYS["text"] for name in names):
        what = _without_text(names) if names else "its first line is not CSV" if first else "empty"
        yield Problem(where, what, f"call one column {rows.NAMES}, each row on a line of its own, or remove the file")
        return
    with _fields_up_to(most):
        yield from _table_rows(file, lines, names, delimiter, most)


def _without_text(names: list[str]) -> str:
    return "no column holds an article's text: " + ", ".join(repr(name[:40]) for name in names[:12])


def _table_rows(file: str, lines: Lines, names: list[str], delimiter: str, most: int) -> Iterator[Document | Problem]:
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        lines.begin_row()
        number = lines.number + 1
        where = Location(file, number)
        try:
            cells = next(reader, None)
        except csv.Error as error:
            lost = f"; lines {number} to {lines.number} are left out" if lines.number > number else ""
            hint = 'put cells that hold quotation marks in "…", each mark twice'
            yield Problem(where, f"not CSV: {error}{lost}", hint)
            continue
        except TooLargeError:
            yield too_large(where, most)
            yield Problem(where, "the rest of the table is not read", "close the quotation mark that is open here")
            return
        if cells is None:
            return
        if lines.bad:
            yield not_utf8(where, *lines.bad)
        elif len(cells) not in (0, len(names)):
            what = f"{_cells(len(cells))} under {_cells(len(names))} of names"
            yield Problem(where, what, f"put cells that hold {delimiter!r} between quotation marks")
        elif any(cells):
            yield from rows.documents(file, number, _by_name(names, cells))


def _split(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=delimiter, strict=True), [])
    except csv.Error:
        return []


def _known(names: list[str]) -> int:
    return sum(name in keys for name in map(normal, names) for keys in KEYS.values())


def _by_name(names: list[str], values: list[object] | list[str]) -> dict[str, object]:
    """The values under their normal names; of two columns of one name the first that is filled counts."""
    data: dict[str, object] = {}
    for name, value in zip(names, values, strict=True):
        key = normal(name)
        data[key] = data.get(key) or value
    return data


def _cells(count: int) -> str:
    return f"{count} cell{'' if count == 1 else 's'}"


@contextmanager
def _fields_up_to(most: int) -> Iterator[None]:
    """Lets the csv module read cells of `most` characters; it keeps that limit for the whole process."""
    before = csv.field_size_limit(most)
    try:
        yield
    finally:
        csv.field_size_limit(before)
