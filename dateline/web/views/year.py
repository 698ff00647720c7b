"""A page of a large timeline: a year, a month of a crowded year, or what has no date."""

from dataclasses import dataclass

from dateline.web import labels, urls
from dateline.web.lookup import Lookup
from dateline.web.views import months
from dateline.web.views.card import ESSENTIAL
from dateline.web.views.division import Division, Part
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


def year_page(at: int, division: Division, lookup: Lookup, extent: months.Extent) -> YearPage:
    """The page of the part at this place of the division, with its events to this extent."""
    part = division.parts[at]
    events = part.events
    year = next((one for one in division.parts if one.title == part.within), None)
    here = tuple(Link(section.short, f"#m{section.id}") for section in part.sections)
    return YearPage(
        title=part.title,
        within=_link(year) if year else None,
        count=labels.events(part.count),
        pages=tuple(Counted(_link(one), one.count) for one in division.parts if one.within == part.title),
        jumps=(Jump(part.title, here),) if len(here) > 1 else (),
        filters=filters(events, lookup),
        months=months.views(part.sections, ESSENTIAL, extent),
        total=len(events),
        before=_link(division.parts[at - 1]) if at else None,
        after=_link(division.parts[at + 1]) if at + 1 < len(division.parts) else None,
    )


def _link(part: Part) -> Link:
    return Link(part.title, urls.address(part.path))
