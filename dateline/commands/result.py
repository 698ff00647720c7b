"""What the articles of --seeds come to, with what is kept of them from build to build."""

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.cache.folder import folder_of
from dateline.commands.ending import tell
from dateline.problems import UnusableInputError

if TYPE_CHECKING:
    from dateline.cache.store import Store
    from dateline.pipeline import Result
    from dateline.work.progress import Watch
    from dateline.work.workers import Workers


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
    from dateline.cache.store import Store
    from dateline.work import versions

    folder = kept(options)
    with Store(folder / "articles.sqlite" if folder else None, versions.program()) as known:
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
        from dateline.work.cluster import Cluster

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
def found(options: argparse.Namespace) -> Iterator["Result"]:
    """The same, for commands that write no site."""
    with store(options) as known:
        yield result(options, known)
