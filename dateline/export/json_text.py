"""JSON with a line for each value, as the files for download have it: a reader can look at it, and a diff is short.

json.dumps would make the same text, but where it is to indent it passes every piece through a generator for each list
around it, and it wants all of the data in memory. Here a long list may be an iterator, which is written item by item.
"""

from collections.abc import Iterator
from io import BytesIO
from json.encoder import JSONEncoder
from json.encoder import encode_basestring as quoted
from typing import Any

_INLINE = JSONEncoder(ensure_ascii=False)
_NUMBER = (int, float)
_NAMED = {None: "null", True: "true", False: "false"}


def text(value: Any, step: int = 1) -> str:
    """What json.dumps(value, ensure_ascii=False, indent=step) makes, and a line break.

    `value` is made of dicts with str as keys, lists, tuples, str, int, finite float, bool and None; it, or a value of
    it where it is a dict, may be an iterator, which becomes a list.
    """
    written = BytesIO()  # UTF-8: text with a single curly quotation mark would take twice the room
    for piece in _pieces(value, "\n", " " * step):
        written.write(piece.encode())
    written.write(b"\n")
    return written.getvalue().decode()


def inline(value: Any) -> str:
    """What json.dumps(value, ensure_ascii=False) makes: all on one line."""
    return quoted(value) if isinstance(value, str) else _INLINE.encode(value)


def _pieces(value: Any, line: str, step: str) -> Iterator[str]:
    """`line` is the line break before what stands as far in as `value`."""
    inner = line + step
    if isinstance(value, Iterator):
        before = f"[{inner}"
        for one in value:
            yield before + _written(one, inner, step)
            before = f",{inner}"
        yield "[]" if before[0] == "[" else f"{line}]"
    elif isinstance(value, dict) and value:
        before = f"{{{inner}"
        for key, one in value.items():
            yield f"{before}{quoted(key)}: "
            yield from _pieces(one, inner, step) if isinstance(one, Iterator) else [_written(one, inner, step)]
            before = f",{inner}"
        yield f"{line}}}"
    else:
        yield _written(value, line, step)


def _written(value: Any, line: str, step: str) -> str:
    if isinstance(value, str):
        return quoted(value)
    if value is None or value is True or value is False:
        return _NAMED[value]
    if isinstance(value, _NUMBER):
        return repr(value)
    inner = line + step
    if isinstance(value, dict):
        parts = [
            f"{quoted(key)}: {quoted(one) if type(one) is str else _written(one, inner, step)}"
            for key, one in value.items()
        ]
        return f"{{{inner}{f',{inner}'.join(parts)}{line}}}" if parts else "{}"
    parts = [_written(one, inner, step) for one in value]
    return f"[{inner}{f',{inner}'.join(parts)}{line}]" if parts else "[]"
