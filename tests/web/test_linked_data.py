"""The pages' JSON-LD: read by another program, true to what the articles leave open, and harmless."""

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
from html_page import parse
from pyld import jsonld
from sample_timeline import sample

from dateline.edtf import when_lasting, when_within
from dateline.export import json_ld
from dateline.model import Event, Forecast, Relation, Span, Timeline, When
from dateline.web.page import Page
from dateline.web.render import pages

BASE_URL = "https://example.org/repo"
SCHEMA = "https://schema.org/"
SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def data(site: Sequence[Page]) -> dict[str, Any]:
    """The JSON-LD of each page that has some."""
    found = {}
    for page in site:
        if page.path.endswith(".html"):
            scripts = SCRIPT.findall(page.content.decode())
            assert len(scripts) <= 1
            if scripts:
                found[page.path] = json.loads(scripts[0])
    return found


def nodes(described: Any, base: str) -> dict[str, Any]:
    """What a JSON-LD processor makes of it: each node by its address. No context is fetched."""
    inline = {**described, "@context": {"@vocab": SCHEMA, "@base": base}}
    flat = jsonld.flatten(inline)
    return {node["@id"]: node for node in flat}


def one(timeline: Timeline, event: Event) -> dict[str, Any]:
    """The node that stands for the event on its page, by property."""
    site = pages(replace(timeline, events=(event, *(e for e in timeline.events if e.id != event.id))), None)
    return data(site)[f"events/{event.id}.html"]["@graph"][0]


@pytest.fixture(scope="module")
def based() -> dict[str, Any]:
    return data(pages(sample(), BASE_URL))


def test_each_event_page_describes_its_event_quotes_and_articles(based: dict[str, Any]) -> None:
    for event in sample().events:
        page = f"{BASE_URL}/events/{event.id}.html"
        found = nodes(based[f"events/{event.id}.html"], page)
        types = [node["@type"][0].removeprefix(SCHEMA) for node in found.values() if "@type" in node]
        assert types.count("Quotation") == len(event.reports)
        assert types.count("NewsArticle") == event.articles
        for n, report in enumerate(event.reports, 1):
            quotation = found[f"{page}#quotation-{n}"]
            assert quotation[f"{SCHEMA}text"] == [{"@value": report.quote}]
            assert quotation[f"{SCHEMA}isPartOf"] == [{"@id": f"{BASE_URL}/articles/{report.article}.html#article"}]
            assert quotation[f"{SCHEMA}about"][0]["@id"] in found


def test_a_claim_or_a_denial_is_no_event(based: dict[str, Any]) -> None:
    kinds = {event.id: based[f"events/{event.id}.html"]["@graph"][0]["@type"] for event in sample().events}
    for event in sample().events:
        assert kinds[event.id] == ("Claim" if event.modality in ("claimed", "denied") else "Event")
    claim = based["events/e-governor.html"]["@graph"][0]
    assert claim["appearance"] == [claim["firstAppearance"]]
    assert claim["about"]["@type"] == "Event"
    denial = based["events/e-denial.html"]["@graph"][0]
    assert "about" not in denial  # nobody says that it happened
    assert denial["author"][0]["name"] == "Taliban"


def test_nothing_is_judged(based: dict[str, Any]) -> None:
    assert "ClaimReview" not in json.dumps(based)
    assert "reviewRating" not in json.dumps(based)


def test_who_is_quoted_is_named_only_where_the_text_does(based: dict[str, Any]) -> None:
    graph = based["events/e-make-or-break.html"]["@graph"]
    assert graph[1]["creditText"] == "a senior US official (not named)"
    assert "spokenByCharacter" not in graph[1]
    assert based["events/e-pact.html"]["@graph"][1]["spokenByCharacter"][0]["@type"] == "Person"


def when(edtf: str, first: str, last: str, *, lasting: bool = False) -> When:
    make = when_lasting if lasting else when_within
    days = (date.fromisoformat(day) if day else None for day in (first, last))
    made = make(*days, rule="", anchor="", explanation="")
    assert made.edtf == edtf
    return made


@pytest.mark.parametrize(
    ("dated", "start", "end"),
    [
        (when("2019-06-29", "2019-06-29", "2019-06-29"), "2019-06-29", "2019-06-29"),
        (when("2019-06-29/..", "2019-06-29", "", lasting=True), "2019-06-29", None),
        (when("2019-06-29/2019-07-01", "2019-06-29", "2019-07-01", lasting=True), "2019-06-29", "2019-07-01"),
        (when("[2019-06-24..2019-06-30]", "2019-06-24", "2019-06-30"), None, None),
        (when("[..2019-06-30]", "", "2019-06-30"), None, None),
        (when("2019-06", "2019-06-01", "2019-06-30"), None, None),
        (when("2018-10/2019-06", "2018-10-01", "2019-06-30", lasting=True), None, None),
    ],
    ids=lambda value: getattr(value, "edtf", value),
)
def test_days_are_given_only_where_they_are_known(dated: When, start: str | None, end: str | None) -> None:
    found = one(sample(), replace(sample().events[0], when=dated))
    assert (found.get("startDate"), found.get("endDate")) == (start, end)


def event(id: str) -> Event:
    return next(one for one in sample().events if one.id == id)


def test_a_hope_is_not_scheduled(based: dict[str, Any]) -> None:
    for id in ("e-pact", "e-red-line", "e-conference", "e-kunduz"):
        assert "eventStatus" not in based[f"events/{id}.html"]["@graph"][0]
    assert "startDate" not in one(sample(), replace(event("e-pact"), when=event("e-kunduz").when))
    assert based["events/e-deadline.html"]["@graph"][0]["eventStatus"] == f"{SCHEMA}EventScheduled"


def test_a_plan_that_was_moved_has_both_days() -> None:
    moved = Relation("rescheduled-to", "e-kunduz", "date", "A later article says so.")
    found = one(sample(), replace(event("e-round-7"), relations=(moved,)))
    assert found["eventStatus"] == f"{SCHEMA}EventRescheduled"
    assert (found["previousStartDate"], found["startDate"]) == ("2019-06-29", "2019-08-31")
    assert "endDate" not in found
    back = Relation("rescheduled-from", "e-kunduz", "date", "A later article says so.")
    found = one(sample(), replace(event("e-round-7"), relations=(back,)))
    assert (found["previousStartDate"], found["startDate"]) == ("2019-08-31", "2019-06-29")


@pytest.mark.parametrize(("words", "status"), [("cancelled", "EventCancelled"), ("postponed", "EventPostponed")])
def test_what_was_called_off_or_put_off_says_so(words: str, status: str) -> None:
    off = event("e-denial")
    start = off.reports[0].span.start
    report = replace(off.reports[0], quote=words, trigger=Span(start, start + len(words)))
    told = tuple(replace(e, reports=(report,)) if e.id == off.id else e for e in sample().events)
    plan = replace(
        event("e-round-7"),
        forecast=Forecast(None, "not met", off.id, None),
        relations=(Relation("has-outcome", off.id, None, "A later article tells that it was called off."),),
    )
    found = one(replace(sample(), events=told), plan)
    assert found["eventStatus"] == SCHEMA + status
    assert "startDate" not in found


def test_the_first_page_is_a_dataset_with_its_files(based: dict[str, Any]) -> None:
    site = {page.path for page in pages(sample(), BASE_URL)}
    found = based["index.html"]
    assert found["@type"] == "Dataset"
    assert found["dateModified"] == "2021-03-28"
    assert found["temporalCoverage"] == "2001-01-01/2021-03-28"
    addresses = [file["contentUrl"] for file in found["distribution"]]
    assert {address.removeprefix(f"{BASE_URL}/") for address in addresses} <= site
    assert "license" not in found  # nobody has said it


def test_an_article_keeps_what_is_known_of_it() -> None:
    timeline = sample()
    first = replace(timeline.articles[1], url="https://example.com/a", author="A. Writer")
    unsafe = replace(timeline.articles[2], url="javascript:alert(1)", source=None)
    found = data(pages(replace(timeline, articles=(timeline.articles[0], first, unsafe, *timeline.articles[3:])), None))
    described = found[f"articles/{first.id}.html"]
    assert (described["url"], described["author"]["name"]) == ("https://example.com/a", "A. Writer")
    assert (described["datePublished"], described["publisher"]["name"]) == ("2019-06-30", "Reuters")
    assert described["identifier"]["value"] == first.sha256
    assert not {"url", "publisher", "author"} & set(found[f"articles/{unsafe.id}.html"])


def test_without_a_base_addresses_lead_to_pages_from_where_they_stand(sample_pages: Sequence[Page]) -> None:
    paths = {page.path for page in sample_pages}
    for path, described in data(sample_pages).items():
        text = json.dumps(described)
        assert "example" not in text
        found = nodes(described, f"https://host.test/{path}")
        for id in found:
            if not id.startswith("_:"):
                assert urlsplit(id).path.removeprefix("/") in paths, (path, id)
        for file in described.get("distribution", ()):
            assert urljoin(path, file["contentUrl"]) in paths


def test_nothing_in_a_script_can_end_it() -> None:
    hostile = "</script><script>alert(1)</script><!-- & \u2028 \u2029"
    text = json_ld.script({"name": hostile})
    assert not set("<>&\u2028\u2029") & set(text)
    assert json.loads(text) == {"name": hostile}
    site = pages(replace(sample(), title=hostile, description=hostile), None)
    home = next(page for page in site if page.path == "index.html")
    assert parse(home.content).elements["script"] == 2  # the data and site.js
    assert data(site)["index.html"]["name"] == hostile
