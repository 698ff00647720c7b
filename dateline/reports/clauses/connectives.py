"""The nearest word that opens a clause before its verb: who and which, "that", after, if."""

from collections.abc import Sequence
from functools import cache

from dateline.lexicon.load import document
from dateline.reports.clauses.clause_marks import RELATION_OF, TIME_WORDS, UNITS, Found, between, only_time
from dateline.reports.grammar.closed_classes import (
    COORDINATORS,
    MONTHS,
    PREPOSITIONS,
    QUOTES,
    RELATIVES,
    SUBORDINATORS,
    WEEKDAYS,
)
from dateline.reports.grammar.morphology import forms
from dateline.reports.grammar.speech_verbs import says, speech
from dateline.reports.grammar.tokens import Token
from dateline.reports.grammar.verb_group import VerbGroup

PROVIDED = frozenset(["condition", "provided", "providing"])  # "on condition that", ", provided that"
# "later that month", "that May"
MOMENTS = frozenset(
    "day night morning evening afternoon week weekend month year time spring summer autumn winter".split()
)
NAMED = frozenset(name.capitalize() for name in MONTHS | WEEKDAYS)
AS_PHRASES = frozenset("part well many much a an of soon early late political government".split())


@cache
def _content() -> frozenset[str]:
    return frozenset(document("speech").data["content"]["words"])


def connective(words: Sequence[Token], before: VerbGroup, group: VerbGroup) -> Found:
    """The nearest relative pronoun, "that" or subordinator before the verb."""
    for k in reversed(between(before, group)):
        low = words[k].low
        if low in RELATIVES:
            preposition = k - 1 >= before.last and words[k - 1].low in PREPOSITIONS
            counted = preposition and low == "whom" and words[k - 1].low == "of" and words[k - 3].low == ","
            return (k - 2 if counted else k - 1 if preposition else k), "relative"
        if low == "that" and words[k - 1].low not in PREPOSITIONS and not _moment(words[k + 1]):
            if words[k - 1].low in PROVIDED and words[k - 2].low in (",", "on", "—"):
                return k - (2 if words[k - 2].low == "on" else 1), "condition"
            content = (says(before) and _only_time(words, before.last, k)) or (
                _opens_content(words, k) and group.first != k + 1
            )
            return k, "complement" if content else "relative"
        if low == "as" and [word.low for word in words[max(0, k - 2) : k]] == ["as", "soon"]:
            return k - 2, "until"  # only what another event waits for
        if low in SUBORDINATORS and not _prepositional(words, k, group):
            return with_time(words, k, before.last), RELATION_OF[low]
    return None


def _moment(word: Token) -> bool:
    return word.low in MOMENTS or word.text in NAMED


def _only_time(words: Sequence[Token], first: int, last: int) -> bool:
    """ "will announce this week that": nothing between the verb and what is said but the day."""
    return all(words[k].low in TIME_WORDS or words[k].low == "on" for k in range(first, last))


def _opens_content(words: Sequence[Token], k: int) -> bool:
    """Whether "that" opens what is said ("said on Twitter that") rather than a relative clause ("a deal that")."""
    if words[k - 1].low in (",", "and") or words[k - 1].low in _content():
        return True
    while k > 1 and (words[k - 1].low in TIME_WORDS or words[k - 1].low == "on"):
        k -= 1  # "said in a joint statement late on Tuesday that"
    if words[k - 1].low in _content():
        return True  # "There were rumours last night that"
    return any(_is_saying(words[j].low) for j in range(k - 1, max(-1, k - 8), -1))


def _is_saying(word: str) -> bool:
    return any(lemma in speech() for lemma, form in forms().get(word, ()) if form != "base")


def _prepositional(words: Sequence[Token], k: int, group: VerbGroup) -> bool:
    """ "since October", "after the talks,", "as part of": no subject stands between the word and the verb."""
    low = words[k].low
    if k + 1 >= group.first:
        return low in ("as", "since", "after", "before", "until", "once", "because")
    following = words[k + 1].low
    if (low == "as" and (following in AS_PHRASES or following in QUOTES)) or (low == "because" and following == "of"):
        return True
    if low in ("as", "since", "after", "before", "until", "once"):
        if only_time(words[k + 1 : group.first]):
            return True  # "who had held the city since last spring fled"
        if words[group.first - 1].low in COORDINATORS:
            return True  # "left two days before Christmas and promised"
        apart = any(words[m].low in (",", ";") for m in range(k + 1, group.first))
        return apart and not _lists_names(words, k, group) and not _holds_aside(words, k, group)
    return False


def _holds_aside(words: Sequence[Token], k: int, group: VerbGroup) -> bool:
    """ "came hours after the premier, on a visit to Paris, declared a truce": an aside behind the subject.

    Where an aside is open already, its noun waits for the verb: "Lee, who left after the raid, on foot, hid".
    """
    commas = [m for m in range(k + 1, group.first) if words[m].low in (",", ";")]
    waiting = any(word.low == "," for word in words[:k])
    return len(commas) == 2 and commas[-1] + 1 == group.first and k + 1 < commas[0] and not waiting and k > 0


def _lists_names(words: Sequence[Token], k: int, group: VerbGroup) -> bool:
    """ "after France, Spain and Italy signed": the commas only part the names of the subject.

    "after talks in Paris, France and Spain said" tells who says so.
    """
    first = next(m for m in range(k + 1, group.first) if words[m].low in (",", ";"))
    behind = words[first + 1 : group.first]
    joined = sum(word.low == "and" for word in behind) == 1 and behind[-2].low != ","
    names = all(word.text[0].isupper() or word.low in (",", "and", "the") for word in behind)
    trailing = says(group) and (group.last >= len(words) or not words[group.last].is_word)
    return joined and names and words[first - 1].text[0].isupper() and not trailing


def with_time(words: Sequence[Token], k: int, least: int) -> int:
    """Takes "hours" and "a day" of "a day after …" with the clause that they date."""
    if words[k].low not in ("after", "before") or k - 1 < least or words[k - 1].low not in UNITS:
        return k
    quantity = k - 2 >= least and (words[k - 2].low in ("a", "an", "few", "several", "two", "three", "four"))
    return k - 2 if quantity or (k - 2 >= least and words[k - 2].low.isdigit()) else k - 1
