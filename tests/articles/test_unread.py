"""What may hold an article and is not read is named with what to do; what is no article is passed over in silence."""

import zipfile
from pathlib import Path

import pytest

from dateline.articles.load import load
from dateline.model import Conflict
from dateline.problems import UnusableInputError

STORY = "DOHA, June 30, 2019 (Reuters) - Rebels attacked the port on Friday."


def told(*inputs: Path) -> list[str]:
    return [str(problem) for problem in load(inputs, Conflict())[1]]


def put(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(STORY if name.endswith(".txt") else "", encoding="utf-8")
    return folder


@pytest.mark.parametrize("name", "a.docx B.DOC c.odt d.rtf e.pdf f.epub g.xlsx h.mhtml more/i.pdf".split())
def test_a_document_that_is_not_read_is_named_with_what_to_do(tmp_path: Path, name: str) -> None:
    (problem,) = told(put(tmp_path, "talks.txt", name))
    assert problem.startswith(f"{name}: ") and "which is not read\n  hint: save " in problem
    assert "take it away" in problem


def test_an_original_may_lie_beside_its_text(tmp_path: Path) -> None:
    assert told(put(tmp_path, "Talks.txt", "talks.PDF", "talks.docx")) == []
    assert len(told(put(tmp_path, "more/talks.pdf"))) == 1


def test_what_is_no_article_is_passed_over(tmp_path: Path) -> None:
    names = "photo.jpg map.png .DS_Store Thumbs.db README LICENSE ~$talks.docx .hidden.pdf notes.py"
    names += " README.md more/ReadMe.txt LICENSE.txt"
    assert told(put(tmp_path, "talks.txt", *names.split())) == []
    (article,), _ = load([tmp_path], Conflict())
    assert article.file == "talks.txt"


def test_an_archive_is_looked_through_alike(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "news.zip", "w") as archive:
        for name in ("talks.txt", "talks.pdf", "truce.pdf", "__MACOSX/truce.pdf", "photo.jpg", "in/README.md"):
            archive.writestr(name, STORY if name.endswith(".txt") else "")
    (problem,) = told(tmp_path)
    assert problem.startswith("news.zip/truce.pdf: a PDF, which is not read")


@pytest.mark.parametrize("data", [b"PK\x03\x04\x14\0", b"%PDF-1.7\n\xe2", b"\xd0\xcf\x11\xe0\0"])
@pytest.mark.parametrize("name", "a.txt a.csv a.jsonl a.html".split())
def test_what_was_only_given_the_name_of_a_text_is_told_by_its_bytes(tmp_path: Path, name: str, data: bytes) -> None:
    (put(tmp_path, "talks.txt") / name).write_bytes(data)
    with zipfile.ZipFile(tmp_path / "news.zip", "w") as archive:
        archive.writestr(name, data)
    found = told(tmp_path)
    assert [one.split(":")[0] for one in found] == [name, f"news.zip/{name}"]
    assert all(": no text, but a" in one and ("CSV" in one) == name.endswith(".csv") for one in found)


def test_a_folder_of_nothing_else_says_what_to_do_with_each(tmp_path: Path) -> None:
    with pytest.raises(UnusableInputError, match="no readable article") as error:
        load([put(tmp_path, "a.pdf", "b.docx")], Conflict())
    assert [str(problem).split(":")[0] for problem in error.value.problems] == ["a.pdf", "b.docx"]


def test_one_that_is_named_itself_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(UnusableInputError, match="hint: save its text as"):
        load([put(tmp_path, "a.pdf") / "a.pdf"], Conflict())


def test_a_folder_that_cannot_be_opened_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(path: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr("os.scandir", closed)
    with pytest.raises(UnusableInputError) as error:
        load([tmp_path], Conflict())
    (problem,) = error.value.problems
    assert str(problem).startswith(f"{tmp_path}: cannot be read: Permission denied")
