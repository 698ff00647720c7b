"""conflict.toml: what it gives, and its mistakes, each named with its line (tests/examples/conflict.toml)."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from example_file import cases
from paths import SEEDS

from dateline.conflict.load import load, read
from dateline.model import Conflict


@pytest.mark.parametrize("case", cases("conflict.toml", "mistake"))
def test_a_mistake_is_named_with_its_line(case: dict[str, Any]) -> None:
    _, problems = read(case["text"])
    (problem,) = problems
    assert f"{problem.where.line}: {problem.what}".startswith(case["says"])
    assert problem.where.file == "conflict.toml" and case.get("hint", "") in problem.hint


def test_a_mistake_leaves_the_rest_in_force() -> None:
    conflict, problems = read('title = "Talks"\n[[actor]]\nid = "a"\n[[actor]]\nid = "b"\nname = "B"\n')
    assert conflict.title == "Talks" and [actor.id for actor in conflict.actors] == ["b"] and len(problems) == 1


def test_everything_an_editor_may_know() -> None:
    conflict, problems = read(
        """
        title = "Talks"
        publish = "full"
        [[actor]]
        id = "envoy"
        name = "Ann Lee"
        kind = "person"
        roles = [{ title = "envoy", first = 2018-09-05, last = "2021-10" }]
        [[place]]
        id = "loya"
        name = "Loya"
        latitude = 33.5
        longitude = 69
        [[track]]
        id = "main"
        name = "Main talks"
        parties = ["envoy"]
        [[round]]
        id = "main-1"
        number = 1
        track = "main"
        date = "2018-10-12/2018-10-13"
        [[article]]
        file = "a.txt"
        published = "2019-02"
        why = "it says so elsewhere"
        """
    )
    assert not problems
    assert conflict.actors[0].roles[0].last == date(2021, 10, 31)
    assert conflict.places[0].place.longitude == 69 and conflict.tracks[0].parties == ("envoy",)
    assert conflict.rounds[0].edtf == "[2018-10-12..2018-10-13]" and not conflict.rounds[0].stated
    assert conflict.notes[0].published and conflict.notes[0].published.edtf == "2019-02"


def test_without_the_file_there_is_no_conflict_and_no_problem(tmp_path: Path) -> None:
    assert load([("", tmp_path)]) == (Conflict(), [])


def test_a_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    (tmp_path / "conflict.toml").write_bytes(b'title = "\xe9"')
    conflict, (problem,) = load([("", tmp_path)])
    assert conflict == Conflict() and "byte 9" in problem.what


def test_our_own_conflict_file_is_sound_and_dates_two_articles() -> None:
    conflict, problems = load([("", SEEDS)])
    assert not problems
    assert [note.published.edtf for note in conflict.notes if note.published] == ["2019-02-09", "2019-12-05"]


@pytest.mark.parametrize("written", ["2019", '"2019"'])
def test_a_year_is_a_date_with_and_without_quotation_marks(written: str) -> None:
    conflict, problems = read(f'[[round]]\nid = "r"\ndate = {written}\n')
    assert not problems and conflict.rounds[0].edtf == "2019"


def test_what_is_left_out_for_a_slip_is_said() -> None:
    conflict, (problem,) = read('[[round]]\nid = "r"\nnumber = "seven"\n')
    assert not conflict.rounds and problem.where.line == 3 and "[[round]] is left out" in problem.hint
