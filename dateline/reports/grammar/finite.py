"""Whether a word can be a finite verb behind the word before it: a past, or a present."""

from collections.abc import Sequence
from functools import cache

from dateline.lexicon.load import document
from dateline.reports.grammar.closed_classes import (
    BE,
    CLOSING,
    COORDINATORS,
    DETERMINERS,
    HAVE,
    MARKS,
    MODALS,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
)
from dateline.reports.grammar.morphology import Form, forms, pasts
from dateline.reports.grammar.reduced import ASIDE, NUMBERS, compound, inside_phrase, resumed
from dateline.reports.grammar.speech_verbs import speech
from dateline.reports.grammar.tokens import Token
from dateline.reports.grammar.verb_group import VerbGroup, known, participle, word_at


def past_allowed(words: Sequence[Token], i: int, j: int, entry: bool) -> bool:
    """Whether the word `i` can be a past verb behind the word `j`, the nearest before it that is no adverb."""
    low, following = words[j].low, word_at(words, i + 1)
    if inside_phrase(words, i) or compound(words, i) or _caused(words, i):
        return False
    if (low in DETERMINERS and low not in SUBJECT_PRONOUNS) or low in ("'s", "most", "more", "being"):
        return False
    if low in PREPOSITIONS or low in BE or low in HAVE:
        return False
    if low == "as" and words[i].low in plans():
        return False  # "will be held as planned"
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
    if low == "," and described and resumed(words, i):
        return False  # "A summit, scheduled for August, was cancelled"
    if low in COORDINATORS or low in MARKS:
        return entry
    if low.endswith("ing") and (words[i + 1].text[0].isupper() if i + 1 < len(words) else True):
        return False
    object_of = participle(words[i].low) and following[:1].isalpha() and following not in PREPOSITIONS | DETERMINERS
    if known(low, "ing") and word_at(words, j - 1) in PREPOSITIONS and object_of:
        return False  # "took over guarding captured fighters", where "the round of fighting began"
    return entry or words[j].text[0].isupper() or low in SUBJECT_PRONOUNS or low.endswith("s")


SINGULAR = ("ss", "us", "is")
CONTACT = frozenset("he she it they we".split())
FINITE = MODALS | frozenset("is are was were has had have did does do".split())
CAUSED = 5  # words from "to have" to "stopped"
INTRANSITIVE = frozenset("arrive come go begin remain continue agree say believe become die".split())
REDUCED = frozenset((word, "of") for word in ("accused", "suspected", "convicted", "acquitted", "deprived"))
PARTICLES = frozenset("up out down over off".split())
AMBIGUOUS_NEXT = DETERMINERS | SUBJECT_PRONOUNS | frozenset("to that them him her us me it".split())


def _caused(words: Sequence[Token], i: int) -> bool:
    """ "asked to have the trial stopped": what others are to do."""
    causing = (k for k in range(i - 2, max(i - CAUSED, 0), -1) if words[k].low in ("have", "get"))
    k = next(causing, None)
    return k is not None and words[k - 1].low == "to" and words[k + 1].low in DETERMINERS


def _object_follows(word: str) -> bool:
    """What stands after a verb and hardly after a noun: "reports sixteen deaths", "plans the withdrawal"."""
    return word in AMBIGUOUS_NEXT or word in NUMBERS or word[:1].isdigit()


def present_allowed(words: Sequence[Token], i: int, j: int, form: Form, before: Sequence[VerbGroup]) -> bool:
    """Whether the word `i` can be a verb of the present behind the word `j`, the nearest before that is no adverb."""
    low, text, following = words[j].low, words[j].text, word_at(words, i + 1)
    if _heads_a_subject(words, i, form):
        return False
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
    plural = low.endswith("s") and not low.endswith(SINGULAR)
    if low in MARKS or low in COORDINATORS or low in SUBORDINATORS:
        return False
    return (plural or text[0].isupper()) and (not noun_too or _object_follows(following))


def _heads_a_subject(words: Sequence[Token], i: int, form: Form) -> bool:
    """ "once foreign monitors had left", "the arms embargo it imposed": the noun of another verb, or one that another
    verb describes."""
    lemma = known(words[i].low, form)
    if lemma is None or lemma[0] in speech():
        return False
    following, next_one = word_at(words, i + 1), word_at(words, i + 2)
    behind = next_one if following in CONTACT else following
    if form == "s" and following in INTRANSITIVE:
        return True
    return behind in FINITE or bool(following in CONTACT and known(behind, "past"))


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
