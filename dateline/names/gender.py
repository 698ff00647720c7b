"""Whom "he" and "she" cannot mean: somebody whose given name, or whose "Mr" or "Mrs", is that of the other sex."""

from functools import lru_cache

from dateline.names import knowledge
from dateline.names.spelling import fold

OTHER = {"he": "women", "him": "women", "she": "men"}  # pronoun -> the given names of those whom it does not mean


def fits(pronoun: str, name: str) -> bool:
    """Whether `pronoun`, in lower case, may mean the person called `name`; a name that tells nothing fits both."""
    other = OTHER.get(pronoun)
    return other is None or not _called(other, name)


@lru_cache(4096)
def _called(names: str, name: str) -> bool:
    first, _, surname = fold(name).partition(" ")
    return bool(surname) and first in knowledge.words("genders", names)
