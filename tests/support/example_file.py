"""Reads examples that are data: each becomes a test case named by its file and line."""

import re
import tomllib
from typing import Any

import pytest
from paths import EXAMPLES


def cases(file: str, table: str) -> list[Any]:
    """The rows of `[[table]]` in tests/examples/`file`, as pytest parameters."""
    text = (EXAMPLES / file).read_text(encoding="utf-8")
    header = re.compile(rf"^\[\[{re.escape(table)}\]\]", re.MULTILINE)
    lines = [text.count("\n", 0, found.start()) + 1 for found in header.finditer(text)]
    rows = tomllib.loads(text)[table]
    return [pytest.param(row, id=f"{file}:{line}") for row, line in zip(rows, lines, strict=True)]
