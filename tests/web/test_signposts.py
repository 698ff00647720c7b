"""Where events have no pages of their own, each address that one had, or has elsewhere, leads on to its place."""

import re
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from browsing import LOOKS, WCAG, Open, address
from cut_sites import BY_MONTH, NO_OWN_PAGES, site
from html_page import parse
from sample_timeline import sample

from dateline.export import entry
from dateline.publishing.publish import publish
from dateline.web import urls
from dateline.web.render import drawn
from dateline.web.sizes import Sizes

BASE = "https://example.org/x/"  # that of test_large_sites


@pytest.mark.parametrize(
    ("id", "page"),
    [
        ("001-a41b91fb", "events/fb.html"),
        ("e-round-7", "events/07.html"),  # what is no hexadecimal digit counts as 0
        ("x", "events/00.html"),
    ],
)
def test_ids_are_spread_by_their_last_two_letters(id: str, page: str) -> None:
    assert urls.signpost(id) == f"{page}#{id}"


def test_each_id_that_an_event_has_or_had_leads_to_its_place() -> None:
    found = site(NO_OWN_PAGES)
    for event in sample().events:
        for id in (event.id, *event.other_ids):
            post = found[urls.signposts(id)].decode()
            [place] = re.findall(rf'<li id="{id}"><a href="\.\./([^"#]+)#{event.id}"', post)
            assert event.id in parse(found[place]).ids
            assert 'content="noindex"' in post


def test_links_lead_to_the_place_itself() -> None:
    found = site(NO_OWN_PAGES)
    former = {urls.event(id) for event in sample().events for id in (event.id, *event.other_ids)}
    for path, content in found.items():
        if not path.endswith(".html"):
            continue  # the address is a name there: of the entry of a feed
        assert not former & set(re.findall(r"events/[\w.-]+\.html", content.decode(errors="replace"))), path
    assert "../months/2019-06.html#e-round-7" in parse(found["actors/taliban.html"]).hrefs


def test_what_is_cited_is_the_signpost() -> None:
    """The place changes when a year is cut into months."""
    month = site(NO_OWN_PAGES)["months/2019-06.html"].decode()
    assert f'href="../events/07.html#e-round-7">{BASE}events/07.html#e-round-7</a>' in month
    assert b"events/07.html#e-round-7" in site(NO_OWN_PAGES)["feed.atom"]


@pytest.mark.parametrize(("most", "page"), [(1, "events/07.html#e-round-7"), (100, "events/e-round-7.html")])
def test_files_for_download_name_the_signpost(monkeypatch: pytest.MonkeyPatch, most: int, page: str) -> None:
    monkeypatch.setattr(entry, "SIZES", Sizes(own_page=most))
    found = {one.event.id: one.page for one in entry.Entries(sample(), None)}
    assert found["e-round-7"] == page


def test_where_events_have_pages_there_is_no_signpost() -> None:
    found = site(BY_MONTH)
    assert urls.signposts("e-round-7") not in found
    assert b"<script" not in found["404.html"]


@pytest.mark.browser
@pytest.mark.parametrize(
    ("asked", "reached"),
    [
        ("events/e-baghlan.html", "months/2019-09.html#e-baghlan"),  # the address that it had
        ("events/e-baghlan-second.html", "months/2019-09.html#e-baghlan"),
        ("events/a0.html#e-baghlan", "months/2019-09.html#e-baghlan"),
        ("events/a0.html", "events/a0.html"),
        ("events/e-no-such.html", "events/c0.html#e-no-such"),  # whoever asks sees what there is
        ("events/99.html", "events/99.html"),  # no page, and no further
        ("actors/e-baghlan.html", "actors/e-baghlan.html"),
    ],
)
def test_a_reader_is_led_on(browser: Any, asked: str, reached: str) -> None:
    found = site(NO_OWN_PAGES)

    def answer(route: Any) -> None:
        path = urlsplit(route.request.url).path.removeprefix("/x/") or "index.html"
        there = path in found
        kind = {"html": "text/html", "css": "text/css", "js": "text/javascript"}.get(
            path.rpartition(".")[2], "image/png"
        )
        body = found[path] if there else found["404.html"]
        route.fulfill(status=200 if there else 404, body=body, content_type=kind if there else "text/html")

    context = browser.new_context()
    try:
        page = context.new_page()
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text) if "Content Security" in message.text else None)
        page.route(f"{BASE}**", answer)
        page.goto(BASE + asked)
        page.wait_for_url(BASE + reached)
        page.wait_for_load_state("networkidle")
        assert page.url == BASE + reached
        assert not said
    finally:
        context.close()


@pytest.mark.browser
def test_a_signpost_is_no_barrier(page: Open, tmp_path: Path) -> None:
    from axe_playwright_python.sync_playwright import Axe

    out = tmp_path / "site"
    publish(drawn(sample(), None, sizes=NO_OWN_PAGES), out)
    shown = page(address(out, "events/07.html"), bypass_csp=True)
    for size, media in LOOKS.values():
        shown.set_viewport_size(size)
        shown.emulate_media(**media)
        found = Axe().run(shown, options={"runOnly": {"type": "tag", "values": WCAG}})
        assert found.violations_count == 0, found.generate_report()
    led = page(f"{address(out, 'events/07.html')}#e-round-7")
    led.wait_for_url("**/months/2019-06.html#e-round-7")
