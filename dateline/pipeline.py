"""The straight line from folders and files of articles to a Timeline."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from dateline import merging, relations, timeline, undated
from dateline.archive import gather
from dateline.articles.inputs import named
from dateline.articles.load import load as load_articles
from dateline.articles.sources import LARGEST
from dateline.conflict.load import load as load_conflict
from dateline.corrections import corrected
from dateline.model import Report, Timeline
from dateline.names.unknown import Unknown, unknown_names
from dateline.problems import Problem, UnusableInputError
from dateline.reading import read
from dateline.redaction import Names
from dateline.resolving import Resolved, resolve
from dateline.sides import sides


@dataclass(frozen=True)
class Result:
    timeline: Timeline
    resolved: tuple[Resolved, ...]
    unknown: tuple[Unknown, ...]  # names that an editor should look at
    problems: tuple[Problem, ...]
    withheld: Names  # that may stand in nothing that is published


def run(*inputs: Path, conflict_file: Path | None = None, largest: int = LARGEST) -> Result:
    """Reads folders and files of articles; raises UnusableInputError where nothing in them can be read.

    `conflict_file` stands for the conflict.toml of a folder; `largest` is the most bytes that an article may have.
    """
    conflict, problems = load_conflict(named(inputs), conflict_file)
    try:
        articles, wrong = load_articles(inputs, conflict, largest)
    except UnusableInputError as error:
        raise UnusableInputError(str(error), [*problems, *error.problems]) from error
    readings = [read(article) for article in articles]  # each article alone
    archive = gather(readings, conflict)  # what only all of them show
    people = frozenset(id for id, actor in archive.actors.items() if actor.kind == "person")
    resolved = tuple(resolve(reading, archive) for reading in readings)  # each again, with what all show
    archive, before = undated.bounded(archive, resolved, people), archive
    resolved = tuple(
        one if before.articles[one.article.id] == archive.articles[one.article.id] else resolve(reading, archive)
        for reading, one in zip(readings, resolved, strict=True)
    )
    events = merging.events(_reports(resolved), archive.articles, people, conflict.corrections)
    edited = corrected(events, conflict.corrections, archive.actors, [one.id for one in archive.directory.places])
    now = timeline.now_of(archive.articles.values())
    events = relations.relate(edited.events, archive.articles, sides(archive.actors.values()), now)
    unknown = unknown_names({reading.article.id: reading.names for reading in readings}, archive.directory)
    made = timeline.of(conflict, archive, resolved, events, edited.hidden)
    return Result(
        made, resolved, unknown, tuple(sorted([*problems, *wrong, *edited.problems])), Names(conflict.redactions)
    )


def _reports(resolved: Sequence[Resolved]) -> list[Report]:
    return [report for one in resolved for report in one.reports]
