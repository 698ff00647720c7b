"""Finds the time expressions of a text, in one pass and without a clock."""

from collections.abc import Sequence

from dateline.model import Sentence, Span, TimexType
from dateline.temporal.expression import Duration, Expression, Mention, Relative, Repeated, TimeOfDay
from dateline.temporal.grammar import Grammar, grammar
from dateline.temporal.parts import Parts
from dateline.temporal.tokens import Tokens, tokenize
from dateline.temporal.calendar import WITHIN_DAY


def find(text: str, sentences: Sequence[Sentence]) -> tuple[Mention, ...]:
    """All time expressions within the sentences, in order, without overlap; spans count in `text`.

    No expression crosses the end of a sentence. Linear in the length of the text.
    """
    rules = grammar()
    tokens = tokenize(text, sentences, rules.vocabulary)
    classes, openers = tokens.classes, rules.openers
    mentions: list[Mention] = []
    at = 0
    for i, char in enumerate(classes):
        if i < at or char not in openers:
            continue
        match = openers[char].match(classes, i)
        if match is None or match.end() == i:
            continue
        rule, compiled, pattern = rules.rules[match.lastgroup or ""]
        at = match.end()
        again = pattern.match(classes, i)
        if rule.meaning is None or again is None:
            continue
        expression = rule.meaning(Parts(again, tokens, compiled.roles))
        if expression is not None:
            mentions.append(_mention(tokens, rule.name, i, at, expression))
    return tuple(mentions)


def _mention(tokens: Tokens, rule: str, first: int, after: int, expression: Expression) -> Mention:
    span = Span(tokens.starts[first], tokens.ends[after - 1])
    text = tokens.text[span.start : span.end]
    return Mention(span, text, type_of(expression), rule, _signal(tokens, first, after, expression), expression)


def _signal(tokens: Tokens, first: int, after: int, expression: Expression) -> str:
    """The preposition before the expression, or the "after" or "before" that a length of time is followed by."""
    prepositions = tokens.vocabulary.charsets["PREPOSITION"]
    beside = tokens.vocabulary.charsets["after"] | tokens.vocabulary.charsets["before"]
    if isinstance(expression, Duration) and tokens.classes[after : after + 1] in beside and after < len(tokens.classes):
        return tokens.word(after).lower()
    return tokens.word(first - 1).lower() if tokens.classes[first - 1] in prepositions else ""


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
