"""What is remembered of merging decides nothing: however an archive changes, its events are those of a first look."""

import sys
from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from paths import ROOT

sys.path.insert(0, str(ROOT / "benchmarks"))

from merging import ACTORS, archive

from dateline.cache.table import Table
from dateline.merging.merge import events, report_id
from dateline.model import Correction, Report
from dateline.stages.known import Known

REPORTS, ARTICLES = archive(400)
STATES = ACTORS[:20]
KNOWN = [
    Known(sides={actor: frozenset([STATES[n % shift]]) for n, actor in enumerate(ACTORS)}, states=frozenset(STATES))
    for shift in (3, 20)
]
SPLIT = Correction(event=report_id(REPORTS[0]), split=True, why="another", at="conflict.toml:1")
DAYS = [one.published for one in ARTICLES.values()]


def digests(reports: Sequence[Report]) -> dict[str, bytes]:
    """As those of what each article was resolved from: its reports and its own day tell all."""
    of: dict[str, str] = {}
    for report in reports:
        of[report.article] = of.get(report.article, repr(ARTICLES[report.article].published)) + repr(report)
    return {id: told.encode() for id, told in of.items()}


@given(
    st.lists(
        st.tuples(st.sets(st.sampled_from(sorted(ARTICLES))), st.sampled_from(KNOWN), st.booleans()),
        min_size=2,
        max_size=4,
    )
)
@settings(max_examples=20, deadline=None, derandomize=True, database=None)
def test_what_is_remembered_decides_nothing(builds: list[tuple[set[str], Known, bool]]) -> None:
    before: dict[bytes, object] = {}
    for without, known, split in builds:
        reports = [replace(one, when=DAYS[0].when) for one in REPORTS if one.article not in without]
        corrections = [SPLIT] if split else []
        table = Table(before)
        again = events(reports, ARTICLES, known, corrections, table, digests(reports))
        assert again == events(reports, ARTICLES, known, corrections)
        before = table.used


def test_the_same_archive_is_not_compared_again() -> None:
    first = Table({})
    events(REPORTS, ARTICLES, KNOWN[0], (), first, digests(REPORTS))
    second = Table(first.used)
    events(REPORTS, ARTICLES, KNOWN[0], (), second, digests(REPORTS))
    assert first.changed() and not second.changed()


def test_what_concerns_other_articles_alone_changes_nothing() -> None:
    one = [report for report in REPORTS if report.article == REPORTS[0].article]
    named = {actor for report in one for actor in report.actors}
    told = Known(sides={actor: frozenset([STATES[0]]) for actor in named})
    others = replace(told, people=frozenset(ACTORS) - named, sides={**told.sides, "somebody": frozenset(["else"])})
    assert told.about(one) == others.about(one)
    assert told.about(one) != replace(told, people=frozenset(named)).about(one)
    assert told.about(one) != replace(told, sides={}).about(one) != replace(told, states=frozenset(STATES)).about(one)
