"""Dates that a clause takes from an event which the article has told before, or opens with."""

from functools import cache
from itertools import islice

from dateline.lexicon.load import document
from dateline.model import FUTURE, EventType, Modality, Span, When
from dateline.reports.clauses.clause import Clause
from dateline.reports.clauses.subject_core import PRONOUNS
from dateline.reports.drafts import dating
from dateline.reports.drafts.dating import Dated
from dateline.reports.drafts.draft import Draft
from dateline.reports.drafts.story import Recalled, Story
from dateline.reports.grammar.closed_classes import SUBORDINATORS
from dateline.reports.grammar.event_nouns import Trigger
from dateline.reports.grammar.frames import listed

# what follows from an attack and is told with it
VIOLENCE: frozenset[EventType] = frozenset(["attack", "control", "displacement", "detention"])

LEAD_SENTENCES = 3
ANNOUNCED: frozenset[EventType] = frozenset(["statement", "agreement", "decision"])  # what "the announcement" takes up

ROOT = 4  # letters that two words of one thing share
OPENING = 6  # words of "Within a few hours of the announcement"
CLOSE = frozenset("hours minutes moments shortly immediately".split())
NEAR = 40  # characters between two sentences that follow each other


@cache
def _standing() -> frozenset[str]:
    return frozenset(document("frames").data["standing"]["nouns"])


def again(story: Story, clause: Clause, found: Trigger, mode: Modality) -> Dated | None:
    """ "The attack came …": the last event of the kind that this article has dated by a day."""
    if clause.verb.perfect or clause.governor is not None:
        return None
    if not (found.noun and found.definite and found.first < clause.verb.first) or found.lemma in _standing():
        return None
    if clause.relation not in ("main", "and", "but", "other") or mode == "denied":
        return None
    told = _told(story, found, ahead=mode in FUTURE)
    return dating.by_neighbour(told, f"The event told before, dated {told.edtf}.", "told before") if told else None


def _told(story: Story, found: Trigger, ahead: bool) -> When | None:
    """The day of the last report of that kind; "the vote" may be an election or an assembly's decision."""
    kinds = ("election", "decision") if found.lemma.endswith("vote") else (found.type,)
    root = found.lemma[:ROOT]
    known = story.recalled.setdefault((kinds, ahead, root), Recalled())
    for report in story.reports[known.seen :]:
        dated = report.timex is not None and report.when.precision == "day"
        if dated and report.type in kinds and (report.modality in FUTURE) == ahead:
            known.any = report.when
            if root in report.quote.casefold():  # "the bombing": "a suicide bomber"
                known.alike = report.when
    known.seen = len(story.reports)
    return known.alike or known.any


def befell(draft: Draft, clause: Clause, found: Trigger, mode: Modality, story: Story) -> Dated | None:
    """ "The vote was boycotted": what befell an event of a known day happened on that day."""
    if mode in FUTURE or clause.verb.perfect or not clause.verb.passive or found.noun or found.type == "statement":
        return None
    span = _subject_of(draft, clause)
    for noun in draft.parsed.event_nouns(*span) if span else []:
        told = _told(story, noun, ahead=False) if noun.definite else None
        if told:
            return dating.by_neighbour(told, f"It befell the event told before, dated {told.edtf}.")
    return None


def _subject_of(draft: Draft, clause: Clause) -> Span | None:
    return draft.subject(draft.clauses.index(clause))


def statement_told(draft: Draft, clause: Clause, story: Story) -> Dated | None:
    """ "The statement also said …": said when the statement told before was made."""
    if clause.subject is None:
        return None
    subject = draft.parsed.event_nouns(*clause.subject)
    subject = [noun for noun in subject if noun.type == "statement" and noun.definite]
    if not subject:
        return None
    told = _told(story, subject[0], ahead=False)
    return (
        dating.by_neighbour(told, f"Said in what is told before, dated {told.edtf}.", "told before") if told else None
    )


def told_on(draft: Draft, clause: Clause, mode: Modality, story: Story) -> Dated | None:
    """ "In May, it hosted a delegation. It also arranged a meeting", "Then both …": told on with what is before."""
    if mode in FUTURE or clause.relation != "main" or clause.verb.perfect or not story.reports:
        return None
    words = [word.low for word in draft.parsed.words[: clause.verb.main]]
    last = story.reports[-1]
    near = draft.parsed.sentence.span.start - last.span.end < NEAR
    cue = "then" if words[:1] == ["then"] else "also" if "also" in words and words[0] in PRONOUNS else ""
    if not cue or not near or last.timex is None or last.modality in FUTURE:
        return None
    return dating.by_neighbour(last.when, f"Told on with “{cue}” from what is dated {last.when.edtf}.")


def around(draft: Draft, n: int, mode: Modality, story: Story) -> Dated | None:
    """ "Following the vote, …" and "… was made after they had spoken": bounded by an event of a known day."""
    clause, words = draft.clauses[n], draft.parsed.words
    if mode in FUTURE:
        return None
    if not n and (close := _close_by(draft, story)):
        return close
    if clause.relation == "after":
        main = next((k for k, c in enumerate(draft.clauses) if k < n and c.relation in ("main", "other")), None)
        event = draft.triggers[main] if main is not None else None
        known = _told(story, event, ahead=False) if event and event.noun and event.definite else None
        if main is not None and main in draft.dates:
            known = (
                draft.dates[main].when
                if draft.dates[main].timex or draft.dates[main].when.rule in ("told before", "same time")
                else known
            )
        return dating.before_it(known, "after") if known else None
    event = draft.triggers[n]
    if clause.verb.lemma == "follow" and clause.subject and event and event.first > clause.verb.main:
        nouns = [noun for noun in draft.parsed.event_nouns(*clause.subject) if noun.definite]
        told = _told(story, nouns[0], ahead=False) if nouns else None
        return dating.before_it(told, "followed") if told else None  # "The announcement followed phone calls"
    if n or words[0].low not in ("following", "after"):
        return None
    for noun in draft.parsed.event_nouns(1, min(6, clause.verb.first)):
        told = _told(story, noun, ahead=False) if noun.definite else None
        if told:
            return dating.after_it(told, story.published, draft.text(words[0].start, words[noun.last - 1].end))
    return None


def _close_by(draft: Draft, story: Story) -> Dated | None:
    """ "Hours before the signing, …", "Within minutes of the announcement, …": about when that was."""
    words = draft.parsed.words
    low = [word.low for word in words[:OPENING]]
    later = low.index("later") if "later" in low else 0
    if later and low[later - 1] in CLOSE:  # "Hours later, …"
        known = _right_before(draft, story)
        return dating.close_to(known, draft.text(words[0].start, words[later].end), "after") if known else None
    at = next((k for k, word in enumerate(low) if word in ("before", "after", "of")), 0)
    if not at or at + 2 >= len(low) or not CLOSE & set(low[:at]) or low[at + 1] != "the":
        return None
    if low[at] == "of" and low[0] != "within":
        return None  # "Hours of talks"
    noun = next(iter(draft.parsed.event_nouns(at + 1, min(at + OPENING, len(words)))), None)
    told = _told(story, noun, ahead=False) if noun else None
    known = told or _right_before(draft, story) or (_of_lead(story) if noun and noun.type in ANNOUNCED else None)
    return dating.close_to(known, draft.text(words[0].start, words[at + 2].end), low[at]) if known else None


def _right_before(draft: Draft, story: Story) -> When | None:
    """The day of what the sentence before tells."""
    last = story.reports[-1] if story.reports else None
    if last is None or last.modality in FUTURE or draft.parsed.sentence.span.start - last.span.end >= NEAR:
        return None
    known = last.timex is not None or last.when.rule == "same time"
    return last.when if known and last.when.precision == "day" else None


def _of_lead(story: Story) -> When | None:
    """The day of what the article's first sentence tells: "the announcement", "the signing"."""
    lead = story.body[0][0].sentence.span if story.body else None
    first = next((one for one in story.reports if lead and lead.start <= one.span.start < lead.end), None)
    if first is None or first.type not in ANNOUNCED or first.modality in FUTURE or first.timex is None:
        return None
    return first.when if first.when.precision == "day" else None


def reaction(draft: Draft, clause: Clause, found: Trigger, mode: Modality, story: Story) -> Dated | None:
    """ "condemned the murder": said after the murder that the article has dated by a day."""
    if mode in FUTURE or found.type != "statement" or found.noun or clause.verb.perfect:
        return None
    for noun in draft.parsed.event_nouns(clause.verb.last, clause.last):
        told = _told(story, noun, ahead=False) if noun.definite and noun.lemma not in _standing() else None
        if told and story.published.last and told.last and told.last < story.published.last:
            return dating.after_it(
                told,
                story.published,
                draft.text(draft.parsed.words[clause.verb.first].start, draft.parsed.words[noun.last - 1].end),
            )
    return None


def with_story(draft: Draft, clause: Clause, found: Trigger, mode: Modality, story: Story) -> Dated | None:
    """Violence told without a day, in an article that opens with violence of a day: part of that."""
    if mode not in ("happened", "claimed") or found.type not in VIOLENCE or _background(clause, draft):
        return None
    if deed_of_its_own(draft, clause):
        return None
    when = _opening(story)
    if when is None:
        return None
    words = draft.parsed.words
    for noun in draft.parsed.event_nouns(clause.verb.last, clause.last):
        near = [k for k in range(clause.verb.last, noun.first) if words[k].low in ("following", "after")]
        if near:  # "fled following the airstrikes"
            return dating.after_it(when, story.published, draft.text(words[near[-1]].start, words[noun.last - 1].end))
    return dating.by_neighbour(
        when, f"No day of its own: told as part of the violence of {when.edtf} that the article opens with."
    )


def deed_of_its_own(draft: Draft, clause: Clause) -> bool:
    """ "Two men died when rebels stormed a barracks": which attack it was is told, and need not be the opening one."""
    following = draft.clauses.index(clause) + 1
    event = draft.triggers[following] if following < len(draft.clauses) else None
    return event is not None and draft.clauses[following].relation == "when" and event.type == "attack"


def _background(clause: Clause, draft: Draft) -> bool:
    """Told from before the story: in the perfect, with another time word, or as a standing fact."""
    verb = clause.verb
    governed = clause.governor is not None
    if verb.perfect and not (governed and verb.tense == "past"):
        return True
    if verb.tense == "present" and not verb.progressive and not draft.parsed.sentence.quoted:
        return True
    if clause.relation in SUBORDINATORS or clause.relation == "relative" or told_apart(draft):
        return True
    return any(timex.type == "DATE" and not timex.value.endswith("_REF") for timex in draft.timexes)


def told_apart(draft: Draft) -> bool:
    """ "Earlier, …", "In all, nine died": of another day than what is told beside it, or of many."""
    return not listed("told_next", "apart").isdisjoint(word.low for word in draft.parsed.words)


def _opening(story: Story) -> When | None:
    """The day of the violence that the first sentences of an article report; None where they report none."""
    parsed = story.material.parsed
    body = list(islice((one.sentence for one in parsed if not one.sentence.headline), LEAD_SENTENCES))
    if not body:
        return None
    for report in story.reports:
        if report.span.start >= body[-1].span.end:
            break
        if report.type == "attack" and report.timex is not None and report.when.precision == "day":
            return report.when if report.modality in ("happened", "claimed") else None
    return None
