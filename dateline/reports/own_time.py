"""Which time expression dates a clause: the nearest of its own that no noun of it has taken."""

import re
from collections.abc import Sequence

from dateline.model import Timex
from dateline.reports.clause import Clause, Parsed
from dateline.reports.event_nouns import Trigger


def own(parsed: Parsed, clause: Clause, found: Trigger, timexes: Sequence[Timex], taken: set[int]) -> Timex | None:
    """The expression that dates the clause: the nearest one to its event that no noun of it has taken."""
    if not timexes:
        return None
    start, end = parsed.words[clause.first].start, parsed.words[clause.last - 1].end
    inside = [t for t in timexes if start <= t.span.start < end and t.span.start not in taken and _dates(t)]
    inside = [t for t in inside if not _part_of_word(parsed, t)]
    if not inside:
        return None
    at = parsed.words[found.first].start
    inside = [t for t in inside if not any(_within(other, t) for other in inside)]
    return min(inside, key=lambda t: (not _definite(t), _adnominal(t), abs(t.span.start - at)))


def _part_of_word(parsed: Parsed, timex: Timex) -> bool:
    """ "the month-long truce": how long it was, which is not when."""
    after = timex.span.end - parsed.sentence.span.start
    return parsed.sentence.text[after : after + 1] == "-" and parsed.sentence.text[after + 1 : after + 2].isalpha()


def _within(one: Timex, other: Timex) -> bool:
    """Whether one says more exactly when than the other: "this month … on September 7"."""
    (first, last), (begin, end) = (one.when.first, one.when.last), (other.when.first, other.when.last)
    if first is None or last is None or begin is None or end is None or other.signal in ("since", "until", "by"):
        return False
    return begin <= first <= last <= end and last - first < end - begin


def _dates(timex: Timex) -> bool:
    known = timex.when.first is not None or timex.when.last is not None
    return known and timex.type != "SET" and not timex.value.endswith("_REF")


def _adnominal(timex: Timex) -> bool:
    """A bare year or weekday without a preposition describes a noun: "a 2002 pact", "the Sunday Leader"."""
    return not timex.signal and bool(re.fullmatch(r"\d{4}|[A-Z][a-z]+day", timex.text))


def _definite(timex: Timex) -> bool:
    return timex.type in ("DATE", "TIME")
