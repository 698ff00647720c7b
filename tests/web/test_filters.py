"""The filters of the timeline: what can be chosen, what cards are marked with, rules that hide without a script."""

import dataclasses
import re
from datetime import date

import pytest
from sample_timeline import sample

from dateline.edtf import when_within
from dateline.model import Actor
from dateline.web import choices, lookup
from dateline.web.labels import CERTAINTY, LANE
from dateline.web.views.facets import MOST, facets, marks, span_of


@pytest.fixture(scope="module")
def found() -> lookup.Lookup:
    return lookup.of(sample())


def test_lists_count_the_events_of_each_value(found: lookup.Lookup) -> None:
    lists = {one.name: one for one in facets(found.timeline.events, found).lists}
    assert list(lists) == ["actor", "place", "round", "type", "modality"]
    actors = [(value.key, value.events, value.link.href) for value in lists["actor"].values]
    assert actors[:2] == [("taliban", 12, "actors/taliban.html"), ("us", 9, "actors/us.html")]
    for name in ("type", "modality"):
        assert sum(value.events for value in lists[name].values) == len(found.timeline.events)
    assert {value.link.href for value in lists["type"].values} >= {"kinds/attack.html", "kinds/talks.html"}
    assert all(value.events for one in lists.values() for value in one.values)


def test_only_the_events_of_the_page_are_counted(found: lookup.Lookup) -> None:
    chosen = facets([found.events["e-kunduz"]], found)
    assert [(one.name, len(one.values)) for one in chosen.lists] == [
        ("actor", 1),
        ("place", 1),
        ("type", 1),
        ("modality", 1),
    ]
    assert (chosen.first, chosen.last) == ("2019-08-31", "2019-08-31")


def test_nothing_to_choose_is_no_list(found: lookup.Lookup) -> None:
    empty = facets([], found)
    assert (empty.lists, empty.first, empty.last) == ((), "", "")


def test_long_lists_end_with_the_page_of_all() -> None:
    timeline = sample()
    many = tuple(Actor(f"a{n}", f"Name {n:03}", "person") for n in range(MOST + 1))
    event = dataclasses.replace(timeline.events[0], actors=tuple(actor.id for actor in many))
    shown = facets([event], lookup.of(dataclasses.replace(timeline, actors=many))).lists[0]
    assert len(shown.values) == MOST
    assert shown.rest
    assert (shown.rest.text, shown.rest.href) == ("All actors", "actors/index.html")


def test_a_card_is_marked_with_what_filters_look_for(found: lookup.Lookup) -> None:
    assert dict(marks(found.events["e-round-7"], found)) == {
        "actor": "us taliban",
        "place": "doha",
        "round": "round-7",
        "type": "talks",
        "modality": "scheduled",
        "first": "2019-06-29",
        "last": "2019-06-29",
    }
    unknown = dataclasses.replace(found.events["e-kunduz"], actors=("some body",))
    assert "actor" not in dict(marks(unknown, found))


@pytest.mark.parametrize(
    ("first", "last", "span"),
    [
        ("2019-06-01", "2019-06-30", ("2019-06-01", "2019-06-30")),
        (None, "2019-06-30", ("2019-06-30", "2019-06-30")),
        ("2019-06-30", None, ("2019-06-30", "2019-06-30")),
        (None, None, None),
    ],
)
def test_a_date_open_on_one_side_is_no_endless_span(
    first: str | None, last: str | None, span: tuple[str, str] | None
) -> None:
    bounds = (date.fromisoformat(day) if day else None for day in (first, last))
    when = when_within(*bounds, rule="", anchor="", explanation="")
    got = span_of(dataclasses.replace(sample().events[0], when=when))
    assert (got and (got[0].isoformat(), got[1].isoformat())) == span


def test_a_month_is_marked_with_every_combination_that_an_event_fits() -> None:
    assert set(choices.held("attack", "claimed", essential=True)) == {
        "has-violence", "has-disputed", "has-essential", "has-violence-disputed", "has-violence-essential",
        "has-disputed-essential", "has-violence-disputed-essential",
    }  # fmt: skip
    assert set(choices.held("talks", "happened", essential=False)) == {"has-talks", "has-done", "has-talks-done"}


def test_each_combination_of_buttons_has_its_rules() -> None:
    sheet = choices.sheet()
    lanes, certainties = len(set(LANE.values())), len(set(CERTAINTY.values()))
    assert sheet.count(".month:not(") == (lanes + 1) * (certainties + 1) * 2 - 1
    marks_of_rules = set(re.findall(r"\.month:not\(\.([\w-]+)", sheet))
    held = {m for t in LANE for c in CERTAINTY for m in choices.held(t, c, essential=True)}
    assert marks_of_rules == held
