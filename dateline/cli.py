"""The commands: build, check, read, review, diff, explain. Alone in printing, and in choosing the exit status."""

import argparse
import json
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from dateline import __version__
from dateline.problems import Problem, UnusableInputError

if TYPE_CHECKING:
    from dateline.pipeline import Result
    from dateline.resolving import Resolved

    Commands = argparse._SubParsersAction[argparse.ArgumentParser]

STRICT = 1
UNUSABLE = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; 0, or 1 under --strict with any Problem, or 2 where nothing could be done."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="backslashreplace")
    options = _parser().parse_args(_with_default(list(sys.argv[1:] if arguments is None else arguments)))
    try:
        status: int = options.run(options)
    except UnusableInputError as error:
        _tell(error.problems)
        print(error, file=sys.stderr)
        return UNUSABLE
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except OSError as error:
        print(f"{error.filename or 'output'}: {error.strerror}\n  hint: choose another folder", file=sys.stderr)
        return UNUSABLE
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
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    build = _command(commands, "build", "read the articles and write the site (the default)", _build)
    build.add_argument("--out", type=Path, default=Path("site"), metavar="DIR", help="where the site goes (site)")
    build.add_argument("--base-url", metavar="URL", help="the site's address: for canonical links and the sitemap")
    since = "the events.json last published: adds a page, and data/changes.json, of what has changed"
    build.add_argument("--since", type=Path, metavar="FILE", help=since)
    _command(commands, "check", "build without writing: only say what is wrong", _check)
    reader = _command(commands, "read", "show what the reader found in each article, and why", _read)
    reader.add_argument("--json", action="store_true", help="one JSON object a line for each article")
    reader.add_argument("files", nargs="*", metavar="FILE", help="only these articles")
    _command(commands, "review", "list what a person should look at, worst first", _review)
    diff = _command(commands, "diff", "say as Markdown what the articles now change of the published timeline", _diff)
    published = "the events.json last published (site/data/events.json)"
    diff.add_argument("--since", type=Path, default=Path("site/data/events.json"), metavar="FILE", help=published)
    explain = _command(commands, "explain", "show why an event is on the timeline, and why it has its date", _explain)
    explain.add_argument("event", metavar="EVENT", help="the id of an event, or the beginning of one")
    return parser


def _command(
    commands: "Commands", name: str, text: str, run: Callable[[argparse.Namespace], int]
) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=text, description=text)
    inputs = "a folder of articles, a table (.csv, .jsonl), a .zip archive, …; may be given several times (seeds)"
    command.add_argument("--seeds", type=Path, action="append", metavar="PATH", help=inputs)
    conflict = "the conflict file (conflict.toml of the first folder that holds one)"
    command.add_argument("--conflict", type=Path, metavar="FILE", help=conflict)
    largest = "leave out articles that are larger, in megabytes (20)"
    command.add_argument("--max-size", type=_megabytes, default=20_000_000, metavar="MB", help=largest)
    command.add_argument("--strict", action="store_true", help="any problem is a failure")
    command.set_defaults(run=run)
    return command


def _megabytes(text: str) -> int:
    """Bytes; a megabyte is a million."""
    if not re.fullmatch(r"[1-9]\d{0,5}", text):
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number of megabytes from 1")
    return int(text) * 1_000_000


def _seeds(options: argparse.Namespace) -> list[Path]:
    return options.seeds or [Path("seeds")]


def _result(options: argparse.Namespace) -> "Result":
    """What the articles of --seeds come to, with what is wrong told."""
    from dateline.pipeline import run

    result = run(*_seeds(options), conflict_file=options.conflict, largest=options.max_size)
    _tell(result.problems)
    return result


def _tell(problems: Sequence[Problem]) -> None:
    for problem in problems:
        print(problem, file=sys.stderr)


def _build(options: argparse.Namespace) -> int:
    from dateline.changes import changes, read_events
    from dateline.publish import ForeignFilesError, publish
    from dateline.web.render import pages

    if options.base_url is not None and not re.fullmatch(r"https?://[^\s<>\"?#]+", options.base_url):
        print(f"--base-url {options.base_url}: no web address\n  hint: write https://…", file=sys.stderr)
        return UNUSABLE
    before = read_events(options.since) if options.since else None
    result = _result(options)
    if options.strict and result.problems:
        print(f"{len(result.problems)} problem(s): nothing written (--strict)", file=sys.stderr)
        return STRICT
    changed = None if before is None else changes(before, result.timeline)
    made = pages(result.timeline, options.base_url or result.timeline.url, changed)
    try:
        written = publish(made, options.out)
    except (ForeignFilesError, ValueError) as error:
        print(error, file=sys.stderr)
        return UNUSABLE
    timeline = result.timeline
    print(
        f"{_count(timeline.articles, 'article')}, {_count(timeline.events, 'event')}, "
        f"{_count(timeline.actors, 'actor')}, {_count(timeline.rounds, 'round')} -> {options.out} "
        f"({len(written.written)} files written, {len(written.unchanged)} unchanged, {len(written.removed)} removed)",
        file=sys.stderr,
    )
    return 0


def _count(things: Sequence[object], name: str) -> str:
    return f"{len(things)} {name}{'' if len(things) == 1 else 's'}"


def _check(options: argparse.Namespace) -> int:

    result = _result(options)
    return STRICT if options.strict and result.problems else 0


def _read(options: argparse.Namespace) -> int:
    from dateline import transcript

    result = _result(options)
    shown = {name: _named(name, _seeds(options), result.resolved) for name in options.files}
    for one in result.resolved:
        if options.files and not any(one in found for found in shown.values()):
            continue
        print(json.dumps(transcript.as_json(one), ensure_ascii=False) if options.json else transcript.as_text(one))
    missing = [name for name, found in shown.items() if not found]
    for name in missing:
        print(f"{name}: no such article in {', '.join(map(str, _seeds(options)))}", file=sys.stderr)
    if missing:
        return UNUSABLE
    return STRICT if options.strict and result.problems else 0


def _review(options: argparse.Namespace) -> int:
    from dateline.review import review

    result = _result(options)
    timeline = result.timeline
    print(review(result.resolved, result.unknown, timeline.actors, timeline.events), end="")
    return STRICT if options.strict and result.problems else 0


def _diff(options: argparse.Namespace) -> int:
    from dateline.changes import as_markdown, changes, read_events

    before = read_events(options.since)
    result = _result(options)
    print(as_markdown(changes(before, result.timeline)), end="")
    return STRICT if options.strict and result.problems else 0


def _named(name: str, seeds: Sequence[Path], resolved: Sequence["Resolved"]) -> list["Resolved"]:
    """The articles that a FILE names: by its path, by its path below the inputs, or by its bare name.

    A table or an archive names all that are in it.
    """
    from dateline.articles.inputs import called

    wanted = {name, *called(Path(name), seeds)}
    exact = [one for one in resolved if _files(one.article.file) & wanted]
    return exact or [one for one in resolved if "/" not in name and Path(one.article.file).name == name]


def _files(file: str) -> set[str]:
    """An article's `file`, and the table or the archive that holds it."""
    return {file, file.rpartition("#")[0], *(str(folder) for folder in PurePosixPath(file).parents)} - {"", "."}


def _explain(options: argparse.Namespace) -> int:
    from dateline import transcript

    result = _result(options)
    events = [e for e in result.timeline.events if any(i.startswith(options.event) for i in (e.id, *e.other_ids))]
    if not events:
        print(f"no event {options.event!r}\n  hint: ids stand in site/data/events.json", file=sys.stderr)
        return UNUSABLE
    for event in events:
        print(transcript.explain(event, result.timeline))
    return STRICT if options.strict and result.problems else 0
