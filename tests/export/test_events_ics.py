"""data/events.ics, read back by icalendar: what stands on which day, and that no text breaks out of its line."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hostile import HOSTILE, says
from icalendar import Calendar
from sample_timeline import sample

from dateline.edtf import when_lasting, when_within
from dateline.export import events_ics
from dateline.model import Event, Forecast, When
from dateline.web.visible import visible

BASE_URL = "https://example.org/talks"


def read(text: str) -> Any:
    calendar = Calendar.from_ical(text)
    assert not calendar.errors
    return calendar


def entries(text: str) -> dict[str, Any]:
    """Event id -> its entry."""
    found = read(text).walk("VEVENT")
    assert not any(entry.errors for entry in found)
    return {str(entry["UID"]).removesuffix("@dateline"): entry for entry in found}


def event(when: When, forecast: Forecast | None = None) -> Event:
    return replace(sample().events[0], when=when, forecast=forecast)


def within(first: str | None, last: str | None) -> When:
    ends = [date.fromisoformat(day) if day else None for day in (first, last)]
    return when_within(*ends, rule="", anchor="", explanation="")


BY = Forecast(date(2019, 9, 1), "late", None, None)


@pytest.mark.parametrize(
    ("when", "forecast", "shown"),
    [
        (within("2019-08-31", "2019-08-31"), None, ("2019-08-31", "2019-08-31")),
        (within("2019-06-24", "2019-06-30"), None, ("2019-06-24", "2019-06-30")),
        (within("2019-08-01", "2019-08-31"), None, ("2019-08-01", "2019-08-31")),
        (within("2019-08-01", "2019-09-01"), None, None),  # 32 days
        (within("2019-01-01", "2019-12-31"), None, None),
        (within(None, "2019-06-30"), None, None),
        (within("2019-06-30", None), None, None),
        (within(None, None), None, None),
        (within(None, "2019-09-01"), BY, ("2019-09-01", "2019-09-01")),
        (within("2019-06-24", "2019-09-01"), BY, ("2019-09-01", "2019-09-01")),
        (within("2019-09-01", "2019-09-30"), BY, ("2019-09-01", "2019-09-30")),
        (within("2019-06-24", "2019-12-01"), Forecast(None, "open", None, None), None),
        (within("9999-12-31", "9999-12-31"), None, None),  # no day comes after it
    ],
)
def test_the_days_on_which_an_event_stands(
    when: When, forecast: Forecast | None, shown: tuple[str, str] | None
) -> None:
    expected = tuple(map(date.fromisoformat, shown)) if shown else None
    assert events_ics.days(event(when, forecast)) == expected
    assert events_ics.selected(event(when, forecast)) == (shown is not None)


def test_every_event_that_can_stand_somewhere_does() -> None:
    found = entries(events_ics.text(sample(), None))
    assert set(found) == {
        "e-trip", "e-round-7", "e-pact", "e-kunduz", "e-baghlan", "e-warned", "e-doha-deal", "e-conference",
        "e-deadline", "e-july-deal",
    }  # fmt: skip
    assert set(found) == {event.id for event in sample().events if events_ics.selected(event)}


def test_days_are_whole_and_the_end_is_exclusive() -> None:
    trip = entries(events_ics.text(sample(), None))["e-trip"]
    assert (trip["DTSTART"].dt, trip["DTEND"].dt) == (date(2019, 6, 24), date(2019, 7, 1))
    assert trip["DTSTART"].params["VALUE"] == "DATE"
    assert trip["TRANSP"] == "TRANSPARENT"


def test_only_what_is_told_as_happened_is_confirmed() -> None:
    timeline = sample()
    kunduz = next(event for event in timeline.events if event.id == "e-kunduz")
    for modality, status, summary in (
        ("happened", "CONFIRMED", "Taliban attack Kunduz, killing at least 16"),
        ("claimed", "TENTATIVE", "Claimed: Taliban attack Kunduz, killing at least 16"),
        ("denied", "TENTATIVE", "Denied: Taliban attack Kunduz, killing at least 16"),
        ("scheduled", "TENTATIVE", "Scheduled: Taliban attack Kunduz, killing at least 16"),
    ):
        told = replace(timeline, events=(replace(kunduz, modality=modality),))
        entry = entries(events_ics.text(told, None))["e-kunduz"]
        assert (entry["STATUS"], entry["SUMMARY"]) == (status, summary)


def test_an_open_day_is_said_in_the_summary() -> None:
    found = entries(events_ics.text(sample(), None))
    assert found["e-trip"]["SUMMARY"] == "Pompeo visits Kabul (between 24 and 30 June 2019)"
    assert found["e-doha-deal"]["SUMMARY"] == "Doha agreement signed (February 2020)"
    assert found["e-pact"]["SUMMARY"].endswith("(by 1 September 2019)")


def test_what_lasts_over_its_days_says_so() -> None:
    days = when_lasting(date(2019, 6, 1), date(2019, 6, 9), rule="", anchor="", explanation="")
    text = events_ics.text(replace(sample(), events=(event(days),)), None)
    assert entries(text)["e-invasion"]["SUMMARY"].endswith("(from 1 to 9 June 2019)")


def test_the_notes_hold_quote_source_and_reason() -> None:
    notes = entries(events_ics.text(sample(), BASE_URL))["e-baghlan"]["DESCRIPTION"].split("\n")
    assert notes[0].startswith("“The Taliban attacked a second Afghan city") and notes[0].endswith("2 September 2019")
    assert notes[1:] == [
        "Who says so: officials",
        "When: 1 September 2019. 'yesterday' is the day before 2019-09-02",
        f"{BASE_URL}/events/e-baghlan.html",
    ]


def test_links_are_there_only_where_the_site_has_an_address() -> None:
    assert entries(events_ics.text(sample(), BASE_URL))["e-trip"]["URL"] == f"{BASE_URL}/events/e-trip.html"
    assert "URL" not in entries(events_ics.text(sample(), None))["e-trip"]


def test_no_clock_is_read() -> None:
    stamps = {entry["DTSTAMP"].dt for entry in entries(events_ics.text(sample(), None)).values()}
    assert stamps == {datetime(2021, 3, 28, tzinfo=UTC)}
    undated = entries(events_ics.text(replace(sample(), now=None), None))["e-trip"]
    assert undated["DTSTAMP"].dt == datetime(1970, 1, 1, tzinfo=UTC)


def test_years_have_four_digits() -> None:
    assert "DTSTAMP:09000301T000000Z" in events_ics.text(replace(sample(), now=date(900, 3, 1)), None)
    lasting = when_lasting(date(900, 3, 1), date(900, 5, 31), rule="", anchor="", explanation="")
    assert lasting.edtf == "0900-03/0900-05"


@pytest.mark.parametrize("words", HOSTILE)
def test_no_text_ends_its_line_or_makes_another(words: str) -> None:
    text = events_ics.text(says(words), BASE_URL)
    lines = text.encode().split(b"\r\n")
    assert lines.pop() == b"" and max(map(len, lines)) <= 75
    assert not {octet for line in lines for octet in line} & {*range(0x09), *range(0x0A, 0x20), 0x7F}
    plain = entries(events_ics.text(sample(), BASE_URL))
    found = entries(text)
    assert set(found) == set(plain)
    for id, entry in found.items():
        assert set(entry) | {"LOCATION"} == set(plain[id]) | {"LOCATION"}
        said = " ".join(re.sub(r"[\x00-\x08\x0e-\x1f\x7f]", "", visible(words)).split())
        assert str(entry["SUMMARY"]).split(": ", 1)[-1].startswith(said) or said in str(entry["SUMMARY"])
        assert said in str(entry["DESCRIPTION"])
