"""The command `read`: what was found in each article, for people or as JSON."""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from dateline.commands.ending import UNUSABLE, status, unusable
from dateline.commands.result import found, seeds

if TYPE_CHECKING:
    from dateline.stages.resolving import Resolved


def read(options: argparse.Namespace) -> int:
    """Prints the articles that are named, or all; 2 where one is named that is not there."""
    from dateline.commands import transcript

    with found(options) as result:
        resolved = result.resolved()
        named = {name: _named(name, seeds(options), resolved) for name in options.files}
        asked = {one.article.id for those in named.values() for one in those}
        for one in resolved:
            if one.article.id in asked or not named:
                as_json, as_text = transcript.as_json, transcript.as_text
                print(json.dumps(as_json(one), ensure_ascii=False) if options.json else as_text(one))
        missing = [name for name, those in named.items() if not those]
        for name in missing:
            what = f"{name}: no such article in {', '.join(map(str, seeds(options)))}"
            unusable(what, f"to read what lies elsewhere: build.py read --seeds {name}")
        return UNUSABLE if missing else status(result.problems, strict=options.strict)


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
