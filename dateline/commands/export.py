"""The command `export`: the events in one format, on standard output or in a file."""

import argparse

from dateline.commands.ending import DONE, STRICT, survived
from dateline.commands.result import found


def export(options: argparse.Namespace) -> int:
    """Prints the events, or writes them whole or not at all; nothing where a withheld name stands in them."""
    from dateline.export import formats
    from dateline.publishing.one_file import write
    from dateline.publishing.survivors import NameSurvivesError, searched
    from dateline.web.page import Page

    with found(options) as result:
        if options.strict and result.problems:
            return STRICT
        timeline = result.timeline
        text = formats.BY_NAME[options.format].write(timeline, options.base_url or timeline.url)
        try:
            list(searched([Page(options.format, text.encode())], result.withheld))
        except NameSurvivesError as error:
            return survived(error)
        if options.out:
            write(text, options.out)
        else:
            print(text, end="")
        return DONE
