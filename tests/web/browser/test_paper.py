"""What the pages look like on paper: all of it open, nothing cut, no event on two sheets."""

import json
import unicodedata
from io import BytesIO
from pathlib import Path

import pytest
from browsing import Open, address
from pypdf import PdfReader

pytestmark = pytest.mark.browser

PAPER = {"width": 690, "height": 1000}  # about what the margins leave of A4 and of Letter, in CSS pixels
SHUT = """
[...document.querySelectorAll("details > *")].filter(one => !one.closest(".filters, .cite .form"))
  .filter(one => !one.checkVisibility())
  .map(one => one.outerHTML.slice(0, 90))
"""
CLINGING = """
[...document.querySelectorAll("body *")].map(one => getComputedStyle(one).position)
  .filter(position => ["fixed", "sticky"].includes(position)).length
"""
SHOWN = "name => [...document.querySelectorAll(name)].some(one => one.checkVisibility())"


def sheets(page: Open, site: Path, path: str, format: str) -> list[str]:
    """The text of each sheet of a page as printed, without blanks and ligatures."""
    pdf = page(address(site, path)).pdf(format=format)
    texts = (sheet.extract_text() for sheet in PdfReader(BytesIO(pdf)).pages)
    return [squeezed(text) for text in texts]


def squeezed(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


@pytest.mark.parametrize("format", ["A4", "Letter"])
def test_the_whole_timeline_prints_every_event_on_one_sheet(page: Open, built_site: Path, format: str) -> None:
    events = json.loads((built_site / "data/events.json").read_text(encoding="utf-8"))["events"]
    printed = sheets(page, built_site, "timeline.html", format)
    assert len(printed) > 10
    torn = [
        event["id"]
        for event in events
        if not any(event["id"] in sheet and squeezed(event["headline"]) in sheet for sheet in printed)
    ]
    assert torn == []  # the headline stands at an event's top, its address at the foot
    quotes = [squeezed(piece["quote"]) for event in events for piece in event["evidence"]]
    assert [quote for quote in quotes if not any(quote in sheet for sheet in printed)] == []


def test_every_page_opens_on_paper(page: Open, kind: str) -> None:
    shown = page(kind, viewport=PAPER)
    shown.emulate_media(media="print")
    assert shown.evaluate(SHUT) == []
    assert shown.evaluate(CLINGING) == 0
    for hidden in (".menu", ".filters", ".rail", ".crumbs"):
        assert not shown.evaluate(SHOWN, hidden), hidden
    assert not shown.evaluate("document.documentElement.scrollWidth > innerWidth")


def test_paper_says_where_a_link_leads_and_of_when_the_archive_is(page: Open, sample_site: Path) -> None:
    printed = "".join(sheets(page, sample_site, "about.html", "A4"))
    assert "GeoNames(https://www.geonames.org/)" in printed
    assert "Thelatestarticleisof28March2021." in printed
    assert printed.count("https://www.geonames.org/") == 1  # not again in the footer


def test_a_worksheet_fits_a_few_sheets(page: Open, sample_site: Path) -> None:
    printed = sheets(page, sample_site, "worksheet.html", "A4")
    assert 2 <= len(printed) <= 6
    assert "worksheet-key" not in "".join(printed)
