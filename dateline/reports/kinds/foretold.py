"""Deeds that a saying only names, and that are still to come: "spoke of an imminent incursion into the north"."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from dateline.lexicon.load import document
from dateline.model import Name
from dateline.reports.clauses.clause import Clause, Parsed
from dateline.reports.clauses.noun_phrase import phrase
from dateline.reports.grammar.closed_classes import DETERMINERS, PREPOSITIONS
from dateline.reports.grammar.event_nouns import Trigger
from dateline.reports.kinds.deeds import of_gerund

ABOUT = frozenset(["of", "about"])
REACH = 4  # words between "imminent" and what it describes
FAR = 6  # and between "assuming" and the duty


class Foretold(NamedTuple):
    """The deed `trigger`, told by the tokens `[first, last)` of clause `n`; `doing` is the token of its participle."""

    n: int
    trigger: Trigger
    first: int
    last: int
    doing: int | None = None


def foretold(parsed: Parsed, triggers: Sequence[Trigger | None], names: Sequence[Name]) -> list[Foretold]:
    """The deeds that the sayings of a sentence foretell, in order."""
    found: list[Foretold] = []
    for n, (clause, said) in enumerate(zip(parsed.clauses, triggers, strict=True)):
        if said and said.type == "statement" and not _denies(clause, said):
            found += [Foretold(n, noun, *phrase(parsed, noun, None)) for noun in _near(parsed, clause)]
            found += _duty(parsed, n, names)
    return found


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(document("modality").data["foretold"][key])


@cache
def _denying() -> frozenset[str]:
    return frozenset(document("speech").data["verbs"]["denying"])


def _denies(clause: Clause, said: Trigger) -> bool:
    return clause.verb.negated or said.lemma in _denying()


def _near(parsed: Parsed, clause: Clause) -> list[Trigger]:
    """ "an imminent incursion", "a planned offensive": not "the planned offensive", which has been told of."""
    nouns = parsed.event_nouns(clause.verb.last, clause.last)
    return [noun for noun in nouns if noun.type != "statement" and not noun.definite and _coming(parsed, noun)]


def _coming(parsed: Parsed, noun: Trigger) -> bool:
    for k in range(noun.first - 1, max(-1, noun.first - 1 - REACH), -1):
        low = parsed.words[k].low
        if low in _words("adjectives"):
            return parsed.words[k - 1].low not in ("no", "any", "not")
        if not parsed.words[k].is_word or low in PREPOSITIONS or low in DETERMINERS:
            return False
    return False


def _duty(parsed: Parsed, n: int, names: Sequence[Name]) -> list[Foretold]:
    """ "spoke of Turkey assuming the duty of guarding captives": a duty is still to be done.

    Not "spoke of soldiers shooting at them", which tells what has been seen.
    """
    words, clause = parsed.words, parsed.clauses[n]
    first = clause.verb.last + 1
    if first >= clause.last or words[first - 1].low not in ABOUT:
        return []
    who = next((name for name in names if name.acts and name.span.start == words[first].start), None)
    doing = next((k for k in range(first, clause.last) if who and words[k].start >= who.span.end), clause.last)
    if doing >= clause.last or not words[doing].low.endswith("ing"):
        return []
    for k in range(doing + 1, min(doing + FAR, clause.last - 2)):
        if words[k].low in _words("duties") and words[k + 1].low in ABOUT:
            deed = of_gerund(parsed, clause, k + 2)
            return [Foretold(n, deed, first, clause.last, doing)] if deed else []
    return []
