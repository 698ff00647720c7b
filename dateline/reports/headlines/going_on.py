"""How far a headline's clause goes on: into what is said, or into the clause behind."""

from dateline.reports.clauses.clause import Parsed
from dateline.reports.clauses.clause_marks import UNITS
from dateline.reports.clauses.rejected import behind_noun, rejecter, rejects
from dateline.reports.drafts.draft import Draft
from dateline.reports.grammar.closed_classes import PREPOSITIONS
from dateline.reports.headlines.predicate import with_adverbs
from dateline.reports.headlines.shortening import clean
from dateline.reports.headlines.speaking import (
    LONG,
    short,
)
from dateline.reports.headlines.without_dates import words_of

OPENED = frozenset(["after", "before", "because"])  # a clause whose verb is beyond what describes its subject


def before_when(parsed: Parsed, n: int, last: int) -> int:
    """ "to leave office on Monday, when amendments" of "that limit his powers come into force": without its half."""
    clause = parsed.clauses[n]
    if last != clause.last or last == len(parsed.words) or parsed.clauses[n + 1].relation != "relative":
        return last
    words = parsed.words
    for k in range(clause.verb.last + 1, last):
        timed = words[k - 1].low in UNITS  # "hours after"
        if (words[k].low == "when" and words[k - 1].low == ",") or (words[k].low in OPENED and not timed):
            return k
    return last


def goes_on_in(parsed: Parsed, n: int) -> int | None:
    """The clause that goes on with clause `n`; behind a relative clause what it broke off. None where nothing does."""
    following = parsed.clauses[n + 1 :]
    if not following or following[0].relation in ("attribution", "but", "condition", "until"):
        return None
    own = parsed.clauses[n]
    if any(word.low == "when" for word in parsed.words[own.first + 1 : own.verb.first]):
        return None  # "On Friday, when the votes are counted, the premier will go"
    alone = parsed.clauses[n].relation != "condition" and parsed.words[parsed.clauses[n].first].low not in PREPOSITIONS
    if alone and following[0].subject is not None and following[0].relation in ("main", "and", "other"):
        return None  # "The truce was announced, and a missile struck"; not "In a statement issued on Monday, the army"
    if following[0].relation in ("participle", "and") and following[0].leader not in (None, n):
        return None  # "… that its troops had left, calling it a retreat"
    if following[0].relation == "other" and following[0].first == following[0].verb.first:
        return None  # the verb that a relative clause held up
    return n + 2 if following[0].relation == "relative" and len(following) > 1 else n + 1


def tells(parsed: Parsed, n: int) -> bool:
    """Whether a "that" stands right behind the verb: "conceded that …"."""
    behind = parsed.clauses[n].verb.last
    following = parsed.clauses[n + 1] if n + 1 < len(parsed.clauses) else None
    return following is not None and following.first == behind and parsed.words[behind].low == "that"


def content_of(parsed: Parsed, n: int) -> list[int]:
    """The clauses of what clause `n` says, those of "said she hoped that …" too."""
    found = [n]
    for m, clause in enumerate(parsed.clauses):
        if m not in found and (
            clause.governor in found or rejecter(parsed, m) == n or (m == n + 1 and tells(parsed, n))
        ):
            found.append(m)
    return found[1:]


def told_shortly(work: Draft, n: int, last: int, subject: str) -> str:
    """ "The army said in a statement on Monday that it …" -> "The army said that it …", where what is said follows."""
    verb, words = work.clauses[n].verb, work.parsed.words
    content = [m for m in content_of(work.parsed, n) if m > n]
    following = [m for m in content if work.clauses[m].relation == "complement" or rejecter(work.parsed, m) == n]
    subject = short(work, subject)
    if not following or not subject or len(subject) > LONG or not verb.finite:
        return ""
    first = work.clauses[following[0]].first
    if words[first].low != "that" and first != verb.last:
        return ""
    noun = behind_noun(work.parsed, n, first) if rejects(work.clauses[n]) else None
    told = noun or verb.last  # "denied a report in a newspaper that …"
    said = clean(words_of(work, with_adverbs(work, n), told)) if verb.lemma != "tell" else "said"
    asked = words[first].low in ("why", "how", "what", "whether", "who", "where", "when")
    that = (
        f" {words[first].low}" if asked else "" if words[first].low in PREPOSITIONS else " that"
    )  # "agreed on how they are to take part"
    return f"{subject} {said}{that} {clean(words_of(work, first, last))}"
