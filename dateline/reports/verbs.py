"""Tokens -> verb groups: "were to begin", "has been trying to organize", "said", with tense, aspect and mood.

Rules and a lexicon of forms, no statistical tagger: a word is taken for a verb only where its neighbours allow it.
"""

from collections.abc import Sequence
from functools import cache, lru_cache

from dateline.lexicon.load import document
from dateline.reports.auxiliaries import auxiliary_group, governed
from dateline.reports.grammar import (
    BE,
    CLOSING,
    COORDINATORS,
    DETERMINERS,
    DO,
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
from dateline.reports.morphology import Form, forms, pasts
from dateline.reports.tokens import VOCABULARY, Token
from dateline.reports.verb_group import VerbGroup, known, participle, word_at

AUXILIARIES = BE | HAVE | DO | MODALS
LINKING = RELATIVES | {"that"}
# what parts a participle from the verb of its clause
PARTING = (MARKS - QUOTES) | COORDINATORS | SUBORDINATORS | SUBJECT_PRONOUNS | LINKING
FREE = RELATIVES | SUBORDINATORS | COORDINATORS | SUBJECT_PRONOUNS | {"what", "how", "why"}
OPENING_PREPOSITIONS = PREPOSITIONS - SUBORDINATORS


def verb_groups(words: Sequence[Token]) -> tuple[VerbGroup, ...]:
    """Every finite verb group, and the -ing, -ed and to-groups that begin a clause of their own, in order."""
    found: list[VerbGroup] = []
    for i in [i for i, word in enumerate(words) if _may_begin(word.low)]:
        if (found and i < found[-1].last) or _provides(words, i):
            continue
        group = auxiliary_group(words, i) or _simple(words, i, found) or _nonfinite(words, i)
        if group:
            found.append(group)
    return tuple(_demote(words, found))


@lru_cache(VOCABULARY)
def _provides(words: Sequence[Token], i: int) -> bool:
    """ ", provided that": no verb."""
    before = words[i - 1].low if i else ","
    return (
        words[i].low in ("provided", "providing")
        and before == ","
        and [w.low for w in words[i + 1 : i + 2]] == ["that"]
    )


def _may_begin(word: str) -> bool:
    """Whether a verb group may begin with this word: most words are passed over without a closer look."""
    return word in AUXILIARIES or word in forms() or word.endswith("ed")


def _simple(words: Sequence[Token], i: int, before: Sequence[VerbGroup]) -> VerbGroup | None:
    """A finite verb without an auxiliary: "attacked", "heads", "want"."""
    if not words[i].is_word or (words[i].text[0].isupper() and i > 0):
        return None
    low = words[i].low
    if {f"{low} {word_at(words, i + 1)}", f"{word_at(words, i - 1)} {low}"} & _compounds():
        return None  # "value added tax", "tear gas"
    if low in ("close", "back") and word_at(words, i + 1) == "to":
        return None  # "envoys close to the border", "brought both sides back to the talks"
    past = known(low, "past")
    if past is None and low.endswith("ed") and len(low) > 4 and low not in forms() and "-" not in low:
        past = (low, "past")
    present = known(low, "s", "base")
    j = _before(words, i) if past or present else -1
    if j < 0:
        return None
    if past and words[i - 1].low == "not":
        return None  # "were suspended, not cancelled"
    object_of = (before and before[-1].last == j) or word_at(words, j - 1) in PREPOSITIONS - SUBORDINATORS
    if past and object_of and participle(low) and _counted(words, i, j):
        return None  # "killed 25 suspected rebels", "the status of three disputed areas"
    if past and before and before[-1].last == i and participle(low) and _described(words, i):
        return None  # "is guarding captured fighters", "bombed suspected hideouts"
    never = i - j > 1 and any(word.low == "never" for word in words[j + 1 : i])
    if past and _past_allowed(words, i, j, entry=low in forms()):
        return governed(words, VerbGroup(i, i + 1, i, past[0], "past", "past", negated=never))
    if present and _present_allowed(words, i, j, present[1], before):
        group = VerbGroup(i, i + 1, i, present[0], present[1], "present", negated=never)
        if present[1] == "base" and before and words[j].low in COORDINATORS:
            other = before[-1]  # "will defend … and continue": the second verb leans on the auxiliary of the first
            group = group._replace(
                tense=other.tense, modal=other.modal, negated=other.negated or never, chain=other.chain
            )
        return governed(words, group)
    return None


def _described(words: Sequence[Token], i: int) -> bool:
    """Whether a noun stands behind word `i`, which then only describes it."""
    following = word_at(words, i + 1)
    return following[:1].isalpha() and following not in PREPOSITIONS | DETERMINERS | SUBJECT_PRONOUNS | COORDINATORS


def _counted(words: Sequence[Token], i: int, j: int) -> bool:
    """Whether a number stands before word `i`, and a noun behind it."""
    following = word_at(words, i + 1)
    number = words[j].low in NUMBERS or words[j].low[:1].isdigit()
    return number and following[:1].isalpha() and following not in PREPOSITIONS | DETERMINERS


def _before(words: Sequence[Token], i: int) -> int:
    """The index of the nearest word before `i` that is no adverb; -1 where there is none."""
    i -= 1
    while i >= 0 and is_adverb(words[i].low):
        i -= 1
    return i


def _past_allowed(words: Sequence[Token], i: int, j: int, entry: bool) -> bool:
    """Whether the word `i` can be a past verb behind the word `j`, the nearest before it that is no adverb."""
    low, following = words[j].low, word_at(words, i + 1)
    if _inside_phrase(words, i) or _compound(words, i):
        return False
    if (low in DETERMINERS and low not in SUBJECT_PRONOUNS) or low in ("'s", "most", "more", "being"):
        return False
    if low in PREPOSITIONS or low in BE or low in HAVE:
        return False
    if known(low, "base") and (word_at(words, j - 1) == "to" or word_at(words, j - 1) in MODALS):
        return False  # "to support accelerated efforts"
    if following == "by" and (words[i].low in pasts() or words[i].low not in forms() or known(words[i].low, "base")):
        return False  # "students and priests inspired by the revolution", "remarks broadcast by a station"
    if (
        low in ("that", "this", "these", "those")
        and following
        and following[0].isalpha()
        and following not in PREPOSITIONS
        and following not in DETERMINERS
    ):
        return low == "that" and known(words[i].low, "past") is not None
    described = words[i].low in plans() or (participle(words[i].low) is not None and following in PREPOSITIONS)
    if participle(words[i].low) and following in PARTICLES and word_at(words, i + 2) == "by":
        return False  # "a council set up by the rebels"
    if low in CLOSING and participle(words[i].low) and (following == "to" or following in PREPOSITIONS):
        return False  # "called it a “tactical withdrawal” intended to protect civilians"
    if (words[i].low, following) in REDUCED:
        return False  # "A governor accused of fraud"
    if low == "," and described and _resumed(words, i):
        return False  # "A summit, scheduled for August, was cancelled"
    if low in COORDINATORS or low in MARKS:
        return entry
    if low.endswith("ing") and (words[i + 1].text[0].isupper() if i + 1 < len(words) else True):
        return False
    object_of = participle(words[i].low) and following[:1].isalpha() and following not in PREPOSITIONS | DETERMINERS
    if known(low, "ing") and word_at(words, j - 1) in PREPOSITIONS and object_of:
        return False  # "took over guarding captured fighters", where "the round of fighting began"
    return entry or words[j].text[0].isupper() or low in SUBJECT_PRONOUNS or low.endswith("s")


REDUCED = frozenset((word, "of") for word in ("accused", "suspected", "convicted", "acquitted", "deprived"))
PARTICLES = frozenset("up out down over off".split())


def _resumed(words: Sequence[Token], i: int) -> bool:
    """Whether the sentence goes on with its verb behind the next comma: what stands before it is an aside."""
    for k in range(i + 1, min(i + ASIDE, len(words) - 1)):
        if words[k].low == ",":
            following = words[k + 1].low
            return following in BE | HAVE | MODALS or known(following, "past", "s") is not None
    return False


ASIDE = 15  # words


def _compound(words: Sequence[Token], i: int) -> bool:
    """ "the U.N.-backed force": a participle behind a hyphen is no verb."""
    return i > 0 and words[i - 1].low in ("-", "–") and words[i - 1].end == words[i].start


AMBIGUOUS_NEXT = DETERMINERS | SUBJECT_PRONOUNS | frozenset("to that them him her us me it".split())


NUMBERS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty half dozens hundreds thousands".split()
)


def _object_follows(word: str) -> bool:
    """What stands after a verb and hardly after a noun: "reports sixteen deaths", "plans the withdrawal"."""
    return word in AMBIGUOUS_NEXT or word in NUMBERS or word[:1].isdigit()


def _present_allowed(words: Sequence[Token], i: int, j: int, form: Form, before: Sequence[VerbGroup]) -> bool:
    """Whether the word `i` can be a verb of the present behind the word `j`, the nearest before that is no adverb."""
    low, text, following = words[j].low, words[j].text, word_at(words, i + 1)
    noun_too = words[i].low in _nouns()
    if low in ("to", "and", "or") and form == "base":
        return low != "to" and bool(before) and not noun_too and before[-1].finite
    if low in NUMBERS or low[0].isdigit():
        return False
    if low in SUBJECT_PRONOUNS:
        return not (low in ("this", "that", "these", "those", "which") and noun_too) or _object_follows(following)
    if low in DETERMINERS or low in PREPOSITIONS or low in BE or low in HAVE or low == "'s":
        return False
    if noun_too and word_at(words, j - 1) in PREPOSITIONS:  # "for Taliban guarantees that"
        return False
    if form == "s":
        if noun_too:
            counted = following in NUMBERS or following[:1].isdigit()  # "the agency reports sixteen deaths"
            return (text[0].isupper() or counted or (low == "," and bool(before))) and _object_follows(following)
        return low not in MARKS or (bool(before) and low != "(") or _behind_apposition(words, j)
    if form == "base" and following == "by" and known(words[i].low, "past"):
        return False  # "remarks broadcast by a station"
    if form == "base" and text[0].isupper() and _of_one(words, j):
        return False  # "an East African force"
    plural = low.endswith("s") and not low.endswith("ss")
    if low in MARKS or low in COORDINATORS or low in SUBORDINATORS:
        return False
    return (plural or text[0].isupper()) and (not noun_too or _object_follows(following))


def _behind_apposition(words: Sequence[Token], j: int) -> bool:
    """ "The premier, Ann Lee, wants to leave": the second comma of the two around a name."""
    opened = next((k for k in range(j - 1, max(j - ASIDE, 0), -1) if words[k].low == ","), None)
    return words[j].low == "," and opened is not None and all(word.text[0].isupper() for word in words[opened + 1 : j])


def _of_one(words: Sequence[Token], j: int) -> bool:
    """Whether "a" or "an" stands before the capitals that end with word `j`: what they describe is still to come."""
    while j > 0 and words[j].text[0].isupper():
        j -= 1
    return words[j].low in ("a", "an")


@cache
def plans() -> frozenset[str]:
    """What is set for a day: "scheduled", "planned"."""
    return frozenset(document("modality").data["adjectives"]["scheduled"])


@cache
def _nouns() -> frozenset[str]:
    """Verb forms that are nouns as often: "attacks", "plans"."""
    return frozenset(document("nouns").data["also_nouns"]["words"])


@cache
def _gerunds() -> frozenset[str]:
    """Deeds that a gerund names as well as a noun would: "fighting", "shelling"."""
    return frozenset(document("nouns").data["gerunds"]["words"])


@cache
def _compounds() -> frozenset[str]:
    """Pairs of words of which none is a verb."""
    return frozenset(document("nouns").data["compounds"]["words"])


def _nonfinite(words: Sequence[Token], i: int) -> VerbGroup | None:
    """An -ing form after a comma or a preposition of time ("…, killing 16", "after initiating talks")."""
    low = words[i].low
    entry = known(low, "ing")
    if not entry or i == 0:
        return None
    if low in _gerunds() and word_at(words, i + 1) in PREPOSITIONS:
        return None  # "delayed by fighting in the hills"
    j = _before(words, i)
    opener = word_at(words, j)
    if opener in (",", "—", "–", "after", "before", "by", "without", "while", "when", "since") or (
        opener == "and" and word_at(words, j - 1) in ("people", ",")
    ):
        return governed(words, VerbGroup(i, i + 1, i, entry[0], "ing", "none", finite=False))
    return None


def _demote(words: Sequence[Token], found: Sequence[VerbGroup]) -> list[VerbGroup]:
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
        joined = following in PREPOSITIONS or following in MARKS or _in_prepositional_phrase(words, group.first)
        for other in (*kept[n - 1 : n], *kept[n + 1 : n + 2]) if joined else ():
            if not other.finite:
                continue
            first, last = sorted((group, other), key=lambda g: g.first)
            parted = any(words[k].low in PARTING for k in range(first.last, last.first))
            free = first.passive or not _speech(first) or word_at(words, first.last) == "by"  # "proposed by France"
            if not parted and (free or _behind_preposition(words, group)):
                kept[n] = group._replace(finite=False, form="part", tense="none", passive=True)
    return kept


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


def _speech(group: VerbGroup) -> bool:
    return group.lemma in document("speech").data["verbs"]["complement"]


def _inside_phrase(words: Sequence[Token], i: int) -> bool:
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
    j = _before(words, i)
    k = _before(words, j) if j > 0 else -1
    named = k >= 0 and words[j].text[0].isupper() and words[j].low not in WEEKDAYS | MONTHS
    return named and words[k].low in PREPOSITIONS
