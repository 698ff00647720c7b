"""A timeline too long for one page is cut into years and months, and every link leads to the right one."""

import dataclasses
import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from cut_sites import BY_MONTH, BY_YEAR, CUT_LISTS, NO_OWN_PAGES, site, with_undated
from html_page import Parsed, check_links, parse
from sample_timeline import sample

from dateline.publishing.publish import publish
from dateline.web import lookup
from dateline.web.render import drawn
from dateline.web.sizes import SIZES, Sizes
from dateline.web.views.actor import actors_page, groups
from dateline.web.views.disputed import disputed
from dateline.web.views.division import divided
from dateline.web.views.excerpt import excerpts
from dateline.web.views.forecasts import ledger


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


@pytest.mark.parametrize("sizes", [BY_YEAR, BY_MONTH, NO_OWN_PAGES, CUT_LISTS])
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


def test_without_pages_of_their_own_events_show_all_their_evidence() -> None:
    found = site(NO_OWN_PAGES)
    assert "events/e-baghlan.html" not in found
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


LEFT_OUT = re.compile(r'<a href="\.\./((?:years|months)/[\w-]+\.html)\?([\w=&;-]+)".*?<span class="count">(\d+)<')


@pytest.mark.parametrize(
    ("path", "events"),
    [
        ("kinds/attack.html", {event.id for event in sample().events if event.type == "attack"}),
        ("actors/taliban.html", {event.id for event in sample().events if "taliban" in event.actors}),
        ("places/doha.html", {event.id for event in sample().events if "doha" in event.places}),
        ("rounds/round-7.html", {event.id for event in sample().events if event.round == "round-7"}),
    ],
)
def test_a_list_that_is_too_long_shows_what_weighs_most_and_leads_to_all(path: str, events: set[str]) -> None:
    found = site(CUT_LISTS)
    page, html = parse(found[path]), found[path].decode()
    weights = {event.id: event.salience for event in sample().events}
    here = events & set(page.ids)
    assert len(events) > len(here) == 2
    assert min(weights[id] for id in here) >= max(weights[id] for id in events - here)
    assert f"Here are the 2 that weigh most of {len(events)} events." in page.text
    reached: set[str] = set()
    for part, choice, count in LEFT_OUT.findall(html.partition("</details>")[0]):
        name, _, value = choice.partition("=")
        fit = {id for id in events if f'id="{id}"' in found[part].decode()}
        marked = re.findall(
            rf'<li id="([\w-]+)" class="event [^>]*data-{name}="(?:[^"]* )?{value}[ "]', found[part].decode()
        )
        assert set(marked) == fit and len(fit) == int(count), part
        reached |= fit
    assert reached == events


def test_the_ledgers_are_cut_too() -> None:
    events = sample().events
    still = next(event for event in events if event.forecast and event.forecast.status == "open")
    ahead, claimed, denied = (
        [dataclasses.replace(one, id=f"e-{name}-{n}", other_ids=(), relations=(), salience=n / 10) for n in range(9)]
        for name, one in (
            ("ahead", still),
            ("claimed", dataclasses.replace(events[0], modality="claimed")),
            ("denied", dataclasses.replace(events[0], modality="denied")),
        )
    )
    many = dataclasses.replace(sample(), events=(*ahead, *claimed, *denied))
    found, cutting = lookup.of(many), excerpts(divided(many.events, CUT_LISTS), CUT_LISTS)
    [group] = ledger(found, cutting).groups
    assert [entry.link.href for entry in group.entries] == ["events/e-ahead-7.html", "events/e-ahead-8.html"]
    assert group.rest is not None and (group.total, group.rest.shown, group.rest.total) == (9, 2, 9)
    claims = disputed(found, cutting)
    assert [one.link.href for one in claims.denials] == ["events/e-denied-7.html", "events/e-denied-8.html"]
    assert sum(len(one.claims) for one in claims.unanswered) == 2
    rests = [rest for rest in (claims.disputes_rest, claims.denials_rest, claims.unanswered_rest) if rest]
    assert [rest.total for rest in rests] == [9, 9]
    assert [rest.pages[0].link.href for rest in rests] == [
        "years/2001.html?modality=denied",
        "years/2001.html?modality=claimed",
    ]
    assert ledger(found).groups[0].rest is disputed(found).denials_rest is None


def test_what_was_known_is_cut_too_and_counted_whole() -> None:
    whole, cut = site(BY_MONTH), site(CUT_LISTS)
    told = [set(re.findall(r"\.\./events/[\w-]+", one["known/2021-03-28.html"].decode())) for one in (whole, cut)]
    assert told[1] < told[0]
    assert b"that weigh most" in cut["known/2021-03-28.html"]
    assert cut["known/index.html"] == whole["known/index.html"]


def test_the_list_of_actors_is_cut_too_and_the_index_has_them_all() -> None:
    found = lookup.of(sample())
    shown = actors_page(found, 1).groups
    assert [(one.actors, one.left_out) for one in shown] == [
        (all.actors[:1], len(all.actors) - 1) for all in groups(found)
    ]
    pages = site(dataclasses.replace(CUT_LISTS, listed=1))
    assert b' more, of fewer events, is in the <a href="../a-z.html">' in pages["actors/index.html"]
    assert {f"actors/{id}.html" for id in found.actors} <= set(parse(pages["a-z.html"]).hrefs)


def test_an_actors_company_is_counted_whole_and_listed_as_far_as_the_page_goes() -> None:
    whole, cut = (parse(site(sizes)["actors/taliban.html"]) for sizes in (BY_MONTH, CUT_LISTS))
    company = "Events shared with others"
    counts = [
        re.findall(r"\d+ events?(?:: [^\n]*| of [a-z ]+)", page.text.partition(company)[2]) for page in (whole, cut)
    ]
    assert counts[0] == counts[1] != []
    assert {href[1:] for href in cut.hrefs if href.startswith("#e-")} <= set(cut.ids)


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
