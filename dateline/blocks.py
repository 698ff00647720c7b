"""Where reports of one event may lie: those that share a block are compared, and no others."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import combinations

from dateline.across import NEAR_DAYS, stated
from dateline.traits import OFFENSIVE, Traits, offensive

MOST = 6  # sides and places by which a report is found
Block = tuple[object, ...]


def blocks(told: Traits) -> Iterator[Block]:
    """Where a report of the same event lies: with its kind and stated days; with its month and two sides or places.

    A plan without a day of its own lies with those that were announced on the same day.
    """
    when = told.report.when
    kinds = (told.kind, OFFENSIVE) if offensive(told) else (told.kind,)
    if told.announced:
        yield from (("announced", kind, when.first) for kind in kinds)
    if when.last is None:
        return
    if stated(told.report):
        yield from (("date", kind, when.first, when.last) for kind in kinds)
    names = sorted({*told.sides, *told.states, *told.cities, *told.provinces})[:MOST]
    if when.precision != "year" and (told.kind != "statement" or told.report.timex is not None):
        first = when.first or when.last - min(timedelta(NEAR_DAYS), when.last - date.min)
        months = dict.fromkeys((day.year, day.month) for day in (first, when.last))
        for pair in combinations(names, 2):
            for month in months:
                yield "month", told.kind, *pair, month
        for one in sorted({*told.cities, *told.persons})[:MOST]:
            for month in months:
                yield "month", told.kind, one, month
