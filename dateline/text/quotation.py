"""Quotation marks of other manners as the double marks that they are: 'We won,' he said. ''We won,'' he said.

British papers quote within single marks, which apostrophes look like; wires and archives double an apostrophe.
"""

import re
from bisect import bisect_left

BLOCK = re.compile(r"(?:[^\n]+\n?)+")  # what stands between blank lines
OPEN = re.compile(r"(?<![\w’'.,‘`])(?:'(?=[\w“])(?!\d\ds?\b)|‘(?=[\w“]))")
CLOSE = re.compile(r"(?<=[.,!?…–—])['’](?![\w'’])")
DOUBLE = re.compile(r"[“”\"]|``|''")
WIRE = "''"


def doubled(body: str) -> str:
    """`body` with double marks around what is quoted, of the same length."""
    if "'" not in body and "‘" not in body:
        return body
    return BLOCK.sub(lambda block: _in_block(block[0]), body)


def _in_block(text: str) -> str:
    if WIRE in text and "``" not in text:
        parts = text.split(WIRE)
        text = parts[0] + "".join(("``" if n % 2 == 0 else WIRE) + part for n, part in enumerate(parts[1:]))
    elif not DOUBLE.search(text):  # within double marks, single ones are a quotation in a quotation
        text = _single(text)
    return text


def _single(text: str) -> str:
    """A quotation ends with a stop or a comma before its mark, and begins at the last mark that may open it."""
    opened = [mark.start() for mark in OPEN.finditer(text)]
    marks = list(text)
    before = 0
    for closed in CLOSE.finditer(text):
        last = bisect_left(opened, closed.start()) - 1
        if last >= 0 and opened[last] >= before:
            marks[opened[last]], marks[closed.start()] = "“", "”"
        before = closed.end()
    return "".join(marks)
