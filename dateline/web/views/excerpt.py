"""Of a list of events too long for a page, those that weigh most, and where on the timeline all of them stand."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from dateline.model import Event
from dateline.web import urls
from dateline.web.sizes import Sizes
from dateline.web.views.division import Division
from dateline.web.views.parts import Counted, Link


@dataclass(frozen=True, slots=True)
class Rest:
    """What a cut list says of itself; `pages` are those of the timeline, with how many events of the list each has."""

    shown: int
    total: int
    pages: tuple[Counted, ...]


@dataclass(frozen=True, slots=True)
class Excerpt:
    """`events` in the order of the list; `rest` is None where they are all."""

    events: tuple[Event, ...]
    rest: Rest | None = None

    @property
    def total(self) -> int:
        return self.rest.total if self.rest else len(self.events)


@dataclass(frozen=True, slots=True)
class Excerpts:
    """Cuts the lists of a site: `most` events a list, the others on the pages with these titles, by their paths."""

    most: int
    titles: Mapping[str, str]
    stands: Mapping[str, str]  # event id -> the path of its page

    def of(self, events: Sequence[Event], choice: Mapping[str, str]) -> Excerpt:
        """The list, or an excerpt; with the filters of the timeline's pages set to `choice` the whole list is left."""
        if len(events) <= self.most or not self.titles:
            return Excerpt(tuple(events))
        heaviest = sorted(range(len(events)), key=lambda n: -events[n].salience)[: self.most]
        counted = Counter(self.stands[event.id] for event in events)
        pages = tuple(
            Counted(Link(title, f"{urls.address(path)}?{urlencode(choice)}".removesuffix("?")), counted[path])
            for path, title in self.titles.items()
            if counted[path]
        )
        return Excerpt(tuple(events[n] for n in sorted(heaviest)), Rest(self.most, len(events), pages))


UNCUT = Excerpts(0, {}, {})


def excerpts(division: Division, sizes: Sizes) -> Excerpts:
    """Where the whole timeline stands on the first page, no list is cut."""
    titles = {part.path: part.title for part in division.parts}
    return Excerpts(sizes.listed, titles, division.stands() if titles else {})
