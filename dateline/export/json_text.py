"""JSON with a line for each item of a list, as the files for download have it: a diff tells which of them changed.

json.dumps has no such layout, and wants all of the data in memory. Here a long list may be an iterator, which is
written item by item.
"""

from collections.abc import Iterator
from io import BytesIO
from json.encoder import JSONEncoder
from json.encoder import encode_basestring as quoted
from typing import Any

_INLINE = JSONEncoder(ensure_ascii=False)
ITEMS = object()  # stands for a list whose items are written elsewhere
_PLACE = "\0"  # in no piece of JSON


def text(value: Any) -> str:
    """The whole file: each key of `value`, if it is a dict, begins a line, and so does each item of its lists.

    `value` is made of dicts with str as keys, lists, tuples, str, int, finite float, bool and None; it, or a value of
    it where it is a dict, may be an iterator, which becomes a list.
    """
    written = BytesIO()  # UTF-8: text with a single curly quotation mark would take twice the room
    for piece in _pieces(value):
        written.write(piece.encode())
    written.write(b"\n")
    return written.getvalue().decode()


def around(value: dict[str, Any]) -> tuple[str, str]:
    """What stands before and after the list that is ITEMS."""
    pieces = list(_pieces(value))
    at = pieces.index(_PLACE)
    return "".join(pieces[:at]), "".join(pieces[at + 1 :]) + "\n"


def item(value: Any) -> str:
    """An item of a list, with what parts it from the one before."""
    return ",\n" + inline(value)


def inline(value: Any) -> str:
    """What json.dumps(value, ensure_ascii=False) makes: all on one line."""
    return quoted(value) if isinstance(value, str) else _INLINE.encode(value)


def _pieces(value: Any) -> Iterator[str]:
    if not isinstance(value, dict):
        yield from _listed(value)
        return
    before = "{\n"
    for key, one in value.items():
        yield f"{before}{quoted(key)}: "
        yield from _listed(one)
        before = ",\n"
    yield "{}" if before[0] == "{" else "\n}"


def _listed(value: Any) -> Iterator[str]:
    if value is ITEMS:
        yield _PLACE
        return
    if not isinstance(value, Iterator | list | tuple):
        yield inline(value)
        return
    before = "[\n"
    for one in value:
        yield before + inline(one)
        before = ",\n"
    yield "[]" if before[0] == "[" else "\n]"
