"""Clauses that say that nothing is known: "It was not immediately clear who …", "…, a claim that could not be …"."""

from dateline.reports.clauses.clause import Clause
from dateline.reports.drafts.draft import Draft
from dateline.reports.grammar.frames import listed


def nothing_known(work: Draft) -> list[int]:
    """The clauses that tell nothing, since nobody knows: the first that says so, and what hangs on it."""
    if any(timex.type == "DATE" for timex in work.timexes):
        return []
    n = next((n for n, clause in enumerate(work.clauses) if _unknown(work, clause)), None)
    if n is None:
        return [0] if not work.clauses and _any(work.parsed.sentence.text) else []
    return [n, *_hanging(work, n)]


def _unknown(work: Draft, clause: Clause) -> bool:
    words = work.parsed.words
    return (
        _any(work.text(words[clause.first].start, words[clause.last - 1].end)) if clause.last > clause.first else False
    )


def _any(text: str) -> bool:
    return any(phrase in text.lower() for phrase in listed("nothing", "phrases"))


def _hanging(work: Draft, n: int) -> list[int]:
    """The clauses behind clause `n`, as far as the next that stands by itself: behind a semicolon, "and" or "but"."""
    words, found = work.parsed.words, list[int]()
    for m in range(n + 1, len(work.clauses)):
        clause = work.clauses[m]
        if words[clause.first].low == ";" or (clause.relation in ("and", "but") and clause.subject is not None):
            break
        found.append(m)
    return found
