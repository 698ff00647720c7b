"""Tokens -> Clauses: each finite verb group is the nucleus of one; marks and connecting words bound it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from dateline.lexicon.load import document
from dateline.model import Sentence, Span
from dateline.reports.grammar import COORDINATORS, PREPOSITIONS, RELATIVES, SUBORDINATORS
from dateline.reports.morphology import forms
from dateline.reports.tokens import Token, tokens
from dateline.reports.verbs import VerbGroup, verb_groups

Relation = Literal[
    "main", "complement", "relative", "and", "but", "condition", "after", "before", "as", "while", "when", "since",
    "because", "until", "participle", "attribution", "other",
]  # fmt: skip
OPENING = frozenset(["“", '"', "``", "«"])
CLOSING = frozenset(["”", '"', "''", "»"])
QUOTES = OPENING | CLOSING
BREAKS = frozenset([",", ";", ":", "—", "–", "--", "-", "(", ")"])
RELATION_OF: dict[str, Relation] = {
    "that": "complement", "and": "and", "or": "and", "but": "but", "nor": "and", "yet": "but", "so": "and", "if": "condition",
    "unless": "condition", "provided": "condition", "after": "after", "before": "before", "as": "as", "while": "while",
    "when": "when", "since": "since", "because": "because", "until": "until", "once": "after", "although": "other",
    "though": "other", "whether": "complement", "whereas": "while", "lest": "condition",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a sentence around one verb group. Token indexes count in the sentence's tokens."""

    first: int
    last: int  # exclusive
    verb: VerbGroup
    relation: Relation
    subject: Span | None  # tokens before the verb that may be its subject; None where it has none of its own
    governor: int | None = None  # the clause that says, hopes or fears this one
    leader: int | None = None  # the clause whose subject this one shares, where it has none of its own


@dataclass(frozen=True, slots=True)
class Parsed:
    """A sentence with its tokens and clauses; `clauses` is empty for a sentence without a verb."""

    sentence: Sentence
    words: tuple[Token, ...]
    clauses: tuple[Clause, ...]

    def span(self, first: int, last: int) -> Span:
        return Span(self.words[first].start, self.words[last - 1].end)


def parse(sentence: Sentence) -> Parsed:
    words = tokens(sentence)
    clauses = _clauses(words, verb_groups(words))
    return Parsed(sentence, words, _governed(words, clauses))


@cache
def _speech() -> frozenset[str]:
    return frozenset(document("speech").data["verbs"]["complement"])


def _clauses(words: Sequence[Token], groups: Sequence[VerbGroup]) -> list[Clause]:
    nuclei = [group for group in groups if group.finite or _own_clause(group)]
    clauses: list[Clause] = []
    start = 0
    for n, group in enumerate(nuclei):
        relation: Relation = "main"
        if n == 0:
            relation = _first_relation(words, group)
        else:
            start, relation = _boundary(words, nuclei[n - 1], group)
            clauses[-1] = replace(clauses[-1], last=start)
        clauses.append(_clause(words, clauses, start, group, relation))
    if clauses:
        clauses[-1] = replace(clauses[-1], last=len(words))
    return clauses


def _own_clause(group: VerbGroup) -> bool:
    """A participle after a comma or "after" is a clause of its own; one that modifies a noun is not."""
    return group.form == "ing" and group.lemma not in ("include", "accord", "follow", "regard", "concern")


def _first_relation(words: Sequence[Token], group: VerbGroup) -> Relation:
    opening = [word.low for word in words[:2] if word.low not in QUOTES]
    if not group.finite:
        return "participle"
    for low in opening[:1] + (opening[1:2] if opening[:1] in (["even"], ["but"], ["and"], ["so"]) else []):
        if low in RELATION_OF and low in SUBORDINATORS:
            return RELATION_OF[low]
    return "main"


def _boundary(words: Sequence[Token], before: VerbGroup, group: VerbGroup) -> tuple[int, Relation]:
    """Where the clause of `group` begins, and how it hangs on what stands before it."""
    between = range(before.last, group.first)
    lows = {k: words[k].low for k in between}
    quote = next(
        (k for k in between if lows[k] in OPENING and words[k - 1].low in (",", ":", "that", before.lemma)), None
    )
    closing = next(
        (k for k in reversed(between) if lows[k] in CLOSING and lows.get(k - 1) in (",", ".", "?", "!", "…")), None
    )
    if closing is not None and group.lemma in _speech():  # “…,” said a senior official
        return closing + 1, "attribution"
    if (
        group.lemma in PLAIN_SPEECH
        and before.last < group.first
        and words[group.first - 1].low == ","
        and _named_after(words, group)
    ):
        return group.first, "attribution"  # "…, stated the minister"
    if not group.finite:
        return group.first - 1 if group.first - 1 in lows else group.first, "participle"
    for k in reversed(between):
        low = lows[k]
        if low in RELATIVES:
            return (k - 1 if words[k - 1].low in PREPOSITIONS and k - 1 >= before.last else k), "relative"
        if low == "that" and words[k - 1].low not in PREPOSITIONS:
            return k, "complement" if _takes_that(words, k) else "relative"
        if low in SUBORDINATORS and not _prepositional(words, k, group):
            return _with_time(words, k, before.last), RELATION_OF.get(low, "other")
    strong = [
        k
        for k in between
        if lows[k] in ("but", "yet", ";", "—", "–", "--") or (lows[k] == "and" and lows.get(k - 1) == ",")
    ]
    if strong:
        return strong[-1], RELATION_OF.get(lows[strong[-1]], "other")
    commas = [k for k in between if lows[k] in BREAKS]
    joined = [k for k in between if lows[k] in COORDINATORS]
    if joined and (not commas or joined[-1] + 1 == group.first or joined[0] > commas[-1]):
        k = joined[-1] if joined[-1] + 1 == group.first else joined[0]
        if not (before.lemma in _speech() and k + 1 != group.first and not commas):
            return k, "and"
    if quote is not None:
        return quote, "complement"
    if commas:
        return commas[-1] + 1 if commas[-1] + 1 <= group.first else group.first, "other"
    if before.lemma in _speech() or before.lemma in ("be",):
        return before.last if before.last <= group.first else group.first, "complement"
    return before.last if before.last < group.first else group.first, "relative"


PLAIN_SPEECH = frozenset("say state add report write note".split())


def _named_after(words: Sequence[Token], group: VerbGroup) -> bool:
    following = words[group.last] if group.last < len(words) else None
    return following is not None and (following.text[0].isupper() or following.low in ("the", "a", "an", "one"))


def _ends_quote(words: Sequence[Token], k: int) -> bool:
    """A closing mark beside a comma or a stop, inside or outside of it: what follows says who spoke."""
    near = {words[k - 1].low, words[k + 1].low if k + 1 < len(words) else ""}
    return bool(near & {",", ".", "?", "!", "…"})


def _takes_that(words: Sequence[Token], k: int) -> bool:
    """Whether "that" opens what is said ("said that") rather than a relative clause ("a deal that")."""
    j = k - 1
    while j >= 0 and words[j].low in (",", "also", "and", "yesterday", "today"):
        j -= 1
    before = words[j].low if j >= 0 else ""
    verbs = {lemma for lemma, _ in forms().get(before, ())}
    return bool(verbs & _speech()) or words[k - 1].low in (",", "and") or before in _CONTENT_NOUNS or _says_to(words, j)


_CONTENT_NOUNS = frozenset(
    ["report", "reports", "claim", "claims", "realisation", "realization", "assurance", "assurances", "statement", "sense",
     "guarantees", "guarantee", "warning", "possibility", "decision", "commitment", "idea", "fact", "condition", "hope", "hopes",
     "fear", "fears", "announcement", "news", "decided", "clear", "confident", "sure", "announced", "taliban", "rebels", "audience"]
)  # fmt: skip


def _says_to(words: Sequence[Token], j: int) -> bool:
    """ "told a Washington audience that", "said on Twitter that", "said in a statement that"."""
    for k in range(j, max(-1, j - 7), -1):
        verbs = {lemma for lemma, form in forms().get(words[k].low, ()) if form in ("past", "part", "s", "base", "ing")}
        if verbs & {
            "say",
            "tell",
            "warn",
            "announce",
            "write",
            "add",
            "declare",
            "confirm",
            "tweet",
            "report",
            "state",
        }:
            return True
    return False


def _prepositional(words: Sequence[Token], k: int, group: VerbGroup) -> bool:
    """ "since October", "after the talks", "as part of": no subject stands between the word and the verb."""
    low = words[k].low
    if low in ("as", "since", "after", "before", "until", "once", "because"):
        if k + 1 >= group.first:
            return True
        following = words[k + 1].low
        if low == "as" and following in (
            "part",
            "well",
            "many",
            "much",
            "a",
            "an",
            "the",
            "of",
            "government",
            "soon",
            "early",
            "late",
            "“",
        ):
            return not any(words[m].low in ("the",) for m in (k + 1,)) or group.first - k > 6
        if low == "because" and following == "of":
            return True
        return any(words[m].low in (",", ";") for m in range(k + 1, group.first))
    return False


AS_WORDS = frozenset("part well many much a an of soon early late political".split())
UNITS = frozenset(
    "hour hours day days week weeks month months year years minute minutes shortly soon immediately just".split()
)


def _with_time(words: Sequence[Token], k: int, least: int) -> int:
    """Takes "hours" and "a day" of "a day after …" with the clause that they date."""
    if words[k].low not in ("after", "before") or k - 1 < least or words[k - 1].low not in UNITS:
        return k
    j = k - 1
    if j - 1 >= least and (
        words[j - 1].low in ("a", "an", "few", "several", "two", "three") or words[j - 1].low.isdigit()
    ):
        j -= 1
    return j


def _clause(
    words: Sequence[Token], before: Sequence[Clause], start: int, group: VerbGroup, relation: Relation
) -> Clause:
    first = start
    skip = first
    while skip < group.first and (
        words[skip].low in COORDINATORS | SUBORDINATORS | BREAKS | QUOTES or words[skip].low in ("that", "even")
    ):
        skip += 1
    has_subject = any(words[k].is_word and words[k].low not in RELATIVES for k in range(skip, group.first))
    if relation == "attribution" and not has_subject:
        after = _inverted(words, group)
        return Clause(first, len(words), group, relation, after, leader=None)
    if group.finite and has_subject:
        return Clause(first, len(words), group, relation, Span(skip, group.first))
    return Clause(first, len(words), group, relation, None, leader=_leader(before, relation))


def _inverted(words: Sequence[Token], group: VerbGroup) -> Span | None:
    """The subject after its verb: "said a senior US official, who…"."""
    end = group.last
    while end < len(words) and words[end].low not in (",", ".", ";", "—", "who"):
        end += 1
    return Span(group.last, end) if end > group.last else None


def _leader(before: Sequence[Clause], relation: Relation) -> int | None:
    """The clause that lends its subject: for a verb resumed after a relative clause, the one before that."""
    if not before:
        return None
    n = len(before) - 1
    if relation == "other":
        while n > 0 and before[n].relation in ("relative", "since", "as", "because", "when"):
            n -= 1
    return n


def _governed(words: Sequence[Token], clauses: Sequence[Clause]) -> tuple[Clause, ...]:
    """Ties each clause to the one that says it: the last verb of saying before it, or the attribution after it."""
    done = list(clauses)
    speaker: int | None = None
    for n, clause in enumerate(done):
        if (
            speaker is not None
            and n > speaker
            and clause.relation != "attribution"
            and not _own_voice(done, speaker, clause)
        ):
            done[n] = replace(clause, governor=speaker)
        if clause.verb.lemma in _speech() and not _trailing(words, done, n):
            speaker = n
    for n, clause in enumerate(done):
        if clause.verb.lemma in _speech() and _trailing(words, done, n):
            done[n] = replace(clause, relation="attribution")
            for m in range(n):
                if done[m].governor is None and done[m].verb.lemma not in ("say", "add", "tell"):
                    done[m] = replace(done[m], governor=n)
    return tuple(done)


def _own_voice(clauses: Sequence[Clause], speaker: int, clause: Clause) -> bool:
    """The narrator speaks again: "…, who declined to be named", "even as the envoy said", "… as troops leave"."""
    return clause.relation in ("relative",) and clauses[speaker].relation == "attribution"


def _trailing(words: Sequence[Token], clauses: Sequence[Clause], n: int) -> bool:
    """A verb of saying after what is said: "…, officials said", "…,” said a senior official"."""
    clause = clauses[n]
    if n == 0:
        return False
    if clause.relation == "attribution":
        return True
    opens = words[clause.first].low if clause.first < len(words) else ""
    comma = clause.first > 0 and words[clause.first - 1].low in (",", "-", "—")
    if clause.relation not in ("other",) or not (comma or opens == ","):
        return False
    after = clause.verb.last
    rest = [word.low for word in words[after : clause.last]]
    return not any(word in ("that", "“", '"') for word in rest[:3]) and (
        n == len(clauses) - 1 or (bool(rest[:1]) and rest[0] in (",", "on", "in", "yesterday"))
    )
