"""The grammar: all rules compiled to expressions over classes, and which of them are worth trying where."""

import re
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from dateline.temporal.grammar.language import Compiled, compile_pattern, words_of
from dateline.temporal.grammar.rules import PARTS, RULES, Rule
from dateline.temporal.grammar.words import Vocabulary, vocabulary


@dataclass(frozen=True)
class Grammar:
    """The vocabulary, the rules in the order in which they are tried, and the classes with which one can begin."""

    vocabulary: Vocabulary
    rules: tuple[tuple[Rule, Compiled], ...]
    first: frozenset[str]


class Found(NamedTuple):
    """A rule and its match, with a group for each of the rule's roles."""

    rule: Rule
    compiled: Compiled
    match: re.Match[str]


@cache
def grammar() -> Grammar:
    """The grammar, compiled once a process. Raises ValueError if a pattern is wrong or names an unknown class."""
    texts = (*PARTS.values(), *(rule.pattern for rule in RULES))
    words = vocabulary(set().union(*(words_of(text) for text in texts)))
    rules = tuple((rule, compile_pattern(rule.pattern, PARTS, words.charset)) for rule in RULES)
    return Grammar(words, rules, frozenset().union(*(compiled.alone.union(compiled.follow) for _, compiled in rules)))


def match_at(classes: str, at: int) -> Found | None:
    """The first rule that matches the classes from `at` on; None where no rule does."""
    for rule, compiled in _beginning_with(classes[at], classes[at + 1 : at + 2]):
        match = _expression(compiled.regex).match(classes, at)
        if match:
            return Found(rule, compiled, match)
    return None


@cache
def _beginning_with(char: str, after: str) -> tuple[tuple[Rule, Compiled], ...]:
    """The rules of which a match can begin with these two classes, in their order; for most pairs none.

    Most of the tokens of a text ("the" before a word that no rule knows) are passed over by that.
    """
    return tuple(
        (rule, compiled)
        for rule, compiled in grammar().rules
        if char in compiled.alone or after in compiled.follow.get(char, ())
    )


@cache
def _expression(regex: str) -> re.Pattern[str]:
    """A rule is compiled when it is first worth trying: a short text needs few of them."""
    return re.compile(regex)
