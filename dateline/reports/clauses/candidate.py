"""A clause with an event word, as those take it who say whether it is worth a line of a timeline."""

from collections.abc import Collection, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from dateline.lexicon.load import document
from dateline.model import Speaker
from dateline.reports.clauses.clause import Clause, Parsed
from dateline.reports.grammar.event_nouns import Trigger


class Candidate(NamedTuple):
    """Clause `n` with its event word `found`. `told` are the clauses of its sentence that are events already."""

    parsed: Parsed
    n: int
    clause: Clause
    found: Trigger
    saying: bool  # it tells that somebody said something
    dated: bool  # it has a date
    triggers: Sequence[Trigger | None]
    told: Collection[int]
    speakers: Mapping[int, Speaker | None]


@cache
def listed(name: str, table: str, key: str) -> frozenset[str]:
    return frozenset(document(name).data[table][key])
