"""A timeline too long for one page is cut into years and months, and every link leads to the right one."""

import dataclasses
from collections.abc import Iterable
from pathlib import Path

import pytest
from html_page import Parsed, parse
from sample_timeline import sample
from test_web_site import check_links

from dateline.model import Timeline
from dateline.publish import publish
from dateline.web.render import drawn
from dateline.web.sizes import SIZES, Sizes
from dateline.web.views.division import divided

BY_YEAR = Sizes(home=5, year=100, whole=100, own_page=100)
BY_MONTH = Sizes(home=5, year=3, whole=4, own_page=100)
NO_OWN_PAGES = Sizes(home=5, year=3, whole=4, own_page=10)


def with_undated() -> Timeline:
    """The sample, one event of which has no date."""
    timeline = sample()
    assert any(event.when.first is None and event.when.last is None for event in timeline.events)
    return timeline


def site(sizes: Sizes) -> dict[str, bytes]:
    return {page.path: page.content for page in drawn(with_undated(), "https://example.org/x", None, sizes)}


def parsed(found: dict[str, bytes]) -> dict[str, Parsed]:
    return {path: parse(content) for path, content in found.items() if path.endswith(".html")}


def folders(paths: Iterable[str]) -> set[str]:
    return {path.split("/")[0] for path in paths if "/" in path}


def test_a_short_timeline_is_all_on_the_first_page() -> None:
    division = divided(sample().events, SIZES)
    assert division.parts == ()
    assert sum(len(section.events) for section in division.home) == len(sample().events)


@pytest.mark.parametrize("sizes", [BY_YEAR, BY_MONTH, NO_OWN_PAGES])
def test_every_event_stands_on_one_page_of_the_timeline(sizes: Sizes) -> None:
    found = parsed(site(sizes))
    for event in with_undated().events:
        places = [path for path, page in found.items() if path[:5] in ("years", "month") and event.id in page.ids]
        assert len(places) == 1, event.id


@pytest.mark.parametrize("sizes", [BY_YEAR, BY_MONTH, NO_OWN_PAGES])
def test_every_link_of_a_large_site_resolves(sizes: Sizes) -> None:
    found = site(sizes)
    check_links(set(found), parsed(found))


def test_the_first_page_shows_the_latest_and_leads_to_all_years() -> None:
    home = parsed(site(BY_YEAR))["index.html"]
    assert {"e-doha-deal", "e-conference", "e-deadline"} <= set(home.ids)
    assert "e-six-rounds" not in home.ids
    assert "e-red-line" not in home.ids  # of unknown date: not among the latest
    years = {"years/2001.html", "years/2018.html", "years/2019.html", "years/2021.html", "years/undated.html"}
    assert years <= set(home.hrefs)
    assert "years/2019.html#m2019-06" in home.hrefs  # the bars of the chart and the way through the page
    assert not any(href.startswith("#m2019-06") for href in home.hrefs)


def test_a_crowded_year_has_a_page_for_each_month() -> None:
    found = site(BY_MONTH)
    assert {"months/2019-06.html", "months/2019-09.html", "years/2019.html", "years/2020.html"} <= set(found)
    assert not {"months/2020-02.html", "months/2019-05.html"} & set(found)
    year = parse(found["years/2019.html"])
    assert "../months/2019-06.html" in year.hrefs
    assert not {event.id for event in sample().events} & set(year.ids)
    assert "e-round-7" in parse(found["months/2019-06.html"]).ids
    assert "months/2019-06.html#m2019-06" in parse(found["index.html"]).hrefs


def test_pages_follow_each_other_in_time() -> None:
    found = parsed(site(BY_YEAR))
    at, seen = "years/2001.html", []
    while at:
        seen.append(at)
        after = [href for href in found[at].hrefs if href.startswith("../years/") and href[3:] > at]
        at = after[-1][3:] if after else ""
    assert seen == [f"years/{year}.html" for year in ("2001", "2018", "2019", "2020", "2021", "undated")]


def test_an_event_leads_back_to_its_place() -> None:
    found = parsed(site(BY_MONTH))
    assert "../months/2019-06.html#e-round-7" in found["events/e-round-7.html"].hrefs
    assert "../years/undated.html#e-red-line" in found["events/e-red-line.html"].hrefs


def test_the_whole_timeline_is_left_out_where_it_is_too_long() -> None:
    short, long = site(BY_YEAR), site(BY_MONTH)
    assert "timeline.html" in short
    assert "timeline.html" not in long
    assert not [path for path, page in parsed(long).items() if any("timeline.html" in href for href in page.hrefs)]


def test_without_pages_of_their_own_events_keep_their_addresses() -> None:
    found = site(NO_OWN_PAGES)
    moved = found["events/e-baghlan.html"].decode()
    assert 'url=../months/2019-09.html#e-baghlan"' in moved
    assert 'url=../months/2019-09.html#e-baghlan"' in found["events/e-baghlan-second.html"].decode()
    assert "noindex" in moved
    month = parse(found["months/2019-09.html"]).text
    second = next(event for event in sample().events if event.id == "e-baghlan").reports[1]
    assert second.quote in month  # what its own page would have shown
    assert "same day, kind and actors" in month


def test_a_month_that_fills_the_first_page_alone_shows_its_last_events() -> None:
    event = next(event for event in sample().events if event.id == "e-deadline")
    many = tuple(dataclasses.replace(event, id=f"e-{n:03}") for n in range(40))
    division = divided(many, Sizes(home=10, year=20))
    assert [event.id for event in division.home[0].events] == [f"e-{n:03}" for n in range(30, 40)]
    assert [part.path for part in division.parts] == ["years/2021.html", "months/2021-05.html"]
    assert len(division.parts[1].events) == 40


def test_only_undated_events_leave_the_first_page_empty() -> None:
    event = next(event for event in sample().events if event.id == "e-red-line")
    many = tuple(dataclasses.replace(event, id=f"e-{n}") for n in range(9))
    division = divided(many, Sizes(home=5))
    assert division.home == ()
    assert [part.path for part in division.parts] == ["years/undated.html"]


def test_pages_are_written_as_they_are_drawn(tmp_path: Path) -> None:
    """No more than one page need be in memory."""
    pages = drawn(sample(), None)
    publish(pages, tmp_path / "site")
    assert next(pages, None) is None
    assert len(list((tmp_path / "site/events").iterdir())) == len(sample().events) + 1
