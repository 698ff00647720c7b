"""How the site looks where it is shared or kept: tags, picture, manifest, icons."""

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from html import unescape
from io import BytesIO

import pytest
from PIL import Image
from sample_timeline import sample

from dateline.web.page import Page
from dateline.web.render import pages
from dateline.web.sharing import picture

BASE_URL = "https://example.org/repo"
TAG = re.compile(r'<meta (?:property|name)="((?:og|twitter):[^"]+)" content="([^"]*)">')


@pytest.fixture(scope="module")
def based() -> dict[str, bytes]:
    return {page.path: page.content for page in pages(sample(), BASE_URL)}


def tags(content: bytes) -> dict[str, str]:
    return {name: unescape(value) for name, value in TAG.findall(content.decode())}


def opened(content: bytes) -> Image.Image:
    image = Image.open(BytesIO(content))
    image.load()
    return image


def test_every_page_has_the_tags(based: dict[str, bytes]) -> None:
    for path, content in based.items():
        if path.endswith(".html") and b'"noindex"' not in content:
            found = tags(content)
            assert found["og:image"] == f"{BASE_URL}/share.png", path
            assert found["twitter:card"] == "summary_large_image"
            assert found["og:image:alt"] and found["og:title"] and found["og:description"]
            assert (found["og:image:width"], found["og:image:height"]) == ("1200", "630")


def test_a_shared_event_says_how_sure_it_is(based: dict[str, bytes]) -> None:
    found = tags(based["events/e-governor.html"])
    assert found["og:title"] == "Claimed: Senior Taliban governor killed in an airstrike in Logar"
    assert found["og:description"].startswith("Claimed, on or before 28 June 2019: “On Friday, the Afghan Ministry")
    assert tags(based["events/e-make-or-break.html"])["og:description"].count("“") == 1  # it brings its own marks
    assert tags(based["events/e-kunduz.html"])["og:title"] == "Taliban attack Kunduz, killing at least 16"


def test_without_a_base_nothing_is_made_for_others(sample_pages: Sequence[Page]) -> None:
    assert not {"share.png", "site.webmanifest"} & {page.path for page in sample_pages}
    for page in sample_pages:
        assert not TAG.search(page.content.decode("latin-1")), page.path
        assert b"webmanifest" not in page.content


def test_the_picture_has_the_size_that_the_tags_say(based: dict[str, bytes]) -> None:
    image = opened(based["share.png"])
    assert (image.format, image.size) == ("PNG", (1200, 630))
    assert len(based["share.png"]) < 100_000


def test_the_picture_shows_both_lanes(based: dict[str, bytes]) -> None:
    colours = {colour for _, colour in opened(based["share.png"]).getcolors(100_000) or ()}
    assert {(0x00, 0x77, 0xBB), (0x88, 0x22, 0x55)} <= colours


def test_same_timeline_same_picture() -> None:
    assert picture.of(sample()) == picture.of(sample())


def ink(title: str) -> int:
    """How much is drawn where the title stands."""
    found = opened(picture.png(title, "", None)).convert("L").crop((0, 40, 1200, 260))
    return sum(count for count, shade in found.getcolors(1000) or () if shade < 128)


@pytest.mark.parametrize(
    "title", ["Côte d’Ivoire – 2010", "Переговоры: Україна", "Ελλάδα", "Đà Nẵng", "Łódź", "Cafe\u0301"]
)
def test_titles_of_these_scripts_are_drawn(title: str) -> None:
    assert ink(title) > 1000


@pytest.mark.parametrize("title", ["محادثات الدوحة", "和平谈判", "Talks 和平", "\U0001f54a", ""])
def test_what_the_font_has_not_is_left_out_and_no_box_drawn(title: str) -> None:
    assert ink(title) == 0


@pytest.mark.parametrize("title", ["word " * 60, "x" * 500, "W" * 30 + " " + "W" * 300])
def test_a_long_title_stays_inside(title: str) -> None:
    image = opened(picture.png(title, "", None)).convert("L")
    right = image.crop((1200 - 70, 20, 1200, 630)).getcolors(1000) or ()
    assert all(shade > 200 for _, shade in right)
    assert ink(title) > 1000


def test_a_timeline_of_nothing_has_a_picture() -> None:
    empty = replace(sample(), title="", events=(), articles=(), rounds=(), discards=())
    assert opened(picture.of(empty)).size == (1200, 630)


def test_the_manifest_leads_to_files(based: dict[str, bytes]) -> None:
    manifest = json.loads(based["site.webmanifest"])
    assert manifest["name"] == sample().title
    assert manifest["start_url"] in based
    assert {icon["src"] for icon in manifest["icons"]} <= set(based)
    assert opened(based["static/icon.png"]).size == (180, 180)


def test_each_address_of_the_sitemap_is_a_page(based: dict[str, bytes]) -> None:
    found = re.findall(r"<loc>(.*?)</loc>", based["sitemap.xml"].decode())
    pages = {re.sub(r"(^|/)$", r"\1index.html", address.removeprefix(f"{BASE_URL}/")) for address in found}
    shown = {path for path, content in based.items() if path.endswith(".html") and b'"noindex"' not in content}
    assert pages == shown
