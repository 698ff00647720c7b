"""data/citations.bib and data/citations.csl.json, read by bibtexparser and citeproc-py."""

import json
from dataclasses import replace
from datetime import date
from typing import Any

import bibtexparser
import pytest
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from hostile import HOSTILE, says
from sample_timeline import sample

from dateline.edtf import UNKNOWN, when_within
from dateline.export import bibliography
from dateline.model import Published, Timeline

BASE_URL = "https://example.org/talks"


def library(text: str) -> dict[str, dict[str, str]]:
    """Key -> field -> value with its outer braces off."""
    read = bibtexparser.parse_string(text)
    assert not read.failed_blocks and not read.comments and not read.strings and not read.preambles
    return {entry.key: {field.key: field.value for field in entry.fields} for entry in read.entries}


def items(text: str) -> dict[str, dict[str, Any]]:
    return {item["id"]: item for item in json.loads(text)}


def reuters() -> str:
    return next(article.id for article in sample().articles if article.source == "Reuters")


def published(timeline: Timeline, first: date | None, last: date | None) -> Timeline:
    when = when_within(first, last, rule="", anchor="", explanation="") if first or last else UNKNOWN
    article = replace(timeline.articles[0], published=Published(when, "corpus"))
    return replace(timeline, articles=(article,), events=())


def test_every_article_is_cited_in_both() -> None:
    ids = {article.id for article in sample().articles}
    assert set(library(bibliography.bibtex(sample(), None))) == ids
    assert set(items(bibliography.csl(sample(), None))) == ids


def test_an_article_as_bibtex() -> None:
    text = bibliography.bibtex(sample(), BASE_URL)
    assert "@article{" in text and text.count("@misc{") == 2  # two articles name no publication
    assert library(text)[reuters()] == {
        "title": "{Negotiators for the US and Taliban militants were to begin a seventh round}",
        "journal": "{Reuters}",
        "date": "2019-06-30",
        "year": "2019",
        "month": "jun",
        "note": "{Events of “The United States and the Taliban” that rest on it: 9. "
        f"{BASE_URL}/articles/{reuters()}.html}}",
    }


def test_an_article_as_csl() -> None:
    item = items(bibliography.csl(sample(), None))[reuters()]
    assert item["type"] == "article-newspaper" and item["container-title"] == "Reuters"
    assert item["issued"] == {"date-parts": [[2019, 6, 30]]}
    assert item["note"] == "Events of “The United States and the Taliban” that rest on it: 9"
    assert set(item["custom"]) == {"file", "sha256"} and "accessed" not in item


@pytest.mark.filterwarnings("ignore:The following arguments for Reference are unsupported. custom:UserWarning")
def test_a_reference_manager_can_set_it() -> None:
    source = CiteProcJSON(json.loads(bibliography.csl(sample(), None)))
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    cited = CitationStylesBibliography(style, source, formatter.plain)
    cited.register(Citation([CitationItem(reuters())]))
    (reference,) = cited.bibliography()
    assert "2019" in str(reference) and "Reuters" in str(reference) and "seventh round" in str(reference)


@pytest.mark.parametrize(
    ("first", "last", "parts", "words"),
    [
        (date(2019, 2, 9), date(2019, 2, 9), [2019, 2, 9], None),
        (date(2019, 2, 3), date(2019, 2, 9), [2019, 2], "Published: between 3 and 9 February 2019. "),
        (date(2019, 2, 1), date(2019, 2, 28), [2019, 2], "Published: February 2019. "),
        (date(2019, 2, 3), date(2019, 3, 3), [2019], "Published: between 3 February and 3 March 2019. "),
        (date(2018, 2, 3), date(2019, 2, 3), None, "Published: between 3 February 2018 and 3 February 2019. "),
        (None, date(2019, 2, 9), None, "Published: on or before 9 February 2019. "),
        (None, None, None, "Published: date not stated. "),
    ],
)
def test_only_what_is_certain_of_a_day_of_publication_is_given(
    first: date | None, last: date | None, parts: list[int] | None, words: str | None
) -> None:
    timeline = published(sample(), first, last)
    (item,) = items(bibliography.csl(timeline, None)).values()
    (entry,) = library(bibliography.bibtex(timeline, None)).values()
    assert item.get("issued") == ({"date-parts": [parts]} if parts else None)
    assert entry.get("year") == (str(parts[0]) if parts else None)
    assert ("month" in entry) == bool(parts and len(parts) > 1)
    assert item["note"].startswith(words or "Events of")
    assert entry["note"].startswith("{" + (words or "Events of"))


@pytest.mark.parametrize("words", HOSTILE)
def test_no_text_breaks_out_of_its_field(words: str) -> None:
    timeline = says(words)
    text = bibliography.bibtex(timeline, None)
    found = library(text)
    assert set(found) == {article.id for article in timeline.articles}
    for fields in found.values():
        assert set(fields) <= {"title", "author", "journal", "date", "year", "month", "url", "note"}
        assert all(value.count("{") == value.count("}") for value in fields.values())
        assert "\\input{" not in fields["title"] and not any(c.isspace() for c in fields["url"])
    assert {item["title"] for item in items(bibliography.csl(timeline, None)).values()} == {words}


def test_special_characters_are_written_for_tex() -> None:
    timeline = sample()
    article = replace(timeline.articles[0], title="A & B: 100% of $5 #1 a_b ~ ^ {c} \\d")
    (entry,) = library(bibliography.bibtex(replace(timeline, articles=(article,), events=()), None)).values()
    assert entry["title"] == (
        r"{A \& B: 100\% of \$5 \#1 a\_b \textasciitilde{} \textasciicircum{} "
        r"\textbraceleft{}c\textbraceright{} \textbackslash{}d}"
    )


def test_keys_are_plain_and_stay_apart() -> None:
    timeline = sample()
    first, second, *_ = timeline.articles
    articles = (replace(first, id="مقال-1"), replace(second, id="a~b.c"))
    found = library(bibliography.bibtex(replace(timeline, articles=articles, events=()), None))
    assert list(found) == ["+000645+000642+000627+000644-1", "a+00007eb.c"]


def test_only_addresses_of_the_web_are_links() -> None:
    timeline = sample()
    first, second, *_ = timeline.articles
    linked = (replace(first, url="https://example.org/a{b} c%20d"), replace(second, url="javascript:alert(1)"))
    timeline = replace(timeline, articles=linked, events=())
    assert [entry.get("url") for entry in library(bibliography.bibtex(timeline, None)).values()] == [
        "https://example.org/a%7Bb%7D%20c%20d",
        None,
    ]
    assert "URL" not in items(bibliography.csl(timeline, None))[second.id]
