"""Who is named beside an event, in what its sentence says without telling an event of its own."""

import pytest
from stories import events_of


def actors(text: str, type: str) -> set[str]:
    return {id for event in events_of(text) if event.type == type for id in event.actors}


@pytest.mark.parametrize(
    ("text", "type", "who"),
    [
        ("If no help comes from the Taliban, the town could fall to rebels, Ahmad Gul said.", "control", "taliban"),
        ("Iran needs a port, but the Iraqi government has rejected the demand.", "decision", "iran"),
        ("Chad and Sudan will sign a deal in May, leaving the Taliban to fight alone.", "agreement", "taliban"),
        ("The talks should be led by Iran as the role of Chad will decrease, Ahmad Gul said.", "talks", "chad"),
        ("Iran condemned the raid and sought a report from the Iraqi government.", "statement", "iraqi-government"),
        (
            "Ahmad Gul quoted a letter from the Taliban and said on Monday that the raid must end.",
            "statement",
            "taliban",
        ),
    ],
)
def test_who_is_named_in_a_clause_that_tells_nothing_has_a_part_in_what_it_hangs_on(
    text: str, type: str, who: str
) -> None:
    assert who in actors(text, type)


def test_a_quotation_that_tells_no_event_is_told_of_those_whom_it_speaks_of() -> None:
    text = "Ahmad Gul condemned the raid on Monday and said: “It is bad news for NATO.”"
    assert actors(text, "statement") == {"ahmad-gul", "nato"}


@pytest.mark.parametrize(
    ("text", "type", "who"),
    [
        ("Ahmad Gul said on Monday that the Taliban had attacked Herat.", "statement", "taliban"),  # told by the attack
        ("Ahmad Gul said on Monday that Chad could be a broker for the Taliban.", "statement", "chad"),  # no quotation
        ("The Taliban said NATO had left Kabul, which was attacked on Sunday.", "attack", "nato"),
        ("The rebels attacked Herat on Monday as Chad held elections.", "attack", "chad"),  # has its own part
        ("The rebels, who are close to Iran, attacked Herat on Monday.", "attack", "iran"),  # only described
        ("The army, whose chief is Ahmad Gul, attacked Herat on Monday.", "attack", "ahmad-gul"),
        ("The army took the town of Herat, held by the Taliban since May, on Monday.", "control", "taliban"),
        ("They signed a deal with a guarantee that Iran would not be used as a base.", "agreement", "iran"),
    ],
)
def test_nobody_is_added_who_is_only_described_or_has_an_event_of_his_own(text: str, type: str, who: str) -> None:
    assert events_of(text) and who not in actors(text, type)


def test_what_a_remark_is_about_is_told_of_who_made_it() -> None:
    text = "He had doubts, which grew in Ahmad Gul's {} that it may miss the deadline for a withdrawal."
    assert "ahmad-gul" in actors(text.format("remarks on a possibility"), "deployment")
    assert "ahmad-gul" not in actors(text.format("house on the assumption"), "deployment")


def test_who_cites_an_attack_says_that_there_was_one() -> None:
    (attack,) = (
        event
        for event in events_of("Ahmad Gul left the talks in May, citing the Taliban's attacks targeting US troops.")
        if event.type == "attack"
    )
    assert set(attack.actors) == {"ahmad-gul", "taliban", "us-forces"}
    assert attack.modality == "claimed" and attack.said_by[0].actor == "ahmad-gul"


def test_we_can_say_says_nothing_more() -> None:
    (said,) = events_of("Ahmad Gul said on Monday: “The town is safe, and we can say that NATO knows it.”")
    assert set(said.actors) == {"ahmad-gul", "nato"}


@pytest.mark.parametrize(
    ("text", "both"),
    [
        ("A statement on behalf of all parties condemned the raid.", True),
        ("Ahmad Gul hoped on Monday for a deal that brings all parties to talks.", False),  # whoever they are
    ],
)
def test_all_parties_are_those_just_named_where_the_words_are_theirs(text: str, both: bool) -> None:
    told = events_of(f"Iran and the Taliban met on Friday. {text}")
    *_, last = sorted(told, key=lambda event: event.reports[0].span)
    assert ({"iran", "taliban"} <= set(last.actors)) == both
