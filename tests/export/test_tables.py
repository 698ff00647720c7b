"""The tables: what is in each row, that no cell is a formula, and that the data package tells the truth of them."""

import csv
import io
import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import frictionless
import pytest
from hostile import HOSTILE, says
from read_back import cell as read_back
from sample_timeline import sample

from dateline.export import acled_csv, events_csv, evidence_csv
from dateline.export.formats import downloads
from dateline.model import EventType, Timeline

BASE_URL = "https://example.org/talks/"


def rows(text: str) -> list[dict[str, str]]:
    assert "\n" not in re.sub(r'"(?:[^"]|"")*"', "", text).replace("\r\n", "")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def row(text: str, key: str, id: str) -> dict[str, str]:
    return next(one for one in rows(text) if one[key] == id)


def test_a_row_an_event_in_the_order_of_the_timeline() -> None:
    assert [one["id"] for one in rows(events_csv.text(sample(), None))] == [event.id for event in sample().events]


def test_a_forecast_with_its_names_and_what_became_of_it() -> None:
    pact = row(events_csv.text(sample(), None), "id", "e-pact")
    expected = {
        "headline": "Pompeo hopes for a peace pact by 1 September",
        "date": "by 1 September 2019",
        "edtf": "[2019-06-24..2019-09-01]",
        "earliest": "2019-06-24",
        "latest": "2019-09-01",
        "precision": "range",
        "stated": "true",
        "type": "agreement",
        "modality": "expected",
        "salience": "0.9",
        "attribution": "Mike Pompeo",
        "actors": "Mike Pompeo; United States; Taliban",
        "actor_ids": "pompeo; us; taliban",
        "places": "",
        "articles": "1",
        "quote": "he hoped a peace pact could be reached by Sept. 1",
        "source": "Reuters",
        "published": "2019-06-30",
        "due": "2019-09-01",
        "forecast": "late",
        "outcome": "e-doha-deal",
        "days_late_low": "153",
        "days_late_high": "181",
        "edited": "false",
        "page": "events/e-pact.html",
    }
    assert {name: pact[name] for name in expected} == expected


def test_an_open_side_is_an_empty_cell() -> None:
    governor = row(events_csv.text(sample(), None), "id", "e-governor")
    assert (governor["earliest"], governor["latest"], governor["forecast"]) == ("", "2019-06-28", "")


def test_pages_are_full_addresses_where_the_site_has_one() -> None:
    assert row(events_csv.text(sample(), BASE_URL), "id", "e-pact")["page"] == f"{BASE_URL}events/e-pact.html"


def test_offsets_of_the_evidence_cut_its_quote_out_of_the_file() -> None:
    texts = {article.file: article for article in sample().articles}
    found = rows(evidence_csv.text(sample()))
    assert len(found) == sum(len(event.reports) for event in sample().events)
    for one in found:
        article = texts[one["file"]]
        assert one["sha256"] == article.sha256
        assert article.text[int(one["start"]) : int(one["end"])] == read_back(one["quote"])
        if one["expression"]:
            words = article.text[int(one["expression_start"]) : int(one["expression_end"])]
            assert words == one["expression"]


def test_evidence_is_counted_within_its_event() -> None:
    found = [one["number"] for one in rows(evidence_csv.text(sample())) if one["event"] == "e-baghlan"]
    assert found == ["1", "2"]


def test_acled_columns_hold_what_is_known_to_a_month_and_told_as_happened_or_claimed() -> None:
    found = rows(acled_csv.text(sample()))
    assert [one["event_id"] for one in found] == ["e-trip", "e-kunduz", "e-baghlan", "e-warned", "e-doha-deal"]
    assert [one["time_precision"] for one in found] == ["2", "1", "1", "1", "3"]
    assert not {"fatalities", "disorder_type"} & set(found[0])  # nothing that Dateline does not know
    assert {one["source_scale"] for one in found} == {""}


def test_a_country_is_no_point_for_acled_and_a_town_goes_before_it() -> None:
    timeline = sample()
    kunduz = next(event for event in timeline.events if event.id == "e-kunduz")

    def at(*places: str) -> dict[str, str]:
        text = acled_csv.text(replace(timeline, events=(replace(kunduz, places=places),)))
        return {name: rows(text)[0][name] for name in ("location", "latitude", "longitude", "geo_precision")}

    assert list(at("afghanistan", "kunduz").values()) == ["Kunduz", "36.73", "68.87", "1"]
    assert list(at("afghanistan", "logar").values()) == ["Logar", "34.0", "69.2", "3"]
    assert list(at("afghanistan").values()) == ["Afghanistan", "", "", ""]
    assert list(at().values()) == ["", "", "", ""]


def test_whom_an_attack_befalls_is_not_its_first_actor() -> None:
    timeline = sample()
    kunduz = next(event for event in timeline.events if event.id == "e-kunduz")
    civilians = replace(timeline.actors[0], id="civilians", name="Civilians", kind="organisation", unnamed=True)

    def sides(*actors: str, kind: EventType = "attack") -> tuple[str, str]:
        event = replace(kunduz, actors=actors, type=kind)
        found = rows(acled_csv.text(replace(timeline, actors=(*timeline.actors, civilians), events=(event,))))[0]
        return found["actor1"], found["actor2"]

    assert sides("civilians", "taliban") == ("Taliban", "Civilians")
    assert sides("civilians") == ("", "Civilians")
    assert sides("civilians", "taliban", kind="protest") == ("Civilians", "Taliban")


def test_a_claim_stays_a_claim_in_the_notes() -> None:
    timeline = sample()
    told = next(event for event in timeline.events if event.id == "e-kunduz")
    notes = rows(acled_csv.text(replace(timeline, events=(replace(told, modality="claimed"),))))[0]["notes"]
    assert notes.startswith("Claimed: Taliban attack Kunduz")


@pytest.mark.parametrize("words", HOSTILE)
def test_no_cell_begins_like_a_formula_and_each_can_be_read_back(words: str) -> None:
    timeline = says(words)
    tables = (events_csv.text(timeline, None), evidence_csv.text(timeline), acled_csv.text(timeline))
    for found in map(rows, tables):
        for cell in (cell for one in found for cell in one.values()):
            assert not re.match(r"[=+\-@\t\r\n＝＋－＠]", cell) or re.fullmatch(r"-?[0-9.]+", cell)
    assert len(rows(tables[0])) == len(timeline.events)
    assert {read_back(one["quote"]) for one in rows(tables[0]) + rows(tables[1])} == {words}
    assert {read_back(one["headline"]) for one in rows(tables[0])} == {words}


def test_a_number_below_zero_stays_a_number() -> None:
    timeline = sample()
    south = tuple(replace(place, latitude=-36.73) for place in timeline.places)
    assert row(acled_csv.text(replace(timeline, places=south)), "event_id", "e-kunduz")["latitude"] == "-36.73"


def test_names_with_a_semicolon_stay_one_name() -> None:
    timeline = sample()
    actors = tuple(replace(one, name=f"{one.name}; {one.kind}") for one in timeline.actors)
    pact = row(events_csv.text(replace(timeline, actors=actors), None), "id", "e-pact")
    assert pact["actors"].split("; ")[0] == "Mike Pompeo, person"


def packaged(folder: Path, timeline: Timeline) -> Path:
    for one in downloads(timeline, BASE_URL):
        (folder / one.format.file).write_bytes(one.content)
    return folder / "datapackage.json"


def errors(package: Path) -> set[tuple[Any, ...]]:
    report = frictionless.validate(str(package))
    assert report.stats["tasks"] == 9
    return {tuple(found) for found in report.flatten(["path", "type"])}


def test_the_data_package_is_true(tmp_path: Path) -> None:
    """Frictionless checks hash, size, types, closed lists, keys and references of every table."""
    assert errors(packaged(tmp_path, sample())) == set()


def test_the_data_package_is_true_whatever_the_articles_say(tmp_path: Path) -> None:
    assert errors(packaged(tmp_path, says("\n".join(HOSTILE)))) == set()


def test_what_is_wrong_with_a_table_is_found(tmp_path: Path) -> None:
    package = packaged(tmp_path, sample())
    table = tmp_path / "evidence.csv"
    table.write_bytes(table.read_bytes().replace(b"e-pact,1,", b"e-none,1,"))
    assert {kind for _, kind in errors(package)} >= {"hash-count", "foreign-key"}


def test_the_package_names_its_sources_and_links_only_to_the_web() -> None:
    timeline = sample()
    first, second, *others = timeline.articles
    linked = (replace(first, url="https://example.org/a"), replace(second, url="javascript:alert(1)"), *others)
    *_, package = downloads(replace(timeline, articles=linked), BASE_URL)
    data = json.loads(package.content)
    assert [source.get("path") for source in data["sources"]] == ["https://example.org/a", None, None, None]
    assert data["homepage"] == BASE_URL and data["name"] == "the-united-states-and-the-taliban"
    assert "created" not in data  # no clock is read
