"""Who takes part in an event besides those whom its own words name, and who does not."""

import pytest
from stories import events_of

from dateline.model import Event


def story(text: str, type: str) -> list[Event]:
    return [event for event in events_of(text) if event.type == type]


def actors(text: str, type: str) -> set[str]:
    """The ids of those who are named in the story's events of one type."""
    return {id for event in story(text, type) for id in event.actors}


def described(text: str, type: str) -> set[str]:
    return {one.name for event in story(text, type) for report in event.reports for one in report.described}


@pytest.mark.parametrize(
    ("text", "type", "who"),
    [
        ("The raids would stop if Chad withdrew from the town, John Doe said.", "attack", "chad"),
        ("If Chad withdrew from the town, the raids would stop, John Doe said.", "attack", "chad"),
        ("The Taliban will leave the valley if the shelling goes on, John Doe said.", "attack", "taliban"),
    ],
)
def test_a_condition_is_told_of_who_must_fulfil_it(text: str, type: str, who: str) -> None:
    assert who in actors(text, type)


@pytest.mark.parametrize(
    "text",
    [
        "The raids would stop if Chad promises were kept, John Doe said.",  # of whom the subject only speaks
        "The raids would stop if the rain fell in Chad, John Doe said.",
        "The raids stopped when Chad withdrew from the town.",
    ],
)
def test_nobody_is_named_for_a_condition_that_is_not_his(text: str) -> None:
    assert "chad" not in actors(text, "attack")


TALKS = "The Taliban and Iran opened talks in Doha on Monday."


def test_the_talks_are_those_of_whom_the_sentence_before_tells() -> None:
    first, second = story(f"{TALKS} The talks will be held again in Kabul on Friday.", "talks")
    assert set(second.actors) == set(first.actors) == {"taliban", "iran"}


@pytest.mark.parametrize(
    "text",
    [
        f"{TALKS} Talks will be held again in Kabul on Friday.",  # any
        f"{TALKS} {'It was cold. ' * 20}The talks will be held in Kabul on Friday.",
        "The Taliban met Iran in Doha on Monday. The elections will be held in Kabul on Friday.",
    ],
)
def test_other_events_take_nobody_from_the_sentence_before(text: str) -> None:
    last = max(events_of(text), key=lambda event: event.reports[0].span)
    assert last.actors == ()


def test_who_said_so_is_not_of_the_talks() -> None:
    text = "The UN said the Taliban opened talks with Iran in Doha on Monday. The talks will be held again on Friday."
    assert "united-nations" not in max(story(text, "talks"), key=lambda event: event.reports[0].span).actors


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("They avenged one of the founders, Ahmad Gul, who died in a blast in May.", "ahmad-gul"),
        (
            "They met the Coordination of Hill Unions (CHU), who attacked the base in May.",
            "coordination-of-hill-unions",
        ),
    ],
)
def test_a_relative_clause_is_told_of_the_name_before_it(text: str, who: str) -> None:
    assert who in actors(text, "attack")


def test_a_place_before_a_relative_clause_is_not_who_acts() -> None:
    text = "They met the rebels in the capital, Kabul, who attacked the base in May."
    assert actors(text, "attack") == set()


@pytest.mark.parametrize(
    "outlet", ["The director of Deutsche Welle, Ahmad Gul,", "Ahmad Gul, an editor for Deutsche Welle,"]
)
def test_an_outlet_takes_part_where_somebody_speaks_for_it(outlet: str) -> None:
    assert actors(f"{outlet} condemned the raid on Monday.", "statement") == {"ahmad-gul", "deutsche-welle"}


def test_an_outlet_takes_no_part_in_what_it_was_told() -> None:
    assert actors("On Monday Ahmad Gul told Deutsche Welle that he condemned the raid.", "statement") == {"ahmad-gul"}


@pytest.mark.parametrize(
    ("text", "type", "who"),
    [
        ("In 2018 she survived a bombing that left six soldiers dead.", "attack", "Soldiers"),
        ("“People are fleeing the town and the hills,” the mayor said.", "displacement", "Displaced people"),
        ("A diplomatic source denied that any visit was planned on Friday.", "meeting", "Diplomatic sources"),
        ("They met the prisoners, whom the army has refused to free.", "decision", "Prisoners"),
        ("They met the prisoners, whom, the mayor said, the army has refused to free.", "decision", "Prisoners"),
        ("Six young men were killed on Monday.", "attack", "Men"),
        ("Two European nations signed an accord on Monday.", "agreement", "European nations"),
        ("African leaders may hold a summit in Kampala next week.", "meeting", "African leaders"),
        ("A rebel leader was killed on Monday.", "attack", "Rebel leaders"),
        ("A joint committee met in Amman on Monday.", "meeting", "Committees"),
    ],
)
def test_who_is_described_takes_part(text: str, type: str, who: str) -> None:
    assert who in described(text, type)


@pytest.mark.parametrize(
    ("text", "type", "who"),
    [
        ("They met the prisoners, after the army had refused to free a man.", "decision", "Prisoners"),
        ("The army killed 20 “terrorists” on Monday.", "attack", "Terrorists"),  # what it calls them
        ("The two countries signed an accord on Monday.", "agreement", "Countries"),
        ("Many nations signed an accord on Monday.", "agreement", "Nations"),
        ("The leaders may hold a summit in Kampala next week.", "meeting", "Leaders"),
        ("A diplomatic source said that a visit was planned on Friday.", "meeting", "Diplomatic sources"),
    ],
)
def test_who_is_only_spoken_of_does_not(text: str, type: str, who: str) -> None:
    assert who not in described(text, type)


def test_a_deed_is_told_with_its_target() -> None:
    text = "The president left the talks in May, citing the Taliban's attacks targeting US troops."
    assert {"taliban", "us-forces"} <= actors(text, "attack")


def test_who_goes_on_with_but_is_who_spoke() -> None:
    text = "Ahmad Gul said on Friday that the Taliban had left the town, but admitted that an attack had followed."
    (attack,) = story(text, "attack")
    assert attack.said_by[0].actor == "ahmad-gul"


def test_both_sides_are_a_way_to_call_each() -> None:
    (met,) = story("The Taliban and Iran spoke in May. Both sides met in Doha on Monday.", "meeting")
    assert {one.actor: one.forms for one in met.reports[0].described} == {
        "taliban": ("Both sides",),
        "iran": ("Both sides",),
    }
    (met,) = story("The Taliban spoke in May. It met Iran in Doha on Monday.", "meeting")
    assert met.reports[0].described == ()


def test_who_is_picked_out_of_many_takes_part_with_them() -> None:
    text = "They fear that four men sentenced in May, among them the writer Ahmad Gul, could soon be executed."
    assert "ahmad-gul" in actors(text, "attack")
    text = "They fear that four men sentenced in May with the help of Ahmad Gul, a judge, could soon be executed."
    assert "ahmad-gul" not in actors(text, "attack")


ENVOY = "US envoy Ann Lee left."


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("“We signed an accord in May,” Lee said.", "agreement"),
        ("“We warn the rebels not to march,” Lee said.", "statement"),
        ("“We will stay for long,” Lee said on Monday.", "statement"),
        ("“They shelled us in May,” Lee said.", "attack"),
    ],
)
def test_we_in_a_quotation_are_those_for_whom_it_is_said(text: str, type: str) -> None:
    assert "united-states" in actors(f"{ENVOY} {text}", type)


def test_who_asked_takes_part_in_the_answer() -> None:
    asked = "The Taliban want to form a cabinet, but Chad has rejected the {}."
    answer = events_of(asked.format("demand"))[-1]
    assert {*answer.actors} == {"taliban", "chad"}
    assert "taliban" not in events_of(asked.format("deal"))[-1].actors


@pytest.mark.parametrize("own", ["Its fighters", "Its men"])
def test_what_its_own_do_a_group_does(own: str) -> None:
    assert "boko-haram" in actors(f"Boko Haram seized a town. {own} killed ten pupils.", "attack")
    assert not actors(f"The storm hit the town. {own} killed ten pupils.", "attack")


def test_who_rules_a_state_is_no_voice_of_it() -> None:
    text = "Chadian President Ann Lee left. “We signed an accord in May,” Lee said."
    assert story(text, "agreement") and "chad" not in actors(text, "agreement")


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("“They signed an accord in May,” Lee said.", "agreement"),
        ("“I signed an accord in May,” Lee said.", "agreement"),
        ("Lee said on Monday that we would stay for long.", "statement"),  # no quotation
        ("“It is hard for us,” Lee said on Monday.", "statement"),
        ("“We signed an accord in May,” Ahmad Gul said.", "agreement"),
    ],
)
def test_nobody_is_meant_where_we_is_not_said_for_a_side(text: str, type: str) -> None:
    assert story(f"{ENVOY} {text}", type) and "united-states" not in actors(f"{ENVOY} {text}", type)


@pytest.mark.parametrize(
    ("text", "type", "who"),
    [
        ("Chad and Sudan have signed an accord, Pope Francis said on Monday.", "agreement", "francis"),
        ("Iran will withdraw from the treaty, Jane Roe said on Monday.", "decision", "jane-roe"),
        ("Chad and Sudan will meet again in May, Jane Roe said on Monday.", "meeting", "jane-roe"),
    ],
)
def test_who_tells_what_others_agree_on_takes_no_part_in_it(text: str, type: str, who: str) -> None:
    assert story(text, type)
    assert who not in actors(text, type)


@pytest.mark.parametrize(
    ("text", "type", "who"),
    [
        ("Chad hopes to sign an accord with Sudan in May, Jane Roe hopes.", "agreement", "chad"),
        ("Jane Roe hoped on Monday that Chad and Sudan would sign an accord.", "agreement", "jane-roe"),
        ("An accord was signed on Sunday, Jane Roe said on Monday.", "agreement", "jane-roe"),  # nobody else is named
        ("Jane Roe said on Monday that she had signed an accord with Sudan.", "agreement", "jane-roe"),
        ("US envoy John Doe said on Monday that the Taliban would sign an accord.", "agreement", "john-doe"),
        ("An accord with Sudan has been reached, the Taliban said on Monday.", "agreement", "taliban"),
        ("Sudan has bombed a village in Chad, Jane Roe said on Monday.", "attack", "jane-roe"),
    ],
)
def test_who_hopes_for_it_or_is_of_a_side_does(text: str, type: str, who: str) -> None:
    assert who in actors(text, type)


@pytest.mark.parametrize("verb", ["formed", "founded", "established", "created", "installed"])
def test_what_is_founded_takes_no_part_in_that(verb: str) -> None:
    (event,) = events_of(f"The rebels {verb} a transitional government in May.", "2019-06-30")
    assert "Transitional government" not in [one.name for one in event.reports[0].described]


def test_what_is_there_does() -> None:
    (event,) = events_of("The transitional government attacked the rebels in May.", "2019-06-30")
    assert "Transitional government" in [one.name for one in event.reports[0].described]
