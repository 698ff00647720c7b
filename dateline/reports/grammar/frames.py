"""How verbs and nouns share the work of naming an event: the lists of `frames.toml`."""

from functools import cache

from dateline.lexicon.load import document


@cache
def listed(table: str, key: str) -> frozenset[str]:
    """The words of one list."""
    return frozenset(document("frames").data[table][key])
