"""Citations of one event, read back by other programs; links to the very words of the original."""

import json
from dataclasses import replace
from datetime import date
from urllib.parse import unquote

import bibtexparser
import pytest
from sample_timeline import sample

from dateline.export.citations import Citation, bibtex, csl, plain
from dateline.export.text_fragment import link
from dateline.web import lookup
from dateline.web.views.event import event_page

CITED = Citation(
    id="000-2273-0d07a4a8",
    headline="Talks due to begin",
    status="Scheduled",
    dated="29 June 2019",
    site="The US–Taliban talks",
    version=date(2021, 3, 28),
    version_words="28 March 2021",
    evidence="Reuters, 30 June 2019",
    quote="Negotiators were to begin",
    language="en",
    url="https://example.org/events/000.html",
)
SPECIAL = r"50% & $5 #1 a_b {x} }{ \input{y} ~ ^ “ü”"


def fields(text: str) -> dict[str, str]:
    library = bibtexparser.parse_string(text)
    assert library.failed_blocks == []
    (entry,) = library.entries
    return {"ID": entry.key, "ENTRYTYPE": entry.entry_type, **{one.key: one.value for one in entry.fields}}


def test_bibtex_is_read_by_others() -> None:
    found = fields(bibtex(CITED))
    assert (found["ENTRYTYPE"], found["ID"]) == ("misc", "event-000-2273-0d07a4a8")
    assert found["title"] == "{Talks due to begin}"
    assert (found["year"], found["month"], found["url"]) == ("2021", "mar", CITED.url)
    assert found["note"] == r"Scheduled, 29 June 2019. Source: Reuters, 30 June 2019. Event 000-2273-0d07a4a8"


def test_bibtex_specials_are_escaped_and_no_brace_is_left_open() -> None:
    text = bibtex(replace(CITED, headline=SPECIAL, site=SPECIAL))
    found = fields(text)
    assert text.count("{") == text.count("}")
    assert found["howpublished"] == (
        r"50\% \& \$5 \#1 a\_b \textbraceleft{}x\textbraceright{} \textbraceright{}\textbraceleft{} "
        r"\textbackslash{}input\textbraceleft{}y\textbraceright{} \textasciitilde{} \textasciicircum{} “ü”"
    )


def test_a_line_break_stays_inside_its_field() -> None:
    assert fields(bibtex(replace(CITED, headline="One\n},\n@misc{two")))["title"].startswith("{One ")


def test_csl_json_is_read_by_others() -> None:
    (item,) = json.loads(csl(replace(CITED, headline='With "quotes"')))
    assert item["title"] == 'With "quotes"'
    assert (item["type"], item["URL"]) == ("webpage", CITED.url)
    assert item["issued"] == {"date-parts": [[2021, 3, 28]]}
    assert "accessed" not in item  # no clock is read


def test_what_is_not_known_is_left_out() -> None:
    bare = replace(CITED, version=None, version_words="", url=None, status="")
    assert {"year", "month", "url"} & set(fields(bibtex(bare))) == set()
    (item,) = json.loads(csl(bare))
    assert {"issued", "URL"} & set(item) == set()
    assert plain(bare) == (
        "“Talks due to begin”, 29 June 2019. The US–Taliban talks. "
        "Source: Reuters, 30 June 2019. Event 000-2273-0d07a4a8."
    )


def test_a_citation_says_that_a_claim_is_one() -> None:
    assert "29 June 2019 (claimed). The US–Taliban talks, version of 28 March 2021." in plain(
        replace(CITED, status="Claimed")
    )


def test_ids_in_other_scripts_have_keys_that_differ() -> None:
    keys = {fields(bibtex(replace(CITED, id=id)))["ID"] for id in ("مقال-1f988555", "статья-2e13349d")}
    assert keys == {"event-1f988555", "event-2e13349d"}


TEXT = "The talks, he said, are well-timed & short. Later the talks ended. Then the talks ended again."
URL = "https://example.com/a"


@pytest.mark.parametrize(
    ("quote", "fragment"),
    [
        ("are well-timed & short", "#:~:text=are%20well%2Dtimed%20%26%20short"),
        ("The talks, he said", "#:~:text=The%20talks%2C%20he%20said"),
        (
            "the talks ended",
            "#:~:text=well%2Dtimed%20%26%20short.%20Later-,the%20talks%20ended,-.%20Then%20the%20talks",
        ),
        ("", ""),
    ],
)
def test_a_fragment_names_the_words(quote: str, fragment: str) -> None:
    start = TEXT.index(quote)
    assert link(URL, TEXT, start, start + len(quote)) == URL + fragment


def test_of_a_long_quote_the_ends_are_named() -> None:
    words = " ".join(f"word{n}" for n in range(40))
    found = link(URL, words, 0, len(words)).partition(":~:text=")[2]
    first, last = found.split(",")
    assert unquote(first) == "word0 word1 word2 word3 word4 word5"
    assert unquote(last) == "word34 word35 word36 word37 word38 word39"


@pytest.mark.parametrize(
    ("url", "begins"),
    [
        (URL + "#part", URL + "#part:~:text=talks"),
        (URL + "#:~:text=other", URL + "#:~:text=talks"),
        (URL + "?a=b", URL + "?a=b#:~:text=talks"),
    ],
)
def test_a_fragment_of_the_address_is_kept(url: str, begins: str) -> None:
    assert link(url, "talks", 0, 5) == begins


def test_no_part_reaches_from_one_paragraph_into_the_next() -> None:
    text = "They met.\n\nThe talks  ended.\nThe talks ended.\n\nThen they left."
    first, second = (text[: text.index("  ended.") + len("  ended.")], text.rindex("The talks"))
    assert link(URL, text, 0, len(first)) == f"{URL}#:~:text=They%20met.,The%20talks%20ended."
    assert unquote(link(URL, text, second, second + len("The talks ended.")).partition("=")[2]) == (
        "The talks ended.-,The talks ended.,-Then they left."
    )


def test_other_scripts() -> None:
    text = "گفت‌وگوها در دوحه"
    assert unquote(link(URL, text, 0, len(text)).partition("=")[2]) == text


def test_the_event_page_links_the_words_where_the_article_has_an_address() -> None:
    timeline = sample()
    articles = tuple(replace(one, url="https://example.com/a") for one in timeline.articles)
    known = lookup.of(replace(timeline, articles=articles))
    page = event_page(known.events["e-pact"], known, (None, None), None)
    assert page.evidence[0].original == (
        "https://example.com/a#:~:text=he%20hoped%20a%20peace%20pact%20could%20be%20reached%20by%20Sept.%201"
    )
    assert page.cite.files[0].sha256 == known.articles[known.events["e-pact"].reports[0].article].sha256
    unsafe = lookup.of(replace(timeline, articles=tuple(replace(one, url="javascript:x") for one in articles)))
    assert event_page(unsafe.events["e-pact"], unsafe, (None, None), None).evidence[0].original is None
