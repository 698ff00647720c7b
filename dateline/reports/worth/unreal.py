"""Clauses that are only asked, supposed or waited for: no line of a timeline."""

from dateline.reports.clauses.candidate import Candidate, listed
from dateline.reports.clauses.modality import ahead
from dateline.reports.clauses.rejected import unsaid
from dateline.reports.grammar.closed_classes import PREPOSITIONS
from dateline.reports.grammar.morphology import forms

PROVIDED = frozenset(["on", "provided", "providing"])  # "on condition that …" never opens a sentence
QUESTIONS = frozenset(["if", "whether", "who", "whom", "what", "where", "why", "how"])


def condition(it: Candidate) -> bool:
    """ "If …": told only where the main clause tells nothing."""
    if it.saying:
        return False
    governor = it.clause.governor
    if governor is not None and it.parsed.clauses[governor].relation == "condition":
        return True
    if it.clause.relation != "condition":
        return False
    return it.parsed.words[it.clause.first].low in PROVIDED or any(m != it.n for m in it.told)


def contrary_to_fact(it: Candidate) -> bool:
    """ "If he had resigned in May, the party would have won": he did not, and it did not."""
    clauses = it.parsed.clauses
    unreal = [one.relation == "condition" and one.verb.perfect and one.verb.tense == "past" for one in clauses]
    then = [one.verb.modal in ("would", "could", "might") and one.verb.perfect for one in clauses]
    return any(unreal) and any(then) and not it.saying and (unreal[it.n] or then[it.n])


def asked(it: Candidate) -> bool:
    """ "did not say if there were casualties", "would not say who was killed": nobody says that there were."""
    if it.clause.relation == "condition" and it.n > 1 and it.clause.governor is not None:
        return asked(it._replace(n=it.n - 1, clause=it.parsed.clauses[it.n - 1]))  # "would not say whether …, if …"
    words, first = it.parsed.words, it.clause.first
    if first == 0:
        return any(
            word.low == "whether" for word in words[: min(3, it.clause.verb.first)]
        )  # "Asked whether he would go"
    if words[first].low not in QUESTIONS:
        return False
    if words[first].low == "whether" and words[first - 1].low in PREPOSITIONS:
        return True  # "is to rule on whether the strike is legal"
    before = words[first - 1].low
    return before in listed("frames", "asking", "words") or any(
        lemma in listed("frames", "asking", "words") for lemma, _ in forms().get(before, ())
    )


def not_said(it: Candidate) -> bool:
    """ "did not confirm that troops had left", "There is no sign that …"."""
    return unsaid(it.parsed, it.n)


def awaited(it: Candidate) -> bool:
    if it.saying and it.clause.relation == "until" and not it.dated:
        return True
    if it.saying or it.clause.relation not in ("until", "and"):
        return False
    verb = it.clause.verb
    if it.clause.relation == "and":  # "until it had ended and the men had been freed"
        return verb.perfect and it.n > 0 and it.parsed.clauses[it.n - 1].relation == "until"
    ahead = it.clause.governor is not None and verb.tense == "past" and it.parsed.clauses[it.n - 1].verb.modal
    return not it.dated or bool(ahead)  # "would not leave until it recognised the 1957 border"


def still_ahead(it: Candidate) -> bool:
    """ "two days before the truce expires", "once a deal is signed": only says when something else is to be."""
    return not it.saying and not it.dated and ahead(it.parsed, it.clause) is not None
