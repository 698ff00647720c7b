"""Files as they come -> Articles: tests/examples/articles.toml."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from example_file import cases

from dateline.articles.load import load, read, slug
from dateline.articles.markup import mask
from dateline.model import ArticleNote, Conflict, When
from dateline.problems import UnusableInputError
from dateline.text.sentences import sentences


def said(problems: list[Any]) -> list[str]:
    return [f"{problem.where.line}: {problem.what}" for problem in problems]


def check(problems: list[Any], wanted: list[str]) -> None:
    assert len(problems) == len(wanted), said(problems)
    assert all(have.startswith(want) for have, want in zip(said(problems), wanted, strict=True)), said(problems)
    assert all(problem.hint for problem in problems)


@pytest.mark.parametrize("case", cases("articles.toml", "article"))
def test_an_article_says_of_itself(case: dict[str, Any]) -> None:
    made, problems = read(case["file"], case["text"].encode(), None)
    assert made is not None
    check(problems, case.get("problems", []))
    assert made.text == case["text"] and len(made.body) == len(made.text)
    assert made.published.when.edtf == case["published"] and made.published.basis == case["basis"]
    assert made.source == case.get("source") and made.dateline == case.get("place")
    assert made.title == case.get("title", made.title)
    first = sentences(made)[0]
    assert made.text[first.span.start :].startswith(case["begins"])


@pytest.mark.parametrize("case", cases("articles.toml", "broken"))
def test_a_file_without_an_article_is_named(case: dict[str, Any]) -> None:
    data = bytes.fromhex(case["bytes"]) if "bytes" in case else case["text"].encode()
    made, problems = read(case["file"], data, None)
    assert made is None
    check(problems, case["problems"])


@pytest.mark.parametrize("words", ["Al-", "Port-au-"])
def test_an_endless_hyphened_name_is_no_dateline(words: str) -> None:
    made, _ = read("a.txt", (words * 4000 + "Prince").encode(), None)
    assert made is not None and made.dateline is None


def note(day: date) -> ArticleNote:
    when = When(day.isoformat(), day, day, "day", False, "editor", "", "it was so")
    return ArticleNote("a.txt", "conflict.toml:4", "it was so", when)


def test_an_editor_dates_what_does_not_say() -> None:
    made, problems = read("a.txt", b"Rebels attacked.", note(date(2019, 2, 9)))
    assert made and not problems
    assert made.published.basis == "editor" and made.published.when.first == date(2019, 2, 9)
    assert "it was so" in made.published.when.explanation and made.editor[0].at == "conflict.toml:4"


def test_an_editor_who_contradicts_a_stated_date_is_told() -> None:
    made, problems = read("a.txt", b" date 2019-06-30 Reuters, KABUL\n\nRebels attacked.", note(date(2019, 2, 9)))
    assert made and made.published.basis == "header"
    check(problems, ["4: the note dates a.txt 2019-02-09, but its header says 2019-06-30"])


def folder(tmp_path: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8", newline="")
    return tmp_path


def test_the_rest_is_read_when_one_file_is_broken(tmp_path: Path) -> None:
    files = {"a.txt": "Rebels met.", "b.txt": "", "sub/c.md": "Talks ended."}
    articles, problems = load([folder(tmp_path, files)], Conflict())
    assert [a.file for a in articles] == ["a.txt", "sub/c.md"] and [a.id for a in articles] == ["a", "sub-c"]
    assert [p.where.file for p in problems] == ["b.txt"]


def test_a_duplicate_is_named_and_kept(tmp_path: Path) -> None:
    files = {"a.txt": " date 2019-06-30 AP, KABUL\n\nRebels met.", "b.txt": "Rebels  met."}
    articles, problems = load([folder(tmp_path, files)], Conflict())
    assert [a.duplicate_of for a in articles] == [None, "a"]
    assert articles[1].published.basis == "corpus" and articles[1].published.when.edtf == "2019-06-30"
    check(problems, ["0: has the same text as a.txt"])


def test_two_files_with_one_address_are_named(tmp_path: Path) -> None:
    articles, problems = load([folder(tmp_path, {"a b.txt": "Rebels met.", "a-b.md": "Talks ended."})], Conflict())
    assert len(articles) == 1
    check(problems, ["0: would have the same address as a b.txt"])


@pytest.mark.parametrize("files", [{}, {"notes.rst": "Rebels met."}, {"a.txt": ""}])
def test_a_folder_without_a_readable_article_cannot_be_used(tmp_path: Path, files: dict[str, str]) -> None:
    with pytest.raises(UnusableInputError, match="no readable article"):
        load([folder(tmp_path, files)], Conflict())


def test_a_missing_folder_cannot_be_used(tmp_path: Path) -> None:
    with pytest.raises(UnusableInputError, match="no such folder"):
        load([tmp_path / "nowhere"], Conflict())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("# Rebels *take* the __port__", "Rebels take the port"),
        ("See [the report](https://example.org/a_b) now", "See the report now"),
        ("- one\n- two ![map](m.png)", "one two"),
        ("> quoted <b>bold</b> <!-- hidden -->", "quoted bold"),
        ("wire copy says ``yes'' and [...] stays", "wire copy says ``yes'' and [...] stays"),
        ("5 * 3 and snake_case stay", "5 * 3 and snake_case stay"),
    ],
)
def test_markdown_is_blanked_by_equal_length(text: str, words: str) -> None:
    body = mask(text, 0, markdown=True)
    assert len(body) == len(text) and " ".join(body.split()) == words


@pytest.mark.parametrize(
    ("name", "wanted"),
    [("../../etc/passwd", "etc-passwd"), ("Élan vital", "élan-vital"), ("...", "untitled"), ("ж" * 120, "ж" * 90)],
)
def test_a_slug_is_safe_in_an_address(name: str, wanted: str) -> None:
    assert slug(name) == wanted


WIRE = (
    "Rebels shelled the port of Arden on Monday, killing nine people, and the army said it had answered "
    "with artillery from the hills above the town. The governor called on all sides to let ambulances "
    "pass before night fell. {} Envoys of the neighbouring states are to meet in the capital on Friday to"
    " discuss a truce that both sides have refused so far, and the United Nations said that food for two "
    "thousand people had been unloaded from a ship in the harbour. Witnesses spoke of smoke over the fuel"
    " depot and of long queues at the only bakery that was still open on Tuesday."
)


def test_a_near_copy_of_a_wire_is_no_source_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(WIRE.format("He spoke on the radio."), encoding="utf-8")
    (tmp_path / "b.txt").write_text(
        WIRE.format("Nobody answered him, residents told this newspaper."), encoding="utf-8"
    )
    (tmp_path / "c.txt").write_text("Rebels shelled the port of Arden on Monday. " * 12, encoding="utf-8")
    articles, problems = load([tmp_path], Conflict())
    assert [one.duplicate_of for one in articles] == [None, "a", None] and not problems
