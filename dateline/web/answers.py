"""What the timeline answers to each question that a page can ask, as digests: equal ones draw equal pages."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from datetime import date
from hashlib import blake2b
from typing import Any

from dateline.cache.packing import digest
from dateline.model import Event
from dateline.web.asked import ALL, WHOLE, Table
from dateline.web.shared import Site

Answers = dict[str, bytes]

# What a page on one event asks of what the event names is one question: there are many such pages and cards.
AROUND = "around/"


def answers(site: Site) -> Answers:
    """The answers to all questions, by the question as `Notes` has it."""
    events = {id: digest(event) for id, event in site.lookup.events.rows.items()}
    found: Answers = {}
    for table in site.tables:
        rows = {f"{table.name}/{id}": answer for id, answer in _rows(table, events)}
        found |= rows
        found[f"{table.name}/{ALL}"] = _together(rows.values())
    found |= {f"{AROUND}{one.id}": _around(one, found) for one in site.lookup.events.rows.values()}
    timeline = site.lookup.whole.rows[ALL]
    rest = [getattr(timeline, field.name) for field in fields(timeline) if field.name not in ("events", "articles")]
    found[WHOLE] = _together([digest(*rest), *found.values()])
    return found


def reduced(asked: set[str], event: Event) -> set[str]:
    """The same questions, those about what the event names in one."""
    named = set(_named(event))
    return (asked - named) | {AROUND + event.id} if asked & named else asked


def _named(event: Event) -> Iterator[str]:
    """The questions of a page that is about an event."""
    actors = dict.fromkeys((*event.actors, *(one.actor for one in event.said_by if one.actor)))
    yield from (f"events/{event.id}", f"stands/{event.id}")
    for id in dict.fromkeys(report.article for report in event.reports):
        yield f"articles/{id}"
    for id in actors:
        yield from (f"called/{id}", f"pageless/{id}", f"badges/{id}")
    yield from (f"places/{id}" for id in dict.fromkeys(event.places))
    if event.round:
        yield f"rounds/{event.round}"
    for one in event.relations:
        yield from (f"events/{one.event}", f"stands/{one.event}")


def _around(event: Event, found: Mapping[str, bytes]) -> bytes:
    return _together(found.get(question, b"") for question in _named(event))


def _rows(table: Table[Any], events: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """Of tables that hold events, these are answered by their digests: each is taken once."""
    for id, value in table.rows.items():
        match table.name:
            case "events":
                yield id, events[id]
            case "by_actor" | "by_place" | "by_round":
                yield id, _together(events[event.id] for event in value)
            case "evidence":
                yield id, _together(events[event.id] for _, event in value)
            case "shelves":
                told = [(one.id, one.title, one.short, one.year, one.month) for one in value.part.sections]
                heading = value.part.path, value.part.title, value.part.count, value.part.within
                around = heading, value.year, value.months, value.before, value.after
                yield id, _together([digest(told, around), *(events[event.id] for event in value.part.events)])
            case _:
                yield id, _told(value)


def _told(value: object) -> bytes:
    """Something of which there are many and that is short as it is; of the rest a digest."""
    match value:
        case str():
            return value.encode()
        case date():
            return value.isoformat().encode()
        case (str(), str()):
            return repr(value).encode()
    return digest(value)


def _together(answers: Iterable[bytes]) -> bytes:
    return blake2b(b"".join(answers), digest_size=16).digest()
