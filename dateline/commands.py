"""What each command does: it prints, and its exit status is what it returns."""

import argparse
import json
import sys
from collections import deque
from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from dateline.problems import Problem

if TYPE_CHECKING:
    from dateline.pipeline import Result
    from dateline.resolving import Resolved
    from dateline.survivors import NameSurvivesError

STRICT = 1
UNUSABLE = 2


def tell(problems: Sequence[Problem]) -> None:
    """Name what is wrong, on standard error."""
    for problem in problems:
        print(problem, file=sys.stderr)


def _seeds(options: argparse.Namespace) -> list[Path]:
    return options.seeds or [Path("seeds")]


def _result(options: argparse.Namespace) -> "Result":
    """What the articles of --seeds come to; what is wrong with them is told."""
    from dateline.pipeline import run

    result = run(*_seeds(options), conflict_file=options.conflict, largest=options.max_size)
    tell(result.problems)
    return result


def build(options: argparse.Namespace) -> int:
    from dateline.changes import changes, masked, read_events
    from dateline.publish import ForeignFilesError, publish
    from dateline.survivors import NameSurvivesError, searched
    from dateline.web.render import drawn

    before = read_events(options.since) if options.since else None
    result = _result(options)
    if options.strict and result.problems:
        print(f"{len(result.problems)} problem(s): nothing written (--strict)", file=sys.stderr)
        return STRICT
    changed = None if before is None else changes(masked(before, result.withheld), result.timeline)
    made = drawn(result.timeline, options.base_url or result.timeline.url, changed)
    try:
        written = publish(searched(made, result.withheld), options.out)
    except NameSurvivesError as error:
        return _survived(error)
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


def check(options: argparse.Namespace) -> int:
    from dateline.survivors import NameSurvivesError, searched
    from dateline.web.render import drawn

    result = _result(options)
    if result.withheld.redactions:  # else no page is worth drawing
        try:
            deque(searched(drawn(result.timeline, result.timeline.url), result.withheld), maxlen=0)
        except NameSurvivesError as error:
            return _survived(error)
    return STRICT if options.strict and result.problems else 0


def _survived(error: "NameSurvivesError") -> int:
    tell(error.problems)
    print(error, file=sys.stderr)
    return STRICT


def export(options: argparse.Namespace) -> int:
    from dateline.export import formats
    from dateline.publish import write
    from dateline.survivors import NameSurvivesError, searched
    from dateline.web.page import Page

    result = _result(options)
    if options.strict and result.problems:
        return STRICT
    timeline = result.timeline
    text = formats.BY_NAME[options.format].write(timeline, options.base_url or timeline.url)
    try:
        list(searched([Page(options.format, text.encode())], result.withheld))
    except NameSurvivesError as error:
        return _survived(error)
    if options.out:
        write(text, options.out)
    else:
        print(text, end="")
    return 0


def read(options: argparse.Namespace) -> int:
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


def review(options: argparse.Namespace) -> int:
    from dateline.review import review

    result = _result(options)
    timeline = result.timeline
    print(review(result.resolved, result.unknown, timeline.actors, timeline.events), end="")
    return STRICT if options.strict and result.problems else 0


def diff(options: argparse.Namespace) -> int:
    from dateline.changes import as_markdown, changes, masked, read_events

    before = read_events(options.since)
    result = _result(options)
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

    result = _result(options)
    events = [e for e in result.timeline.events if any(i.startswith(options.event) for i in (e.id, *e.other_ids))]
    if not events:
        print(f"no event {options.event!r}\n  hint: ids stand in site/data/events.json", file=sys.stderr)
        return UNUSABLE
    for event in events:
        print(transcript.explain(event, result.timeline))
    return STRICT if options.strict and result.problems else 0
