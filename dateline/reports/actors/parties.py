"""Who acts in an event, and which round of talks it belongs to."""

from collections.abc import Sequence
from datetime import date

from dateline.model import FUTURE, Name, RoundMention, Span, Speaker, When
from dateline.reports.actors.claimants import only_tells
from dateline.reports.actors.during_round import during_round
from dateline.reports.drafts.draft import Draft
from dateline.reports.drafts.story import Story
from dateline.reports.drafts.telling import holds
from dateline.reports.grammar.event_nouns import Trigger
from dateline.reports.worth.asked import asking

ASIDES = frozenset(["relative", "since", "when", "as", "because", "before"])
JUST_TOLD = 200  # characters behind which they are no longer those of the sentence before
TWICE = 2  # as far, where another round has been named since
STILL_NAMED = 600  # characters for which "the talks" are the round named before
ONE_ROUND = 60  # days before an article within which lies what it tells of that round
VIOLENT = frozenset(["attack", "control", "deployment", "displacement"])


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


def _on_condition(work: Draft, found: Trigger) -> list[str]:
    """Who must act first, and who would then: "the raids would stop if Armenia withdrew" is told of both."""
    own = next((n for n, trigger in enumerate(work.triggers) if trigger == found), None)
    if own is None or found.type == "statement":
        return []
    clauses = work.clauses
    beside = [n for n in (own - 1, own + 1) if 0 <= n < len(clauses)]
    other = next((n for n in beside if "condition" in (clauses[n].relation, clauses[own].relation)), None)
    subject = work.subject(other) if other is not None else None
    last = work.parsed.words[subject.end - 1].start if subject else -1
    return [name.id for name in work.names if name.id and name.acts and name.span.start <= last < name.span.end]


def acting(work: Draft, n: int) -> list[str] | None:
    """The actors that the subject of clause `n` names; None where it has none."""
    subject = work.subject(n)
    if subject is None:
        return None
    said = work.parsed.span(subject.start, subject.end)
    return [name.id for name in work.names if name.id and name.acts and name.span.meets(said)]


def actors(
    work: Draft, story: Story, span: Span, where: Sequence[Span], found: Trigger, who: Speaker | None
) -> tuple[str, ...]:
    """Who acts in the event: those in its words or its subject, who says it; for talks else those of the sentence."""
    apart = {start for phrase in work.phrases for start in phrase.names}
    named = [name for name in work.names if name.acts and name.id and name.span.start not in apart]
    inside = [name for name in named if any(holds(work, span, name) for span in where)]
    borrowed = work.borrowed() if inside else set()
    taking_part = [name.id for name in inside if name.id and name.span.start not in borrowed]
    taking_part += _subject_actors(work, span, found)
    taking_part += _on_condition(work, found)
    if (asked := asking(work, found)) is not None:
        taking_part += acting(work, asked) or []
    if not taking_part and found.type in ("talks", "agreement"):
        parties = [name.id for name in named if name.id and name.kind != "person"]
        taking_part += parties if len(set(parties)) > 1 else _taken_up(work, story, found)
    if found.type == "statement":
        taking_part += _outlets(work, found, served=bool(taking_part))
    if who and not _aside(work, found) and not only_tells(work, story, found, who, taking_part):
        taking_part += [who.actor] if who.actor else []
        for n, speaker in work.speakers.items():
            taking_part += (acting(work, n) or []) if speaker is who else []
    if who and who.actor:
        taking_part += _we(work, story, found, who.actor)
    return tuple(dict.fromkeys(taking_part))


def _we(work: Draft, story: Story, found: Trigger, speaker: str) -> list[str]:
    """For whom the speaker says "we" in a quotation: “We urge both sides to stop,” the US envoy said."""
    words, speech = work.parsed.words, found.type == "statement" and not found.noun
    for n, clause in enumerate(work.clauses):
        own, subject = work.triggers[n] == found, work.subject(n)
        we = (own or speech) and subject is not None and words[subject.end - 1].low == "we"
        us = own and clause.verb.last < len(words) and words[clause.verb.last].text == "us"  # no "US"
        if (we or us) and work.quoted(clause):
            side = story.material.speak_for.get(speaker)  # asked only now: each answer may be another in the next build
            return [side] if side else []
    return []


def _taken_up(work: Draft, story: Story, found: Trigger) -> list[str]:
    """Those of the talks of which the sentence before tells: "The talks are to begin on Sunday"."""
    subject = work.subject(0) if work.clauses else None
    opens = found.noun and found.definite and subject is not None and subject.start <= found.first < subject.end
    before = story.reports[-1] if story.reports else None
    if not opens or before is None or before.type != found.type:
        return []
    if work.parsed.sentence.span.start - before.span.end > JUST_TOLD:
        return []
    return [id for id in before.actors if id not in {who.actor for who in before.said_by}]


def _aside(work: Draft, found: Trigger) -> bool:
    """Whether the narrator tells it by the way, and nobody claims it: "the vote, which had been planned for May"."""
    told = [n for n, own in enumerate(work.triggers) if own == found]
    return any(work.clauses[n].relation in ASIDES and not _of_me(work, n) for n in told)


def _of_me(work: Draft, n: int) -> bool:
    subject = work.subject(n)
    return subject is not None and work.parsed.words[subject.start].low == "i"


def _outlets(work: Draft, found: Trigger, *, served: bool) -> list[str]:
    """Who reports it where nobody else says so, though an outlet takes no part in what it reports.

    `served`: only those for whom somebody speaks: "the director of Radio Kabul, Ann Lee, condemned".
    """
    own = [n for n, trigger in enumerate(work.triggers) if trigger == found]
    subjects = [span for n in own if (span := work.subject(n))]
    outlets = [name for name in work.names if name.kind == "organisation" and not (served and not _served(work, name))]
    return [name.id for name in outlets if name.id and any(holds(work, span, name) for span in subjects)]


def _served(work: Draft, name: Name) -> bool:
    before = [word.low for word in work.parsed.words if word.end <= name.span.start][-1:]
    return before in (["of"], ["for"], ["at"])


def round_of(work: Draft, story: Story, span: Span, found: Trigger, when: When) -> str | None:
    """The round that the words name; for "the talks" of an event of its days the one that the article named last."""
    named = story.rounds.beginning_in(span)
    if not named and found.type not in VIOLENT and (subject := _of_whom(work, found)):
        named = story.rounds.beginning_in(subject)  # "The third round, which …, will be held in May"
        span = span if named else Span(min(subject.start, span.start), span.end)
    if named:
        return next((m.id for m in named if m.id), None)
    within = work.parsed.sentence.span if found.type in ("talks", "agreement") else span
    if not any(_the_talks(work, noun, within) for noun in work.parsed.nouns):
        return during_round(work, story, span, found, when)
    if found.type in VIOLENT:
        return None
    last = _meant(work, story, span, found, when)
    if last is None or _long_ago(when, story.published) or _going_on(work, found):
        return None
    return last.id


def _of_whom(work: Draft, found: Trigger) -> Span | None:
    """Where the subject stands of the clause that tells the event."""
    n = next((n for n, own in enumerate(work.triggers) if own == found), None)
    subject = work.subject(n) if n is not None else None
    return work.parsed.span(subject.start, subject.end) if subject else None


def _the_talks(work: Draft, noun: Trigger, span: Span) -> bool:
    at = work.parsed.words[noun.first].start
    return noun.type == "talks" and noun.definite and span.start <= at < span.end


def _meant(work: Draft, story: Story, span: Span, found: Trigger, when: When) -> RoundMention | None:
    """The round named last; of what is over, none only planned: "a third round in May", nor one told of from afar."""
    last = story.rounds.last_ended(span.start)
    verb = next((c.verb for c, own in zip(work.clauses, work.triggers, strict=True) if own == found), None)
    over = verb is not None and verb.tense == "past" and not verb.modal and not verb.chain
    over = over or (verb is None and when.stated and when.last is not None and when.last <= _told(story))
    if last is None or span.start - last.span.end >= STILL_NAMED:
        return None
    if not over or not _of_another_time(story, last):
        return last
    before = story.rounds.last_ended(last.span.start)
    near = before is not None and before.id is not None and span.start - before.span.end < TWICE * STILL_NAMED
    return before if near else None


def _told(story: Story) -> date:
    """The first day on which the article may have appeared."""
    return story.published.first or date.max


def _of_another_time(story: Story, mention: RoundMention) -> bool:
    """Whether the words round it tell of a round to come, or of one long ago."""
    if mention.text.lower().startswith(("a ", "an ")):
        return True
    told = [report for report in story.reports if report.round == mention.id and report.span.meets(mention.span)]
    return any(report.modality in FUTURE or _long_ago(report.when, story.published) for report in told)


def _going_on(work: Draft, found: Trigger) -> bool:
    """ "while the talks go on": those that are held now, which need not be the round named before."""
    verb = next((c.verb for c, own in zip(work.clauses, work.triggers, strict=True) if own == found), None)
    return verb is not None and verb.lemma in ("go", "continue") and verb.tense == "present" and not verb.modal


def _long_ago(when: When, published: When) -> bool:
    """ "The talks opened in 2012": all of them, and not the round that is told of now."""
    last, told = when.last, published.first
    return when.stated and last is not None and told is not None and (told - last).days > ONE_ROUND
