"""The command `read`: what was found in each article, for people or as JSON."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from dateline.commands.ending import UNUSABLE, status
from dateline.commands.result import found, seeds

if TYPE_CHECKING:
    from dateline.stages.resolving import Resolved


def read(options: argparse.Namespace) -> int:
    from dateline.commands import transcript

    with found(options) as result:
        resolved = result.resolved()
        shown = {name: _named(name, seeds(options), resolved) for name in options.files}
        for one in resolved:
            if options.files and not any(one in those for those in shown.values()):
                continue
            print(json.dumps(transcript.as_json(one), ensure_ascii=False) if options.json else transcript.as_text(one))
        missing = [name for name, those in shown.items() if not those]
        for name in missing:
            print(f"{name}: no such article in {', '.join(map(str, seeds(options)))}", file=sys.stderr)
        if missing:
            return UNUSABLE
        return status(result.problems, strict=options.strict)


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
