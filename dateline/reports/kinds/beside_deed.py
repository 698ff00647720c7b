"""Event nouns that stand beside the deed of their clause: what it is about, for or over, and from when."""

from collections.abc import Sequence
from itertools import pairwise

from dateline.reports.clauses.clause import Clause
from dateline.reports.grammar.closed_classes import DETERMINERS, PREPOSITIONS, QUOTES
from dateline.reports.grammar.event_nouns import Trigger, singular
from dateline.reports.grammar.frames import listed
from dateline.reports.grammar.tokens import Token
from dateline.reports.grammar.verb_group import VerbGroup, participle
from dateline.reports.kinds.politics import roles
from dateline.reports.kinds.recalled import recalled

ASIDE = frozenset(["according to", "despite", "in spite", "in defiance"])
TOPICAL = frozenset(["on", "with", "around", "of"])


def beside_the_deed(words: Sequence[Token], clause: Clause, noun: Trigger) -> bool:
    """ "adjourned without an agreement", "joked about the war", "marked the anniversary of the massacre": there was
    none, or it was only spoken of or remembered."""
    without = any(word.low == "without" for word in words[max(noun.first - 4, clause.verb.last) : noun.first])
    before = {word.low for word in words[clause.verb.last : noun.first]}
    topic = "about" in before or (clause.verb.lemma in listed("light", "topics") and bool(before & TOPICAL))
    return (without and noun.type == "agreement") or topic or recalled(words, noun.first)


def purpose(words: Sequence[Token], first: int, noun: Trigger) -> bool:
    """ "A commission to investigate the clashes was set up": what it is for."""
    before = pairwise(word.low for word in words[first : noun.first])
    return any(low == "to" and verb in listed("purpose", "verbs") for low, verb in before)


def by_the_way(words: Sequence[Token], first: int, noun: Trigger) -> bool:
    """ "The result, announced at a conference, was …", "papers sold at talks were …": where it was done is not told."""
    asides = (k for k in range(first, noun.first) if words[k].low == "," or words[k].low.endswith("s"))
    told = (k for k in asides if participle(words[k + 1].low) is not None and k + 1 < noun.first)
    return any(words[k].low == "," or words[k + 2].low in PREPOSITIONS for k in told)


def on_the_table(words: Sequence[Token], clause: Clause, noun: Trigger) -> bool:
    """ "A truce remains the main obstacle": what is still argued about has not come."""
    behind = {singular(word.low) for word in words[clause.verb.last : clause.last]}
    return noun.type == "agreement" and not noun.definite and not behind.isdisjoint(listed("stative", "argued"))


def only_topic(words: Sequence[Token], first: int, noun: Trigger) -> bool:
    """ "The report on the war found …": what something is about, and not what it tells; `first` is its second token."""
    return any(word.low in ("on", "about") for word in words[max(noun.first - 3, first) : noun.first])


def judged(words: Sequence[Token], clause: Clause, noun: Trigger) -> bool:
    """Whether a second object says what the first is: "called the crisis the worst", "the attack “barbaric”"."""
    if not noun.definite:
        return False
    for k in range(noun.last, clause.last):
        if words[k].low in DETERMINERS | QUOTES and words[k - 1].low not in PREPOSITIONS:
            return True
    return False


def explained(words: Sequence[Token], clause: Clause, noun: Trigger) -> bool:
    """ "He said the invasion was “to bring peace”": his own words for a deed that has been told are no deed."""
    if clause.verb.lemma != "be" or clause.governor is None or not noun.definite or clause.verb.last >= clause.last:
        return False
    return words[clause.verb.last].low in QUOTES


def towards(words: Sequence[Token], clause: Clause, noun: Trigger) -> bool:
    """ "will open the door for a meeting", "may lead to war": the event is what is brought about."""
    between = [word.low for word in words[clause.verb.last : noun.first]]
    return any(f"{clause.verb.lemma} {low}" in listed("light", "towards") for low in between)


def until(words: Sequence[Token], clause: Clause) -> int:
    """The verb's own complement: up to a to-infinitive, the source of what is told, or what it is told in spite of."""
    for k in range(clause.verb.last, clause.last):
        if words[k].low in ASIDE or f"{words[k].low} {words[k + 1].low if k + 1 < clause.last else ''}" in ASIDE:
            return k
        if (
            words[k].low == "to"
            and k + 1 < clause.last
            and k > clause.verb.last + 1
            and words[k + 1].low in listed("purpose", "verbs")
        ):
            return k
    return clause.last


def of_an_office(words: Sequence[Token], start: int, noun: Trigger) -> bool:
    """ "was envoy to the talks", "is commander of the offensive": the noun only says of what somebody is in charge."""
    low = [word.low for word in words[start : noun.first]]
    if low[-5:-1] == ["at", "the", "time", "of"]:
        return True  # "was premier at the time of the war"
    held = roles() | listed("stative", "siding")
    return any(word in held and following in ("to", "of", "for") for word, following in pairwise(low))


def resigned_over(words: Sequence[Token], start: int, noun: Trigger) -> bool:
    """ "was the first to resign over a war": the noun only says over what."""
    before = [word.low for word in words[start : noun.first]]
    return "to" in before and not {"over", "about", "against"}.isdisjoint(before[-3:])


def threatens(words: Sequence[Token], verb: VerbGroup, noun: Trigger) -> bool:
    """ "gave him two days to leave or face attack": what else would be, and the verb tells none of it."""
    return any(words[k].low in listed("light", "facing") for k in range(max(verb.last, noun.first - 2), noun.first))


def of_another_time(words: Sequence[Token], start: int, noun: Trigger) -> bool:
    """ "are at their strongest since their 2001 defeat": the noun only says from when."""
    return any(words[k].low in ("since", "after", "before", "until") for k in range(start, noun.first))
