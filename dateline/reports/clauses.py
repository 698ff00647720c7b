"""Tokens -> Clauses: each finite verb group is the nucleus of one; marks and connecting words bound it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from dateline.model import Sentence, Span
from dateline.reports.boundaries import BREAKS, Relation, boundary, first_relation, says, speaks
from dateline.reports.event_nouns import Trigger, event_nouns
from dateline.reports.grammar import COORDINATORS, PREPOSITIONS, QUOTES, RELATIVES, SUBORDINATORS, is_adverb
from dateline.reports.restrictive import resumes
from dateline.reports.tokens import Token, tokens
from dateline.reports.verb_group import VerbGroup
from dateline.reports.verbs import verb_groups

# what may stand between a trailing "officials said" and the comma behind it
TIMES = frozenset("on in yesterday late early earlier monday tuesday wednesday thursday friday saturday sunday".split())
# what may stand before the subject
OPENERS = COORDINATORS | SUBORDINATORS | BREAKS | QUOTES | {"that", "even"}
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
    clauses = _governed(words, _clauses(words, verb_groups(words)))
    return Parsed(sentence, words, clauses, event_nouns(words))


def _clauses(words: Sequence[Token], groups: Sequence[VerbGroup]) -> list[Clause]:
    nuclei = [group for group in groups if group.finite or _own_clause(group)]
    begins = [_begin(words, nuclei, n) for n in range(len(nuclei))]
    ends = [*(start for start, _ in begins[1:]), len(words)]
    clauses: list[Clause] = []
    for group, (start, relation), end in zip(nuclei, begins, ends, strict=False):
        clauses.append(_clause(words, clauses, start, end, group, relation))
    return clauses


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
    own = any(map(_nominal, words[skip : group.first]))
    if (
        relation == "other"
        and words[skip].low in PREPOSITIONS
        and not any(w.low == "," for w in words[skip : group.first])
    ):
        own = False  # "John Kerry, who had come, on Friday pledged …"
    if relation == "attribution" and not own:
        return Clause(start, end, group, relation, _inverted(words, group))
    if group.finite and own:
        return Clause(start, end, group, relation, Span(skip, group.first))
    return Clause(start, end, group, relation, None, leader=_leader(before, relation, group))


def _nominal(word: Token) -> bool:
    """Whether the word can be part of a subject."""
    return word.is_word and word.low not in RELATIVES and not is_adverb(word.low)


def _inverted(words: Sequence[Token], group: VerbGroup) -> Span | None:
    """The subject after its verb: "said a senior US official, who…"."""
    end = group.last
    while end < len(words) and words[end].low not in (",", ".", ";", "—", "who"):
        end += 1
    return Span(group.last, end) if end > group.last else None


def _leader(before: Sequence[Clause], relation: Relation, group: VerbGroup) -> int | None:
    """The clause that lends its subject: for a verb resumed after a relative clause, the one before that.

    "The army said its men had left, calling it a retreat": who said so calls it that; and so with "but admitted".
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
    while n > 0 and relation in ("participle", "but") and speaks(group) and before[n].relation == "complement":
        n -= 1
    return n


def _governed(words: Sequence[Token], clauses: Sequence[Clause]) -> tuple[Clause, ...]:
    """Ties each clause to the one that says it: the last verb of saying before it, or the attribution after it."""
    done = list(clauses)
    speaker: int | None = None
    for n, clause in enumerate(done):
        if clause.relation == "but" and clause.subject and not _in_quotation(words, clause):
            speaker = None
        aside = speaker is not None and (_aside(done, speaker, clause) or _commented(words, clause))
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


def _trailing(words: Sequence[Token], clauses: Sequence[Clause], n: int) -> bool:
    """A verb of saying after what is said: "…, officials said", "…,” said a senior official"."""
    clause = clauses[n]
    if n == 0 or clause.relation == "attribution":
        return n > 0
    comma = clause.first > 0 and words[clause.first - 1].low in (",", "-", "—")
    if clause.relation != "other" or not (comma or words[clause.first].low == ","):
        return False
    rest = [word.low for word in words[clause.verb.last : clause.last]]
    if any(word in ("that", "“", '"') for word in rest[:3]) or words[min(clause.last, len(words) - 1)].low == "that":
        return False
    told = clause.verb.lemma == "tell" and rest[-1:] == [","]  # "…, the envoy told the council, urging both to …"
    return n == len(clauses) - 1 or rest[:1] == [","] or bool(TIMES.intersection(rest[:1])) or told
