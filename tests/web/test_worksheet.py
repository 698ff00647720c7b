"""The worksheet asks what its key answers, gives nothing away, and is the same at every build."""

import dataclasses
from collections.abc import Sequence
from itertools import cycle

import pytest
from html_page import parse
from sample_timeline import sample

from dateline.model import Speaker, Timeline
from dateline.pipeline import run
from dateline.web import lookup
from dateline.web.page import Page
from dateline.web.views import worksheet as sheet


@pytest.fixture(scope="module")
def seeds() -> Timeline:
    from paths import SEEDS

    return run(SEEDS).timeline


def made(timeline: Timeline) -> sheet.Worksheet:
    return sheet.worksheet(lookup.of(timeline))


def test_only_events_of_a_certain_date_are_to_be_dated(seeds: Timeline) -> None:
    chosen = sheet.choose(seeds.events)
    assert 12 <= len(chosen) <= sheet.MOST
    assert all(event.when.stated and event.when.first and event.when.last for event in chosen)
    assert {event.when.precision for event in chosen} <= {"day", "week", "month"}
    assert len({event.when.edtf[:7] for event in chosen}) >= 6  # spread over the timeline
    assert {"talks", "attack"} <= {event.type for event in chosen}  # and over both lanes


def test_the_date_and_the_speaker_are_blank(seeds: Timeline) -> None:
    questions = {one.link.text: one for one in made(seeds).questions}
    biden = next(one for text, one in questions.items() if "Biden" in text)
    assert [(piece.text, piece.asks) for piece in biden.pieces if piece.asks] == [
        ("President Biden", "who"),
        ("Thursday", "when"),
    ]
    assert "".join(piece.text for piece in biden.pieces) == biden.quote.before + biden.quote.words + biden.quote.after
    assert biden.who == "President Biden"


def test_those_who_say_so_stand_in_one_order_also_where_only_a_capital_tells_them_apart(
    seeds: Timeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = cycle(["The army", "the Army", "the army", "THE ARMY"])
    monkeypatch.setattr(sheet, "who_says", lambda *_: next(names))
    speakers = made(seeds).speakers
    assert len(speakers) > 1
    assert list(speakers) == sorted(speakers)


def test_the_sheet_does_not_hold_what_the_key_tells(sample_pages: Sequence[Page]) -> None:
    pages = {page.path: parse(page.content) for page in sample_pages if page.path.startswith("worksheet")}
    asked = made(sample()).questions
    assert asked
    assert not [href for href in pages["worksheet.html"].hrefs if "events/" in href or "articles/0" in href]
    for one in asked:
        assert one.link.text in pages["worksheet-key.html"].text
        assert one.why in pages["worksheet-key.html"].text
        assert one.why not in pages["worksheet.html"].text


def test_the_letters_do_not_stand_in_the_order_of_time(seeds: Timeline) -> None:
    found = made(seeds)
    letters = [letter for group in found.order for letter in group.split(" and ")]
    assert sorted(letters) == [one.letter for one in found.questions]
    assert letters != sorted(letters)


def test_what_has_one_date_stands_together_in_the_key(seeds: Timeline) -> None:
    found = made(seeds)
    dates = {one.letter: str(one.date) for one in found.questions}
    assert [dates[group[0]] for group in found.order] == list(found.dates)
    assert any(" and " in group for group in found.order)


def test_a_heavier_event_is_chosen_first_but_not_all_of_one_month() -> None:
    event = next(event for event in sample().events if event.id == "e-kunduz")
    report = dataclasses.replace(event.reports[0])
    same = [dataclasses.replace(event, id=f"a-{n:02}", reports=(report,)) for n in range(20)]
    other = next(event for event in sample().events if event.id == "e-round-7")
    lighter = dataclasses.replace(other, salience=0.3)
    assert lighter in sheet.choose([*same, lighter])
    assert len(sheet.choose([*same, lighter])) == sheet.MOST


def test_a_speaker_is_not_found_inside_another_word() -> None:
    event = next(event for event in sample().events if event.id == "e-trip")
    said = dataclasses.replace(event, said_by=(Speaker(None, "Pomp", False, None),))
    (question,) = (one for one in made(dataclasses.replace(sample(), events=(said,))).questions)
    assert [piece.text for piece in question.pieces if piece.asks] == ["this week"]


def test_forecasts_end_in_the_key(seeds: Timeline) -> None:
    endings = made(seeds).endings
    assert endings
    assert all(one.outcome.sentence for one in endings)
    assert not any("do not say" in one.outcome.sentence or "Still ahead" in one.outcome.sentence for one in endings)


def test_a_timeline_without_dates_has_a_sheet_that_says_so() -> None:
    empty = made(dataclasses.replace(sample(), events=()))
    assert (empty.questions, empty.order, empty.endings, empty.claims) == ((), (), (), ())


def test_no_chance_is_in_it(seeds: Timeline) -> None:
    assert made(seeds) == made(seeds)
    assert made(dataclasses.replace(seeds, events=tuple(reversed(seeds.events)))).questions == made(seeds).questions
