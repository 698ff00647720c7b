"""What each command does: it prints, and its exit status is what it returns."""

import argparse
import json
import sys
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from dateline.cache.folder import folder_of
from dateline.problems import Problem, UnusableInputError

if TYPE_CHECKING:
    from dateline.cache.store import Store
    from dateline.pipeline import Result
    from dateline.resolving import Resolved
    from dateline.survivors import NameSurvivesError
    from dateline.work.progress import Watch
    from dateline.work.workers import Workers

STRICT = 1
UNUSABLE = 2
FAULT = 70  # as sysexits.h has it: an error in the program itself
INTERRUPTED = 130  # as shells have it: 128 and the number of the signal


class StrictError(Exception):
    """There are problems, and --strict: nothing was written."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(f"{len(problems)} problem(s): nothing written (--strict)")
        self.problems = tuple(problems)


def speak_utf8() -> None:
    """Print the same bytes on every system, and no error for what a terminal cannot show."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def tell(problems: Sequence[Problem]) -> None:
    """Name what is wrong, on standard error."""
    for problem in problems:
        print(problem, file=sys.stderr)


def seeds(options: argparse.Namespace) -> list[Path]:
    return options.seeds or [Path("seeds")]


def kept(options: argparse.Namespace) -> Path | None:
    """The folder for what is kept of these inputs from build to build; None where nothing is.

    Raises UnusableInputError where it would lie in the site, which holds nothing but the site.
    """
    if options.no_cache:
        return None
    out: Path | None = getattr(options, "out", None)
    if out and options.cache.resolve().is_relative_to(out.resolve()):
        raise UnusableInputError(
            f"{options.cache}: lies in the site\n  hint: name a folder outside of --out with --cache"
        )
    return folder_of(options.cache, seeds(options))


@contextmanager
def store(options: argparse.Namespace) -> Iterator["Store"]:
    """What was made before."""
    from dateline.cache import rules
    from dateline.cache.store import Store

    folder = kept(options)
    with Store(folder / "articles.sqlite" if folder else None, rules.version()) as known:
        yield known
    lost = known.lost if folder or options.no_cache else "it cannot be written"
    if lost:
        print(f"{options.cache}: what was read is not kept for the next build: {lost}", file=sys.stderr)


def watch(options: argparse.Namespace) -> "Watch":
    """A bar for people at a terminal; `serve` prints lines only."""
    from dateline.work.progress import unwatched, watched

    unseen = options.command == "serve" or getattr(options, "json", False) or not sys.stderr.isatty()
    return unwatched if unseen else watched


@contextmanager
def _workers(options: argparse.Namespace) -> Iterator["Workers"]:
    from dateline.work.processes import Processes

    here = Processes(options.jobs)
    if options.cluster:
        from dateline.cluster import Cluster

        with Cluster(options.cluster, here, lambda what: print(what, file=sys.stderr)) as cluster:
            yield cluster
    else:
        yield here


def result(options: argparse.Namespace, known: "Store") -> "Result":
    """What the articles of --seeds come to; what is wrong with them is told."""
    from dateline.cache.memo import Memo
    from dateline.pipeline import run

    with _workers(options) as workers:
        memo = Memo(known, workers, watch(options))
        found = run(*seeds(options), conflict_file=options.conflict, largest=options.max_size, memo=memo)
    tell(found.problems)
    return found


@contextmanager
def _result(options: argparse.Namespace) -> Iterator["Result"]:
    with store(options) as known:
        yield result(options, known)


def check(options: argparse.Namespace) -> int:
    from dateline.survivors import NameSurvivesError, searched
    from dateline.web.render import drawn

    with _result(options) as result:
        if result.withheld.redactions:  # else no page is worth drawing
            try:
                deque(searched(drawn(result.timeline, result.timeline.url), result.withheld), maxlen=0)
            except NameSurvivesError as error:
                return survived(error)
        return STRICT if options.strict and result.problems else 0


def survived(error: "NameSurvivesError") -> int:
    """Tell where a withheld name still stands."""
    tell(error.problems)
    print(error, file=sys.stderr)
    return STRICT


def export(options: argparse.Namespace) -> int:
    from dateline.export import formats
    from dateline.publishing.publish import write
    from dateline.survivors import NameSurvivesError, searched
    from dateline.web.page import Page

    with _result(options) as result:
        if options.strict and result.problems:
            return STRICT
        timeline = result.timeline
        text = formats.BY_NAME[options.format].write(timeline, options.base_url or timeline.url)
        try:
            list(searched([Page(options.format, text.encode())], result.withheld))
        except NameSurvivesError as error:
            return survived(error)
        if options.out:
            write(text, options.out)
        else:
            print(text, end="")
        return 0


def read(options: argparse.Namespace) -> int:
    from dateline import transcript

    with _result(options) as result:
        resolved = result.resolved()
        shown = {name: _named(name, seeds(options), resolved) for name in options.files}
        for one in resolved:
            if options.files and not any(one in found for found in shown.values()):
                continue
            print(json.dumps(transcript.as_json(one), ensure_ascii=False) if options.json else transcript.as_text(one))
        missing = [name for name, found in shown.items() if not found]
        for name in missing:
            print(f"{name}: no such article in {', '.join(map(str, seeds(options)))}", file=sys.stderr)
        if missing:
            return UNUSABLE
        return STRICT if options.strict and result.problems else 0


def review(options: argparse.Namespace) -> int:
    from dateline.review import review

    with _result(options) as result:
        timeline = result.timeline
        print(review(result.resolved(), result.unknown, timeline.actors, timeline.events), end="")
        return STRICT if options.strict and result.problems else 0


def diff(options: argparse.Namespace) -> int:
    from dateline.changes import as_markdown, changes, masked, read_events

    before = read_events(options.since)
    with _result(options) as result:
        print(as_markdown(changes(masked(before, result.withheld), result.timeline)), end="")
        return STRICT if options.strict and result.problems else 0


def _named(name: str, seeds: Sequence[Path], resolved: Sequence["Resolved"]) -> list["Resolved"]:
    """The articles that a FILE names: by its path, by its path below the inputs, or by its bare name.

    A folder, a table or an archive names all that are in it.
    """
    from dateline.articles.inputs import called

    wanted = {name, *called(Path(name), seeds)}
    exact = [one for one in resolved if _holders(one.article.file) & wanted]
    return exact or [one for one in resolved if "/" not in name and Path(one.article.file).name == name]


def _holders(file: str) -> set[str]:
    """An article's `file`, and the table, the archive and the folders that hold it."""
    return {file, file.rpartition("#")[0], *(str(folder) for folder in PurePosixPath(file).parents)} - {"", "."}


def explain(options: argparse.Namespace) -> int:
    from dateline import transcript

    with _result(options) as result:
        events = [e for e in result.timeline.events if any(i.startswith(options.event) for i in (e.id, *e.other_ids))]
        if not events:
            print(f"no event {options.event!r}\n  hint: ids stand in site/data/events.json", file=sys.stderr)
            return UNUSABLE
        for event in events:
            print(transcript.explain(event, result.timeline))
        return STRICT if options.strict and result.problems else 0
