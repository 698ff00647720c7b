"""Tokens -> Clauses: each finite verb group is the nucleus of one; marks and connecting words bound it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from dateline.lexicon.load import document
from dateline.model import Sentence, Span
from dateline.reports.boundaries import BREAKS, Relation, behind_phrase, boundary, first_relation, says, speaks
from dateline.reports.event_nouns import Trigger, event_nouns
from dateline.reports.grammar import (
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
from dateline.reports.restrictive import resumes
from dateline.reports.tokens import Token, tokens
from dateline.reports.verb_group import VerbGroup, known
from dateline.reports.verbs import verb_groups

# what may stand between a trailing "officials said" and the comma behind it
TIMES = frozenset("on in yesterday late early earlier monday tuesday wednesday thursday friday saturday sunday".split())
# what may stand before the subject
OPENERS = COORDINATORS | SUBORDINATORS | BREAKS | QUOTES | {"that", "even"}
VERB_AFTER = dict.fromkeys(BE, ("part", "past", "ing")) | dict.fromkeys(HAVE, ("part", "past"))
NEGATIVE = NEGATIONS | {"nor", "neither"}  # behind these the auxiliary may stand before its subject
HELD_UP = 4  # words behind a saying that stands in the middle: "The truce, he said on Friday, was signed"
LONGEST = 500  # words of a sentence; what is longer is a list or a table, and is not parsed


class Clause(NamedTuple):
    """A stretch of a sentence around one verb group. Token indexes count in the sentence's tokens."""

    first: int
    last: int  # exclusive
    verb: VerbGroup
    relation: Relation
    subject: Span | None  # tokens that may be its subject; None where it has none of its own
    governor: int | None = None  # the clause that says, hopes or fears this one
    leader: int | None = None  # the clause whose subject this one shares, where it has none of its own


@dataclass(frozen=True, slots=True)
class Parsed:
    """A sentence with its tokens and clauses; `clauses` is empty for a sentence without a verb."""

    sentence: Sentence
    words: tuple[Token, ...]
    clauses: tuple[Clause, ...]
    nouns: tuple[Trigger, ...]  # every event noun of the sentence

    def span(self, first: int, last: int) -> Span:
        return Span(self.words[first].start, self.words[last - 1].end)

    def event_nouns(self, first: int, last: int) -> list[Trigger]:
        """The event nouns among the tokens `[first, last)`, in order."""
        return [noun for noun in self.nouns if first <= noun.first and noun.last <= last]


def parse(sentence: Sentence) -> Parsed:
    words = tokens(sentence)
    if len(words) > LONGEST:
        return Parsed(sentence, words, (), ())
    clauses = _interposed(words, _governed(words, _clauses(words, verb_groups(words))))
    return Parsed(sentence, words, clauses, event_nouns(words))


def _clauses(words: Sequence[Token], groups: Sequence[VerbGroup]) -> list[Clause]:
    nuclei = _inverted(words, [group for group in groups if group.finite or _own_clause(group)])
    begins = [_begin(words, nuclei, n) for n in range(len(nuclei))]
    if len(nuclei) > 1 and nuclei[0].first == 0 and _inverts(words, nuclei[0], nuclei[1]):
        begins[1] = (begins[1][0], "condition")  # "Had rebels attacked, …"
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


def _clause(
    words: Sequence[Token], before: Sequence[Clause], start: int, end: int, group: VerbGroup, relation: Relation
) -> Clause:
    skip = start
    while skip < group.first and words[skip].low in OPENERS:
        skip += 1
    if [word.low for word in words[start : start + 3]] == ["as", "soon", "as"]:
        skip = start + 3
    turned = (skip and words[skip - 1].low == "nor") or relation == "condition"
    if turned and skip + 1 < group.first and words[skip].low in DO | HAVE | MODALS | BE:
        skip += 1  # "Nor did rebels", "Should rebels"
    own = any(map(_nominal, words[skip : group.first]))
    if (
        relation == "other"
        and words[skip].low in PREPOSITIONS
        and not any(w.low == "," for w in words[skip : group.first])
    ):
        own = False  # "John Kerry, who had come, on Friday pledged …"
    if relation == "attribution" and not own:
        return Clause(start, end, group, relation, _behind(words, group))
    if group.finite and own:
        if behind_phrase(words, start, group):
            skip = group.first - 1
        return Clause(start, end, group, relation, Span(skip, group.first))
    leader = _leader(words, before, relation, group)
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


def _leader(words: Sequence[Token], before: Sequence[Clause], relation: Relation, group: VerbGroup) -> int | None:
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
    while (
        n > 0
        and before[n].relation == "complement"
        and (
            (relation == "participle" and speaks(group))
            or (relation == "and" and _says_on(words, before[n].verb, group))
            or (relation == "but" and (says(group) or group.lemma in _factive()))
        )
    ):
        n -= 1
    return n


@cache
def _factive() -> frozenset[str]:
    return frozenset(document("speech").data["verbs"]["factive"])


def _says_on(words: Sequence[Token], content: VerbGroup, group: VerbGroup) -> bool:
    """Whether a verb of saying is told as the saying before it is, and not as what is said: "had left and said"."""
    said = known(words[group.first].low, "past")
    return said is not None and speaks(group._replace(lemma=said[0])) and (content.perfect or bool(content.modal))


def _governed(words: Sequence[Token], clauses: Sequence[Clause]) -> tuple[Clause, ...]:
    """Ties each clause to the one that says it: the last verb of saying before it, or the attribution after it."""
    done = list(clauses)
    speaker: int | None = None
    for n, clause in enumerate(done):
        parted = clause.relation == "but" or ";" in (words[clause.first].low, words[clause.first - 1].low)
        if parted and clause.subject and not _in_quotation(words, clause):
            speaker = None
        aside = speaker is not None and (_aside(done, speaker, clause) or _commented(words, clause))
        aside = aside or (clause.relation in ("and", "but") and clause.leader == speaker and speaker != n - 1)
        if speaker is not None and clause.relation != "attribution" and not aside:
            done[n] = clause._replace(governor=speaker)
        if says(clause.verb) and not _trailing(words, done, n) and _governs(words, done, n):
            speaker = n
    for n, clause in enumerate(done):
        if says(clause.verb) and _trailing(words, done, n):
            done[n] = clause._replace(relation="attribution")
            begin = _quotation_begins(words, clause)
            for m in range(n):
                inside = done[m].verb.first >= begin
                free = begin > 0 or done[m].governor is None
                if inside and free and done[m].verb.lemma not in ("say", "add", "tell"):
                    done[m] = done[m]._replace(governor=n)
            for m in range(n + 1, len(done)):
                if begin and _in_quotation(words, done[m]):  # "…,” he said, “we urge …"
                    done[m] = done[m]._replace(governor=n)
    return tuple(done)


def _interposed(words: Sequence[Token], clauses: Sequence[Clause]) -> tuple[Clause, ...]:
    """ "The truce, the ministry said, was signed": what stands before the comma is the subject of what is said."""
    done = list(clauses)
    for n in range(len(done) - 1):
        saying, told = done[n : n + 2]
        if not says(saying.verb) or saying.subject is None or told.subject is not None or told.relation != "other":
            continue
        commas = [k for k in range(*saying.subject) if words[k].low in BREAKS]
        between = range(saying.verb.last, told.first - 1)
        held_up = told.first == told.verb.first and words[told.first - 1].low == "," and len(between) <= HELD_UP
        held_up = held_up and not any(words[k].low in BREAKS or words[k].low == "that" for k in between)
        if held_up and len(commas) == 1 and saying.subject.start < commas[0] < saying.subject.end - 1:
            own = saying._replace(first=commas[0] + 1, subject=Span(commas[0] + 1, saying.subject.end))
            done[n] = own._replace(relation="attribution")
            done[n + 1] = told._replace(
                subject=Span(saying.subject.start, commas[0]), relation=saying.relation, governor=n, leader=None
            )
    return tuple(done)


def behind_object(words: Sequence[Token], subject: Span) -> int | None:
    """Where the subject of "a claim the government dismissed" begins, behind what its verb is about; else None."""
    if words[subject.start].low not in ("a", "an"):
        return None
    for k in range(subject.start + 2, subject.end):
        if not words[k].is_word or words[k].low in PREPOSITIONS | RELATIVES | COORDINATORS:
            return None
        if words[k].low in ("the", "its", "their"):
            return k
    return None


def _commented(words: Sequence[Token], clause: Clause) -> bool:
    """The narrator on what has been said: "…, a claim the government dismissed"."""
    return (
        clause.relation == "other" and clause.subject is not None and behind_object(words, clause.subject) is not None
    )


def _quotation_begins(words: Sequence[Token], attribution: Clause) -> int:
    """The token with which the quotation opens that the attribution follows; 0 where it follows none."""
    marks = [k for k in range(attribution.first + 1) if words[k].low in QUOTES]
    closed = len(marks) > 1 and len(marks) % 2 == 0 and marks[-1] >= attribution.first - 2
    return marks[-2] if closed else 0


def _governs(words: Sequence[Token], clauses: Sequence[Clause], n: int) -> bool:
    """Whether what follows is what clause `n` says: a clause of content, or a quotation."""
    if n + 1 == len(clauses):
        return False
    following = clauses[n + 1]
    between = range(clauses[n].verb.last, following.first)
    if following.relation == "relative" and any(words[k].low == "that" for k in between):
        return True  # "claim that the envoy, who …, will travel"
    if following.relation == "relative" and n + 2 < len(clauses) and says(clauses[n].verb):
        held_up = clauses[n + 2]  # "said those who attacked the base fled"
        if held_up.relation == "other" and held_up.first == held_up.verb.first:
            return True
    return following.relation == "complement" or _in_quotation(words, following) or clauses[n].relation == "participle"


def _in_quotation(words: Sequence[Token], clause: Clause) -> bool:
    opened = [word.low for word in words[: clause.verb.first] if word.low in QUOTES]
    return len(opened) % 2 == 1


def _aside(clauses: Sequence[Clause], speaker: int, clause: Clause) -> bool:
    """The narrator on the speaker: "said an official, who declined to be named"."""
    return clause.relation == "relative" and clauses[speaker].relation == "attribution"


def _held_up(words: Sequence[Token], clauses: Sequence[Clause], n: int) -> bool:
    """ "The premier, whose party won, promised in May to go": the verb of the sentence behind a relative clause."""
    clause, before = clauses[n], clauses[n - 1]
    relative = any(
        words[k].low in RELATIVES and words[k - 1].low == "," for k in range(max(before.first, 1), before.verb.first)
    )
    following = words[clause.verb.last].low if clause.verb.last < clause.last else ""
    return relative and clause.subject is None and following in PREPOSITIONS | {"to"}


def _trailing(words: Sequence[Token], clauses: Sequence[Clause], n: int) -> bool:
    """A verb of saying after what is said: "…, officials said", "…,” said a senior official"."""
    clause = clauses[n]
    if n == 0 or clause.relation == "attribution":
        return n > 0
    comma = clause.first > 0 and words[clause.first - 1].low in (",", "-", "—")
    if clause.relation != "other" or not (comma or words[clause.first].low == ","):
        return False
    if words[clause.first].low in SUBORDINATORS or _held_up(words, clauses, n):
        return False  # "…, though allies promised help"
    rest = [word.low for word in words[clause.verb.last : clause.last]]
    following = words[min(clause.last, len(words) - 1)].low
    if (
        clause.verb.lemma == "tell"
        and "," in (*rest[:HELD_UP], following)
        and not {"that", *QUOTES}.intersection(rest[:3])
    ):
        return True  # "…, the envoy told the council, urging both to …"
    if any(word in ("that", "“", '"') for word in rest[:3]) or following == "that":
        return False
    return n == len(clauses) - 1 or rest[:1] == [","] or bool(TIMES.intersection(rest[:1]))
