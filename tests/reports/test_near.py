"""What is looked up by where it stands: the same is found as by going through all of it."""

from collections.abc import Sequence
from string import ascii_lowercase

import pytest
from slow_texts import measured
from stories import events_of

from dateline.model import Name, RoundMention, Span
from dateline.names.linking.people import gather, parts_of
from dateline.relations.vicinity import Vicinity
from dateline.reports.drafts.story import InOrder
from dateline.reports.grammar.named import Named


def mentions(*spans: tuple[int, int]) -> InOrder[RoundMention]:
    return InOrder([RoundMention(Span(*span), "", None, f"r{span[0]}") for span in spans])


@pytest.mark.parametrize(
    ("offset", "found"),
    [(5, None), (9, None), (10, "r0"), (25, "r0"), (29, "r0"), (30, "r20"), (99, "r20")],
)
def test_the_last_that_ended_is_none_that_goes_on(offset: int, found: str | None) -> None:
    last = mentions((0, 10), (20, 30)).last_ended(offset)
    assert (last and last.id) == found


def test_what_goes_on_is_passed_over() -> None:
    last = mentions((0, 10), (12, 40)).last_ended(20)
    assert last is not None and last.id == "r0"


NAMES = [Name(Span(*span), "", "person", None, False, True) for span in ((0, 4), (3, 20), (5, 8), (9, 12), (15, 16))]


@pytest.mark.parametrize("span", [Span(a, b) for a in range(0, 22, 3) for b in range(a + 1, 22, 4)])
def test_names_that_meet_a_span_are_those_of_all_that_do(span: Span) -> None:
    assert [*Named(NAMES).meeting(span)] == [name for name in NAMES if name.span.meets(span)]


def test_names_are_found_by_where_they_begin() -> None:
    named = Named(NAMES)
    assert named.beginning(5) == NAMES[2] and named.beginning(6) is None and named.beginning(99) is None
    assert [*named.over(10)] == [NAMES[1], NAMES[3]]


def test_what_is_told_near_a_place_is_what_all_the_reports_say() -> None:
    events = events_of(
        "Rebels attacked Kunduz on 5 May 2018. Troops attacked Herat on 6 May 2018. An envoy visited Iran on 7 May "
        "2018. Talks were held in Doha on 8 May 2018."
    )
    told = sorted((report.span, event.id) for event in events for report in event.reports)
    article = events[0].reports[0].article
    near = Vicinity(article, events)
    assert len(told) > 3
    for start in range(0, 160, 7):
        for most in (1, 20, 60):
            span = Span(start, start + 5)
            gaps = [max(one.start - span.end, span.start - one.end, 0) for one, _ in told]
            expected = [(*one, gap) for one, gap in zip(told, gaps, strict=True) if gap < most]
            assert sorted((one.span, event.id, gap) for one, event, gap in near.around(span, most)) == expected
    assert [*Vicinity("another", events).around(Span(0, 100), 100)] == []


def owners(*names: str) -> Sequence[str]:
    people = gather(dict.fromkeys(names, 1) | {names[0]: 9}, ())
    return [people.ids[parts_of(name)] for name in names]


CROWD = tuple(f"{a}{b}{c}o Leemore" for a in "BCDFG" for b in "aeiou" for c in "lmnrs")


@pytest.mark.parametrize("crowd", [(), CROWD])
@pytest.mark.parametrize(
    ("other", "same"),
    [("Katharine Leemore", True), ("K. Leemore", True), ("Katherine Ann Leemore", True), ("Ludovico Leemore", False)],
)
def test_a_slip_is_known_among_many_of_one_surname(other: str, same: bool, crowd: tuple[str, ...]) -> None:
    one, two, *others = owners("Katherine Leemore", other, *crowd)
    assert (one == two) is same
    assert len({one, *others}) == len(crowd) + 1


def test_thousands_of_one_surname_are_not_compared_each_with_each() -> None:
    names = {f"X{a}{b}{c} Lee": 1 for a in ascii_lowercase for b in ascii_lowercase for c in ascii_lowercase}
    people, seconds = measured(lambda: gather(names, ()), 60)
    assert len(people.names) == len(names) and seconds < 4
