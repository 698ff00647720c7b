"""An event with what every export says of it: the names behind its ids, its date in words, its source, its page."""

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.model import Actor, Article, Event, Place, Timeline
from dateline.web import urls
from dateline.web.dates import in_words
from dateline.web.sizes import SIZES

_QUOTATION_MARKS = tuple("\"'“‘«„`")


@dataclass(frozen=True, slots=True)
class Entry:
    """All that an export knows when it writes of an event.

    `articles` are those of its evidence, one for each piece; `page` is the full address of its page where the site has
    one, else its path from the site's root. `people` are the names of those actors who are described, unnamed and
    unarmed: "Civilians".
    """

    event: Event
    articles: tuple[Article, ...]
    actors: tuple[str, ...]
    people: tuple[str, ...]
    places: tuple[Place, ...]
    page: str

    @property
    def article(self) -> Article:
        """That of its oldest evidence."""
        return self.articles[0]

    @property
    def quote(self) -> str:
        """Its oldest evidence."""
        return self.event.reports[0].quote

    @property
    def date(self) -> str:
        """When it was, in words."""
        return str(in_words(self.event.when, self.event.forecast.by if self.event.forecast else None))

    @property
    def quoted(self) -> str:
        """The quote between quotation marks, if it does not bring its own."""
        return self.quote if self.quote.startswith(_QUOTATION_MARKS) else f"“{self.quote}”"

    @property
    def source(self) -> str:
        """Where the quote stands, in words: “title”, Reuters, 30 June 2019."""
        published = str(in_words(self.article.published.when))
        return ", ".join(filter(None, (f"“{self.article.title}”", self.article.source, published)))

    @property
    def web_page(self) -> str | None:
        """`page` where it is a full address."""
        return urls.external(self.page)


class Entries:
    """The events of a timeline, each as an Entry; `base_url` is the site's address, where it is known."""

    def __init__(self, timeline: Timeline, base_url: str | None) -> None:
        self.events = timeline.events
        self._articles = {one.id: one for one in timeline.articles}
        self._actors = {one.id: one for one in timeline.actors}
        self._places = {one.id: one for one in timeline.places}
        self._base_url = base_url
        self._own_pages = len(timeline.events) <= SIZES.own_page

    def __iter__(self) -> Iterator[Entry]:
        """In the timeline's order."""
        return map(self.of, self.events)

    def of(self, event: Event) -> Entry:
        path = urls.event(event.id) if self._own_pages else urls.signpost(event.id)
        actors = [self._actors[id] for id in dict.fromkeys(event.actors) if id in self._actors]
        return Entry(
            event=event,
            articles=tuple(self._articles[report.article] for report in event.reports),
            actors=tuple(one.name for one in actors),
            people=tuple(one.name for one in actors if _people(one)),
            places=tuple(self._places[id] for id in dict.fromkeys(event.places) if id in self._places),
            page=urls.canonical(self._base_url, path) or urls.address(path),
        )


def _people(actor: Actor) -> bool:
    return actor.unnamed and actor.kind == "organisation"
