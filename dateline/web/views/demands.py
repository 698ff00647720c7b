"""The ledger of demands: what was asked for, by whom and when, who refused it, who gave way."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dateline.model import Demand, Stance
from dateline.web import urls
from dateline.web.dates import Words, in_words
from dateline.web.lookup import Lookup
from dateline.web.views.parts import Link, actor_link, language
from dateline.web.words import said

STANCE: dict[Stance, str] = {
    "asks": said("Asked for by"),
    "refuses": said("Refused by"),
    "moves": said("Agreed to or offered by"),
}


@dataclass(frozen=True, slots=True)
class Stand:
    """One line of the ledger; `lang` where the words are not in the interface's language."""

    stance: Stance
    label: str
    actors: tuple[Link, ...]
    who: str  # as the text calls them
    quote: str
    lang: str | None
    source: Link
    published: Words


@dataclass(frozen=True, slots=True)
class Asked:
    """A demand, and in one line who takes which stand on it."""

    id: str
    name: str
    summary: tuple[tuple[str, tuple[Link, ...]], ...]


@dataclass(frozen=True, slots=True)
class Disputed:
    """A demand with the stands on it, oldest first."""

    asked: Asked
    stands: tuple[Stand, ...]


def demands(lookup: Lookup) -> tuple[Disputed, ...]:
    """Each demand of which the articles tell, the most disputed first."""
    return tuple(Disputed(_asked(one, lookup), _stands(one, lookup)) for one in _ledger(lookup.timeline.demands))


def asked(first: date | None, last: date | None, lookup: Lookup) -> tuple[Asked, ...]:
    """Those of the articles that were surely published between these days, without the stands on them."""
    if first is None or last is None:
        return ()
    days = {one.id: one.published.when for one in lookup.timeline.articles}
    known = {id: (when.first, when.last) for id, when in days.items() if when.first and when.last}
    inside = {id for id, (begin, end) in known.items() if first <= begin and end <= last}
    return tuple(
        _asked(one, lookup) for one in _ledger(one for one in lookup.timeline.demands if one.article in inside)
    )


def _ledger(told: Iterable[Demand]) -> list[list[Demand]]:
    by_subject: dict[str, list[Demand]] = {}
    for demand in told:
        by_subject.setdefault(demand.subject, []).append(demand)
    return sorted(by_subject.values(), key=lambda one: (-len(one), one[0].name))


def _asked(told: list[Demand], lookup: Lookup) -> Asked:
    summary = tuple(
        (label, tuple(actor_link(id, lookup) for id in actors))
        for stance, label in STANCE.items()
        if (actors := _actors(one for one in told if one.stance == stance))
    )
    return Asked(told[0].subject, told[0].name, summary)


def _stands(told: list[Demand], lookup: Lookup) -> tuple[Stand, ...]:
    ordered = sorted(told, key=lambda one: (_published(one, lookup), one.article, one.span))
    return tuple(_stand(one, lookup) for one in ordered)


def _actors(told: Iterable[Demand]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(id for one in told for id in one.actors))


def _published(demand: Demand, lookup: Lookup) -> date:
    when = lookup.articles[demand.article].published.when
    return when.first or when.last or date.max


def _stand(demand: Demand, lookup: Lookup) -> Stand:
    article = lookup.articles[demand.article]
    return Stand(
        stance=demand.stance,
        label=STANCE[demand.stance],
        actors=tuple(actor_link(id, lookup) for id in demand.actors),
        who=demand.who,
        quote=" ".join(demand.quote.split()),
        lang=language(article, lookup),
        source=Link(article.source or article.title, urls.address(urls.article(article.id))),
        published=in_words(article.published.when),
    )
