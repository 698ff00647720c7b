"""Denials, and what becomes of plans."""

from datetime import date

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
