"""The clause that lends its subject to a verb without one."""

from collections.abc import Sequence
from functools import cache

from dateline.lexicon.load import document
from dateline.reports.clauses.clause import Clause
from dateline.reports.clauses.clause_marks import Relation
from dateline.reports.clauses.governing import resumes_subject
from dateline.reports.grammar.closed_classes import (
    PREPOSITIONS,
    RELATIVES,
)
from dateline.reports.grammar.speech_verbs import speaks
from dateline.reports.grammar.tokens import Token
from dateline.reports.grammar.verb_group import VerbGroup, known

ASIDES = frozenset(["before", "after", "when", "while", "since", "until", "relative"])


def leader_of(words: Sequence[Token], before: Sequence[Clause], relation: Relation, group: VerbGroup) -> int | None:
    """The clause that lends its subject: for a verb resumed after a relative clause, the one before that.

    "The army said its men had left, calling it a retreat": who said so calls it that. "It denied that troops had left
    and said …": who denied it said so.
    """
    if not before:
        return None
    n = len(before) - 1
    if relation in ("other", "but"):
        while n > 0 and before[n].relation in (
            "relative",
            "since",
            "as",
            "because",
            "when",
            "after",
            "before",
            "condition",
        ):
            n -= 1
    if n and relation == "other":
        begun = Clause(group.first, group.last, group, relation, None)
        n = next((m for m in range(n) if resumes_subject(words, before[m], begun)), n)
    if relation == "and" and group.finite and n and not before[n].verb.finite and before[n].leader is not None:
        n = before[n].leader or 0  # "returned after winning the seat, and declared"
    if relation == "and" and _closes_relative(words, before, group):
        n -= 1
    while (
        n > 0
        and before[n].relation == "complement"
        and (
            (relation == "participle" and speaks(group))
            or (relation == "and" and _says_on(words, before[n].verb, group))
            or (relation == "but" and (speaks(group) or group.lemma in _factive()))
            or (relation in ("and", "but") and _is_done(before[n].verb, group))
        )
    ):
        n -= 1
    if relation == "participle" and speaks(group) and n > 0 and _is_aside(words, before[n], group):
        n -= 1
    if relation == "participle" and speaks(group) and n > 0 and _of_a_thing(words, before[n], group):
        n -= 1
    return n


def _is_aside(words: Sequence[Token], clause: Clause, group: VerbGroup) -> bool:
    """ "The minister resigned, hours before troops went in, telling": the clause between the commas is an aside."""
    return clause.relation in ASIDES and words[clause.first - 1].low == "," and words[group.first - 1].low == ","


def _of_a_thing(words: Sequence[Token], clause: Clause, group: VerbGroup) -> bool:
    """ "The governor vetoed a bill that would close the port, saying …": no bill says so."""
    closed = words[group.first - 1].low == "," and clause.relation == "relative" and clause.subject is None
    return closed and words[clause.first].low in ("that", "which")


def _closes_relative(words: Sequence[Token], before: Sequence[Clause], group: VerbGroup) -> bool:
    """ "The envoy praised the truce, which took effect on Monday, and said": between commas the truce is done with."""
    aside, n = before[-1], len(before) - 1
    parted = group.first > 1 and words[group.first - 1].low == "and" and words[group.first - 2].low == ","
    opened = words[aside.first].low in RELATIVES | PREPOSITIONS and words[aside.first - 1].low == ","
    opened = opened or words[min(aside.first + 1, len(words) - 1)].low in RELATIVES
    return n > 0 and parted and aside.relation == "relative" and opened


def _is_done(content: VerbGroup, group: VerbGroup) -> bool:
    """ "promised that it would be counted, but refused to go": what would be is said, and the other has been done."""
    plain = group.tense == "past" and group.finite and not group.modal and not group.perfect and not group.passive
    return content.modal == "would" and plain


@cache
def _factive() -> frozenset[str]:
    return frozenset(document("speech").data["verbs"]["factive"])


def _says_on(words: Sequence[Token], content: VerbGroup, group: VerbGroup) -> bool:
    """Whether a verb of saying is told as the saying before it is, and not as what is said: "had left and said"."""
    said = known(words[group.first].low, "past")
    return said is not None and speaks(group._replace(lemma=said[0])) and (content.perfect or bool(content.modal))
