"""What looks back at an event from a distance joins it; what fits two, or only looks like it, joins neither."""

import pytest
from stories import archive_of

from dateline.model import Event

Told = tuple[str, str]  # when it was published, and the text

MASSACRE = ("2019-03-13", "Gunmen killed at least 40 villagers in Kunduz on Tuesday.")
CHECKPOINT = ("2019-06-07", "Rebels attacked a checkpoint in Kunduz on Thursday, killing nine soldiers.")
MARKET = ("2019-02-02", "A bomb exploded in a market in Kunduz on Friday, killing 12 people.")

ONE = [
    # an event as news, and as it is told later
    (MASSACRE, ("2019-09-02", "Nobody was tried for the Kunduz massacre of March 12.")),
    (MASSACRE, ("2019-04-20", "An inquiry into the massacre in Kunduz last month began.")),
    (CHECKPOINT, ("2019-07-25", "The truce ended when rebels killed nine soldiers at a checkpoint outside Kunduz.")),
    (CHECKPOINT, ("2019-06-12", "Rebels overran a checkpoint near Kunduz on June 6, killing nine soldiers.")),
    (MARKET, ("2019-03-02", "The bombing of the market in Kunduz on February 1 killed 15 people.")),
    (
        ("2019-09-14", "Gunmen kidnapped four nurses near Kunduz on Thursday."),
        ("2019-09-27", "The four were abducted on September 12 on the road to Kunduz."),
    ),
    (
        ("2019-07-09", "Malta's president, Carl Hall, dismissed his interior minister, Ann Lee, on Sunday."),
        ("2019-08-03", "Pressure has grown since Carl Hall fired his interior minister, Ann Lee, on July 7."),
    ),
    (
        ("2019-05-04", "The government and the rebels signed a ceasefire in Doha on Thursday."),
        ("2019-06-20", "The truce was agreed in Doha on May 2 after mediation by Qatar and the United Nations."),
    ),
    (
        ("2019-05-04", "Malta's government survived a vote of no confidence on Thursday."),
        ("2019-05-18", "Malta's prime minister, Carl Hall, narrowly survived a no-confidence vote two weeks ago."),
    ),
    (
        ("2019-05-25", "Prime Minister Ann Lee held a second meeting with elders in Kunduz on Thursday."),
        ("2019-05-29", "Prime Minister Ann Lee travelled to Kunduz last week with an offer of money."),
    ),
    (
        ("2019-01-09", "Envoy Ann Lee hopes to reach a deal on the border by 21 July."),
        ("2019-04-13", "Envoy Ann Lee still hopes to reach a deal on the border by July 21."),
    ),
    (
        ("2019-06-02", "Malta's government on Saturday lifted a ban on rallies in Valletta."),
        ("2019-12-29", "On June 1 Malta's government lifted the ban in Valletta."),
    ),
]


def shared(*told: Told) -> list[Event]:
    """The events, no statements, that several of the articles tell."""
    return [event for event in archive_of(*told) if event.articles > 1 and event.type != "statement"]


@pytest.mark.parametrize(("news", "later"), ONE)
def test_what_is_told_again_from_a_distance_is_the_same_event(news: Told, later: Told) -> None:
    assert len(shared(news, later)) == 1, [(event.headline, event.when.edtf) for event in archive_of(news, later)]


APART = [
    # another day, month, town, toll or target
    (MASSACRE, ("2019-09-02", "Nobody was tried for the Kunduz massacre of March 14.")),
    (MASSACRE, ("2019-05-20", "An inquiry into the massacre in Kunduz last month began.")),
    (
        ("2019-03-13", "Gunmen killed two villagers in Kunduz on Tuesday."),
        ("2019-04-20", "An inquiry into the massacre in Kunduz last month began."),
    ),
    (MASSACRE, ("2019-09-02", "Nobody was tried for the Herat massacre of March 12.")),
    (CHECKPOINT, ("2019-07-25", "The truce ended when rebels killed eleven soldiers at a checkpoint outside Kunduz.")),
    (CHECKPOINT, ("2019-12-25", "The truce ended when rebels killed nine soldiers at a checkpoint outside Kunduz.")),
    (MARKET, ("2019-03-02", "The bombing of the bank in Kunduz on February 1 killed 15 people.")),
    (MARKET, ("2019-03-02", "The bombing of the market in Kunduz on February 1 killed 45 people.")),
    (MARKET, ("2019-03-02", "The bombing of the market in Kunduz on February 1 killed three people.")),
    (
        ("2019-03-09", "The first round of talks ended in Doha on Friday."),
        ("2019-05-03", "There had been two rounds of talks in Doha in March."),
    ),
    (
        ("2019-05-04", "The US and the Taliban signed a deal in Doha on Thursday."),
        ("2019-06-20", "The US and Qatar signed a deal in Doha on May 2."),
    ),
    (
        ("2019-01-09", "Envoy Ann Lee hopes to reach a deal on the border by 21 July."),
        ("2019-04-13", "Envoy Ann Lee still hopes to reach a deal on the border by July 31."),
    ),
    (
        ("2019-11-09", "Norway lifted an embargo on wheat to Kunduz on Wednesday."),
        ("2019-11-12", "Denmark lifted an embargo on rice to Kunduz on November 6."),
    ),
    (
        ("2019-05-25", "Prime Minister Ann Lee held a meeting with elders in Kunduz on Thursday."),
        ("2019-06-04", "Prime Minister Ann Lee travelled to Kunduz last week with an offer of money."),
    ),
    (
        ("2019-02-02", "A car bomb tore through a market in Kunduz on Friday, killing nine people."),
        ("2019-02-08", "Funerals for the victims of the market bombing were held in Kunduz on February 1."),
    ),
]


@pytest.mark.parametrize(("news", "later"), APART)
def test_what_only_looks_like_what_was_told_stays_apart(news: Told, later: Told) -> None:
    assert not shared(news, later), [[report.quote for report in event.reports] for event in shared(news, later)]


def test_what_may_be_either_of_two_is_neither() -> None:
    second = ("2019-03-26", "Gunmen killed at least 30 villagers in Kunduz on Monday.")
    later = ("2019-04-20", "An inquiry into the massacre in Kunduz last month began.")
    assert len(shared(MASSACRE, later)) == 1
    assert not shared(MASSACRE, second, later)


def test_what_an_article_says_of_one_event_is_taken_together() -> None:
    one = ("2019-06-08", "Rebels overran a barracks in Herat on Thursday, killing 14 recruits.")
    other = ("2019-06-08", "In Herat, 14 recruits died on Thursday when a barracks was attacked.")
    (event,) = shared(one, other)
    assert next(join.why for join in event.joins) == "the same sentence goes on with the dead or wounded"


def test_what_one_side_only_said_on_one_day_are_two_statements() -> None:
    one = ("2019-06-08", "“We want peace,” a spokesman for the Taliban said on Thursday.")
    other = ("2019-06-12", "A spokesman for the Taliban said on June 6 that the roads were closed.")
    assert not [event for event in archive_of(one, other) if event.articles > 1]


def test_the_dead_of_a_dated_attack_are_told_with_it() -> None:
    text = "The council met after the June 16 bombing in the capital, which killed nine people."
    (event,) = [event for event in archive_of(("2019-06-30", text)) if event.type == "attack"]
    assert event.when.edtf == "2019-06-16" and [figure.low for figure in event.figures] == [9]


LINE = "A spokesman for the rebels threatened to leave the talks for good."


@pytest.mark.parametrize(("published", "articles"), [("2019-06-03", 2), ("2019-09-01", 1), ("2021-06-01", 1)])
def test_the_same_words_of_another_time_are_of_another_event(published: str, articles: int) -> None:
    assert max(event.articles for event in archive_of(("2019-06-01", LINE), (published, LINE))) == articles
