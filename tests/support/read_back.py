"""What is written, as those read it for whom it is meant: the cells of tables, the index of the search."""

import re
from collections.abc import Sequence


def cell(written: str) -> str:
    """What the page of data tells its readers to do."""
    return written[1:] if re.match(r"''*[=+\-@\t\r\n＝＋－＠]", written) else written


def index(head: dict[str, object], postings: Sequence[str]) -> dict[str, list[tuple[int, int]]]:
    """The index as it was written: term -> (document, weight)."""
    digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_"
    lists = " ".join(postings).split(" ")
    found: dict[str, list[tuple[int, int]]] = {}
    for term, written in zip(str(head["terms"]).split(), lists, strict=True):
        found[term], document, value, unit = [], -1, 0, 1
        values = iter(map(digits.index, written))
        for digit in values:
            value += unit * (digit % 32)
            unit *= 32
            if digit < 32:
                document += value + 1
                found[term].append((document, next(values)))
                value, unit = 0, 1
    return found
