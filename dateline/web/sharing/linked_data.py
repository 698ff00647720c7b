"""The pages' descriptions for machines (JSON-LD), with addresses that hold on the page where they stand."""

from collections.abc import Callable, Mapping, Sequence

from dateline.export import json_ld
from dateline.export.download import Listed
from dateline.export.json_ld import Kind, Known, Thing
from dateline.model import Article, Event
from dateline.web import urls
from dateline.web.lookup import Lookup
from dateline.web.marking import Html

_PATHS: Mapping[Kind, Callable[[str], str]] = {
    "actor": urls.actor,
    "round": urls.round,
    "article": urls.article,
}


def of_event(event: Event, lookup: Lookup, base_url: str | None) -> Html:
    return _script(json_ld.of_event(event, _known(lookup, base_url)))


def of_article(article: Article, lookup: Lookup, base_url: str | None) -> Html:
    return _script(json_ld.of_article(article, _known(lookup, base_url)))


def of_site(lookup: Lookup, base_url: str | None, listed: Sequence[Listed]) -> Html:
    """For the first page: the timeline as a Dataset, with its files."""
    files = [(f"data/{one.format.file}", one.format.media_type) for one in listed]
    if lookup.timeline.now:
        feed = urls.feed(urls.HOME)
        files += [(f"{feed}.atom", "application/atom+xml"), (f"{feed}.json", "application/feed+json")]
    downloads = [(_address(path, urls.HOME, base_url), media) for path, media in files]
    return _script(json_ld.of_site(lookup.timeline, _address(urls.HOME, urls.HOME, base_url), downloads))


def _script(data: Thing) -> Html:
    return Html(json_ld.script(data))


def _known(lookup: Lookup, base_url: str | None) -> Known:
    """The addresses are those from a page in a folder, as all of these are, where the site's own is not known."""

    def address(kind: Kind, id: str) -> str:
        path = lookup.permalink(id) if kind == "event" else _PATHS[kind](id)
        return _address(path, path, base_url)

    return Known(lookup.articles, lookup.called, lookup.places, lookup.rounds, lookup.events, address)


def _address(path: str, page: str, base_url: str | None) -> str:
    """The address of what lies at `path`, absolute or as it is from `page`: JSON-LD reads it against the page's own."""
    return urls.canonical(base_url, path) or urls.up(page) + urls.address(path)
