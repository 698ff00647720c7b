"""How fast a browser opens and filters a first page of many events.

    python benchmarks/home_page.py [EVENTS]

The events are those of seeds/, spread over ten years again and again; the same at every call. Times are those of
Chromium ($CHROMIUM, or the one in the path) on a page from the disk at 1280 × 900 pixels, in milliseconds: until the
page has been laid out, and from a choice until the next picture.
"""

import dataclasses
import gzip
import itertools
import os
import shutil
import statistics
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from dateline.edtf import when_within
from dateline.model import Event, Timeline
from dateline.pipeline import run
from dateline.publishing.publish import publish
from dateline.web.render import pages

SEEDS = Path(__file__).parents[1] / "seeds"
BEGIN, DAYS = date(2014, 1, 1), 3650
RUNS = 5
CHOOSE = """([name, value]) => new Promise(done => {
    const find = (rest) => document.querySelector(`#filter [name=${name}]${rest}`);
    const control = find(`[value="${value}"]`) || find("");
    const begin = performance.now();
    if (control.type === "radio") control.click();
    else { control.value = value; control.dispatchEvent(new Event("change", { bubbles: true })); }
    requestAnimationFrame(() => setTimeout(() => done(performance.now() - begin)));
})"""
CHOICES = (("lane", "violence"), ("actor", "taliban"), ("type", "attack"), ("from", "2016-06-01"), ("lane", "all"))


def many(timeline: Timeline, number: int) -> Timeline:
    """The timeline with so many events, each on a day of its own choosing."""
    events = itertools.islice(itertools.cycle(timeline.events), number)
    spread = sorted((_moved(event, n) for n, event in enumerate(events)), key=lambda event: str(event.when.first))
    return dataclasses.replace(timeline, events=tuple(spread))


def _moved(event: Event, number: int) -> Event:
    day = BEGIN + timedelta(days=number * 7919 % DAYS)  # a prime: the days are hit evenly, in no order
    when = when_within(day, day, rule="spread", anchor="", explanation="spread over ten years")
    return dataclasses.replace(event, id=f"{event.id}-{number}", other_ids=(), when=when, relations=())


def opened(page: Page, address: str) -> float:
    """Milliseconds until the page is parsed, its script has run and its first screen is laid out."""
    page.goto(address)
    return float(page.evaluate("document.body.offsetHeight && performance.now()"))


def main() -> None:
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        begin = time.perf_counter()
        publish(pages(many(run(SEEDS).timeline, number), None), Path(folder) / "site")
        home = Path(folder) / "site/index.html"
        html = home.read_bytes()
        print(f"{number:,} events: site in {time.perf_counter() - begin:.0f} s")
        print(f"first page {len(html) / 1e6:.2f} MB, {len(gzip.compress(html)) / 1e6:.2f} MB gzipped")
        program = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        loads = [opened(page, home.as_uri()) for _ in range(RUNS)]
        print(f"opened in {statistics.median(loads):.0f} ms (median of {RUNS})")
        for choice in CHOICES:
            waited = page.evaluate(CHOOSE, choice)
            print(f"{'='.join(choice)}: {waited:.0f} ms, {page.locator('.found').text_content() or 'all shown'}")
        browser.close()


if __name__ == "__main__":
    main()
