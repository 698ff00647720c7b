"""Whether one who tells of an event takes part in it, or only tells what others have agreed or decided."""

from collections.abc import Sequence
from functools import cache

from dateline.lexicon.load import document
from dateline.model import EventType, Speaker
from dateline.reports.drafts.draft import Draft
from dateline.reports.drafts.story import Story
from dateline.reports.grammar.event_nouns import Trigger

AMONG_THEMSELVES: frozenset[EventType] = frozenset(["agreement", "decision", "meeting"])


def only_tells(work: Draft, story: Story, found: Trigger, who: Speaker, others: Sequence[str]) -> bool:
    """ "The rebels have signed the accord, the mediator said": he has not signed, and speaks for no side.

    Whoever tells of violence is a party to the story, and a hope is that of whoever hopes.
    """
    if who.actor is None or found.type not in AMONG_THEMSELVES or not set(others) - {who.actor}:
        return False
    told = [n for n, own in enumerate(work.triggers) if own == found]
    said = [n for n, speaker in work.speakers.items() if speaker is who]
    if any(work.speaks_of_itself(n) for n in told) or any(work.clauses[n].verb.lemma in _hopes() for n in said):
        return False
    if found.type == "decision":
        return True
    actor = story.material.actors.get(who.actor)
    side = actor is not None and actor.kind != "person"
    alone = len(set(others) - {who.actor}) == 1
    partner = side and alone and found.type == "agreement"  # "An accord with Chad has been reached, the rebels said"
    return who.actor not in story.material.speak_for and not partner


@cache
def _hopes() -> frozenset[str]:
    return frozenset(document("speech").data["verbs"]["hopes"])
