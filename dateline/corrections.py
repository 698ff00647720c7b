"""What an editor corrects, each with its reason: a date, a headline, a kind, an event that is none."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dateline.model import Correction, Edit, Event
from dateline.problems import Location, Problem


def corrected(
    events: Sequence[Event], corrections: Sequence[Correction]
) -> tuple[tuple[Event, ...], tuple[Problem, ...]]:
    """The events as the editor has them, and a Problem for each correction whose event is gone."""
    by_id = {id: event.id for event in events for id in (event.id, *event.other_ids)}
    changed = {event.id: event for event in events}
    hidden: set[str] = set()
    problems: list[Problem] = []
    for one in corrections:
        missing = [id for id in (one.event, one.join) if id and id not in by_id]
        problems += [_gone(one, id) for id in missing]
        if one.event not in by_id:
            continue
        id = by_id[one.event]
        if not missing and not _carried_out(one, changed[id], by_id):
            problems.append(_ambiguous(one))
            continue
        if one.hide:
            hidden.add(id)
        changed[id] = _applied(changed[id], one)
    return tuple(changed[event.id] for event in events if event.id not in hidden), tuple(problems)


def _gone(one: Correction, id: str) -> Problem:
    file, _, line = one.at.partition(":")
    hint = (
        "its article or its words have changed: look up its address in site/data/events.json, or remove the correction"
    )
    return Problem(Location(file, int(line)), f"no event {id!r}", hint)


def _carried_out(one: Correction, event: Event, by_id: Mapping[str, str]) -> bool:
    """Whether the merging could join or split off what it was told to."""
    joined = one.join is None or by_id[one.join] == event.id
    return joined and (not one.split or len(event.reports) == 1)


def _ambiguous(one: Correction) -> Problem:
    file, _, line = one.at.partition(":")
    hint = "several pieces of evidence have these words, or it stands alone already: name another piece of the event"
    what = f"{one.event!r} could not be {'joined' if one.join else 'split off'}"
    return Problem(Location(file, int(line)), what, hint)


def _applied(event: Event, one: Correction) -> Event:
    edits = list(event.editor)
    if one.date:
        edits.append(Edit("date", event.when.edtf, one.why, one.at))
        event = replace(event, when=one.date)
    if one.headline:
        edits.append(Edit("headline", event.headline, one.why, one.at))
        event = replace(event, headline=one.headline)
    if one.kind:
        edits.append(Edit("kind", event.type, one.why, one.at))
        event = replace(event, type=one.kind)
    if one.join or one.split:
        edits.append(Edit("joined" if one.join else "split off", "", one.why, one.at))
    return replace(event, editor=tuple(edits))


def structure(corrections: Sequence[Correction]) -> tuple[frozenset[str], Mapping[str, tuple[str, str]]]:
    """Ids of evidence that stands alone, and of evidence that belongs to another event: id -> (other id, why)."""
    apart = frozenset(one.event for one in corrections if one.split)
    together = {one.event: (one.join, f"the editor ({one.at}): {one.why}") for one in corrections if one.join}
    return apart, together
