"""How large the search index is, how long it takes to make, and how long a query takes in Chromium, on made-up events.

    python benchmarks/search.py [EVENTS …]

Quotes of 25 words, headlines of 9, drawn from 60,000 words whose frequencies fall with their rank (Zipf), so that the
vocabulary grows with the archive as it does in prose; the same at every call. The page is opened from the disk:
`page` is from the click to the list of results, nothing loaded before; `query` the search alone, once more.
"""

import gzip
import random
import shutil
import statistics
import sys
import tempfile
import time
from collections import Counter
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from dateline import edtf
from dateline.model import Actor, Article, Event, Published, Report, Span, Timeline
from dateline.publishing.publish import publish
from dateline.web import lookup
from dateline.web.render import pages
from dateline.web.search import index as search

BEGIN = date(2015, 1, 1)
COMMON = "the taliban attack talks in kabul of to and government peace troops killed said army envoy".split()
SYLLABLES = "ka li ban mu do ra zad shen ti per gor nal wes ter fin qa sol ve rim dat".split()


def vocabulary(chance: random.Random) -> list[str]:
    """Words by rank, the commonest first."""
    made = dict.fromkeys(COMMON)
    while len(made) < 60_000:
        made["".join(chance.choices(SYLLABLES, k=chance.choice((2, 3, 3, 4, 5))))] = None
    return list(made)


def archive(events: int) -> Timeline:
    """So many events of as many quotes, by one of three hundred actors each."""
    chance = random.Random(1)  # noqa: S311  (no secret: the same numbers at every call)
    words = vocabulary(chance)
    weights = list(accumulate(1 / rank for rank in range(3, len(words) + 3)))
    actors = tuple(
        Actor(f"actor-{n}", f"{words[900 + n].title()} {words[40 + n].title()}", "person") for n in range(300)
    )
    day = edtf.when_within(BEGIN, BEGIN, rule="", anchor="", explanation="")
    article = Article(
        id="a", file="a.txt", text="", body="", sha256="", title="One article", source="Reuters", dateline=None,
        url=None, author=None, language=None, tags=(), published=Published(day, "header"),
    )  # fmt: skip
    made = tuple(_event(n, chance.choices(words, cum_weights=weights, k=34), chance) for n in range(events))
    return Timeline("", "", "en", None, {}, BEGIN, (article,), made, actors, (), (), ())


def _event(number: int, words: list[str], chance: random.Random) -> Event:
    day = BEGIN + timedelta(days=chance.randrange(2500))
    when = edtf.when_within(day, day, rule="", anchor="", explanation="")
    headline, quote, actor = " ".join(words[:9]).capitalize(), " ".join(words[9:]), f"actor-{chance.randrange(300)}"
    report = Report(
        article="a", span=Span(0, len(quote)), quote=quote, headline=headline, trigger=Span(0, 1), type="attack",
        modality="happened", when=when, timex=None, by=None, actors=(actor,), places=(), round=None, attribution=None,
        said_by=(), figures=(),
    )  # fmt: skip
    return Event(
        id=f"a-{number:08x}", other_ids=(), headline=headline, when=when, type="attack", modality="happened",
        salience=chance.random(), actors=(actor,), places=(), round=None, attribution=None, said_by=(),
        reports=(report,), joins=(), articles=1, independent=1, figures=(), forecast=None,
    )  # fmt: skip


QUERIES = {
    "a common word": "taliban",
    "three words": "attack kabul envoy",
    "a beginning": "ta",
    "a misspelling": "talban",
}
TIMED = """async query => {
  const begin = performance.now();
  await searchIndex.find(query);
  return performance.now() - begin;
}"""
SHOWN = "() => document.querySelector('main [role=status]').textContent && performance.now()"


def rarest(timeline: Timeline) -> str:
    """The word that the fewest headlines have, the first by the alphabet."""
    counted = Counter(word for event in timeline.events for word in event.headline.lower().split())
    return min(counted.items(), key=lambda pair: (pair[1], pair[0]))[0]


def queried(browser: Any, site: Path, query: str) -> tuple[float, float, int]:
    """Milliseconds to the list of results, milliseconds of the search alone, characters loaded of the index."""
    whole, alone, loaded = [], [], 0
    for _ in range(3):
        page = browser.new_page()
        requests: list[str] = []
        page.on("request", lambda request, seen=requests: seen.append(request.url))
        page.goto(f"{(site / 'search.html').as_uri()}?q={query}")
        whole.append(page.wait_for_function(SHOWN).json_value())
        alone.append(page.evaluate(TIMED, query))
        loaded = sum((site / "search" / url.rpartition("/")[2]).stat().st_size for url in requests if "/search/" in url)
        page.close()
    return statistics.median(whole), statistics.median(alone), loaded


def measure(events: int, browser: Any, out: Path) -> None:
    timeline = archive(events)
    begin = time.process_time()
    index = search.files(lookup.of(timeline))
    made = time.process_time() - begin
    print(f"{events:,} events: index made in {made:.1f} s of one core, {len(index)} files")
    for kind in ("terms", "postings", "shown"):
        parts = [page.content for page in index if page.path.startswith(f"search/{kind}")]
        packed = sum(len(gzip.compress(part)) for part in parts)
        print(f"  {kind}: {sum(map(len, parts)) / 1000:,.0f} kB, {packed / 1000:,.0f} kB packed, {len(parts)} files")
    empty = pages(Timeline("", "", "en", None, {}, None, (), (), (), (), (), ()), None)
    publish([*(page for page in empty if not page.path.startswith("search/")), *index], out)
    for name, query in {"a rare word": rarest(timeline), **QUERIES}.items():
        page, alone, loaded = queried(browser, out, query)
        print(f"  {name} ({query}): page {page:.0f} ms, query {alone:.0f} ms, {loaded / 1000:,.0f} kB loaded")


def main() -> None:
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for events in map(int, sys.argv[1:] or ("1000", "10000", "100000")):
            measure(events, browser, Path(folder) / f"site-{events}")
        browser.close()


if __name__ == "__main__":
    main()
