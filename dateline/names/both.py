""" "Both nations", "the two governments": the states that the text has just named, where they are two and no third."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from dateline.model import Name, Span
from dateline.names import knowledge
from dateline.names.linked import Archive, Linked, Who
from dateline.names.service import Service
from dateline.names.states import state_actor

REACH = 20  # names back in which they are looked for
NEAR = 300  # characters between the two and the words that take them up
_BOTH = re.compile(r"\b(?:both|the two) (?:nations|countries|states|governments)\b", re.IGNORECASE)


def both(archive: Archive, text: str, linked: Sequence[Linked], service: Service) -> Iterator[Linked]:
    """Two implied names for each such phrase; `linked` are the article's names in order, `service` whom they serve."""
    acting = [one for one in linked if one.name.acts and one.actor]
    starts = [one.name.span.start for one in acting]
    states: list[Who] = []
    for match in _BOTH.finditer(text):
        before = bisect_left(starts, match.start())
        near = acting[max(0, before - REACH) : before]
        if not near or match.start() - near[-1].name.span.end > NEAR:
            continue
        sentence = [one for one in near if one.sentence == near[-1].sentence and one.quoted == near[-1].quoted]
        ids = {id for one in sentence if one.actor for id in (one.actor.id, *service.get(one.actor.id, ()))}
        states = states or [state_actor(archive, code) for code in knowledge.states()]
        two = [state for state in states if state.id in ids]
        if len(two) == 2:
            span, at = Span(*match.span()), near[-1].sentence
            for who in two:
                yield Linked(Name(span, match[0], who.kind, who.id, True, True), who, None, (), "", at, True)
