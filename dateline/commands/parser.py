"""Which commands there are, and what each takes."""

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from dateline import __version__
from dateline.cache.folder import FOLDER
from dateline.commands import arguments
from dateline.commands.build import build
from dateline.commands.check import check
from dateline.commands.diff import diff
from dateline.commands.explain import explain
from dateline.commands.export import export
from dateline.commands.read import read
from dateline.work.workers import processors

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]

FORMATS = "csv, evidence-csv, acled-csv, ics, geojson, timelinejs, bibtex, csl, json or datapackage"


def parsed(words: Sequence[str]) -> argparse.Namespace:
    """What the words of the command line ask for; `run` carries it out. `build` is meant where no command is named.

    Raises SystemExit for words that nothing can be made of, and after --help.
    """
    whole = argparse.ArgumentParser(
        prog="build.py",
        description="A folder of news articles on a conflict goes in, a cited timeline website comes out.",
        epilog="Without a command it builds. What a command takes: build.py COMMAND --help",
    )
    whole.add_argument("--version", action="version", version=f"dateline {__version__}")
    known = whole.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for add in (_build, _serve, _new, _check, _read, _review, _diff, _explain, _export):
        add(known)
    if not words or (words[0].startswith("-") and words[0] not in ("-h", "--help", "--version")):
        words = ["build", *words]
    elif words[0] not in known.choices and Path(words[0]).exists():
        whole.error(f"{words[0]} is no command: to build a site from it, write build.py --seeds {words[0]}")
    return whole.parse_args(words)


def _build(known: "Commands") -> None:
    command = _command(known, "build", "read the articles and write the site (the default)", build)
    command.add_argument("--json", action="store_true", help="print an account of the build as JSON")
    _takes_site(command)


def _serve(known: "Commands") -> None:
    text = "build, show the site on this machine, and do so anew at each change"
    command = _command(known, "serve", text, _run_serve)
    _takes_site(command)
    command.add_argument("--port", type=arguments.port, default=8000, metavar="N", help="0 for any that is free (8000)")
    own = "the address to listen at (127.0.0.1: this machine alone)"
    command.add_argument("--host", default="127.0.0.1", metavar="HOST", help=own)
    poll = "look at the files each second: for network disks and containers, which tell of no changes"
    command.add_argument("--poll", action="store_true", help=poll)


def _new(known: "Commands") -> None:
    text = "begin the file of a new article, whose text is then pasted into it"
    command = known.add_parser("new", help=text, description=text)
    title = "the article's title, or its address: nothing is fetched"
    command.add_argument("subject", metavar="TITLE-or-URL", help=title)
    folder = "the folder of articles (seeds)"
    command.add_argument("--seeds", type=arguments.path, action="append", metavar="DIR", help=folder)
    command.add_argument("--date", type=arguments.day, metavar="YYYY-MM-DD", help="when it was published")
    command.add_argument("--source", metavar="NAME", help="who published it")
    command.set_defaults(run=_run_new)


def _check(known: "Commands") -> None:
    _command(known, "check", "build without writing: only say what is wrong", check)


def _read(known: "Commands") -> None:
    command = _command(known, "read", "show what the reader found in each article, and why", read)
    command.add_argument("--json", action="store_true", help="one JSON object a line for each article")
    command.add_argument("files", nargs="*", type=arguments.file, metavar="FILE", help="only these articles")


def _review(known: "Commands") -> None:
    _command(known, "review", "list what a person should look at, worst first", _run_review)


def _diff(known: "Commands") -> None:
    text = "say as Markdown what the articles now change of the published timeline"
    command = _command(known, "diff", text, diff)
    since, published = Path("site/data/events.json"), "the events.json last published (site/data/events.json)"
    command.add_argument("--since", type=arguments.path, default=since, metavar="FILE", help=published)


def _explain(known: "Commands") -> None:
    command = _command(known, "explain", "show why an event is on the timeline, and why it has its date", explain)
    command.add_argument("event", metavar="EVENT", help="the id of an event, or the beginning of one")


def _export(known: "Commands") -> None:
    command = _command(known, "export", "print the events in one format", export)
    command.add_argument("format", metavar="FORMAT", type=arguments.format, help=FORMATS)
    command.add_argument("--out", type=arguments.path, metavar="FILE", help="write them to this file instead")
    address = "the site's address: for full links"
    command.add_argument("--base-url", type=arguments.web_address, metavar="URL", help=address)


def _run_serve(options: argparse.Namespace) -> int:
    from dateline.commands.serve import serve  # this and those below: no other command needs what they import

    return serve(options)


def _run_new(options: argparse.Namespace) -> int:
    from dateline.commands.new import new

    return new(options)


def _run_review(options: argparse.Namespace) -> int:
    from dateline.commands.review import review

    return review(options)


def _command(
    known: "Commands", name: str, text: str, run: Callable[[argparse.Namespace], int]
) -> argparse.ArgumentParser:
    """A command that reads articles, with all that such a command takes."""
    command = known.add_parser(name, help=text, description=text)
    inputs = "a folder of articles, a table (.csv, .jsonl), a .zip archive, …; may be given several times (seeds)"
    command.add_argument("--seeds", type=arguments.path, action="append", metavar="PATH", help=inputs)
    conflict = "the conflict file (conflict.toml of the first folder that holds one)"
    command.add_argument("--conflict", type=arguments.path, metavar="FILE", help=conflict)
    largest = "leave out articles that are larger, in megabytes (20)"
    command.add_argument("--max-size", type=arguments.megabytes, default=20_000_000, metavar="MB", help=largest)
    jobs = "so many processes at once (as many as there are processors)"
    command.add_argument("--jobs", type=arguments.number, default=processors(), metavar="N", help=jobs)
    cluster = "spread the reading over a Dask cluster: its scheduler, as tcp://HOST:8786"
    command.add_argument("--cluster", type=arguments.scheduler, metavar="ADDRESS", help=cluster)
    cache = "where what was read before is kept (.dateline)"
    command.add_argument("--cache", type=arguments.path, default=FOLDER, metavar="DIR", help=cache)
    command.add_argument("--no-cache", action="store_true", help="read everything anew and keep nothing")
    command.add_argument("--strict", action="store_true", help="any problem is a failure")
    command.set_defaults(run=run)
    return command


def _takes_site(command: argparse.ArgumentParser) -> None:
    """What a command takes that writes the site."""
    command.add_argument(
        "--out", type=arguments.path, default=Path("site"), metavar="DIR", help="where the site goes (site)"
    )
    address = "the site's address: for canonical links and the sitemap"
    command.add_argument("--base-url", type=arguments.web_address, metavar="URL", help=address)
    since = "the events.json last published: adds a page, and data/changes.json, of what has changed"
    command.add_argument("--since", type=arguments.path, metavar="FILE", help=since)
