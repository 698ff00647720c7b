"""How alike two quotes are worded: their words in order, and those of them that carry content."""

import re
from functools import lru_cache

_COMMON = frozenset(
    "the a an of to in on at for and or that with by from as is are was were be been has have had will would it its "
    "their his her this these those not but he she they after before said says".split()
)


@lru_cache(maxsize=65_536)
def normal(text: str) -> str:
    """The words of `text` in lower case, one blank between them."""
    return " ".join(re.findall(r"\w+", text.casefold()))


@lru_cache(maxsize=65_536)
def content_words(text: str) -> frozenset[str]:
    """The words of `text` in lower case without those that every sentence has."""
    return frozenset(normal(text).split()) - _COMMON
