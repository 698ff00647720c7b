"""Clauses that only describe somebody or something: "the allies who have troops there"."""

from itertools import pairwise

from dateline.reports.clauses.candidate import Candidate, listed
from dateline.reports.clauses.clause import Parsed
from dateline.reports.clauses.subjects import subject_span
from dateline.reports.grammar.closed_classes import PREPOSITIONS, RELATIVES
from dateline.reports.grammar.verb_group import participle

ANYBODY = frozenset(["those", "all", "anyone", "anybody", "everyone", "everybody", "someone", "somebody", "people"])
ANY = frozenset(["any", "every", "whatever"])


def described(it: Candidate) -> bool:
    """ "the allies who have troops there", "talks on a settlement that produces peace"."""
    if (
        (it.clause.verb.tense != "past" and _of_anybody(it))
        or _without_object(it)
        or _of_a_phrase(it)
        or _denied_in_passing(it)
        or _whoever(it)
        or _beyond_belief(it)
        or _frame(it)
        or _within_apposition(it)
    ):
        return True
    if [word.low for word in it.parsed.words[it.clause.first : it.clause.first + 2]] == ["of", "which"]:
        return True  # "three attacks, all of which were repelled"
    if it.dated:
        return False
    if it.parsed.words[it.clause.first].low == "whom" and it.clause.verb.last + 1 < it.clause.last:
        return True  # "the premier, whom he praised in print"
    if reduced(it.parsed, it.n):
        return True
    if it.saying:
        return it.clause.relation == "relative"
    if not _relative(it):
        return False
    verb = it.clause.verb
    if verb.tense != "past" and _anybody(it):
        return True
    planned = verb.lemma in listed("modality", "desire", "verbs")
    governor = it.parsed.clauses[it.clause.governor] if it.clause.governor is not None else None
    said = governor is not None and governor.relation != "attribution"
    passing = verb.tense != "past" or bool(verb.modal) or said
    return it.found.noun and not planned and passing


def reduced(parsed: Parsed, n: int) -> bool:
    """ "fear that four men sentenced in May, among them a judge, could be killed": the men's verb is still to come."""
    if n + 1 >= len(parsed.clauses):
        return False
    clause, following, words = parsed.clauses[n], parsed.clauses[n + 1], parsed.words
    if clause.subject is None or words[clause.subject.end - 1].low in RELATIVES:
        return False
    bare = (
        clause.verb.form == "past" and clause.verb.last == clause.verb.first + 1 and following.verb.last > clause.last
    )
    resumed = following.relation == "other" and following.subject is None and following.first == following.verb.first
    if words[min(following.verb.last, len(words) - 1)].low == "by" and not following.verb.passive:
        return False  # "after leaders held a meeting, attended by the envoy"
    if following.verb.form == "past" and any(
        c.relation == "and" and c.leader == n + 1 for c in parsed.clauses[n + 2 :]
    ):
        return False  # "Gunmen occupied the town hall, burned a church, and freed two men"
    return (
        bare and resumed and participle(words[clause.verb.main].low) is not None and words[clause.last - 1].low == ","
    )


def _denied_in_passing(it: Candidate) -> bool:
    """ "a claim that the army has always denied": what it denies is told by the claim."""
    clause, words = it.clause, it.parsed.words
    rejects = clause.verb.lemma in listed("speech", "rejected", "verbs")
    linked = words[clause.first].low in ("that", "which") and clause.relation in ("relative", "complement")
    return (
        rejects and linked and not it.dated and not any(word.is_word for word in words[clause.verb.last : clause.last])
    )


def _without_object(it: Candidate) -> bool:
    """ "a faction that it says it does not control": whom it is told of stands before "that"."""
    clause, words = it.clause, it.parsed.words
    governor = it.parsed.clauses[clause.governor] if clause.governor is not None else None
    if governor is None or governor.relation != "relative" or clause.subject is None:
        return False
    linked = words[governor.first].low in RELATIVES | {"that"} and governor.last == clause.first
    return linked and not any(word.is_word for word in words[clause.verb.last : clause.last])


def _of_a_phrase(it: Candidate) -> bool:
    """ "In the riots that followed nine people, most of them nuns, were killed": nobody says that the riots were."""
    leader = it.parsed.clauses[it.clause.leader] if it.clause.leader is not None else None
    if it.clause.relation != "other" or leader is None or leader.subject is None:
        return False
    words, span = it.parsed.words, leader.subject
    return words[span.start].low in PREPOSITIONS and words[span.end - 1].low in RELATIVES | {"that"}


def _anybody(it: Candidate) -> bool:
    """ "All those who want to fight": whoever they may be."""
    at = it.clause.verb.first - 2
    return at >= 0 and it.parsed.words[at].low in ANYBODY


def _frame(it: Candidate) -> bool:
    """ "In the riots that followed, nine died": what opens the sentence only says when that was."""
    words, clause = it.parsed.words, it.clause
    linked = words[clause.verb.first - 1].low in ("that", "which") and clause.verb.first > 1
    return clause.first == 0 and linked and words[0].low in PREPOSITIONS and len(it.parsed.clauses) > 1 and not it.dated


def _within_apposition(it: Candidate) -> bool:
    """ "The truce, the fourth since the war began in 1991, held": the war only says which it is."""
    words, clause = it.parsed.words, it.clause
    if clause.subject is None or it.n + 1 >= len(it.parsed.clauses):
        return False
    inside = range(clause.subject.start + 2, clause.subject.end)
    since = next((k for k in inside if words[k].low in ("since", "before", "after", "when", "until")), None)
    resumed = it.parsed.clauses[it.n + 1]
    held_up = resumed.relation == "other" and resumed.first == resumed.verb.first
    return since is not None and held_up and any(words[k].low == "," for k in range(clause.subject.start, since))


def _whoever(it: Candidate) -> bool:
    """ "A leader who takes power without a vote": any such leader, in the present."""
    words, clause = it.parsed.words, it.clause
    at = clause.verb.first - 1
    if clause.relation == "relative" and words[clause.first].low in ("that", "which") and not it.dated:
        before = [word.low for word in words[max(clause.first - 3, 0) : clause.first]]
        if ANY.intersection(before) and "," not in before:
            return True  # "any resolution that authorised war"
    linked = at >= 2 and words[at].low in ("who", "that", "which") and words[at - 1].low not in (",", ")")
    return linked and clause.verb.form in ("s", "base") and words[clause.first].low in ("a", "an") and not it.dated


def _beyond_belief(it: Candidate) -> bool:
    """ "more than anyone could have expected, including the capture of the town": nobody expects it."""
    span = subject_span(it.parsed, it.n) if it.clause.verb.modal == "could" else None
    return span is not None and it.parsed.words[span.end - 1].low in ANYBODY


def _of_anybody(it: Candidate) -> bool:
    """ "All those who stay … want to prolong the war": what is said of whoever it may be."""
    if it.clause.subject is not None or it.clause.relation in ("attribution", "complement"):
        return False
    low = [word.low for word in it.parsed.words[:4] if word.is_word]
    return any(word in ANYBODY and following == "who" for word, following in pairwise(low))


def _relative(it: Candidate) -> bool:
    """A relative clause, also one that opens its sentence: "All those who want …"."""
    subject = it.clause.subject
    if subject is None:
        return it.clause.relation == "relative"
    return it.parsed.words[subject.end - 1].low in RELATIVES
