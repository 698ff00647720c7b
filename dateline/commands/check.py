"""The command `check`: what is wrong with the articles, and whether a withheld name would stand in the site."""

import argparse
from collections import deque

from dateline.commands.ending import status, survived
from dateline.commands.result import found


def check(options: argparse.Namespace) -> int:
    from dateline.publishing.survivors import NameSurvivesError, searched
    from dateline.web.render import drawn

    with found(options) as result:
        if result.withheld.redactions:  # else no page is worth drawing
            try:
                deque(searched(drawn(result.timeline, result.timeline.url), result.withheld), maxlen=0)
            except NameSurvivesError as error:
                return survived(error)
        return status(result.problems, strict=options.strict)
