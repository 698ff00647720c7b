"""Finds the time expressions of a text, in one pass and without a clock."""

from collections.abc import Sequence

from dateline.model import Sentence, Span, TimexType
from dateline.temporal.days.calendar import WITHIN_DAY
from dateline.temporal.grammar.compiled import Found, grammar, match_at
from dateline.temporal.grammar.expression import Duration, Expression, Mention, Relative, Repeated, TimeOfDay
from dateline.temporal.grammar.parts import Parts
from dateline.temporal.grammar.tokens import Tokens, tokenize


def find(text: str, sentences: Sequence[Sentence]) -> tuple[Mention, ...]:
    """All time expressions within the sentences, in order, without overlap; spans count in `text`.

    No expression crosses the end of a sentence. Linear in the length of the text.
    """
    rules = grammar()
    tokens = tokenize(text, sentences, rules.vocabulary)
    mentions: list[Mention] = []
    at = 0
    for i in [i for i, char in enumerate(tokens.classes) if char in rules.first]:
        found = match_at(tokens.classes, i) if i >= at else None
        if found:
            at = found.match.end()
            mention = _read(tokens, found)
            if mention:
                mentions.append(mention)
    return tuple(mentions)


def _read(tokens: Tokens, found: Found) -> Mention | None:
    """The mention that a rule makes of the tokens that it matched; None where it means nothing after all."""
    rule, compiled, match = found
    expression = rule.meaning(Parts(match, tokens, compiled.roles)) if rule.meaning else None
    return _mention(tokens, rule.name, *match.span(), expression) if expression else None


def _mention(tokens: Tokens, rule: str, first: int, after: int, expression: Expression) -> Mention:
    span = Span(tokens.starts[first], tokens.ends[after - 1])
    text = tokens.text[span.start : span.end]
    return Mention(span, text, type_of(expression), rule, _signal(tokens, first, after, expression), expression)


def _signal(tokens: Tokens, first: int, after: int, expression: Expression) -> str:
    """The preposition before the expression, or the "after" or "before" that a length of time is followed by."""
    charsets = tokens.vocabulary.charsets
    before = first - 1
    if tokens.classes[before] in charsets["least"] and tokens.classes[before - 1] in charsets["at"]:
        before -= 2  # "until at least Friday"
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
