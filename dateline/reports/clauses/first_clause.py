"""How a sentence begins: "If …", "Even as …", "Two hours before …", behind a phrase, or as a main clause."""

from collections.abc import Sequence

from dateline.reports.clauses.clause_marks import BREAKS, RELATION_OF, SUBJECT_OPENINGS, UNITS, Relation
from dateline.reports.grammar.closed_classes import (
    COORDINATORS,
    MONTHS,
    PREPOSITIONS,
    QUOTES,
    SUBORDINATORS,
    WEEKDAYS,
    is_adverb,
)
from dateline.reports.grammar.tokens import Token
from dateline.reports.grammar.verb_group import VerbGroup

LENGTH = 5  # words of "only two and a half days"
PERSONAL = frozenset("i he she it we they".split())


def first_relation(words: Sequence[Token], group: VerbGroup) -> Relation:
    """How the first clause of a sentence begins: "If …", "Even as …", or as a main clause."""
    if not group.finite:
        return "participle"
    opening = [word.low for word in words[:3] if word.low not in QUOTES]
    if opening[:1] and opening[0] in ("even", "but", "and", "so"):
        opening = opening[1:]
    if behind_phrase(words, 0, group) is not None:
        return "main"
    if (linked := _time_before(words, group)) is not None:
        return linked
    if opening[:1] and opening[0] in SUBORDINATORS:
        return "main" if _opening_phrase(words, group) else RELATION_OF[opening[0]]
    if opening[:1] == ["should"]:
        return "condition"  # "Should rebels enter the city, …"
    return "main"


def _opening_phrase(words: Sequence[Token], group: VerbGroup) -> bool:
    """ "After nine days of talks, the envoys signed": the subject stands behind the comma."""
    commas = [k for k in range(1, group.first) if words[k].low == ","]
    return words[0].low in PREPOSITIONS and len(commas) == 1 and commas[0] + 1 < group.first


def _time_before(words: Sequence[Token], group: VerbGroup) -> Relation | None:
    """ "A day after rebels attacked, …", "Two hours before the vote began, …"."""
    k = next((k for k in range(1, min(LENGTH, group.first - 1)) if words[k].low in ("after", "before")), None)
    if k is None or words[k - 1].low not in UNITS or any(word.low in PREPOSITIONS | BREAKS for word in words[:k]):
        return None
    return RELATION_OF[words[k].low]


def behind_phrase(words: Sequence[Token], start: int, group: VerbGroup) -> int | None:
    """The token of the subject that stands right behind a phrase: "As foreign minister he helped", "After the vote he
    left", "Before his departure Ann Lee said"; None where a comma parts them or no such phrase opens the clause.
    """
    counted = words[start].low in UNITS and words[start + 1].low in ("after", "before")
    if words[start].low not in PREPOSITIONS and words[start].low != "as" and not counted:
        return None
    if counted:  # "Hours before the vote a bomb went off"; "hours after Ann Lee said" is a clause
        subject = _determined(words, start + 1, group.first)
    elif words[group.first - 1].low in PERSONAL:
        subject = group.first - 1
    else:
        subject = _named(words, start, group.first) or _determined(words, start, group.first)
    between = words[start + 1 : subject] if subject is not None else ()
    return subject if between and not any(word.low in BREAKS for word in between) else None


def _named(words: Sequence[Token], start: int, end: int) -> int | None:
    """Where the name begins that stands behind a noun: "Ann Lee" of "Before his departure Ann Lee"."""
    k = end
    while k > start and words[k - 1].text[0].isupper():
        k -= 1
    while k < end and words[k].low in WEEKDAYS | MONTHS:
        k += 1
    before = words[k - 1]
    noun = before.is_word and before.low not in PREPOSITIONS | COORDINATORS | SUBJECT_OPENINGS
    return k if start + 1 < k < end and noun else None


def _determined(words: Sequence[Token], start: int, end: int) -> int | None:
    """Where a subject begins that an article parts from a noun: "the army" of "Before the vote the army left"."""
    for k in range(end - 2, start + 2, -1):
        before = words[k - 1]
        noun = before.is_word and before.low not in PREPOSITIONS | COORDINATORS | SUBJECT_OPENINGS | SUBORDINATORS
        if words[k].low in ("the", "a", "an") and noun and not is_adverb(before.low):
            return k
    return None
