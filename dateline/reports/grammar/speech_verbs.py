"""Verbs of speech: what is said, hoped or feared follows them, or they are acts of speech by themselves."""

from functools import cache

from dateline.lexicon.load import document
from dateline.reports.grammar.verb_group import VerbGroup


@cache
def speech() -> frozenset[str]:
    return frozenset(document("speech").data["verbs"]["complement"])


def says(verb: VerbGroup) -> bool:
    """Whether a verb may be followed by what is said, hoped or feared."""
    return verb.lemma in speech()


@cache
def _acts() -> frozenset[str]:
    return frozenset(document("speech").data["verbs"]["acts"])


def speaks(verb: VerbGroup) -> bool:
    """Whether the verb is an act of speech: "call", "accuse", "urge", and what `says` knows."""
    return verb.lemma in _acts() or says(verb)
