"""Statements that two articles quote: the same speaker, within days, with the same words."""

import re
from itertools import pairwise

from dateline.merging.odds import at_odds
from dateline.merging.sameness import agree
from dateline.merging.traits import Traits
from dateline.text.wording import content_words

WITHIN = 2  # days between the articles, of which the later quotes yesterday's words
WORD = re.compile(r"[^\W\d_]+|[.,;:]")


def said_alike(a: Traits, b: Traits) -> str:
    """Why two statements are one, in words; "" where nothing says so.

    Two words side by side, none of them a name, are hardly used twice by a speaker of two things: "a serious setback".
    """
    if not a.kind == b.kind == "statement" or a.published is None or b.published is None:
        return ""
    days = a.report.timex is not None and b.report.timex is not None and a.report.when.edtf != b.report.when.edtf
    if not speakers(a) & speakers(b) or days or abs((a.published - b.published).days) > WITHIN:
        return ""
    if not side_by_side(a.report.quote) & side_by_side(b.report.quote):
        return ""
    return "" if at_odds(a, b) or not agree(a, b) else "the same speaker, and the same words"


def speakers(told: Traits) -> frozenset[str]:
    """The persons who speak, else the first side."""
    return told.persons or frozenset(told.sides[:1])


def side_by_side(quote: str) -> frozenset[tuple[str, str]]:
    """Every two words of content in small letters that follow each other."""
    content = content_words(quote)
    return frozenset((one, two) for one, two in pairwise(WORD.findall(quote)) if one in content and two in content)
