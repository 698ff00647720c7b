"""Words of war in articles that tell of none, and in articles that do."""

import pytest
from stories import events_of

# what an article of politics is made of, so that a share of it can be told
CALM = " ".join(f"The committee on roads spoke about item {n}." for n in range(1, 13))
WAR = " ".join(f"Rebels shelled the bridge at kilometre {n}." for n in range(1, 13))


def told(text: str, around: str = CALM) -> list[tuple[str, str]]:
    found = events_of(f"{around}\n\n{text}")
    return [
        (event.type, event.headline)
        for event in found
        if "item" not in event.headline and "kilometre" not in event.headline
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Mr Hall opened fire on the chancellor.",
        "The Greens surrendered without a fight.",
        "The whips fled at half time.",
        "Ann Lee has waged war on red tape.",
        "The bill should be killed off by the Lords.",
        "He bombarded her with figures.",
        "Her budget clears the decks.",
        "The rebellion made her name.",
    ],
)
def test_a_battle_of_words_is_no_event(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ann Lee attacked her rivals on Friday.", "statement"),
        ("The minister slammed the report on Friday.", "statement"),
        ("The party was routed in Leeds in May.", "election"),
        ("Ann Lee captured the seat of Wells in 1992.", "election"),
        ("The judge cleared Ann Lee on Friday.", "other"),
        ("The scandal brought down Mr Hall in 2001.", "other"),
    ],
)
def test_a_battle_of_words_with_a_day_is_told_as_what_it_is(text: str, kind: str) -> None:
    assert [found for found, _ in told(text)] == [kind]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Three people were killed on Friday.", "attack"),
        ("Three were killed on Friday.", "attack"),
        ("A man shot his wife on Friday.", "attack"),
        ("Mr Hall was shot in 1990.", "attack"),
        ("He was murdered in 1990.", "attack"),
        ("Soldiers seized the airport on Friday.", "control"),
        ("Fighting broke out in the north on Friday.", "attack"),
        ("The war began in 2003.", "attack"),
        ("A mob attacked the office on Friday.", "attack"),
        ("Ferry workers began a strike on Friday.", "protest"),
    ],
)
def test_what_is_meant_so_is_told_so(text: str, kind: str) -> None:
    assert [found for found, _ in told(text)] == [kind]


@pytest.mark.parametrize("text", ["Ann Lee attacked the north on Friday.", "The militia attacked on Friday."])
def test_in_an_article_of_war_all_is_meant_so(text: str) -> None:
    assert [found for found, _ in told(text, WAR)] == ["attack"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The amendment was defeated by 396 to 217 on Friday.", "decision"),
        ("The motion was defeated by 23 votes on Friday.", "decision"),
        ("The party shot back that she was a liar.", "statement"),
        ("A march against the war in Leeds on June 14 was attended by thousands.", "protest"),
        ("The garrison was defeated by 400 rebels on Friday.", "attack"),
        ("The rebels struck back with mortars.", "attack"),
        ("Rebels fought for the bridge on Friday.", "attack"),
    ],
)
def test_votes_answers_and_marches_are_no_attacks(text: str, kind: str) -> None:
    assert [event.type for event in events_of(text)] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "She had shot herself in the foot.",
        "The battle for the soul of the party has begun.",
        "The bill was killed by the Lords.",
        "She was fatally wounded by the affair.",
    ],
)
def test_a_figure_of_speech_is_one_anywhere(text: str) -> None:
    assert events_of(text) == ()


@pytest.mark.parametrize("what", ["A motion of no confidence", "A plan of No 10"])
def test_no_confidence_is_no_denial(what: str) -> None:
    assert [event.modality for event in events_of(f"{what} was approved on Friday.")] == ["happened"]


def test_police_alone_are_no_war() -> None:
    assert told("The minister was fighting to keep his job beside the Police Federation.") == []
    assert [kind for kind, _ in told("Supporters clashed with riot police on Friday.")] == ["attack"]


@pytest.mark.parametrize("text", ["He would kill the estate tax.", "A poll released by the town had him ahead."])
def test_taxes_are_not_killed_and_polls_no_prisoners(text: str) -> None:
    assert not {event.type for event in events_of(text)} & {"attack", "detention"}


def test_what_a_comma_only_says_of_the_subject_is_no_line() -> None:
    told = events_of("The truce, the fourth since the war began in 1991, held.")
    assert "The truce, the fourth since the war began" not in [event.headline for event in told]


def test_a_coup_in_a_party_room_is_none_of_an_army() -> None:
    assert "attack" not in [kind for kind, _ in told("Ann Lee led a party-room coup on Friday.")]
    assert [kind for kind, _ in told("Officers led a coup on Friday.")] == ["decision"]
