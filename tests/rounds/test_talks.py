"""Talks told in several places: which round an event belongs to, when and where it was held, what came of plans."""

import pytest
from names_reading import directory
from stories import archive_of, article
from stories import events_of as told

from dateline.model import Conflict, Round
from dateline.stages.archive import gather
from dateline.stages.reading import read
from dateline.stages.resolving import resolve
from dateline.timeline import of


def rounds_of(*dated: tuple[str, str]) -> dict[str, Round]:
    """The rounds that the site shows of an archive of articles."""
    found = [read(article(text, f"story{n}.txt", day)) for n, (day, text) in enumerate(dated)]
    archive = gather(found, Conflict())
    resolved = [resolve(one, archive.facts(one.article.id)) for one in found]
    return {one.id: one for one in of(Conflict(), archive, resolved, archive_of(*dated)).rounds}


LEAD = "The eighth round of talks of Mali and Chad began on Tuesday. "


@pytest.mark.parametrize(
    ("text", "of_round"),
    [
        ("The talks ended without an agreement on Friday.", True),
        ("The talks, in their third year, opened in Tunis in 2016.", False),  # all of them
        ("The army shelled a village on Friday while the talks went on.", False),
        ("Schools stay shut while the talks go on.", False),  # held now
        ("The eighth round, which was put off in May, will be held in Tunis in July.", True),
    ],
)
def test_the_talks_are_the_round_named_last_where_it_can_be_meant(text: str, of_round: bool) -> None:
    event = next(one for one in told(LEAD + text) if one.reports[0].span.start > len(LEAD) and one.type != "decision")
    assert (event.round == "talks-8") is of_round


def test_a_round_lasts_from_its_first_to_its_last_day_and_has_the_town_that_all_name() -> None:
    first = ("2019-06-12", "Mali and Chad began a fifth round of talks in Tunis on June 11.")
    found = rounds_of(first, ("2019-06-20", "The fifth round of talks ended in Tunis on June 19."))
    assert (found["talks-5"].edtf, found["talks-5"].place) == ("2019-06-11/2019-06-19", "tunis")
    found = rounds_of(first, ("2019-06-20", "The fifth round of talks was held in Algiers on June 19."))
    assert found["talks-5"].place is None


def test_a_day_on_which_a_round_was_not_held_is_none_of_its_days() -> None:
    text = "The fifth round of talks of Mali and Chad was set for June 11 but was postponed by a month."
    assert rounds_of(("2019-06-20", text))["talks-5"].edtf is None


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The talks of Mali and Chad had been set for June 7 but were postponed.", "moved"),
        ("The talks were scheduled for June 7, but they were later called off.", "not met"),
        ("A summit, which was to be held in Tunis on June 7, was cancelled because of the rain.", "not met"),
        ("The talks were to begin on June 7, but that meeting never took place.", "not met"),
        ("The talks were scheduled for June 7, but the weather was bad.", "not reported"),
        ("The talks were scheduled for June 7. The game was postponed.", "not reported"),
    ],
)
def test_the_sentence_of_a_plan_may_say_what_became_of_it(text: str, status: str) -> None:
    archive = archive_of(("2019-06-20", text), ("2019-12-20", "It rained."))
    (plan,) = [event for event in archive if event.forecast]
    assert plan.forecast and plan.forecast.status == status


HOPE = ("2019-01-10", "Israel and Egypt hope to sign a final peace agreement by March 1, 2019.")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Israel and Egypt agreed on March 26, 2019 to resume peace talks.", "not reported"),
        ("Israel and Egypt signed a partial agreement on March 26, 2019.", "not reported"),
        ("Israel and Egypt signed a peace agreement on March 26, 2019.", "late"),
    ],
)
def test_to_agree_to_talk_is_not_the_accord_hoped_for(text: str, status: str) -> None:
    hope, *_ = archive_of(HOPE, ("2019-04-02", text))
    assert hope.forecast and hope.forecast.status == status


def test_the_second_round_of_an_election_is_not_the_first_one_moved() -> None:
    people = " Russia has praised Iran."
    first = ("2019-01-10", "The first round of the presidential election is set for April 20, 2019." + people)
    second = ("2019-03-10", "The second round of the presidential election is set for May 4, 2019." + people)
    assert not any(event.forecast and event.forecast.status == "moved" for event in archive_of(first, second))


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("BERN (AP) -- Chad's government met rebels in the Swiss capital. The government left.", "chadian-government"),
        ("GENEVA, Switzerland (AP) -- Shops in Bern and Basel closed. The government left.", "swiss-government"),
    ],
)
def test_the_government_is_the_one_of_which_the_article_begins(text: str, who: str) -> None:
    assert {name.id for name in directory(text).names("a0") if name.text == "government"} == {who}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("MINSK, Belarus (AP) -- Shells fell. Chad's Foreign Ministry said so.", "chadian-foreign-ministry"),
        ("MINSK, Belarus (AP) -- Shells fell. The Foreign Ministry said so.", "belarusian-foreign-ministry"),
        ("CAIRO (AP) -- Shells fell. The kingdom's Foreign Ministry said so.", "foreign-ministry"),
    ],
)
def test_a_ministry_is_its_owners(text: str, who: str) -> None:
    ids = {name.id for name in directory(text).names("a0") if "Ministry" in name.text}
    assert ids == {who}


def test_the_day_of_an_accord_reached_at_a_round_is_one_of_its_days() -> None:
    text = "At the fifth round of talks in Tunis, on July 2, Mali and Chad agreed on trade."
    found = rounds_of(("2019-07-09", text))
    assert (found["talks-5"].edtf, found["talks-5"].place) == ("2019-07-02", "tunis")


def test_another_truce_long_after_is_not_the_late_one() -> None:
    plan = ("2019-01-10", "A ceasefire of Mali and Chad is to begin on January 12, 2019.")
    found = archive_of(plan, ("2019-08-20", "Mali and Chad agreed on August 18, 2019 on a ceasefire."))
    assert found[0].forecast and found[0].forecast.status == "not reported"


def test_the_round_that_is_over_is_not_the_one_agreed_on_since() -> None:
    lead = "The second round of talks ended on Friday, but both sides agreed to hold a third round in July. "
    (began,) = [one for one in told(lead + "The round began on Tuesday.") if one.when.edtf == "2019-06-25"]
    assert began.round == "talks-2"


@pytest.mark.parametrize(
    ("text", "of_round"),
    [
        ("The fifth round of talks opened on June 18. Envoy Ann Lee flew in on June 20.", True),
        ("The fifth round of talks opened on June 18, and three days later both sides signed a declaration.", True),
        ("The fifth round of talks opened on June 18. Rebels shelled the port on June 20.", False),
        ("The fifth round of talks opened on June 18.\n\nEnvoy Ann Lee flew to Mokha on June 20.", False),
        ("The fifth round of talks ended on June 18. Envoy Ann Lee flew to Mokha on June 20.", False),
        ("The fifth round of talks opened on March 18. Envoy Ann Lee flew to Mokha on June 20.", False),
    ],
)
def test_who_comes_while_a_round_goes_on_comes_to_it(text: str, of_round: bool) -> None:
    assert (told(text)[-1].round == "talks-5") is of_round


def test_a_planned_round_came_when_that_round_was_held() -> None:
    plan = ("2019-05-02", "The fifth round of talks will be held in early June.")
    found = archive_of(plan, ("2019-06-20", "The fifth round of talks began in Tunis on June 17."))
    assert found[0].forecast and (found[0].forecast.status, found[0].forecast.outcome) == ("late", found[1].id)
    found = archive_of(plan, ("2019-06-20", "The fourth round of talks began in Tunis on June 17."))
    assert found[0].forecast and found[0].forecast.status == "not reported"


def test_a_planned_round_that_is_told_as_over_was_held_though_no_day_is_told() -> None:
    plan = ("2019-05-02", "The fifth round of talks will be held on June 3.")
    over = "Mali and Chad have ended the fifth round of talks."
    found = archive_of(plan, ("2019-06-05", over))
    assert found[0].forecast and found[0].forecast.status == "met"
    found = archive_of(plan, ("2019-07-25", over))  # in time, or late?
    assert found[0].forecast and found[0].forecast.status == "not reported"


def test_a_round_of_which_the_end_and_the_length_are_told_has_its_first_day() -> None:
    end = "The fifth round of talks of Mali and Chad ended in Tunis on July 5. "
    assert (
        rounds_of(("2019-07-09", end + "Envoy Ann Lee praised the four-day talks."))["talks-5"].edtf
        == "2019-07-02/2019-07-05"
    )
    begin = "The fifth round of talks of Mali and Chad began in Tunis on July 5. "
    assert (
        rounds_of(("2019-07-09", begin + "Envoy Ann Lee praised the four-day talks."))["talks-5"].edtf == "2019-07-05"
    )
    two = end + "Envoy Ann Lee praised the four-day talks and three days of talks in May."
    assert rounds_of(("2019-07-09", two))["talks-5"].edtf == "2019-07-05"


def test_talks_that_opened_are_not_the_round_that_is_only_planned() -> None:
    lead = "Mali and Chad ended the second round of talks on Friday. The third round will be held in July. "
    found = told(lead + "The talks, which opened on Tuesday, were calm.")
    (opened,) = [one for one in found if one.when.edtf == "2019-06-25"]
    assert opened.round == "talks-2"
