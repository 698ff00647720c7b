"""The search in a real browser, from the disk: what it finds, forgives, shows and never does."""

import dataclasses
import sys
import unicodedata
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from browsing import LOOKS, WCAG, Open, address
from poison import hostile
from sample_timeline import sample

from dateline.names.finding.spelling import edits
from dateline.publishing.publish import publish
from dateline.web import lookup
from dateline.web.render import pages
from dateline.web.search import index as search
from dateline.web.search.folding import terms

pytestmark = pytest.mark.browser


def asked(page: Open, site: Path, query: str, **options: Any) -> Any:
    """The search page with its results, or with what it says where there are none."""
    shown = page(f"{address(site, 'search.html')}?q={quote(query)}", **options)
    shown.wait_for_function("document.querySelector('main [role=status]').textContent")
    return shown


def found(shown: Any) -> list[str]:
    links = shown.locator(".results h2 a")
    return [links.nth(at).get_attribute("href") for at in range(links.count())]


def status(shown: Any) -> str:
    return str(shown.locator("main [role=status]").text_content())


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("airstrike", "events/e-governor.html"),  # in a headline
        ("airstr", "events/e-governor.html"),  # the beginning of it
        ("airstrikes", "events/e-governor.html"),  # another form of it
        ("khallzad", "actors/khalilzad.html"),  # a spelling of the articles
        ("Khalilzd", "actors/khalilzad.html"),  # a misspelt name
        ("Talban", "actors/taliban.html"),
        ("Tailban", "actors/taliban.html"),  # two letters swapped
        ("Kahlilzad", "actors/khalilzad.html"),
        ("islamic emirate", "actors/taliban.html"),  # an alias
        ("U.S.", "actors/us.html"),
        ("Pul-e Khumrī", "places/puli-khumri.html"),  # another transliteration
        ("puli khumri", "places/puli-khumri.html"),
        ("kunduz taliban", "events/e-kunduz.html"),  # two words, in whatever order
        ("seventh round", "rounds/round-7.html"),
        ("resumed his mission", "articles/004-6889e1226b3a68eb.html"),
    ],
)
def test_the_best_comes_first(page: Open, sample_site: Path, query: str, first: str) -> None:
    assert found(asked(page, sample_site, query))[0] == first


def test_all_words_come_before_any(page: Open, sample_site: Path) -> None:
    shown = asked(page, sample_site, "Kunduz Taliban")
    both, either = shown.locator(".results li").nth(0).text_content(), found(shown)
    assert "Kunduz" in both and "Taliban" in both
    assert "actors/turkey.html" not in either
    assert "actors/taliban.html" in either
    assert "with all words, then" in status(shown)


@pytest.mark.parametrize("query", ["cease-fire", "ceasefire"])
@pytest.mark.parametrize("written", ["cease-fire", "ceasefire"])
def test_a_hyphen_does_not_matter(page: Open, tmp_path: Path, query: str, written: str) -> None:
    timeline = sample()
    event = dataclasses.replace(timeline.events[0], headline=f"A {written} in Logar")
    timeline = dataclasses.replace(timeline, events=(event, *timeline.events[1:]))
    publish(pages(timeline, None), tmp_path / "site")
    shown = asked(page, tmp_path / "site", f"{query} logar")
    assert status(shown).startswith("1 result with all words")
    assert found(shown)[0] == f"events/{event.id}.html"
    assert shown.locator(".results h2").first.locator("mark").all_text_contents() == [written, "Logar"]


def test_a_slip_is_said_to_be_one(page: Open, sample_site: Path) -> None:
    assert "Nothing has “talban”; looked for “taliban” instead." in status(asked(page, sample_site, "Talban"))
    assert "Nothing has" not in status(asked(page, sample_site, "Taliban"))


def test_names_are_not_found_by_any_likeness(page: Open, sample_site: Path) -> None:
    for query in ("Dohz1", "1999", "xyz", "Tlbn", "1998 talb1n"):
        assert found(asked(page, sample_site, query)) == [], query


def test_a_result_says_what_when_and_why(page: Open, sample_site: Path) -> None:
    result = asked(page, sample_site, "logar governor killed").locator(".results li").first
    assert result.locator("h2").text_content() == "Senior Taliban governor killed in an airstrike in Logar"
    assert result.locator(".small").text_content() == "Attack, claimed · on or before 28 June 2019"
    assert result.locator(".snippet mark").all_text_contents() == ["governor", "killed", "Logar"]
    result.locator("h2 a").click()
    assert result.page.url.endswith("/events/e-governor.html")


def test_a_long_passage_is_cut_around_the_words(page: Open, sample_site: Path) -> None:
    snippet = asked(page, sample_site, "wounding").locator(".snippet").first
    text = snippet.text_content()
    assert text.startswith("… ") and "wounding" in text and len(text) < 300


def test_an_absent_word_is_said_to_be_absent(page: Open, sample_site: Path) -> None:
    shown = asked(page, sample_site, "Antarctica")
    assert status(shown) == "Nothing found for “Antarctica”."
    assert shown.locator("#results li").count() == 3
    assert shown.locator("#results a").get_attribute("href") == "a-z.html"


@pytest.mark.parametrize(
    "query", ["<img src=x onerror=alert(1)>", "\"'><script>", "${7*7}{{7*7}}", "\u202e\0", "%", "["]
)
def test_a_hostile_query_stays_text(page: Open, sample_site: Path, query: str) -> None:
    shown = asked(page, sample_site, query)
    assert shown.locator("main img, main script").count() == 0
    assert shown.locator("main [name=q]").input_value() == query.strip()
    assert shown.messages == []


def test_a_hostile_article_stays_text(page: Open, tmp_path: Path) -> None:
    publish(pages(hostile("full", ".txt"), None), tmp_path / "site")
    shown = asked(page, tmp_path / "site", "alert")
    assert shown.locator(".results li").count() > 5
    assert "<script>alert(1)</script>" in shown.locator(".results h2").first.text_content()
    assert shown.locator(".results img, .results script").count() == 0
    assert shown.messages == []


QUERIES = ("taliban", "kunduz taliban", "Talban", "peace", "t", "ta", "doha agreement", "Antarctica", "khalilzd talks")


def test_shards_change_nothing(page: Open, sample_site: Path, tmp_path: Path) -> None:
    site = {one.path: one for one in pages(sample(), None) if not one.path.startswith("search/")}
    site |= {one.path: one for one in search.files(lookup.of(sample()), whole=1)}
    publish(list(site.values()), tmp_path / "site")
    assert (tmp_path / "site/search/postings-99.js").exists()
    for query in QUERIES:
        whole, cut = asked(page, sample_site, query), asked(page, tmp_path / "site", query)
        assert (found(cut), status(cut)) == (found(whole), status(whole)), query
    loaded = [url for url in cut.requests if "/search/" in url]
    assert 3 < len(loaded) < 60  # the terms, the lists that the words need, twenty results


def test_nothing_but_the_sites_own_files_is_loaded(page: Open, sample_site: Path) -> None:
    shown = asked(page, sample_site, "taliban")
    assert [url for url in shown.requests if not url.startswith(sample_site.as_uri())] == []
    assert any(url.endswith("/search/terms.js") for url in shown.requests)
    assert shown.messages == []
    other = page(address(sample_site, "index.html"))
    assert [url for url in other.requests if "/search" in url] == []


def test_the_box_of_every_page_leads_to_the_results(page: Open, sample_site: Path) -> None:
    shown = page(address(sample_site, "actors/taliban.html"))
    shown.locator("header [name=q]").fill("Kunduz & Doha")
    shown.keyboard.press("Enter")
    shown.wait_for_selector(".results")
    assert shown.url.endswith("/search.html?q=Kunduz+%26+Doha")
    assert shown.title().startswith("“Kunduz & Doha” – Search – ")
    shown.locator("main [name=q]").fill("Kabul")
    shown.locator("main button").click()
    shown.wait_for_selector(".results")
    assert shown.url.endswith("?q=Kabul")
    shown.go_back()
    shown.wait_for_selector(".results")
    assert shown.locator("main [name=q]").input_value() == "Kunduz & Doha"
    assert shown.messages == []


def test_more_results_have_an_address(page: Open, built_site: Path) -> None:
    shown = asked(page, built_site, "taliban")
    first = found(shown)
    assert len(first) == 20
    shown.get_by_text("More results").click()
    shown.wait_for_selector(".results[start='21']")
    assert "page=2" in shown.url
    assert not set(found(shown)) & set(first)
    shown.get_by_text("Previous results").click()
    shown.wait_for_selector(".results[start='1']")
    assert found(shown) == first


def test_without_javascript_the_page_leads_to_the_index(page: Open, sample_site: Path) -> None:
    shown = page(f"{address(sample_site, 'search.html')}?q=taliban", java_script_enabled=False)
    shown.locator("#results a[href='a-z.html']").click()
    assert shown.url.endswith("/a-z.html")
    shown.get_by_role("link", name="Zalmay Khalilzad").last.click()
    assert shown.url.endswith("/actors/khalilzad.html")


def test_a_missing_index_is_told(page: Open, tmp_path: Path) -> None:
    publish([one for one in pages(sample(), None) if not one.path.startswith("search/")], tmp_path / "site")
    shown = asked(page, tmp_path / "site", "taliban")
    assert "could not be loaded" in status(shown)
    assert shown.locator("#results a[href='a-z.html']").count() == 1


@pytest.mark.parametrize("query", ["Talban", "Antarctica"])
def test_results_are_no_barrier(page: Open, built_site: Path, query: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    shown = asked(page, built_site, query, bypass_csp=True)
    for look, (size, media) in LOOKS.items():
        shown.set_viewport_size(size)
        shown.emulate_media(**media)
        report = Axe().run(shown, options={"runOnly": {"type": "tag", "values": WCAG}})
        assert report.violations_count == 0, f"{look}: {report.generate_report()}"
        assert shown.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{look}: too wide"


PAIRS = [("taliban", "talban"), ("khalilzad", "kahlilzad"), ("a", "ab"), ("", "ab"), ("pact", "peace"), ("ca", "abc")]


@pytest.mark.parametrize("most", [1, 2])
def test_edits_are_counted_as_the_reader_of_names_counts_them(page: Open, sample_site: Path, most: int) -> None:
    shown = page(address(sample_site, "search.html"))
    script = "([pairs, most]) => pairs.map(([one, other]) => spelling.edits(one, other, most))"
    assert shown.evaluate(script, [PAIRS, most]) == [edits(one, other, most) for one, other in PAIRS]


ASSIGNED = [
    chr(code) for code in range(sys.maxunicode + 1) if unicodedata.category(chr(code)) not in ("Cn", "Cs", "Co")
]
TEXTS = [
    "U.S.-led, p.m. e.g. A.B.C", "Pul-e Khumrī, Tehrik-i-Taliban", "cease-fire (cease-fire) x-y tit-for-tat",
    "1,000,000.50",
    "Taliban’s ‘talks’ o’clock's", "", " - ", "a-e b-i c-e-i", "قندهار کابل", "naïve café’s ﬁre",
]  # fmt: skip


def test_browser_and_builder_fold_alike(page: Open, sample_site: Path) -> None:
    """Every character that both know, and the rules that look at several."""
    shown = page(address(sample_site, "search.html"))
    texts = [f"x{char}y" for char in ASSIGNED] + TEXTS
    script = "texts => texts.map(one => /\\p{Cn}/u.test(one) ? null : folding.terms(one).join(' '))"
    there = shown.evaluate(script, texts)
    assert sum(one is None for one in there) < 20_000
    assert [
        (text, one) for text, one in zip(texts, there, strict=True) if one not in (None, " ".join(terms(text)))
    ] == []
