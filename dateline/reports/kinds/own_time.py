"""Which time expression dates a clause: the nearest of its own that no noun of it has taken."""

import re
from collections.abc import Sequence

from dateline.model import Timex
from dateline.reports.clauses.clause import Clause, Parsed
from dateline.reports.grammar.closed_classes import DETERMINERS, PREPOSITIONS, SUBORDINATORS
from dateline.reports.grammar.event_nouns import Trigger
from dateline.reports.grammar.tokens import Token
from dateline.reports.grammar.verb_group import known, participle


def own(parsed: Parsed, clause: Clause, found: Trigger, timexes: Sequence[Timex], taken: set[int]) -> Timex | None:
    """The expression that dates the clause: the nearest one to its event that no noun of it has taken."""
    if not timexes:
        return None
    start, end = parsed.words[clause.first].start, parsed.words[clause.last - 1].end
    opening = _opening(parsed)
    if opening and clause is parsed.clauses[1]:
        start = parsed.words[0].start
        timexes = [t for t in timexes if t.span.end <= opening or t.span.start >= parsed.words[clause.first].start]
    if clause is parsed.clauses[0] and (behind := _behind_participle(parsed)):
        start = behind
    inside = [t for t in timexes if start <= t.span.start < end and t.span.start not in taken and _dates(t)]
    inside = [t for t in inside if not _part_of_word(parsed, t) and not _compared(parsed, t)]
    inside = [t for t in inside if not _of_a_thing(parsed, clause, found, t)]
    inside = [t for t in inside if not _of_the_sequel(parsed, clause, t) and not _in_aside(parsed, clause, t)]
    if not inside:
        return None
    at = parsed.words[found.first].start
    inside = [t for t in inside if not any(_within(other, t) for other in inside)]
    past = clause.verb.tense == "past"
    return min(
        inside,
        key=lambda t: (
            not _definite(t),
            _adnominal(t, ahead=bool(clause.verb.modal)),
            past and t.signal == "by",
            abs(t.span.start - at),
        ),
    )


def _opening(parsed: Parsed) -> int:
    """The offset of the "when" of "In 1992, when she was 34, she won …"; 0 without one."""
    words, clauses = parsed.words, parsed.clauses
    if len(clauses) < 2 or clauses[1].subject is None or clauses[1].relation != "other":
        return 0
    for k in range(2, clauses[0].verb.first):
        if words[k].low in ("when", "while", "as", "where") and words[k - 1].low == ",":
            return words[k].start
    return 0


def _behind_participle(parsed: Parsed) -> int:
    """The offset behind "Born in Leeds in 1958," of a sentence that tells what she did later; 0 without one."""
    words, first = parsed.words, parsed.clauses[0].verb.first
    if participle(words[0].low) is None or known(words[0].low, "base"):
        return 0
    comma = next((k for k in range(first - 1, 1, -1) if words[k].low == ","), 0)
    return words[comma].end if comma else 0


def _part_of_word(parsed: Parsed, timex: Timex) -> bool:
    """ "the month-long truce": how long it was, which is not when."""
    after = timex.span.end - parsed.sentence.span.start
    return parsed.sentence.text[after : after + 1] == "-" and parsed.sentence.text[after + 1 : after + 2].isalpha()


def _in_aside(parsed: Parsed, clause: Clause, timex: Timex) -> bool:
    """ "The round, begun in Doha in May, collapsed", "Mora, the scene of a raid in 1991, fell": the time of what is
    said of the subject between commas."""
    words = parsed.words
    commas = [k for k in range(clause.first + 1, clause.verb.first) if words[k].low == ","]
    opened = next((k for k in reversed(commas) if words[k].start < timex.span.start), None)
    closed = any(words[k].start > timex.span.start for k in commas)
    if opened is None or not closed:
        return False
    named = words[clause.first].low not in PREPOSITIONS | SUBORDINATORS  # "After the raid, the army on Monday, …"
    apposed = named and words[opened + 1].low in DETERMINERS
    return apposed or participle(words[opened + 1].low) is not None


def _of_a_thing(parsed: Parsed, clause: Clause, found: Trigger, timex: Timex) -> bool:
    """ "accepted the frontier of 1947", "remember 1989", "sorry for the sinking of a ferry in May": when those were.

    Not "won the vote of 12 May", which was won then.
    """
    words = parsed.words
    at = next((k for k in range(clause.first, clause.last) if words[k].start >= timex.span.start), clause.last)
    if not timex.signal:
        return at == clause.verb.last and timex.text.isdigit()
    if timex.signal == "of":
        as_of = words[at - 2].low == "as"
        named = found.noun and found.last == at - 1
        alike = any(noun.last == at - 1 and noun.type == found.type for noun in parsed.event_nouns(clause.first, at))
        return not (as_of or named or alike or _adverbial(words, clause.first, at - 1))
    return timex.signal in ("in", "on") and _regretted(parsed, clause, at)


def _adverbial(words: Sequence[Token], first: int, of: int) -> bool:
    """ "led the miners in the strike of 1926": the phrase before "of" tells when or where."""
    k = of - 1
    while k > first and words[k].is_word and words[k].low not in PREPOSITIONS | DETERMINERS:
        k -= 1
    k -= words[k].low in DETERMINERS
    return k >= first and words[k].low in ("in", "during", "at", "on")


def _regretted(parsed: Parsed, clause: Clause, at: int) -> bool:
    """ "jailed for the murder of a guard in 1994": what somebody answers for has the date, where "of" tells of whom."""
    behind = [word.low for word in parsed.words[clause.verb.last : at]]
    k = next((k for k, low in enumerate(behind[:-1]) if low in ("for", "over") and behind[k + 1] == "the"), None)
    return k is not None and "of" in behind[k + 2 :] and "," not in behind[k:]


def _of_the_sequel(parsed: Parsed, clause: Clause, timex: Timex) -> bool:
    """ "seized the port, only to leave it ten days later": the days of the leaving."""
    words = parsed.words
    only = (k for k in range(clause.verb.last, clause.last - 1) if words[k].low == "only" and words[k + 1].low == "to")
    at = next(only, None)
    return at is not None and timex.span.start > words[at].start


def _compared(parsed: Parsed, timex: Timex) -> bool:
    """ "its worst result since 1927": which it is, and not since when it has been so."""
    before = [word.low for word in parsed.words if word.start < timex.span.start]
    if timex.signal != "since":  # "their first talks since the vote in May"
        since = next((k for k in range(len(before) - 1, max(len(before) - FAR, 0), -1) if before[k] == "since"), 0)
        if not since or any(since < k < len(before) for verb in parsed.clauses for k in (verb.verb.main,)):
            return False
        before = before[:since]
    before = before[-COMPARED:]
    return any(word in RANKS or (word.endswith("est") and len(word) > 4) for word in before)


RANKS = frozenset(["first", "worst", "best", "only", "most", "least"])
FAR = 10  # words between "since" and the date of what stands behind it
COMPARED = 5  # words between "worst" and the year


def _within(one: Timex, other: Timex) -> bool:
    """Whether one says more exactly when than the other: "this month … on September 7"."""
    (first, last), (begin, end) = (one.when.first, one.when.last), (other.when.first, other.when.last)
    if first is None or last is None or begin is None or end is None or other.signal in ("since", "until", "by"):
        return False
    return begin <= first <= last <= end and last - first < end - begin


def _dates(timex: Timex) -> bool:
    known = timex.when.first is not None or timex.when.last is not None
    return known and timex.type != "SET" and not timex.value.endswith("_REF")


def _adnominal(timex: Timex, *, ahead: bool) -> bool:
    """A bare year or weekday without a preposition describes a noun: "a 2002 pact", "the Sunday Leader".

    So does "of May" where what is told is `ahead`: "The accord of May is to be signed by June".
    """
    if timex.signal == "of" and ahead:
        return True
    return not timex.signal and bool(re.fullmatch(r"\d{4}|[A-Z][a-z]+day", timex.text))


def _definite(timex: Timex) -> bool:
    return timex.type in ("DATE", "TIME")
