"""Tokens -> verb groups: "were to begin", "has been trying to organize", "said", with tense, aspect and mood.

Rules and a lexicon of forms, no statistical tagger: a word is taken for a verb only where its neighbours allow it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from dateline.lexicon.load import document
from dateline.reports.grammar import (
    BE,
    COORDINATORS,
    DETERMINERS,
    DO,
    HAVE,
    MARKS,
    MODALS,
    NEGATIONS,
    PREPOSITIONS,
    QUOTES,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    is_adverb,
)
from dateline.reports.morphology import Form, forms
from dateline.reports.tokens import Token

Tense = Literal["past", "present", "future", "none"]


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """`first`/`last` are token indexes, `last` exclusive; `main` is the lexical verb's index."""

    first: int
    last: int
    main: int
    lemma: str
    form: Form
    tense: Tense
    finite: bool = True
    perfect: bool = False
    progressive: bool = False
    passive: bool = False
    negated: bool = False
    modal: str = ""  # "will", "would", "be to", "be due to", …
    chain: tuple[str, ...] = ()  # governing verbs and adjectives: ("try",), ("close",)


def verb_groups(words: Sequence[Token]) -> tuple[VerbGroup, ...]:
    """Every finite verb group, and the -ing, -ed and to-groups that begin a clause of their own, in order."""
    found: list[VerbGroup] = []
    i = 0
    while i < len(words):
        group = _auxiliary(words, i) or _simple(words, i, found) or _nonfinite(words, i)
        if group:
            found.append(group)
            i = max(group.last, i + 1)
        else:
            i += 1
    return tuple(_demote(words, found))


def _low(words: Sequence[Token], i: int) -> str:
    return words[i].low if 0 <= i < len(words) else ""


def _lemma(word: str, *wanted: Form) -> tuple[str, Form] | None:
    for lemma, form in forms().get(word, ()):
        if form in wanted:
            return lemma, form
    return None


def _participle(word: str) -> str | None:
    known = _lemma(word, "part")
    if known:
        return known[0]
    return word if word.endswith("ed") and len(word) > 4 else None


def _gerund(word: str) -> str | None:
    known = _lemma(word, "ing")
    if known:
        return known[0]
    return word[:-3] if word.endswith("ing") and len(word) > 5 and word not in ("during", "nothing") else None


def _skip(words: Sequence[Token], i: int) -> tuple[int, bool]:
    """Past adverbs and "not", also where they open a quotation; whether a "not" was among them."""
    negated = False
    while i < len(words) and (
        is_adverb(words[i].low) or (words[i].low in ('"', "“", "”") and is_adverb(_low(words, i + 1)))
    ):
        negated = negated or words[i].low in NEGATIONS
        i += 1
    return i, negated


def _auxiliary(words: Sequence[Token], i: int) -> VerbGroup | None:
    """A group that begins with be, have, do or a modal."""
    low = words[i].low
    if low in MODALS:
        return _after_modal(words, i)
    if low in BE and not (low == "'s" and _possessive(words, i)):
        tense: Tense = "past" if low in ("was", "were") else "present"
        if low in ("be", "been", "being"):
            return None
        return _after_be(words, VerbGroup(i, i + 1, i, "be", "s", tense), i + 1)
    if low in HAVE and low != "having":
        group = VerbGroup(i, i + 1, i, "have", "s", "past" if low == "had" else "present")
        return _after_have(words, group, i + 1)
    if low in DO:
        j, negated = _skip(words, i + 1)
        known = _lemma(_low(words, j), "base")
        if known:
            tense = "past" if low == "did" else "present"
            return _govern(words, VerbGroup(i, j + 1, j, known[0], "base", tense, negated=negated))
        return None
    return None


def _possessive(words: Sequence[Token], i: int) -> bool:
    """'s after a name or noun is a genitive unless a participle, "not", "a" or "going" follows."""
    before = _low(words, i - 1)
    if before in ("it", "he", "she", "that", "there", "what", "who", "here"):
        return False
    following = _low(words, i + 1)
    return not (following in ("been", "not", "going", "a", "the") or following.endswith("ing"))


def _after_modal(words: Sequence[Token], i: int) -> VerbGroup | None:
    low = words[i].low
    modal = {"'ll": "will", "'d": "would"}.get(low, low)
    if low == "may" and words[i].text == "May" and i > 0:
        return None
    j, negated = _skip(words, i + 1)
    tense: Tense = "future" if modal in ("will", "shall") else "present"
    group = VerbGroup(i, j, i, "be", "base", tense, negated=negated, modal=modal)
    following = _low(words, j)
    if following == "be":
        return _after_be(words, replace(group, last=j + 1, main=j), j + 1)
    if following == "have":
        return _after_have(words, replace(group, last=j + 1, main=j, lemma="have"), j + 1)
    known = _lemma(following, "base")
    if known:
        return _govern(words, replace(group, last=j + 1, main=j, lemma=known[0]))
    return None


def _after_have(words: Sequence[Token], group: VerbGroup, i: int) -> VerbGroup:
    j, negated = _skip(words, i)
    group = replace(group, negated=group.negated or negated)
    following = _low(words, j)
    if following == "been":
        return _after_be(words, replace(group, last=j + 1, main=j, lemma="be", perfect=True), j + 1)
    lemma = _participle(following)
    if lemma:
        return _govern(words, replace(group, last=j + 1, main=j, lemma=lemma, form="part", perfect=True))
    if following == "to" and (known := _lemma(_low(words, j + 1), "base")):
        return replace(group, last=j + 2, main=j + 1, lemma=known[0], modal="have to")
    return group


def _after_be(words: Sequence[Token], group: VerbGroup, i: int) -> VerbGroup:
    j, negated = _skip(words, i)
    group = replace(group, negated=group.negated or negated)
    following = _low(words, j)
    if following == "to" and (known := _lemma(_low(words, j + 1), "base")) and known[0] != "be":
        return _govern(words, replace(group, last=j + 2, main=j + 1, lemma=known[0], form="base", modal="be to"))
    if following == "to" and _low(words, j + 1) == "be" and (lemma := _participle(_low(words, j + 2))):
        return replace(group, last=j + 3, main=j + 2, lemma=lemma, form="part", passive=True, modal="be to")
    if following == "going" and _low(words, j + 1) == "to":
        known = _lemma(_low(words, j + 2), "base")
        lemma = known[0] if known else "be"
        return replace(group, last=j + 3, main=min(j + 2, len(words) - 1), lemma=lemma, form="base", modal="going to")
    if following == "being" and (lemma := _participle(_low(words, j + 1))):
        return replace(group, last=j + 2, main=j + 1, lemma=lemma, form="part", passive=True, progressive=True)
    kind = _adjective(following)
    if kind:
        return _after_adjective(words, group, j)
    lemma = _participle(following)
    if lemma:
        return _govern(words, replace(group, last=j + 1, main=j, lemma=lemma, form="part", passive=True))
    lemma = _gerund(following)
    if lemma:
        return _govern(words, replace(group, last=j + 1, main=j, lemma=lemma, form="ing", progressive=True))
    return group


@cache
def _adjectives() -> dict[str, str]:
    data = document("modality").data["adjectives"]
    return {word: kind for kind, words in data.items() for word in words}


def _adjective(word: str) -> str | None:
    return _adjectives().get(word)


def _after_adjective(words: Sequence[Token], group: VerbGroup, j: int) -> VerbGroup:
    """ "is due to begin", "were close to signing", "is expected to host": the adjective governs what follows."""
    adjective = _low(words, j)
    group = replace(group, last=j + 1, chain=(*group.chain, adjective))
    if _low(words, j + 1) != "to":
        return group
    following = _low(words, j + 2)
    if following == "be" and (lemma := _participle(_low(words, j + 3))):
        return replace(group, last=j + 4, main=j + 3, lemma=lemma, form="part", passive=True)
    known = _lemma(following, "base")
    if known:
        return _govern(words, replace(group, last=j + 3, main=j + 2, lemma=known[0], form="base"))
    gerund = _gerund(following)
    if gerund:
        return replace(group, last=j + 3, main=j + 2, lemma=gerund, form="ing")
    return group


@cache
def _control() -> dict[str, str]:
    data = document("modality").data["control"]
    return {lemma: kind for kind, lemmas in data.items() for lemma in lemmas}


def _govern(words: Sequence[Token], group: VerbGroup) -> VerbGroup:
    """Goes on into the verb that a verb of wishing, planning or beginning governs: "is trying to organize"."""
    for _ in range(3):
        if group.lemma not in _control():
            return group
        j, _negated = _skip(words, group.last)
        if _low(words, j) == "to" and _low(words, j + 1) == "have" and (lemma := _participle(_low(words, j + 2))):
            chain = (*group.chain, group.lemma)
            return replace(
                group, last=j + 3, main=j + 2, lemma=lemma, form="part", perfect=True, passive=False, chain=chain
            )
        if _low(words, j) == "to" and (known := _lemma(_low(words, j + 1), "base")):
            chain = (*group.chain, group.lemma)
            group = replace(group, last=j + 2, main=j + 1, lemma=known[0], form="base", chain=chain)
        elif _low(words, j) == "to" and _low(words, j + 1) == "be" and (lemma := _participle(_low(words, j + 2))):
            chain = (*group.chain, group.lemma)
            return replace(group, last=j + 3, main=j + 2, lemma=lemma, form="part", passive=True, chain=chain)
        elif group.lemma in ("begin", "start", "continue", "keep", "stop") and (known := _lemma(_low(words, j), "ing")):
            chain = (*group.chain, group.lemma)
            return replace(group, last=j + 1, main=j, lemma=known[0], form="ing", chain=chain)
        else:
            return group
    return group


def _simple(words: Sequence[Token], i: int, before: Sequence[VerbGroup]) -> VerbGroup | None:
    """A finite verb without an auxiliary: "attacked", "heads", "want"."""
    if not words[i].is_word or (words[i].text[0].isupper() and i > 0):
        return None
    low = words[i].low
    past = _lemma(low, "past")
    if past is None and low.endswith("ed") and len(low) > 4 and low not in forms() and "-" not in low:
        past = (low, "past")
    if past and _past_allowed(words, i, known=low in forms()):
        return _govern(words, VerbGroup(i, i + 1, i, past[0], "past", "past"))
    present = _lemma(low, "s", "base")
    if present and _present_allowed(words, i, present[1], before):
        group = VerbGroup(i, i + 1, i, present[0], present[1], "present")
        if present[1] == "base" and before and _low(words, _before(words, i)) in COORDINATORS:
            other = before[-1]  # "will defend … and continue": the second verb leans on the auxiliary of the first
            group = replace(group, tense=other.tense, modal=other.modal, negated=other.negated, chain=other.chain)
        return _govern(words, group)
    return None


def _before(words: Sequence[Token], i: int) -> int:
    """The index of the nearest word before `i` that is no adverb; -1 where there is none."""
    i -= 1
    while i >= 0 and is_adverb(words[i].low):
        i -= 1
    return i


def _past_allowed(words: Sequence[Token], i: int, known: bool) -> bool:
    j = _before(words, i)
    if j < 0:
        return False
    low, following = words[j].low, _low(words, i + 1)
    if (low in DETERMINERS and low not in SUBJECT_PRONOUNS) or low in ("'s", "most", "more", "being"):
        return False
    if low in PREPOSITIONS or low in BE or low in HAVE:
        return False
    if (
        low in ("that", "this", "these", "those")
        and following
        and following[0].isalpha()
        and following not in PREPOSITIONS | DETERMINERS
    ):
        return low == "that" and _lemma(words[i].low, "past") is not None
    if low in COORDINATORS or low in MARKS:
        return known
    if low.endswith("ing") and (words[i + 1].text[0].isupper() if i + 1 < len(words) else True):
        return False
    return known or words[j].text[0].isupper() or low in SUBJECT_PRONOUNS or low.endswith("s")


AMBIGUOUS_NEXT = DETERMINERS | SUBJECT_PRONOUNS | frozenset("to that them him her us me it".split())


NUMBERS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty half dozens hundreds thousands".split()
)


def _object_follows(word: str) -> bool:
    """What stands after a verb and hardly after a noun: "reports sixteen deaths", "plans the withdrawal"."""
    return word in AMBIGUOUS_NEXT or word in NUMBERS or word[:1].isdigit()


def _present_allowed(words: Sequence[Token], i: int, form: Form, before: Sequence[VerbGroup]) -> bool:
    j = _before(words, i)
    if j < 0:
        return False
    low, text, following = words[j].low, words[j].text, _low(words, i + 1)
    noun_too = words[i].low in _nouns()
    if low in ("to", "and", "or") and form == "base":
        return low != "to" and bool(before) and not noun_too and before[-1].finite
    if low in SUBJECT_PRONOUNS:
        return not (low in ("this", "that", "these", "those", "which") and noun_too) or _object_follows(following)
    if low in DETERMINERS or low in PREPOSITIONS or low in BE or low in HAVE or low == "'s":
        return False
    if form == "s":
        if noun_too:
            return (text[0].isupper() or (low == "," and bool(before))) and _object_follows(following)
        return low not in MARKS or (bool(before) and low != "(")
    plural = low.endswith("s") and not low.endswith("ss")
    if low in MARKS or low in COORDINATORS or low in SUBORDINATORS:
        return False
    return (plural or text[0].isupper()) and (not noun_too or _object_follows(following))


@cache
def _nouns() -> frozenset[str]:
    """Verb forms that are nouns as often: "attacks", "plans"."""
    return frozenset(document("nouns").data["also_nouns"]["words"])


def _nonfinite(words: Sequence[Token], i: int) -> VerbGroup | None:
    """An -ing form after a comma or a preposition of time ("…, killing 16", "after initiating talks")."""
    low = words[i].low
    known = _lemma(low, "ing")
    if not known or i == 0:
        return None
    j = _before(words, i)
    opener = _low(words, j)
    if opener in (",", "—", "–", "after", "before", "by", "without", "while", "when", "since") or (
        opener == "and" and _low(words, j - 1) in ("people", ",")
    ):
        return _govern(words, VerbGroup(i, i + 1, i, known[0], "ing", "none", finite=False))
    return None


def _demote(words: Sequence[Token], found: Sequence[VerbGroup]) -> list[VerbGroup]:
    """A bare -ed form beside another finite verb of its clause is a participle: "the deal signed in May was…"."""
    kept = list(found)
    for n, group in enumerate(kept):
        if not group.finite or group.form != "past" or not _participle(words[group.main].low):
            continue
        following = _low(words, group.last)
        joined = following in PREPOSITIONS or following in MARKS
        for other in (kept[n - 1] if n else None, kept[n + 1] if n + 1 < len(kept) else None):
            if other is None or not other.finite:
                continue
            first, last = sorted((group, other), key=lambda g: g.first)
            between = {words[k].low for k in range(first.last, last.first)}
            if (
                joined
                and not between & (MARKS - QUOTES | COORDINATORS | SUBORDINATORS | SUBJECT_PRONOUNS)
                and not _speech(first)
            ):
                kept[n] = replace(group, finite=False, form="part", tense="none", passive=True)
    return kept


def _speech(group: VerbGroup) -> bool:
    return group.lemma in document("speech").data["verbs"]["complement"]
