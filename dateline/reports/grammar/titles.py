"""The present of titles and chronologies: "Rebels attack Mora", where no other verb says what is told."""

from collections.abc import Sequence

from dateline.reports.grammar.closed_classes import COORDINATORS, DETERMINERS, PREPOSITIONS
from dateline.reports.grammar.finite import SINGULAR, present_allowed
from dateline.reports.grammar.morphology import Form
from dateline.reports.grammar.reduced import NUMBERS
from dateline.reports.grammar.tokens import Token
from dateline.reports.grammar.verb_group import VerbGroup, known, word_at

PLURALS = frozenset("men women people police troops militia children".split())


def alone_allowed(words: Sequence[Token], i: int, j: int, form: Form, before: Sequence[VerbGroup]) -> bool:
    """As `present_allowed` has it, for a sentence without a verb that is surely finite.

    There "attack", "land" and "open", which are nouns as often, tell what those do who stand right before them.
    """
    if present_allowed(words, i, j, form, before):
        return True
    if not words[j].is_word or words[j].low in DETERMINERS | PREPOSITIONS or words[i].text[0].isupper():
        return False
    if words[j].low in COORDINATORS:
        return form == "base" and bool(before) and before[-1].finite and _object_follows(words, i)
    if form == "base" and _plural(words[j].low):
        goes_on = word_at(words, i + 1) in COORDINATORS and known(word_at(words, i + 2), "base")
        ends = word_at(words, i + 1) in PREPOSITIONS and words[-1].low == "."
        return ends or goes_on is not None or _object_follows(words, i)
    return form == "s" and not _plural(words[j].low) and _object_follows(words, i)


def _plural(word: str) -> bool:
    return word in PLURALS or (word.endswith("s") and not word.endswith(SINGULAR))


def _object_follows(words: Sequence[Token], i: int) -> bool:
    """ "attack Mora", "kill 600 people", "open a front": what stands behind no noun."""
    following = words[i + 1] if i + 1 < len(words) else None
    if following is None or not following.is_word:
        return False
    low, text = following.low, following.text
    return text[0].isupper() or low in DETERMINERS or low in NUMBERS or text[0].isdigit()
