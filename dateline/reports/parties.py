"""Who acts in an event, and which round of talks it belongs to."""

from collections.abc import Iterator, Sequence

from dateline.lexicon.load import document
from dateline.model import Name, Span, Speaker
from dateline.reports.draft import Draft, Story
from dateline.reports.event_nouns import Trigger

ASIDES = frozenset(["relative", "since", "when", "as", "because", "before"])
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


def zone(work: Draft, span: Span, found: Trigger) -> list[Span]:
    """The tokens that tell of the event, and those of its subject: of a statement not what is said.

    "The ministry said that rebels had fled" is told of the ministry; "urged the rebels to flee" of both.
    """
    own = next((n for n, trigger in enumerate(work.triggers) if trigger == found), None)
    words = work.parsed.words
    if own is None or found.type != "statement" or found.noun:
        inside = [k for k, word in enumerate(words) if span.start <= word.start < span.end]
        told = [Span(inside[0], inside[-1] + 1)] if inside else []
    else:
        told = [Span(work.clauses[own].first, work.clauses[own].last), *_acted_upon(work, own)]
    told = [part for span in told for part in _without_source(work, span)]
    if own is None:
        return told
    subject = _understood(work, own) or work.subject(own)
    return [*told, *_detailed(work, own, found), *([subject] if subject else ())]


def _without_source(work: Draft, span: Span) -> list[Span]:
    """The tokens but for those that say who is the source: "…, according to the agency"."""
    words = work.parsed.words
    for k in range(span.start, span.end - 1):
        if words[k].low == "according" and words[k + 1].low == "to":
            end = next((m for m in range(k, span.end) if words[m].low == ","), span.end)
            return [part for part in (Span(span.start, k), Span(end, span.end)) if part.end > part.start]
    return [span]


def _detailed(work: Draft, own: int, found: Trigger) -> Iterator[Span]:
    """ "a drone attack that killed six soldiers": the clause behind tells more of the same."""
    for clause, trigger in zip(work.clauses[own + 1 : own + 2], work.triggers[own + 1 : own + 2], strict=True):
        if found.noun and clause.relation == "relative" and trigger and trigger.type == found.type:
            yield Span(clause.first, clause.last)


def _understood(work: Draft, n: int) -> Span | None:
    """The subject of what opens a sentence without one: "Weeks after opening talks, …, the envoy told reporters".

    Also of "In a statement issued on Monday, the army said".
    """
    found = work.triggers[n]
    told = found is not None and found.noun and found.type == "statement"
    issued = told and n == 0 and work.parsed.words[0].low == "in"
    if work.clauses[n].verb.finite and not issued:
        return None
    main = (m for m in range(n + 1, len(work.clauses)) if work.clauses[m].relation not in ("relative", "complement"))
    after = next(main, None)
    return work.subject(after) if after is not None else None


def _acted_upon(work: Draft, own: int) -> Iterator[Span]:
    """What an act of speech is about: "announced that it would free the rebels", and no mere "said"."""
    for n, clause in enumerate(work.clauses):
        if clause.governor == own and work.speaks_of_itself(n) and _acts(work, n):
            yield Span(clause.first, clause.last)  # "said he warned the rebels"
    if not _acts(work, own):
        return
    for n, clause in enumerate(work.clauses):
        content = clause.governor == own or (n == own + 1 and work.parsed.words[clause.first].low == "that")
        goes_on = n == own + 1 and clause.relation == "and" and clause.leader == own and _acts(work, n)
        if content or goes_on:
            yield Span(clause.first, clause.last)


def _acts(work: Draft, n: int) -> bool:
    """Whether clause `n` is an act by words, but for a denial."""
    verbs, verb = document("speech").data["verbs"], work.clauses[n].verb
    return verb.lemma in verbs["acts"] and work.parsed.words[verb.main].low not in verbs["denying"]


def actors(work: Draft, span: Span, where: Sequence[Span], found: Trigger, who: Speaker | None) -> tuple[str, ...]:
    """Who acts in the event: those in its words or its subject, who says it; for talks else those of the sentence."""
    apart = {start for phrase in work.phrases for start in phrase.names}
    named = [name for name in work.names if name.acts and name.id and name.span.start not in apart]
    inside = [name for name in named if any(_holds(work, span, name) for span in where)]
    borrowed = work.borrowed() if inside else set()
    taking_part = [name.id for name in inside if name.id and name.span.start not in borrowed]
    taking_part += _subject_actors(work, span, found)
    if not taking_part and found.type in ("talks", "agreement"):
        parties = [name.id for name in named if name.id and name.kind != "person"]
        taking_part += parties if len(set(parties)) > 1 else []
    if not taking_part and found.type == "statement":
        taking_part += _outlets(work, found)
    if who and not _aside(work, found):
        taking_part += [who.actor] if who.actor else []
        for n, speaker in work.speakers.items():
            taking_part += (acting(work, n) or []) if speaker is who else []
    return tuple(dict.fromkeys(taking_part))


def _aside(work: Draft, found: Trigger) -> bool:
    """Whether the narrator tells it by the way, and nobody claims it: "the vote, which had been planned for May"."""
    told = zip(work.clauses, work.triggers, strict=True)
    return any(clause.relation in ASIDES for clause, own in told if own == found)


def _outlets(work: Draft, found: Trigger) -> list[str]:
    """Who reports it where nobody else says so, though an outlet takes no part in what it reports."""
    own = [n for n, trigger in enumerate(work.triggers) if trigger == found]
    subjects = [span for n in own if (span := work.subject(n))]
    outlets = [name for name in work.names if name.kind == "organisation"]
    return [name.id for name in outlets if name.id and any(_holds(work, span, name) for span in subjects)]


def _holds(work: Draft, span: Span, name: Name) -> bool:
    return work.parsed.words[span.start].start <= name.span.start < work.parsed.words[span.end - 1].end


def round_of(work: Draft, story: Story, span: Span) -> str | None:
    """The round that the words name; for "the talks" the one that the article named last."""
    named = story.rounds.beginning_in(span)
    if named:
        return next((m.id for m in named if m.id), None)
    if not any(noun.type == "talks" and noun.definite for noun in work.parsed.nouns):
        return None
    last = story.rounds.last_ended(span.start)
    return last.id if last and span.start - last.span.end < STILL_NAMED else None
