"""Stories and what they tell: tests/examples/reports.toml."""

from typing import Any

import pytest
from example_file import cases
from stories import article

from dateline.model import Conflict
from dateline.reports.compose import tell
from dateline.reports.drafts.dating import RULES
from dateline.reports.drafts.story import Material, Story
from dateline.reports.headlines.cutting import cut
from dateline.reports.worth.verdict import RULES as REASONS
from dateline.stages.archive import gather
from dateline.stages.reading import read
from dateline.stages.resolving import Resolved, resolve


def told(text: str) -> Resolved:
    reading = read(article(text))
    return resolve(reading, gather([reading], Conflict()).facts(reading.article.id))


def shape(report: Any, wanted: dict[str, Any]) -> dict[str, Any]:
    """Of a report only what the example speaks of."""
    figures = [[f.what, -1 if f.low is None else f.low, -1 if f.high is None else f.high] for f in report.figures]
    everything = {
        "type": report.type,
        "modality": report.modality,
        "date": report.when.edtf,
        "rule": report.when.rule,
        "headline": report.headline,
        "attribution": report.attribution,
        "anonymous": bool(report.said_by and report.said_by[0].anonymous),
        "figures": figures,
    }
    return {key: everything[key] for key in wanted}


@pytest.mark.parametrize("story", cases("reports.toml", "story"))
def test_a_story_tells_its_events(story: dict[str, Any]) -> None:
    found = told(story["text"])
    assert [r.type for r in found.reports] == [event["type"] for event in story["events"]]
    assert [shape(r, wanted) for r, wanted in zip(found.reports, story["events"], strict=True)] == story["events"]
    if "why" in story:
        assert [discard.why for discard in found.discards] == [story["why"]]


def test_each_dating_rule_has_an_example() -> None:
    used = {event.get("rule") for case in cases("reports.toml", "story") for event in case.values[0]["events"]}
    assert used >= set(RULES)


@pytest.mark.parametrize("story", [case for case in cases("reports.toml", "story") if "passing" in case.values[0]])
def test_what_is_told_in_passing_has_a_reason(story: dict[str, Any]) -> None:
    reading = read(article(story["text"]))
    found = resolve(reading, gather([reading], Conflict()).facts(reading.article.id))
    so_far = Story(Material(found.article, reading.parsed, found.timexes, found.names, found.rounds, {}))
    assert [why for parsed in reading.parsed for why in tell(parsed, so_far).passing] == story["passing"]


def test_each_reason_has_an_example() -> None:
    given = {why for case in cases("reports.toml", "story") for why in case.values[0].get("passing", ())}
    assert given == {why for why, _ in REASONS}


def test_every_sentence_leads_to_an_event_or_to_a_reason() -> None:
    found = told("Rebels attacked the port yesterday. It was raining. Nobody spoke of 2015.")
    covered = [s for s in found.sentences if any(s.span.start <= r.span.start < s.span.end for r in found.reports)]
    assert len(covered) + len(found.discards) == len(found.sentences)


@pytest.mark.parametrize(
    "text",
    [
        "Rebels attacked the port yesterday and fled.",
        "“We won,” he said. The talks end on Monday.",
        "15th of last month. consultations, led by two envoys, resumed in Mora",  # a day before, an aside behind
    ],
)
def test_a_quote_is_the_text_at_its_offsets_and_holds_what_tells_of_it(text: str) -> None:
    found = told(text)
    assert found.reports
    for report in found.reports:
        assert found.article.text[report.span.start : report.span.end] == report.quote
        assert report.span.start <= report.trigger.start < report.trigger.end <= report.span.end


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        (
            "The envoy announced a truce in the east, which took effect on Friday, and left.",
            "a truce in the east, which",
        ),
        ("The truce, the mayor said on Friday, was signed by the rebels.", "The truce, the mayor said on Friday, was"),
    ],
)
def test_a_quote_begins_with_what_it_tells_of(text: str, quote: str) -> None:
    assert any(report.quote.startswith(quote) for report in told(text).reports if report.type == "agreement")


BEYOND = [
    "The army left at noon. It signed a deal 99999999 hours later.",
    "The army will be withdrawn in 200000 years.",
    "The troops will be withdrawn within 100000 months.",
    "Rebels attacked Bamako on May 3, 2020, 3000 years after the army seized it.",
    "On 9999-11-11 the army attacked Bamako, and in February it left Doha.",
    "On 9999-11-19 the army attacked Bamako, and on Jan. 2 it met the rebels.",
]


@pytest.mark.parametrize("text", BEYOND)
def test_what_lies_beyond_the_calendar_stops_nothing(text: str) -> None:
    assert told(text).reports


@pytest.mark.parametrize("said", ["that the demand", "to", "word " * 40, "x" * 200])
def test_a_headline_is_never_longer_than_it_may_be(said: str) -> None:
    begun = f"A senior official of the air force of the northern provinces said on Friday {said}"
    text = f"{begun} for an interim government had been refused by all of them."
    assert all(len(report.headline) <= 90 for report in told(text).reports)


@pytest.mark.parametrize(
    "text",
    [
        "Most of the forces of the northern provinces and of the southern provinces of the large republic were ousted",
        "Some forces of the northern and the southern provinces of the republic, the ministry of war said, were ousted",
    ],
)
def test_what_cannot_be_cut_where_a_phrase_ends_has_a_headline(text: str) -> None:
    assert all(0 < len(report.headline) <= 90 for report in told(text).reports)


def test_a_letter_that_has_no_capital_stays() -> None:
    assert [report.headline for report in told("ßa bomb killed ten people on Friday.").reports] == [
        "ßa bomb killed ten people"
    ]


@pytest.mark.parametrize(
    "text",
    ["No troops will leave unless talks resume", "They would not withdraw until the war ends", "On Monday he on"],
)
def test_a_text_may_end_with_a_verb_and_no_stop(text: str) -> None:
    assert all(report.headline.casefold().startswith(text[:8].casefold()) for report in told(text).reports)


def test_a_word_longer_than_a_line_is_cut() -> None:
    assert len(cut("x" * 95, 90)) == 90
