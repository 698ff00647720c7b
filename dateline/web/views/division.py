"""The timeline cut into pages: all of it on the first page, or a page a year, or a page a month of a crowded year."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from dateline.model import Event
from dateline.web import urls
from dateline.web.sizes import Sizes
from dateline.web.views.months import UNDATED, Section, sections, years
from dateline.web.views.parts import Counted, Link


@dataclass(frozen=True, slots=True)
class Part:
    """A page of the timeline with its sections.

    `count` is of the events of its year or month; of a crowded year, most stand on the pages of its months. `within`
    is the year of which it is a month, "" for others.
    """

    path: str
    title: str
    sections: tuple[Section, ...]
    count: int
    within: str = ""

    @property
    def events(self) -> tuple[Event, ...]:
        """The events that stand on this page."""
        return tuple(event for section in self.sections for event in section.events)


@dataclass(frozen=True, slots=True)
class Shelved:
    """A page of the timeline, and the way to those around it: `months` are the pages of a crowded year's months."""

    part: Part
    year: Link | None
    months: tuple[Counted, ...]
    before: Link | None
    after: Link | None


@dataclass(frozen=True, slots=True)
class Division:
    """`home` is what the first page shows; `parts` are the others in the order of time, none where it shows all."""

    home: tuple[Section, ...]
    parts: tuple[Part, ...]

    def shelved(self) -> Iterator[Shelved]:
        """Each of `parts` with those around it."""
        links = [Link(part.title, urls.address(part.path)) for part in self.parts]
        by_title = dict(zip((part.title for part in self.parts), links, strict=True))
        months: dict[str, list[Counted]] = defaultdict(list)
        for part, link in zip(self.parts, links, strict=True):
            months[part.within].append(Counted(link, part.count))
        for part, before, after in zip(self.parts, [None, *links], [*links[1:], None], strict=False):
            yield Shelved(part, by_title.get(part.within), tuple(months.get(part.title, ())), before, after)

    def addresses(self) -> dict[str, str]:
        """Where the anchors of the undivided timeline ("#m2019-06", "#y2019") lie, from the site's root."""
        found: dict[str, str] = {}
        for part in self.parts:
            here = urls.address(part.path)
            found |= {f"#m{section.id}": f"{here}#m{section.id}" for section in part.sections}
            found[f"#y{part.title.zfill(4)}"] = here
        return found

    def stands(self) -> dict[str, str]:
        """Event id -> the path of the page of the timeline on which it stands."""
        if not self.parts:
            return {event.id: urls.HOME for section in self.home for event in section.events}
        return {event.id: part.path for part in self.parts for event in part.events}


def divided(events: Sequence[Event], sizes: Sizes) -> Division:
    """Cut the timeline into pages that a browser opens at once."""
    found = sections(events)
    if len(events) <= sizes.home:
        return Division(found, ())
    return Division(_latest(found, sizes.home), tuple(_parts(found, sizes.year)))


def _parts(found: Sequence[Section], most: int) -> Iterator[Part]:
    for year in years(found):
        path = urls.year(year.sections[0].year or UNDATED)
        title = year.sections[0].year or year.sections[0].title
        count = sum(len(section.events) for section in year.sections)
        crowded = [section for section in year.sections if section.month] if count > most else []
        yield Part(path, title, tuple(one for one in year.sections if one not in crowded), count)
        for one in crowded:
            yield Part(urls.month(one.id), one.title, (one,), len(one.events), within=year.title)


def _latest(found: Sequence[Section], most: int) -> tuple[Section, ...]:
    """The last dated sections that have room together; of a last one that has none, its last events."""
    dated = [section for section in reversed(found) if section.year]
    if not dated:
        return ()
    if len(dated[0].events) > most:
        return (replace(dated[0], events=dated[0].events[-most:]),)
    reached = accumulate(len(section.events) for section in dated)
    shown = [section for section, so_far in zip(dated, reached, strict=True) if so_far <= most]
    return tuple(reversed(shown))
