"""Who acts in an event, and which round of talks it belongs to."""

from dateline.model import Span, Speaker
from dateline.reports.draft import Draft, Story
from dateline.reports.event_nouns import Trigger

STILL_NAMED = 600  # characters for which "the talks" are the round named before


def _subject_actors(work: Draft, span: Span, found: Trigger) -> list[str]:
    """The actors of a subject that the clause shares with another, or of the sentence that opens with the phrase."""
    opening = span.end < work.parsed.words[-1].start and span.start - work.parsed.sentence.span.start < 12
    for n, clause in enumerate(work.clauses):
        if found.noun and found.type == "statement" and work.parsed.words[clause.verb.main].low == found.lemma:
            return acting(work, n) or []  # "announced a withdrawal, beyond the one first announced in May"
        if (clause.subject is None and work.triggers[n] == found) or (
            n == 0 and opening and found not in work.triggers
        ):
            subject = acting(work, n)
            if subject is not None:
                return subject
    return []


def acting(work: Draft, n: int) -> list[str] | None:
    """The actors that the subject of clause `n` names; None where it has none."""
    subject = work.subject(n)
    if subject is None:
        return None
    start, end = work.parsed.words[subject.start].start, work.parsed.words[subject.end - 1].end
    return [name.id for name in work.names if name.id and name.acts and start <= name.span.start < end]


def actors(work: Draft, span: Span, found: Trigger, who: Speaker | None) -> tuple[str, ...]:
    """Who acts in the event: those in its words or its subject, who says it; for talks else those of the sentence."""
    inside = [name for name in work.names if span.start <= name.span.start < span.end and name.acts]
    borrowed = work.borrowed() if inside else set()
    taking_part = [name.id for name in inside if name.id and name.span.start not in borrowed]
    taking_part += _subject_actors(work, span, found)
    if not taking_part and found.type in ("talks", "agreement"):
        taking_part += [name.id for name in work.names if name.acts and name.id]
    if who and who.actor:
        taking_part.append(who.actor)
    for n, speaker in work.speakers.items():
        if who is not None and speaker is who:
            taking_part += acting(work, n) or []
    return tuple(dict.fromkeys(taking_part))


def round_of(work: Draft, story: Story, span: Span) -> str | None:
    """The round that the words name; for "the talks" the one that the article named last."""
    named = [m for m in story.material.rounds if span.start <= m.span.start < span.end]
    if named:
        return next((m.id for m in named if m.id), None)
    if not any(noun.type == "talks" and noun.definite for noun in work.parsed.nouns):
        return None
    near = [m for m in story.material.rounds if 0 <= span.start - m.span.end < STILL_NAMED]
    return near[-1].id if near else None
