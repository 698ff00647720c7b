"""The grammar: all rules compiled to one expression over classes, and where it is worth trying."""

import re
from dataclasses import dataclass
from functools import cache

from dateline.temporal.language import Compiled, compile_pattern, words_of
from dateline.temporal.rules import PARTS, RULES, Rule
from dateline.temporal.words import Vocabulary, vocabulary

ROLE = re.compile(r"\(\?P<[a-z_0-9]+>")


@dataclass(frozen=True)
class Grammar:
    """The last group of a match of `whole` names the rule.

    It is worth trying only at a class of `alone`, or at two classes of which `follow` allows the second after the
    first: most of the tokens of a text ("the" before a word that no rule knows) are passed over by that.
    """

    vocabulary: Vocabulary
    rules: dict[str, tuple[Rule, Compiled]]
    whole: re.Pattern[str]
    alone: frozenset[str]
    follow: dict[str, frozenset[str]]


@cache
def grammar() -> Grammar:
    """The grammar, compiled once a process. Raises ValueError if a pattern is wrong or names an unknown class."""
    texts = (*PARTS.values(), *(rule.pattern for rule in RULES))
    words = vocabulary(set().union(*(words_of(text) for text in texts)))
    rules = {f"r{n}": (rule, compile_pattern(rule.pattern, PARTS, words.charset)) for n, rule in enumerate(RULES)}
    alternatives = (f"(?P<{key}>{ROLE.sub('(?:', compiled.regex)})" for key, (_, compiled) in rules.items())
    alone = frozenset().union(*(compiled.alone for _, compiled in rules.values()))
    follow: dict[str, frozenset[str]] = {}
    for _, compiled in rules.values():
        for char, after in compiled.follow.items():
            follow[char] = follow.get(char, frozenset()) | after
    return Grammar(words, rules, re.compile("|".join(alternatives)), alone, follow)


@cache
def pattern(key: str) -> re.Pattern[str]:
    """The expression of one rule alone, with a group for each of its roles."""
    return re.compile(grammar().rules[key][1].regex)
