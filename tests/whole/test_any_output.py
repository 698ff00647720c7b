"""Whatever an article says: what is written of it is read back by other programs, and leads nowhere else."""

import csv
import io
import json
from collections.abc import Sequence
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote
from xml.etree import ElementTree

import pytest
from hostile import says
from hypothesis import assume, example, given
from hypothesis import strategies as st
from icalendar import Calendar
from read_back import cell as read_back
from read_back import index as read_index
from sample_timeline import sample
from strategies import lettered, texts, tries

from dateline.export import formats
from dateline.model import Span
from dateline.serving.answers import answer
from dateline.serving.preview import Preview
from dateline.web import markdown
from dateline.web.marking import Mark, mark
from dateline.web.render import drawn
from dateline.web.search.folding import terms
from dateline.web.search.inverted import STOP, field, inverted

EVENTS = len(sample().events)


def written(format: str, words: str) -> str:
    return formats.BY_NAME[format].write(says(words), "https://example.org/talks/")


@tries(60)
@given(texts)
@example("a\r\nEND:VEVENT\r\nBEGIN:VEVENT")
def test_a_calendar_is_one(words: str) -> None:
    text = written("ics", words)
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n")) and "\n" not in text.replace("\r\n", "")
    plain = Calendar.from_ical(written("ics", "x")).walk("VEVENT")
    found = Calendar.from_ical(text).walk("VEVENT")
    assert [one["UID"] for one in found] == [one["UID"] for one in plain]
    assert not any(one.errors for one in found)


@tries(60)
@given(texts, st.sampled_from(["csv", "evidence-csv"]))
def test_a_table_has_the_rows_that_it_has(words: str, format: str) -> None:
    plain = list(csv.reader(io.StringIO(written(format, "x"), newline=""), strict=True))
    found = list(csv.reader(io.StringIO(written(format, words), newline=""), strict=True))
    assert [len(row) for row in found] == [len(row) for row in plain]
    if format == "csv":
        at = found[0].index("headline")
        assert {read_back(row[at]) for row in found[1:]} == {words}


@tries(60)
@given(texts)
def test_what_is_json_is_json(words: str) -> None:
    found = json.loads(written("json", words))
    assert len(found["events"]) == EVENTS and {one["headline"] for one in found["events"]} == {words}
    for format in ("geojson", "timelinejs", "csl"):
        json.loads(written(format, words))


class Tags(HTMLParser):
    """What a browser would make of markup: its elements, where its links lead, its text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.links: list[str] = []
        self.text = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attributes: Sequence[tuple[str, str | None]]) -> None:
        self.found.add(tag)
        self.links += [value or "" for name, value in attributes if name == "href"]
        assert {name for name, _ in attributes} <= {"href", "rel", "id", "class", "title", "start", "data-number"}

    def handle_data(self, data: str) -> None:
        self.text += data


PLAIN = set("p h2 h3 h4 h5 h6 ul ol li blockquote pre code em strong hr br a".split())
marked_up = st.lists(
    st.sampled_from(
        ["[", "](", ")", "javascript:", "<script>", "<a href=", "*", "_", "`", "\n", "\n> ", "# ", "- ", "&lt;", "x"]
    )
    | st.text(max_size=4)
).map("".join)


@tries(200)
@given(marked_up | texts, st.sampled_from([None, "https://a.example/b"]))
@example("[x](javascript:alert(1)) [y](data:a) [z](//b.example)", None)
def test_any_markdown_is_harmless_markup(text: str, base: str | None) -> None:
    html, _ = markdown.render(text, 0, [], base)
    found = Tags(html)
    assert found.found <= PLAIN
    assert all(link.startswith(("http://", "https://", "mailto:")) for link in found.links)


@tries(150)
@given(texts, st.lists(st.tuples(st.integers(0, 60), st.integers(1, 30)), max_size=5))
def test_marks_add_nothing_to_a_text_and_take_nothing_from_it(text: str, spans: Sequence[tuple[int, int]]) -> None:
    marks = [Mark(Span(start, start + length), f"m{n}", n, "#", "t") for n, (start, length) in enumerate(sorted(spans))]
    found = mark(text, [Span(0, len(text))], marks)
    (html,) = found.ranges
    assert set(found.unplaced) == {one.anchor for one in marks if one.span.start >= len(text)}
    opened = Tags(html)
    assert opened.found <= {"mark", "sup", "a", "span"} and not set(opened.links) - {"#"}
    if not marks:
        assert opened.text == text.replace("\r\n", "\n").replace("\r", "\n") or opened.text == text


@tries(60)
@given(st.lists(texts, max_size=8), st.sampled_from([1, 50, 10_000]))
def test_a_search_finds_each_text_by_each_of_its_words(told: Sequence[str], whole: int) -> None:
    held = {term for text in told for term in terms(text)} - STOP
    assume(held)
    index = inverted([([field(text, 1)], str(n)) for n, text in enumerate(told)], whole)
    found = {term: [document for document, _ in held] for term, held in read_index(index.terms, index.postings).items()}
    assert found == {term: [n for n, text in enumerate(told) if term in terms(text)] for term in sorted(held)}
    assert [row for part in index.documents for row in part] == [str(n) for n in range(len(told))]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = tmp_path_factory.mktemp("serving").resolve() / "site"
    for name in ("index.html", "a/index.html", "a/b.txt", ".hidden"):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text("secret" if name == ".hidden" else "page", encoding="utf-8")
    (site.parent / "secret").write_text("secret", encoding="utf-8")
    return site


steps = st.lists(
    st.sampled_from(["/", "..", ".", "a", "b.txt", "secret", ".hidden", "\\", "%", "%2e", "%2F", "%00", "?", "#"])
    | lettered
)


@tries(300)
@given(steps.map("".join), st.booleans())
@example("/../secret", False)
@example("/%2e%2e/secret", False)
@example("/.hidden", False)
def test_the_server_answers_with_files_of_the_site_alone(site: Path, path: str, quoted: bool) -> None:
    found = answer(quote(path) if quoted else path, ["localhost"], "127.0.0.1", site, Preview())
    assert found.status in (200, 301, 404) and found.content in (b"", b"page", b"Not found\n")
    assert found.location is None or (found.location.startswith("/") and found.location[1:2] != "/")


@tries(100)
@given(st.lists(lettered, max_size=2))
def test_no_other_host_is_answered(site: Path, hosts: Sequence[str]) -> None:
    found = answer("/", hosts, "127.0.0.1", site, Preview())
    assert found.status == 403 or (len(hosts) == 1 and hosts[0].strip("[]:0123456789.abcdefABCDEF") == "")


@tries(6)
@given(texts)
@example("a]]></content><x>\x00\ufffe</x>")
def test_every_file_of_a_site_is_one_of_its_kind(words: str) -> None:
    for page in drawn(says(words), "https://example.org/talks/"):
        kind = page.path.rpartition(".")[2]
        if kind in ("atom", "xml", "svg"):
            ElementTree.fromstring(page.content)  # noqa: S314
        elif kind in ("json", "geojson", "webmanifest"):
            json.loads(page.content)
        elif kind == "html":
            assert elements(page.content) <= plain_elements()


def elements(html: bytes) -> set[str]:
    found: set[str] = set()
    parser = HTMLParser()
    parser.handle_starttag = lambda tag, _: found.add(tag)  # type: ignore[method-assign]
    parser.feed(html.decode())
    return found


@cache
def plain_elements() -> set[str]:
    """Those of a site that says "x" everywhere."""
    pages = (page for page in drawn(says("x"), "https://example.org/talks/") if page.path.endswith(".html"))
    return set().union(*(elements(page.content) for page in pages))
