"""An event with what every export says of it: the names behind its ids, its date in words, its source, its page."""

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.model import Article, Event, Place, Timeline
from dateline.web import urls
from dateline.web.dates import in_words
from dateline.web.sizes import SIZES

_QUOTATION_MARKS = tuple("\"'“‘«„`")


@dataclass(frozen=True, slots=True)
class Entry:
    """`quote` and `article` are those of its oldest evidence; `page` is the full address of its page where the site
    has one, else its path from the site's root."""

    event: Event
    article: Article
    quote: str
    date: str
    actors: tuple[str, ...]
    places: tuple[Place, ...]
    page: str

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


def entries(timeline: Timeline, base_url: str | None) -> Iterator[Entry]:
    """The events in the timeline's order; `base_url` is the site's address, where it is known."""
    articles = {one.id: one for one in timeline.articles}
    actors = {one.id: one.name for one in timeline.actors}
    places = {one.id: one for one in timeline.places}
    own_pages = len(timeline.events) <= SIZES.own_page
    for event in timeline.events:
        first = event.reports[0]
        path = urls.event(event.id) if own_pages else urls.signpost(event.id)
        yield Entry(
            event=event,
            article=articles[first.article],
            quote=first.quote,
            date=str(in_words(event.when, event.forecast.by if event.forecast else None)),
            actors=tuple(actors[id] for id in dict.fromkeys(event.actors) if id in actors),
            places=tuple(places[id] for id in dict.fromkeys(event.places) if id in places),
            page=urls.canonical(base_url, path) or urls.address(path),
        )
