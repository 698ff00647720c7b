"""The site as a whole: complete, its links whole, its pages safe whatever the articles hold."""

import dataclasses
import json
import os
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from html_page import Parsed, check_links, parse
from paths import SUPPORT
from poison import hostile
from sample_timeline import sample

from dateline.model import Timeline
from dateline.web import urls
from dateline.web.page import Page
from dateline.web.render import pages

BASE_URL = "https://example.org/repo"


def parsed(site: Sequence[Page]) -> dict[str, Parsed]:
    return {page.path: parse(page.content) for page in site if page.path.endswith(".html")}


@pytest.fixture(scope="module")
def html(sample_pages: Sequence[Page]) -> dict[str, Parsed]:
    return parsed(sample_pages)


def test_every_kind_of_page_is_there(html: dict[str, Parsed]) -> None:
    timeline = sample()
    expected = {"index.html", "about.html", "404.html", "forecasts.html", "disputed.html", "demands.html"}
    expected |= {"search.html", "a-z.html"}
    expected |= {"timeline.html", "worksheet.html", "worksheet-key.html"}
    expected |= {f"{kind}/index.html" for kind in ("actors", "rounds", "places", "articles", "data", "known")}
    expected |= {f"known/{article.published.when.last}.html" for article in timeline.articles}
    expected |= {f"events/{event.id}.html" for event in timeline.events}
    expected |= {f"events/{id}.html" for event in timeline.events for id in event.other_ids}
    expected |= {f"actors/{actor.id}.html" for actor in timeline.actors}
    expected |= {f"rounds/{round.id}.html" for round in timeline.rounds}
    expected |= {f"places/{place.id}.html" for place in timeline.places}
    expected |= {f"kinds/{event.type}.html" for event in timeline.events}
    expected |= {f"articles/{article.id}.html" for article in timeline.articles}
    assert set(html) == expected


def test_every_event_is_on_the_first_page(built_site: Path) -> None:
    events = json.loads((built_site / "data/events.json").read_text(encoding="utf-8"))["events"]
    assert {event["id"] for event in events} <= set(parse((built_site / "index.html").read_bytes()).ids)


def test_every_href_and_fragment_resolves(built_site: Path) -> None:
    paths = {path.relative_to(built_site).as_posix() for path in built_site.rglob("*") if path.is_file()}
    html = {path: parse((built_site / path).read_bytes()) for path in sorted(paths) if path.endswith(".html")}
    check_links(paths, html)


def test_no_id_is_used_twice(html: dict[str, Parsed]) -> None:
    assert [(path, id) for path, page in html.items() for id, count in page.ids.items() if count > 1] == []


def test_every_page_has_the_frame_that_readers_rely_on(html: dict[str, Parsed]) -> None:
    for path, page in html.items():
        assert page.elements["h1"] == 1, path
        assert page.elements["main"] == 1, path
        assert page.unclosed == ["html"] or page.unclosed == [], path
        assert not {name for name in page.attributes if name.startswith("on") or name == "style"}, path


def test_times_are_valid_html(html: dict[str, Parsed]) -> None:
    values = [value for page in html.values() for value in page.datetimes]
    assert values
    assert all(re.fullmatch(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?", value) for value in values)


def test_every_page_has_a_policy_without_holes(sample_pages: Sequence[Page]) -> None:
    for page in sample_pages:
        if page.path.endswith(".html"):
            policy = re.search(rb'Content-Security-Policy" content="([^"]*)"', page.content)
            assert policy, page.path
            assert policy[1].startswith(b"default-src &#39;none&#39;;")
            assert b"unsafe" not in policy[1]


def test_the_page_that_is_not_found_stands_alone(sample_pages: Sequence[Page]) -> None:
    alone = next(page for page in sample_pages if page.path == "404.html")
    assert parse(alone.content).hrefs == []
    based = next(page for page in pages(sample(), BASE_URL) if page.path == "404.html")
    assert parse(based.content).hrefs == [f"{BASE_URL}/"]


@pytest.mark.parametrize("base_url", [BASE_URL, BASE_URL + "/"])
def test_a_base_is_used_for_absolute_addresses_alone(base_url: str) -> None:
    made = pages(sample(), base_url)
    site = {page.path: page.content.decode() for page in made if not page.path.endswith(".png")}
    assert f'<link rel="canonical" href="{BASE_URL}/events/e-pact.html">' in site["events/e-pact.html"]
    assert f'<meta property="og:url" content="{BASE_URL}/">' in site["index.html"]
    assert f"Sitemap: {BASE_URL}/sitemap.xml" in site["robots.txt"]
    assert f"<loc>{BASE_URL}/events/e-pact.html</loc>" in site["sitemap.xml"]
    assert "404" not in site["sitemap.xml"]
    assert "e-baghlan-second" not in site["sitemap.xml"]  # a page that only leads on


def test_without_a_base_no_address_is_absolute(sample_pages: Sequence[Page]) -> None:
    paths = {page.path for page in sample_pages}
    assert not paths & {"sitemap.xml", "robots.txt"}
    for page in sample_pages:
        assert b"canonical" not in page.content
        assert b"og:" not in page.content


def test_the_cards_of_a_round_lead_to_it_from_elsewhere_alone(sample_pages: Sequence[Page]) -> None:
    to_it = [page.path for page in sample_pages if b'href="../rounds/round-7.html"' in page.content]
    assert "rounds/round-7.html" not in to_it and "actors/taliban.html" in to_it


def test_same_timeline_same_bytes(sample_pages: Sequence[Page]) -> None:
    assert pages(sample(), None) == sample_pages


def test_other_ids_lead_on(sample_pages: Sequence[Page]) -> None:
    page = next(page for page in sample_pages if page.path == "events/e-baghlan-second.html")
    assert b'http-equiv="refresh" content="0; url=../events/e-baghlan.html"' in page.content


@pytest.mark.parametrize(("publish", "suffix"), [("quotes", ".txt"), ("full", ".txt"), ("full", ".md")])
def test_hostile_text_stays_text(publish: str, suffix: str, html: dict[str, Parsed]) -> None:
    site = pages(hostile(publish, suffix), BASE_URL)
    found = parsed(site)
    check_links({page.path for page in site}, found)
    for path, page in found.items():
        assert page.elements["script"] == html[path].elements["script"], path
        assert page.elements["img"] == 0, path
        assert not {name for name in page.attributes if name.startswith("on")}, path
        assert not [href for href in page.hrefs if href.startswith("javascript")], path
    assert "<script>alert(1)</script>" in found["index.html"].text


@pytest.mark.parametrize("id", ["../up", "a/b", "", "a b", ".hidden", "a\0", "x" * 300, 'a"b', "a<b"])
def test_ids_that_cannot_be_files_are_refused(id: str) -> None:
    timeline = sample()
    event = dataclasses.replace(timeline.events[0], id=id)
    with pytest.raises(ValueError, match="cannot be a file name"):
        pages(dataclasses.replace(timeline, events=(event,)), None)


def test_no_page_has_a_name_that_windows_keeps_for_itself() -> None:
    assert urls.article("con") == "articles/con~.html" and urls.actor("lpt1") == "actors/lpt1~.html"
    assert urls.actor("conan") == "actors/conan.html"


def test_an_article_called_index_does_not_hide_the_list() -> None:
    timeline = sample()
    article = dataclasses.replace(timeline.articles[0], id="index")
    place = dataclasses.replace(timeline.places[0], id="main")
    site = pages(
        dataclasses.replace(timeline, articles=(article,), events=(), places=(place,), discards=(), demands=()), None
    )
    assert len({page.path for page in site}) == len(site)
    check_links({page.path for page in site}, parsed(site))
    assert parsed(site)["places/index.html"].ids["main"] == 1


DIGEST = """
import hashlib, sys
sys.path.insert(0, sys.argv[1])
from sample_timeline import sample
from dateline.web.render import pages
made = (*pages(sample(), None), *pages(sample(), "https://example.org/repo"))
print(hashlib.sha256(b"".join(page.path.encode() + page.content for page in made)).hexdigest())
"""


def test_same_bytes_whatever_the_machine(tmp_path: Path) -> None:
    digests = set()
    for seed, zone, locale in (("0", "UTC", "C"), ("1", "Asia/Kabul", "C.UTF-8")):
        environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale}
        command = [sys.executable, "-c", DIGEST, str(SUPPORT)]
        run = subprocess.run(command, env=environment, cwd=tmp_path, check=True, capture_output=True)
        digests.add(run.stdout)
    assert len(digests) == 1


def test_ids_in_other_scripts_work() -> None:
    timeline = sample()
    event = dataclasses.replace(timeline.events[0], id="مقال-1")
    site = pages(dataclasses.replace(timeline, events=(event,), rounds=()), None)
    assert "events/مقال-1.html" in {page.path for page in site}
    check_links({page.path for page in site}, parsed(site))


def test_an_empty_timeline_is_a_site() -> None:
    empty = Timeline("", "", "en", None, {}, None, (), (), (), (), (), ())
    site = pages(empty, None)
    check_links({page.path for page in site}, parsed(site))
