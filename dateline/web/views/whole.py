"""The whole timeline on one page, for paper and for a search in the page: every quote of every event."""

from dataclasses import dataclass

from dateline.model import Event
from dateline.web import labels, urls
from dateline.web.dates import day_in_words
from dateline.web.labels import STATUS, Status
from dateline.web.lookup import Lookup
from dateline.web.views import months
from dateline.web.views.card import ESSENTIAL
from dateline.web.views.event import Joined, Piece, evidence, figures, joins
from dateline.web.views.parts import Counted, Link


@dataclass(frozen=True, slots=True)
class Rest:
    """What a card leaves to the event's own page: the evidence after the first quote, and the address."""

    evidence: tuple[Piece, ...]
    joins: tuple[Joined, ...]
    figures: tuple[str, ...]
    permalink: str
    href: str


@dataclass(frozen=True, slots=True)
class WholePage:
    """`years` are the contents; `until` is the day of the latest article, "" where none has one."""

    title: str
    description: str
    lang: str | None
    facts: tuple[str, ...]
    until: str
    address: str | None
    years: tuple[Counted, ...]
    statuses: tuple[Status, ...]
    months: tuple[months.Month, ...]


def rest(event: Event, lookup: Lookup, base_url: str | None) -> Rest:
    path = lookup.permalink(event.id)
    return Rest(
        evidence=evidence(event, lookup)[1:],
        joins=joins(event),
        figures=figures(event),
        permalink=urls.canonical(base_url, path) or path,
        href=urls.address(path),
    )


def whole(lookup: Lookup, base_url: str | None) -> WholePage:
    timeline = lookup.timeline
    found = months.sections(timeline.events)
    return WholePage(
        title=lookup.title,
        description=timeline.description,
        lang=timeline.language,
        facts=(labels.articles(len(timeline.articles)), labels.events(len(timeline.events))),
        until=day_in_words(timeline.now) if timeline.now else "",
        address=urls.canonical(base_url, urls.WHOLE),
        years=tuple(
            Counted(Link(year.title, f"#m{year.sections[0].id}"), sum(len(one.events) for one in year.sections))
            for year in months.years(found)
        ),
        statuses=tuple(STATUS.values()),
        months=months.views(found, ESSENTIAL, "whole"),
    )
