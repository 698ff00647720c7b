"""Clauses that only judge, wish or demand: no line of a timeline."""

from dateline.reports.clauses.candidate import Candidate, listed
from dateline.reports.clauses.clause import Parsed
from dateline.reports.clauses.subjects import subject_span
from dateline.reports.drafts.draft import in_quotation
from dateline.reports.grammar.closed_classes import FIRST_PERSON

DEEDS = frozenset(["attack", "control", "displacement"])


def unwanted(it: Candidate) -> bool:
    """ "Lee did not want this war": what he thought of it."""
    verb = it.clause.verb
    own = it.found.noun and not it.saying and it.clause.relation != "condition"
    return own and verb.negated and verb.lemma in ("want", "like")


def not_to_be(it: Candidate) -> bool:
    """ "would never again allow an attack": no event, unless it hangs on a condition."""
    verb = it.clause.verb
    future = bool(verb.modal) or verb.tense == "future"
    start = it.clause.subject.start if it.clause.subject else it.clause.first
    last = [word.low for word in it.parsed.words[max(start - 2, 0) : start]]
    if future and last == ["last", "time"]:
        return True  # "This was the last time they will meet"
    if it.saying or it.dated or not (it.found.noun and future and verb.negated):
        return False
    return not any(other.relation == "condition" for other in it.parsed.clauses)


def opinion(it: Candidate) -> bool:
    """ "This is one of the crucial meetings", "would be good if", "to prolong the war is …"."""
    if it.saying or it.dated or not it.found.noun:
        return False
    clause, verb = it.clause, it.clause.verb
    span = subject_span(it.parsed, it.n)
    if span is not None and it.parsed.words[span.end - 1].low in FIRST_PERSON:
        return True
    judging = verb.passive and verb.lemma in listed("frames", "stative", "judging")
    if verb.modal and (verb.lemma == "be" or judging):
        return True
    if clause.subject is not None and it.parsed.words[clause.subject.start].low == "to":
        return True
    judged = it.found.first < verb.main or it.found.type not in DEEDS  # "His murder is unacceptable"
    return verb.lemma == "be" and judged and in_quotation(it.parsed, it.clause)


def judges(it: Candidate) -> bool:
    """ "The best option is that they leave", "it is hard to reach a deal": a judgement of what may never be."""
    clause = it.clause
    if it.saying or it.dated:
        return False
    if it.found.lemma in listed("frames", "judgements", "breaching") and clause.verb.modal in ("would", "could"):
        return True
    if clause.relation in ("complement", "relative") and it.n and _judging(it.parsed, it.n - 1):
        return True
    return _judging(it.parsed, it.n)


def _judging(parsed: Parsed, n: int) -> bool:
    verb, words = parsed.clauses[n].verb, parsed.words
    if words[verb.main].low in listed("frames", "judgements", "feelings"):
        return True
    behind = [word.low for word in words[verb.last : verb.last + 2]]
    if behind[:1] == ["no"] and behind[-1] in listed("frames", "judgements", "lacking"):
        return True  # "There is no alternative to dialogue", "It makes no sense to hold a vote"
    if verb.lemma != "be" or verb.passive:
        return False
    span = subject_span(parsed, n)
    subject = {words[span.end - 1].low} if span else set()
    predicate = {word.low for word in words[verb.last : verb.last + 2]}
    return bool((subject | predicate) & listed("frames", "judgements", "words"))


def demanded(it: Candidate) -> bool:
    """ "warned that the violence must stop": told by the warning."""
    clause = it.clause
    if clause.governor is None or it.dated:
        return False
    governor = it.parsed.clauses[clause.governor].verb.lemma
    if governor == "demand":
        return True  # "demanded that he resign": whether he does is open
    return clause.verb.modal == "must" and governor in listed("frames", "demanding", "verbs")
