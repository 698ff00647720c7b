"""The command `diff`: what the articles now change of the timeline last published, for a pull request."""

import argparse

from dateline.commands.ending import status
from dateline.commands.result import found


def diff(options: argparse.Namespace) -> int:
    """Prints the changes as Markdown."""
    from dateline.changes import as_markdown, changes
    from dateline.published import masked, read_events

    before = read_events(options.since)
    with found(options) as result:
        print(as_markdown(changes(masked(before, result.withheld), result.timeline)), end="")
        return status(result.problems, strict=options.strict)
