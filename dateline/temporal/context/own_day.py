"""Which day a clock time is of, where the words around it say so."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from dateline.model import Sentence, Timex
from dateline.temporal.context.dated import Dated
from dateline.temporal.context.discourse import NIGHTS
from dateline.temporal.grammar.expression import Calendar, Mention, Repeated, TimeOfDay

BESIDE = re.compile(r"[\s(),]*(?:on\s)?")
CLAUSE = (
    "and|but|or|nor|that|which|who|whom|whose|when|where|while|as|after|before|since|until|till|following|to|from|by"
)
PLACE = re.compile(  # where it was: "at 9 a.m. in the market on Friday"
    rf"\)?\s(?:in|at|near|outside|inside|off|over|under|beside|behind|aboard|above|along|around|across|from)"
    rf"(?:\s(?!(?:{CLAUSE}|said|told)\b)[\w’'.-]+){{1,6}}\s(?:on\s)?"
)
AT = re.compile(
    r",?\s(?:at|around|about|shortly before|shortly after|just before|just after|before|after|from|until)\s"
)
JOINT = re.compile(r"[\s,–-]*(?:(?:at|between|from|to|and|until|till)\s)?")
MORNING, NOON, EVENING = "09:00", "12:00", "18:00"
HALF_A_DAY = 12  # hours: two clocks that are farther apart stand on two days


def own_day(mentions: Sequence[Mention], i: int, text: str, sentence: Sentence) -> Mention:
    """Mention `i`, with the day that follows it in "at 7 a.m. (0500 GMT) on Friday", "at 7 a.m. in Doha on Friday".

    A clock time of each day, "from 7 a.m. every day", is of none.
    """
    mention = mentions[i]
    if not isinstance(mention.expression, TimeOfDay) or mention.expression.day:
        return mention
    clock, end = mention.expression.clock, mention.span.end
    if clock[0].isdigit() and _is_daily(mentions, i, text):
        return replace(mention, expression=Repeated(f"T{clock}"))
    for other in mentions[i + 1 : i + 3]:
        expression, gap = other.expression, text[end : other.span.start]
        if other.span.start > sentence.span.end or not (BESIDE.fullmatch(gap) or PLACE.fullmatch(gap)):
            break
        day = (
            expression.day if isinstance(expression, TimeOfDay) and _on_one_day(clock, expression.clock) else expression
        )
        if isinstance(day, Calendar) and (day.weekday is not None or day.day):
            return replace(mention, expression=replace(mention.expression, day=day))
        end = other.span.end
    return mention


def day_before(told: Timex | None, mention: Mention, text: str) -> Dated | None:
    """The day that stands right before a clock time: "since Friday, March 1, at about 11 p.m." """
    clock = isinstance(mention.expression, TimeOfDay) and mention.expression.day is None
    if not clock or told is None or told.type != "DATE" or told.when.precision != "day":
        return None
    beside = AT.fullmatch(text, told.span.end, mention.span.start)
    return Dated(told.value, told.when.first, told.when.last) if beside else None


def _on_one_day(clock: str, other: str) -> bool:
    """Whether two clock times in two zones are of one day: 23:00 in one and 04:00 in the other are not."""
    hours = [int(one[:2]) for one in (clock, other) if one[0].isdigit()]
    return len(hours) == 2 and abs(hours[0] - hours[1]) <= HALF_A_DAY


def is_morning_after(clock: str, joined: Dated | None, told: Dated | None, published: date | None) -> bool:
    """Whether a clock time is of the day after the one told: "from 9 p.m. to 6 a.m.", "on Monday night … at 3 a.m."

    `joined` is the time told in one breath with it, `told` the day or night that its paragraph told last.
    """
    since = joined.value.partition("T")[2] if joined else ""
    if clock[0].isdigit() and since[:1].isdigit():
        return since >= EVENING and clock < NOON
    if told is None or told.first is None or not told.value.endswith(NIGHTS):
        return False
    early = clock == "MO" or (clock[0].isdigit() and clock < MORNING)
    return early and (published is None or told.first < published)


def _is_daily(mentions: Sequence[Mention], i: int, text: str) -> bool:
    """Whether only joints and another clock time part it from a day that recurs: "from 7 a.m. to 5.30 p.m. daily"."""
    for j in range(max(0, i - 2), min(i + 3, len(mentions))):
        if mentions[j].expression == Repeated("P1D"):
            between = mentions[min(i, j) : max(i, j) + 1]
            gaps = [text[one.span.end : other.span.start] for one, other in pairwise(between)]
            if all(JOINT.fullmatch(gap) for gap in gaps):
                return True
    return False


def opens_with_a_clock(mention: Mention, sentence: Sentence) -> bool:
    """Whether a clock time without a day stands at the beginning of a sentence, as in an entry of a live report."""
    expression = mention.expression
    clock = isinstance(expression, TimeOfDay) and expression.day is None and expression.clock[0].isdigit()
    return clock and mention.span.start - sentence.span.start <= 1
