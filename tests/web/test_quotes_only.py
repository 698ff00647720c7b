"""What is published is no more than an editor lets out: quotes alone, and pages that search engines leave out."""

import json
import re
import unicodedata
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from paths import SEEDS

from dateline.model import Timeline
from dateline.pipeline import run
from dateline.text.sentences import sentences
from dateline.web.render import pages
from dateline.web.visible import visible

RUN = 8  # words: that many in a row are no chance
BASE = "https://example.org/repo"
HEAD = "---\ntitle: A <b>report</b>\ndate: 2019-06-30\n---\n"
HOSTILE = (
    "Rebels attacked the port on Friday, officials said. {{ 7*7 }} <script>alert('one two three four five six seven')"
    "</script> nothing of this sentence leads to an event at all & it is not quoted.\n\n"
    "A second <!-- hidden words that nobody should ever see published anywhere --> paragraph without any date or deed "
    "stands here, “quoted by someone or other who has no name whatever”, and \u202eturned about\u202c.\n\n"
    "The army bombed Kunduz on Tuesday; 16 people were killed."
)


def words(text: str) -> list[str]:
    return re.findall(r"\w+", unicodedata.normalize("NFC", text).casefold())


def plain(content: bytes) -> str:
    """The words of a file of the site, between blanks, whatever its format."""
    text = unescape(unescape(content.decode(errors="replace")))
    text = re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), text)
    text = re.sub(r"\\[nrt]|<(?:/?(?:mark|sup|bdi|q|a|span|p)\b)[^<>]*>|\r\n ", " ", text)
    return f" {' '.join(words(text))} "


def unquoted(timeline: Timeline) -> Iterator[str]:
    """Every run of words of the articles that is in no sentence of which something is quoted, nor in a title."""
    for article in timeline.articles:
        shown = [report.span for event in timeline.events for report in event.reports if report.article == article.id]
        shown += [demand.span for demand in timeline.demands if demand.article == article.id]
        text = article.body
        whole = [one.span for one in sentences(article) if any(one.span.meets(span) for span in shown)]
        for start, end in (*shown, *whole):
            text = text[:start] + "\0" * (end - start) + text[end:]
        for part in text.split("\0"):
            found = words(part)
            runs = (" ".join(found[at : at + RUN]) for at in range(len(found) - RUN + 1))
            yield from (run for run in runs if run not in " ".join(words(article.title)))


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "a.txt").write_text(HEAD + HOSTILE, encoding="utf-8")
    (folder / "b.md").write_text(HEAD + HOSTILE.replace("port", "*port*").replace("sixteen", "`16`"), encoding="utf-8")
    (folder / "c.csv").write_text(f'text,date\n"{HOSTILE}",2019-07-02\n', encoding="utf-8")
    return folder


@pytest.mark.parametrize("which", ["seeds", "hostile"])
def test_of_an_article_that_may_be_quoted_no_other_words_are_published(which: str, hostile: Path) -> None:
    timeline = run(SEEDS if which == "seeds" else hostile).timeline
    runs = list(unquoted(timeline))
    assert len(runs) > (100 if which == "seeds" else 10)
    site = {page.path: plain(page.content) for page in pages(timeline, BASE) if not page.path.endswith(".png")}
    assert [(path, run) for path, held in site.items() for run in runs if f" {run} " in held] == []


def test_of_an_article_that_may_be_whole_the_same_words_are_found(hostile: Path) -> None:
    """The test above can fail."""
    (hostile / "conflict.toml").write_text('publish = "full"\n', encoding="utf-8")
    timeline = run(hostile).timeline
    held = next(plain(page.content) for page in pages(timeline, BASE) if page.path == "articles/a.html")
    assert sum(f" {run} " in held for run in unquoted(timeline)) > 10
    (hostile / "conflict.toml").unlink()


NOINDEX = b'<meta name="robots" content="noindex">'
ONE = "The Taliban attacked the city of Kunduz on Friday, killing 16 people."
OTHER = "The army bombed Kunduz on Tuesday."


@pytest.mark.parametrize("where", ["front matter", "conflict.toml", "row", "row in words"])
def test_search_engines_are_asked_to_leave_out_what_rests_on_an_article_alone(tmp_path: Path, where: str) -> None:
    (tmp_path / "a.txt").write_text(f" date 2019-06-30 Reuters, KABUL\n\n{ONE}", encoding="utf-8")
    other = f" date 2019-06-30 Reuters, KABUL\n\n{ONE} {OTHER}"
    if where == "front matter":
        (tmp_path / "b.txt").write_text(f"---\nnoindex: true\n---\n{other}", encoding="utf-8")
    elif where == "conflict.toml":
        (tmp_path / "b.txt").write_text(other, encoding="utf-8")
        note = '[[article]]\nfile = "b.txt"\nnoindex = true\nwhy = "its author asked for it"\n'
        (tmp_path / "conflict.toml").write_text(note, encoding="utf-8")
    else:
        value = True if where == "row" else "True"
        row = {"text": f"{ONE} {OTHER}", "date": "2019-06-30", "noindex": value}
        (tmp_path / "b.jsonl").write_text(json.dumps(row), encoding="utf-8")
    result = run(tmp_path)
    assert not [problem for problem in result.problems if "noindex" in problem.what]
    site = {page.path: page.content for page in pages(result.timeline, BASE)}
    left_out = {path for path, held in site.items() if NOINDEX in held} - {"404.html"}
    article = next(one.id for one in result.timeline.articles if one.id.startswith("b"))
    alone = [event.id for event in result.timeline.events if all(r.article == article for r in event.reports)]
    shared = [event.id for event in result.timeline.events if len({r.article for r in event.reports}) == 2]
    redirects = {path for path in site if b'http-equiv="refresh"' in site[path]}
    assert alone and shared
    assert left_out - redirects == {f"articles/{article}.html", *(f"events/{id}.html" for id in alone)}
    sitemap = site["sitemap.xml"].decode()
    assert f"articles/{article}.html" not in sitemap and "articles/a.html" in sitemap
    assert all(f"events/{id}.html" not in sitemap for id in alone)
    assert all(f"events/{id}.html" in sitemap for id in shared)
    assert b"Disallow" not in site["robots.txt"]  # what may not be fetched, is not seen to ask for anything


def test_a_wish_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"---\nnoindex: perhaps\ndate: 2019-06-30\n---\n{ONE}", encoding="utf-8")
    assert [problem.what for problem in run(tmp_path).problems] == ["'perhaps' is neither true nor false"]


def test_an_article_cannot_take_a_page_out_of_the_sitemap(tmp_path: Path) -> None:
    text = f'---\ntitle: "noindex"\ndate: 2019-06-30\nsource: \'<meta name="robots" content="noindex">\'\n---\n{ONE}'
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    sitemap = next(page for page in pages(run(tmp_path).timeline, BASE) if page.path == "sitemap.xml")
    assert f"{BASE}/articles/a.html".encode() in sitemap.content


def test_what_turns_the_direction_of_writing_is_seen_and_not_obeyed(tmp_path: Path) -> None:
    text = "Rebels attacked the \u202etrop\u202c on Friday; \u2067سلام\u2069 said \u200fمرحبا\u200e."
    (tmp_path / "a.txt").write_text(f" date 2019-06-30 Reuters, KABUL\n\n{text}", encoding="utf-8")
    (tmp_path / "conflict.toml").write_text('publish = "full"\ntitle = "\u202eSklat"', encoding="utf-8")
    timeline = run(tmp_path).timeline
    site = {page.path: page.content.decode() for page in pages(timeline, BASE) if not page.path.endswith(".png")}
    for path, held in site.items():
        exact = path.startswith("data/") and not path.endswith((".html", ".ics", ".bib"))
        assert exact or not re.search("[\u202a-\u202e\u2066-\u2069]", held), path
    read = re.sub("<[^<>]*>", "", site["articles/a.html"])
    assert "the [U+202E]trop[U+202C] on Friday" in read and "[U+2067]سلام[U+2069]" in read
    assert "\u200fمرحبا\u200e" in read
    quote = json.loads(site["data/events.json"])["events"][0]["evidence"][0]
    assert "\u202etrop" in quote["quote"] and quote["end"] - quote["start"] == len(quote["quote"])
    assert visible("a\u2066b") == "a[U+2066]b"
