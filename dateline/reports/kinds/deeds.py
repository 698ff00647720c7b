"""The event that a verb tells: alone, with its particle or with its object."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import cast

from dateline.lexicon.load import document
from dateline.model import EventType
from dateline.reports.clauses.clause import Clause, Parsed
from dateline.reports.clauses.governing import behind_object
from dateline.reports.clauses.rejected import NOBODY
from dateline.reports.clauses.subjects import subject_span
from dateline.reports.grammar.closed_classes import DETERMINERS, MARKS, PREPOSITIONS
from dateline.reports.grammar.event_nouns import Trigger, singular
from dateline.reports.grammar.frames import listed
from dateline.reports.grammar.morphology import EVENT_TABLES
from dateline.reports.grammar.objects import spelled_out
from dateline.reports.grammar.reduced import NUMBERS
from dateline.reports.grammar.tokens import Token
from dateline.reports.grammar.verb_group import VerbGroup, gerund
from dateline.reports.kinds.on_the_move import crowd, expels, kind_of_move
from dateline.reports.kinds.politics import holds_office, holds_people, in_price, roles, visits

AMOUNTS = frozenset(["million", "billion", "dollars", "euros", "pounds", "tonnes", "tons"])
PARTICLE_REACH = 3  # words behind a verb among which its particle may stand


@cache
def _verbs() -> Mapping[str, EventType]:
    """Lemma, or lemma and particle ("take over"), -> kind."""
    data = document("events").data
    entries = ((table, entry) for table in EVENT_TABLES for entry in data[table]["verbs"])
    return {verb: cast(EventType, table) for table, entry in entries for verb in spelled_out(entry)}


def of_verb(parsed: Parsed, clause: Clause) -> Trigger | None:
    """The event of the verb: with its particle or object where the lexicon knows the two together, else alone."""
    words, verb = parsed.words, clause.verb
    fixed = _with_company(parsed, clause)
    if fixed and fixed.lemma == "call on" and visits(words, clause, fixed):
        return fixed._replace(type="meeting")
    if fixed and fixed.lemma in listed("movement", "giving") and holds_people(words, clause, fixed.last):
        return fixed._replace(type="detention")
    if fixed and fixed.lemma in listed("movement", "expelling") and expels(parsed, clause):
        return fixed._replace(type="control")
    if fixed and kind_of_move(parsed, clause) == "talks":
        return fixed._replace(type="talks")
    if fixed and fixed.lemma in ("break into", "pour into") and crowd(parsed, clause):
        return fixed._replace(type="protest")
    if fixed:
        return _taken_over(parsed, clause, fixed) or fixed
    following = words[verb.last].low if verb.last < clause.last else ""
    if f"{verb.lemma} {following}" in listed("light", "idioms"):
        return None
    if verb.lemma == "add" and clause.relation != "attribution" and (verb.passive or _amount(words, verb.last)):
        return None  # "added two banks", "were added": nothing is said
    if verb.lemma == "recall" and words[verb.last : verb.last + 1] and words[verb.last].low in ("that", "how", "what"):
        return None  # "recalls that …", and no envoy
    if verb.lemma in listed("light", "passive_only") and (not verb.passive or _by_nobody(words, clause)):
        return None  # "tried a new approach", where "was tried for mutiny"
    if verb.lemma == "rule" and not _in_court(parsed, clause):
        return None  # "ruled the country for years"
    if verb.passive and verb.chain and verb.lemma in listed("light", "of_sources"):
        return None  # "who asked not to be named"
    if verb.lemma in listed("light", "intransitive") and following in DETERMINERS | {"that", "how"}:
        return None  # "demonstrates a lack of understanding"
    if verb.lemma in listed("light", "falling") and in_price(words, clause):
        return None
    if verb.lemma == "call" and _called_to(words, clause):
        return None
    kind = kind_of_move(parsed, clause) or _verbs().get(verb.lemma)
    if verb.lemma in listed("movement", "taking") and not verb.negated and holds_people(words, clause, verb.last):
        kind = "detention"
    that = verb.last < len(words) and words[verb.last].low == "that"
    if verb.lemma == "agree" and that and verb.tense == "present" and not verb.perfect:
        kind = "statement"  # "he agrees that he was careless"
    if (
        verb.lemma == "dismiss" or (verb.lemma == "fire" and verb.passive and not _aimed(words, clause))
    ) and holds_office(parsed, clause):
        kind = "decision"
    if verb.lemma == "name" and _to_office(words, clause):
        kind = "decision"
    return Trigger(kind, verb.main, verb.main + 1, verb.lemma, noun=False) if kind else None


def _amount(words: Sequence[Token], k: int) -> bool:
    return k < len(words) and (words[k].low in NUMBERS | {"a", "an", "its", "his", "her"} or words[k].low[0].isdigit())


def _aimed(words: Sequence[Token], clause: Clause) -> bool:
    """ "was fired on", "were fired at a jet from the hills": shots are, and no minister."""
    return clause.verb.last < clause.last and words[clause.verb.last].low in (
        "at",
        "on",
        "upon",
        "into",
        "over",
        "from",
    )


def _by_nobody(words: Sequence[Token], clause: Clause) -> bool:
    """ "Nobody was tried for the massacre": the massacre is told."""
    return clause.subject is not None and words[clause.subject.start].low in NOBODY


def _in_court(parsed: Parsed, clause: Clause) -> bool:
    """ "The tribunal ruled on Monday", "ruled that he may run", "ruled against him": a ruling, and no reign."""
    following = parsed.words[clause.verb.last].low if clause.verb.last < len(parsed.words) else ""
    span = subject_span(parsed, parsed.clauses.index(clause))
    judges = {word.low for word in parsed.words[span.start : span.end]} if span else set()
    return following in ("that", "against") or bool(judges & listed("light", "courts"))


def _called_to(words: Sequence[Token], clause: Clause) -> bool:
    """ "was called to the Bar", "called him to Downing Street": nobody says anything."""
    to = next((k for k in range(clause.verb.last, clause.last - 1) if words[k].low == "to"), clause.last)
    if clause.verb.passive or to == clause.last:
        return clause.verb.passive and to == clause.verb.last
    return words[to + 1].text[0].isupper() and not any(
        word.low in PREPOSITIONS for word in words[clause.verb.last : to]
    )


def _to_office(words: Sequence[Token], clause: Clause) -> bool:
    """ "was named foreign secretary", "named an envoy", "named her cabinet"; not "named the minister in a report"."""
    verb = clause.verb
    first = words[verb.last].low if verb.last < clause.last else ""
    known = first in DETERMINERS - {"a", "an", "his", "her", "its", "their"}
    whom = _object(words, clause, verb.last + (first == "as"))
    return not (known and not verb.passive) and bool(whom & (roles() | listed("light", "named")))


def _taken_over(parsed: Parsed, clause: Clause, fixed: Trigger) -> Trigger | None:
    """ "take over guarding captives", "take over as president": no land is taken, but a task or an office."""
    if fixed.lemma != "take over" or fixed.last >= clause.last:
        return None
    if parsed.words[fixed.last].low == "as" or not _object(parsed.words, clause, fixed.last).isdisjoint(
        listed("light", "taken_over")
    ):
        return fixed._replace(type="decision", lemma="take office")
    deed = of_gerund(parsed, clause, fixed.last)
    return deed._replace(first=fixed.first) if deed else None


def _object(words: Sequence[Token], clause: Clause, first: int) -> set[str]:
    """The words of the noun phrase at token `first`, in the singular as well."""
    ends = (k for k in range(first, clause.last) if words[k].low in MARKS or words[k].low in PREPOSITIONS)
    phrase = words[first : next(ends, clause.last)]
    return {form for word in phrase for form in (word.low, singular(word.low))}


def of_gerund(parsed: Parsed, clause: Clause, k: int) -> Trigger | None:
    """The event of the -ing form at token `k` of a clause that has another verb: "spoke of guarding captives"."""
    lemma = gerund(parsed.words[k].low)
    doing = VerbGroup(k, k + 1, k, lemma, "ing", "none", finite=False) if lemma else None
    return of_verb(parsed, clause._replace(verb=doing, subject=None)) if doing else None


def _with_company(parsed: Parsed, clause: Clause) -> Trigger | None:
    """ "took over", "lifted the curfew", "put two men to death", "a curfew was lifted": verb and what it goes with."""
    words, verb = parsed.words, clause.verb
    company = _accompanied().get(verb.lemma)
    if company is None or (verb.lemma == "be" and verb.passive):
        return None
    near = True
    for k in range(verb.last, clause.last):
        low = words[k].low
        if low in MARKS:
            break
        if low == "of" or (low in PREPOSITIONS and words[k - 1].low not in AMOUNTS and _beyond(parsed, verb.last, k)):
            near = False
        pair = f"{words[k - 1].low} {low}"
        for beside in (pair, low, singular(low)) if near else (pair,):
            fits = beside in company and (near or words[k - 1].low in PREPOSITIONS)
            if fits and not _describes_next(words, k, clause.last):
                return Trigger(company[beside], verb.main, k + 1, f"{verb.lemma} {beside}", noun=False)
    before = clause.subject and (verb.passive or behind_object(words, clause.subject))
    if clause.subject and before:  # also "a pact the two had signed"
        for word in words[clause.subject.start : clause.subject.end]:
            beside = singular(word.low)
            if beside in company:
                return Trigger(company[beside], verb.main, verb.main + 1, f"{verb.lemma} {beside}", noun=False)
    return None


def _describes_next(words: Sequence[Token], k: int, end: int) -> bool:
    """ "left government forces alone": the word is no object, but describes one."""
    noun = words[k].low not in PREPOSITIONS
    return noun and k + 1 < end and words[k + 1].low in listed("modified", "nouns")


def _beyond(parsed: Parsed, first: int, k: int) -> bool:
    """ "called an election for May": the preposition at token `k` opens a phrase that is no particle's."""
    return k >= first + PARTICLE_REACH or bool(parsed.event_nouns(first, k))


@cache
def _accompanied() -> Mapping[str, Mapping[str, EventType]]:
    """The lemmas that the lexicon knows with a particle or an object, each with these."""
    found: dict[str, dict[str, EventType]] = {}
    for verb, kind in _verbs().items():
        lemma, blank, beside = verb.partition(" ")
        if blank:
            found.setdefault(lemma, {})[beside] = kind
    return found
