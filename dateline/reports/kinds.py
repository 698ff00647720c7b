"""What kind of event a clause tells: its verb, or the event noun that a verb without an event of its own takes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import cast

from dateline.lexicon.load import document
from dateline.model import EventType
from dateline.reports.clauses import Clause, Parsed
from dateline.reports.grammar import PREPOSITIONS
from dateline.reports.morphology import EVENT_TABLES
from dateline.reports.tokens import Token


@dataclass(frozen=True, slots=True)
class Trigger:
    """The words that name the event: token indexes, and what they are in the lexicon."""

    type: EventType
    first: int
    last: int
    lemma: str
    noun: bool
    definite: bool = False  # "the attack": one already spoken of


@dataclass(frozen=True, slots=True)
class Kinds:
    verbs: Mapping[str, EventType]  # lemma, or lemma and particle
    nouns: Mapping[str, EventType]  # singular; of several words: joined by a blank
    longest: int


@cache
def kinds() -> Kinds:
    """The lexicon of events, `dateline/lexicon/events.toml`."""
    data = document("events").data
    verbs = {verb: cast(EventType, table) for table in EVENT_TABLES for verb in data[table]["verbs"]}
    nouns = {noun: cast(EventType, table) for table in EVENT_TABLES for noun in data[table]["nouns"]}
    return Kinds(verbs, nouns, max(len(noun.split()) for noun in nouns))


@cache
def _set(table: str, key: str) -> frozenset[str]:
    return frozenset(document("frames").data[table][key])


def trigger(parsed: Parsed, clause: Clause) -> Trigger | None:
    """The event of a clause; None where it tells none."""
    words, verb = parsed.words, clause.verb
    by_verb = _verb(words, clause)
    head_last = _until(words, clause)
    after = nouns(words, verb.last, head_last)
    before = nouns(words, clause.subject.start, clause.subject.end) if clause.subject else []
    if verb.lemma in _set("movement", "verbs"):
        troops = [noun for noun in before + after if noun.lemma in _set("movement", "movers")]
        if troops:
            return Trigger("deployment", verb.main, verb.main + 1, troops[0].lemma, noun=False)
    if by_verb and by_verb.lemma in _set("light", "verbs") and after and after[0].type != "statement":
        return after[0]
    if by_verb and by_verb.lemma in _set("light", "only_with_noun") and not after and not (verb.passive and before):
        return None
    if by_verb and not _needs_other(by_verb, before, after):
        return by_verb
    if verb.lemma in _set("light", "subject_first") and before:
        return before[-1] if verb.lemma == "be" and not before[0].definite else before[0]
    if verb.lemma in _set("light", "effect") and before:
        return before[0]
    found = after or before
    if verb.lemma in _set("stative", "verbs"):
        found = [noun for noun in found if not _of_another_time(words, verb.last, noun)]
    return found[0] if found else None


def _verb(words: Sequence[Token], clause: Clause) -> Trigger | None:
    verb = clause.verb
    table = kinds().verbs
    for k in range(verb.last, min(verb.last + 3, clause.last)):
        particle = f"{verb.lemma} {words[k].low}"
        if particle in table:
            return Trigger(table[particle], verb.main, k + 1, particle, noun=False)
    kind = table.get(verb.lemma)
    return Trigger(kind, verb.main, verb.main + 1, verb.lemma, noun=False) if kind else None


def _needs_other(found: Trigger, before: Sequence[Trigger], after: Sequence[Trigger]) -> bool:
    """A verb that tells the event only beside its noun: "extend the mission", "fire rockets"."""
    return found.lemma in _set("light", "with_noun") and bool(before or after)


def _until(words: Sequence[Token], clause: Clause) -> int:
    """The verb's own complement: up to a to-infinitive or a comma that opens another thought."""
    for k in range(clause.verb.last, clause.last):
        if (
            words[k].low == "to"
            and k + 1 < clause.last
            and k > clause.verb.last + 1
            and words[k + 1].low in _purposes()
        ):
            return k
    return clause.last


@cache
def _purposes() -> frozenset[str]:
    return frozenset(["end", "halt", "discuss", "gain", "push", "help", "facilitate", "support", "stop", "prevent"])


def nouns(words: Sequence[Token], first: int, last: int) -> list[Trigger]:
    """The event nouns among the tokens `[first, last)`, in order."""
    found: list[Trigger] = []
    k = first
    while k < last:
        hit = _noun(words, k, last)
        if hit:
            found.append(hit)
            k = hit.last
        else:
            k += 1
    return found


def _noun(words: Sequence[Token], k: int, last: int) -> Trigger | None:
    table = kinds().nouns
    for length in range(min(kinds().longest, last - k), 0, -1):
        text = " ".join(word.low for word in words[k : k + length])
        for key in dict.fromkeys((text, singular(text))):
            if key in table and not _modifier(words, k + length, last, key) and not _otherwise(words, k + length, key):
                return Trigger(table[key], k, k + length, key, noun=True, definite=_definite(words, k))
    return None


def singular(word: str) -> str:
    """The singular of a regular plural; any other word as it is."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("shes", "ches", "sses", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _otherwise(words: Sequence[Token], k: int, noun: str) -> bool:
    return noun in _set("followed", "not_before_of") and k < len(words) and words[k].low == "of"


def _modifier(words: Sequence[Token], k: int, last: int, noun: str) -> bool:
    """Whether the noun only modifies the next: "peace deal", "election process", "war crimes court"."""
    if k >= last:
        return False
    following = words[k].low
    if following in kinds().nouns or singular(following) in kinds().nouns:
        return noun not in ("phone call",)
    return following in _set("modified", "nouns")


def _of_another_time(words: Sequence[Token], start: int, noun: Trigger) -> bool:
    """ "are at their strongest since their 2001 defeat": the noun only says from when."""
    return any(words[k].low in ("since", "after", "before", "until") for k in range(start, noun.first))


def _definite(words: Sequence[Token], k: int) -> bool:
    j = k - 1
    while j >= 0 and words[j].is_word and words[j].low not in PREPOSITIONS and k - j < 4:
        if words[j].low in ("the", "this", "these", "that", "those"):
            return True
        if words[j].low in ("a", "an"):
            return False
        j -= 1
    return False
