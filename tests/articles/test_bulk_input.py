"""News exports, archives, web pages and several inputs at once -> Articles; and everything in them that is wrong."""

import csv
import gzip
import io
import json
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from dateline.articles import archives
from dateline.articles.load import load
from dateline.conflict.load import load as load_conflict
from dateline.model import Article, Conflict
from dateline.pipeline import run
from dateline.problems import Problem, UnusableInputError

MOST = 100_000
GOOD = {
    "title": "Port shelled",
    "date": "2019-06-30",
    "source": "Reuters",
    "text": "Rebels shelled the port yesterday.",
}


def put(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def packed(path: Path, files: dict[str, str | bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def lines(*rows: Any) -> str:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def read(*inputs: Path, most: int = MOST) -> tuple[list[Article], list[str]]:
    """The articles of the inputs and, as printed, what is wrong; an article more, so that there is always one."""
    spare = put(inputs[0].parent / "spare" / "spare.txt", "Nothing of note was reported here.")
    articles, problems = load([*inputs, spare], Conflict(), most)
    return list(articles[:-1]), told(problems)


def told(problems: list[Problem]) -> list[str]:
    assert all(problem.hint for problem in problems)
    return [f"{problem.where}: {problem.what}" for problem in problems]


def table(path: Path, *rows: list[str], delimiter: str = ",") -> Path:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return put(path, out.getvalue())


# what a row says of itself


def test_a_row_says_all_that_front_matter_can(tmp_path: Path) -> None:
    row = GOOD | {
        "url": "https://example.org/a",
        "author": ["Jane Roe", "John Doe"],
        "language": "en",
        "tags": "war, port",
    }
    (article,), problems = read(put(tmp_path / "export.jsonl", lines(row | {"publish": "full"})))
    assert not problems and (article.file, article.id) == ("export.jsonl#1", "export-1")
    assert (article.title, article.source, article.author) == ("Port shelled", "Reuters", "Jane Roe, John Doe")
    assert (article.url, article.language, article.tags) == ("https://example.org/a", "en", ("war", "port"))
    assert (article.published.basis, article.published.when.edtf) == ("front matter", "2019-06-30")
    assert article.published.when.explanation == "The row says 2019-06-30." and article.publish == "full"


@pytest.mark.parametrize("ending", [".jsonl", ".ndjson", ".NDJSON"])
def test_names_of_fields_are_those_that_exports_use(tmp_path: Path, ending: str) -> None:
    row = {"Headline": "Port shelled", "Publication Date": "June 30, 2019", "link": "https://example.org/a"}
    row |= {"source": {"id": None, "name": "Reuters"}, "article_body": "Rebels met.", "x": [1, {"a": float("nan")}]}
    (article,), problems = read(put(tmp_path / f"export{ending}", lines(row)))
    assert not problems and (article.title, article.source, article.url) == ("Port shelled", "Reuters", row["link"])
    assert article.published.when.edtf == "2019-06-30" and article.text == "Rebels met."


def test_an_id_of_the_export_outlives_a_new_row_above_it(tmp_path: Path) -> None:
    row = GOOD | {"id": 4711}
    (first,), _ = read(put(tmp_path / "export.jsonl", lines(row)))
    (_, again), _ = read(put(tmp_path / "export.jsonl", lines(GOOD | {"id": "x1", "text": "Talks ended."}, row)))
    assert first.id == again.id == "export-4711" and (first.file, again.file) == ("export.jsonl#1", "export.jsonl#2")


def test_two_rows_of_one_id_are_named(tmp_path: Path) -> None:
    rows = [GOOD | {"id": "a"}, {"id": "A", "text": "Talks ended."}, {"id": "a", "text": "They left."}]
    articles, problems = read(put(tmp_path / "export.jsonl", lines(*rows)))
    assert [one.id for one in articles] == ["export-a", "export-a-559aead0"] and problems == [
        "export.jsonl#3: would have the same address as export.jsonl#1"
    ]


@pytest.mark.parametrize(
    "text", ["\ufeff Rebels\r\n\r\nmet.\t", "---\ntitle: No\n---\nRebels met.", "Tür\u2028 «𝔘»\u00ad x"]
)
def test_a_text_is_kept_to_the_character(tmp_path: Path, text: str) -> None:
    (one,), problems = read(put(tmp_path / "export.jsonl", lines({"text": text})))
    (two,), wrong = read(table(tmp_path / "export.csv", ["text", "title"], [text, ""]))
    assert not problems and not wrong and one.text == two.text == text and len(one.body) == len(text)


@pytest.mark.parametrize(
    "date",
    [
        "2019-06-30T23:10:00-05:00",
        "20190630",
        "20190630T231000Z",
        "30.6.2019 00:00",
        "06/30/2019, 11:10 PM",
        "Sun, 30 Jun 2019 23:10:00 -0500",
        "Jun 30, 2019, 11:10 PM EDT",
    ],
)
def test_a_date_is_the_day_that_is_written(tmp_path: Path, date: str) -> None:
    (article,), problems = read(put(tmp_path / "export.jsonl", lines(GOOD | {"date": date})))
    assert not problems and article.published.when.edtf == "2019-06-30"


def test_the_day_of_an_export_is_not_that_of_its_articles(tmp_path: Path) -> None:
    rows = put(tmp_path / "export-2024-01-05.jsonl", lines({"text": "Rebels met."}))
    archive = packed(tmp_path / "news-2024-01-05.zip", {"a.txt": "Talks ended.", "2019-06-30.txt": "Talks began."})
    articles, _ = read(rows, archive)
    assert [one.published.when.edtf for one in articles] == ["../..", "2019-06-30", "../.."]


def test_front_matter_in_a_row_is_plain_text(tmp_path: Path) -> None:
    text = "---\ntitle: Not this\ndate: 2001-01-01\n---\nRebels met."
    (article,), _ = read(put(tmp_path / "export.jsonl", lines(GOOD | {"text": text})))
    assert (
        article.title == "Port shelled"
        and article.published.when.edtf == "2019-06-30"
        and article.body.startswith("---\ntitle: Not this")
    )


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_table_is_read_by_its_names(tmp_path: Path, delimiter: str, mark: str) -> None:
    rows = [
        ["Date", "Body", "Outlet"],
        ["2019-06-30", 'One, "two"; three\nfour\tfive', "AP"],
        ["2019-07-01", "Six.", ""],
    ]
    path = table(tmp_path / "export.csv", *rows, delimiter=delimiter)
    articles, problems = read(put(path, mark + path.read_text(encoding="utf-8")))
    assert not problems and [one.text for one in articles] == [rows[1][1], "Six."]
    assert [one.file for one in articles] == ["export.csv#2", "export.csv#4"]  # a row is named by its first line
    assert [one.published.when.edtf for one in articles] == ["2019-06-30", "2019-07-01"]


# what is wrong with rows


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("{", "not JSON: Expecting property name enclosed in double quotes at character 2"),
        ('["text"]', "no object, but a list"),
        ("NaN", "no object, but a number"),
        ("9" * 5000, "not JSON that can be read"),
        ("[" * 99_000, "not JSON that can be read"),
        ('{"text": 5}', "'text' is no text, but a number"),
        ('{"text": NaN}', "'text' is no text, but a number"),
        ('{"body": ["a"]}', "'body' is no text, but a list"),
        ('{"title": "No text"}', "no text"),
        ('{"text": "  "}', "no text"),
        ('{"text": "…"}', "empty"),
        ('{"text": "a\\u0000b"}', "not text: it holds a NUL character"),
        ('{"text": "a\\ud800b"}', "not text: it holds half a character"),
        ('{"text": "' + "a" * MOST + '"}', "larger than 0.1 MB"),
        ("a" * MOST, "larger than 0.1 MB"),  # by its line break alone
        ("a" * 3_000_000, "larger than 0.1 MB"),
    ],
)
def test_a_bad_line_is_named_and_the_rest_is_read(tmp_path: Path, line: str, wanted: str) -> None:
    articles, problems = read(
        put(tmp_path / "export.jsonl", lines(GOOD) + line + "\n\n" + lines({"text": "Talks ended."}))
    )
    assert [one.file for one in articles] == ["export.jsonl#1", "export.jsonl#4"]
    assert len(problems) == 1 and problems[0].startswith(f"export.jsonl:2: {wanted}"), problems


@pytest.mark.parametrize(
    ("field", "value", "wanted"),
    [
        ("date", 1561852800, "'date' is no text, but a number"),
        ("date", "2019-02-30", "'2019-02-30' is not a date"),
        ("date", "05/06/2019", "'05/06/2019' may be read in more than one way"),
        ("date", "5.6.2019 00:00", "'5.6.2019 00:00' may be read in more than one way"),
        ("date", "Thu, 5/6/19 10:15 AM", "'Thu, 5/6/19 10:15 AM' may be read in more than one way"),
        ("title", True, "'title' is no text, but true or false"),
        ("source", {"uri": "a"}, "'source' is no text, but an object"),
        ("author", ["Jane", 5], "'author' is no text, but a list"),
        ("publish", "yes", "'yes' is no way to publish"),
        ("url", "www.reuters.com/a", "'www.reuters.com/a' is no web address"),
        ("url", "javascript:alert(1)", "'javascript:alert(1)' is no web address"),
        ("language", "Pashto, Dari", "'Pashto, Dari' is no language tag"),
        ("title", "word " * 101, f"'{'word ' * 12}…' is longer than 500 characters: no title or name"),
    ],
)
def test_a_value_that_cannot_be_used_is_named_and_left_out(tmp_path: Path, field: str, value: Any, wanted: str) -> None:
    (article,), problems = read(put(tmp_path / "export.jsonl", "\n" + lines({"text": "Rebels met.", field: value})))
    assert problems == [f"export.jsonl:2: {wanted}"]
    assert article.published.basis == "unknown" and article.source is article.author is article.publish is None
    assert article.url is article.language is None and article.title == "Rebels met."


@pytest.mark.parametrize(("written", "tag"), [("English", "en"), ("en_US", "en-US"), ("pt-BR", "pt-BR")])
def test_a_language_is_a_tag(tmp_path: Path, written: str, tag: str) -> None:
    (article,), problems = read(put(tmp_path / "export.jsonl", lines(GOOD | {"language": written})))
    assert article.language == tag and not problems


def test_an_address_may_be_in_capitals(tmp_path: Path) -> None:
    (article,), _ = read(put(tmp_path / "export.jsonl", lines(GOOD | {"url": "HTTPS://example.org/A"})))
    assert article.url == "HTTPS://example.org/A"


def test_no_value_can_write_outside_its_place(tmp_path: Path) -> None:
    row = GOOD | {
        "title": "a\u202eb\x07\ud800",
        "url": "https://example.org/\x07",
        "language": "e\x00n",
        "id": "../../x",
    }
    (article,), problems = read(put(tmp_path / "export.jsonl", json.dumps(row)))
    assert not problems and (article.title, article.url, article.language, article.id) == (
        "ab",
        "https://example.org/",
        "en",
        "export-x-9cdf6a50",
    )


def test_a_byte_that_is_not_utf8_costs_its_row(tmp_path: Path) -> None:
    good = lines(GOOD).encode()
    bad = '{"text": "Café"}\n'.encode("latin-1")
    articles, problems = read(put(tmp_path / "export.jsonl", good + bad + lines({"text": "Talks ended."}).encode()))
    assert len(articles) == 2
    assert problems == [f"export.jsonl:2: not text in UTF-8: byte {len(good) + bad.index(0xE9)} is 0xe9"]
    head, row = b"text,title\r\n", 'One.,"Two\r\nCafé"\r\n'.encode("latin-1")
    articles, problems = read(put(tmp_path / "export.csv", head + row + b"Three.,Four\r\n"))
    assert [one.text for one in articles] == ["Three."]
    assert problems == [f"export.csv:2: not text in UTF-8: byte {len(head) + row.index(0xE9)} is 0xe9"]


def test_a_table_in_utf16_is_named(tmp_path: Path) -> None:
    articles, problems = read(put(tmp_path / "export.csv", "text,date\nRebels met.,2019-06-30\n".encode("utf-16")))
    assert not articles and problems == ["export.csv:1: not text in UTF-8: byte 0 is 0xff"]


@pytest.mark.parametrize("content", ["", "\n\n", "event,day\nAttack,2019-06-30\n", '"text\n'])
def test_a_table_without_a_text_column_is_no_article(tmp_path: Path, content: str) -> None:
    articles, problems = read(put(tmp_path / "casualties.csv", content))
    assert not articles and len(problems) == 1 and problems[0].startswith("casualties.csv")


@pytest.mark.parametrize(
    ("row", "wanted"),
    [
        ("2019-06-30,Rebels, again, met.", "4 cells under 2 cells of names"),
        ("2019-06-30", "1 cell under 2 cells of names"),
        ('2019-06-30,"Rebels" met.', "not CSV: ',' expected after '\"'"),
        ("2019-06-30,", "no text"),
        ("2019-06-30,Rebels\rmet.", "not CSV: new-line character"),
    ],
)
def test_a_bad_row_is_named_and_the_rest_is_read(tmp_path: Path, row: str, wanted: str) -> None:
    content = f"date,text\n2019-06-29,Talks began.\n{row}\n,\n2019-07-01,Talks ended.\n"
    articles, problems = read(put(tmp_path / "export.csv", content))
    assert [one.text for one in articles] == ["Talks began.", "Talks ended."]
    assert len(problems) == 1 and problems[0].startswith(f"export.csv:3: {wanted}"), problems


def test_a_quotation_mark_left_open_costs_no_more_than_the_next_row(tmp_path: Path) -> None:
    rows = ['"Open.,2019-06-30', '"Talks went on.",2019-07-01', '"Talks ended.",2019-07-02']
    articles, problems = read(put(tmp_path / "export.csv", "\n".join(["text,date", *rows])))
    assert (
        [one.text for one in articles] == ["Talks ended."] and len(problems) == 1 and "export.csv:2: not" in problems[0]
    )


def test_what_an_open_quotation_mark_costs_is_said(tmp_path: Path) -> None:
    rows = ['"Open.,2019-06-30', "Talks went on.,2019-07-01", "Talks ended.,2019-07-02"]
    articles, problems = read(put(tmp_path / "export.csv", "\n".join(["text,date", *rows])))
    assert not articles and len(problems) == 1 and problems[0].endswith("; lines 2 to 4 are left out")


def test_a_table_without_line_feeds_is_not_called_empty(tmp_path: Path) -> None:
    _, (problem,) = read(put(tmp_path / "export.csv", "text,date\rRebels met.,2019-06-30\r"))
    assert problem == "export.csv:1: its first line is not CSV"


def test_a_quotation_mark_left_open_does_not_fill_the_memory(tmp_path: Path) -> None:
    articles, problems = read(put(tmp_path / "export.csv", 'text\nTalks ended.\n"' + "Rebels met.\n" * 20_000))
    assert len(articles) == 1 and len(problems) == 2
    assert problems[0].startswith("export.csv:3: larger than 0.1 MB") and "rest of the table" in problems[1]


def test_a_long_cell_is_read_and_the_csv_module_left_as_it_was(tmp_path: Path) -> None:
    text = "Rebels met. " * 20_000
    limit = csv.field_size_limit(1_000)  # whatever another module has set it to
    try:
        (article,), problems = read(put(tmp_path / "export.csv", f"text\n{text}\n"), most=1_000_000)
        assert article.text == text and not problems and csv.field_size_limit() == 1_000
    finally:
        csv.field_size_limit(limit)


def test_a_large_file_is_named(tmp_path: Path) -> None:
    articles, problems = read(put(tmp_path / "a.txt", "Rebels met. " * 10_000))
    assert not articles and problems == ["a.txt: larger than 0.1 MB, and no article is"]


# archives


def test_an_archive_holds_what_a_folder_may(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"b/c.md": "# Talks\n\nended", "a.txt": "Rebels met.", "p.png": b"\x89PNG"}
    files |= {"__MACOSX/._a.txt": b"\x00", "t.csv": "text\nThey left.\n", "x.jsonl": lines(GOOD)}
    files |= {"../../etc/passwd.txt": "An envoy came."}
    articles, problems = read(packed(tmp_path / "news.zip", files))
    inside = ["../../etc/passwd.txt", "a.txt", "b/c.md", "t.csv#2", "x.jsonl#1"]
    assert not problems and [one.file for one in articles] == [f"news.zip/{name}" for name in inside]
    assert articles[0].id == "news-zip-etc-passwd" and sorted(path.name for path in tmp_path.iterdir()) == [
        "news.zip",
        "spare",
    ]


def encrypted(path: Path) -> Path:
    data = bytearray(packed(path, {"a.txt": "Rebels met."}).read_bytes())
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + at] |= 1
    return put(path, bytes(data))


def damaged(path: Path) -> Path:
    data = bytearray(packed(path, {"a.txt": "Rebels met the envoys in the capital."}).read_bytes())
    data[40] ^= 0xFF
    return put(path, bytes(data))


def unknown_packing(path: Path) -> Path:
    data = bytearray(packed(path, {"a.txt": "Rebels met."}).read_bytes())
    for mark, at in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        data[data.index(mark) + at] = 99
    return put(path, bytes(data))


@pytest.mark.parametrize(
    ("make", "wanted"),
    [
        (encrypted, "news.zip/a.txt: encrypted"),
        (damaged, "news.zip/a.txt: cannot be unpacked: "),
        (unknown_packing, "news.zip/a.txt: cannot be unpacked: "),
        (lambda path: put(path, b"PK\x03\x04 no archive"), "news.zip: no zip archive that can be read: "),
        (lambda path: put(path, b""), "news.zip: no zip archive that can be read: "),
        (lambda path: packed(path, {"b.zip": b"PK"}), "news.zip/b.zip: an archive in an archive is not read"),
        (
            lambda path: packed(path, {"a.txt": b"a" * 5_000_000}),
            "news.zip/a.txt: unpacks to more than 200 times its size",
        ),
        (lambda path: packed(path, {"a.txt": b"a" * 200_000}), "news.zip/a.txt: larger than 0.1 MB"),
        (lambda path: packed(path, {"a\x1b[2J.txt": b""}), "news.zip/a[2J.txt: empty"),
    ],
)
def test_an_archive_that_cannot_be_read_is_named(tmp_path: Path, make: Any, wanted: str) -> None:
    articles, problems = read(make(tmp_path / "news.zip"))
    assert not articles and len(problems) == 1 and problems[0].startswith(wanted), problems


def test_a_name_in_an_archive_that_is_not_utf8_costs_its_entry(tmp_path: Path) -> None:
    path = packed(tmp_path / "news.zip", {"é.txt": "Rebels met.", "z.txt": "They left."})
    path.write_bytes(path.read_bytes().replace("é".encode(), b"\xff\xff", 1))  # before the entry, not in the list
    articles, (problem,) = read(path)
    assert [one.file for one in articles] == ["news.zip/z.txt"] and "news.zip/é.txt: cannot be unpacked" in problem


def test_an_archive_that_unpacks_to_too_much_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "TOTAL", 1000)
    articles, problems = read(packed(tmp_path / "news.zip", {f"{n}.txt": f"Rebels met {n}. " * 20 for n in range(9)}))
    assert not articles and len(problems) == 1 and problems[0].startswith("news.zip: unpacks to ")


# web pages

PAGE = """<html lang="en"><head><title>Port shelled | The Herald</title>
<meta property="og:site_name" content="The Herald">
<meta name="author" content="Jane Roe"><link rel="canonical" href="https://example.org/port">
<meta property="article:published_time" content="2019-06-30T10:00:00Z"></head><body><nav><a href="/">Home</a></nav>
<article><h1>Port shelled</h1><p>Rebels shelled the port of Arden yesterday, killing nine people,
the army said on Sunday.</p>
<p>The governor called on all sides to let ambulances pass &amp; asked for a truce before the night fell on Arden.</p>
</article><footer>Subscribe to our letter</footer></body></html>"""


def test_a_saved_page_is_read_for_its_article(tmp_path: Path) -> None:
    put(tmp_path / "in" / "port_files" / "advert.html", "<p>Buy this, and then that.</p>")
    (article,), problems = read(put(tmp_path / "in" / "port.html", PAGE).parent)
    assert not problems and (article.file, article.id) == ("in/port.html", "in-port")
    assert "Rebels shelled the port" in article.text and "ambulances pass & asked" in article.text
    assert "Subscribe" not in article.text and "Home" not in article.text
    assert (article.title, article.source, article.author) == ("Port shelled", "The Herald", "Jane Roe")
    assert (
        article.url == "https://example.org/port" and article.published.when.explanation == "The page says 2019-06-30."
    )


@pytest.mark.parametrize("content", [b"", b"\x00\xff", b"<div>" * 15_000, b"<html><body></body></html>"])
def test_a_page_without_an_article_is_named(tmp_path: Path, content: bytes) -> None:
    articles, problems = read(put(tmp_path / "port.html", content))
    assert not articles and problems == ["port.html: no article found in this page"]


def record(status: str, kind: str, body: bytes) -> bytes:
    answer = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n".encode() + body
    head = "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/recorded\r\n"
    head += "WARC-Date: 2019-07-05T00:00:00Z\r\n"
    head += f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    return head.encode() + answer + b"\r\n\r\n"


def recorded(path: Path, *records: bytes) -> Path:
    return put(path, b"".join(gzip.compress(one, mtime=0) if path.suffix == ".gz" else one for one in records))


@pytest.mark.parametrize("name", ["crawl.warc", "crawl.warc.gz"])
def test_the_pages_of_a_warc_file_are_read(tmp_path: Path, name: str) -> None:
    page = PAGE.replace('<link rel="canonical" href="https://example.org/port">', "").encode()
    other = [record("404 Not Found", "text/html", page), record("200 OK", "image/png", b"\x89")]
    pages = [record("200 OK", "text/html; charset=utf-8", page), record("200 OK", "text/html", b"a" * 200_000)]
    (article,), problems = read(recorded(tmp_path / name, *other, *pages))
    assert article.file == f"{name}#3" and article.url == "https://example.org/recorded"
    assert problems == [f"{name}#4: larger than 0.1 MB, and no article is"]


def test_a_broken_warc_file_is_named(tmp_path: Path) -> None:
    whole = recorded(tmp_path / "a.warc.gz", record("200 OK", "text/html", PAGE.encode())).read_bytes()
    for content in (b"no warc at all", whole[:-200], b"\x1f\x8b broken"):
        _, problems = read(put(tmp_path / "a.warc.gz", content))
        assert len(problems) == 1 and problems[0].startswith("a.warc.gz"), problems


@pytest.mark.parametrize("name", ["port.html", "crawl.warc"])
def test_what_is_to_install_is_said(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("trafilatura", "warcio.archiveiterator"):
        monkeypatch.setitem(sys.modules, module, None)
    spare = put(tmp_path / "spare.txt", "Rebels met.")
    _, (problem,) = load([put(tmp_path / name, PAGE), spare], Conflict())
    assert problem.where.file == name and "extra 'html'" in problem.what and "pip install" in problem.hint


# several inputs


def test_inputs_are_read_in_their_order_and_named_apart(tmp_path: Path) -> None:
    one = put(tmp_path / "2019" / "news" / "b.txt", "Rebels met.").parent
    two = put(tmp_path / "2020" / "news" / "b.txt", "Talks ended.").parent
    rows = put(tmp_path / "export.jsonl", lines({"text": "An envoy came."}))
    articles, problems = load([rows, two, one, two / ".." / "news", rows], Conflict())
    assert [a.file for a in articles] == ["export.jsonl#1", "2020/news/b.txt", "2019/news/b.txt"] and not problems
    assert [a.id for a in articles] == ["export-1", "2020-news-b", "2019-news-b"]


def test_a_folder_alone_gives_no_name(tmp_path: Path) -> None:
    put(tmp_path / "in" / "sub" / "export.csv", "text\nRebels met.\n")
    articles, _ = load([tmp_path / "in"], Conflict())
    assert [one.file for one in articles] == ["sub/export.csv#2"]
    articles, _ = load([tmp_path / "in" / "sub" / "export.csv"], Conflict())
    assert [one.file for one in articles] == ["export.csv#2"]


@pytest.mark.parametrize("name", ["nowhere", "nowhere.csv", "notes.rst"])
def test_an_input_that_cannot_be_read_stops_all(tmp_path: Path, name: str) -> None:
    put(tmp_path / "notes.rst", "Rebels met.")
    good = put(tmp_path / "a.txt", "Rebels met.")
    with pytest.raises(UnusableInputError, match="hint: "):
        load([good, tmp_path / name], Conflict())


def test_the_first_folder_with_a_conflict_file_gives_it(tmp_path: Path) -> None:
    a, b, c = tmp_path / "a", tmp_path / "b", tmp_path / "c"
    a.mkdir()
    put(b / "conflict.toml", 'title = "B"')
    put(c / "conflict.toml", 'title = "C"')
    conflict, problems = load_conflict([("a", a), ("b", b)])
    assert conflict.title == "B" and not problems
    conflict, problems = load_conflict([("a", a), ("b", b), ("c", c)])
    assert conflict.title == "B" and told(problems) == [f"{c / 'conflict.toml'}: is not read"]
    conflict, problems = load_conflict(
        [("a", a), ("b", b), ("c", c)], put(tmp_path / "mine.toml", 'title = "Mine"\nx = 1')
    )
    assert conflict.title == "Mine" and told(problems) == ["mine.toml:2: unknown key 'x'"]
    with pytest.raises(UnusableInputError, match="--conflict"):
        load_conflict([("", a)], tmp_path / "nowhere.toml")


def test_a_note_names_a_row(tmp_path: Path) -> None:
    put(tmp_path / "export.csv", "text\nRebels met.\n")
    put(tmp_path / "conflict.toml", '[[article]]\nfile = "export.csv#2"\npublished = 2019-02-09\nwhy = "It was so."\n')
    other = put(tmp_path.parent / "other.txt", "Talks ended.")
    for inputs in ([tmp_path], [other, tmp_path]):  # also where the name of its folder is before it
        result = run(*inputs)
        published = {one.text: one.published.basis for one in result.timeline.articles}
        assert not result.problems and published["Rebels met."] == "editor"


# one archive in four shapes

SHELLED = "Rebels shelled the port of Arden yesterday, killing nine people.\n\nThe army said so."
AHEAD = "Envoys of the government will meet the rebels in Doha on Friday, officials said."
HELD = "The government and the rebels held talks in Doha on Friday. They agreed on a truce."
STORIES = [
    ("2019-06-30", "Reuters", "Port shelled", SHELLED),
    ("2019-07-02", "AP", "Talks to begin", AHEAD),
    ("2019-07-06", "AP", "Talks held", HELD),
]
NAMES = ["date", "source", "title", "text"]


def told_by(*inputs: Path) -> list[Any]:
    result = run(*inputs)
    assert not result.problems
    texts = {one.id: one.text for one in result.timeline.articles}
    return [
        (
            event.headline,
            event.when,
            event.type,
            event.modality,
            event.salience,
            [texts[r.article][slice(*r.span)] for r in event.reports],
        )
        for event in result.timeline.events
    ]


def test_an_archive_tells_the_same_in_every_shape(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    for n, (day, source, title, text) in enumerate(STORIES):
        put(folder / f"{n}.txt", f"---\ndate: {day}\nsource: {source}\ntitle: {title}\n---\n{text}")
    rows = put(tmp_path / "rows.jsonl", lines(*(dict(zip(NAMES, story, strict=True)) for story in STORIES)))
    cells = table(tmp_path / "cells.csv", NAMES, *map(list, STORIES))
    archive = packed(tmp_path / "all.zip", {path.name: path.read_bytes() for path in folder.iterdir()})
    wanted = told_by(folder)
    assert len(wanted) >= 3
    assert told_by(rows) == told_by(cells) == told_by(archive) == wanted
