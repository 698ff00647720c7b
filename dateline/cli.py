"""The command line: which commands there are, what each takes, and how it ends."""

import argparse
import gc
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from dateline import __version__, commands, wellformed
from dateline.export import formats
from dateline.problems import UnusableInputError

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]


# Containers that are made before Python looks for cycles among them (its own figure is 700). What is read from an
# archive is kept to the end and holds next to none, so each look is as long as it is vain: a tenth of a build.
ALLOCATIONS = 100_000


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; 0, or 1 under --strict with any Problem, or 2 where nothing could be done."""
    gc.set_threshold(ALLOCATIONS)
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
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
        print(f"{error.filename or 'output'}: {error.strerror}\n  hint: choose another folder", file=sys.stderr)
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
    build = _command(known, "build", "read the articles and write the site (the default)", commands.build)
    build.add_argument("--out", type=Path, default=Path("site"), metavar="DIR", help="where the site goes (site)")
    address = "the site's address: for canonical links and the sitemap"
    build.add_argument("--base-url", type=_web_address, metavar="URL", help=address)
    since = "the events.json last published: adds a page, and data/changes.json, of what has changed"
    build.add_argument("--since", type=Path, metavar="FILE", help=since)
    _command(known, "check", "build without writing: only say what is wrong", commands.check)
    reader = _command(known, "read", "show what the reader found in each article, and why", commands.read)
    reader.add_argument("--json", action="store_true", help="one JSON object a line for each article")
    reader.add_argument("files", nargs="*", metavar="FILE", help="only these articles")
    _command(known, "review", "list what a person should look at, worst first", commands.review)
    diff = _command(
        known, "diff", "say as Markdown what the articles now change of the published timeline", commands.diff
    )
    published = "the events.json last published (site/data/events.json)"
    diff.add_argument("--since", type=Path, default=Path("site/data/events.json"), metavar="FILE", help=published)
    explain = _command(
        known, "explain", "show why an event is on the timeline, and why it has its date", commands.explain
    )
    explain.add_argument("event", metavar="EVENT", help="the id of an event, or the beginning of one")
    export = _command(known, "export", "print the events in one format", commands.export)
    export.add_argument("format", metavar="FORMAT", choices=list(formats.BY_NAME), help=", ".join(formats.BY_NAME))
    export.add_argument("--out", type=Path, metavar="FILE", help="write them to this file instead")
    export.add_argument("--base-url", type=_web_address, metavar="URL", help="the site's address: for full links")
    return parser


def _web_address(text: str) -> str:
    if not wellformed.site_address(text):
        raise argparse.ArgumentTypeError(f"{text}: no web address\n  hint: write https://…")
    return text


def _megabytes(text: str) -> int:
    """Bytes; a megabyte is a million."""
    if not re.fullmatch(r"[1-9]\d{0,5}", text):
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number of megabytes from 1")
    return int(text) * 1_000_000


def _command(
    known: "Commands", name: str, text: str, run: Callable[[argparse.Namespace], int]
) -> argparse.ArgumentParser:
    command = known.add_parser(name, help=text, description=text)
    inputs = "a folder of articles, a table (.csv, .jsonl), a .zip archive, …; may be given several times (seeds)"
    command.add_argument("--seeds", type=Path, action="append", metavar="PATH", help=inputs)
    conflict = "the conflict file (conflict.toml of the first folder that holds one)"
    command.add_argument("--conflict", type=Path, metavar="FILE", help=conflict)
    largest = "leave out articles that are larger, in megabytes (20)"
    command.add_argument("--max-size", type=_megabytes, default=20_000_000, metavar="MB", help=largest)
    command.add_argument("--strict", action="store_true", help="any problem is a failure")
    command.set_defaults(run=run)
    return command
