"""Expressions that are the ends of a range, or a list of days in a row: what happened then is dated by all of them."""

import pytest
from stories import events_of


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The envoys met in Geneva from May 3 to 7.", "2019-05-03/2019-05-07"),
        ("The envoys met in Geneva on Nov. 12, 13 and 14.", "2018-11-12/2018-11-14"),
        ("The envoys met in Geneva on 12, 13, and 14 November.", "2018-11-12/2018-11-14"),
        ("The envoys met in Geneva on July 1, 2, 3 and 4, 2018.", "2018-07-01/2018-07-04"),
        ("Rebels shelled the port on Monday, Tuesday and Wednesday.", "2019-06-24/2019-06-26"),
        ("Rebels shelled the port on Monday and Tuesday.", "2019-06-24/2019-06-25"),
    ],
)
def test_it_happened_on_all_of_these_days(text: str, days: str) -> None:
    assert [one.when.edtf for one in events_of(text)] == [days]


@pytest.mark.parametrize(
    "text",
    [
        "Rebels shelled the port on May 3, 5 and 9.",  # not in a row
        "Rebels shelled the port on Monday and Wednesday.",
        "Rebels shelled the port on Monday, and the army said so on Tuesday.",
        "Rebels shelled the port on Monday, 13 people said.",
    ],
)
def test_what_is_named_beside_a_day_makes_no_range(text: str) -> None:
    assert all(one.when.precision == "day" for one in events_of(text))
