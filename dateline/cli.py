"""The command line: which commands there are, what each takes, and how it ends."""

import argparse
import errno
import gc
import os
import re
import signal
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from dateline import __version__, building, commands, wellformed
from dateline.cache.folder import FOLDER
from dateline.problems import UnusableInputError
from dateline.work.workers import processors

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]


# Containers that are made before Python looks for cycles among them (its own figure is 700). What is read from an
# archive is kept to the end and holds next to none, so each look is as long as it is vain: a tenth of a build.
ALLOCATIONS = 100_000

_ROOM = "make room on the disk, and try again"
_HINTS = {  # what to do about an error of the system
    errno.ENOSPC: _ROOM,
    errno.EDQUOT: _ROOM,
    errno.EFBIG: "this user may write no larger files",
    errno.EBUSY: "where another disk is mounted, name a folder in it",
    errno.EMFILE: "this user may open no more files at once",
    errno.ENAMETOOLONG: "choose a shorter name",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; 0, or 1 under --strict with any Problem, 2 where nothing could be done, 130 after Ctrl-C.

    70 where a fault of our own was met; in Python's development mode that is raised.
    """
    if arguments is None:
        _in_utf8()
    gc.set_threshold(ALLOCATIONS)
    try:
        return _run(arguments)
    except KeyboardInterrupt:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # nothing is left to do but to end
        print("interrupted", file=sys.stderr)
        return commands.INTERRUPTED
    except Exception as error:
        if sys.flags.dev_mode:
            raise
        from dateline import faults

        print(f"{faults.WHAT}: {faults.told(error)}\n  hint: nothing was changed; {faults.REPORT}", file=sys.stderr)
        return commands.FAULT


def _in_utf8() -> None:
    """Begin anew in Python's UTF-8 mode where the locale's encoding would give files other names than they have."""
    if sys.getfilesystemencoding() != "utf-8":
        os.execv(sys.executable, [sys.executable, "-X", "utf8", *sys.orig_argv[1:]])  # noqa: S606


def _run(arguments: Sequence[str] | None) -> int:
    commands.speak_utf8()
    options = _parser().parse_args(_with_default(list(sys.argv[1:] if arguments is None else arguments)))
    try:
        status: int = options.run(options)
    except UnusableInputError as error:
        commands.tell(error.problems)
        print(error, file=sys.stderr)
        return commands.UNUSABLE
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except OSError as error:
        hint = _HINTS.get(error.errno or 0, "choose another folder")
        print(f"{error.filename or 'output'}: {error.strerror or error}\n  hint: {hint}", file=sys.stderr)
        return commands.UNUSABLE
    return status


def _with_default(words: list[str]) -> list[str]:
    """`build` is what is meant where no command is named."""
    if not words or (words[0].startswith("-") and words[0] not in ("-h", "--help", "--version")):
        return ["build", *words]
    return words


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="build.py",
        description="A folder of news articles on a conflict goes in, a cited timeline website comes out.",
    )
    parser.add_argument("--version", action="version", version=f"dateline {__version__}")
    known = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    build = _command(known, "build", "read the articles and write the site (the default)", building.build)
    build.add_argument("--json", action="store_true", help="print an account of the build as JSON")
    _takes_site(build)
    serve = _command(known, "serve", "build, show the site on this machine, and do so anew at each change", _run_serve)
    _takes_site(serve)
    serve.add_argument("--port", type=_port, default=8000, metavar="N", help="0 for any that is free (8000)")
    own = "the address to listen at (127.0.0.1: this machine alone)"
    serve.add_argument("--host", default="127.0.0.1", metavar="HOST", help=own)
    poll = "look at the files each second: for network disks and containers, which tell of no changes"
    serve.add_argument("--poll", action="store_true", help=poll)
    _new(known)
    _command(known, "check", "build without writing: only say what is wrong", commands.check)
    reader = _command(known, "read", "show what the reader found in each article, and why", commands.read)
    reader.add_argument("--json", action="store_true", help="one JSON object a line for each article")
    reader.add_argument("files", nargs="*", type=_file, metavar="FILE", help="only these articles")
    _command(known, "review", "list what a person should look at, worst first", commands.review)
    diff = _command(
        known, "diff", "say as Markdown what the articles now change of the published timeline", commands.diff
    )
    published = "the events.json last published (site/data/events.json)"
    diff.add_argument("--since", type=_path, default=Path("site/data/events.json"), metavar="FILE", help=published)
    explain = _command(
        known, "explain", "show why an event is on the timeline, and why it has its date", commands.explain
    )
    explain.add_argument("event", metavar="EVENT", help="the id of an event, or the beginning of one")
    export = _command(known, "export", "print the events in one format", commands.export)
    export.add_argument("format", metavar="FORMAT", type=_format, help="csv, ics, …: a word that is none lists all")
    export.add_argument("--out", type=_path, metavar="FILE", help="write them to this file instead")
    export.add_argument("--base-url", type=_web_address, metavar="URL", help="the site's address: for full links")
    return parser


def _takes_site(command: argparse.ArgumentParser) -> None:
    command.add_argument("--out", type=_path, default=Path("site"), metavar="DIR", help="where the site goes (site)")
    address = "the site's address: for canonical links and the sitemap"
    command.add_argument("--base-url", type=_web_address, metavar="URL", help=address)
    since = "the events.json last published: adds a page, and data/changes.json, of what has changed"
    command.add_argument("--since", type=_path, metavar="FILE", help=since)


def _new(known: "Commands") -> None:
    text = "begin the file of a new article, whose text is then pasted into it"
    new = known.add_parser("new", help=text, description=text)
    new.add_argument("subject", metavar="TITLE-or-URL", help="the article's title, or its address: nothing is fetched")
    new.add_argument("--seeds", type=_path, action="append", metavar="DIR", help="the folder of articles (seeds)")
    new.add_argument("--date", type=_day, metavar="YYYY-MM-DD", help="when it was published")
    new.add_argument("--source", metavar="NAME", help="who published it")
    new.set_defaults(run=_run_new)


def _run_serve(options: argparse.Namespace) -> int:
    from dateline.serve import serve  # no other command needs what it imports

    return serve(options)


def _run_new(options: argparse.Namespace) -> int:
    from dateline.new import new

    return new(options)


def _path(text: str) -> Path:
    try:
        Path(text).stat()
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise argparse.ArgumentTypeError(f"{text}: its links lead in a circle") from None
    return Path(text)


def _file(text: str) -> str:
    _path(text)
    return text


def _port(text: str) -> int:
    if not re.fullmatch(r"\d{1,5}", text) or int(text) > 65535:
        raise argparse.ArgumentTypeError(f"{text!r} is no port: a number up to 65535")
    return int(text)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text if re.fullmatch(r"\d{4}-\d\d-\d\d", text) else "")
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no day: write YYYY-MM-DD") from None


def _web_address(text: str) -> str:
    if not wellformed.site_address(text):
        raise argparse.ArgumentTypeError(f"{text}: no web address\n  hint: write https://…")
    return text


def _megabytes(text: str) -> int:
    """Bytes; a megabyte is a million."""
    if not re.fullmatch(r"[1-9]\d{0,5}", text):
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number of megabytes from 1")
    return int(text) * 1_000_000


def _format(text: str) -> str:
    from dateline.export import formats  # no other command needs what it imports

    if text not in formats.BY_NAME:
        raise argparse.ArgumentTypeError(f"{text!r} is none of {', '.join(formats.BY_NAME)}")
    return text


def _number(text: str) -> int:
    if not re.fullmatch(r"[1-9]\d{0,2}", text):
        raise argparse.ArgumentTypeError(f"{text!r} is no number of processes, from 1 to 999")
    return int(text)


def _scheduler(text: str) -> str:
    if not re.fullmatch(r"(tcp|tls)://[^\s/]+:\d{1,5}", text):
        raise argparse.ArgumentTypeError(f"{text!r} is no address of a Dask scheduler: write tcp://HOST:PORT")
    return text


def _command(
    known: "Commands", name: str, text: str, run: Callable[[argparse.Namespace], int]
) -> argparse.ArgumentParser:
    command = known.add_parser(name, help=text, description=text)
    inputs = "a folder of articles, a table (.csv, .jsonl), a .zip archive, …; may be given several times (seeds)"
    command.add_argument("--seeds", type=_path, action="append", metavar="PATH", help=inputs)
    conflict = "the conflict file (conflict.toml of the first folder that holds one)"
    command.add_argument("--conflict", type=_path, metavar="FILE", help=conflict)
    largest = "leave out articles that are larger, in megabytes (20)"
    command.add_argument("--max-size", type=_megabytes, default=20_000_000, metavar="MB", help=largest)
    jobs = "so many processes at once (as many as there are processors)"
    command.add_argument("--jobs", type=_number, default=processors(), metavar="N", help=jobs)
    cluster = "spread the reading over a Dask cluster: its scheduler, as tcp://HOST:8786"
    command.add_argument("--cluster", type=_scheduler, metavar="ADDRESS", help=cluster)
    cache = "where what was read before is kept (.dateline)"
    command.add_argument("--cache", type=_path, default=FOLDER, metavar="DIR", help=cache)
    command.add_argument("--no-cache", action="store_true", help="read everything anew and keep nothing")
    command.add_argument("--strict", action="store_true", help="any problem is a failure")
    command.set_defaults(run=run)
    return command
