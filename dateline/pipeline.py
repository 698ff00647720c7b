"""The straight line from folders and files of articles to a Timeline."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from dateline import timeline, unnamed
from dateline.articles.inputs import named
from dateline.articles.load import load as load_articles
from dateline.articles.sources import LARGEST
from dateline.cache.memo import Memo
from dateline.cache.store import Store
from dateline.conflict.corrections import corrected
from dateline.conflict.load import load as load_conflict
from dateline.conflict.redaction import Names
from dateline.merging import merge
from dateline.model import Report, Timeline
from dateline.names.linking.unknown import Unknown, unknown_names
from dateline.problems import Problem, UnusableInputError
from dateline.relations.relate import relate
from dateline.stages.archive import Archive
from dateline.stages.each import Read, Resolution, faults_of, gathered, load_each, read_each, resolve_each
from dateline.stages.known import Known, known_of
from dateline.stages.resolving import Resolved, Told
from dateline.undated.bounds import bounded
from dateline.work.workers import Alone


@dataclass(frozen=True)
class Result:
    timeline: Timeline
    resolutions: tuple[Resolution, ...]
    unknown: tuple[Unknown, ...]  # names that an editor should look at
    problems: tuple[Problem, ...]
    withheld: Names  # that may stand in nothing that is published

    def resolved(self) -> tuple[Resolved, ...]:
        """All that was found in each article."""
        return tuple(one.whole() for one in self.resolutions)


def run(*inputs: Path, conflict_file: Path | None = None, largest: int = LARGEST, memo: Memo | None = None) -> Result:
    """Reads folders and files of articles; raises UnusableInputError where nothing in them can be read.

    `conflict_file` stands for the conflict.toml of a folder; `largest` is the most bytes that an article may have;
    `memo` knows what was read before, and by whom the rest is read.
    """
    memo = memo or Memo(Store(None, ""), Alone())
    conflict, problems = load_conflict(named(inputs), conflict_file)
    try:
        articles, wrong = load_articles(inputs, conflict, largest, partial(load_each, memo))
    except UnusableInputError as error:
        raise UnusableInputError(str(error), [*problems, *error.problems]) from error
    readings = read_each(memo, articles)  # each article alone
    archive, faults = gathered(memo, readings, conflict)  # what only all of them show
    known = known_of(archive)
    resolved = resolve_each(memo, readings, archive)  # each again, with what all show
    archive, resolved = _dated(memo, readings, resolved, archive, known)  # those once more that had no date
    faults += faults_of(readings, resolved)
    if all(read.fault or one.fault for read, one in zip(readings, resolved, strict=True)):
        raise UnusableInputError("no article can be read", [*problems, *wrong, *faults])
    told = [one.told for one in resolved]
    with memo.table("merging") as before:
        events = merge.events(_reports(told), archive.articles, known, conflict.corrections, before, _keys(resolved))
    actors = archive.actors.keys() | unnamed.classes(events, archive.actors)
    edited = corrected(events, conflict.corrections, actors, [one.id for one in archive.directory.places])
    now = timeline.now_of(archive.articles.values())
    events = relate(edited.events, archive.articles, known.sides, now)
    unknown = unknown_names({one.heard.article.id: one.heard.names for one in readings}, archive.directory)
    made = timeline.of(conflict, archive, told, events, edited.hidden)
    problems = sorted([*problems, *wrong, *faults, *edited.problems])
    return Result(made, tuple(resolved), unknown, tuple(problems), Names(conflict.redactions))


def _dated(
    memo: Memo, readings: Sequence[Read], resolved: Sequence[Resolution], archive: Archive, known: Known
) -> tuple[Archive, list[Resolution]]:
    """The archive with bounds for articles that state no date, and these resolved again by them."""
    with memo.table("undated") as before:
        better = bounded(archive, [one.told for one in resolved], known, before, _keys(resolved))
    ids = [one.heard.article.id for one in readings]
    moved = [n for n, id in enumerate(ids) if archive.articles[id] != better.articles[id]]
    again = dict(zip(moved, resolve_each(memo, [readings[n] for n in moved], better), strict=True))
    return better, [again.get(n, one) for n, one in enumerate(resolved)]


def _keys(resolved: Sequence[Resolution]) -> dict[str, bytes]:
    return {one.told.article.id: one.key for one in resolved}


def _reports(told: Sequence[Told]) -> list[Report]:
    return [report for one in told for report in one.reports]
