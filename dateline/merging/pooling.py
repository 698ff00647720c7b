"""What one article tells of one event, taken together: one clause gives the day and the town, the next the dead."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from dateline.merging.traits import Traits
from dateline.model import Report, When
from dateline.stages.known import Known

T = TypeVar("T")
SHARE = 2  # the part of all namings that makes a state the setting
OF_NO_KIND = frozenset(["other"])


def together(told: Sequence[Traits]) -> Traits:
    """What the reports say together, of the kind and day of the one that gives its day best."""
    if len(told) == 1:
        return told[0]
    best = told[spokesman(told)]
    rest = [best, *(one for one in told if one is not best)]
    report = replace(
        best.report,
        places=_union(one.report.places for one in rest),
        round=next((one.report.round for one in rest if one.report.round), None),
        figures=_union(one.report.figures for one in rest),
    )
    return replace(
        best,
        report=report,
        sides=_union(one.sides for one in rest),
        tellers=_all(one.tellers for one in rest),
        persons=_all(one.persons for one in rest),
        cities=_all(one.cities for one in rest),
        provinces=_all(one.provinces for one in rest),
        lie_in=_all(one.lie_in for one in rest),
        states=_all(one.states for one in rest),
        text=" ".join(one.text for one in rest),
        kinds=_all(one.kinds for one in rest) - OF_NO_KIND or best.kinds,
    )


def spokesman(told: Sequence[Traits]) -> int:
    """The index of the report with words for its date, and of the fewest days."""
    return min(range(len(told)), key=lambda n: (told[n].report.timex is None, days(told[n].report.when)))


def days(when: When) -> int:
    """The days of an interval; more than any for an open one."""
    return (when.last - when.first).days if when.first and when.last else date.max.toordinal()


def settings(reports: Iterable[Report], known: Known) -> frozenset[str]:
    """The states in and of which an article tells most: where it is at war, and where it talks."""
    named: Counter[str] = Counter()
    for report in reports:
        named.update(known.places[place].state for place in report.places if place in known.places)
        named.update(
            side for actor in report.actors for side in known.sides.get(actor, (actor,)) if side in known.states
        )
    del named[""]  # the sea, or a place of no gazetteer
    return frozenset(state for state, times in named.items() if SHARE * times >= named.total())


def _union(lists: Iterable[Sequence[T]]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(entry for part in lists for entry in part))


def _all(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*sets)
