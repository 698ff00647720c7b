"""The A–Z index: every name with its other spellings, and what the events are about, without a search."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dateline.web import labels, urls
from dateline.web.labels import TYPE
from dateline.web.lookup import Lookup
from dateline.web.search.folding import words
from dateline.web.views.card import Brief, brief
from dateline.web.views.parts import Link, actor_link, place_link, round_link
from dateline.web.words import said

_WEIGHTIEST = 8  # events shown of each kind of event
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_DIGITS, _OTHER = "0–9", said("Other signs")


@dataclass(frozen=True, slots=True)
class Entry:
    """A name, and `link` to what bears it; `see` where that goes by another name.

    `about` says what it is and in how many events; `weightiest` are those of a kind of event.
    """

    name: str
    link: Link
    see: bool
    about: str
    weightiest: tuple[Brief, ...] = ()


@dataclass(frozen=True, slots=True)
class Initial:
    """The names under one letter; those of another script stand together."""

    id: str
    title: str
    entries: tuple[Entry, ...]


def a_z(lookup: Lookup) -> tuple[Initial, ...]:
    """The index: letters first, then digits, then other scripts by their name."""
    found: dict[tuple[int, str], list[Entry]] = defaultdict(list)
    for entry in (*_actors(lookup), *_places(lookup), *_rounds(lookup), *_subjects(lookup)):
        found[_initial(entry.name)].append(entry)
    return tuple(
        Initial(f"initial-{number}", title, tuple(sorted(entries, key=_order)))
        for number, ((_, title), entries) in enumerate(sorted(found.items()), 1)
    )


def _order(entry: Entry) -> tuple[list[str], bool, str, str]:
    return _sorted_by(entry.name), entry.see, entry.name, entry.about


def _sorted_by(name: str) -> list[str]:
    """The words that a name is sorted by: without what it may begin with in a sentence ("the Taliban")."""
    found = words(name)
    return found[1:] if len(found) > 1 and found[0] in ("the", "a", "an") else found


def _initial(name: str) -> tuple[int, str]:
    """Where a name stands: the letter, else the digits, else its script."""
    first = next(iter(_sorted_by(name)), " ")[0]
    if first in _LATIN:
        return 0, first.upper()
    if first.isdecimal():
        return 1, _DIGITS
    script = unicodedata.name(first, "").partition(" ")[0]
    script = script if script == "CJK" else script.capitalize()
    return (2, said("%(name)s script", name=script)) if first.isalpha() and script else (3, _OTHER)


def _actors(lookup: Lookup) -> Iterator[Entry]:
    for actor in lookup.paged:
        link = actor_link(actor.id, lookup)
        about = _about(labels.kind_of(actor), len(lookup.by_actor.get(actor.id, ())))
        yield from _with_spellings(link, about, (*actor.aliases, *actor.mentions))


def _places(lookup: Lookup) -> Iterator[Entry]:
    for place in lookup.timeline.places:
        about = _about(labels.PRECISION[place.precision], len(lookup.by_place.get(place.id, ())))
        yield from _with_spellings(place_link(place.id, lookup), about, place.mentions)


def _rounds(lookup: Lookup) -> Iterator[Entry]:
    for round in lookup.timeline.rounds:
        about = _about(said("round of talks"), len(lookup.by_round.get(round.id, ())))
        yield Entry(round.name, round_link(round.id, lookup), False, about)


def _subjects(lookup: Lookup) -> Iterator[Entry]:
    """The kinds of events, each with its weightiest; what is of no kind is no subject."""
    for type, name in TYPE.items():
        events = [event for event in lookup.timeline.events if event.type == type]
        if type == "other" or not events:
            continue
        first = {event.id for event in sorted(events, key=lambda event: -event.salience)[:_WEIGHTIEST]}
        shown = tuple(brief(event, lookup) for event in events if event.id in first)
        yield Entry(name, Link(name, urls.kind(type)), False, _about(said("kind of event"), len(events)), shown)


def _about(kind: str, events: int) -> str:
    return said("%(kind)s, %(events)s", kind=kind, events=labels.events(events) if events else said("in no event"))


def _with_spellings(link: Link, about: str, spellings: Iterable[str]) -> Iterator[Entry]:
    """The name itself, and each spelling that would be looked for elsewhere."""
    yield Entry(link.text, link, False, about)
    seen = {tuple(_sorted_by(link.text))}
    for name in sorted(set(spellings)):
        key = tuple(_sorted_by(name))
        if key and key not in seen:
            seen.add(key)
            yield Entry(name, link, True, about)
