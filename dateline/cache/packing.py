"""Values to bytes and back: as they are kept between two builds, and as they travel between processes."""

import hashlib
import io
import pickle
from collections.abc import Callable
from dataclasses import fields as dataclass_fields
from dataclasses import is_dataclass
from functools import cache
from operator import attrgetter
from typing import Any

_PLAIN = {("datetime", "date")}
_KNOWN: dict[tuple[str, str], Any] = {}  # classes that were found before: each row names them anew


class DamagedError(Exception):
    """Bytes that `packed` did not make, or that were changed since."""


def packed(thing: object) -> bytes:
    """The bytes of a value of the model: frozen dataclasses, tuples, dates, text and numbers."""
    stream = io.BytesIO()
    _Packer(stream, 5).dump(thing)
    return stream.getvalue()


def unpacked(data: bytes) -> Any:
    """What `packed` was given. Raises DamagedError; whatever the bytes are, nothing but such values is ever made."""
    try:
        return _Values(io.BytesIO(data)).load()
    except Exception as error:  # damaged bytes make pickle raise nearly anything
        raise DamagedError(str(error)) from error


def digest(*things: object) -> bytes:
    """16 bytes that are the same for equal values, whichever of their parts are one object, in every run."""
    stream = io.BytesIO()
    pickler = _Packer(stream, 5)
    pickler.fast = True  # no references to parts that came before: what is equal is written alike
    pickler.dump(things)
    return hashlib.blake2b(stream.getbuffer(), digest_size=16).digest()


class _Packer(pickle.Pickler):
    """Writes a dataclass or a named tuple as its class and its fields: several times faster than as they do it."""

    def reducer_override(self, thing: Any) -> Any:
        fields = _fields(type(thing))  # type: ignore[arg-type]  # a class can be hashed
        return (type(thing), fields(thing)) if fields else NotImplemented


@cache
def _fields(kind: Any) -> Callable[[Any], tuple[object, ...]] | None:
    if is_dataclass(kind):
        names = [field.name for field in dataclass_fields(kind)]
        return attrgetter(*names) if len(names) > 1 else lambda thing: tuple(getattr(thing, name) for name in names)
    return tuple if issubclass(kind, tuple) and hasattr(kind, "_fields") else None


class _Values(pickle.Unpickler):
    """Knows our own classes and no function, so that a file from elsewhere cannot run anything."""

    def find_class(self, module: str, name: str) -> Any:
        """A class of the model, or a date; raises DamagedError for anything else."""
        if (module, name) not in _KNOWN:
            _KNOWN[module, name] = self._found(module, name)
        return _KNOWN[module, name]

    def _found(self, module: str, name: str) -> Any:
        ours = module.startswith("dateline.") and "." not in name
        found = super().find_class(module, name) if ours or (module, name) in _PLAIN else None
        if isinstance(found, type) and (found.__module__ == module):
            return found
        raise DamagedError(f"{module}.{name}")
