"""Whom "she" means, sentences after her name: the person of whom the article is, and nobody where there are two."""

import pytest
from stories import events_of

LIFE = (
    "Ann Lee, who has died, was a minister. Ann Lee studied law in Leeds. Lee entered parliament with Carl Moss.\n\n"
    "The party was poor. It had no office. The roof leaked.\n\n"
)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (LIFE + "She resigned on 3 May 2003.", "Ann Lee resigned"),
        (LIFE + "The bank failed. The mill closed. She left office on 3 May 2003.", "Ann Lee left office"),
        (
            LIFE.replace("Ann", "Carla") + "The bank failed. Mr Hall left. She resigned on 3 May 2003.",
            "Carla Lee resigned",
        ),
    ],
)
def test_she_is_of_whom_the_article_is(text: str, line: str) -> None:
    assert line in [event.headline for event in events_of(text)]


@pytest.mark.parametrize(
    "text",
    [
        LIFE + "Jane Roe was her rival. The mill closed. She resigned on 3 May 2003.",  # who of the two?
        LIFE + "The mill closed. He resigned on 3 May 2003.",
        "Ann Lee met Jane Roe. Ann Lee met Jane Roe again. Ann Lee left with Jane Roe.\n\n"
        "The mill closed. It rained. The bank failed.\n\nShe resigned on 3 May 2003.",
    ],
)
def test_where_others_may_be_meant_she_is_nobody(text: str) -> None:
    assert "Ann Lee resigned" not in [event.headline for event in events_of(text)]


def test_of_two_subjects_before_him_he_is_of_whom_the_article_is() -> None:
    text = (
        "Carl Moss stood again. Carl Moss was a lawyer. Carl Moss led the party.\n\n"
        "When Frank Hall lost, Carl Moss lost with him.\n\nHe returned to Leeds in May 1996."
    )
    assert "Carl Moss returned to Leeds in May 1996" in [event.headline for event in events_of(text)]


def test_she_is_nobody_whose_name_may_be_a_mans_in_an_article_on_a_woman() -> None:
    text = LIFE + "On Friday the auditor, Ches Roe, found a hole in the budget. She resigned on 3 May 2003."
    assert "Ches Roe resigned" not in [event.headline for event in events_of(text)]
