"""What is said not to be so: "denied reports that …", "claims that … are baseless"; and what nobody says to be so.

A that-clause alone would tell the contrary of what the article does: it is told with what it hangs on, or not at all.
"""

from functools import cache
from itertools import pairwise

from dateline.lexicon.load import document
from dateline.model import Span
from dateline.reports.clauses.clause import Clause, Parsed
from dateline.reports.grammar.speech_verbs import says
from dateline.reports.grammar.verb_group import gerund

REACH = 3  # words behind "is" among which it says that something is untrue
NOBODY = frozenset(["nothing", "nobody", "none", "no", "neither", "few", "hardly"])


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(document("speech").data["rejected"][key])


@cache
def _telling() -> frozenset[str]:
    return frozenset(document("speech").data["verbs"]["complement"])


def rejects(clause: Clause) -> bool:
    """Whether the verb of the clause says that something is not so: "denied", "dismissed"."""
    return clause.verb.lemma in _words("verbs") and not clause.verb.negated


def rejecter(parsed: Parsed, n: int) -> int | None:
    """The clause that denies clause `n`: "denied that …", "dismissed reports that …"; None where none does."""
    clause = parsed.clauses[n]
    governor = clause.governor
    if governor is not None and rejects(parsed.clauses[governor]) and _goes_on(parsed, n):
        return governor
    for m in range(n - 1, -1, -1):
        if rejects(parsed.clauses[m]) and not parsed.clauses[m].verb.passive and _of_content(parsed, m, m + 1):
            return m if m + 1 == n or _goes_on(parsed, n) else None
        if not _goes_on(parsed, m):
            return None
    return None


def _goes_on(parsed: Parsed, n: int) -> bool:
    """Whether clause `n` is what is denied, or goes on with it: "that the army left or that it fled"."""
    clause = parsed.clauses[n]
    if clause.relation in ("complement", "and"):
        return True
    return clause.relation == "relative" and parsed.words[clause.first].low == "that"


def _of_content(parsed: Parsed, m: int, n: int) -> bool:
    """Whether clause `n` is the content of a noun in clause `m`, or of its "claiming": "a report on the radio that"."""
    words, clause = parsed.words, parsed.clauses[n]
    first = clause.first
    if words[first].low != "that" or clause.subject is None or words[first - 1].low == ",":
        return False
    return behind_noun(parsed, m, first) is not None


def behind_noun(parsed: Parsed, m: int, end: int) -> int | None:
    """The token behind "a report" of clause `m`, or behind "claiming", before its "that" at `end`; None for neither."""
    words, first = parsed.words, parsed.clauses[m].verb.last
    if end > first and gerund(words[end - 1].low) in _telling():
        return end
    return next((k + 1 for k in range(first, end) if words[k].low in _words("nouns")), None)


def untrue(parsed: Parsed, n: int) -> Span | None:
    """The tokens of clause `n` with the clause that calls it untrue: "It is false that …"; None where none does."""
    clauses, clause = parsed.clauses, parsed.clauses[n]
    if n and _content(parsed, n) and _untrue(parsed, clauses[n - 1]):
        return Span(clauses[n - 1].first, clause.last)
    if n + 1 < len(clauses) and noun_with_content(parsed, n) and _untrue(parsed, clauses[n + 1]):
        return Span(clause.first, clauses[n + 1].last)
    return None


def _untrue(parsed: Parsed, matrix: Clause) -> bool:
    verb = matrix.verb
    if {verb.lemma, parsed.words[verb.main].low} & _words("words"):
        return not verb.negated  # "were fabricated"
    if verb.lemma in _words("verbs"):
        return verb.passive != verb.negated  # "were denied"
    low = {word.low for word in parsed.words[verb.last : verb.last + REACH]}
    subject = {word.low for word in parsed.words[matrix.first : verb.first]}
    if verb.lemma != "be":
        return False
    return bool(low & _words("true")) if verb.negated else bool((low | subject) & _words("words"))


def unsaid(parsed: Parsed, n: int) -> bool:
    """Whether clause `n` hangs on words that leave it open: "did not confirm that", "There is no sign that"."""
    words, clause = parsed.words, parsed.clauses[n]
    if noun_with_content(parsed, n):
        return untrue(parsed, n) is None
    before = words[clause.first - 1].low if clause.first else ""
    if before == "as" and words[clause.first].low in ("though", "if"):
        return True
    if not n or not _content(parsed, n):
        return _doubted(parsed, n)
    if _gainsaid(parsed, n):
        return True
    matrix = parsed.clauses[n - 1]
    return before in _words("doubts") or _negative(parsed, matrix)


def _gainsaid(parsed: Parsed, n: int) -> bool:
    """ "left, contradicting a statement by the army that it held the port"."""
    words, first = parsed.words, parsed.clauses[n].first
    start = parsed.clauses[n - 1].verb.last
    said = words[first].low == "that" and any(word.low in _words("nouns") for word in words[start:first])
    return said and any(gerund(word.low) in _words("verbs") for word in words[start:first])


def _negative(parsed: Parsed, matrix: Clause) -> bool:
    """ "did not confirm", "Nothing suggests", "falsely claimed", "There is no evidence"."""
    words, verb = parsed.words, matrix.verb
    opening = [word.low for word in words[matrix.first : verb.main]]
    if says(verb):  # so "declined to confirm"
        nobody = matrix.subject is not None and words[matrix.subject.start].low in NOBODY
        refused = not {"refuse", "decline", "fail"}.isdisjoint(verb.chain)
        return verb.negated or nobody or refused or not _words("falsely").isdisjoint(opening)
    behind = [word.low for word in words[verb.last : verb.last + REACH + 2]]
    none = any(low == "no" and following in _words("signs") for low, following in pairwise(behind))
    return none or (verb.negated and not _words("known").isdisjoint([verb.lemma, words[verb.main].low, *behind]))


def _doubted(parsed: Parsed, n: int) -> bool:
    """ "The envoy doubted that rebels had left", where the verb of saying is taken for part of the subject."""
    subject = parsed.clauses[n].subject
    if subject is None:
        return False
    low = [word.low for word in parsed.words[subject.start : subject.end]]
    doubted = any(word in _words("doubts") and following == "that" for word, following in pairwise(low))
    return doubted or (low[0] in NOBODY and "that" in low)


def _content(parsed: Parsed, n: int) -> bool:
    """Whether clause `n` is what the clause before says, or that it is so: no "that" which stands for a noun."""
    clause = parsed.clauses[n]
    if clause.relation not in ("complement", "relative") or clause.subject is None:
        return False
    return parsed.words[clause.first].low == "that" or clause.governor == n - 1


def noun_with_content(parsed: Parsed, n: int) -> bool:
    """ "Reports that the port had been hit …": the subject of a verb that is still to come."""
    subject, words = parsed.clauses[n].subject, parsed.words
    return subject is not None and any(
        words[k].low in _words("nouns") and words[k + 1].low == "that"
        for k in range(subject.start, min(subject.start + REACH, subject.end - 2))
    )
