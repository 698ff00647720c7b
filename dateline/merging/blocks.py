"""Where reports of one event may lie: those that share a block are compared, and no others."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations

from dateline.merging.across import NEAR_DAYS, stated
from dateline.merging.in_common import ENDS
from dateline.merging.sayings import side_by_side, speakers
from dateline.merging.traits import OFFENSIVE, Traits, offensive
from dateline.model import When

MOST = 6  # sides and places by which a report is found
PAIRS = 20  # two words side by side by which a statement is found
OF_A_STATE = frozenset(["agreement", "election", "decision"])  # of which a state has few in a month, as of talks
Block = tuple[object, ...]


def blocks(told: Traits) -> Iterator[Block]:
    """Where a report of the same event lies: with its kind and stated days; with its month and town or two names.

    A plan without a day of its own lies with those that were announced on the same day; what tells of so many dead in
    a town with all that do, whenever that was.
    """
    when = told.report.when
    mine = sorted(told.kinds)
    kinds = [*mine, OFFENSIVE] if offensive(told) else mine
    if told.kind == "statement":
        yield from (("said", who, *two) for who in sorted(speakers(told))[:MOST] for two in _words(told))
    if told.announced:
        yield from (("announced", kind, when.first) for kind in kinds)
    if when.last is None:
        return
    if told.report.round:
        yield "round", told.report.round, when.first, when.last
    if stated(told.report):
        yield from (("date", kind, when.first, when.last) for kind in kinds)
    if when.precision == "year" or (told.kind == "statement" and told.report.timex is None):
        return
    names, months = list(_names(told)), _months(when)
    ends = told.kind == "meeting" and not ENDS.isdisjoint(told.things.once)
    for kind in mine:
        if kind in OF_A_STATE or ends:
            yield from (("month", kind, state, month) for state in sorted(told.states)[:MOST] for month in months)
        yield from (("month", kind, name, month) for name in names for month in months)
        for toll in {figure.low: None for figure in told.report.figures if figure.what == "killed" and figure.low}:
            yield from (("toll", kind, town, toll) for town in sorted(told.cities)[:MOST])


def _words(told: Traits) -> Sequence[tuple[str, str]]:
    """Some two words that its quote has side by side."""
    return sorted(side_by_side(told.report.quote))[:PAIRS]


def _names(told: Traits) -> Iterator[str | tuple[str, ...]]:
    """Two sides or places, or a town or a person alone."""
    alone = {*told.cities, *told.persons}
    both = sorted({*told.sides, *told.states, *told.provinces, *told.cities})
    if len(both) > 1:
        yield from combinations(both[:MOST], 2)
    if alone:
        yield from sorted(alone)[:MOST]


def _months(when: When) -> Sequence[tuple[int, int]]:
    """The first and the last month in which it may have been; of a mere bound, that of some days before it too."""
    if when.last is None:
        return ()
    last = (when.last.year, when.last.month)
    if when.first == when.last:
        return (last,)
    first = when.first or when.last - min(timedelta(NEAR_DAYS), when.last - date.min)
    start = (first.year, first.month)
    return (last,) if start == last else (start, last)
