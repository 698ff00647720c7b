"""A clause that states its day is an event, whatever its verb; what only tells how things are is none."""

from datetime import date

import pytest
from stories import events_of

PUBLISHED = "2019-06-30"  # a Sunday


@pytest.mark.parametrize(
    ("text", "edtf", "modality", "headline"),
    [
        (
            "On 7 April, the president transferred his estates to a council.",
            "2019-04-07",
            "happened",
            "The president transferred his estates to a council",
        ),
        (
            "Rescue workers ended their search of the ruined block on Friday.",
            "2019-06-28",
            "happened",
            "Rescue workers ended their search of the ruined block",
        ),
        ("The licence was last stamped in May.", "2019-05", "happened", "The licence was last stamped in May"),
        (
            "A second flight is scheduled for Wednesday.",
            "2019-07-03",
            "scheduled",
            "A second flight is scheduled for Wednesday",
        ),
        (
            "The commission is expected to scrutinise the books next month.",
            "2019-07",
            "expected",
            "The commission is expected to scrutinise the books",
        ),
        (
            "On Wednesday the city will observe its jubilee.",
            "2019-07-03",
            "expected",
            "The city will observe its jubilee",
        ),
        ("The union was founded in 1964.", "1964", "happened", "The union was founded in 1964"),
        ("The brothers bought the mill in 1986.", "1986", "happened", "The brothers bought the mill in 1986"),
    ],
)
def test_a_deed_on_a_day_of_its_own_is_told(text: str, edtf: str, modality: str, headline: str) -> None:
    (event,) = events_of(text)
    assert (event.type, event.modality, event.when.edtf, event.headline) == ("other", modality, edtf, headline)


@pytest.mark.parametrize(
    "text",
    [
        "The film cost 40 dollars in May.",  # how things are
        "She knew in May that it was late.",
        "The group had not answered by Friday.",  # not done
        "They could move the office in May.",  # only possible
        "The market opens every Friday.",  # a habit
        "The brothers bought the mill.",  # no day
        "The shop will close in 2024.",  # a year alone, of what may come
        "The clerk toured the mill for two years.",  # how long
        "If the clerk tours the mill on Monday, they leave.",  # a condition
    ],
)
def test_what_is_no_deed_of_a_day_is_not_told(text: str) -> None:
    assert [event.headline for event in events_of(text) if event.type == "other"] == []


def test_what_is_said_to_be_done_on_a_day_is_claimed() -> None:
    event = next(one for one in events_of("The mayor said the bridge had been repaired in May.") if one.type == "other")
    assert (event.modality, event.when.edtf) == ("claimed", "2019-05")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Rebels seized the port two days before Christmas.", date(2018, 12, 23)),
        ("Rebels seized the port three days after May 1.", date(2019, 5, 4)),
    ],
)
def test_so_many_days_from_a_day_is_a_day(text: str, day: date) -> None:
    (event,) = events_of(text)
    assert (event.when.first, event.when.last, event.when.rule) == (day, day, "distance")


def test_hours_from_a_day_only_bound() -> None:
    (event,) = events_of("Rebels seized the port hours before Christmas.")
    assert event.when.first is None
    assert event.when.last == date(2018, 12, 25)


def test_a_deal_is_dated_behind_the_place_that_a_name_explains() -> None:
    events = {
        event.type: event for event in events_of("Under a deal reached in the capital, Oslo, on 3 May, troops left.")
    }
    assert events["agreement"].when.edtf == "2019-05-03"


def test_what_comes_after_the_deed_is_not_the_deed() -> None:
    events = events_of("The town has been governed by a council since a war.")
    assert [event.type for event in events] == []
    events = events_of("Guards will paint the hall before the first election in the new region in 2022.")
    assert [(event.type, event.when.edtf) for event in events] == [("election", "2022")]


def test_a_warning_is_told_beside_the_day_of_which_it_speaks() -> None:
    events = events_of(
        "The mayor has warned that floods could prevent travel when the city holds elections on 20 December."
    )
    assert sorted(event.type for event in events) == ["election", "statement"]
