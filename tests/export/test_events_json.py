"""data/events.json is what its schema and the model say."""

import dataclasses
import json
from importlib import resources
from typing import Any, get_args

import jsonschema
import pytest
from sample_timeline import sample

from dateline import model
from dateline.export import events_json

SCHEMA = json.loads((resources.files("dateline.export") / "events.schema.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.FormatChecker())


@pytest.fixture
def data() -> dict[str, Any]:
    loaded = json.loads(events_json.text(sample()))
    assert isinstance(loaded, dict)
    return loaded


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_the_sample_is_valid(data: dict[str, Any]) -> None:
    assert not list(VALIDATOR.iter_errors(data))


def test_unknown_keys_are_allowed(data: dict[str, Any]) -> None:
    assert not list(VALIDATOR.iter_errors(data | {"later": 1}))


@pytest.mark.parametrize(
    ("path", "wrong"),
    [
        (("schema_version",), 2),
        (("events", 0, "modality"), "maybe"),
        (("events", 0, "type"), "picnic"),
        (("events", 0, "salience"), 1.5),
        (("events", 0, "headline"), "x" * 91),
        (("events", 0, "evidence"), []),
        (("events", 0, "date", "precision"), "hour"),
        (("events", 0, "date", "earliest"), "2019-6-1"),
        (("articles", 0, "sha256"), "abc"),
        (("articles", 0, "published", "basis"), "guess"),
        (("actors", 0, "kind"), "thing"),
        (("places", 0, "country"), "Afghanistan"),
    ],
)
def test_what_is_wrong_is_not_valid(data: dict[str, Any], path: tuple[str | int, ...], wrong: object) -> None:
    *parents, last = path
    target: Any = data
    for key in parents:
        target = target[key]
    target[last] = wrong
    assert not VALIDATOR.is_valid(data)


@pytest.mark.parametrize(
    ("name", "key", "literal"),
    [
        ("event", "type", model.EventType),
        ("event", "modality", model.Modality),
        ("date", "precision", model.Precision),
        ("published", "basis", model.Basis),
        ("actor", "kind", model.ActorKind),
        ("forecast", "status", model.ForecastStatus),
        ("expression", "type", model.TimexType),
    ],
)
def test_the_schema_knows_the_closed_lists_of_the_model(name: str, key: str, literal: object) -> None:
    assert SCHEMA["$defs"][name]["properties"][key]["enum"] == list(get_args(literal))


def test_every_reference_has_its_end(data: dict[str, Any]) -> None:
    ids = {kind: {one["id"] for one in data[kind]} for kind in ("articles", "events", "actors", "rounds", "places")}
    for event in data["events"]:
        assert set(event["actors"]) <= ids["actors"]
        assert set(event["places"]) <= ids["places"]
        assert {event["round"]} - {None} <= ids["rounds"]
        assert {one["article"] for one in event["evidence"]} <= ids["articles"]
        assert {one["event"] for one in event["relations"]} <= ids["events"]


def test_offsets_cut_the_quote_out_of_the_file(data: dict[str, Any]) -> None:
    texts = {article.id: article.text for article in sample().articles}
    for event in data["events"]:
        for piece in event["evidence"]:
            assert texts[piece["article"]][piece["start"] : piece["end"]] == piece["quote"]
            if words := piece["expression"]:
                assert texts[piece["article"]][words["start"] : words["end"]] == words["text"]


def test_a_forecast_says_how_late(data: dict[str, Any]) -> None:
    pact = next(event for event in data["events"] if event["id"] == "e-pact")
    assert pact["forecast"] == {
        "by": "2019-09-01",
        "status": "late",
        "outcome": "e-doha-deal",
        "days_late": {"low": 153, "high": 181},
    }


def test_the_text_is_stable_and_plain() -> None:
    text = events_json.text(sample())
    assert text == events_json.text(sample())
    assert text.endswith("}\n")
    assert "“" in text  # written as it is, not escaped
    assert dataclasses.replace(sample()) == sample()
