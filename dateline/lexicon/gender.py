"""Whom "he" and "she" cannot mean: somebody whose given name is that of the other sex."""

import unicodedata
from functools import cache, lru_cache

from dateline.lexicon.load import document

OWN = {"he": "men", "him": "men", "she": "women"}  # pronoun -> the given names of those whom it means
OTHER = {"he": "women", "him": "women", "she": "men"}  # pronoun -> the given names of those whom it does not mean


def fits(pronoun: str, name: str) -> bool:
    """Whether `pronoun`, in lower case, may mean the person called `name`; a name that tells nothing fits both."""
    other = OTHER.get(pronoun)
    return other is None or not _called(other, name)


def sure(pronoun: str, name: str) -> bool:
    """Whether the given name says that `pronoun` may mean the person called `name`."""
    own = OWN.get(pronoun)
    return own is not None and _called(own, name)


@lru_cache(4096)
def _called(names: str, name: str) -> bool:
    first, _, surname = name.partition(" ")
    plain = "".join(one for one in unicodedata.normalize("NFKD", first) if not unicodedata.combining(one))
    return bool(surname) and plain.lower() in _given(names)


@cache
def _given(names: str) -> frozenset[str]:
    return frozenset(document("genders").data[names].lower().split())
