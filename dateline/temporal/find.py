"""Finds the time expressions of a text, in one pass and without a clock."""

from collections.abc import Sequence
from itertools import pairwise

from dateline.model import Sentence, Span, TimexType
from dateline.temporal.calendar import WITHIN_DAY
from dateline.temporal.expression import Duration, Expression, Mention, Relative, Repeated, TimeOfDay
from dateline.temporal.grammar import Grammar, grammar, pattern
from dateline.temporal.parts import Parts
from dateline.temporal.tokens import Tokens, tokenize
from dateline.temporal.words import BOUNDARY


def find(text: str, sentences: Sequence[Sentence]) -> tuple[Mention, ...]:
    """All time expressions within the sentences, in order, without overlap; spans count in `text`.

    No expression crosses the end of a sentence. Linear in the length of the text.
    """
    rules = grammar()
    tokens = tokenize(text, sentences, rules.vocabulary)
    classes, alone, follow, match_at = tokens.classes, rules.alone, rules.follow, rules.whole.match
    mentions: list[Mention] = []
    at = 0
    for i, (char, after) in enumerate(pairwise(classes + BOUNDARY)):
        if i < at or not (char in alone or (char in follow and after in follow[char])):
            continue
        match = match_at(classes, i)
        if match is None or match.end() == i:
            continue
        at = match.end()
        mention = _read(rules, tokens, match.lastgroup or "", i, at)
        if mention:
            mentions.append(mention)
    return tuple(mentions)


def _read(rules: Grammar, tokens: Tokens, key: str, first: int, after: int) -> Mention | None:
    """The mention that a rule makes of tokens `first` to `after`; None where it means nothing after all."""
    rule, compiled = rules.rules[key]
    match = pattern(key).match(tokens.classes, first)
    expression = rule.meaning(Parts(match, tokens, compiled.roles)) if rule.meaning and match else None
    return _mention(tokens, rule.name, first, after, expression) if expression else None


def _mention(tokens: Tokens, rule: str, first: int, after: int, expression: Expression) -> Mention:
    span = Span(tokens.starts[first], tokens.ends[after - 1])
    text = tokens.text[span.start : span.end]
    return Mention(span, text, type_of(expression), rule, _signal(tokens, first, after, expression), expression)


def _signal(tokens: Tokens, first: int, after: int, expression: Expression) -> str:
    """The preposition before the expression, or the "after" or "before" that a length of time is followed by."""
    charsets = tokens.vocabulary.charsets
    before = first - 1
    if tokens.classes[before] in charsets["DETERMINER"] and before:
        before -= 1  # "since their 2001 defeat"
    beside = charsets["after"] | charsets["before"]
    if isinstance(expression, Duration) and tokens.classes[after : after + 1] in beside and after < len(tokens.classes):
        return tokens.word(after).lower()
    return tokens.word(before).lower() if tokens.classes[before] in charsets["PREPOSITION"] else ""


def type_of(expression: Expression) -> TimexType:
    """The TIMEX3 type of what an expression says."""
    match expression:
        case Duration():
            return "DURATION"
        case Repeated():
            return "SET"
        case TimeOfDay():
            return "TIME"
        case Relative(unit=unit) if unit in WITHIN_DAY:
            return "TIME"
        case _:
            return "DATE"
