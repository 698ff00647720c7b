"""The grammar: the rules compiled, and looked up by the class of token that they can begin with."""

import re
from dataclasses import dataclass, field
from functools import cache

from dateline.temporal.language import Compiled, compile_pattern, words_of
from dateline.temporal.rules import PARTS, RULES, Rule
from dateline.temporal.words import Vocabulary, vocabulary

ROLE = re.compile(r"\(\?P<[a-z_0-9]+>")


@dataclass(frozen=True)
class Grammar:
    """The compiled rules. `keys[char]` are those that can begin with a token of that class, in order."""

    vocabulary: Vocabulary
    rules: dict[str, tuple[Rule, Compiled]]
    keys: dict[str, tuple[str, ...]]
    compiled: dict[str | tuple[str, ...], re.Pattern[str]] = field(default_factory=dict)

    def opener(self, char: str) -> re.Pattern[str]:
        """One expression of all rules that can begin so; `lastgroup` of its match is the key of the rule."""
        keys = self.keys[char]
        if keys not in self.compiled:
            alternatives = (f"(?P<{key}>{ROLE.sub('(?:', self.rules[key][1].regex)})" for key in keys)
            self.compiled[keys] = re.compile("|".join(alternatives))
        return self.compiled[keys]

    def pattern(self, key: str) -> re.Pattern[str]:
        """The expression of one rule, with a group for each of its roles."""
        if key not in self.compiled:
            self.compiled[key] = re.compile(self.rules[key][1].regex)
        return self.compiled[key]


@cache
def grammar() -> Grammar:
    """The grammar, read once a process; its expressions are compiled when they are first needed.

    Raises ValueError if a pattern is not in the language or names an unknown class.
    """
    texts = (*PARTS.values(), *(rule.pattern for rule in RULES))
    words = vocabulary(set().union(*(words_of(text) for text in texts)))
    rules = {f"r{n}": (rule, compile_pattern(rule.pattern, PARTS, words.charset)) for n, rule in enumerate(RULES)}
    begins: dict[str, list[str]] = {}
    for key, (_, compiled) in rules.items():
        for char in compiled.first:
            begins.setdefault(char, []).append(key)
    return Grammar(words, rules, {char: tuple(keys) for char, keys in begins.items()})
