"""Who has asked for what a clause rejects or accepts: "They want a truce, but Chad has rejected the demand"."""

from functools import cache

from dateline.lexicon.load import document
from dateline.reports.clauses.clause import Clause
from dateline.reports.drafts.draft import Draft
from dateline.reports.grammar.event_nouns import Trigger


def asking(work: Draft, found: Trigger) -> int | None:
    """The clause before that asks for it, where the clause of the event answers "the demand"; None where none does."""
    own = next((n for n, trigger in enumerate(work.triggers) if trigger == found), None)
    if own is None or not _answers(work, work.clauses[own]):
        return None
    asked = (m for m in range(own - 1, -1, -1) if _verb(work.clauses[m]) in _verbs("asks"))
    return next(asked, None)


def _answers(work: Draft, clause: Clause) -> bool:
    words, last = work.parsed.words, clause.verb.last
    object = [word.low for word in words[last : last + 2]]
    return _verb(clause) in _verbs("refuses") | _verbs("moves") and object[:1] == ["the"] and object[-1] in _pointing()


def _verb(clause: Clause) -> str:
    """ "want to form" asks, whatever is wanted."""
    return next((lemma for lemma in clause.verb.chain if lemma in _verbs("asks")), clause.verb.lemma)


@cache
def _verbs(stance: str) -> frozenset[str]:
    return frozenset(entry.partition(" ")[0] for entry in document("demands").data["verbs"][stance])


@cache
def _pointing() -> frozenset[str]:
    return frozenset(document("demands").data["nouns"]["pointing"])
