"""What the templates are shown: cards, months, lanes, rounds, articles with their gaps."""

import dataclasses
from datetime import date
from typing import Any

import pytest
from sample_timeline import sample

from dateline.edtf import when_lasting, when_within
from dateline.model import Discard, Edit, Event, Passage, Role, Span, Timeline
from dateline.web import labels, lookup
from dateline.web.views import months
from dateline.web.views.actor import actor_page, groups
from dateline.web.views.article import Gap, article_page
from dateline.web.views.card import card
from dateline.web.views.charts.lanes import lanes
from dateline.web.views.event import event_page
from dateline.web.views.home import home
from dateline.web.views.parts import Link
from dateline.web.views.round import round_page, rounds_page

BASE_URL = "https://example.org/repo"


@pytest.fixture(scope="module")
def found() -> lookup.Lookup:
    return lookup.of(sample())


def dated(first: str | None, last: str | None, lasting: bool = False, **changes: Any) -> Event:
    make = when_lasting if lasting else when_within
    bounds = (date.fromisoformat(day) if day else None for day in (first, last))
    when = make(*bounds, rule="", anchor="", explanation="")
    return dataclasses.replace(sample().events[0], when=when, forecast=None, **changes)


@pytest.mark.parametrize(
    ("first", "last", "section"),
    [
        ("2019-06-29", "2019-06-29", "2019-06"),
        ("2019-06-01", "2019-06-30", "2019-06"),
        ("2019-01-01", "2019-12-31", "2019"),
        (None, "2019-06-30", "2019-06"),
        ("2019-06-30", None, "2019-06"),
        ("2019-06-28", "2019-07-02", "2019-06"),
        (None, None, "undated"),
    ],
)
def test_an_event_stands_under_its_known_bound(first: str | None, last: str | None, section: str) -> None:
    assert months.section_id(months.section_of(dated(first, last))) == section


def test_what_is_due_stands_under_its_day(found: lookup.Lookup) -> None:
    assert months.section_id(months.section_of(found.events["e-pact"])) == "2019-09"


def test_sections_are_in_order_and_the_undated_last(found: lookup.Lookup) -> None:
    sections = months.sections(found.timeline.events)
    assert [section.id for section in sections] == [
        "2001", "2018-10", "2019-06", "2019-07", "2019-08", "2019-09", "2020-02", "2021-04", "2021-05", "undated",
    ]  # fmt: skip
    assert sections[0].title == "2001, month not stated"
    assert sections[-1].title == "Date not stated"
    assert sum(len(section.events) for section in sections) == len(found.timeline.events)
    assert [year.title for year in months.years(sections)] == ["2001", "2018", "2019", "2020", "2021", "No date"]


def test_a_card_says_who_says_so_and_what_answers_it(found: lookup.Lookup) -> None:
    shown = card(found.events["e-governor"], found)
    assert shown.says == "the Afghan Ministry of Defense, via Reuters"
    assert [(answer.label, answer.link.text) for answer in shown.answers] == [
        ("Denied", "Taliban dismiss the report of the governor's death")
    ]
    assert str(shown.date) == "on or before 28 June 2019"
    assert shown.quote.words == "Friday"
    assert shown.quote.source == Link("Reuters", "articles/000-22734fadb5050033.html#q2416-2548")
    assert shown.how.words == "On Friday"
    assert shown.how.bounds == "earliest open, latest 28 June 2019"


def test_an_unnamed_speaker_is_said_to_be_unnamed(found: lookup.Lookup) -> None:
    assert card(found.events["e-make-or-break"], found).says == "a senior US official (not named), via Reuters"


def test_a_speaker_told_by_a_pronoun_is_named_once(found: lookup.Lookup) -> None:
    event = found.events["e-governor"]
    by_name = dataclasses.replace(event.said_by[0], actor="afghan-defense-ministry")
    pronoun = dataclasses.replace(by_name, actor="taliban", text="They", reported_by=None)
    again = dataclasses.replace(by_name, text="it")
    said = (by_name, pronoun, again)
    assert card(dataclasses.replace(event, said_by=said), found).says == (
        "the Afghan Ministry of Defense, via Reuters; Taliban"
    )


@pytest.mark.parametrize(
    ("id", "outcome"),
    [
        ("e-round-7", "It came in time."),
        ("e-pact", "It came 153 to 181 days late."),
        ("e-schedule", "The articles do not say what became of it."),
        ("e-conference", "Still ahead when the latest article was written."),
        ("e-kunduz", ""),
    ],
)
def test_what_became_of_it(found: lookup.Lookup, id: str, outcome: str) -> None:
    assert card(found.events[id], found).outcome == outcome


def test_what_the_editor_changed_is_shown_as_the_editors(found: lookup.Lookup) -> None:
    (note,) = card(found.events["e-doha-deal"], found).notes
    assert (note.text, note.why, note.at) == (
        "Headline, before: “Agreement signed”", "It names the place.", "conflict.toml:90",
    )  # fmt: skip


def test_who_decided_is_told(found: lookup.Lookup) -> None:
    event = found.events["e-july-deal"]
    assert card(event, found).how.decided == "the machine, from the day of publication that an editor gave"
    assert card(found.events["e-doha-deal"], found).how.decided == "the machine"  # the editor changed the headline
    moved = dataclasses.replace(event, editor=(Edit("date", "2019-07", "It was moved.", "conflict.toml:3"),))
    assert card(moved, found).how.decided == "an editor"


def test_an_event_is_cited_with_its_permalink(found: lookup.Lookup) -> None:
    page = event_page(found.events["e-pact"], found, (None, None), BASE_URL)
    assert page.cite.plain == (
        "“Pompeo hopes for a peace pact by 1 September”, by 1 September 2019 (expected). "
        "The United States and the Taliban, version of 30 June 2019. "
        "Source: Reuters, 30 June 2019. Event e-pact. https://example.org/repo/events/e-pact.html"
    )


def test_a_merged_event_says_why(found: lookup.Lookup) -> None:
    page = event_page(found.events["e-baghlan"], found, (None, None), None)
    assert len(page.evidence) == 2
    assert [(one.quotes, one.why) for one in page.joins] == [("Quotes 1 and 2:", "same day, kind and actors")]
    assert page.sources == "1 article, 1 independent source"


def test_ids_that_nothing_explains_are_shown_as_words(found: lookup.Lookup) -> None:
    event = dataclasses.replace(found.events["e-pact"], actors=("somebody",), relations=())
    assert card(event, found).actors == (Link("somebody", None),)


def test_actors_by_kind_and_weight(found: lookup.Lookup) -> None:
    shown = groups(found)
    assert [group.title for group in shown] == ["States", "Armed groups and forces", "People"]
    assert [(one.link.text, one.events) for one in shown[0].actors] == [("United States", 9), ("Turkey", 1)]


def test_an_actor_has_spellings_and_company(found: lookup.Lookup) -> None:
    page = actor_page(found.actors["khalilzad"], found)
    assert page.spellings == ("Khallzad",)
    assert [(role.title, role.dates) for role in page.roles] == [
        ("US special envoy for Afghanistan", "from 1 October 2018")
    ]
    assert [(one.link.text, str(one.together)) for one in page.with_whom] == [
        ("Taliban", "3 events: 2 of talks, 1 of other kinds")
    ]


def test_an_actors_roles_rest_on_words_and_stand_in_the_order_of_time(found: lookup.Lookup) -> None:
    early, late = found.timeline.articles[0], found.timeline.articles[-1]
    seen = [Passage(one.id, Span(0, 7)) for one in (late, early, early)]
    roles = (Role("envoy", seen=tuple(seen[:1])), Role("minister", seen=tuple(seen)))
    page = actor_page(dataclasses.replace(found.actors["khalilzad"], roles=roles), found)
    assert [(role.title, len(role.quotes)) for role in page.roles] == [("minister", 2), ("envoy", 1)]
    assert page.roles[0].quotes[0].text == " ".join(early.text[:7].split())


def test_what_an_actor_says_and_what_is_said_of_it(found: lookup.Lookup) -> None:
    taliban = actor_page(found.actors["taliban"], found)
    said = {event.headline for event in found.timeline.events if any(s.actor == "taliban" for s in event.said_by)}
    assert {one.link.text for one in taliban.said} == said
    assert not {one.link.text for one in taliban.told} & said


def test_rounds_without_a_number_are_quoted(found: lookup.Lookup) -> None:
    article = next(one for one in found.timeline.articles if "six rounds of talks" in one.text)
    start = article.text.index("six rounds of talks")
    passage = Passage(article.id, Span(start, start + 19))
    timeline = dataclasses.replace(found.timeline, unnumbered=(passage, passage))
    page = rounds_page(lookup.of(timeline))
    assert [quote.text for quote in page.unnumbered] == ["six rounds of talks"]


def test_a_round_says_what_is_not_reported(found: lookup.Lookup) -> None:
    page = round_page(found.rounds["latest"], found)
    assert (page.row.number, page.row.dates, page.row.venue) == (None, None, None)
    assert not page.dated


def test_a_round_knows_what_was_said_and_done_around_it(found: lookup.Lookup) -> None:
    round = dataclasses.replace(found.rounds["round-7"], edtf="2019-08-20/2019-08-31")
    page = round_page(round, found)
    assert [event.id for event in page.violence.events] == ["e-kunduz"]
    assert [event.id for event in page.after.events] == ["e-warned"]
    assert page.before.events == ()
    assert [link.text for link in page.took_part] == ["United States", "Taliban"]


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_a_round_at_the_end_of_the_calendar(found: lookup.Lookup, day: str) -> None:
    assert round_page(dataclasses.replace(found.rounds["round-7"], edtf=day), found).dated


def test_gaps_are_counted_with_their_reasons(found: lookup.Lookup) -> None:
    article = next(one for one in found.timeline.articles if one.source == "AP")
    page = article_page(article, found)
    assert [passage.gap for passage in page.passages] == [
        None,
        None,
        None,
        Gap("2 sentences:", "no date, no event verb"),
    ]
    assert page.last_gap == Gap("1 sentence:", "no event verb")
    assert [len(passage.found) for passage in page.passages] == [1, 2, 1, 1]
    assert not page.full
    assert page.text == ()


def test_reasons_are_counted_the_most_frequent_first() -> None:
    timeline = sample()
    article = timeline.articles[0]
    discards = tuple(Discard(article.id, Span(n, n + 1), why) for n, why in enumerate(("b", "a", "b", "c")))
    events = tuple(one for one in timeline.events if all(r.article != article.id for r in one.reports))
    shown = lookup.of(dataclasses.replace(timeline, events=events, discards=discards))
    assert article_page(article, shown).last_gap == Gap("4 sentences:", "b (2), a, c")


def test_a_whole_article_is_shown_only_where_it_may_be(found: lookup.Lookup) -> None:
    shown = {one.id[:3]: article_page(one, found) for one in found.timeline.articles}
    assert {key for key, page in shown.items() if page.full} == {"004"}
    assert "undoubtedly it will be considered" in "".join(shown["004"].text)
    assert shown["004"].passages == ()


def test_lanes_count_what_happened_and_what_lay_ahead(found: lookup.Lookup) -> None:
    picture = lanes(found.timeline.events, [date(2019, 6, 30)])
    assert picture is not None
    rows = {row.title: (row.talks, row.talks_ahead, row.violence, row.violence_ahead) for row in picture.rows}
    assert rows["June 2019"] == (1, 2, 1, 0)
    assert rows["September 2019"] == (1, 1, 1, 0)
    assert rows["April 2021"] == (0, 1, 0, 0)
    drawn = sum(sum(counts) for counts in rows.values())
    assert drawn + picture.not_drawn == len(found.timeline.events)
    named = [column for column in picture.columns if column.href]
    assert named[0].title == "October 2018: 1 talks event"
    assert [column.year for column in picture.columns if column.year] == ["2018", "2019", "2020", "2021"]


def test_a_long_gap_is_broken_and_a_long_time_is_drawn_by_year() -> None:
    two = [dated("2001-03-01", "2001-03-01"), dated("2019-06-01", "2019-06-01")]
    broken = lanes(two, [])
    assert broken is not None
    assert [column.gap for column in broken.columns] == ["", "18 years", ""]
    many = lanes([dated(f"{year}-06-01", f"{year}-06-01") for year in range(1990, 2020)], [])
    assert many is not None
    assert [row.href for row in many.rows][:2] == ["#y1990", "#y1991"]
    assert len(many.columns) == 30


def test_nothing_to_draw_is_no_picture() -> None:
    assert lanes([dated(None, None)], []) is None


def test_home_tells_what_is_newest_and_what_lies_ahead(found: lookup.Lookup) -> None:
    page = home(found)
    assert page.latest and page.latest.link.text == "Doha agreement signed"
    assert [(one.lane, [brief.link.text for brief in one.events]) for one in page.newest] == [
        ("talks", ["Doha agreement signed", "Pompeo visits Kabul"]),
        ("violence", ["Taliban attack a second Afghan city in two days", "Taliban attack Kunduz, killing at least 16"]),
    ]
    assert [brief.link.text for brief in page.ahead] == [
        "Turkey expected to host a conference on the peace process",
        "US troops due to leave by 1 May",
    ]
    assert page.until == "28 March 2021"
    assert page.facts[:2] == ("4 articles", "18 events")


def test_the_first_page_counts_nothing_of_which_there_is_none(found: lookup.Lookup) -> None:
    assert any("round" in fact for fact in home(found).facts)
    without = lookup.of(dataclasses.replace(found.timeline, rounds=(), tracks=()))
    assert not any("round" in fact for fact in home(without).facts)


def test_of_a_statement_it_is_a_fact_that_it_was_made(found: lookup.Lookup) -> None:
    event = dataclasses.replace(found.timeline.events[0], type="statement", modality="happened")
    said, claimed = card(event, found), card(dataclasses.replace(event, modality="claimed"), found)
    assert said.status.name == "Happened" and "not that it is so" in said.status.meaning
    assert claimed.status == labels.STATUS["claimed"]
    assert card(dataclasses.replace(event, type="attack"), found).status == labels.STATUS["happened"]


@pytest.mark.parametrize(("first", "shown"), [("2019-01-01", False), ("2020-12-01", True)])
def test_what_may_have_been_in_any_of_many_years_is_neither_the_newest_nor_ahead(
    found: lookup.Lookup, first: str, shown: bool
) -> None:
    vague = dated(first, "2021-12-01", id="vague", headline="Vague", type="talks", salience=0.9)
    for modality, listed in (("happened", lambda page: page.newest[0].events), ("expected", lambda page: page.ahead)):
        events = (*found.timeline.events, dataclasses.replace(vague, modality=modality))
        page = home(lookup.of(dataclasses.replace(found.timeline, events=events)))
        assert ("Vague" in [brief.link.text for brief in listed(page)]) == shown


def test_where_nothing_weighty_happened_the_latest_stands_all_the_same(found: lookup.Lookup) -> None:
    light = tuple(dataclasses.replace(event, salience=0.1) for event in found.timeline.events)
    page = home(lookup.of(dataclasses.replace(found.timeline, events=light)))
    assert page.latest
    assert [one.lane for one in page.newest] == ["talks", "violence"]


def test_filters_count_what_they_leave(found: lookup.Lookup) -> None:
    page = home(found)
    total = len(found.timeline.events)
    for choices in (page.filters.lane, page.filters.certainty):
        assert choices[0].events == sum(one.events for one in choices[1:]) == total
    assert {choice.key for choice in page.filters.certainty} - {"all"} == set(labels.CERTAINTY.values())


def test_every_member_of_the_closed_lists_has_a_name() -> None:
    timeline: Timeline = sample()
    assert {event.modality for event in timeline.events} == set(labels.STATUS)
    assert set(labels.TYPE) == set(labels.LANE)


def test_months_of_which_no_article_can_tell_are_silent(found: lookup.Lookup) -> None:
    picture = lanes(found.timeline.events, [date(2019, 6, 30)])
    assert picture is not None
    heard = [column.title.split(":")[0] for column in picture.columns if column.href and not column.silent]
    assert heard and set(heard) <= {"May 2019", "June 2019"}


def test_rounds_are_compared_with_what_is_not_reported(found: lookup.Lookup) -> None:
    rows = {one.link.text: one for one in rounds_page(found).compared}
    assert set(rows) == {one.name for one in found.timeline.rounds}
    assert any(one.violence is not None for one in rows.values())
    assert all(brief.date for one in rows.values() for brief in (*one.agreed, *one.left_open))
