"""Draws the cards of events, which stand on many pages."""

from collections.abc import Callable

from dateline.web.answers import reduced
from dateline.web.compiled import Templates
from dateline.web.marking import Html
from dateline.web.shared import Site
from dateline.web.views.card import card
from dateline.web.views.whole import rest

_KEPT = 100_000  # brief cards so many, about 1.4 kB each


def drawer(templates: Templates, site: Site) -> Callable[[str, str, bool, bool, bool], Html]:
    """What draws a card, given the event's id, the way up from the page, whether it is brief, or all of it,
    and whether it stands on the page of its round, which it then does not name.

    A brief one stands on the pages of all that it names, and is drawn once.
    """
    found, notes = site.lookup, site.lookup.notes

    def draw(id: str, up: str, brief: bool, whole: bool, in_round: bool) -> Html:
        event = found.events.rows[id]
        with notes.taken() as asked:
            shown = card(found.events[id], found)
            more = rest(event, found, site.base_url) if whole else None
            html = templates.drawn("card.html", card=shown, up=Html(up), brief=brief, rest=more, in_round=in_round)
        notes.asked |= reduced(asked, event)
        return html

    def encoded(id: str, up: str, in_round: bool) -> bytes:
        return draw(id, up, True, False, in_round).encode()

    kept = notes.remembered(encoded, most=_KEPT)

    def drawn(id: str, up: str, brief: bool, whole: bool, in_round: bool) -> Html:
        return Html(kept(id, up, in_round), "utf-8") if brief else draw(id, up, brief, whole, in_round)

    return drawn
