"""Which clause says which: "said that …", "…, officials said", "The truce, the ministry said, was signed"."""

from collections.abc import Sequence
from functools import cache

from dateline.lexicon.load import document
from dateline.model import Span
from dateline.reports.clauses.clause import Clause
from dateline.reports.clauses.clause_marks import BREAKS
from dateline.reports.grammar.closed_classes import (
    COORDINATORS,
    MONTHS,
    PREPOSITIONS,
    QUOTES,
    RELATIVES,
    SUBORDINATORS,
    WEEKDAYS,
)
from dateline.reports.grammar.speech_verbs import says
from dateline.reports.grammar.tokens import Token

# what may stand between a trailing "officials said" and the comma behind it
TIMES = WEEKDAYS | {"on", "in", "yesterday", "late", "early", "earlier"}
# with these the subject of "a claim the government dismissed", "a charge Mr Roe rejected" begins
SUBJECTS = frozenset("the its their mr mr. mrs mrs. ms ms. dr dr. lord lady sir".split())
HELD_UP = 4  # words behind a saying that stands in the middle: "The truce, he said on Friday, was signed"


def governed(words: Sequence[Token], clauses: Sequence[Clause]) -> tuple[Clause, ...]:
    """Ties each clause to the one that says it: the last verb of saying before it, or the attribution after it."""
    if not any(says(clause.verb) for clause in clauses):
        return tuple(clauses)
    done = list(clauses)
    speaker: int | None = None
    for n, clause in enumerate(done):
        parted = clause.relation == "but" or ";" in (words[clause.first].low, words[clause.first - 1].low)
        parted = parted or _told_in_turn(words, clause)
        if parted and clause.subject and not _in_quotation(words, clause):
            speaker = None
        aside = speaker is not None and (_aside(done, speaker, clause) or _commented(words, clause))
        aside = aside or (speaker is not None and resumes_subject(words, done[speaker], clause))
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


def _told_in_turn(words: Sequence[Token], clause: Clause) -> bool:
    """ "In May he said that …, and in June he left": one after the other, each with its own time in front."""
    first = clause.first
    joined = clause.relation == "and" and words[first].low == "and" and words[first - 1].low == ","
    return joined and _opens_with_time(words, 0) and _opens_with_time(words, first + 1)


def _opens_with_time(words: Sequence[Token], k: int) -> bool:
    low = [word.low for word in words[k : k + 2]]
    dated = {"last", "this", "yesterday"} | MONTHS | WEEKDAYS
    return bool(low) and (low[0] in dated or (low[0] in ("in", "on") and (low[-1] in dated or low[-1].isdigit())))


def interposed(words: Sequence[Token], clauses: Sequence[Clause]) -> tuple[Clause, ...]:
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
        described = len(commas) == 1 and any(
            words[k].low in RELATIVES | {"that"} for k in range(commas[0] + 1, saying.subject.end)
        )
        if held_up and len(commas) == 1 and not described and saying.subject.start < commas[0] < saying.subject.end - 1:
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
        if words[k].low in SUBJECTS or (words[k].text[0].isupper() and words[k - 1].low in _said()):
            return k
    return None


@cache
def _said() -> frozenset[str]:
    """Nouns for what somebody has said: "a charge Roe rejected"."""
    return frozenset(document("speech").data["rejected"]["nouns"])


def resumes_subject(words: Sequence[Token], before: Clause, clause: Clause) -> bool:
    """ "The state, whose army denied that it arms them, offered": the verb for which the subject of `before` waits."""
    if clause.relation != "other" or clause.first != clause.verb.first or words[clause.first - 1].low != ",":
        return False
    return holds_up(words, before)


def holds_up(words: Sequence[Token], clause: Clause) -> bool:
    """Whether the clause is that of "who" between commas behind its subject: the narrator's own word on somebody."""
    held_up = range(clause.subject.start + 1, clause.subject.end) if clause.subject else ()
    return any(words[k].low in RELATIVES and words[k - 1].low == "," for k in held_up)


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
    while before.leader is not None and before.subject is None:
        before = clauses[before.leader]  # "The premier, whose party won and formed a cabinet, promised …"
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
    if clause.subject is None and clause.verb.passive:
        return False  # "The result, which took hours, was heard in silence"
    if clause.verb.lemma == "know":
        return False  # "If they want me, he knows my number"
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
