"""Where in its sentence a date stands: at its beginning, in brackets, in a quotation, as all of a heading."""

import re
from bisect import bisect_right
from functools import lru_cache

from dateline.model import Sentence
from dateline.temporal.grammar.expression import Mention

OPENING = 20  # characters: "By the end of 1941, "
BYWORDS = frozenset({"named day", "September 11 attacks"})  # rules
ANNIVERSARY = ("anniversary of ", "anniversary of the ")
AHEAD, AHEAD_OF = re.compile(r"[:;] (?:in|on|by) ", re.IGNORECASE), 5  # characters
WHEN = re.compile(r",?\swhen\s")
ENTRY = re.compile(r"\s*(?:--|[-–—:])\s")


def offset(told: Mention, sentence: Sentence) -> int:
    """How many characters of its sentence stand before a date."""
    return told.span.start - sentence.span.start


def opens(told: Mention, sentence: Sentence) -> bool:
    """Whether a date stands at the beginning of its sentence."""
    return offset(told, sentence) < OPENING


def leads(told: Mention, sentence: Sentence) -> bool:
    """Whether a date stands at the beginning of its sentence, or of what stands behind a colon or a semicolon."""
    at = offset(told, sentence)
    return opens(told, sentence) or AHEAD.fullmatch(sentence.text, max(at - AHEAD_OF, 0), at) is not None


def is_quoted(told: Mention, sentence: Sentence) -> bool:
    """Whether the expression stands between quotation marks."""
    at = bisect_right(sentence.quoted, (told.span.start, sentence.span.end)) - 1
    return at >= 0 and told.span.start < sentence.quoted[at].end


def is_heading(told: Mention, heading: Sentence) -> bool:
    """Whether a date is all of a heading, or stands at its beginning with a colon."""
    before, after = offset(told, heading), heading.text[told.span.end - heading.span.start :]
    return before <= 1 and (len(after) <= 1 - before or after.startswith(":"))


def is_entry(told: Mention, sentence: Sentence) -> bool:
    """Whether a date stands at the beginning with a dash or a colon behind it: "2000 -- The army attacks"."""
    after = sentence.text[told.span.end - sentence.span.start :]
    return offset(told, sentence) <= 1 and ENTRY.match(after) is not None


def goes_on(told: Mention, sentence: Sentence) -> bool:
    """Whether a clause goes on in the time told: "in 1962, when troops landed on May 5"."""
    return WHEN.match(sentence.text, told.span.end - sentence.span.start) is not None


def is_recalled(told: Mention, sentence: Sentence) -> bool:
    """Whether a date is only what others are remembered by: 9/11, "the anniversary of May 5"."""
    return told.rule in BYWORDS or sentence.text.endswith(ANNIVERSARY, 0, offset(told, sentence))


def in_passing(told: Mention, sentence: Sentence) -> bool:
    """Whether a date stands in brackets or behind "until"."""
    at = offset(told, sentence)
    return sentence.text.endswith("(", 0, at) or _until(sentence.text) <= at


@lru_cache(maxsize=1)
def _until(text: str) -> int:
    """Where the first "until" of a sentence ends, with the blank behind it; past its end where there is none."""
    _, until, _ = text.partition(" until ")
    return text.index(until) + len(until) if until else len(text) + 1
