"""What verbs take alike: the entry "take <place>" of the lexicon stands for "take town", "take city" and so on."""

from functools import cache

from dateline.lexicon.load import document


@cache
def spelled_out(entry: str) -> tuple[str, ...]:
    """A verb of the lexicon with each noun of the class that it names; any other verb as it is."""
    lemma, blank, beside = entry.partition(" <")
    if not blank:
        return (entry,)
    nouns: str = document("objects").data[beside.removesuffix(">")]
    return tuple(f"{lemma} {noun}" for noun in nouns.split())
