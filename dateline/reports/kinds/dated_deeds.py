"""What somebody did on a day of its own is told, whatever its verb: "On 7 April he transferred his powers".

The lexicon knows the kind of most verbs. Where it does not, a clause that states its day is an event all the same, of
the type "other", unless its verb only tells how things are ("cost", "know", "live").
"""

from collections.abc import Sequence
from functools import cache

from dateline.lexicon.load import document
from dateline.model import EventType, Timex
from dateline.reports.clauses.clause import Clause, Parsed
from dateline.reports.clauses.subjects import subject_span
from dateline.reports.grammar.closed_classes import PREPOSITIONS
from dateline.reports.grammar.event_nouns import Trigger
from dateline.reports.grammar.finite import plans
from dateline.reports.grammar.frames import listed
from dateline.reports.grammar.verb_group import VerbGroup
from dateline.reports.kinds.own_time import own

TELLING = frozenset(["main", "complement", "and", "but", "other"])  # how its clause hangs on the sentence
AHEAD = frozenset(["", "will", "shall", "be to", "be due to"])
EXACT = frozenset(["day", "week", "month"])


def dated_deed(parsed: Parsed, clause: Clause, timexes: Sequence[Timex]) -> Trigger | None:
    """The verb of a clause as an event of no known kind; None where it tells of none, or states no day for it.

    A month is exact enough, and for what is past a year: "The union was founded in 1964".
    """
    if not timexes or parsed.sentence.headline or not _tells(parsed, clause):
        return None
    found = Trigger(_kind(parsed, clause), clause.verb.main, clause.verb.main + 1, clause.verb.lemma, noun=False)
    timex = own(parsed, clause, found, timexes, set())
    if timex is None or timex.type == "DURATION":
        return None
    year = timex.when.precision == "year" and timex.signal == "in" and clause.verb.tense == "past"
    return found if year or timex.when.precision in EXACT else None


def _kind(parsed: Parsed, clause: Clause) -> EventType:
    """ "The fighting began in May and spread to the north in June": of the kind of what does so; else "other"."""
    span = subject_span(parsed, parsed.clauses.index(clause)) if clause.subject is None else None
    nouns = parsed.event_nouns(*span) if span else ()
    head = nouns[-1] if nouns and span and nouns[-1].last == span.end else None
    return head.type if head and head.lemma not in listed("movement", "movers") else "other"


def _tells(parsed: Parsed, clause: Clause) -> bool:
    verb = clause.verb
    done = verb.finite and not verb.negated and verb.modal in AHEAD and _told(parsed, clause)
    somebody = clause.subject is not None or clause.leader is not None
    return done and somebody and (verb.lemma not in _lasting() or _set_for(verb))


def _told(parsed: Parsed, clause: Clause) -> bool:
    """Also what a relative clause behind a comma adds: "her memoirs, which were published in 1989"."""
    return clause.relation in TELLING or (
        clause.relation == "relative" and clause.verb.tense == "past" and _added(parsed, clause)
    )


def _added(parsed: Parsed, clause: Clause) -> bool:
    """Whether a comma leaves no doubt of whom it tells: not "a movement in the north, which merged in May"."""
    words, before = parsed.words, parsed.clauses[parsed.clauses.index(clause) - 1]
    if clause.first < 2 or words[clause.first - 1].low != ",":
        return False
    if words[clause.first].low == "who":
        return words[clause.first - 2].text[0].isupper()
    between = words[before.verb.last + 1 : clause.first]
    return words[clause.first].low == "which" and not any(word.low in PREPOSITIONS for word in between)


def _set_for(verb: VerbGroup) -> bool:
    """ "A second flight is scheduled for Wednesday"."""
    return verb.lemma == "be" and any(word in plans() for word in verb.chain)


@cache
def _lasting() -> frozenset[str]:
    stative = document("frames").data["stative"]
    return frozenset([*stative["verbs"], *stative["possessing"], *stative["lasting"]])
