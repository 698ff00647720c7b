"""What a second verb borrows from the one before it: its negation, its auxiliary."""

from dateline.reports.clauses.clause import Clause
from dateline.reports.drafts.draft import Draft
from dateline.reports.grammar.classes import plurals
from dateline.reports.grammar.closed_classes import (
    COORDINATORS,
    DO,
    HAVE,
    MARKS,
    MODALS,
    NEGATIONS,
    PREPOSITIONS,
    is_adverb,
)
from dateline.reports.grammar.frames import listed
from dateline.reports.grammar.morphology import inflect
from dateline.reports.headlines.linked import (
    told_behind,
)
from dateline.reports.headlines.without_dates import words_of

ONE = ("ss", "us", "is", "news")


def with_negation(work: Draft, n: int) -> str:
    """ "had not " for "killed" of "had not attacked the port or killed anyone": the second verb borrows it."""
    clause, words = work.clauses[n], work.parsed.words
    own = any(word.low in NEGATIONS for word in words[clause.verb.first : clause.verb.last])
    if not clause.verb.negated or own or words[clause.first].low not in COORDINATORS:
        return ""
    turned = next((word.low for word in words[clause.first : clause.verb.first] if word.low in DO | HAVE | MODALS), "")
    if turned or clause.leader is None:
        return f"{turned} not " if turned else ""  # "nor did it attack"
    verb = work.clauses[clause.leader].verb
    return f"{words_of(work, verb.first, verb.main)} " if verb.negated and verb.first < verb.main else ""


def with_passive(work: Draft, n: int) -> str:
    """ "was " for "handed over to envoys" of "was freed and handed over to envoys": nobody handed anything over."""
    clause, words = work.clauses[n], work.parsed.words
    leader = work.clauses[clause.leader].verb if clause.leader is not None else None
    if leader is None or not leader.passive or words[clause.first].low not in COORDINATORS:
        return ""
    behind = [word.low for word in words[clause.verb.last : clause.verb.last + 2]]
    alone = not told_behind(work, clause, clause.last) or (bool(behind) and behind[0] in PREPOSITIONS | MARKS)
    suffers = clause.verb.lemma in listed("passive", "suffered") and alone
    done = (
        suffers
        or behind[:1] == ["by"]
        or (clause.verb.lemma in listed("passive", "moved") and not {"to", "into", "from"}.isdisjoint(behind))
    )
    bare = clause.verb.form == "past" and clause.verb.last == clause.verb.first + 1
    helping = [word for word in words[leader.first : leader.main] if word.low != "first" and not is_adverb(word.low)]
    return f"{' '.join(word.text for word in helping)} " if bare and done and helping else ""


def finite(text: str, clause: Clause, subject: str) -> str:
    """ "The army …, accusing the rebels" -> "The army accuses the rebels"; "after being shot" -> "was shot"."""
    gerund, _, rest = text.partition(" ")
    if clause.verb.passive and gerund.lower() == "being":
        return f"{'were' if _several(subject) else 'was'} {rest}"
    forms = {form: word for word, form in inflect(clause.verb.lemma)}
    if gerund.lower() != forms["ing"]:
        return text
    return f"{forms['base' if _several(subject) else 's']} {rest}"


def _several(subject: str) -> bool:
    last = subject.split()[-1]
    many = " and " in subject or last.lower() in plurals()
    return many or (last.islower() and last.endswith("s") and not last.endswith(ONE))
