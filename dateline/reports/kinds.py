"""What kind of event a clause tells: its verb, or the event noun that a verb without an event of its own takes."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import cast

from dateline.lexicon.load import document
from dateline.model import EventType
from dateline.reports.clauses import Clause, Parsed
from dateline.reports.event_nouns import Trigger
from dateline.reports.morphology import EVENT_TABLES
from dateline.reports.tokens import Token


@cache
def _verbs() -> Mapping[str, EventType]:
    """Lemma, or lemma and particle ("take over"), -> kind."""
    data = document("events").data
    return {verb: cast(EventType, table) for table in EVENT_TABLES for verb in data[table]["verbs"]}


@cache
def _set(table: str, key: str) -> frozenset[str]:
    return frozenset(document("frames").data[table][key])


def trigger(parsed: Parsed, clause: Clause) -> Trigger | None:
    """The event of a clause; None where it tells none."""
    words, verb = parsed.words, clause.verb
    by_verb = _verb(words, clause)
    head_last = _until(words, clause)
    after = parsed.event_nouns(verb.last, head_last)
    before = parsed.event_nouns(clause.subject.start, clause.subject.end) if clause.subject else []
    if verb.lemma in _set("movement", "verbs"):
        troops = [noun for noun in before + after if noun.lemma in _set("movement", "movers")]
        if troops:
            return Trigger("deployment", verb.main, verb.main + 1, troops[0].lemma, noun=False)
    if by_verb and by_verb.lemma in _set("light", "verbs") and after and after[0].type != "statement":
        return after[0]
    if by_verb and by_verb.lemma in _set("light", "only_with_noun") and not after and not (verb.passive and before):
        return None
    if by_verb and not _needs_other(by_verb, before, after):
        return by_verb
    if verb.lemma in _set("light", "subject_first") and before:
        return before[-1] if verb.lemma == "be" and not before[0].definite else before[0]
    if verb.lemma in _set("light", "effect") and before:
        return before[0]
    found = after or before
    if verb.lemma in _set("stative", "verbs"):
        found = [noun for noun in found if not _of_another_time(words, verb.last, noun)]
    return found[0] if found else None


def _verb(words: Sequence[Token], clause: Clause) -> Trigger | None:
    verb = clause.verb
    table = _verbs()
    for k in range(verb.last, min(verb.last + 3, clause.last)):
        particle = f"{verb.lemma} {words[k].low}"
        if particle in table:
            return Trigger(table[particle], verb.main, k + 1, particle, noun=False)
    kind = table.get(verb.lemma)
    return Trigger(kind, verb.main, verb.main + 1, verb.lemma, noun=False) if kind else None


def _needs_other(found: Trigger, before: Sequence[Trigger], after: Sequence[Trigger]) -> bool:
    """A verb that tells the event only beside its noun: "extend the mission", "fire rockets"."""
    return found.lemma in _set("light", "with_noun") and bool(before or after)


def _until(words: Sequence[Token], clause: Clause) -> int:
    """The verb's own complement: up to a to-infinitive or a comma that opens another thought."""
    for k in range(clause.verb.last, clause.last):
        if (
            words[k].low == "to"
            and k + 1 < clause.last
            and k > clause.verb.last + 1
            and words[k + 1].low in _purposes()
        ):
            return k
    return clause.last


@cache
def _purposes() -> frozenset[str]:
    return frozenset(["end", "halt", "discuss", "gain", "push", "help", "facilitate", "support", "stop", "prevent"])


def _of_another_time(words: Sequence[Token], start: int, noun: Trigger) -> bool:
    """ "are at their strongest since their 2001 defeat": the noun only says from when."""
    return any(words[k].low in ("since", "after", "before", "until") for k in range(start, noun.first))
