"""A page of a large timeline: a year, a month of a crowded year, or what has no date."""

from dataclasses import dataclass

from dateline.web import labels
from dateline.web.lookup import Lookup
from dateline.web.views import months
from dateline.web.views.card import ESSENTIAL
from dateline.web.views.division import Shelved
from dateline.web.views.filters import Filters, filters
from dateline.web.views.home import Jump
from dateline.web.views.parts import Counted, Link


@dataclass(frozen=True, slots=True)
class YearPage:
    """`pages` are those of the months of a crowded year; `jumps` lead to the months on this page."""

    title: str
    within: Link | None
    count: str
    pages: tuple[Counted, ...]
    jumps: tuple[Jump, ...]
    filters: Filters
    months: tuple[months.Month, ...]
    total: int
    before: Link | None
    after: Link | None


def year_page(shelved: Shelved, lookup: Lookup, extent: months.Extent) -> YearPage:
    """The page of a part of the timeline, with its events to this extent."""
    part = shelved.part
    events = part.events
    here = tuple(Link(section.short, f"#m{section.id}") for section in part.sections)
    return YearPage(
        title=part.title,
        within=shelved.year,
        count=labels.events(part.count),
        pages=shelved.months,
        jumps=(Jump(part.title, here),) if len(here) > 1 else (),
        filters=filters(events, lookup),
        months=months.views(part.sections, ESSENTIAL, extent),
        total=len(events),
        before=shelved.before,
        after=shelved.after,
    )
