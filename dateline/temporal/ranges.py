"""Two expressions that say in one breath from when to when: "from May 3 to 7", "between 2011 and 2014".

TimeML marks and values each by itself, and so does `resolve`. What happened is dated by both together.
"""

import re
from collections.abc import Sequence
from datetime import timedelta
from functools import cache

from dateline.edtf import when_lasting, when_within
from dateline.lexicon.load import document
from dateline.model import Span, Timex, When

RULE = "range"
_TO = re.compile(r"\s+(?:to|until|till|through)\s+(?:(?:on|in|the)\s+)?| ?[-–—] ?")
_AND = re.compile(r",?\s+and\s+(?:(?:on|in)\s+)?")
_COMMA = re.compile(r",\s+(?:on\s+)?")
MOST = 6  # days in a row that a text lists before the last
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_BEFORE = frozenset(["", "from", "on", "in", "of", "for", "during"])
_DONE = re.compile(r"\s+[a-z]+ed\b")  # "on Friday and on Saturday ordered": what was done on the second day
_FAR = 6  # words from "moved" to "from Monday to Friday", which is no range


def ranged(timexes: Sequence[Timex], text: str) -> tuple[Timex, ...]:
    """The expressions of `text` in order, those that are the two ends of a range as one, which lasts over it.

    Of "between … and" it is known only that it was within. One end without a day leaves both as they are. The days
    from which and to which something was moved are left out: it happened on neither.
    """
    found: list[Timex] = []
    for timex in timexes:
        row = _days_in_a_row([*found[-MOST:], timex], text)
        begin = row[0] if row else found[-1] if found else timex
        together = _TO.fullmatch(text, begin.span.end, timex.span.start)
        if together and begin.signal == "from" and _moved(text, begin):
            found.pop()
        elif when := _when(begin, timex, text, listed=bool(row)):
            del found[-max(1, len(row) - 1) :]
            span = Span(begin.span.start, timex.span.end)
            value = f"{begin.value}/{timex.value}"
            found.append(Timex(span, text[span.start : span.end], "DATE", value, when, begin.signal))
        else:
            found.append(timex)
    return tuple(found)


def _days_in_a_row(timexes: Sequence[Timex], text: str) -> Sequence[Timex]:
    """The last of these as far as they are a list of days, each the day after the one before: "July 1, 2 and 3"."""
    joint, first = _AND, len(timexes) - 1
    while first > 0:
        one, following = timexes[first - 1], timexes[first]
        if not (joint.fullmatch(text, one.span.end, following.span.start) and _next_day(one.when, following.when)):
            break
        joint, first = _COMMA, first - 1
    return timexes[first:] if first < len(timexes) - 1 else ()


def _next_day(one: When, following: When) -> bool:
    return (
        one.precision == following.precision == "day"
        and one.first is not None
        and one.first + timedelta(days=1) == following.first
    )


def of_days(timex: Timex) -> bool:
    """Whether it is a range from one day to another."""
    return timex.when.rule == RULE and all(_DAY.match(end) for end in timex.value.split("/"))


def _when(begin: Timex, end: Timex, text: str, *, listed: bool) -> When | None:
    """The days of both, if they are the ends of a range or of a list of days in a row."""
    if not {begin.type, end.type} <= {"DATE", "TIME"} or begin.when.rule == RULE:
        return None
    (first, first_end), (last_begin, last) = (begin.when.first, begin.when.last), (end.when.first, end.when.last)
    if first is None or first_end is None or last_begin is None or last is None:
        return None
    if not (first < last_begin and first_end < last):
        return None
    told = f"‘{begin.signal} {text[begin.span.start : end.span.end]}’".replace("‘ ", "‘")
    why = f"{told}: {begin.when.edtf} to {end.when.edtf}. {begin.when.explanation}"
    anchor = begin.when.anchor
    if begin.signal == "between" and _AND.fullmatch(text, begin.span.end, end.span.start):
        return when_within(first, last, rule=RULE, anchor=anchor, explanation=why)
    joined = _TO.fullmatch(text, begin.span.end, end.span.start) or (listed and not _DONE.match(text, end.span.end))
    lasts = begin.signal in _BEFORE and bool(joined)
    return when_lasting(first, last, rule=RULE, anchor=anchor, explanation=why) if lasts else None


def _moved(text: str, begin: Timex) -> bool:
    """ "put the vote off from Monday to Friday": away from the one, and to the other."""
    before = text[max(0, begin.span.start - 80) : begin.span.start].lower().split()[-_FAR:]
    return not _moving().isdisjoint(before)


@cache
def _moving() -> frozenset[str]:
    return frozenset(document("time_cues").data["future"]["moved"])
