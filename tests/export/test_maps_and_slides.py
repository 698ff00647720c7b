"""data/events.geojson and data/timelinejs.json, read by what reads them: geojson, and the schema of TimelineJS."""

import json
import re
from dataclasses import replace
from datetime import date
from typing import Any

import geojson
import jsonschema
import pytest
from hostile import HOSTILE, says
from html_page import parse
from sample_timeline import sample

from dateline.edtf import when_lasting, when_within
from dateline.export import events_geojson, timelinejs
from dateline.model import When

BASE_URL = "https://example.org/talks"

DATE = {
    "type": "object",
    "required": ["year"],
    "additionalProperties": False,
    "properties": {
        "year": {"type": "integer"},
        "month": {"type": "integer", "minimum": 1, "maximum": 12},
        "day": {"type": "integer", "minimum": 1, "maximum": 31},
    },
    "dependentRequired": {"day": ["month"]},
}
TEXT = {
    "type": "object",
    "additionalProperties": False,
    "properties": {"headline": {"type": "string"}, "text": {"type": "string"}},
}
SLIDES = {  # timeline.knightlab.com/docs/json-format.html
    "type": "object",
    "required": ["events"],
    "additionalProperties": False,
    "properties": {
        "title": {"type": "object", "required": ["text"], "properties": {"text": TEXT}},
        "events": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["start_date", "text", "unique_id"],
                "additionalProperties": False,
                "properties": {
                    "start_date": DATE,
                    "end_date": DATE,
                    "display_date": {"type": "string"},
                    "text": TEXT,
                    "unique_id": {"type": "string", "pattern": "^\\S+$"},
                },
            },
        },
    },
}
jsonschema.Draft202012Validator.check_schema(SLIDES)


def slides(text: str) -> dict[str, Any]:
    """Event id -> its slide."""
    data = json.loads(text)
    jsonschema.validate(data, SLIDES)
    return {slide["unique_id"]: slide for slide in data["events"]}


def features(text: str) -> list[Any]:
    data = geojson.loads(text)
    assert data.is_valid, data.errors()
    found: list[Any] = data["features"]
    assert len({feature["id"] for feature in found}) == len(found)
    return found


def test_every_event_is_on_the_map_file_once_for_each_of_its_places() -> None:
    found = features(events_geojson.text(sample(), None))
    expected = [(event.id, place) for event in sample().events for place in (event.places or (None,))]
    names = {place.id: place.name for place in sample().places} | {None: None}
    assert [(one["properties"]["event"], one["properties"]["place"]) for one in found] == [
        (id, names[place]) for id, place in expected
    ]


def test_longitude_stands_first_and_the_precision_beside_it() -> None:
    found = {one["id"]: one for one in features(events_geojson.text(sample(), BASE_URL))}
    kunduz = found["e-kunduz@kunduz"]
    assert kunduz["geometry"] == {"type": "Point", "coordinates": [68.87, 36.73]}
    assert kunduz["properties"]["place_precision"] == "city"
    assert found["e-governor@logar"]["properties"]["place_precision"] == "province"
    assert kunduz["properties"]["earliest"] == kunduz["properties"]["latest"] == "2019-08-31"
    assert kunduz["properties"]["page"] == f"{BASE_URL}/events/e-kunduz.html"


def test_without_a_position_there_is_no_geometry_but_the_event() -> None:
    found = {one["id"]: one for one in features(events_geojson.text(sample(), None))}
    assert found["e-conference@turkey"]["geometry"] is None  # no position is known
    assert found["e-conference@turkey"]["properties"]["place"] == "Turkey"
    assert found["e-denial"]["geometry"] is None and found["e-denial"]["properties"]["place"] is None


def test_two_places_are_two_features() -> None:
    timeline = sample()
    event = replace(timeline.events[0], places=("doha", "kabul", "doha"))
    found = features(events_geojson.text(replace(timeline, events=(event,)), None))
    assert [one["id"] for one in found] == ["e-invasion@doha", "e-invasion@kabul"]


def test_every_event_with_a_bound_has_a_slide() -> None:
    found = slides(timelinejs.text(sample(), None))
    undated = {event.id for event in sample().events if event.when.edtf == "../.."}
    assert undated and set(found) == {event.id for event in sample().events} - undated
    assert set(found) == {event.id for event in sample().events if timelinejs.selected(event)}


def within(first: date | None, last: date | None) -> When:
    return when_within(first, last, rule="", anchor="", explanation="")


def day(year: int, month: int, day: int) -> dict[str, int]:
    return {"year": year, "month": month, "day": day}


JUNE = within(date(2019, 6, 1), date(2019, 6, 30))


@pytest.mark.parametrize(
    ("when", "start", "end", "words"),
    [
        (within(date(2019, 6, 29), date(2019, 6, 29)), day(2019, 6, 29), None, "29 June 2019"),
        (JUNE, {"year": 2019, "month": 6}, None, "June 2019"),
        (within(date(2019, 1, 1), date(2019, 12, 31)), {"year": 2019}, None, "2019"),
        (within(date(2019, 6, 4), date(2019, 6, 30)), day(2019, 6, 4), day(2019, 6, 30), "between 4 and 30 June 2019"),
        (within(None, date(2019, 6, 30)), day(2019, 6, 30), None, "on or before 30 June 2019"),
        (within(date(2019, 6, 30), None), day(2019, 6, 30), None, "on or after 30 June 2019"),
        (
            replace(JUNE, edtf="2018-10/2019-06-30", first=date(2018, 10, 1)),
            {"year": 2018, "month": 10},
            day(2019, 6, 30),
            "from October 2018 to 30 June 2019",
        ),
        (
            when_lasting(date(2001, 1, 1), date(2019, 12, 31), rule="", anchor="", explanation=""),
            {"year": 2001},
            day(2019, 12, 31),
            "from 2001 to 2019",
        ),
        (
            replace(JUNE, edtf="2019-22", first=date(2019, 6, 1), last=date(2019, 8, 31)),
            day(2019, 6, 1),
            day(2019, 8, 31),
            "summer 2019",
        ),
        (
            replace(JUNE, edtf="201X", first=date(2010, 1, 1), last=date(2019, 12, 31)),
            day(2010, 1, 1),
            day(2019, 12, 31),
            "the 2010s",
        ),
        (replace(JUNE, edtf="2019-06~"), {"year": 2019, "month": 6}, None, "about June 2019"),
    ],
)  # fmt: skip
def test_a_slide_is_as_exact_as_what_is_known(
    when: When, start: dict[str, int], end: dict[str, int] | None, words: str
) -> None:
    timeline = sample()
    told = replace(timeline, events=(replace(timeline.events[0], when=when),))
    slide = slides(timelinejs.text(told, None))["e-invasion"]
    assert (slide["start_date"], slide.get("end_date"), slide["display_date"]) == (start, end, words)


def test_a_slide_quotes_its_source_and_says_what_kind_of_telling_it_is() -> None:
    slide = slides(timelinejs.text(sample(), BASE_URL))["e-governor"]
    page = parse(slide["text"]["text"].encode())
    assert page.elements["blockquote"] == 1
    assert page.text.startswith("Claimed. Who says so: the Afghan Ministry of Defense.On Friday, ")
    assert page.hrefs == [f"{BASE_URL}/events/e-governor.html"]
    assert parse(slides(timelinejs.text(sample(), None))["e-governor"]["text"]["text"].encode()).hrefs == []


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_text_stays_text(words: str) -> None:
    timeline = says(words)
    for feature in features(events_geojson.text(timeline, None)):
        assert feature["properties"]["headline"] == feature["properties"]["quote"] == words
    text = timelinejs.text(timeline, None)
    assert len(slides(text)) == len(slides(timelinejs.text(sample(), None)))
    for slide in slides(text).values():
        for html in slide["text"].values():
            page = parse(html.encode())
            assert set(page.elements) <= {"p", "blockquote"}
            assert re.sub(r"\r\n?", "\n", words) in re.sub(r"\r\n?", "\n", page.text)
