"""data/timelinejs.json: the events as slides of TimelineJS 3 (timeline.knightlab.com/docs/json-format.html).

Where only the month or the year is known, no day or month is given; what may have been on any day of an interval spans
it; what is only bounded stands at its bound. The slide says the doubt in words. What has no bound at all is left out,
since TimelineJS demands a year. Texts are HTML there, so all that articles say is escaped.
"""

import re
from html import escape
from typing import Any

from dateline import edtf
from dateline.export import json_text
from dateline.export.entry import Entry
from dateline.export.layout import Layout, writer
from dateline.model import Event, Timeline, When

Object = dict[str, Any]

_NAME = re.compile(r"\[?(\d{4}(?:-(?:0\d|1[0-2])(?:-\d\d)?)?)(?=\.\.|/)", re.ASCII)


def selected(event: Event) -> bool:
    """Whether it has a slide."""
    return bool(event.when.first or event.when.last)


def layout(timeline: Timeline, _: str | None) -> Layout:
    """Without the site's address slides do not link to their events."""
    title = {"text": {"headline": escape(timeline.title), "text": escape(timeline.description)}}
    head, tail = json_text.around({"title": title, "events": json_text.ITEMS})
    return Layout(head, _row, tail, listed=True)


def _row(entry: Entry) -> str:
    return json_text.item(_slide(entry)) if selected(entry.event) else ""


text = writer(layout)


def _slide(entry: Entry) -> Object:
    event = entry.event
    return {
        "unique_id": event.id,
        **_dates(event.when),
        "display_date": escape(entry.date),
        "text": {"headline": escape(event.headline), "text": _html(entry)},
    }


def _dates(when: When) -> Object:
    """Where it stands: what it names, from its start to its last day, or at the bound where it has but one."""
    first, last = when.first or when.last, when.last or when.first
    if first is None or last is None:
        return {}
    if name := edtf.whole(first, last):
        return {"start_date": _date(name)}
    start = _NAME.match(when.edtf)  # "2018-10/2019-06-30" starts in a month, not on a day
    return {"start_date": _date(start[1] if start else first.isoformat()), "end_date": _date(last.isoformat())}


def _date(name: str) -> Object:
    """ "2019-06" as {"year": 2019, "month": 6}."""
    return dict(zip(("year", "month", "day"), map(int, name.split("-")), strict=False))


def _html(entry: Entry) -> str:
    """The slide's text; TimelineJS itself puts quotation marks around a blockquote."""
    event = entry.event
    who = f" Who says so: {event.attribution}." if event.attribution else ""
    link = f'<p><a href="{escape(entry.web_page)}">Evidence and date</a></p>' if entry.web_page else ""
    quote = f"<blockquote><p>{escape(entry.quote)}</p></blockquote><p>– {escape(entry.source)}</p>"
    return f"<p>{event.modality.capitalize()}.{escape(who)}</p>{quote}{link}"
