"""What a command may be given: each function takes a word of the command line, and says what is wrong with it.

All raise argparse.ArgumentTypeError, which argparse tells with the usage of the command.
"""

import errno
import re
from argparse import ArgumentTypeError
from datetime import date
from pathlib import Path

from dateline import wellformed


def path(text: str) -> Path:
    """A path, whether something is there or not: who reads it says what is wrong."""
    if not text:
        raise ArgumentTypeError("'' is no path: where a variable was meant, it is empty")
    try:
        Path(text).stat()
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise ArgumentTypeError(f"{text}: its links lead in a circle") from None
    return Path(text)


def file(text: str) -> str:
    path(text)
    return text


def port(text: str) -> int:
    if not re.fullmatch(r"\d{1,5}", text) or int(text) > 65535:
        raise ArgumentTypeError(f"{text!r} is no port: a number up to 65535")
    return int(text)


def day(text: str) -> date:
    try:
        return date.fromisoformat(text if re.fullmatch(r"\d{4}-\d\d-\d\d", text) else "")
    except ValueError:
        raise ArgumentTypeError(f"{text!r} is no day: write YYYY-MM-DD") from None


def web_address(text: str) -> str:
    if not wellformed.site_address(text):
        raise ArgumentTypeError(f"{text}: no web address\n  hint: write https://…")
    return text


def megabytes(text: str) -> int:
    """Bytes; a megabyte is a million."""
    if not re.fullmatch(r"[1-9]\d{0,5}", text):
        raise ArgumentTypeError(f"{text!r} is no whole number of megabytes from 1")
    return int(text) * 1_000_000


def format(text: str) -> str:
    """The name of a format of `export`."""
    from dateline.export import formats  # no other command needs what it imports

    if text not in formats.BY_NAME:
        raise ArgumentTypeError(f"{text!r} is none of {', '.join(formats.BY_NAME)}")
    return text


def number(text: str) -> int:
    if not re.fullmatch(r"[1-9]\d{0,2}", text):
        raise ArgumentTypeError(f"{text!r} is no number of processes, from 1 to 999")
    return int(text)


def scheduler(text: str) -> str:
    if not re.fullmatch(r"(tcp|tls)://[^\s/]+:\d{1,5}", text):
        raise ArgumentTypeError(f"{text!r} is no address of a Dask scheduler: write tcp://HOST:PORT")
    return text
