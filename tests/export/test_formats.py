"""All formats: they hold as many events as events.json, are listed, and are printed as the site has them."""

import csv
import io
import json
import re
from collections.abc import Callable, Sequence
from pathlib import Path

import bibtexparser
import pytest
from command_line import STORY, run, seeds
from html_page import parse
from icalendar import Calendar
from sample_timeline import sample

from dateline.export import formats
from dateline.export.formats import BY_NAME, downloads
from dateline.model import Timeline
from dateline.publishing.one_file import write
from dateline.web.page import Page
from dateline.web.render import pages

EMPTY = Timeline("", "", "en", None, {}, None, (), (), (), (), (), ())


def of_csv(column: str) -> Callable[[str], list[str]]:
    return lambda text: [row[column] for row in csv.DictReader(io.StringIO(text, newline=""))]


# format -> the ids of the events or articles that an independent reader finds in it
READ: dict[str, Callable[[str], list[str]]] = {
    "csv": of_csv("id"),
    "evidence-csv": of_csv("event"),
    "acled-csv": of_csv("event_id"),
    "ics": lambda text: [str(one["UID"]).removesuffix("@dateline") for one in Calendar.from_ical(text).walk("VEVENT")],
    "geojson": lambda text: [feature["properties"]["event"] for feature in json.loads(text)["features"]],
    "timelinejs": lambda text: [slide["unique_id"] for slide in json.loads(text)["events"]],
    "json": lambda text: [event["id"] for event in json.loads(text)["events"]],
    "bibtex": lambda text: [entry.key for entry in bibtexparser.parse_string(text).entries],
    "csl": lambda text: [item["id"] for item in json.loads(text)],
    "datapackage": lambda text: [resource["path"] for resource in json.loads(text)["resources"]],
}


@pytest.fixture(scope="module")
def built(built_site: Path) -> dict[str, str]:
    """Each format as the site of our own articles has it."""
    return {name: (built_site / "data" / one.file).read_bytes().decode() for name, one in BY_NAME.items()}


def test_every_format_agrees_with_events_json(built: dict[str, str], built_site: Path) -> None:
    data = json.loads(built["json"])
    events, articles = ({one["id"] for one in data[kind]} for kind in ("events", "articles"))
    found = {name: set(READ[name](text)) for name, text in built.items()}
    assert found["csv"] == found["evidence-csv"] == found["geojson"] == events
    assert found["bibtex"] == found["csl"] == articles
    bounded = {one["id"] for one in data["events"] if one["date"]["earliest"] or one["date"]["latest"]}
    assert found["timelinejs"] == bounded
    assert events > found["acled-csv"] and events > found["ics"]
    days = {one["id"] for one in data["events"] if one["date"]["precision"] == "day"}
    assert found["ics"] >= days
    told = {one["id"] for one in data["events"] if one["modality"] in ("happened", "claimed")}
    assert days & told <= found["acled-csv"] <= told
    files = {path.name for path in (built_site / "data").iterdir()}
    manifests = {"manifest.json", "manifest-sha256.txt"}
    assert found["datapackage"] == files - manifests - {"index.html", "events.schema.json", "datapackage.json"}


def test_an_event_once_in_each_but_where_a_row_is_less(built: dict[str, str]) -> None:
    for name in set(READ) - {"evidence-csv", "geojson"}:
        found = READ[name](built[name])
        assert len(found) == len(set(found)), name
    quotes = sum(len(event["evidence"]) for event in json.loads(built["json"])["events"])
    assert len(READ["evidence-csv"](built["evidence-csv"])) == quotes


def test_the_page_lists_every_file_with_its_size_and_what_it_holds(sample_pages: Sequence[Page]) -> None:
    files = {page.path: page.content for page in sample_pages if page.path.startswith("data/")}
    page = parse(files.pop("data/index.html"))
    assert {f"data/{href}" for href in page.hrefs} >= set(files)
    lines = dict(re.findall(r"^([\w.-]+) ([0-9.,]+ (?:bytes?|kB|MB), [\w ]+?)  ?(?=[A-Z])", page.text, re.MULTILINE))
    assert lines["events.csv"].endswith("kB, 18 events")
    assert lines["evidence.csv"].endswith("kB, 19 quotes")
    assert lines["events.ics"].endswith("kB, 10 of 18 events")
    assert lines["events-acled-columns.csv"].endswith("kB, 5 of 18 events")
    assert lines["timelinejs.json"].endswith("kB, 17 of 18 events")
    assert lines["citations.bib"].endswith("4 articles")
    assert lines["datapackage.json"].endswith("9 files")


def test_what_has_changed_is_listed_where_there_is_such_a_file(sample_pages: Sequence[Page]) -> None:
    changed = {page.path: page.content for page in pages(sample(), None, ())}
    assert "changes.json" in parse(changed["data/index.html"]).hrefs and "data/changes.json" in changed
    plain = next(page for page in sample_pages if page.path == "data/index.html")
    assert "changes.json" not in parse(plain.content).hrefs


def test_a_timeline_without_events_has_every_file() -> None:
    for one in downloads(EMPTY, None):
        if one.format.name != "datapackage":
            assert READ[one.format.name](one.content.decode()) == []


def test_a_format_alone_is_the_same_as_among_the_others() -> None:
    for one in downloads(sample(), None):
        assert one.content.decode() == BY_NAME[one.format.name].write(sample(), None)


def test_the_command_prints_what_the_site_holds(tmp_path: Path) -> None:
    folder, site, file = seeds(tmp_path / "in", a=STORY), tmp_path / "site", tmp_path / "calendar"
    assert run("build", "--seeds", folder, "--out", site).returncode == 0
    printed = run("export", "csl", "--seeds", folder).stdout
    assert printed == (site / "data" / "citations.csl.json").read_text(encoding="utf-8")
    written = run("export", "ics", "--seeds", folder, "--out", file)
    assert (written.returncode, written.stdout) == (0, "")
    assert file.read_bytes() == (site / "data" / "events.ics").read_bytes()


def test_a_file_is_replaced_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file, link = tmp_path / "events.csv", tmp_path / "latest.csv"
    file.write_text("old")
    link.symlink_to(file.name)
    write("new", link)
    assert link.is_symlink() and file.read_text() == "new"

    def full(*_: object) -> int:
        raise OSError("no space left")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="no space"):
        write("newer", file)
    assert file.read_text() == "new" and sorted(one.name for one in tmp_path.iterdir()) == ["events.csv", "latest.csv"]


def test_the_command_links_to_the_site_where_its_address_is_given(tmp_path: Path) -> None:
    folder = seeds(tmp_path / "in", a=STORY)
    done = run("export", "csv", "--seeds", folder, "--base-url", "https://example.org/talks")
    assert "https://example.org/talks/events/a-" in done.stdout
    assert run("export", "csv", "--seeds", folder, "--base-url", "javascript:alert(1)").returncode == 2


def test_problems_are_told_beside_the_data_and_strict_prints_none(tmp_path: Path) -> None:
    folder = seeds(tmp_path / "in", a=STORY, bad="")
    done = run("export", "bibtex", "--seeds", folder)
    assert done.returncode == 0 and done.stdout.startswith("@article{a,") and "bad.txt: empty" in done.stderr
    strict = run("export", "bibtex", "--seeds", folder, "--strict", "--out", tmp_path / "x.bib")
    assert strict.returncode == 1 and not strict.stdout and not (tmp_path / "x.bib").exists()


def test_an_unknown_format_is_usage_and_the_known_ones_are_named(tmp_path: Path) -> None:
    done = run("export", "xls", "--seeds", seeds(tmp_path / "in", a=STORY))
    assert done.returncode == 2 and not done.stdout
    assert all(name in done.stderr for name in BY_NAME)
    assert len(BY_NAME) == len(formats.FORMATS) + 1  # no name is used twice


def test_a_file_that_cannot_be_written_ends_with_two(tmp_path: Path) -> None:
    done = run("export", "csv", "--seeds", seeds(tmp_path / "in", a=STORY), "--out", tmp_path / "no" / "x.csv")
    assert done.returncode == 2 and "hint:" in done.stderr and "Traceback" not in done.stderr
