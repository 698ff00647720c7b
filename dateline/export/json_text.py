"""JSON with a line for each value, as the files for download have it: a reader can look at it, and a diff is short.

json.dumps would make the same text, but where it is to indent it passes every piece through a generator for each list
around it. Here a long list may also be an iterator, whose items are written one by one.
"""

from json.encoder import JSONEncoder
from json.encoder import encode_basestring as quoted
from typing import Any

_INLINE = JSONEncoder(ensure_ascii=False)
_NAMED = {None: "null", True: "true", False: "false"}


def text(value: Any, step: int = 1) -> str:
    """What json.dumps(value, ensure_ascii=False, indent=step) makes, and a line break.

    `value` is made of dicts with str as keys, iterables, which become lists, str, int, finite float, bool and None.
    """
    return _written(value, "\n", " " * step) + "\n"


def inline(value: Any) -> str:
    """What json.dumps(value, ensure_ascii=False) makes: all on one line."""
    return quoted(value) if isinstance(value, str) else _INLINE.encode(value)


def _written(value: Any, line: str, step: str) -> str:
    """`line` is the line break before what stands as far in as `value`."""
    if isinstance(value, str):
        return quoted(value)
    if value is None or value is True or value is False:
        return _NAMED[value]
    if isinstance(value, int | float):
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
