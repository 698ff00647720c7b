"""Whatever a file holds, it is read to the end or refused by a Problem, and what is read stands in it."""

import csv
import io
import json
import zipfile
from collections.abc import Sequence
from pathlib import Path

import any_words
import pytest
import sound
from hypothesis import example, given
from hypothesis import strategies as st
from strategies import lettered, slipped, texts, tries, worded

from dateline.articles.document import Document, decode
from dateline.articles.load import read, slug
from dateline.articles.sources import READERS
from dateline.articles.values import words
from dateline.cache.packing import digest, packed, unpacked
from dateline.cli import main
from dateline.pipeline import run
from dateline.stages import reading

NEWS = "date 2019-06-30 Reuters, KABUL\n\nThe Taliban attacked Kunduz on Friday. “We will talk,” Khalilzad said."
KINDS = (*READERS, ".zip")


@tries(150)
@given(texts, st.sampled_from(["a.txt", "b.md"]))
@example("KABUL The Taliban met.\nWARC-Target: Doha\n", "a.txt")
def test_any_text_is_read_and_what_is_found_stands_in_it(tmp_path: Path, text: str, name: str) -> None:
    (tmp_path / "in").mkdir(exist_ok=True)
    for old in (tmp_path / "in").iterdir():
        old.unlink()
    (tmp_path / "in" / name).write_bytes(text.encode())
    sound.archive(tmp_path / "in")


@tries(40)
@given(st.lists(worded, min_size=2, max_size=3))
def test_articles_that_bear_on_each_other(tmp_path: Path, told: Sequence[str]) -> None:
    for n, text in enumerate(told):
        (tmp_path / f"{n}.txt").write_bytes(text.encode())
    found, again = sound.archive(tmp_path), sound.archive(tmp_path)
    assert (found and digest(found.timeline)) == (again and digest(again.timeline))


def test_for_whom_somebody_speaks_is_an_actor_or_nobody(tmp_path: Path) -> None:
    text = "Turkish President Ahmet Tekin spoke on Monday. “We will attack the city,” Tekin said."
    (tmp_path / "a.txt").write_text(f"---\ndate: 2019-06-24\n---\n{text}", encoding="utf-8")
    assert sound.archive(tmp_path)  # all that its events name is there


@tries(60)
@given(st.lists(slipped, min_size=1, max_size=3))
def test_sentences_with_a_slip_in_them(tmp_path: Path, told: Sequence[str]) -> None:
    for old in tmp_path.iterdir():
        old.unlink()
    for n, text in enumerate(told):
        (tmp_path / f"{n}.txt").write_bytes(text.encode())
    assert sound.archive(tmp_path)


@tries(150)
@given(st.sampled_from(KINDS), st.binary(max_size=300) | texts.map(str.encode))
def test_any_bytes_under_any_name(tmp_path: Path, kind: str, data: bytes) -> None:
    file = tmp_path / f"a{kind}"
    file.write_bytes(data)
    sound.archive(file)


def pages() -> bytes:
    return f"<html><head><title>T</title></head><body><article>{f'<p>{NEWS}</p>' * 3}</article></body></html>".encode()


def warc() -> bytes:
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + pages()
    head = b"WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\nContent-Length: %d\r\n\r\n"
    return head % len(answer) + answer + b"\r\n\r\n"


def zipped() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as into:
        into.writestr("a.txt", NEWS)
        into.writestr("b/c.csv", f"text\n{NEWS.split()[-1]}\n")
    return made.getvalue()


WHOLE = {
    ".txt": NEWS.encode(),
    ".md": f"---\ntitle: 'A: b'\ndate: 2019-06-30\ntags: [a, {{b: c}}]\n---\n# T\n\n{NEWS}".encode(),
    ".jsonl": (json.dumps({"id": 1, "date": "2019-06-30", "text": NEWS, "tags": ["a"]}) + "\n").encode() * 2,
    ".csv": b'id,date,title,text\n1,2019-06-30,"A ""b""","Rebels attacked\nthe port."\n2,,,b\n',
    ".html": pages(),
    ".warc": warc(),
    ".zip": zipped(),
}
changes = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 4), st.binary(max_size=4)), min_size=1, max_size=4)


@tries(200)
@given(st.sampled_from(sorted(WHOLE)), changes)
def test_a_file_that_was_damaged(tmp_path: Path, kind: str, damage: Sequence[tuple[float, int, bytes]]) -> None:
    data = bytearray(WHOLE[kind])
    for where, length, new in damage:
        at = int(where * len(data))
        data[at : at + length] = new
    file = tmp_path / f"a{kind}"
    file.write_bytes(data)
    sound.archive(file)


@tries(60)
@given(texts, st.sampled_from(["read", "check", "review", "export", "explain"]), st.sampled_from(KINDS[:6]))
def test_no_command_ends_in_a_traceback(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, command: str, kind: str
) -> None:
    file = tmp_path / f"a{kind}"
    file.write_bytes(text.encode())
    given = {"read": ["--json"], "export": ["csv"], "explain": ["a"]}.get(command, [])
    status = main([command, *given, "--seeds", str(file), "--no-cache", "--jobs", "1"])
    said = capsys.readouterr()
    assert status in (0, 2) and "Traceback" not in said.err
    if command == "read":
        assert all("file" in json.loads(line) for line in said.out.splitlines())


@tries(100)
@given(texts.filter(lambda text: "\0" not in text), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_an_encoding_changes_no_character(text: str, encoding: str) -> None:
    found = decode("a.txt", text.encode(encoding))
    assert isinstance(found, Document) and found.text.removeprefix("\ufeff") == text.removeprefix("\ufeff")


@tries(60)
@given(st.lists(lettered.filter(lambda text: text.strip() and "\0" not in text), min_size=1, max_size=4))
def test_rows_hold_what_was_written(tmp_path: Path, told: Sequence[str]) -> None:
    file, lines = tmp_path / "a.csv", tmp_path / "b.jsonl"
    with file.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([["text", "id"], *([text, n] for n, text in enumerate(told))])
    lines.write_text("".join(json.dumps({"text": text, "id": n}) + "\n" for n, text in enumerate(told)), "utf-8")
    for made in (file, lines):
        with made.open("rb") as stream:
            found = list(READERS[made.suffix](made.name, stream, 10_000))
        assert [one.text for one in found if isinstance(one, Document)] == list(told)


@tries(100)
@given(worded)
def test_what_is_kept_of_an_article_comes_back_as_it_was(text: str) -> None:
    article, _ = read("a.md", text.encode(), None)
    if article:
        one = reading.read(article)
        assert unpacked(packed(one)) == one and digest(unpacked(packed(one))) == digest(one)


@tries(200)
@given(st.text(max_size=300))
def test_a_slug_is_a_name_of_a_file(text: str) -> None:
    made = slug(text)
    assert made and len(made.encode()) <= 180 and made == slug(made)
    assert all(part.isalnum() for part in made.split("-"))


nested = st.recursive(st.none() | st.text(max_size=5) | st.integers(), lambda inner: st.lists(inner) | st.dictionaries(
    st.sampled_from(["name", "title", "x"]), inner))  # fmt: skip


@tries(150)
@given(nested)
def test_any_value_of_json_is_a_line_or_none(value: object) -> None:
    found = words(value)
    assert found is None or (found == found.strip() and "\n" not in found)


def test_a_list_nested_a_thousand_times_is_no_text(tmp_path: Path) -> None:
    lists = "[" * 900 + "]" * 900
    objects = '{"name":' * 900 + "1" + "}" * 900
    rows = [f'{{"text": "Rebels met.", "tags": {lists}}}', f'{{"text": "Rebels left.", "author": {objects}}}']
    (tmp_path / "a.jsonl").write_text("\n".join(rows), encoding="utf-8")
    found = run(tmp_path)
    assert len(found.timeline.articles) == 2
    assert [(one.where.line, one.what) for one in found.problems] == [
        (1, "'tags' is no text, but a list"),
        (2, "'author' is no text, but an object"),
    ]


def test_the_words_that_are_tried_mean_something() -> None:
    known = any_words.words()
    assert {"Monday", "killed", "seventh", "Kabul", "”", "\n\n"} <= set(known)
    assert any_words.text(any_words.chosen(["Monday", "killed"])).split() == ["Monday", "killed"]
