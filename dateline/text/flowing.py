"""The lines of an article -> its paragraphs: a line that is only as long as the page was wide goes on in the next."""

import re
from collections.abc import Iterator
from itertools import pairwise

from dateline.model import Span, readable
from dateline.text.sentences import ends_line

WRAP = 50  # a line at least this long that ends without a stop goes on in the next …
SHARE = 0.6  # … unless another of its block is much longer: then it was not ended for want of room
BREAK = re.compile(r"[\r\n]")


def flowing(body: str) -> str:
    """`body` with the line breaks within its paragraphs as blanks, of the same length: those left end a paragraph."""
    read = readable(body)
    parts, at = [], 0
    for block in _blocks(body):
        room = max(WRAP, SHARE * max(end - start for start, end in block))
        for (start, end), (following, _) in pairwise(block):
            if end - start >= room and not ends_line(read, start, end):
                parts += [body[at:end], BREAK.sub(" ", body[end:following])]
                at = following
    return "".join([*parts, body[at:]])


def _blocks(body: str) -> Iterator[list[Span]]:
    """The lines between blank lines, without what is blank at their ends."""
    block: list[Span] = []
    at = 0
    for line in body.split("\n"):
        text = line.strip()
        if text:
            start = at + len(line) - len(line.lstrip())
            block.append(Span(start, start + len(text)))
        elif block:
            yield block
            block = []
        at += len(line) + 1
    if block:
        yield block
