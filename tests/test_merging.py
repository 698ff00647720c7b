"""Which reports are one event, and which only look alike."""

import pytest
from stories import article

from dateline.archive import gather
from dateline.merging import events
from dateline.model import Conflict, Event
from dateline.reading import read
from dateline.resolving import resolve


def told(*texts: str) -> tuple[Event, ...]:
    readings = [read(article(text, f"story{n}.txt")) for n, text in enumerate(texts)]
    archive = gather(readings, Conflict())
    people = frozenset(key for key, actor in archive.actors.items() if actor.kind == "person")
    return events(
        [report for one in readings for report in resolve(one, archive.facts(one.article.id)).reports],
        archive.articles,
        people,
    )


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
