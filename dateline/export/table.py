"""Tables as CSV (RFC 4180: comma, CRLF, UTF-8) and as their Frictionless schema, both from one list of columns.

A spreadsheet runs a cell that begins like a formula, so such a text gets an apostrophe before it. Reading it back is
exact: what begins with apostrophes and one of `=`, `+`, `-`, `@`, tab, CR, LF (or the wide forms of the first four)
loses the first apostrophe. Numbers and days are no text and stay as they are.
"""

import csv
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, Literal, TypeVar

Row = TypeVar("Row")
Cell = str | int | float | date | bool | None  # None is an empty cell
FieldType = Literal["string", "integer", "number", "date", "boolean"]

_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """A column: its name, its type and meaning, and how to read it off a row. `values` is its closed list, if any."""

    name: str
    type: FieldType
    meaning: str
    of: Callable[[Row], Cell]
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table(Generic[Row]):
    """What a CSV file holds: `key` names the columns that tell its rows apart, `event` the one that refers to an event
    of events.csv ("" where none does)."""

    columns: tuple[Column[Row], ...]
    key: tuple[str, ...]
    event: str = ""


def header(table: Table[Any]) -> str:
    return _line([column.name for column in table.columns])


def line(table: Table[Row], row: Row) -> str:
    """A row; a cell's own line breaks stay inside its quotation marks."""
    return _line([_plain(column.of(row)) for column in table.columns])


class _Through:
    """Hands on what is written, where a file would keep it."""

    def write(self, text: str) -> str:
        return text


_WRITER = csv.writer(_Through(), lineterminator="\r\n")


def _line(cells: Sequence[str | int | float | None]) -> str:
    written: str = _WRITER.writerow(cells)  # what `write` of the file gives
    return written


def listed(names: Iterable[str]) -> str:
    """Several names in one cell: "Mike Pompeo; Taliban". A name's own semicolon becomes a comma."""
    return "; ".join(name.replace(";", ",") for name in names)


def schema(table: Table[Any]) -> dict[str, Any]:
    """The table as a Table Schema; what refers to an event refers to the rows of events.csv."""
    found: dict[str, Any] = {
        "fields": [_field(column) for column in table.columns],
        "missingValues": [""],
        "primaryKey": list(table.key),
    }
    if table.event:
        reference = {"resource": "events.csv", "fields": ["id"]}
        found["foreignKeys"] = [{"fields": [table.event], "reference": reference}]
    return found


def _field(column: Column[Any]) -> dict[str, Any]:
    field = {"name": column.name, "type": column.type, "description": column.meaning}
    return field | ({"constraints": {"enum": list(column.values)}} if column.values else {})


def _plain(cell: Cell) -> str | int | float | None:
    if isinstance(cell, str):
        return f"'{cell}" if _FORMULA.match(cell) else cell
    if isinstance(cell, bool):
        return str(cell).lower()
    return cell.isoformat() if isinstance(cell, date) else cell
