"""What several articles make together: forecasts and outcomes, claims and answers, what was known when."""

import dataclasses
from datetime import date, timedelta
from pathlib import Path

import pytest
from sample_timeline import sample

from dateline.edtf import UNKNOWN, when_within
from dateline.model import Figure
from dateline.pipeline import run
from dateline.web import lookup
from dateline.web.views.charts.slippage import slippage
from dateline.web.views.disputed import disputed
from dateline.web.views.forecasts import ledger
from dateline.web.views.how import how
from dateline.web.views.known import days, known_on, row


@pytest.fixture(scope="module")
def found() -> lookup.Lookup:
    return lookup.of(sample())


def test_the_ledger_shows_a_quote_at_both_ends(found: lookup.Lookup) -> None:
    groups = {group.key: group for group in ledger(found).groups}
    entry = next(entry for entry in groups["late"].entries if entry.link.text == found.events["e-pact"].headline)
    outcome = entry.outcome
    assert outcome.quote is not None and outcome.event is not None and "late" in outcome.sentence
    assert sum(len(group.entries) for group in groups.values()) == sum(1 for e in found.timeline.events if e.forecast)


def test_the_chart_draws_what_has_a_day(found: lookup.Lookup) -> None:
    chart = ledger(found).chart
    assert chart is not None
    late = [line for line in chart.lines if line.title.endswith(" late.")]
    assert late and all(line.came and line.told <= line.due < line.came[0] <= line.came[1] for line in late)
    assert all(0 <= line.due <= chart.width for line in chart.lines)


@pytest.mark.parametrize(("days_later", "drawn"), [(0, False), (30, True)])
def test_a_chart_needs_some_time_between_two_days(found: lookup.Lookup, days_later: int, drawn: bool) -> None:
    event = found.timeline.events[0]
    told = found.articles[event.reports[0].article].published.latest
    assert told is not None
    due = told + timedelta(days_later)
    event = dataclasses.replace(event, when=when_within(due, due, rule="", anchor="", explanation=""))
    assert (slippage([event], found) is not None) == drawn


def test_a_denial_stands_beside_its_claim(found: lookup.Lookup) -> None:
    disputes = [dispute for question in disputed(found).questions for dispute in question.disputes]
    assert disputes and all(one.one.link.href != one.other.link.href for one in disputes)
    assert len({frozenset([one.one.link.href, one.other.link.href]) for one in disputes}) == len(disputes)


def test_what_was_known_grows_from_day_to_day(found: lookup.Lookup) -> None:
    told = [known_on(day, found) for day in days(found)]
    assert [one.told for one in told] == sorted(one.told for one in told)
    assert told[-1].told == len(found.timeline.events)
    assert sum(one.new.total for one in told) == len(found.timeline.events)
    assert any(change.link for one in told[:2] for then in one.ahead.entries for change in then.changes)
    assert not any(one.changes for one in (*told[-1].ahead.entries, *told[-1].changed.entries))
    rows = [row(day, one) for day, one in zip(days(found), told, strict=True)]
    assert [one.new for one in rows] == [one.new.total for one in told] == [len(one.new.entries) for one in told]
    assert [one.changed for one in rows] == [
        sum(1 for then in (*one.ahead.entries, *one.changed.entries) if then.changes) for one in told
    ]


def published(found: lookup.Lookup, articles: int, every: int) -> lookup.Lookup:
    """So many articles from 2019 on, one every so many days."""
    one = found.timeline.articles[0]
    many = []
    for n in range(articles):
        day = date(2019, 1, 1) + timedelta(days=every * n)
        when = when_within(day, day, rule="", anchor="", explanation="")
        many.append(dataclasses.replace(one, id=f"a{n}", published=dataclasses.replace(one.published, when=when)))
    return lookup.of(dataclasses.replace(found.timeline, articles=tuple(many), events=()))


def test_a_large_archive_is_known_by_month_a_long_one_by_year(found: lookup.Lookup) -> None:
    large = published(found, 70, every=2)
    assert days(large)[:2] == (date(2019, 1, 31), date(2019, 2, 28))
    page = known_on(days(large)[1], large)
    assert len(page.articles) == 14 and page.held == 30 and page.when == "since the month before"
    long = published(found, 90, every=30)
    assert [day.year for day in days(long)] == list(range(2019, 2027))
    assert known_on(days(long)[1], long).when == "since the year before"


def test_figures_of_one_event_that_no_number_fits_are_disputed(found: lookup.Lookup) -> None:
    event = found.timeline.events[0]
    first = event.reports[0]
    told = (report for other in found.timeline.events for report in other.reports)
    second = next(report for report in told if report.article != first.article)
    nine, twelve = Figure("killed", 9, 9, "nine people"), Figure("killed", 12, 12, "12 people")
    reports = (dataclasses.replace(first, figures=(nine,)), dataclasses.replace(second, figures=(twelve,)))
    shown = lookup.of(dataclasses.replace(found.timeline, events=(dataclasses.replace(event, reports=reports),)))
    ((dispute,),) = [question.disputes for question in disputed(shown).questions]
    assert dispute.about == "How many?" and "nine people" in dispute.why and "12 people" in dispute.why
    more = Figure("killed", 9, None, "at least nine people")
    assert not more.excludes(twelve) and not nine.excludes(Figure("wounded", 12, 12, "12 people"))


def test_the_words_of_a_date_are_the_articles_own(tmp_path: Path) -> None:
    text = "They are at their strongest since their 2001 defeat by Iran. Talks began on Friday."
    (tmp_path / "a.md").write_text(f"---\ndate: 2019-06-30\n---\n\n{text}\n", encoding="utf-8")
    found = lookup.of(run(tmp_path).timeline)
    assert {how(event, found).words for event in found.timeline.events} == {"2001", "on Friday"}


def test_an_archive_that_ends_with_the_calendar() -> None:
    """What an article of no date tells counts as told last of all, and is there on the last day of all."""
    timeline = sample()
    last = when_within(date.max, date.max, rule="", anchor="", explanation="")
    articles = tuple(
        dataclasses.replace(one, published=dataclasses.replace(one.published, when=UNKNOWN if n else last))
        for n, one in enumerate(timeline.articles)
    )
    found = lookup.of(dataclasses.replace(timeline, articles=articles))
    assert known_on(date.max, found).told == len(timeline.events)
