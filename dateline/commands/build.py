"""The command `build`: whether there is anything to do, the site written, and an account of it."""

import argparse
import gc
import sys
from collections import Counter
from contextlib import closing, suppress
from dataclasses import asdict
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from dateline.cache.stamp import Stamp, Tree, settled, tree
from dateline.commands import account
from dateline.commands.account import Account
from dateline.commands.ending import DONE, STRICT, StrictError, survived, tell
from dateline.commands.result import kept, result, seeds, store, watch
from dateline.publishing.limits import notes
from dateline.work import versions

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dateline.cache.store import Store
    from dateline.changes import Change
    from dateline.commands.last import Last
    from dateline.pipeline import Result
    from dateline.published import Old
    from dateline.publishing.publish import Published


def build(options: argparse.Namespace) -> int:
    """Builds where anything has changed since the last time, and tells what came of it."""
    begun = perf_counter()
    folder = kept(options)
    stamp = Stamp(folder) if folder else None
    now = _tick(options)
    inputs = _inputs(options)
    made = _unchanged(stamp, _state(options, inputs)) if stamp else None
    if made:
        tell(made.problems)
    else:
        from dateline.publishing.survivors import NameSurvivesError

        try:
            made = write(options)
        except StrictError as error:
            print(error, file=sys.stderr)
            return STRICT
        except NameSurvivesError as error:
            return survived(error)
        if stamp and settled(inputs.newest, now):
            stamp.leave(_state(options, inputs), asdict(made))
    _print(made, options.json, perf_counter() - begun)
    return DONE


def write(options: argparse.Namespace) -> Account:
    """Write the site into --out; what is wrong with the articles is told.

    Raises StrictError, UnusableInputError where nothing can be read, and what `publish` raises. From the first page on
    Python does not look for cycles, until it is told to: a site that is drawn makes next to none, and its other parts
    last as long.
    """
    from dateline.published import read_events

    before = read_events(options.since) if options.since else None
    with store(options) as known:
        found = result(options, known)
        if options.strict and found.problems:
            raise StrictError(found.problems)
        gc.disable()
        return _write(options, known, found, before)


def _write(options: argparse.Namespace, known: "Store", found: "Result", before: "Sequence[Old] | None") -> Account:
    """The site of what was found written, beside what was published `before`; and what the next build is to know."""
    from dateline.changes import changes
    from dateline.commands.last import NOTHING, Last, last, leave
    from dateline.published import masked, olds

    timeline = found.timeline
    changed = None if before is None else changes(masked(before, found.withheld), timeline)
    left = last(known)
    written, ledger = _published(options, found, changed, left or NOTHING)
    articles = tuple(one.id for one in timeline.articles)
    leave(known, Last(articles, olds(timeline), written.files, ledger, _tick(options)))
    ids = set(left.articles) if left else set()
    return Account(
        out=str(options.out),
        articles=len(timeline.articles),
        events=len(timeline.events),
        actors=sum(not actor.unnamed for actor in timeline.actors),
        rounds=len(timeline.rounds),
        unknown_names=len(found.unknown),
        undated=sum(article.published.when.precision != "day" for article in timeline.articles),
        problems=found.problems,
        files_written=len(written.written),
        files_unchanged=len(written.unchanged),
        files_removed=len(written.removed),
        size=written.size,
        largest=written.largest,
        added=tuple(one.id for one in timeline.articles if one.id not in ids) if left else (),
        gone=tuple(sorted(ids - {one.id for one in timeline.articles})),
        changes=dict(Counter(change.kind for change in changes(left.events, timeline))) if left else {},
    )


def _published(
    options: argparse.Namespace, found: "Result", changed: "Sequence[Change] | None", last: "Last"
) -> "tuple[Published, bytes]":
    """The site written, with what still stands of the `last` one; and the ledger of it."""
    from dateline.export.provenance import Settings
    from dateline.published import digest
    from dateline.publishing.publish import publish
    from dateline.publishing.survivors import searched
    from dateline.web.ledger import Ledger
    from dateline.web.render import drawn

    out, beside = options.out, found.withheld.redactions
    ledger = Ledger(last.ledger, last.intact(out), beside, last.content(out))
    address = options.base_url or found.timeline.url
    settings = Settings(versions.package(), digest(options.since) if options.since else None, options.max_size)
    pages = drawn(found.timeline, address, changed, jobs=options.jobs, ledger=ledger, settings=settings)
    with closing(watch(options)(pages, "drawing")) as coming:
        written = publish(searched(coming, found.withheld), options.out, last.files, partial(_waiting, options.out))
    return written, ledger.packed()


def _waiting(out: Path) -> None:
    print(f"another build writes beside {out}: this one waits for its end", file=sys.stderr)


def _tick(options: argparse.Namespace) -> int:
    """The time by the clock of the file system, in nanoseconds; 0 where nothing is kept."""
    folder = kept(options)
    return Stamp(folder).tick() if folder else 0


def _inputs(options: argparse.Namespace) -> Tree:
    named = [path for path in (options.conflict, options.since) if path]
    return tree([*seeds(options), *named], without=(options.out, options.cache))


def _state(options: argparse.Namespace, inputs: Tree) -> "Iterator[str]":
    """All that decides what a build does: the inputs, the package, the options, and the site as it is.

    The last takes longest to tell, and need not be told where the first is another.
    """
    told = (options.seeds, options.conflict, options.since, options.out, options.base_url, options.max_size)
    yield from (inputs.digest, tree(versions.FOLDERS).digest, repr(told), str(options.strict), *versions.beside())
    yield tree([options.out, *_left(options.out)]).digest


def _left(out: Path) -> list[Path]:
    """What a build that was killed has left beside the site, for this one to remove."""
    out = out.resolve()
    with suppress(OSError):
        return sorted(one for one in out.parent.iterdir() if one.name.startswith(f".{out.name}.dateline-"))
    return []


def _unchanged(stamp: Stamp, state: "Iterator[str]") -> Account | None:
    """The account of the last build, if this one has nothing to do."""
    with suppress(TypeError, KeyError):
        left = stamp.account(state)
        return account.read(left).again() if left else None
    return None


def _print(made: Account, as_json: bool, seconds: float) -> None:
    tell([*notes(made.out, made.size, made.largest)])
    if as_json:
        print(made.as_json(seconds))
    else:
        print("\n".join(made.lines(seconds)), file=sys.stderr)
