"""Whether the event of a clause happened, is planned, hoped for, claimed, denied or conditional."""

from collections.abc import Sequence
from functools import cache

from dateline.lexicon.load import document
from dateline.model import Modality
from dateline.reports.clauses.clause import Clause, Parsed
from dateline.reports.clauses.clause_marks import UNITS
from dateline.reports.grammar.closed_classes import MARKS, PREPOSITIONS, QUOTES
from dateline.reports.grammar.event_nouns import Trigger
from dateline.reports.grammar.speech_verbs import says
from dateline.reports.grammar.verb_group import VerbGroup, participle

PERCEIVED = frozenset(["hear", "see", "feel"])  # "clashes could be heard": they were
AGENT_PLANS = frozenset(["talks", "meeting", "deployment", "election"])


@cache
def _words(table: str, key: str) -> frozenset[str]:
    return frozenset(document("modality").data[table][key])


@cache
def _hopes() -> frozenset[str]:
    return frozenset(document("speech").data["verbs"]["hopes"])


def modality(
    parsed: Parsed, clause: Clause, found: Trigger, *, claimed: bool, quoted: bool, reported: bool = False
) -> Modality:
    """The modality of the event `found` in `clause`.

    `claimed` says that a party, not the narrator, vouches for it; `quoted` that it stands in a quotation; `reported`
    that it goes on with what somebody has said, without a verb that says so.
    """
    clauses, verb = parsed.clauses, clause.verb
    if _none_set(parsed, clause):
        return "denied"
    if clause.relation == "condition" or (_modal(verb) and (_in_case(parsed) or _conditioned(clauses, clause))):
        return "conditional"
    if not found.noun and found.first != verb.main:
        verb = clause.verb
    if found.lemma == "deadline" and found.noun and verb.lemma in _words("desire", "deadlines") and not verb.negated:
        return "scheduled"
    if still := ahead(parsed, clause):
        return still
    governed = None if _done_with(parsed, verb) else _chain(verb, found) or _gapped(parsed, clause)
    if governed:
        return governed
    done = found.first < verb.first and verb.tense == "past"  # "a bid to oust him failed"
    if found.noun and not done and _open(parsed, found):
        return "expected"
    if verb.lemma == "be" and not verb.negated and _aim(parsed, clause):
        return "expected"
    governor = clauses[clause.governor] if clause.governor is not None else None
    held = clause.verb.perfect and governor is not None and governor.verb.lemma == "believe"
    if governor and governor.verb.lemma in _hopes() and clause.verb.tense != "past" and not held:
        return "expected"  # but "believes that nine have died" holds it for true
    if verb.modal and not (verb.modal == "could" and verb.passive and verb.lemma in PERCEIVED):
        return _of_modal(verb, found, reported=reported or governor is not None)
    undone = not verb.finite and verb.first > 0 and parsed.words[verb.first - 1].low == "without"
    if verb.negated or undone or _without(parsed, clause, found):  # "adjourned without agreeing on names"
        return "denied"
    return "claimed" if claimed or quoted else "happened"


def ahead(parsed: Parsed, clause: Clause) -> Modality | None:
    """ "once an accord is signed", "before the truce expires": in the present tense these are still to come."""
    verb, opening = clause.verb, parsed.words[clause.first].low
    now = verb.finite and verb.tense == "present" and not verb.modal and not verb.progressive
    if not now or parsed.sentence.headline or clause.relation not in ("after", "before", "until"):
        return None
    if any(
        other.relation == "main" and other.verb.tense == "present" and not _modal(other.verb) and not says(other.verb)
        for other in parsed.clauses
    ):
        return None  # "Families flee before the army comes": as it always is
    return "conditional" if clause.relation == "after" or opening == "once" else "expected"


def _none_set(parsed: Parsed, clause: Clause) -> bool:
    """ "No date was set for another round", "No new talks are planned": nothing is to come."""
    subject, verb = clause.subject, clause.verb
    planned = verb.passive and (verb.lemma in _words("control", "scheduled") or verb.lemma in ("set", "fix"))
    planned = planned or bool(set(verb.chain) & _words("adjectives", "scheduled"))
    return subject is not None and parsed.words[subject.start].low == "no" and planned


def _gapped(parsed: Parsed, clause: Clause) -> Modality | None:
    """ "Troops are to be withdrawn by May and all prisoners freed within a week": "are to be" is said once for both."""
    n, verb = parsed.clauses.index(clause), clause.verb
    bare = verb.last - verb.first == 1 and verb.tense == "past" and clause.subject is not None
    if not n or clause.relation != "and" or not bare or participle(parsed.words[verb.main].low) is None:
        return None
    before = parsed.clauses[n - 1].verb
    object_follows = verb.last < clause.last and parsed.words[verb.last].low not in PREPOSITIONS | MARKS | {"."}
    if object_follows or not before.passive or before.modal not in ("be to", "will", "must", "should"):
        return None
    return "scheduled" if before.modal == "be to" else "expected"


def _done_with(parsed: Parsed, verb: VerbGroup) -> bool:
    """ "set up", "pushed back": with its particle the verb plans and wishes nothing."""
    particle = parsed.words[verb.last].low if verb.last < len(parsed.words) else ""
    own = verb.chain[-1] if verb.lemma == "be" and verb.chain else "" if verb.chain else verb.lemma
    return f"{own} {particle}" in _words("desire", "particles")


def _modal(verb: VerbGroup) -> bool:
    return verb.modal not in ("", "be to") or verb.tense == "future"


def _in_case(parsed: Parsed) -> bool:
    """ "In such a case, we will fight on"."""
    opening = parsed.sentence.text.lstrip("“”\"'‘’ ").casefold()
    return opening.startswith(tuple(_words("condition", "phrases")))


def _conditioned(clauses: Sequence[Clause], clause: Clause) -> bool:
    return any(other.relation == "condition" and other is not clause for other in clauses)


def _aim(parsed: Parsed, clause: Clause) -> bool:
    """ "The goal is a safe zone", "The plan was to withdraw"."""
    subject = clause.subject
    return subject is not None and parsed.words[subject.end - 1].low in _words("aims", "words")


def _chain(verb: VerbGroup, found: Trigger) -> Modality | None:
    """What a governing verb or adjective makes of it: "is trying to", "were close to", "refused to"."""
    if _words("control", "refused") & set(verb.chain):
        return None  # a refusal is an act
    if verb.negated and set(verb.chain) & _words("adjectives", "scheduled"):
        return "denied"  # "was not planned before June"
    for lemma in verb.chain:
        for kind in ("scheduled", "expected"):
            table = "adjectives" if lemma in _words("adjectives", kind) else "control"
            if lemma in _words(table, kind):
                unwilling = table == "adjectives" and lemma in _words("adjectives", "minded")
                return "denied" if verb.negated and (verb.perfect or unwilling) else _as(kind)
    if set(verb.chain) & _words("control", "denied"):
        return "denied"
    if set(verb.chain) & _words("control", "claimed"):
        return "claimed"
    wished = found.noun or " " not in found.lemma  # "sought refuge" is what they did
    if wished and verb.lemma in _words("desire", "verbs") and found.type != "statement":
        return "scheduled" if verb.lemma == "plan" or (verb.lemma == "schedule" and verb.passive) else "expected"
    return "scheduled" if verb.modal == "be to" else None


def _as(kind: str) -> Modality:
    return "scheduled" if kind == "scheduled" else "expected"


def _of_modal(verb: VerbGroup, found: Trigger, *, reported: bool) -> Modality:
    if verb.modal in ("will", "shall", "going to") or (verb.modal == "would" and reported):
        planned = found.type in AGENT_PLANS and not verb.negated and verb.lemma not in ("reduce", "open", "lead")
        return "scheduled" if planned else "expected"
    if verb.modal in ("may", "might") and verb.perfect:
        return "claimed"  # "may have fired on the bus": perhaps it has
    if verb.modal == "could" and verb.negated:
        return "denied"  # "broke off because they could not agree"
    if verb.modal == "have to" and verb.tense == "past" and not reported:
        return "happened"  # "had to withdraw"
    if verb.modal in ("could", "would", "might", "may"):
        return "expected" if reported and verb.modal != "would" else "conditional"
    return "expected"


def _open(parsed: Parsed, found: Trigger) -> bool:
    """The event is only the aim of a plan, effort or hope: "efforts to get all parties to negotiations".

    Or of a term that somebody has or is given: "has seven days to withdraw its troops".
    """
    low = [word.low for word in parsed.words[max(0, found.first - 6) : found.first]]
    if any(low[k - 1] in UNITS and low[k] == "to" for k in range(1, len(low))):
        return True
    return any(word in _words("open_nouns", "words") for word in low) and "to" in low


def _without(parsed: Parsed, clause: Clause, found: Trigger) -> bool:
    """ "no progress in negotiations", "no claims of responsibility": the subject or object is none."""
    start = clause.subject.start if clause.subject else clause.first
    end = max(found.last, clause.verb.last + 2)
    low = [word.low for word in parsed.words[start : min(end, clause.last)]]
    at = found.first - start
    subject = low[: max(clause.verb.first - start, 0)]
    if not _words("nobody", "words").isdisjoint(
        subject
    ):  # "Nothing was agreed", "None of the rebels signed", "Nobody was arrested"
        return not (found.noun and PREPOSITIONS & set(low[len(subject) : at]))  # but "was tried for the massacre"
    none = [k for k, word in enumerate(low) if word in ("no", "neither")]
    return any(_negates(low, k) and not _apart(low[k:at]) for k in none)


def _apart(low: Sequence[str]) -> bool:
    """ "no government since the vote": what there was none of is not the event."""
    return any(word in ("since", "after", "before", "until", "during") for word in low)


def _negates(low: Sequence[str], k: int) -> bool:
    """Not the "no" of a campaign (“the "no" camp”), of "no longer", "a motion of no confidence" and "No 10"."""
    following = "".join(low[k + 1 : k + 2])
    return (
        not (k and low[k - 1] in QUOTES) and following not in ("longer", "confidence", "to") and not following.isdigit()
    )
