"""Which clauses with an event word are worth a line of a timeline, and which only mention it in passing."""

from collections.abc import Collection, Mapping
from functools import cache

from dateline.lexicon.load import document
from dateline.model import Speaker
from dateline.reports.attribution import PRONOUNS, subject_span
from dateline.reports.boundaries import says
from dateline.reports.clauses import Clause, Parsed
from dateline.reports.kinds import Trigger, trigger

FIRST_PERSON = frozenset(["i", "we"])


@cache
def acts() -> frozenset[str]:
    return frozenset(document("speech").data["verbs"]["acts"])


@cache
def desires() -> frozenset[str]:
    return frozenset(document("modality").data["desire"]["verbs"])


def in_passing(
    parsed: Parsed,
    n: int,
    found: Trigger,
    told: Collection[int],
    dated: Collection[int],
    speakers: Mapping[int, Speaker | None],
) -> str | None:
    """Why clause `n` is no line of its own; None where it is one.

    `told` are the clauses that already are, `dated` those with a time expression of their own.
    """
    clause = parsed.clauses[n]
    if found.type == "statement" and not found.noun:
        return _idle_saying(parsed, n, found, told, dated, speakers)
    if clause.relation == "condition" and any(m in told for m in _same_sentence(parsed, n)):
        return "only the condition of another event"
    if clause.governor is not None and parsed.clauses[clause.governor].relation == "condition":
        return "only the condition of another event"
    if clause.relation == "until" and n not in dated:
        return "only what another event waits for"
    if n in dated:
        return None
    if (
        clause.relation == "and"
        and clause.leader in told
        and clause.leader is not None
        and _leader_type(parsed, clause) == found.type
    ):
        return "part of the event that it hangs on"
    if clause.relation == "participle" and (found.noun or _leader_type(parsed, clause) == found.type):
        return "part of the event that it hangs on"
    planned = clause.verb.lemma in desires() or bool(clause.verb.chain)
    if (
        clause.relation == "relative"
        and found.noun
        and not planned
        and (clause.verb.tense != "past" or clause.verb.modal)
    ):
        return "only describes somebody or something"
    if found.noun and (clause.verb.modal or clause.verb.tense == "future") and clause.verb.negated:
        return "something that is not to be"
    if found.noun and _first_person(parsed, n):
        return "only an opinion"
    if _copula_in_quotation(parsed, clause, found) or _judgement(parsed, clause, found):
        return "only an opinion"
    if found.type == "decision" and any(parsed.clauses[m].governor == n for m in told):
        return "the decision is told by what was decided"
    return None


def _idle_saying(
    parsed: Parsed,
    n: int,
    found: Trigger,
    told: Collection[int],
    dated: Collection[int],
    speakers: Mapping[int, Speaker | None],
) -> str | None:
    """A saying counts where it is dated, is an act by itself, or says something that is no event of its own."""
    clause = parsed.clauses[n]
    if n in dated:
        return None
    content_told = any(parsed.clauses[m].governor == n for m in told)
    if not says(clause.verb):
        return None
    if content_told:
        return "told by what is said"
    if found.lemma in acts():
        return None
    speaker = speakers.get(n)
    if speaker is None or speaker.text.lower() in PRONOUNS or clause.verb.lemma == "add":
        return "only words"
    return None


def _same_sentence(parsed: Parsed, n: int) -> list[int]:
    return [m for m in range(len(parsed.clauses)) if m != n]


def _leader_type(parsed: Parsed, clause: Clause) -> str | None:
    if clause.leader is None:
        return None
    found = trigger(parsed, parsed.clauses[clause.leader])
    return found.type if found else None


def _first_person(parsed: Parsed, n: int) -> bool:
    span = subject_span(parsed, n)
    return span is not None and parsed.words[span.end - 1].low in FIRST_PERSON


def _copula_in_quotation(parsed: Parsed, clause: Clause, found: Trigger) -> bool:
    """ "This is one of the crucial meetings": a judgement in somebody's words, not an event."""
    at = parsed.words[clause.verb.main].start
    quoted = any(q.start <= at < q.end for q in parsed.sentence.quoted)
    deed = found.type in ("attack", "control", "displacement")
    return quoted and clause.verb.lemma == "be" and found.noun and found.first > clause.verb.main and not deed


def _judgement(parsed: Parsed, clause: Clause, found: Trigger) -> bool:
    """ "would be good if", "will be considered a violation", "to prolong the invasion … is": what somebody makes of it."""
    verb = clause.verb
    judging = verb.passive and verb.lemma in frozenset(document("frames").data["stative"]["judging"])
    infinitive = clause.subject is not None and parsed.words[clause.subject.start].low == "to"
    return found.noun and (infinitive or (bool(verb.modal) and (verb.lemma == "be" or judging)))
