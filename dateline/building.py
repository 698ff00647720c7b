"""The command `build`: whether there is anything to do, the site written, and an account of it."""

import argparse
import sys
from collections import Counter
from contextlib import closing, suppress
from dataclasses import asdict
from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple

from dateline import account
from dateline.account import Account
from dateline.cache import rules
from dateline.cache.stamp import Stamp, Tree, settled, tree
from dateline.commands import STRICT, UNUSABLE, StrictError, kept, result, seeds, store, survived, tell, watch
from dateline.limits import notes

if TYPE_CHECKING:
    from dateline.cache.store import Store
    from dateline.changes import Old

_LAST = b"the timeline of the last build"


def build(options: argparse.Namespace) -> int:
    """Builds where anything has changed since the last time, and tells what came of it."""
    begun = perf_counter()
    folder = kept(options)
    stamp = Stamp(folder) if folder else None
    now = stamp.tick() if stamp else 0
    inputs = _inputs(options)
    made = _unchanged(stamp, _state(options, inputs)) if stamp else None
    if made:
        tell(made.problems)
    else:
        from dateline.publish import ForeignFilesError
        from dateline.survivors import NameSurvivesError

        try:
            made = write(options)
        except StrictError as error:
            print(error, file=sys.stderr)
            return STRICT
        except NameSurvivesError as error:
            return survived(error)
        except (ForeignFilesError, ValueError) as error:
            print(error, file=sys.stderr)
            return UNUSABLE
        if stamp and settled(inputs.newest, now):
            stamp.leave(_state(options, inputs), asdict(made))
    _print(made, options.json, perf_counter() - begun)
    return 0


def write(options: argparse.Namespace) -> Account:
    """Write the site into --out; what is wrong with the articles is told.

    Raises StrictError, UnusableInputError where nothing can be read, and what `publish` raises.
    """
    from dateline.changes import changes, masked, olds, read_events
    from dateline.publish import publish
    from dateline.survivors import searched
    from dateline.web.render import drawn

    before = read_events(options.since) if options.since else None
    with store(options) as known:
        found = result(options, known)
        if options.strict and found.problems:
            raise StrictError(found.problems)
        timeline = found.timeline
        changed = None if before is None else changes(masked(before, found.withheld), timeline)
        pages = drawn(timeline, options.base_url or timeline.url, changed, jobs=options.jobs)
        with closing(watch(options)(pages, "drawing")) as coming:
            written = publish(searched(coming, found.withheld), options.out)
        last = _exchanged(known, _Last(tuple(one.id for one in timeline.articles), olds(timeline)))
        ids = set(last.articles) if last else set()
        return Account(
            out=str(options.out),
            articles=len(timeline.articles),
            events=len(timeline.events),
            actors=sum(not actor.unnamed for actor in timeline.actors),
            rounds=len(timeline.rounds),
            unknown_names=len(found.unknown),
            problems=found.problems,
            files_written=len(written.written),
            files_unchanged=len(written.unchanged),
            files_removed=len(written.removed),
            size=written.size,
            largest=written.largest,
            added=tuple(one.id for one in timeline.articles if one.id not in ids) if last else (),
            gone=tuple(sorted(ids - {one.id for one in timeline.articles})),
            changes=dict(Counter(change.kind for change in changes(last.events, timeline))) if last else {},
        )


class _Last(NamedTuple):
    """What is kept of a timeline for the account of the next build."""

    articles: tuple[str, ...]
    events: "tuple[Old, ...]"


def _exchanged(known: "Store", new: _Last) -> _Last | None:
    """Keep `new`; what the build before kept, None where there was none."""
    from dateline.cache.packing import DamagedError, digest, packed, unpacked

    key = digest(_LAST)
    left = known.first(key)
    known.put(key, packed(tuple(new)), b"")
    with suppress(DamagedError, TypeError):
        return _Last(*unpacked(left)) if left else None
    return None


def _inputs(options: argparse.Namespace) -> Tree:
    named = [path for path in (options.conflict, options.since) if path]
    return tree([*seeds(options), *named], without=(options.out, options.cache))


def _state(options: argparse.Namespace, inputs: Tree) -> list[str]:
    """All that decides what a build does: the inputs, the site as it is, the options, and the package."""
    told = (options.seeds, options.conflict, options.since, options.out, options.base_url, options.max_size)
    package, site = tree(rules.FOLDERS), tree([options.out])
    return [inputs.digest, package.digest, site.digest, repr(told), str(options.strict), *rules.beside()]


def _unchanged(stamp: Stamp, state: list[str]) -> Account | None:
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
