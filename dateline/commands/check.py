"""The command `check`: what is wrong with the articles, and whether a withheld name would stand in the site."""

import argparse
import sys
from collections import deque

from dateline.commands.account import counted
from dateline.commands.ending import status, survived
from dateline.commands.result import found


def check(options: argparse.Namespace) -> int:
    """Says what is wrong, and in a last line of how many articles."""
    from dateline.publishing.survivors import NameSurvivesError, searched
    from dateline.web.render import drawn

    with found(options) as result:
        if result.withheld.redactions:  # else no page is worth drawing
            try:
                deque(searched(drawn(result.timeline, result.timeline.url), result.withheld), maxlen=0)
            except NameSurvivesError as error:
                return survived(error)
        timeline, wrong = result.timeline, len(result.problems)
        told = f"{counted(len(timeline.articles), 'article')}, {counted(len(timeline.events), 'event')}"
        print(f"{told}: {counted(wrong, 'problem') if wrong else 'nothing is wrong'}", file=sys.stderr)
        return status(result.problems, strict=options.strict)
