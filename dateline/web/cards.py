"""Draws the cards of events, which stand on many pages: one that stood on the same page of the last site stays."""

from collections.abc import Mapping
from hashlib import blake2b
from typing import NamedTuple

from dateline.web.answers import AROUND, reduced
from dateline.web.compiled import Templates
from dateline.web.cut import KEY, Before, Cut, cut
from dateline.web.frame import Frame
from dateline.web.marking import Html
from dateline.web.shared import Site
from dateline.web.views.card import card
from dateline.web.views.whole import rest

_KEPT = 100_000  # brief cards so many, about 1.4 kB each


class _Asked(NamedTuple):
    """A card, as the templates ask for it. `brief`: without what filters and `whole` pages need; `in_round`: on the
    page of its round, which it then does not name."""

    id: str
    brief: bool = False
    whole: bool = False
    in_round: bool = False


class Cards:
    """`answers` are those of the timeline: without them no card is taken from the pages of the site `before`."""

    def __init__(self, templates: Templates, site: Site, answers: Mapping[str, bytes], before: Before) -> None:
        self.notes = site.lookup.notes
        self.before = before
        self._templates = templates
        self._site = site
        self._answers = answers
        self._brief = self.notes.remembered(self._encoded, most=_KEPT)

    def on(self, frame: Frame) -> "OnePage":
        """What draws the cards of one page."""
        return OnePage(self, frame)

    def key(self, asked: _Asked) -> bytes:
        """All that a card of one page says; nothing where that is not known."""
        around = self._answers.get(AROUND + asked.id)
        return blake2b(around + repr(asked).encode(), digest_size=KEY).digest() if around else b""

    def drawn(self, asked: _Asked, up: str) -> Html:
        """A card, given the way up from its page. A brief one stands on the pages of all that it names."""
        return Html(self._brief(asked, up), "utf-8") if asked.brief else self._drawn(asked, up)

    def _encoded(self, asked: _Asked, up: str) -> bytes:
        return self._drawn(asked, up).encode()

    def _drawn(self, asked: _Asked, up: str) -> Html:
        found, (id, brief, whole, in_round) = self._site.lookup, asked
        event = found.events.rows[id]
        with self.notes.taken() as noted:
            shown = card(found.events[id], found)
            more = rest(event, found, self._site.base_url) if whole else None
            html = self._templates.drawn(
                "card.html", card=shown, up=Html(up), brief=brief, rest=more, in_round=in_round
            )
        self.notes.asked |= reduced(noted, event)
        return html


class OnePage:
    """The cards of one page."""

    def __init__(self, cards: Cards, frame: Frame) -> None:
        self._cards = cards
        self._frame = frame
        self._there: dict[bytes, memoryview] | None = None
        self._held: list[tuple[bytes, Html]] = []

    def draw(self, id: str, brief: bool = False, whole: bool = False, in_round: bool = False) -> Html:
        """A card as markup: the one that stands on the page of the last site where all that it rests on is the same."""
        asked = _Asked(id, brief, whole, in_round)
        key = self._cards.key(asked)
        return self._taken(key, id) or self._made(key, asked)

    def cut(self, content: bytes) -> Cut | None:
        """Where the cards stand on the page that is made of them."""
        found, at = [], 0
        for key, html in self._held:
            written = html.encode()
            first = content.find(written, at)
            if first >= 0:
                at = first + len(written)
                found.append((key, first, at))
        return cut(found)

    def _taken(self, key: bytes, id: str) -> Html | None:
        if self._there is None:
            self._there = self._cards.before.parts(self._frame.path)
        found = self._there.get(key)
        if found is None:
            return None
        self._cards.notes.asked.add(AROUND + id)
        html = Html(found, "utf-8")
        self._held.append((key, html))
        return html

    def _made(self, key: bytes, asked: _Asked) -> Html:
        notes = self._cards.notes
        with notes.taken() as noted:
            html = self._cards.drawn(asked, self._frame.up)
        notes.asked |= noted
        if key and noted == {AROUND + asked.id}:
            self._held.append((key, html))
        return html
