"""Tokens -> verb groups: "were to begin", "has been trying to organize", "said", with tense, aspect and mood.

Rules and a lexicon of forms, no statistical tagger: a word is taken for a verb only where its neighbours allow it.
"""

from collections.abc import Callable, Sequence
from functools import cache, lru_cache

from dateline.lexicon.load import document
from dateline.reports.grammar.auxiliaries import auxiliary_group, governed
from dateline.reports.grammar.closed_classes import (
    BE,
    COORDINATORS,
    DETERMINERS,
    DO,
    HAVE,
    MODALS,
    PREPOSITIONS,
    SUBORDINATORS,
)
from dateline.reports.grammar.finite import past_allowed, present_allowed
from dateline.reports.grammar.morphology import Form, forms
from dateline.reports.grammar.reduced import LINKING, PARTING, counted, demote, described
from dateline.reports.grammar.titles import alone_allowed
from dateline.reports.grammar.tokens import VOCABULARY, Token
from dateline.reports.grammar.verb_group import VerbGroup, known, nearest_before, participle, word_at

# what a thing is "to do": of an object, no deed of its own
MEANT = frozenset("intended designed meant".split())
# "appeared without warning"
NO_DEEDS = frozenset(["warning", "fighting", "meaning", "bargaining"])
AUXILIARIES = BE | HAVE | DO | MODALS


def verb_groups(words: Sequence[Token]) -> tuple[VerbGroup, ...]:
    """Every finite verb group, and the -ing, -ed and to-groups that begin a clause of their own, in order."""
    found = _groups(words, present_allowed)
    return found if any(group.finite for group in found) else _groups(words, alone_allowed)


Present = Callable[[Sequence[Token], int, int, Form, Sequence[VerbGroup]], bool]


def _groups(words: Sequence[Token], present: Present) -> tuple[VerbGroup, ...]:
    """The groups, of which those of the present are what `present` lets be one."""
    found: list[VerbGroup] = []
    for i in [i for i, word in enumerate(words) if _may_begin(word.low)]:
        if (found and i < found[-1].last) or _provides(words, i):
            continue
        group = auxiliary_group(words, i) or _simple(words, i, found, present) or _nonfinite(words, i)
        if group:
            found.append(group)
    return tuple(demote(words, found))


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


def _simple(words: Sequence[Token], i: int, before: Sequence[VerbGroup], allowed: Present) -> VerbGroup | None:
    """A finite verb without an auxiliary: "attacked", "heads", "want"."""
    low = words[i].low
    if not words[i].is_word or (words[i].text[0].isupper() and i > 0) or _no_verb(words, i):
        return None
    past = known(low, "past")
    if past is None and low.endswith("ed") and len(low) > 4 and low not in forms() and "-" not in low:
        past = (low, "past")
    present = known(low, "s", "base")
    j = nearest_before(words, i) if past or present else -1
    if j < 0 or (past and _participial(words, i, j, before)):
        return None
    never = i - j > 1 and any(word.low == "never" for word in words[j + 1 : i])
    if past and past_allowed(words, i, j, entry=low in forms()):
        return governed(words, VerbGroup(i, i + 1, i, past[0], "past", "past", negated=never))
    if present and allowed(words, i, j, present[1], before):
        group = VerbGroup(i, i + 1, i, present[0], present[1], "present", negated=never)
        leans = present[1] == "base" and before and words[j].low in COORDINATORS
        return governed(words, _leaning(group, before[-1]) if leans else group)
    return None


def _no_verb(words: Sequence[Token], i: int) -> bool:
    """ "value added tax", "tear gas"; "envoys close to the border", "brought both sides back to the talks"."""
    low, following = words[i].low, word_at(words, i + 1)
    compound = not _compounds().isdisjoint((f"{low} {following}", f"{word_at(words, i - 1)} {low}"))
    return compound or (low in ("close", "back") and following == "to")


def _participial(words: Sequence[Token], i: int, j: int, before: Sequence[VerbGroup]) -> bool:
    """Whether the past form `i` is a participle beside the verbs before it, behind word `j`."""
    if words[i - 1].low == "not":
        return True  # "were suspended, not cancelled"
    if before and before[-1].last == i and before[-1].form == "s" and before[-1].last == before[-1].first + 1:
        return True  # "Minister denies split"
    if participle(words[i].low) is None:
        return False
    if word_at(words, i + 1) == "to" and words[i].low in MEANT and before and _of_object(words, i, before[-1]):
        return True
    last = before[-1].last if before else -1
    object_of = last == j or word_at(words, j - 1) in PREPOSITIONS - SUBORDINATORS
    if object_of and counted(words, i, j):
        return True  # "killed 25 suspected rebels", "the status of three disputed areas"
    return last == i and described(words, i)  # "is guarding captured fighters", "bombed suspected hideouts"


def _of_object(words: Sequence[Token], i: int, before: VerbGroup) -> bool:
    """ "signed an accord intended to end the war": it describes the object of the verb before it."""
    told = before.finite and word_at(words, before.first - 1) not in LINKING
    return told and before.last < i and not any(words[k].low in PARTING for k in range(before.last, i))


def _leaning(group: VerbGroup, other: VerbGroup) -> VerbGroup:
    """ "will defend … and continue": the second verb leans on the auxiliary of the first."""
    return group._replace(
        tense=other.tense, modal=other.modal, negated=other.negated or group.negated, chain=other.chain
    )


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
    suffered = participle(word_at(words, i + 1)) if low == "being" else None
    if (not entry and not suffered) or i == 0:
        return None
    if low in _gerunds() and word_at(words, i + 1) in PREPOSITIONS:
        return None  # "delayed by fighting in the hills"
    j = nearest_before(words, i)
    opener = word_at(words, j)
    if opener == "without" and low in NO_DEEDS and word_at(words, i + 1) not in DETERMINERS | {"that"}:
        return None
    if opener in (",", "—", "–", "after", "before", "by", "without", "while", "when", "since") or (
        opener == "and" and word_at(words, j - 1) in ("people", ",")
    ):
        if suffered:  # "after being shot by soldiers"
            return VerbGroup(i, i + 2, i + 1, suffered, "ing", "none", finite=False, passive=True)
        return governed(words, VerbGroup(i, i + 1, i, entry[0], "ing", "none", finite=False)) if entry else None
    return None
