"""Verb groups that begin with be, have, do or a modal, and the verbs that govern another: "is trying to organize"."""

from collections.abc import Sequence
from functools import cache

from dateline.lexicon.load import document
from dateline.reports.grammar.closed_classes import BE, DETERMINERS, DO, HAVE, MODALS, PREPOSITIONS
from dateline.reports.grammar.tokens import Token
from dateline.reports.grammar.verb_group import (
    Tense,
    VerbGroup,
    gerund,
    infinitive,
    known,
    participle,
    skip_adverbs,
    word_at,
)

COPULAS = frozenset(["appear", "seem", "look", "remain"])  # "appeared ready to sign", as "was ready to sign"


def auxiliary_group(words: Sequence[Token], i: int) -> VerbGroup | None:
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
        if low == "have" and word_at(words, i - 1) == "to":
            return None  # "one of the last ministers to have fought in the war"
        group = VerbGroup(i, i + 1, i, "have", "s", "past" if low == "had" else "present")
        return _after_have(words, group, i + 1)
    if low in DO:
        j, negated = skip_adverbs(words, i + 1)
        lemma = infinitive(word_at(words, j)) if negated else None
        entry = known(word_at(words, j), "base")
        if lemma := lemma or (entry[0] if entry else None):
            tense = "past" if low == "did" else "present"
            return governed(words, VerbGroup(i, j + 1, j, lemma, "base", tense, negated=negated))
        return None
    return None


def _possessive(words: Sequence[Token], i: int) -> bool:
    """'s after a name or noun is a genitive unless a participle, "not", "a" or "going" follows."""
    before = word_at(words, i - 1)
    if before in ("it", "he", "she", "that", "there", "what", "who", "here"):
        return False
    following = word_at(words, i + 1)
    behind = word_at(words, i + 2)
    if known(following, "ing") and following != "going" and behind[:1].isalpha():
        return behind not in PREPOSITIONS | DETERMINERS  # "the union's rotating presidency"
    return not (following in ("been", "not", "going", "a", "the") or known(following, "ing"))


def _after_modal(words: Sequence[Token], i: int) -> VerbGroup | None:
    low = words[i].low
    modal = {"'ll": "will", "'d": "would"}.get(low, low)
    if low == "may" and words[i].text == "May" and i > 0:
        return None
    j, negated = skip_adverbs(words, i + 1)
    tense: Tense = "future" if modal in ("will", "shall") else "present"
    group = VerbGroup(i, j, i, "be", "base", tense, negated=negated, modal=modal)
    following = word_at(words, j)
    if following == "be":
        return _after_be(words, group._replace(last=j + 1, main=j), j + 1)
    if following == "have":
        return _after_have(words, group._replace(last=j + 1, main=j, lemma="have"), j + 1)
    lemma = infinitive(following) if words[i].text[0].islower() else None
    return governed(words, group._replace(last=j + 1, main=j, lemma=lemma)) if lemma else None


def _after_have(words: Sequence[Token], group: VerbGroup, i: int) -> VerbGroup:
    j, negated = skip_adverbs(words, i)
    if negated:
        group = group._replace(negated=True)
    following = word_at(words, j)
    if following == "been":
        return _after_be(words, group._replace(last=j + 1, main=j, lemma="be", perfect=True), j + 1)
    lemma = participle(following)
    if lemma:
        return governed(words, group._replace(last=j + 1, main=j, lemma=lemma, form="part", perfect=True))
    if following == "to" and (entry := known(word_at(words, j + 1), "base")):
        if words[j - 1].low == "yet":  # "had yet to return": they did not
            return group._replace(last=j + 2, main=j + 1, lemma=entry[0], perfect=True, negated=True)
        return group._replace(last=j + 2, main=j + 1, lemma=entry[0], modal="have to")
    return group


def _after_be(words: Sequence[Token], group: VerbGroup, i: int) -> VerbGroup:
    j, negated = skip_adverbs(words, i)
    if negated:
        group = group._replace(negated=True)
    following = word_at(words, j)
    if following == "to" and (planned := _planned(words, j + 1)):
        return governed(words, group._replace(last=j + 2, main=j + 1, lemma=planned, form="base", modal="be to"))
    if following == "to" and word_at(words, j + 1) == "be" and (lemma := participle(word_at(words, j + 2))):
        return group._replace(last=j + 3, main=j + 2, lemma=lemma, form="part", passive=True, modal="be to")
    if following == "going" and word_at(words, j + 1) == "to":
        entry = known(word_at(words, j + 2), "base")
        lemma = entry[0] if entry else "be"
        return group._replace(last=j + 3, main=min(j + 2, len(words) - 1), lemma=lemma, form="base", modal="going to")
    if following == "being" and (lemma := participle(word_at(words, j + 1))):
        return group._replace(last=j + 2, main=j + 1, lemma=lemma, form="part", passive=True, progressive=True)
    if _adjective(following) and not _put(words, j):
        return _after_adjective(words, group, j)
    lemma = participle(following)
    if lemma:
        return governed(words, group._replace(last=j + 1, main=j, lemma=lemma, form="part", passive=True))
    lemma = gerund(following)
    if lemma:
        return governed(words, group._replace(last=j + 1, main=j, lemma=lemma, form="ing", progressive=True))
    return group


def _planned(words: Sequence[Token], i: int) -> str | None:
    """ "are to tackle": behind "are to" nothing but an infinitive stands, also one that no lexicon knows."""
    lemma = infinitive(word_at(words, i))
    return lemma if lemma and lemma != "be" and words[i].text[0].islower() else None


@cache
def _adjectives() -> dict[str, str]:
    data = document("modality").data["adjectives"]
    return {word: kind for kind, words in data.items() for word in words}


def _adjective(word: str) -> str | None:
    return _adjectives().get(word)


def _put(words: Sequence[Token], j: int) -> bool:
    """ "was set on fire", "were set free": nothing is set for later."""
    behind = (word_at(words, j + 1), f"{word_at(words, j + 1)} {word_at(words, j + 2)}")
    return word_at(words, j) == "set" and not _put_so().isdisjoint(behind)


@cache
def _put_so() -> frozenset[str]:
    return frozenset(document("modality").data["put"]["words"])


def _after_adjective(words: Sequence[Token], group: VerbGroup, j: int) -> VerbGroup:
    """ "is due to begin", "were close to signing", "is expected to host": the adjective governs what follows."""
    adjective = word_at(words, j)
    group = group._replace(last=j + 1, chain=(*group.chain, adjective))
    if word_at(words, j + 1) != "to":
        return group
    following = word_at(words, j + 2)
    if following == "be" and (lemma := participle(word_at(words, j + 3))):
        return group._replace(last=j + 4, main=j + 3, lemma=lemma, form="part", passive=True)
    lemma = _governed_by(words, adjective, j + 2)
    if lemma:
        return governed(words, group._replace(last=j + 3, main=j + 2, lemma=lemma, form="base"))
    stem = gerund(following)
    if stem:
        return group._replace(last=j + 3, main=j + 2, lemma=stem, form="ing")
    return group


def _governed_by(words: Sequence[Token], word: str, i: int) -> str | None:
    """The infinitive at token `i`, behind `word` and "to"; one of the lexicon where "to" may be "towards"."""
    found = known(word_at(words, i), "base")
    if found:
        return found[0]
    return infinitive(words[i].low) if word in _plainly() and i < len(words) and words[i].text[0].islower() else None


@cache
def _plainly() -> frozenset[str]:
    return frozenset(document("modality").data["infinitive"]["words"])


@cache
def _control() -> dict[str, str]:
    data = document("modality").data["control"]
    return {lemma: kind for kind, lemmas in data.items() for lemma in lemmas}


SEEN = frozenset(["see", "hear", "film", "spot"])  # "were seen leaving": they left


def governed(words: Sequence[Token], group: VerbGroup) -> VerbGroup:
    """Goes on into the verb that a verb of wishing, planning or beginning governs: "is trying to organize"."""
    for _ in range(3):
        j, _negated = skip_adverbs(words, group.last)
        if group.lemma in COPULAS and _adjective(word_at(words, j)):
            return _after_adjective(words, group, j)
        if group.passive and group.lemma in SEEN and (entry := known(word_at(words, j), "ing")):
            return group._replace(last=j + 1, main=j, lemma=entry[0], form="ing", passive=False, progressive=True)
        if group.lemma not in _control():
            return group
        if (
            word_at(words, j) == "to"
            and word_at(words, j + 1) == "have"
            and (lemma := participle(word_at(words, (main := j + 2 + (word_at(words, j + 2) == "been")))))
        ):
            chain, suffered = (*group.chain, group.lemma), main > j + 2  # "is said to have been killed"
            return group._replace(
                last=main + 1, main=main, lemma=lemma, form="part", perfect=True, passive=suffered, chain=chain
            )
        if word_at(words, j) == "to" and word_at(words, j + 1) == "be" and (lemma := participle(word_at(words, j + 2))):
            chain = (*group.chain, group.lemma)
            return group._replace(last=j + 3, main=j + 2, lemma=lemma, form="part", passive=True, chain=chain)
        if word_at(words, j) == "to" and (lemma := _governed_by(words, group.lemma, j + 1)):
            chain = (*group.chain, group.lemma)
            group = group._replace(last=j + 2, main=j + 1, lemma=lemma, form="base", chain=chain)
        elif group.lemma in ("begin", "start", "continue", "keep", "stop") and (
            entry := known(word_at(words, j), "ing")
        ):
            chain = (*group.chain, group.lemma)
            return group._replace(last=j + 1, main=j, lemma=entry[0], form="ing", chain=chain)
        else:
            return group
    return group
