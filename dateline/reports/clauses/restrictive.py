"""Relative clauses without commas that hold up their sentence: "The gunmen who stormed the hotel were killed"."""

from collections.abc import Sequence

from dateline.lexicon.load import document
from dateline.reports.clauses.clause_marks import only_time
from dateline.reports.grammar.closed_classes import COORDINATORS, MARKS, RELATIVES, SUBORDINATORS, is_adverb
from dateline.reports.grammar.speech_verbs import says
from dateline.reports.grammar.tokens import Token
from dateline.reports.grammar.verb_group import VerbGroup

BETWEEN = MARKS | COORDINATORS | SUBORDINATORS | RELATIVES | {"that"}

ASIDE = frozenset(["who", "which", "whose", "whom"])


def resumes(words: Sequence[Token], groups: Sequence[VerbGroup], n: int) -> bool:
    """Whether verb `n` is that of the noun which the relative clause of verb `n - 1` describes.

    That noun waits for a verb where it opens the sentence or follows a verb of saying; nothing but the relative
    clause's own object stands between the two verbs.
    """
    if _behind_aside(words, groups, n):
        return True
    relative, verb = groups[n - 1], groups[n]
    between = [word.low for word in _without_time(words[relative.last : verb.first])]
    if n + 1 == len(groups) and between and between[-1] not in COORDINATORS:
        between = [low for low in between if low != "and"]  # "The clerk who paid for a car and a kitchen was jailed"
    if not (relative.finite and verb.finite) or any(low in BETWEEN for low in between):
        return False
    if n == 1 and _content_of_noun(words[: relative.first]):
        return not says(relative)
    at = relative.first - 1
    while at > 0 and is_adverb(words[at].low):
        at -= 1
    if at < 1 or words[at].low not in ("who", "which", "that") or words[at - 1].low in MARKS:
        return False
    if says(relative) and n + 1 < len(groups):
        return False  # "The envoy who said the talks had ended left": what he said comes first
    if n == 1:
        return not any(word.low in SUBORDINATORS or word.low in MARKS for word in words[:at])
    return groups[n - 2].last < at and (says(groups[n - 2]) or _waiting(words[groups[n - 2].last : at]))


def _waiting(opening: Sequence[Token]) -> bool:
    """ "where a truce that had held broke down", "after the rebels who held it left": a clause without its verb."""
    opener = next((k for k in reversed(range(len(opening))) if opening[k].low in SUBORDINATORS | {"where"}), None)
    return opener is not None and not any(word.low in MARKS for word in opening[opener:])


def _content_of_noun(opening: Sequence[Token]) -> bool:
    """ "Reports that nine people had died were denied": what the reports are of opens the sentence with them."""
    that = next((k for k, word in enumerate(opening) if word.low == "that"), 0)
    before = [word.low for word in opening[:that]]
    return bool(before) and before[-1] in document("speech").data["content"]["words"] and BETWEEN.isdisjoint(before)


def _without_time(words: Sequence[Token]) -> Sequence[Token]:
    """ "who had ruled the city since last spring fled": only since when stands before the second verb."""
    since = next((k for k, word in enumerate(words) if word.low in SUBORDINATORS), len(words))
    return words[:since] if only_time(words[since + 1 :]) else words


def _behind_aside(words: Sequence[Token], groups: Sequence[VerbGroup], n: int) -> bool:
    """ "Mr Lee, who met the premier, Ann Roe, on Monday, is to go": behind the comma the verb of Mr Lee goes on."""
    if not groups[n].finite or words[groups[n].first - 1].low != ",":
        return False
    for m in range(n - 1, -1, -1):
        begin = groups[m - 1].last if m else 1
        for k in range(begin, groups[m].first):
            if words[k].low in ASIDE and words[k - 1].low == ",":
                return m == 0 or (says(groups[m - 1]) and k > begin + 1)
        if words[groups[m].first - 1].low == ",":
            return False  # it has gone on already
    return False
