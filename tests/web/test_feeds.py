"""The feeds: readable by others, complete, lasting, and safe whatever the articles hold."""

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any
from xml.etree import ElementTree

import feedparser
import pytest
from html_page import parse
from sample_timeline import sample

from dateline.changes import Change
from dateline.model import Timeline
from dateline.web.page import Page
from dateline.web.render import pages
from dateline.web.sharing.feeds import LIMIT

BASE_URL = "https://example.org/repo"
ATOM = "{http://www.w3.org/2005/Atom}"
TAG = re.compile(r"tag:[a-z.]+,\d{4}:[\w.~/%#()&=+,;:@!$'*-]+", re.ASCII)  # RFC 4151
CHANGES = (
    Change(
        "answered", "e-governor", "Senior Taliban governor killed", "", "e-denial", "The next sentence dismisses it."
    ),
    Change(
        "moved", "e-pact", "Pompeo hopes for a peace pact", "2019-09", "2019-09-01", "Read again. (conflict.toml:3)"
    ),
    Change("withdrawn", "e-gone", "Something that was no event", "2019-06", "", ""),
)


def made(timeline: Timeline, base_url: str | None = None, changed: Sequence[Change] | None = None) -> Sequence[Page]:
    """The feeds alone."""
    found = pages(timeline, base_url, changed)
    stems = tuple(page.path.removesuffix("atom") for page in found if page.path.endswith(".atom"))
    return [page for page in found if page.path.startswith(stems) and page.path.endswith((".atom", ".json"))]


def feeds(site: Sequence[Page]) -> dict[str, Any]:
    """The Atom feeds as a reader takes them in, by path."""
    return {page.path: feedparser.parse(page.content) for page in site if page.path.endswith(".atom")}


def json_feeds(site: Sequence[Page]) -> dict[str, Any]:
    texts = {page.path: page.content for page in site if page.path.endswith(".json")}
    return {path: json.loads(text) for path, text in texts.items() if b"jsonfeed.org" in text}


@pytest.fixture(scope="module")
def based() -> Sequence[Page]:
    return pages(sample(), BASE_URL, CHANGES)


def test_every_event_is_in_the_feed_of_the_site_its_actors_and_its_round(based: Sequence[Page]) -> None:
    timeline, found = sample(), feeds(based)
    assert not any(feed.bozo for feed in found.values())
    assert len(found["feed.atom"].entries) == len(timeline.events)
    for event in timeline.events:
        link = f"{BASE_URL}/events/{event.id}.html"
        where = {path for path, feed in found.items() if link in [entry.id for entry in feed.entries]}
        own = {f"actors/{id}.atom" for id in event.actors} | ({f"rounds/{event.round}.atom"} if event.round else set())
        assert where == {"feed.atom"} | own


def test_both_formats_say_the_same(based: Sequence[Page]) -> None:
    atom, others = feeds(based), json_feeds(based)
    assert {path.removesuffix(".atom") for path in atom} == {path.removesuffix(".json") for path in others}
    for path, feed in atom.items():
        other = others[path.removesuffix(".atom") + ".json"]
        assert other["version"] == "https://jsonfeed.org/version/1.1"
        assert other["title"] == feed.feed.title
        rows = [(entry.id, entry.title, entry.link, entry.updated) for entry in feed.entries]
        assert [(one["id"], one["title"], one["url"], one["date_modified"]) for one in other["items"]] == rows


def test_a_feed_knows_itself_and_its_page(based: Sequence[Page]) -> None:
    found = feeds(based)["actors/taliban.atom"].feed
    links = {link.rel: link.href for link in found.links}
    assert links == {
        "self": f"{BASE_URL}/actors/taliban.atom",
        "alternate": f"{BASE_URL}/actors/taliban.html",
    }
    assert found.id == links["self"]
    assert found.updated == "2021-03-28T00:00:00Z"  # the archive's latest day


def test_without_a_base_ids_are_tags_and_no_link_is_made(sample_pages: Sequence[Page]) -> None:
    for path, feed in feeds(sample_pages).items():
        assert not feed.bozo, path
        assert not feed.feed.get("links"), path
        ids = [feed.feed.id, *(entry.id for entry in feed.entries)]
        assert len(set(ids)) == len(ids)
        assert all(TAG.fullmatch(id) for id in ids)
        assert not any(entry.get("links") for entry in feed.entries)
        assert all(entry.content[0].value for entry in feed.entries)  # RFC 4287 asks for it where no link is
    for feed in json_feeds(sample_pages).values():
        assert not {"home_page_url", "feed_url"} & set(feed)
        assert not any("url" in item for item in feed["items"])


def test_newest_told_first_and_dated_by_the_evidence(sample_pages: Sequence[Page]) -> None:
    entries = feeds(sample_pages)["feed.atom"].entries
    days = [entry.updated for entry in entries]
    assert days == sorted(days, reverse=True)
    kunduz = next(entry for entry in entries if entry.title == "Taliban attack Kunduz, killing at least 16")
    assert kunduz.updated == "2019-09-02T00:00:00Z"  # when it was told, not when it was


def test_evidence_of_two_days_gives_both() -> None:
    timeline = sample()
    first, last = timeline.events[0], timeline.events[-1]
    merged = replace(first, reports=(*first.reports, *last.reports))
    (entry,) = feeds(made(replace(timeline, events=(merged,))))["feed.atom"].entries
    assert (entry.published[:10], entry.updated[:10]) == ("2019-06-30", "2021-03-28")


def test_a_title_that_stands_alone_is_no_claim_taken_for_a_fact(sample_pages: Sequence[Page]) -> None:
    titles = [entry.title for entry in feeds(sample_pages)["feed.atom"].entries]
    assert "Claimed: Senior Taliban governor killed in an airstrike in Logar" in titles
    assert "Scheduled: US troops due to leave by 1 May" in titles
    assert "Doha agreement signed" in titles


def test_an_entry_holds_quote_source_and_reason(sample_pages: Sequence[Page]) -> None:
    content = json_feeds(sample_pages)["rounds/round-7.json"]["items"][0]
    html = parse(content["content_html"].encode())
    assert html.elements["blockquote"] == 1
    for part in (
        "Scheduled, 29 June 2019",
        "Reuters, 30 June 2019",
        "How we know the date: 'yesterday' is the day before",
    ):
        assert part in html.text and part in content["content_text"]


def test_a_long_timeline_is_cut_and_keeps_the_newest() -> None:
    timeline = sample()
    many = tuple(replace(timeline.events[n % 2 - 1], id=f"e-{n}", other_ids=()) for n in range(LIMIT + 30))
    entries = feeds(made(replace(timeline, events=many, rounds=())))["feed.atom"].entries
    newest = {f"tag:dateline.invalid,2000:events/{event.id}.html" for event in many[0::2]}
    assert len(entries) == LIMIT
    assert newest <= {entry.id for entry in entries}


def test_an_archive_without_a_day_has_no_feed() -> None:
    undated = replace(sample(), now=None)
    site = pages(undated, BASE_URL, ())
    assert not feeds(site)
    assert not any(b"application/atom+xml" in page.content for page in site)


HOSTILE = "\0\x0b\x1f\ufffe\ud7ff</content>]]><script>alert(1)</script>&amp;&#0;"


def poisoned(timeline: Timeline) -> Timeline:
    event = timeline.events[0]
    report = replace(event.reports[0], quote=HOSTILE)
    event = replace(event, headline=HOSTILE, reports=(report,), attribution=HOSTILE)
    return replace(timeline, title=HOSTILE, description=HOSTILE, language=HOSTILE, events=(event,))


@pytest.mark.parametrize("base_url", [None, BASE_URL])
def test_hostile_text_stays_text(base_url: str | None) -> None:
    changed = (Change("withdrawn", "e-gone", HOSTILE, HOSTILE, "", HOSTILE),)
    site = pages(poisoned(sample()), base_url, changed)
    for page in site:
        if page.path.endswith(".atom"):
            root = ElementTree.fromstring(page.content)  # noqa: S314 our own file
            assert len(root.findall(f"{ATOM}entry")) == 1
            html = root.findtext(f"{ATOM}entry/{ATOM}content") or ""
            assert parse(html.encode()).elements["script"] == 0
            assert "alert(1)" in html
    for feed in json_feeds(site).values():
        assert parse(feed["items"][0]["content_html"].encode()).elements["script"] == 0


def test_changes_say_what_and_why(based: Sequence[Page]) -> None:
    answered, moved, gone = feeds(based)["changes.atom"].entries
    assert answered.title == "Denied or contradicted: Senior Taliban governor killed"
    assert "Taliban dismiss the report" in answered.content[0].value
    assert answered.link == f"{BASE_URL}/events/e-governor.html"
    assert "September 2019 → 1 September 2019" in moved.content[0].value
    assert "conflict.toml:3" in moved.content[0].value
    assert gone.link == f"{BASE_URL}/changes.html"


def test_a_change_told_again_is_the_same_entry_and_another_is_not() -> None:
    moved = CHANGES[1]
    ids = [
        feeds(made(sample(), BASE_URL, (change,)))["changes.atom"].entries[0].id
        for change in (moved, moved, replace(moved, now="2019-09-02"))
    ]
    assert ids[0] == ids[1] != ids[2]


def test_the_feed_of_changes_has_no_more_entries_than_others() -> None:
    changed = tuple(replace(CHANGES[2], headline=f"Something {n}") for n in range(LIMIT + 30))
    entries = feeds(made(sample(), BASE_URL, changed))["changes.atom"].entries
    assert len(entries) == LIMIT
    assert [entries[0].title, entries[-1].title] == ["Withdrawn: Something 0", f"Withdrawn: Something {LIMIT - 1}"]


def test_pages_lead_to_their_own_feed_or_to_that_of_the_site(based: Sequence[Page]) -> None:
    html = {page.path: parse(page.content) for page in based if page.path.endswith(".html")}
    own = {
        "index.html": "feed.atom",
        "actors/taliban.html": "../actors/taliban.atom",
        "rounds/round-7.html": "../rounds/round-7.atom",
        "changes.html": "changes.atom",
    }
    for path, feed in own.items():
        assert html[path].hrefs.count(feed) == 2, path  # for readers and for programs
    assert html["events/e-pact.html"].hrefs.count("../feed.atom") == 1


def test_an_event_told_by_an_article_of_no_known_day_counts_as_told_by_the_end() -> None:
    timeline = sample()
    event = timeline.events[0]
    article = next(one for one in timeline.articles if one.id == event.reports[0].article)
    open_ended = replace(article.published, when=replace(article.published.when, first=None, last=None))
    articles = tuple(replace(one, published=open_ended) if one is article else one for one in timeline.articles)
    site = made(replace(timeline, articles=articles, events=(event,), now=date(2021, 3, 28)))
    assert feeds(site)["feed.atom"].entries[0].updated == "2021-03-28T00:00:00Z"
