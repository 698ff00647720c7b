"""Tables as CSV (RFC 4180: comma, CRLF, UTF-8) and as their Frictionless schema, both from one list of columns.

A spreadsheet runs a cell that begins like a formula, so such a text gets an apostrophe before it. Reading it back is
exact: what begins with apostrophes and one of `=`, `+`, `-`, `@`, tab, CR, LF (or the wide forms of the first four)
loses the first apostrophe. Numbers and days are no text and stay as they are.
"""

import csv
import io
import re
from collections.abc import Callable, Iterable
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


def as_csv(table: Table[Row], rows: Iterable[Row]) -> str:
    """The header and a line for each row; a cell's own line breaks stay inside its quotation marks."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(column.name for column in table.columns)
    writer.writerows([_plain(column.of(row)) for column in table.columns] for row in rows)
    return written.getvalue()


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
