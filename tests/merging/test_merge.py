"""Which reports are one event, and which only look alike."""

import pytest
from stories import archive_of, article

from dateline.merging.merge import events
from dateline.model import Conflict, Event
from dateline.stages.archive import gather
from dateline.stages.known import known_of
from dateline.stages.reading import read
from dateline.stages.resolving import resolve


def told(*texts: str) -> tuple[Event, ...]:
    readings = [read(article(text, f"story{n}.txt")) for n, text in enumerate(texts)]
    archive = gather(readings, Conflict())
    reports = [report for one in readings for report in resolve(one, archive.facts(one.article.id)).reports]
    return events(reports, archive.articles, known_of(archive))


@pytest.mark.parametrize(
    "text",
    [
        "Negotiators held a fifth round of talks in Doha on March 1, 2019. "
        "Negotiators held a sixth round of talks in Doha on May 1, 2019.",
        "Militants attacked the city of Kabul on Sunday. Militants attacked the city of Herat on Monday.",
        "The blast killed 12 soldiers on Friday. The blast killed 15 soldiers on Saturday.",
        "The Taliban warned that war will follow. The Taliban also condemned the ban.",
        "The US imposed sanctions on the bank in May 2018. The US imposed sanctions on the bank in November 2018.",
    ],
)
def test_events_that_only_look_alike_stay_two(text: str) -> None:
    assert len(told(text)) == 2


def test_the_attack_is_the_one_told_before() -> None:
    (event,) = told("Rebels attacked the port of Hodeida yesterday. The attack lasted for hours.")
    assert len(event.reports) == 2 and "comes back" in event.joins[0].why


def test_casualties_right_after_belong_to_the_attack() -> None:
    (event,) = told("A bomb killed a reporter in Mokha yesterday. At least five other civilians died yesterday.")
    assert "casualties" in event.joins[0].why


def test_the_same_event_in_two_articles_has_two_sources() -> None:
    line = "US envoy Zalmay Khalilzad met Afghan President Ashraf Ghani in Kabul on Friday."
    found = told(line, "On Friday, Zalmay Khalilzad met President Ashraf Ghani in Kabul.")
    assert [(event.articles, len(event.other_ids)) for event in found] == [(2, 1)]


SAME = [
    # (published, text) twice: who, where and the deed by other words
    (
        ("2019-08-18", "A suicide bomber killed at least 63 people at a wedding hall in Kabul on Saturday."),
        (
            "2019-08-19",
            "The blast at a wedding in the Afghan capital, Kabul, on Saturday left 63 dead.",
        ),
    ),
    (
        ("2019-09-01", "The Taliban attacked the northern city of Kunduz on Saturday, officials said."),
        ("2019-09-02", "Taliban fighters launched an assault on Kunduz on August 31."),
    ),
    (
        ("2019-10-10", "Turkey launched an offensive against Kurdish forces in northeastern Syria on Wednesday."),
        ("2019-10-20", "Turkish forces began their incursion into Syria on October 9."),
    ),
    (
        ("2022-02-24", "Russian President Vladimir Putin announced a military operation in Ukraine on Thursday."),
        ("2022-03-01", "On February 24, Russia announced a special military operation in Ukraine."),
    ),
    (
        ("2018-12-20", "US President Donald Trump announced the withdrawal of US troops from Syria on Wednesday."),
        ("2019-01-05", "On December 19, Washington announced that it was pulling its soldiers out of Syria."),
    ),
    (
        ("2019-06-30", "Saudi Arabia's foreign minister met Iran's president in Baghdad on Friday."),
        (
            "2019-07-02",
            "On Friday, Iranian President Hassan Rouhani met Saudi Foreign Minister Adel al-Jubeir in Baghdad.",
        ),
    ),
    (
        ("2019-10-27", "US special forces killed Abu Bakr al-Baghdadi in a raid in Idlib province on Saturday."),
        ("2019-10-31", "Abu Bakr al-Baghdadi died in a US raid in Syria on October 26."),
    ),
    (
        ("2019-07-02", "Sudan's generals and protest leaders signed a power-sharing accord in Khartoum on Monday."),
        ("2019-07-04", "The military council and opposition leaders signed the deal on July 1 in Khartoum."),
    ),
    (
        ("2019-10-07", "Donald Trump and Recep Tayyip Erdogan spoke on the phone on Sunday."),
        (
            "2019-10-08",
            "It was said after Donald Trump had a phone conversation with Recep Tayyip Erdogan.",
        ),
    ),
    (
        (
            "1998-08-10",
            "Bombs exploded outside U.S. embassies in Kenya and Tanzania last week, killing 257.",
        ),
        (
            "1998-08-20",
            "The bombings of the embassies in Nairobi, Kenya, and in Tanzania on August 7 killed 257.",
        ),
    ),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_two_articles_tell_one_event_in_other_words(one: tuple[str, str], other: tuple[str, str]) -> None:
    found = [event for event in archive_of(one, other) if event.articles == 2]
    assert len(found) == 1 and found[0].joins[0].why.startswith("same kind, ")


def test_the_day_speaks_for_the_week() -> None:
    (event,) = archive_of(*SAME[-1])
    assert event.when.edtf == "1998-08-07"


ON_FRIDAY = [
    ("The Taliban attacked Kunduz, Afghanistan, on Friday.", "The Taliban attacked Herat, Afghanistan, on Friday."),
    ("Taliban fighters killed ten Afghan soldiers on Friday.", "The Taliban killed four Afghan soldiers on Friday."),
    ("The Taliban attacked Kunduz on Friday.", "The Taliban attacked a checkpoint in Kunduz on Friday."),
    ("Israel struck Hamas positions in Gaza on Friday.", "Hamas fired rockets at Israel from Gaza on Friday."),
    ("Hamas attacked Israeli soldiers in Gaza on Friday.", "Israel attacked Hamas fighters in Gaza on Friday."),
    (
        "A Russian drone strike on Kharkiv killed two civilians on Friday.",
        "Russian artillery shelled Kharkiv on Friday, wounding five people.",
    ),
    ("A bomb killed nine soldiers in Mogadishu on Friday.", "A bomb killed a lawmaker in Mogadishu on Friday."),
    ("France withdrew its troops from Gao on Friday.", "France sent 100 troops to Gao on Friday."),
    ("US forces withdrew from Manbij on Friday.", "US forces withdrew from Raqqa in Syria on Friday."),
    (
        "US President Donald Trump announced a withdrawal from Syria on Friday.",
        "On Friday, the US announced a troop withdrawal from Afghanistan.",
    ),
    (
        "US President Donald Trump announced sanctions on Iran on Friday.",
        "On Friday, US President Donald Trump announced a troop withdrawal from Iraq.",
    ),
    ("Iran condemned the US sanctions on Friday.", "Iran condemned the US strike on Friday."),
    (
        "Iran condemned the bombing of US embassies in Kenya on Friday.",
        "President Bill Clinton condemned the bombing of US embassies in Kenya on Friday.",
    ),
    (
        "US envoy Zalmay Khalilzad met Afghan President Ashraf Ghani in Kabul on Friday.",
        "US envoy Zalmay Khalilzad met Abdullah Abdullah in Kabul on Friday.",
    ),
    (
        "US Secretary of State Mike Pompeo met Russian President Vladimir Putin on Friday.",
        "US President Donald Trump met Russian Foreign Minister Sergey Lavrov on Friday.",
    ),
    ("The US and the Taliban signed a deal in Doha on Friday.", "The US and Qatar signed a deal in Doha on Friday."),
    ("The US imposed sanctions on Iran's central bank on Friday.", "The US put sanctions on Iranian ships on Friday."),
    (
        "The government and the rebels agreed a ceasefire in Aleppo on Friday.",
        "The rebels broke the ceasefire in Aleppo on Friday.",
    ),
    (
        "Two prisoners were released by the Taliban on Friday.",
        "The government released 100 Taliban prisoners on Friday.",
    ),
    ("Telerate shares fell in New York on Friday.", "Unisys stock fell in New York on Friday."),
    ("Donald Trump spoke to Erdogan by phone on Friday.", "Donald Trump met Erdogan on Friday."),
    ("The Taliban will attack Kunduz on Friday.", "The Taliban attacked Kunduz on Friday."),
]


@pytest.mark.parametrize(("one", "other"), ON_FRIDAY)
def test_events_of_one_day_that_only_look_alike_stay_two(one: str, other: str) -> None:
    found = archive_of(("2019-06-30", one), ("2019-06-30", other))
    assert len(found) > 1 and not [event for event in found if event.articles > 1]


def test_what_keeps_a_report_from_one_of_an_event_keeps_it_from_the_event() -> None:
    bare = "The Taliban attacked the city of Kunduz on Friday."
    at_a_school = "The Taliban attacked a school in Kunduz on Friday, killing 12 people."
    at_a_hotel = "The Taliban attacked a hotel in Kunduz on Friday, killing 12 people."
    found = archive_of(*(("2019-06-30", text) for text in (at_a_school, bare, at_a_hotel)))
    together = [{report.quote for report in event.reports} for event in found]
    assert not [quotes for quotes in together if {at_a_school, at_a_hotel} <= quotes]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Drones hit the plant yesterday. The attacks triggered fires at the plant.", 2),  # what came of it
        ("Drones hit the plant yesterday. The attacks lasted for hours.", 1),
        ("Turkey began an invasion yesterday. Erdogan said the invasion was “to bring peace”.", 2),  # his words for it
        ("Turkey began an invasion yesterday. The invasion lasted for days.", 1),
    ],
)
def test_what_is_told_of_a_deed_is_not_the_deed(text: str, number: int) -> None:
    assert len(told(text)) == number, [event.headline for event in told(text)]


def test_ids_are_unique_and_rest_on_the_words_alone() -> None:
    first, second = told("Rebels attacked the port yesterday."), told("It rained. Rebels attacked the port yesterday.")
    assert [event.id for event in first] == [event.id for event in second]
    many = told("Kabul was attacked. Herat was attacked. Kabul was attacked.")
    ids = [name for event in many for name in (event.id, *event.other_ids)]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (
            "President Joe Biden praised the army. President Joe Biden also said that the navy was strong.",
            "the same speaker goes on",
        ),
        (
            "The deal she had signed is a failure. Under the deal signed in February 2018, troops left the valley.",
            "one signed agreement",
        ),
        (
            "Turkey began an offensive into Syria on Monday. Turkey began the offensive with airstrikes on Monday.",
            "same kind",
        ),
        (
            "Iran said it had reached an agreement with Oman. An agreement has been reached with Oman, Iran said.",
            "same kind, word and actors",
        ),
        (
            "Gunmen killed Nabil Hasan in Aden on Tuesday. Masked men attacked Nabil Hasan on Tuesday, a witness said.",
            "the same person",
        ),
    ],
)
def test_what_an_article_tells_twice_is_one_event(text: str, why: str) -> None:
    joins = [join.why for event in told(text) for join in event.joins]
    assert [reason for reason in joins if why in reason], joins


def test_copies_of_one_wire_are_one_source() -> None:
    line = "Gunmen stormed the governor's house in the port of Arden and took two of his guards away."
    (event,) = told(line, line)
    assert event.articles == 2 and "the same words" in event.joins[0].why


def test_the_same_words_of_another_kind_are_another_event() -> None:
    line = "The ministry said on Friday that gunmen had stormed the governor's house in the port of Arden."
    found = told(line, line)
    assert sorted((event.type, len(event.reports)) for event in found) == [("attack", 2), ("statement", 2)]


OUSTED = "The Taliban were ousted by the US invasion in 2001."


def test_one_year_one_actor_and_one_name_are_one_event() -> None:
    found = told(OUSTED, "They are at their strongest since their 2001 defeat by a US-led invasion.")
    (event,) = [event for event in found if event.when.edtf == "2001"]
    assert [join.why for join in event.joins] == ["same kind, year and actor, called by the same name"]


@pytest.mark.parametrize(
    "other",
    [
        "A US raid killed ten men in 2001.",  # another name
        "The Soviet Union launched an invasion in 2001.",  # another actor
        "The US launched an invasion in 2003.",  # another year
    ],
)
def test_a_year_alone_joins_nothing(other: str) -> None:
    found = told(OUSTED, other)
    assert len(found) == 2 and all(not event.joins for event in found)
