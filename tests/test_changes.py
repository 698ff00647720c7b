"""What has changed since the site was last published."""

import json
import re
from pathlib import Path

import pytest

from dateline.changes import as_json, as_markdown, changes
from dateline.cli import main
from dateline.export.events_json import text
from dateline.model import Timeline
from dateline.pipeline import run
from dateline.problems import UnusableInputError
from dateline.published import read_events

HOPE = "Israel and Egypt hope to sign a peace agreement by March 1, 1979."
SIGNED = "Israel and Egypt signed a peace agreement on March 26, 1979."


def timeline(folder: Path, *articles: tuple[str, str], conflict: str = "") -> Timeline:
    for old in folder.glob("*"):
        old.unlink()
    for n, (day, words) in enumerate(articles):
        (folder / f"a{n}.md").write_text(f"---\ndate: {day}\n---\n\n{words}\n", encoding="utf-8")
    (folder / "conflict.toml").write_text(conflict, encoding="utf-8")
    return run(folder).timeline


def published(folder: Path, shown: Timeline) -> Path:
    path = folder.parent / "events.json"
    path.write_text(text(shown), encoding="utf-8")
    return path


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    folder.mkdir()
    return folder


def test_nothing_has_changed(seeds: Path) -> None:
    shown = timeline(seeds, ("1979-01-10", HOPE))
    found = changes(read_events(published(seeds, shown)), shown)
    assert found == () and as_markdown(found) == "No event has changed.\n"


def test_an_added_article_is_new_and_fulfils_a_forecast(seeds: Path) -> None:
    before = read_events(published(seeds, timeline(seeds, ("1979-01-10", HOPE))))
    found = changes(before, timeline(seeds, ("1979-01-10", HOPE), ("1979-04-02", SIGNED)))
    assert [(change.kind, change.now) for change in found] == [("fulfilled", "late"), ("new", "1979-03-26")]
    assert "same sides" in found[0].why
    assert json.loads(as_json(found))["changes"][1]["headline"] == "Israel and Egypt signed a peace agreement"
    assert "## New (1)" in as_markdown(found)


def test_a_removed_article_withdraws_its_events(seeds: Path) -> None:
    before = read_events(published(seeds, timeline(seeds, ("1979-01-10", HOPE), ("1979-04-02", SIGNED))))
    assert "withdrawn" in [change.kind for change in changes(before, timeline(seeds, ("1979-01-10", HOPE)))]


def test_a_correction_moves_and_retells(seeds: Path) -> None:
    first = timeline(seeds, ("1979-04-02", SIGNED))
    line = f'[[correction]]\nevent = "{first.events[0].id}"\ndate = 1979-03-25\nheadline = "Signed"\nwhy = "Seen."\n'
    before = read_events(published(seeds, first))
    moved, retold = changes(before, timeline(seeds, ("1979-04-02", SIGNED), conflict=line))
    assert (moved.kind, moved.was, moved.now) == ("moved", "1979-03-26", "1979-03-25")
    assert retold.kind == "retold" and "Seen. (conflict.toml:1)" in retold.why


def test_merged_and_split_are_told(seeds: Path) -> None:
    article = ("2019-06-30", "Rebels attacked the port of Hodeida on June 24, 2019. The attack lasted for hours.")
    whole = timeline(seeds, article)
    line = f'[[correction]]\nevent = "{whole.events[0].other_ids[0]}"\nsplit = true\nwhy = "Two attacks."\n'
    old = read_events(published(seeds, whole))
    parts = timeline(seeds, article, conflict=line)
    assert "split" in [change.kind for change in changes(old, parts)]
    old = read_events(published(seeds, parts))
    assert "merged" in [change.kind for change in changes(old, timeline(seeds, article))]


def test_markdown_of_hostile_words_formats_nothing(seeds: Path) -> None:
    words = "Rebels attacked the *port* of [Hodeida](javascript:alert(1)) <b>on</b> June 24, 2019."
    found = changes([], timeline(seeds, ("2019-06-30", words)))
    line = next(line for line in as_markdown(found).splitlines() if line.startswith("- "))
    bare = re.sub(r"`[\w-]+`", "", line.replace("**", ""))
    assert not re.search(r"(?<!\\)[<>\[\]`*]", bare), bare


NO_KIND = '{"events": [{"id": "a", "other_ids": [], "headline": "x", "date": {"edtf": "2019"}, "relations": []}]}'


@pytest.mark.parametrize("content", ["{", "[]", '{"events": [1]}', '{"events": [{"id": "a"}]}', NO_KIND])
def test_what_is_no_events_json_is_named(tmp_path: Path, content: str) -> None:
    path = tmp_path / "x.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(UnusableInputError, match=r"is no events\.json"):
        read_events(path)


def test_the_page_and_the_file_are_there_when_asked_for(
    seeds: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    since = published(seeds, timeline(seeds, ("1979-01-10", HOPE)))
    timeline(seeds, ("1979-01-10", HOPE), ("1979-04-02", SIGNED))
    out = tmp_path / "site"
    assert main(["build", "--seeds", str(seeds), "--out", str(out), "--since", str(since)]) == 0
    page = (out / "changes.html").read_text(encoding="utf-8")
    assert "Forecasts of which more is known" in page and 'href="changes.html"' in (out / "index.html").read_text(
        "utf-8"
    )
    assert json.loads((out / "data/changes.json").read_text(encoding="utf-8"))["changes"]
    capsys.readouterr()
    assert main(["diff", "--seeds", str(seeds), "--since", str(since)]) == 0
    assert "## New (1)" in capsys.readouterr().out
