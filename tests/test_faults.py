"""A fault of our own: it costs one article, is named, and no traceback is shown."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dateline import cli, faults
from dateline.commands import ending
from dateline.pipeline import Result, run
from dateline.problems import UnusableInputError
from dateline.reports import compose
from dateline.stages import archive, each, reading

SOUND = "KABUL, Afghanistan, March 3, 2019 (AP) -- The Taliban attacked Kunduz on Friday.\n"
BAD = "KABUL, Afghanistan, March 4, 2019 (AP) -- The army left Herat on Saturday. Brokenword said so.\n"
TWO = {"a.txt": SOUND, "b.txt": BAD}


def folder(at: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (at / name).write_text(text, encoding="utf-8")
    return at


def breaking(monkeypatch: pytest.MonkeyPatch, module: Any, name: str, error: type[Exception] = KeyError) -> None:
    """From now on this function fails wherever "Brokenword" is in the first that it is given."""
    whole: Callable[..., object] = getattr(module, name)

    def broken(*given: object) -> object:
        if "Brokenword" in repr(given[0]):
            raise error("Brokenword")
        return whole(*given)

    monkeypatch.setattr(module, name, broken)


def built(tmp_path: Path) -> Result:
    return run(folder(tmp_path, TWO))


@pytest.mark.parametrize(
    ("module", "name", "lost"),
    [
        (each, "load_document", "it is left out"),
        (each, "read", "nothing is read of it"),
        (archive, "link", "the names in it are left out"),
        (each, "resolve", "its events are missing"),
    ],
)
def test_a_fault_costs_one_article_and_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: Any, name: str, lost: str
) -> None:
    breaking(monkeypatch, module, name)
    found = built(tmp_path)
    (problem,) = found.problems
    assert problem.where.file == "b.txt"
    assert problem.what.startswith(f"{faults.WHAT}: KeyError: 'Brokenword'")
    assert problem.hint.startswith(lost)
    assert any(report.article == "a" for event in found.timeline.events for report in event.reports)


@pytest.mark.parametrize(("module", "name"), [(reading, "parse"), (compose, "tell")])
def test_a_fault_in_a_sentence_costs_that_sentence_and_is_named_with_its_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: Any, name: str
) -> None:
    breaking(monkeypatch, module, name)
    text = BAD.replace("Brokenword", "\n\nThe rebels shelled Zaranj on Sunday and Brokenword")
    found = run(folder(tmp_path, {"b.txt": text}))
    (problem,) = found.problems
    assert str(problem.where) == "b.txt:3"
    assert problem.what.startswith(f"{faults.WHAT}: KeyError: 'Brokenword'")
    assert problem.hint.startswith(faults.SENTENCE)
    assert [event.headline for event in found.timeline.events] == ["The army left Herat"]


def test_without_a_fault_there_is_no_problem(tmp_path: Path) -> None:
    assert built(tmp_path).problems == ()


def test_where_no_article_can_be_read_nothing_is_built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    breaking(monkeypatch, each, "read")
    with pytest.raises(UnusableInputError) as raised:
        run(folder(tmp_path, {"b.txt": BAD}))
    assert [one.where.file for one in raised.value.problems] == ["b.txt"]


def test_an_article_whose_names_cannot_be_linked_is_read_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    breaking(monkeypatch, archive, "link")
    found = run(folder(tmp_path, {"b.txt": BAD}))
    assert found.timeline.events and [one.hint.split(",")[0] for one in found.problems] == [
        "the names in it are left out"
    ]


@pytest.mark.parametrize("error", [MemoryError, OSError])
def test_the_machine_is_no_fault_of_an_article(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: type[Exception]
) -> None:
    breaking(monkeypatch, each, "read", error)
    with pytest.raises(error):
        built(tmp_path)


def test_what_articles_do_only_together_is_raised() -> None:
    def work(parts: list[int]) -> int:
        return 1 // (len(parts) - 2)

    assert faults.without_faulty(lambda parts: work([*parts]), [1, 2, 3], abs) == (1, ["", "", ""])
    with pytest.raises(ZeroDivisionError):
        faults.without_faulty(lambda parts: work([*parts]), [1, 2], abs)


def test_a_fault_is_told_by_what_it_says_and_where_in_our_code_it_was_met() -> None:
    try:
        each._load(b"no bytes of ours")
    except Exception as error:
        told = faults.told(error)
    assert told.startswith("DamagedError: ")
    assert "(dateline/cache/packing.py:" in told
    assert faults.told(ValueError("a\nb\x1b" + 900 * "c")) == r"ValueError: a\nb\x1b" + 184 * "c"


def test_no_traceback_is_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "site"
    given = ["build", "--seeds", str(folder(tmp_path, TWO)), "--out", str(out), "--no-cache"]
    assert cli.main(given) == 0
    before = (out / "index.html").read_bytes()
    monkeypatch.setattr("dateline.commands.build.result", lambda *_: 1 // 0)
    assert cli.main(given) == ending.FAULT
    said = capsys.readouterr().err
    assert f"{faults.WHAT}: ZeroDivisionError" in said
    assert "Traceback" not in said
    assert (out / "index.html").read_bytes() == before
