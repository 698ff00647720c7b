"""Whose deed a clause tells, where the words around its subject might mislead."""

import pytest
from stories import events_of


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        (
            "The president resigned after thousands of marchers, led by the mayor, stormed the palace.",
            "Thousands of marchers, led by the mayor, stormed the palace",
        ),
        (
            "John Doe spoke late. As foreign minister he signed the treaty in 1987.",
            "John Doe signed the treaty in 1987",
        ),
        (
            "With nearly all ballots counted, Ann Lee won the election on Sunday.",
            "With nearly all ballots counted, Ann Lee won the election",
        ),
        (
            "The premier, Ann Lee, whose party won in May, promised on Friday to go as soon as a heir was sworn in.",
            "Ann Lee promised to go",
        ),
        (
            "Two colonels have been arrested, spokesman John Doe said on Monday, and will be tried in June.",
            "Two colonels will be tried in June, spokesman John Doe says",
        ),
        (
            "The minister was sacked, officials said on Monday, but will leave Kabul only in June.",
            "The minister will leave Kabul only in June, officials say",
        ),
        # commas that part the names of a subject part no clauses
        (
            "The army withdrew on Monday after Spain, Italy and Greece signed an accord.",
            "Spain, Italy and Greece signed an accord",
        ),
        (
            "The camp was shelled on Friday, a day after the leaders of Kenya, Uganda and Togo met the rebels.",
            "The leaders of Kenya, Uganda and Togo met the rebels",
        ),
        (
            "Rebels attacked the base on Monday after talks in Paris, Spain and Italy said.",
            "Rebels attacked the base after talks in Paris, Spain and Italy say",
        ),
        # the speaker goes on behind his own words, and where he speaks again
        ("“We will never yield,” John Doe said on Monday, and left Kabul on Tuesday.", "John Doe left Kabul"),
        (
            "The vote was fair, John Doe said on Monday, and urged all parties to accept it.",
            "John Doe urged all parties to accept it",
        ),
    ],
)
def test_the_deed_is_told_of_who_did_it(text: str, headline: str) -> None:
    assert headline in [event.headline for event in events_of(text)]


def test_what_a_promise_waits_for_has_not_happened() -> None:
    events = events_of("The premier promised on Friday to go as soon as a new president was sworn in.")
    assert [event.type for event in events] == ["statement"]


@pytest.mark.parametrize(
    "text",
    [
        "The report on the war, published in May, found nothing.",
        "A book about the siege appeared in May.",
    ],
)
def test_what_something_is_about_is_not_told(text: str) -> None:
    assert not {event.type for event in events_of(text)} & {"attack", "control"}


def test_about_before_a_number_is_no_topic() -> None:
    assert [event.type for event in events_of("About 20,000 troops are in the valley.")] == ["deployment"]


def test_a_bare_noun_keeps_its_day_in_the_headline() -> None:
    headlines = [event.headline for event in events_of("Ann Lee accused the mayor of rigging Saturday's vote.")]
    assert "Saturday's vote" in headlines
