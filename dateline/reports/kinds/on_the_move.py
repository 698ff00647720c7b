"""Who moves, and who gathers, decides what that is: soldiers are deployed, citizens evacuated, and a crowd protests."""

from collections.abc import Sequence

from dateline.model import EventType
from dateline.reports.clauses.clause import Clause, Parsed
from dateline.reports.clauses.subjects import subject_span
from dateline.reports.grammar.closed_classes import MARKS, MONTHS, PREPOSITIONS, WEEKDAYS
from dateline.reports.grammar.event_nouns import singular
from dateline.reports.grammar.frames import listed
from dateline.reports.grammar.tokens import Token

PARTICLES = frozenset(["out", "in", "back", "home", "away", "up"])
COUNTING = frozenset("at least most about around some more fewer less than over nearly almost".split())


def kind_of_move(parsed: Parsed, clause: Clause) -> EventType | None:
    """ "Tanks rolled in", "flew its citizens home", "thousands gathered in the square"; None for what others do."""
    lemma = clause.verb.lemma
    if lemma in listed("crowds", "verbs") and crowd(parsed, clause):
        return "protest"
    if lemma == "move" and _subject(parsed, clause) in ("talk", "negotiation"):
        return "talks"  # "Talks moved to Geneva in January"
    if lemma in ("fall", "land") and _subject(parsed, clause) in listed("movement", "shot"):
        return "attack"  # "Shells fell on the market"
    if lemma == "take" and _takes_ground(parsed, clause):
        return "control"
    if lemma == "leave" and not clause.verb.passive and _object(parsed.words, clause):
        return _who_leaves(_subject(parsed, clause), bound=clause.verb.modal in ("must", "be to"))
    carried = _carried(parsed, clause) if lemma in listed("movement", "carrying") else ""
    if carried in listed("movement", "passengers"):
        return "displacement"
    marching = lemma in listed("movement", "marching")
    moved = {carried, _subject(parsed, clause) if marching else ""} - {""}
    if moved & listed("movement", "forces"):
        return "deployment"
    supplies = carried and lemma == "fly" and not clause.verb.passive  # nobody visits
    return "other" if supplies else None


def _takes_ground(parsed: Parsed, clause: Clause) -> bool:
    """ "Rebels took Mora", "took the eastern half of the town": those under arms take a place, or a part of one."""
    if clause.verb.passive or _subject(parsed, clause) not in listed("movement", "forces") | listed(
        "movement", "fighters"
    ):
        return False
    first = clause.verb.last
    named = first < clause.last and parsed.words[first].text[0].isupper()
    named = named and parsed.words[first].low not in WEEKDAYS | MONTHS  # "took Tuesday off"
    return named or _object(parsed.words, clause) in listed("movement", "ground")


def _who_leaves(head: str, *, bound: bool) -> EventType | None:
    """ "Thousands of people left the town", "fighters are to leave the port": the first flee, the others withdraw."""
    if head in listed("movement", "passengers") | listed("crowds", "many"):
        return "displacement"
    movers = listed("movement", "forces") | (listed("movement", "fighters") if bound else frozenset())
    return "deployment" if head in movers else None


def crowd(parsed: Parsed, clause: Clause) -> bool:
    return _subject(parsed, clause) in listed("crowds", "people")


def expels(parsed: Parsed, clause: Clause) -> bool:
    """ "drove the rebels from the town": ground is taken, where "drove families from the town" displaces them."""
    armed = listed("movement", "forces") | listed("movement", "fighters")
    whom = _subject(parsed, clause) if clause.verb.passive else _object(parsed.words, clause)
    return whom in armed


def _carried(parsed: Parsed, clause: Clause) -> str:
    return _subject(parsed, clause) if clause.verb.passive else _object(parsed.words, clause)


def _subject(parsed: Parsed, clause: Clause) -> str:
    """The head of the subject in the singular: "thousand" of "tens of thousands", "unit" of "units of the guard"."""
    span = subject_span(parsed, parsed.clauses.index(clause))
    words = parsed.words[span.start : span.end] if span else ()
    low = [word.low for word in words]
    first = 2 if low[1:2] == ["of"] and singular(low[0]) in listed("crowds", "tens") else 0
    return _head(words[first:])


def _object(words: Sequence[Token], clause: Clause) -> str:
    """The head of the object in the singular; "" without one."""
    first = clause.verb.last
    while first < clause.last and (words[first].low in PARTICLES | COUNTING or words[first].low.isdigit()):
        first += 1 + (words[first].low == "up" and words[first + 1].low == "to")
    return _head(words[first : clause.last])


def _head(words: Sequence[Token]) -> str:
    ends = (k for k, word in enumerate(words) if word.low in MARKS or word.low in PREPOSITIONS)
    phrase = [word.low for word in words[: next(ends, len(words))]]
    while phrase and phrase[-1] in PARTICLES:
        phrase.pop()  # "the army out"
    return singular(phrase[-1]) if phrase else ""
