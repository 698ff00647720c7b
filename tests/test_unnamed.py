"""Those whom articles describe and do not name, and who of the others takes part in an event."""

from typing import Any

import pytest
from stories import archive_of, events_of

from dateline.lexicon.load import document
from dateline.model import Actor, Description, Edit, Event
from dateline.reports.grammar.classes import KINDS, forms, plural
from dateline.unnamed import described, with_unnamed

LEXICON = document("described")


def classes(text: str) -> set[str]:
    """The classes without a name that take part in some event of a story."""
    return {one.name for one in _described(text) if one.actor is None}


def written(text: str) -> set[str]:
    """How those who take part are described."""
    return {form for one in _described(text) for form in one.forms}


def _described(text: str) -> list[Description]:
    return [one for event in events_of(text) for report in event.reports for one in report.described]


def actors(text: str, type: str) -> set[str]:
    """Who is named as taking part in the story's events of one type."""
    return {id for event in events_of(text) if event.type == type for id in event.actors}


def nouns() -> list[Any]:
    rows = []
    for group in KINDS:
        for noun, example in LEXICON.data[group].items():
            line = LEXICON.line_of(f"[{group}]" if group.isalpha() else f'["{group}"]', example)
            rows.append(pytest.param(group, noun, example, id=f"described.toml:{line}:{noun}"))
    return rows


@pytest.mark.parametrize(("group", "noun", "example"), nouns())
def test_each_noun_is_found_in_its_example(group: str, noun: str, example: str) -> None:
    found = {form.lower() for form in written(example)}
    assert any(form.endswith((noun, plural(noun))) for form in found), _described(example)
    if group == "member":
        assert classes(example) == set()
    elif group == "people":
        assert classes(example) == {"Displaced people"}


@pytest.mark.parametrize("line", LEXICON.data["forms"]["irregular"].strip().splitlines())
def test_an_irregular_plural_is_that_of_its_noun(line: str) -> None:
    half = len(line.split()) // 2
    one, many = " ".join(line.split()[:half]), " ".join(line.split()[half:])
    for subject in (f"A {one}", f"Ten {many}"):
        assert classes(f"{subject} fled the town on Monday.") == {many.capitalize()}


@pytest.mark.parametrize("noun", sorted(forms("only")))
def test_a_noun_without_another_number_is_its_own_plural(noun: str) -> None:
    assert any(noun in LEXICON.data[group] for group in KINDS)
    assert noun in {form.lower() for form in written(f"On Monday {noun} fled the town.")}


@pytest.mark.parametrize("word", sorted(forms("which")))
def test_a_word_says_which_ones(word: str) -> None:
    assert f"{word} officials".capitalize() in classes(f"Two {word} officials were killed on Monday.")


@pytest.mark.parametrize("word", ["senior", "local", "unidentified", "masked", "young", "suspected"])
def test_other_words_only_describe_them(word: str) -> None:
    text = f"Two {word} gunmen were killed on Monday."
    assert classes(text) == {"Gunmen"}
    assert f"Two {word} gunmen" in written(text)


@pytest.mark.parametrize("word", sorted(forms("collective")))
def test_some_of_them_are_they(word: str) -> None:
    assert f"{word} of elders" in {form.lower() for form in written(f"{word.capitalize()} of elders fled on Monday.")}


@pytest.mark.parametrize("word", sorted(forms("bodies")))
def test_a_body_of_them_is_they_by_itself(word: str) -> None:
    assert word in written(f"The {word} of tribal elders met the minister on Monday.")


@pytest.mark.parametrize("noun", sorted(forms("held")))
def test_a_name_before_those_who_are_held_says_where_they_belong(noun: str) -> None:
    text = f"Chad released a Taliban {noun} on Monday."
    assert classes(text) == {f"Taliban {plural(noun)}"}
    assert "taliban" not in actors(text, "detention")


@pytest.mark.parametrize("word", sorted(forms("captured")))
def test_those_who_are_captured_do_not_act_for_their_side(word: str) -> None:
    text = f"The army moved ten {word} Taliban fighters on Monday."
    assert "taliban" not in {id for event in events_of(text) for id in event.actors}


@pytest.mark.parametrize("word", sorted(forms("camps")))
def test_a_camp_says_which_ones_with_a_capital(word: str) -> None:
    name = f"{word.capitalize()} senators"
    assert name in classes(f"In Rome, {name} denounced the deal on Monday.")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "The provincial government dissolved a military court on Monday.",
            {"Provincial government", "Military court"},
        ),
        ("The government dissolved a court on Monday.", {"Court"}),  # which one is for the names to say
        ("Chad expelled a team of military and police experts on Monday.", {"Police experts"}),
        ("A woman was taken to court on Monday.", {"Women"}),
        ("The army chief killed a teacher on Monday.", {"Teachers"}),
        ("On Monday left-wing guerrillas killed gun-toting villagers.", {"Guerrillas", "Villagers"}),
    ],
)
def test_an_institution_is_told_of_in_the_singular(text: str, names: set[str]) -> None:
    assert classes(text) == names


def test_an_outlet_takes_part_in_what_it_claims_only_where_nobody_else_does() -> None:
    assert classes("State media said the port had been attacked on Monday.") == {"State media"}
    (attack,) = (e for e in events_of("State media said rebels attacked the port.") if e.type == "attack")
    assert {one.name for report in attack.reports for one in report.described} == {"Rebels"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The port fell hours after paratroopers had seized the hill on Monday.", {"Paratroopers"}),
        ("The minister denounced the road, which farmers blocked on Monday and where they clashed.", {"Farmers"}),
        ("The country's parliament condemned the raid on Monday.", {"Parliament"}),
        ("Troops were sent to the town on Monday.", {"Troops"}),
        ("On Monday the army clashed with rebels", {"Army", "Rebels"}),  # nothing stands behind them
        ("Chad killed 300 soldiers on Monday.", {"Soldiers"}),
        ("A bomb exploded outside parliament on Monday.", set()),
        ("The SDF's 12,000 fighters fled on Monday.", set()),  # they are the SDF
    ],
)
def test_where_they_stand_in_a_sentence(text: str, names: set[str]) -> None:
    assert classes(text) == names


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Armed gangs attacked the port on Sunday. On Monday they stormed a prison.", ["attack", "attack"]),
        ("Armed gangs stormed a school on Monday before they fled into the hills.", ["attack", "displacement"]),
    ],
)
def test_they_are_those_described_before(text: str, types: list[str]) -> None:
    told = [(e.type, {one.name for report in e.reports for one in report.described}) for e in events_of(text)]
    assert told == [(type, {"Armed gangs"}) for type in types]


@pytest.mark.parametrize(
    "text",
    [
        "Armed gangs clashed with soldiers on Sunday. On Monday they stormed a prison.",  # which of the two?
        "Armed gangs attacked the port on Sunday. “They stormed a prison on Monday,” Ann Lee said.",
        "Armed gangs met NATO on Sunday. On Monday they stormed a prison.",
    ],
)
def test_nobody_is_meant_where_there_is_a_doubt(text: str) -> None:
    last = [e for e in events_of(text) if "prison" in e.headline][-1]
    assert {one.name for report in last.reports for one in report.described} == set()


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Soldiers loyal to the mayor seized the port on Monday.", "Soldiers loyal to the mayor"),
        ("Fighters allied to Ann Lee seized the port on Monday.", "Fighters allied to Ann Lee"),
        ("Police fired on young protesters on Monday.", "young protesters"),
        ("Guards shot at two villagers on Monday.", "two villagers"),
    ],
)
def test_to_whom_they_are_tied_and_at_whom_they_shoot(text: str, form: str) -> None:
    assert form in written(text)


@pytest.mark.parametrize("deed", sorted(forms("deeds")))
def test_whom_a_deed_befell_is_behind_of(deed: str) -> None:
    assert classes(f"The minister denounced the {deed} of three teachers on Monday.") == {"Teachers"}


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("About 2,000 displaced families fled the city on Monday.", "About 2,000 displaced families"),
        ("About 2,000 displaced families fled the city on Monday.", "2,000 displaced families"),
        ("About 2,000 displaced families fled the city on Monday.", "displaced families"),
        ("As many as 40 civilians were killed on Monday.", "As many as 40 civilians"),
        ("Residents of Kunduz fled on Monday.", "Residents of Kunduz"),
        ("Officials in Kabul condemned the attack on Monday.", "Officials in Kabul"),
        ("Defence ministers of the alliance met on Monday.", "Defence ministers of the alliance"),
        ("A senior Taliban official in Doha met the envoy on Monday.", "A senior Taliban official in Doha"),
        ("About 900 US troops withdrew from Kabul on Monday.", "About 900 US troops"),
        ("Negotiators for the Taliban met the envoy on Monday.", "Negotiators for the Taliban"),
    ],
)
def test_the_whole_phrase_is_kept(text: str, form: str) -> None:
    assert form in written(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Taliban attacked a police station on Monday.",  # describes the station
        "The Taliban attacked a rebel commander, Ahmad Gul, on Monday.",  # he is named
        "Nabil Karim, a journalist, was killed on Monday.",  # so is he
        "Negotiator Ann Lee met the Taliban on Monday.",
        "No civilians were killed on Monday.",
        "The Taliban asked its fighters on Monday to withdraw from Kunduz.",  # they are the Taliban's
        "XYZ fighters attacked the base on Monday.",  # somebody's whom nobody knows
        "Chad killed ten “terrorists” on Monday.",  # as it calls them
        "The Smith family fled the town on Monday.",
        "The minister met the Taliban on Monday.",  # whom readers know
        "The Taliban told reporters on Monday that it would withdraw.",
        "The dead were civilians, the Taliban said on Monday.",
        "The general manager met the Taliban on Monday.",
        "The Taliban met in Kunduz, where people would judge them, on Monday.",
        "The attack on the Taliban was the deadliest since officials suspect foul play.",
    ],
)
def test_who_is_named_or_takes_no_part_is_no_class(text: str) -> None:
    assert classes(text) == set()


def test_the_official_is_one_who_was_described_before() -> None:
    assert classes("The official condemned the attack on Monday.") == set()
    text = "A security official met the envoy on Monday. The official condemned the attack."
    assert classes(text) == {"Security officials"}


def test_the_elders_are_those_described_more_fully_before() -> None:
    text = "A delegation of some 40 tribal elders visited Herat on Monday. The elders met the minister on Tuesday."
    assert classes(text) == {"Tribal elders"}
    assert {"delegation", "The elders"} <= written(text)


def test_people_stand_in_where_nobody_else_is_told_of_and_their_number_is_a_figure() -> None:
    assert classes("People fled the valley on Monday.") == {"Displaced people"}
    assert classes("About 300 people fled the valley on Monday.") == set()
    assert classes("A bomb killed at least 16 people on Monday.") == set()
    assert classes("At least 16 people were killed by the Taliban on Monday.") == set()
    assert classes("Gunmen killed at least 16 people on Monday.") == {"Gunmen"}
    assert classes("Thousands of people attended the talks on Monday.") == set()


def test_a_body_takes_part_in_what_it_claims_and_a_witness_does_not() -> None:
    assert "Authorities" in classes("A missile struck the port on Monday, according to the authorities.")
    assert "Separatists" in classes("Separatists in the east said on Monday that shells had hit the port.")
    assert classes("A missile struck the port on Monday, according to residents.") == set()


@pytest.mark.parametrize(
    ("text", "type", "told"),
    [
        # what is said is no deed of those of whom it is said
        ("The Taliban said on Monday that NATO had left Kabul.", "statement", {"taliban"}),
        ("NATO had left Kabul, the Taliban said on Monday.", "statement", {"taliban"}),
        ("The Taliban denied on Monday that NATO had left Kabul.", "statement", {"taliban"}),
        # but an act by words concerns whom it is about
        ("The Taliban announced on Monday that NATO had left Kabul.", "statement", {"taliban", "nato"}),
        ("The Taliban accused NATO of an attack on Monday.", "statement", {"taliban", "nato"}),
        ("The Taliban said on Monday that it had warned NATO.", "statement", {"taliban", "nato"}),
        ("The Taliban condemned NATO on Monday and accused Iran of a plot.", "statement", {"taliban", "nato", "iran"}),
        ("In a statement issued on Monday, the Taliban put its losses at nine dead.", "statement", {"taliban"}),
        ("The talks are scheduled for this week, Reuters reported on Thursday.", "statement", {"reuters"}),
        # what is told by the way is nobody's claim
        ("The Taliban said NATO had left Kabul, which was attacked on Sunday.", "attack", set()),
        # who opens the talks is told later in the sentence
        ("Days after holding talks with Iran on Monday, NATO left Kabul.", "talks", {"iran", "nato"}),
        # one party alone makes no talks
        ("An agreement was reached on Monday, days before the rains, far from NATO.", "agreement", {"nato"}),
    ],
)
def test_who_takes_part(text: str, type: str, told: set[str]) -> None:
    assert actors(text, type) == told


def test_an_attack_goes_on_in_the_clause_behind() -> None:
    assert classes("In 2018 the envoy survived a drone attack that killed six farmers.") == {"Farmers"}


def test_two_articles_that_tell_of_gunmen_are_not_joined_by_them() -> None:
    one = "Gunmen killed a mayor in Kunduz on Monday."
    other = "Gunmen killed two pilots in Herat on Monday."
    assert len(archive_of(("2019-06-30", one), ("2019-06-30", other))) == 2


def told(*names: str, editor: tuple[Edit, ...] = ()) -> Event:
    (event,) = events_of("The Taliban released forty prisoners on Monday.")
    found = tuple(Description(None, name, "organisation", (f"two {name.lower()}",)) for name in names)
    report = event.reports[0]
    reports = (type(report)(**{**_fields(report), "described": found}),)
    return type(event)(**{**_fields(event), "reports": reports, "editor": editor})


def _fields(one: Any) -> dict[str, Any]:
    return {name: getattr(one, name) for name in one.__dataclass_fields__}


TALIBAN = Actor("taliban", "Taliban", "armed group", mentions=("Taliban",))


def test_classes_become_actors_behind_the_named_ones() -> None:
    event = with_unnamed(told("Gunmen", "Elders"), {})
    assert event.actors == ("taliban", "gunmen", "elders")
    assert [(one.id, one.unnamed, one.phrases) for one in described([event], [TALIBAN])] == [
        ("taliban", False, ()),
        ("elders", True, ("two elders",)),
        ("gunmen", True, ("two gunmen",)),
    ]


def test_an_editor_who_says_who_took_part_has_the_last_word() -> None:
    event = with_unnamed(told("Gunmen", editor=(Edit("actors", "", "They were named later.", "conflict.toml:9"),)), {})
    assert event.actors == ("taliban",)
    assert described([event], [TALIBAN]) == (TALIBAN,)


def test_a_class_with_the_id_of_somebody_named_is_that_one() -> None:
    named = Actor("rebels", "Rebels", "armed group")
    (found,) = described([with_unnamed(told("Rebels"), {"rebels": named})], [named])
    assert (found.name, found.unnamed, found.phrases) == ("Rebels", False, ("two rebels",))


def test_a_class_is_nobody_whose_id_only_looks_like_it() -> None:
    named = Actor("rebels", "Free Army", "armed group")
    found = {one.id: one for one in described([with_unnamed(told("Rebels"), {"rebels": named})], [named])}
    assert found["rebels"] == named
    assert found["rebels-not-named"].unnamed


@pytest.mark.parametrize(
    "text",
    [
        "Ukrainian soldiers entered Lyman on Sunday. The former soldiers seized the palace on Monday.",
        "Malian troops entered Kidal on Sunday. The Council ended the mission, whose 600 troops left on Friday.",
    ],
)
def test_others_are_not_taken_for_those_told_of_before(text: str) -> None:
    *_, last = archive_of(("2020-05-08", text))
    assert not {"ukrainian-forces", "malian-forces"} & set(last.actors)


def test_gunmen_from_a_group_are_the_group_and_those_from_a_country_are_not() -> None:
    assert classes("Gunmen from Boko Haram attacked a school on Monday.") == set()
    assert classes("Gunmen belonging to the Islamic State attacked a school on Monday.") == set()
    assert classes("Gunmen from Syria attacked a school on Monday.") == {"Gunmen"}


def test_the_sides_of_talks_take_part_where_nobody_says_who_they_are() -> None:
    assert classes("Both sides signed a truce on Monday.") == {"Both sides"}
    named = events_of("The Taliban and Iran opened talks in Doha on Monday. Both sides signed a truce on Friday.")[-1]
    assert {*named.actors} == {"taliban", "iran"}
    assert classes("On Monday the envoy urged all sides to sign.") == set()


def test_factions_are_somebody_only_by_whose_they_are() -> None:
    assert classes("Two Palestinian factions attacked the base on Monday.") == {"Palestinian factions"}
    assert classes("Two factions attacked the base on Monday.") == set()
    assert classes("The factions attacked the base on Monday.") == set()
    told = "Chad's warring factions met the envoy on Monday."
    assert "Chad's warring factions" in written(told)
    assert classes(f"{told} The factions signed a truce on Friday.") == {"Warring factions"}
