"""Denials, and what becomes of plans."""

from datetime import date

import pytest
from stories import archive_of
from stories import events_of as told


def test_a_denial_is_tied_to_what_it_denies() -> None:
    story = (
        "On Friday, the ministry said a rebel governor was killed in an airstrike in Logar, and a bridge was bombed. "
        "However, the rebels dismissed the report about the death of the Logar governor as propaganda."
    )
    by_id = {event.id: event for event in told(story)}
    (denial,) = [event for event in by_id.values() if any(r.type == "denies" for r in event.relations)]
    (relation,) = denial.relations
    denied = by_id[relation.event]
    assert "governor was killed" in denied.headline
    assert [(r.type, r.event) for r in denied.relations] == [("denied-by", denial.id)]


def test_a_rejected_plan_is_no_denial() -> None:
    assert not any(
        event.relations for event in told("Rebels attacked the port. The president rejected the plan on Monday.")
    )


def test_a_plan_is_open_until_its_day_has_passed() -> None:
    plan = "The country heads for presidential elections on Sept. 28."
    (event,) = told(plan, date(2019, 6, 30))
    assert event.forecast and (event.forecast.status, event.forecast.by) == ("open", date(2019, 9, 28))
    (event,) = told(plan, date(2021, 3, 28))
    assert event.forecast and event.forecast.status == "not reported"


HOPE = "Israel and Egypt hope to sign a peace agreement by March 1, 1979."
SIGNED = "Israel and Egypt signed a peace agreement on March 26, 1979."


def test_what_was_hoped_for_came_late() -> None:
    hope, signed = archive_of(("1979-01-10", HOPE), ("1979-04-02", SIGNED))
    assert hope.forecast and (hope.forecast.status, hope.forecast.outcome) == ("late", signed.id)
    assert hope.forecast.days_late == (25, 25)
    assert [(r.type, r.event) for r in hope.relations] == [("has-outcome", signed.id)]
    assert [(r.type, r.event) for r in signed.relations] == [("outcome-of", hope.id)]


def test_what_was_hoped_for_came_in_time() -> None:
    hope, _ = archive_of(("1979-01-10", HOPE.replace("March 1", "May 1")), ("1979-04-02", SIGNED))
    assert hope.forecast and (hope.forecast.status, hope.forecast.days_late) == ("met", None)


@pytest.mark.parametrize(
    ("day", "text"),
    [
        ("1979-04-02", SIGNED.replace("Egypt", "Jordan")),  # other sides
        ("1979-01-10", "Israel and Egypt signed a peace agreement on September 17, 1978."),  # before it was hoped for
        ("1979-04-02", "Israel and Egypt met in Geneva on March 26, 1979."),  # another kind
        ("1979-04-02", "Israel and Egypt may sign a peace agreement in May 1979."),  # still no fact
    ],
)
def test_what_is_no_outcome(day: str, text: str) -> None:
    found = archive_of(("1979-01-10", HOPE), (day, text))
    hope = next(event for event in found if "hope" in event.headline)
    assert hope.forecast and hope.forecast.outcome is None


PEOPLE = " Russia has praised Iran."
APRIL = ("2019-01-10", "The country heads for presidential elections on April 20, 2019." + PEOPLE)
SEPTEMBER = ("2019-03-10", "Presidential elections will be held on September 28, 2019.")


def test_a_vote_with_another_date_was_moved() -> None:
    found = archive_of(APRIL, (SEPTEMBER[0], SEPTEMBER[1] + PEOPLE))
    first, second = (event for event in found if event.type == "election")
    assert first.forecast and (first.forecast.status, first.forecast.outcome) == ("moved", second.id)
    assert [(r.type, r.about) for r in second.relations] == [("rescheduled-from", "date")]


def test_a_vote_in_another_story_is_another_vote() -> None:
    found = archive_of(APRIL, (SEPTEMBER[0], SEPTEMBER[1] + " Mali has praised Chad."))
    assert not any(event.forecast and event.forecast.outcome for event in found)


def test_talks_long_after_are_other_talks() -> None:
    plan = ("2019-08-01", "The United States and Iran will hold talks in Oman on August 8, 2019.")
    found = archive_of(plan, ("2020-09-09", "The United States and Iran held talks in Geneva on September 7, 2020."))
    assert found[0].forecast and found[0].forecast.status == "not reported"
    found = archive_of(plan, ("2019-08-20", "The United States and Iran held talks in Oman on August 18, 2019."))
    assert found[0].forecast and found[0].forecast.days_late == (10, 10)


def test_what_was_called_off_did_not_come() -> None:
    found = archive_of(
        ("2019-08-01", "The United States and Iran will hold talks in Oman on September 8, 2019."),
        ("2019-09-09", "The United States cancelled the talks with Iran on September 7, 2019."),
    )
    assert found[0].forecast and found[0].forecast.status == "not met"


def test_nothing_told_of_a_plan_is_no_failure() -> None:
    plan, _ = archive_of(("1979-01-10", HOPE), ("1980-01-10", "Rebels attacked the port on January 9, 1980."))
    assert plan.forecast and plan.forecast.status == "not reported"


STRIKE = "An Israeli airstrike killed {} Hezbollah fighters near the town of Nabatieh on {}."


@pytest.mark.parametrize(
    ("one", "other", "about"),
    [
        (STRIKE.format("nine", "May 3, 2006"), STRIKE.format("nine", "May 5, 2006"), "date"),
        (STRIKE.format("nine", "May 3, 2006"), STRIKE.format("nine", "June 30, 2006"), None),
        (SIGNED, SIGNED, None),
    ],
)
def test_contradictions_are_typed(one: str, other: str, about: str | None) -> None:
    found = archive_of(("2006-07-06", one), ("2006-07-07", other))
    assert [r.about for event in found for r in event.relations if r.type == "contradicts"] == [about] * 2 * bool(about)


def test_what_an_article_puts_before_or_after_is_tied() -> None:
    found = told("Rebels attacked the port yesterday, a day after envoys held talks in Geneva.")
    by_type = {event.type: event for event in found}
    assert [(r.type, r.event) for r in by_type["talks"].relations] == [("precedes", by_type["attack"].id)]
    assert [(r.type, r.event) for r in by_type["attack"].relations] == [("follows", by_type["talks"].id)]
    assert "a day after" in by_type["talks"].relations[0].why
