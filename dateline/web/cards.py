"""Draws the cards of events, which stand on many pages."""

from collections.abc import Callable

from dateline.web.answers import reduced
from dateline.web.compiled import Templates
from dateline.web.marking import Html
from dateline.web.shared import Site
from dateline.web.views.card import card
from dateline.web.views.whole import rest

_KEPT = 100_000  # brief cards so many, about 1.4 kB each


def drawer(templates: Templates, site: Site) -> Callable[[str, str, bool, bool], Html]:
    """What draws a card, given the event's id, the way up from the page, and whether it is brief, or all of it.

    A brief one stands on the pages of all that it names, and is drawn once.
    """
    found, notes = site.lookup, site.lookup.notes

    def draw(id: str, up: str, brief: bool, whole: bool) -> Html:
        event = found.events.rows[id]
        with notes.taken() as asked:
            shown = card(found.events[id], found)
            more = rest(event, found, site.base_url) if whole else None
            html = templates.drawn("card.html", card=shown, up=Html(up), brief=brief, rest=more)
        notes.asked |= reduced(asked, event)
        return html

    def encoded(id: str, up: str) -> bytes:
        return draw(id, up, brief=True, whole=False).encode()

    kept = notes.remembered(encoded, most=_KEPT)

    def drawn(id: str, up: str, brief: bool, whole: bool) -> Html:
        return Html(kept(id, up), "utf-8") if brief else draw(id, up, brief, whole)

    return drawn
