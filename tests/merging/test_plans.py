"""Plans and deeds that two articles tell in other words and kinds, and those that only look alike."""

import pytest
from stories import archive_of

from dateline.model import Event


def shared(one: tuple[str, str], other: tuple[str, str]) -> list[Event]:
    """The events that both articles tell."""
    return [event for event in archive_of(one, other) if event.articles == 2]


ONE_PLAN = [
    # (published, text) twice, and what the reason must say
    (
        ("2019-10-08", "The Turkish government said on Sunday that Turkey would be moving into northern Syria."),
        ("2019-10-15", "On October 6, Turkey issued a statement speaking of an imminent incursion into Syria."),
        "both tell of an offensive",
    ),
    (
        (
            "2021-05-04",
            "Chad said on Monday that its troops would leave Mali. "
            "Chad would also take over guarding captured fighters.",
        ),
        (
            "2021-05-09",
            "In a statement on May 3, the army spoke of Chad assuming the duty of guarding captured fighters.",
        ),
        "announced on the same day",
    ),
]


@pytest.mark.parametrize(("one", "other", "why"), ONE_PLAN)
def test_a_plan_announced_in_two_articles_is_one(one: tuple[str, str], other: tuple[str, str], why: str) -> None:
    found = shared(one, other)
    plans = [event for event in found if event.type != "statement"]
    assert [why in join.why for event in plans for join in event.joins] == [True], archive_of(one, other)


def test_troops_that_move_in_are_the_offensive_that_another_article_tells() -> None:
    (event,) = shared(
        ("2019-10-10", "Turkish troops moved into northern Syria on Wednesday."),
        ("2019-10-20", "Turkey launched an offensive into northern Syria on October 9."),
    )
    assert event.joins[0].why.startswith("both tell of an offensive, ")


MOVED = "Turkish troops moved into northern Syria on Wednesday."
OTHERS = [
    # told on 2019-10-10 and on 2019-10-20
    (MOVED, "Turkey launched an offensive into northern Syria on October 10."),  # a day later
    (MOVED, "Turkey launched an offensive into northern Iraq on October 9."),  # elsewhere
    (MOVED, "Russia launched an offensive into northern Syria on October 9."),  # another side
    (MOVED, "Turkey launched airstrikes in northern Syria on October 9."),  # no offensive
    (MOVED, "Turkey ended its offensive in Libya on October 9."),
    (MOVED, "Turkey denied on October 9 that it had launched an offensive into northern Syria."),
    (
        "Syrian families moved into camps in Turkey on Wednesday.",
        "Turkey launched an offensive into Syria on October 9.",
    ),
    (
        "UN peacekeepers moved into Aleppo, Syria, on Wednesday.",
        "Turkey launched an offensive into Syria on October 9.",
    ),
    (
        "Turkish troops moved into Afrin, Syria, on Wednesday.",
        "On October 9, Turkey launched an offensive in Kobani, Syria.",
    ),
    ("Turkish troops moved into their barracks on Wednesday.", "Turkey launched an offensive into Syria on October 9."),
    ("Turkish troops left Syria on Wednesday.", "Turkey launched an offensive into Syria on October 9."),
    # plans: of another day, deed, people, side, place, or done
    (
        "Turkey said on Wednesday that it would move into northern Syria.",
        "On October 10, Turkey issued a statement speaking of an imminent incursion into Syria.",
    ),
    (
        "Turkey said on Wednesday that it would move into northern Syria.",
        "On October 9, Turkey issued a statement speaking of an imminent incursion into Iraq.",
    ),
    (
        "Turkey said on Wednesday that it would move into northern Syria.",
        "On October 9, Russia issued a statement speaking of an imminent incursion into Syria.",
    ),
    (
        "Turkey said on Wednesday that it would move into northern Syria.",
        "Turkey launched an incursion into northern Syria on October 9.",
    ),
    (
        "Turkey said on Wednesday that it would withdraw from northern Syria.",
        "On October 9, Turkey issued a statement speaking of an imminent incursion into Syria.",
    ),
    (
        "Chad said on Wednesday that it would guard captured rebel fighters.",
        "Chad said on October 9 that it would release captured rebel fighters.",
    ),
    (
        "Chad said on Wednesday that it would guard captured rebel fighters.",
        "Niger said on October 9 that it would guard captured rebel fighters.",
    ),
    (
        "Chad said on Wednesday that it would send troops to Niger.",
        "Chad said on October 9 that it would send troops to Mali.",
    ),
    (
        "Chad said on Wednesday that it would withdraw its troops from Niger.",
        "Chad said on October 9 that it would send troops to Niger.",
    ),
    (
        "Chad said on Wednesday that it would hold talks with Niger.",
        "Chad said on October 9 that it would hold talks with Mali.",
    ),
    (
        "The US said on Wednesday that Turkey would launch an offensive in Syria.",
        "The US said on October 9 that Russia would launch an offensive in Syria.",
    ),
    (
        "The US said on Wednesday that Turkey would launch an offensive in Syria.",
        "The US warned Russia on October 9 of an imminent offensive in Ukraine.",
    ),
    # said to come on no day that the text gives
    ("Turkey will move into northern Syria.", "Turkey plans an incursion into northern Syria."),
]


@pytest.mark.parametrize(("one", "other"), OTHERS)
def test_a_plan_or_move_that_only_looks_alike_is_another(one: str, other: str) -> None:
    deeds = [e for e in shared(("2019-10-10", one), ("2019-10-20", other)) if e.type != "statement"]
    assert not deeds, [(event.joins, [report.quote for report in event.reports]) for event in deeds]


def test_an_offensive_told_twice_in_one_article_speaks_by_the_words_of_the_narrator() -> None:
    text = (
        "The Kurds announced a deal with Damascus after Turkey began an offensive into Syria on Wednesday. "
        "On Wednesday, Turkey began an offensive with airstrikes."
    )
    (event,) = [event for event in archive_of(("2019-10-15", text)) if len(event.reports) == 2]
    assert event.modality == "happened" and event.joins[0].why == "same kind, word, day and actor"


@pytest.mark.parametrize(
    "second",
    [
        "On Wednesday, Turkey began a second offensive with airstrikes.",
        "On Thursday, Turkey began an offensive with airstrikes.",
        "On Wednesday, Russia began an offensive with airstrikes.",
    ],
)
def test_another_offensive_of_one_article_stays_another(second: str) -> None:
    text = f"Turkey began an offensive into Syria on Wednesday. {second}"
    assert not [event for event in archive_of(("2019-10-15", text)) if len(event.reports) > 1]


def test_casualties_of_another_day_belong_to_another_attack() -> None:
    text = (
        "A missile struck a market in Odesa yesterday. Officials in Kherson said three men were injured when Russia "
        "shelled the town on Friday night."
    )
    (market,) = [event for event in archive_of(("2022-10-19", text)) if "market" in event.headline]
    assert len(market.reports) == 1


def test_casualties_of_a_deed_of_their_own_belong_to_no_other_attack() -> None:
    text = (
        "A general claimed responsibility for Thursday's attack on a customs post near Atyrau. "
        "Two men were killed when armed men stormed a barracks near Osh."
    )
    quotes = [[report.quote for report in event.reports] for event in archive_of(("2022-10-19", text))]
    assert not [one for one in quotes if len(one) > 1], quotes


def test_a_round_that_an_aside_dates_is_not_the_one_told_before() -> None:
    text = (
        "The second round of talks on 13 June 2016 failed. "
        "The first round of the Oslo talks, held in Oslo in 2014, ended with a promise of peace."
    )
    found = archive_of(("2019-10-19", text))
    (second,) = [event for event in found if event.when.edtf == "2016-06-13"]
    assert len(second.reports) == 1 and "2014" in {event.when.edtf for event in found}
