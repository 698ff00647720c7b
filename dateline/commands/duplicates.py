"""Events of two articles that may be one: too little in common to be merged, enough for a person to look at."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from dateline.model import FUTURE, Event
from dateline.text.wording import content_words

LOOK_BACK = 40  # events of one kind and day that each is compared with
WORDS = 2  # words of content that the two have in common


def likely(events: Sequence[Event]) -> Iterator[tuple[Event, Event]]:
    """Pairs of one kind and stated day with an actor or a place and some words in common; order: that of the events."""
    blocks: dict[tuple[object, ...], list[Event]] = defaultdict(list)
    for event in events:
        if event.when.precision != "day" or not event.when.stated:
            continue
        block = blocks[event.type, event.when.first, event.modality in FUTURE]
        for before in block[-LOOK_BACK:]:
            if _alike(before, event):
                yield before, event
        block.append(event)


def _alike(one: Event, other: Event) -> bool:
    if {report.article for report in one.reports} & {report.article for report in other.reports}:
        return False
    if one.round and other.round and one.round != other.round:
        return False
    shared = set(one.actors) & set(other.actors) or set(one.places) & set(other.places)
    words = content_words(one.reports[0].quote) & content_words(other.reports[0].quote)
    return bool(shared) and len(words) >= WORDS
