"""The command `explain`: what an event and its date rest on."""

import argparse

from dateline.commands.ending import status, unusable
from dateline.commands.result import found


def explain(options: argparse.Namespace) -> int:
    """Prints each event whose id, or that of a piece of its evidence, begins so; 2 where none does."""
    from dateline.commands import transcript

    with found(options) as result:
        events = [e for e in result.timeline.events if any(i.startswith(options.event) for i in (e.id, *e.other_ids))]
        if not events:
            return unusable(
                f"no event {options.event!r}",
                "it is the name of the event's page, without .html; all stand in site/data/events.json",
            )
        for event in events:
            print(transcript.explain(event, result.timeline))
        return status(result.problems, strict=options.strict)
