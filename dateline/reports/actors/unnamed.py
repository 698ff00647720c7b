"""Which of those whom a sentence describes without naming them take part in an event."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from dateline.model import Description, EventType, Name, Span, Speaker
from dateline.reports.actors.they import they
from dateline.reports.drafts.described import Phrase
from dateline.reports.drafts.draft import Draft
from dateline.reports.drafts.story import Story
from dateline.reports.drafts.telling import holds
from dateline.reports.grammar.classes import befallen, forms
from dateline.reports.grammar.closed_classes import PREPOSITIONS, SUBORDINATORS
from dateline.reports.grammar.event_nouns import Trigger
from dateline.reports.grammar.extent import BESIDE
from dateline.reports.grammar.speech_verbs import says

PARTNERS = frozenset(["by", "with", "against", "between"])
CLAIMING = frozenset(
    ["body", "institution", "member", "armed group"]
)  # these are parties; a resident who tells it is a witness
FOUNDED = frozenset(["body", "institution"])
TARGET = frozenset(["of", "on", "against"])  # behind a deed: "the killing of three journalists"
MET: frozenset[EventType] = frozenset(["talks", "meeting"])  # in these one speaks to the other
TOLD = frozenset(["reporters", "journalists"])  # to whom things are only said


def described(
    work: Draft, story: Story, zone: Sequence[Span], found: Trigger, who: Speaker | None, named: Sequence[str]
) -> tuple[Description, ...]:
    """Those who take part in the event, or claim it as a party: no witness does.

    `zone` are the tokens that tell of the event and of its subject, `who` is the one who claims it. "People" stand
    in for whoever did it, where the text says neither that (`named`) nor who they are; so does an outlet for whose
    word it is.
    """
    spoke = _voice(work, who)
    taking: dict[tuple[str | None, str], Description] = {}
    somebody: list[Phrase] = []
    outlets: list[Phrase] = []
    for phrase in work.phrases:
        at = phrase.last - 1
        inside = any(span.start <= at < span.end for span in zone) and _takes_part(work, phrase, found)
        spoken = spoke.start <= at < spoke.end
        if inside and phrase.noun.group == "people":
            somebody.append(phrase)
        elif spoken and not inside and phrase.noun.group == "outlet":
            outlets.append(phrase)
        elif inside or (spoken and phrase.noun.group in CLAIMING):
            taking.setdefault((phrase.who.actor, phrase.who.name), phrase.who)
    for name in _together(work):
        if name.id and any(holds(work, span, name) for span in zone):
            taking.setdefault((name.id, name.text), Description(name.id, name.text, "organisation", (name.text,)))
    for phrase in somebody:
        one = _befallen(phrase, found)
        if one and (_subject(work, phrase) or not (taking or named)):
            taking.setdefault((None, one.name), one)
    for one in they(work, story, found):
        taking.setdefault((one.actor, one.name), one)
    return tuple(taking.values()) or (() if named else tuple(phrase.who for phrase in outlets))


def _together(work: Draft) -> list[Name]:
    """Those who are called by one word for several: "both sides"."""
    several = Counter(name.span for name in work.names if name.implied)
    return [name for name in work.names if several[name.span] > 1]


def _subject(work: Draft, phrase: Phrase) -> bool:
    return any(clause.first <= phrase.first and phrase.last <= clause.verb.first for clause in work.clauses)


def _voice(work: Draft, who: Speaker | None) -> Span:
    """The tokens of the one who says so, where he is not named."""
    at = work.parsed.sentence.text.find(who.text) if who and who.actor is None else -1
    if who is None or at < 0:
        return Span(0, 0)
    start = work.parsed.sentence.span.start + at
    inside = [k for k, word in enumerate(work.parsed.words) if start <= word.start < start + len(who.text)]
    return Span(inside[0], inside[-1] + 1) if inside else Span(0, 0)


def _befallen(phrase: Phrase, found: Trigger) -> Description | None:
    """ "People fled": the displaced, where it is told that they are."""
    name = befallen(found.type)
    return replace(phrase.who, name=name.capitalize()) if name else None


def _takes_part(work: Draft, phrase: Phrase, found: Trigger) -> bool:
    words = work.parsed.words
    if phrase.owned:
        return False  # "asked its fighters": they are who they belong to
    before = words[phrase.first - 1].low if phrase.first else ""
    for clause in work.clauses:
        behind = clause.verb.last <= phrase.first < clause.last
        if behind and says(clause.verb) and phrase.noun.many in TOLD and phrase.first == clause.verb.last:
            return False
        there = clause.subject is not None and words[clause.subject.start].low == "there"
        if behind and clause.verb.lemma == "be" and phrase.first == clause.verb.last and not there:
            return False  # "the dead were civilians"
        if behind and clause.verb.lemma in forms("founding") and phrase.noun.group in FOUNDED:
            return False  # "agreed to form an interim government"
    if before == "to":
        return found.type in MET
    if before == "of" and phrase.first > 1 and words[phrase.first - 2].low in forms("deeds"):
        return True
    if before in TARGET and any(noun.last == phrase.first - 1 for noun in work.parsed.nouns):
        return True
    shot = before in ("on", "at") and any(clause.verb.last == phrase.first - 1 for clause in work.clauses)
    does = before in SUBORDINATORS and any(clause.verb.first == phrase.last for clause in work.clauses)
    there = before in PREPOSITIONS | BESIDE  # "after rebels attacked", "fired on protesters"
    return shot or does or before in PARTNERS or not there
