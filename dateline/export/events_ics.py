"""data/events.ics: the events that a calendar can show, as iCalendar (RFC 5545).

Whole days, the last of them exclusive. An event stands on all the days on which it may have been, if they are known and
at most 31; else on the day by which it is to be, if the text names one; else it is left out. Only what is told as
happened is CONFIRMED. No clock is read: DTSTAMP is the archive's latest day of publication.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from dateline.export.entry import Entry
from dateline.export.layout import Layout, writer
from dateline.export.one_line import one_line
from dateline.model import Event, Timeline

LONGEST = 31  # days: a longer bar across a calendar says nothing
_LINE = 75  # octets, without the line break (RFC 5545, 3.1)
_NO_DAY = date(1970, 1, 1)  # DTSTAMP where no article has a date
_SPECIAL = re.compile(r"[\\;,]")


def days(event: Event) -> tuple[date, date] | None:
    """The first and last day on which a calendar shows it, or None."""
    first, last = event.when.first, event.when.last
    if first is None or last is None or (last - first).days >= LONGEST:
        first = last = event.forecast.by if event.forecast else None
    return (first, last) if first and last and last < date.max else None  # date.max has no day after it


def selected(event: Event) -> bool:
    """Whether a calendar shows it."""
    return days(event) is not None


def layout(timeline: Timeline, _: str | None) -> Layout:
    """Without the site's address entries have no link."""
    stamp = f"{_day(timeline.now or _NO_DAY)}T000000Z"
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Dateline//Timeline//EN",
        "CALSCALE:GREGORIAN",
        f"NAME:{_text(timeline.title)}",
        f"X-WR-CALNAME:{_text(timeline.title)}",
    ]
    return Layout("".join(map(_folded, lines)), _row, _folded("END:VCALENDAR"), beside=(stamp,))


def _row(entry: Entry, stamp: str) -> str:
    shown = days(entry.event)
    return "".join(map(_folded, _event(entry, *shown, stamp))) if shown else ""


text = writer(layout)


def _event(entry: Entry, first: date, last: date, stamp: str) -> Iterator[str]:
    event = entry.event
    yield "BEGIN:VEVENT"
    yield f"UID:{event.id}@dateline"
    yield f"DTSTAMP:{stamp}"
    yield f"DTSTART;VALUE=DATE:{_day(first)}"
    yield f"DTEND;VALUE=DATE:{_day(last + timedelta(days=1))}"
    yield f"SUMMARY:{_text(_summary(entry))}"
    yield f"DESCRIPTION:{_description(entry)}"
    yield f"STATUS:{'CONFIRMED' if event.modality == 'happened' else 'TENTATIVE'}"
    yield "TRANSP:TRANSPARENT"
    yield f"CATEGORIES:{event.type},{event.modality}"
    if entry.places:
        places = "; ".join(place.name for place in entry.places)
        yield f"LOCATION:{_text(places)}"
    if entry.web_page:
        yield f"URL:{entry.web_page}"
    yield "END:VEVENT"


def _summary(entry: Entry) -> str:
    """The headline, with what a bar in a calendar would hide: that it is no fact, and that its day is open."""
    event = entry.event
    told = "" if event.modality == "happened" else f"{event.modality.capitalize()}: "
    doubt = "" if event.when.precision == "day" else f" ({entry.date})"
    return f"{told}{event.headline}{doubt}"


def _description(entry: Entry) -> str:
    who = entry.event.attribution
    return _text(
        f"{entry.quoted} – {entry.source}",
        f"Who says so: {who}" if who else "",
        f"When: {entry.date}. {entry.event.when.explanation}",
        entry.web_page or "",
    )


def _day(day: date) -> str:
    return day.isoformat().replace("-", "")


def _text(*lines: str) -> str:
    """A value of type TEXT: nothing in `lines` ends the property or begins another; empty ones are left out."""
    clean = map(one_line, lines)
    return "\\n".join(_SPECIAL.sub(r"\\\g<0>", line) for line in clean if line)


def _folded(line: str) -> str:
    """The line with its break, in pieces of at most 75 octets, no character cut in two."""
    pieces, rest, room = [], line.encode(), _LINE
    while len(rest) > room:
        end = room
        while rest[end] & 0xC0 == 0x80:  # within a character of UTF-8
            end -= 1
        pieces.append(rest[:end])
        rest, room = rest[end:], _LINE - 1  # a blank begins each further piece
    return b"\r\n ".join((*pieces, rest)).decode() + "\r\n"
