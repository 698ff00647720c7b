"""Clauses that are told of another than their subject, or of nobody: no line of a timeline."""

from dateline.reports.clauses.candidate import Candidate, listed
from dateline.reports.clauses.subjects import subject_span
from dateline.reports.grammar.closed_classes import FIRST_PERSON, PREPOSITIONS, RELATIVES

PERSONS = FIRST_PERSON | {"you"}
MINE = frozenset(["me", "mine"])
ONESELF = PERSONS | MINE


def no_subject_of_it(it: Candidate) -> bool:
    """ "watched it with the sound turned down", "There was no question of …, deployed in May": said of another."""
    span = subject_span(it.parsed, it.n)
    if span is None:
        return False
    words, clause = it.parsed.words, it.clause
    opens, several = words[span.start].low, span.end - span.start > 2
    if opens in ("it", "him", "her", "them") and several and words[span.start + 1].low in PREPOSITIONS:
        return True
    if clause.relation == "other" and opens in ("less", "more", "fewer") and words[clause.first - 1].low == ",":
        return True  # "by 400 votes, less than a third of those he won in 1997"
    if it.saying or clause.verb.form not in ("past", "part"):
        return False
    bare = clause.verb.first == clause.first and clause.relation in ("other", "participle")
    if bare and clause.relation == "other" and _describes_noun(it):
        return True
    return bare and opens == "there" and not several


def _describes_noun(it: Candidate) -> bool:
    """ "would not lift its sanctions, imposed in 1997": done by nobody that the sentence is about."""
    words, clause = it.parsed.words, it.clause
    begins = it.parsed.clauses[clause.leader].first if clause.leader is not None else 0
    before, behind = words[begins : clause.first], words[clause.verb.last : clause.last]
    aside = clause.first > 1 and words[clause.first - 1].low == "," and not words[clause.first - 2].text[0].isupper()
    held_up = any(word.low in RELATIVES or word.low == "that" for word in before)
    told = bool(behind) and behind[0].low in PREPOSITIONS and clause.verb.last == clause.verb.first + 1
    return aside and told and not held_up and clause.verb.lemma in listed("frames", "described", "done")


def nobody_says(it: Candidate) -> bool:
    """ "Nobody can tell", "Not a penny was declared": no statement of anybody."""
    span = subject_span(it.parsed, it.n) if it.saying else None
    return span is not None and it.parsed.words[span.start].low in listed("modality", "nobody", "words") | {"not"}


def replaced(it: Candidate) -> bool:
    """ "Ann Lee, whom he replaces": what holds, said by the way."""
    clause = it.clause
    aside = any(word.low == "whom" for word in it.parsed.words[clause.first : clause.verb.first])
    holds = clause.verb.tense == "present" and not (clause.verb.modal or clause.verb.perfect)
    return aside and holds and not it.dated and not it.saying


def of_oneself(it: Candidate) -> bool:
    """ "I met the envoy in May", "we are told", "You resigned": nobody knows who says so, outside a quotation."""
    if it.parsed.sentence.quoted or ONESELF.isdisjoint([word.low for word in it.parsed.words]):
        return False
    span = subject_span(it.parsed, it.n)
    if span is None:
        return False
    words = it.parsed.words[span.start : span.end]
    if any(word.low in MINE for word in it.parsed.words[it.clause.first : it.clause.last]):
        return True
    own = it.clause.subject is not None and it.parsed.words[it.clause.verb.first - 1].low in PERSONS
    return own or words[-1].low in PERSONS or words[0].low in PERSONS
