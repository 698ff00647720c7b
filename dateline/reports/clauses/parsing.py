"""Tokens -> Clauses: each finite verb group is the nucleus of one; marks and connecting words bound it."""

from collections.abc import Sequence

from dateline.model import Sentence, Span
from dateline.reports.clauses.boundaries import boundary
from dateline.reports.clauses.carried_on import carried_on
from dateline.reports.clauses.clause import LONGEST, Clause, Parsed
from dateline.reports.clauses.clause_marks import BREAKS, Relation, of_time, only_time
from dateline.reports.clauses.first_clause import behind_phrase, first_relation
from dateline.reports.clauses.fronted_deed import among_those
from dateline.reports.clauses.governing import governed, interposed
from dateline.reports.clauses.leaders import leader_of
from dateline.reports.clauses.restrictive import resumes
from dateline.reports.grammar.closed_classes import (
    BE,
    COORDINATORS,
    DO,
    HAVE,
    MODALS,
    NEGATIONS,
    PREPOSITIONS,
    QUOTES,
    RELATIVES,
    SUBORDINATORS,
    is_adverb,
)
from dateline.reports.grammar.event_nouns import event_nouns
from dateline.reports.grammar.tokens import Token, tokens
from dateline.reports.grammar.verb_group import VerbGroup
from dateline.reports.grammar.verbs import verb_groups

# what may stand before the subject
OPENERS = COORDINATORS | SUBORDINATORS | BREAKS | QUOTES | {"that", "even"}
NEAR = 8  # words in which an opening participle would be closed by its comma
VERB_AFTER = dict.fromkeys(BE, ("part", "past", "ing")) | dict.fromkeys(HAVE, ("part", "past"))
NEGATIVE = NEGATIONS | {"nor", "neither"}  # behind these the auxiliary may stand before its subject


def parse(sentence: Sentence) -> Parsed:
    words = tokens(sentence)
    if len(words) > LONGEST:
        return Parsed(sentence, words, (), ())
    clauses = interposed(words, governed(words, _clauses(words, verb_groups(words))))
    return Parsed(sentence, words, carried_on(words, clauses), event_nouns(words))


def _clauses(words: Sequence[Token], groups: Sequence[VerbGroup]) -> list[Clause]:
    nuclei = [group for group in groups if group.finite or (_own_clause(group) and not _is_subject(words, group))]
    nuclei = _inverted(words, [group for n, group in enumerate(nuclei) if not _in_aside(words, nuclei, n)])
    nuclei, supposed = _supposed(words, nuclei)
    if (turned := among_those(words, nuclei)) is not None:
        return [turned]
    begins = [_begin(words, nuclei, n) for n in range(len(nuclei))]
    begins = [(start, "condition" if n in supposed else how) for n, (start, how) in enumerate(begins)]
    ends = [*(start for start, _ in begins[1:]), len(words)]
    clauses: list[Clause] = []
    for group, (start, relation), end in zip(nuclei, begins, ends, strict=False):
        clauses.append(_clause(words, clauses, start, end, group, relation))
    return clauses


def _inverted(words: Sequence[Token], nuclei: Sequence[VerbGroup]) -> list[VerbGroup]:
    """ "Nor did rebels attack the port": the auxiliary before the subject is none of a clause of its own."""
    kept: list[VerbGroup] = []
    before: VerbGroup | None = None
    for group in nuclei:
        if before is not None and _inverts(words, before, group) and words[before.first - 1].low in NEGATIVE:
            whole = group.form in VERB_AFTER.get(words[before.main].low, ("base",))  # not "Nor was it clear"
            kept[-1] = group._replace(negated=True, tense=before.tense) if whole else before._replace(negated=True)
        else:
            kept.append(group)
        before = group
    return kept


def _supposed(words: Sequence[Token], nuclei: Sequence[VerbGroup]) -> tuple[list[VerbGroup], set[int]]:
    """ "Had rebels attacked, …", "said that had it not been for …": the clauses whose auxiliary supposes something."""
    kept: list[VerbGroup] = []
    supposed: set[int] = set()
    before: VerbGroup | None = None
    for group in nuclei:
        opens = before is not None and (before.first == 0 or words[before.first - 1].low == "that")
        if before is not None and opens and _inverts(words, before, group):
            perfect = words[before.main].low in HAVE
            kept[-1] = group._replace(perfect=perfect or group.perfect, tense=before.tense)
            supposed.add(len(kept) - 1)
        else:
            kept.append(group)
        before = group
    return kept, supposed


def _inverts(words: Sequence[Token], auxiliary: VerbGroup, group: VerbGroup) -> bool:
    """Whether the first verb is a bare auxiliary, its subject and its main verb right behind it."""
    bare = words[auxiliary.main].low in DO | HAVE | MODALS | BE and auxiliary.last == auxiliary.first + 1
    return bare and not any(word.low in BREAKS for word in words[auxiliary.last : group.first])


def _begin(words: Sequence[Token], nuclei: Sequence[VerbGroup], n: int) -> tuple[int, Relation]:
    """The token at which the clause of verb group `n` begins, and how it hangs on the clause before."""
    if n == 0:
        return 0, first_relation(words, nuclei[0])
    return (nuclei[n].first, "other") if resumes(words, nuclei, n) else boundary(words, nuclei[n - 1], nuclei[n])


def _own_clause(group: VerbGroup) -> bool:
    """A participle after a comma or "after" is a clause of its own; one that modifies a noun is not."""
    return group.form == "ing" and group.lemma not in ("include", "accord", "follow", "regard", "concern")


def _in_aside(words: Sequence[Token], nuclei: Sequence[VerbGroup], n: int) -> bool:
    """ "Engineers, retreating from the port, blew it up": what the subject was doing meanwhile is an aside.

    So it is behind a word that opens a clause: "hours after the premier, speaking in Rome, declared a truce".
    """
    if n + 1 == len(nuclei) or nuclei[n].form != "ing" or nuclei[n].finite or not nuclei[n + 1].finite:
        return False
    first, following = nuclei[n].first, nuclei[n + 1].first
    closed = words[first - 1].low == "," and words[following - 1].low == ","
    if n:
        begun = words[nuclei[n - 1].last : first - 1]
        opening = next((k for k in reversed(range(len(begun))) if begun[k].low in SUBORDINATORS), None)
        return (
            closed
            and opening is not None
            and not any(word.low == "," for word in begun[opening:])
            and bool(begun[opening + 1 :])
        )
    opened = words[0].low not in SUBORDINATORS and any(word.is_word for word in words[: first - 1])
    return closed and opened and not is_adverb(words[first - 2].low)


def _is_subject(words: Sequence[Token], group: VerbGroup) -> bool:
    """ "Separately, fighting in the hills has displaced many": behind an adverb that opens the sentence."""
    opened = group.first == len("x,") and words[1].low == "," and is_adverb(words[0].low)
    behind = words[group.last].low if group.last < len(words) else ""
    return (
        opened
        and group.form == "ing"
        and behind in PREPOSITIONS
        and not any(word.low == "," for word in words[group.last : group.last + NEAR])
    )


def _clause(
    words: Sequence[Token], before: Sequence[Clause], start: int, end: int, group: VerbGroup, relation: Relation
) -> Clause:
    skip = start
    phrase = relation == "main" and words[start].low in PREPOSITIONS  # "After nine days of talks, the envoy left"
    while not phrase and skip < group.first and words[skip].low in OPENERS:
        skip += 1
    if start and relation in ("after", "before") and words[start].low != relation:
        counted = [word.low for word in words[start : min(start + 4, group.first)]]
        skip = start + counted.index(relation) + 1 if relation in counted else skip  # "two days after rebels"
    if [word.low for word in words[start : start + 3]] == ["as", "soon", "as"]:
        skip = start + 3
    if relation == "condition" and "that" in (
        opening := [word.low for word in words[start : min(start + 3, group.first)]]
    ):
        skip = start + opening.index("that") + 1  # "on condition that", "provided that"
    turned = (skip and words[skip - 1].low == "nor") or relation == "condition"
    if turned and skip + 1 < group.first and words[skip].low in DO | HAVE | MODALS | BE:
        skip += 1  # "Nor did rebels", "Should rebels"
    if relation == "relative" and words[skip].low in PREPOSITIONS and words[skip + 1].low in RELATIVES:
        skip += 2 if skip + 2 < group.first else 0  # "under which the port"
    own = any(map(_nominal, words[skip : group.first]))
    if relation in ("and", "but") and words[skip].low in PREPOSITIONS:
        own = own and not all(of_time(word) for word in words[skip : group.first])  # "and within an hour left"
    if relation == "and":
        own = own and not only_time(words[skip : group.first])  # "and two days later left"
    if relation == "relative" and words[skip].low in ("who", "which"):
        own = own and not all(of_time(word) for word in words[skip + 1 : group.first])  # "who in July saved it"
    if (
        relation == "other"
        and words[start].low != ";"
        and words[skip].low in PREPOSITIONS
        and not any(w.low == "," for w in words[skip : group.first])
    ):
        own = False  # "John Kerry, who had come, on Friday pledged …"
    if relation == "attribution" and not own:
        return Clause(start, end, group, relation, _behind(words, group))
    if group.finite and own:
        if (behind := behind_phrase(words, start, group)) is not None:
            skip = behind
        return Clause(start, end, group, relation, Span(skip, group.first))
    leader = leader_of(words, before, relation, group)
    if leader is not None and words[start].low in ("or", "nor") and before[leader].verb.negated:
        group = group._replace(negated=True)  # "had not attacked the port or killed anyone"
    return Clause(start, end, group, relation, None, leader=leader)


def _nominal(word: Token) -> bool:
    """Whether the word can be part of a subject."""
    return word.is_word and word.low not in RELATIVES and not is_adverb(word.low)


def _behind(words: Sequence[Token], group: VerbGroup) -> Span | None:
    """The subject after its verb: "said a senior US official, who…"."""
    end = group.last
    while end < len(words) and words[end].low not in (",", ".", ";", "—", "who"):
        end += 1
    return Span(group.last, end) if end > group.last else None
