"""The site in a real browser: accessible, complete without JavaScript, silent towards the network."""

import json
from html import escape
from pathlib import Path
from typing import Any

import pytest
from browsing import DESK, KINDS, LARGE_KINDS, LOOKS, PHONE, WCAG, Open, address
from html_page import parse
from sample_timeline import sample

from dateline.export.text_fragment import link

pytestmark = pytest.mark.browser


def test_no_barrier(page: Open, kind: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    shown = page(kind, bypass_csp=True)
    # axe measures what is laid out only: months that the browser skips would count as too small.
    shown.add_style_tag(content=".month { content-visibility: visible !important }")
    shown.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    for look, (size, media) in LOOKS.items():
        shown.set_viewport_size(size)
        shown.emulate_media(**media)
        found = Axe().run(shown, options={"runOnly": {"type": "tag", "values": WCAG}})
        assert found.violations_count == 0, f"{look}: {found.generate_report()}"
        assert shown.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{look}: too wide"


BROKEN = """() => {
    const found = [], texts = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
        const text = texts.currentNode, range = document.createRange();
        if (!text.parentElement.closest("td, th")) continue;
        for (const word of text.data.matchAll(/\\p{L}+/gu)) {
            range.setStart(text, word.index);
            range.setEnd(text, word.index + word[0].length);
            const lines = new Set(Array.from(range.getClientRects(), (box) => Math.round(box.top)));
            if (lines.size > 1) found.push(word[0]);
        }
    }
    return found;
}"""


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("table", ["rounds", "days", "actors", "home"])
def test_no_word_of_a_table_is_broken(page: Open, sample_site: Path, table: str, size: dict[str, int]) -> None:
    shown = page(address(sample_site, KINDS[table]), viewport=size)
    shown.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    assert shown.evaluate("document.querySelectorAll('main td').length")
    assert shown.evaluate(BROKEN) == []


def test_nothing_is_asked_of_anyone_else(page: Open, built_site: Path) -> None:
    """Nor does any page break its own policy, which the browser would tell on the console."""
    root = built_site.as_uri()
    for folder in (".", "events", "actors", "rounds", "places", "articles", "data"):
        path = sorted((built_site / folder).glob("*.html"))[0]
        shown = page(path.as_uri())
        assert shown.requests
        assert [url for url in shown.requests if not url.startswith(root)] == [], path
        assert shown.messages == [], path


def event_ids(site: Path) -> list[str]:
    data = json.loads((site / "data/events.json").read_text(encoding="utf-8"))
    return [event["id"] for event in data["events"]]


NOT_SHOWN = "ids => ids.filter(id => !document.getElementById(id)?.getClientRects().length)"


def test_every_event_is_shown_without_javascript(page: Open, built_site: Path) -> None:
    shown = page(address(built_site, "index.html"), java_script_enabled=False)
    assert shown.evaluate(NOT_SHOWN, event_ids(built_site)) == []
    assert shown.locator(".found").is_hidden()


def test_filters_work_without_javascript(page: Open, sample_site: Path) -> None:
    shown = page(address(sample_site, "index.html"), java_script_enabled=False)
    shown.locator("#lane-violence").check()
    assert shown.locator("#e-kunduz").is_visible()
    assert not shown.locator("#e-pact").is_visible()
    shown.locator("#certainty-disputed").check()
    assert shown.locator("#e-governor").is_visible()
    assert not shown.locator("#e-kunduz").is_visible()
    shown.locator("#lane-all").check()
    shown.locator("#certainty-all").check()
    shown.locator("#show-essential").check()
    assert not shown.locator("#e-make-or-break").is_visible()


def test_filters_keep_their_state_in_the_address(page: Open, sample_site: Path) -> None:
    shown = page(address(sample_site, "index.html"))
    shown.locator("#lane-talks").check()
    shown.locator("#certainty-ahead").check()
    visible = shown.locator(".event:visible").count()
    assert shown.locator("[role=status]").text_content() == f"{visible} of {len(sample().events)} events shown"
    again = page(shown.url)
    assert "lane=talks" in shown.url
    assert again.locator("#lane-talks").is_checked()
    assert again.locator("#certainty-ahead").is_checked()


def test_buttons_together_leave_no_empty_month(page: Open, sample_site: Path) -> None:
    shown = page(address(sample_site, "index.html"), java_script_enabled=False)
    shown.locator("#lane-talks").check()
    shown.locator("#certainty-done").check()
    left = shown.locator(".event:visible").evaluate_all("all => all.map(one => one.id)")
    assert "e-six-rounds" in left
    assert "e-pact" not in left
    assert shown.locator(".month:visible").count() == shown.locator(".month:has(.talks.done)").count()
    assert not shown.locator(".nothing").is_visible()
    shown.locator("#lane-violence").check()
    shown.locator("#certainty-ahead").check()
    assert shown.locator(".month:visible").count() == 0
    assert shown.locator(".nothing").is_visible()
    shown.locator(".nothing button").click()
    assert shown.locator(".event:visible").count() == len(sample().events)
    assert not shown.get_by_role("button", name="Clear filters").first.is_visible()


def test_without_javascript_more_filters_are_links(page: Open, sample_site: Path) -> None:
    shown = page(address(sample_site, "index.html"), java_script_enabled=False)
    shown.get_by_text("More filters").click()
    assert shown.locator("select:visible, [type=date]:visible").count() == 0
    shown.locator("[data-value=attack] a").click()
    assert shown.url.endswith("kinds/attack.html")
    assert shown.locator(".event").count() == sum(event.type == "attack" for event in sample().events)


def visible_events(shown: Any) -> set[str]:
    return set(shown.locator(".event:visible").evaluate_all("all => all.map(one => one.id)"))


def test_filters_combine_and_are_cleared(page: Open, sample_site: Path) -> None:
    shown = page(address(sample_site, "index.html"))
    shown.get_by_text("More filters").click()
    shown.locator("[name=actor]").select_option("taliban")
    assert visible_events(shown) == {event.id for event in sample().events if "taliban" in event.actors}
    shown.locator("[name=from]").fill("2019-08-31")
    shown.locator("[name=to]").fill("2019-08-31")
    shown.locator("[name=to]").blur()
    shown.locator("#lane-violence").check()
    assert visible_events(shown) == {"e-kunduz"}
    assert shown.locator("[role=status]").text_content() == f"1 of {len(sample().events)} events shown"
    assert shown.locator(".month:visible").count() == 1
    assert shown.locator(".rail a:visible").all_text_contents() == ["Aug 2019"]
    assert shown.locator(".month:visible .count").text_content() == "1 event"
    again = page(shown.url)
    assert visible_events(again) == {"e-kunduz"}
    assert again.locator("[name=actor]").input_value() == "taliban"
    again.get_by_role("button", name="Clear filters").first.click()
    again.locator(".event[hidden]").first.wait_for(state="detached")
    assert "?" not in again.url
    assert len(visible_events(again)) == len(sample().events)
    assert again.locator("[role=status]").text_content() == ""


@pytest.mark.parametrize(
    "query", ["actor=nobody", "place=doha&type=attack", "from=2022-01-01", "modality=denied&show=essential"]
)
def test_what_nothing_fits_is_said(page: Open, sample_site: Path, query: str) -> None:
    shown = page(address(sample_site, "index.html") + "?" + query)
    assert visible_events(shown) == set()
    assert shown.locator(".nothing").is_visible()
    assert shown.locator(".rail a:visible").count() == 0


@pytest.mark.parametrize("query", ["lane=nothing", "length=3", "toString=1", "actor=", "from=never"])
def test_an_address_that_means_nothing_filters_nothing(page: Open, sample_site: Path, query: str) -> None:
    shown = page(address(sample_site, "index.html") + "?" + query)
    assert len(visible_events(shown)) == len(sample().events)


def test_an_event_linked_while_filtered_comes_into_view(page: Open, sample_site: Path) -> None:
    shown = page(address(sample_site, "index.html") + "?lane=violence")
    assert not shown.locator("#e-six-rounds").is_visible()
    shown.evaluate("location.hash = 'e-six-rounds'")
    shown.locator("#e-six-rounds").wait_for(state="visible")
    assert "You were linked here" in shown.evaluate(
        "getComputedStyle(document.querySelector('#e-six-rounds .when'), '::before').content"
    )


def test_a_linked_event_is_shown_without_javascript_too(page: Open, sample_site: Path) -> None:
    shown = page(address(sample_site, "index.html") + "#e-six-rounds", java_script_enabled=False)
    shown.locator("#lane-violence").check()
    assert shown.locator("#e-six-rounds").is_visible()


def test_a_cell_of_the_matrix_leads_to_the_shared_events(page: Open, sample_site: Path) -> None:
    shown = page(address(sample_site, "actors/index.html"))
    shown.locator("svg a", has_text="Taliban and United States").locator("rect").click()
    assert shown.url.endswith("actors/taliban.html#with-us")
    shared = shown.locator("#with-us details")
    shared.locator("summary").click()
    shared.locator("a").first.click()
    assert shown.locator(".event:target").count() == 1


def test_a_linked_event_is_shown_whatever_the_filter(page: Open, sample_site: Path) -> None:
    shown = page(address(sample_site, "index.html") + "?show=essential#e-make-or-break")
    assert shown.locator("#e-make-or-break").is_visible()


def test_tab_order_is_reading_order(page: Open, sample_site: Path) -> None:
    shown = page(address(sample_site, "index.html"), viewport={"width": 1280, "height": 900})
    assert shown.evaluate("[...document.querySelectorAll('[tabindex]')].every(one => one.tabIndex < 1)")
    shown.keyboard.press("Tab")
    assert shown.evaluate("document.activeElement.className") == "skip"
    shown.keyboard.press("Enter")
    shown.keyboard.press("Tab")
    assert shown.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_printing_shows_all(page: Open, built_site: Path) -> None:
    shown = page(address(built_site, "index.html"))
    shown.emulate_media(media="print")
    assert shown.evaluate(NOT_SHOWN, event_ids(built_site)) == []
    assert shown.locator(".event .how dl").first.is_visible()
    assert not shown.locator(".filters").is_visible()


def test_marks_lead_to_events_and_back(page: Open, sample_site: Path) -> None:
    shown = page(address(sample_site, "articles/004-6889e1226b3a68eb.html"))
    marked = shown.locator("mark").first.text_content()
    shown.locator("a.ref").first.click()
    assert marked in shown.locator(".evidence blockquote").first.text_content()
    shown.locator(".evidence cite a").first.click()
    assert "#q" in shown.url
    anchor = shown.url.partition("#")[2]
    assert anchor in parse((sample_site / "articles/004-6889e1226b3a68eb.html").read_bytes()).ids


def test_a_citation_can_be_copied(page: Open, sample_site: Path) -> None:
    shown = page(address(sample_site, "events/e-pact.html"), permissions=["clipboard-read", "clipboard-write"])
    shown.get_by_role("button", name="Copy the citation").click()
    shown.locator(".copied", has_text="Copied").first.wait_for()
    copied = shown.evaluate("navigator.clipboard.readText()")
    assert copied == shown.locator("p.citation").text_content()
    assert "version of 30 June 2019" in copied


def test_without_javascript_a_citation_is_there_to_be_selected(page: Open, sample_site: Path) -> None:
    shown = page(address(sample_site, "events/e-pact.html"), java_script_enabled=False)
    assert shown.locator("main button").count() == 0
    shown.get_by_text("BibTeX").click()
    assert "@misc{event-e-pact" in shown.locator("pre.citation").first.inner_text()


STORY = (
    "Early on the talks ended.",
    f"They went through {' '.join(f'stage {n}' for n in range(40))} together.",
    "The talks were well-timed, “short” & sweet. Then the talks ended again.",
    "Then they left.",
)


@pytest.mark.parametrize(
    ("quote", "where"),
    [
        ("were well-timed, “short” & sweet", 2),
        ("the talks ended", 2),  # once more, in another paragraph
        (STORY[1], 1),  # so long that the address has its ends only
        (STORY[2] + "\n\n" + STORY[3], 2),
    ],
)
def test_a_text_fragment_leads_to_the_words(page: Open, tmp_path: Path, quote: str, where: int) -> None:
    text = "\n\n".join(STORY)
    start = text.rindex(quote)
    original = tmp_path / "original.html"
    html = "".join(f'<p id="p{n}" style="margin: 150vh 0">{escape(part)}</p>' for n, part in enumerate(STORY))
    original.write_text(f'<!doctype html><meta charset="utf-8">{html}', encoding="utf-8")
    shown = page(link(original.as_uri(), text, start, start + len(quote)))
    shown.wait_for_function("scrollY > 0")
    boxes = shown.evaluate("[...document.querySelectorAll('p')].map(p => p.getBoundingClientRect().top)")
    assert [n for n, top in enumerate(boxes) if 0 <= top < 720] == [where]


def test_a_mark_on_the_map_leads_to_its_place(page: Open, sample_site: Path) -> None:
    shown = page(address(sample_site, "places/index.html"), java_script_enabled=False)
    mark = shown.get_by_role("link", name="Doha, city:")
    assert mark.bounding_box()["height"] >= 24
    mark.focus()
    shown.keyboard.press("Enter")
    assert shown.locator("h1").text_content() == "Doha"
    assert shown.locator(".event").count() > 0


def test_a_list_that_was_cut_leads_to_all_of_it(page: Open, large_site: Path) -> None:
    shown = page(address(large_site, LARGE_KINDS["cut actor"]))
    shown.get_by_text("All of them, on the pages of the timeline").click()
    line = shown.locator("main .pages li").filter(has=shown.locator('[href*="2019-06"]'))
    number = int((line.locator(".count").text_content() or "").split()[0])
    line.locator("a").click()
    assert shown.url.endswith("?actor=taliban")
    assert shown.locator(".event").count() > shown.locator(".event:visible").count() == number > 0
