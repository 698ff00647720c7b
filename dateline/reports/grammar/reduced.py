"""Participles that look like a past: "the deal signed in May was …", "in papers handed to the envoy"."""

from collections.abc import Sequence

from dateline.reports.grammar.closed_classes import (
    BE,
    COORDINATORS,
    DETERMINERS,
    HAVE,
    MARKS,
    MODALS,
    MONTHS,
    PREPOSITIONS,
    QUOTES,
    RELATIVES,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    WEEKDAYS,
    is_adverb,
)
from dateline.reports.grammar.speech_verbs import says
from dateline.reports.grammar.tokens import Token
from dateline.reports.grammar.verb_group import VerbGroup, known, nearest_before, participle, word_at

LINKING = RELATIVES | {"that"}
# what parts a participle from the verb of its clause
PARTING = (MARKS - QUOTES) | COORDINATORS | SUBORDINATORS | SUBJECT_PRONOUNS | LINKING
# "two soldiers shot dead at a base", "nine men taken hostage in May"
BECOME = frozenset(["dead", "alive", "hostage", "captive", "prisoner"])
FREE = RELATIVES | SUBORDINATORS | COORDINATORS | SUBJECT_PRONOUNS | {"what", "how", "why"}
OPENING_PREPOSITIONS = PREPOSITIONS - SUBORDINATORS


def described(words: Sequence[Token], i: int) -> bool:
    """Whether a noun stands behind word `i`, which then only describes it."""
    following = word_at(words, i + 1)
    return following[:1].isalpha() and following not in PREPOSITIONS | DETERMINERS | SUBJECT_PRONOUNS | COORDINATORS


def counted(words: Sequence[Token], i: int, j: int) -> bool:
    """Whether a number stands before word `i`, and a noun behind it."""
    following = word_at(words, i + 1)
    number = words[j].low in NUMBERS or words[j].low[:1].isdigit()
    return number and following[:1].isalpha() and following not in PREPOSITIONS | DETERMINERS


def resumed(words: Sequence[Token], i: int) -> bool:
    """Whether the sentence goes on with its verb behind the next comma: what stands before it is an aside."""
    for k in range(i + 1, min(i + ASIDE, len(words) - 1)):
        if words[k].low == ",":
            following = words[k + 1].low
            return following in BE | HAVE | MODALS or known(following, "past", "s") is not None
    return False


ASIDE = 15  # words


def compound(words: Sequence[Token], i: int) -> bool:
    """ "the U.N.-backed force": a participle behind a hyphen is no verb."""
    return i > 0 and words[i - 1].low in ("-", "–") and words[i - 1].end == words[i].start


NUMBERS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty half dozens hundreds thousands".split()
)


def demote(words: Sequence[Token], found: Sequence[VerbGroup]) -> list[VerbGroup]:
    """A bare -ed form beside another finite verb of its clause is a participle: "the deal signed in May was…"."""
    kept = list(found)
    for n, group in enumerate(kept):
        if not group.finite or group.form != "past" or not participle(words[group.main].low):
            continue
        if word_at(words, group.first - 1) in LINKING:
            continue  # "the forum that led to the truce was …"
        if n and _after_adjunct(words, kept[n - 1], group):
            kept[n] = group._replace(finite=False, form="part", tense="none", passive=True)
            continue
        following = word_at(words, group.last)
        joined = following in PREPOSITIONS | MARKS | BECOME or _in_prepositional_phrase(words, group.first)
        for other in (*kept[n - 1 : n], *kept[n + 1 : n + 2]) if joined else ():
            if not other.finite:
                continue
            first, last = sorted((group, other), key=lambda g: g.first)
            parted = any(words[k].low in PARTING for k in range(first.last, last.first)) and not _since(
                words, first, last
            )
            free = first.passive or not says(first) or word_at(words, first.last) == "by"  # "proposed by France"
            if _supposes(words, first):
                continue  # "Had the army attacked, …"
            if not parted and (free or _behind_preposition(words, group) or _only_dated(words, first, last)):
                kept[n] = group._replace(finite=False, form="part", tense="none", passive=True)
    return kept


def _only_dated(words: Sequence[Token], first: VerbGroup, last: VerbGroup) -> bool:
    """ "A truce agreed on 12 May was broken": nothing but a date between, so that the second has no other subject."""
    between = words[first.last : last.first]
    dated = between[1:] and between[0].low in ("in", "on") and last.passive
    return bool(dated) and all(word.low in WEEKDAYS | MONTHS or word.low[:1].isdigit() for word in between[1:])


def _since(words: Sequence[Token], first: VerbGroup, last: VerbGroup) -> bool:
    """ "The men held since last Friday were freed": a day and no subject stands between the verbs."""
    between = [word.low for word in words[first.last : last.first]]
    return between[:1] in (["since"], ["until"]) and all(
        low in WEEKDAYS | MONTHS | {"last", "early", "late", "mid"} or low[0].isdigit() for low in between[1:]
    )


def _supposes(words: Sequence[Token], group: VerbGroup) -> bool:
    """Whether "had" stands where it turns its clause round: at the beginning, or behind "that"."""
    bare = group.last == group.first + 1 and words[group.first].low == "had"
    return bare and (group.first == 0 or word_at(words, group.first - 1) == "that")


def _behind_preposition(words: Sequence[Token], group: VerbGroup) -> bool:
    """ "demanded autonomy in proposals handed to mediators": what stands right behind "in" is no subject."""
    before = word_at(words, group.first - 2)
    return before in OPENING_PREPOSITIONS - {"of"} and words[group.first - 1].text.islower()


def _after_adjunct(words: Sequence[Token], before: VerbGroup, group: VerbGroup) -> bool:
    """ "left the port, beyond the withdrawal from the area announced in May": the noun belongs to the preposition."""
    commas = [k for k in range(before.last, group.first) if words[k].low == ","]
    if not commas or not before.finite:
        return False
    opening = words[commas[-1] + 1].low
    free = any(word.low in FREE for word in words[commas[-1] + 2 : group.first])
    return opening in OPENING_PREPOSITIONS and not free


def inside_phrase(words: Sequence[Token], i: int) -> bool:
    """ "Under the accord signed in May, …": the noun before the verb belongs to a preposition that opens the clause."""
    k = i - 1
    if words[k].low in SUBJECT_PRONOUNS:
        return False  # "During the war she worked"
    while k > 0 and words[k - 1].low not in MARKS and words[k - 1].low not in COORDINATORS:
        k -= 1
    if words[k].low == "with" and (not known(words[i].low, "past") or word_at(words, i + 1) == ","):
        return any(word.low == "," for word in words[i : i + 8])  # "With nearly all ballots counted, …"
    opening = words[k].low in PREPOSITIONS and word_at(words, k + 1) in ("the", "a", "an", "this", "its", "their")
    behind = next((word.low for word in words[i + 1 :] if not is_adverb(word.low)), "")
    return opening and any(word.low == "," for word in words[i : i + 8]) and behind in PREPOSITIONS


def _in_prepositional_phrase(words: Sequence[Token], i: int) -> bool:
    """ "into previously SDF controlled territory": the word before the -ed form hangs on a preposition."""
    j = nearest_before(words, i)
    k = nearest_before(words, j) if j > 0 else -1
    named = k >= 0 and words[j].text[0].isupper() and words[j].low not in WEEKDAYS | MONTHS
    return named and words[k].low in PREPOSITIONS
