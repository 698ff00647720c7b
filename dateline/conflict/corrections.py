"""What an editor corrects, each with its reason: a date, a headline, who took part, an event that is none."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from dateline.model import Correction, Edit, Event, Hidden, Passage
from dateline.problems import Location, Problem


class Corrected(NamedTuple):
    """The events as the editor has them, those taken out, and a Problem for each correction that fits nothing."""

    events: tuple[Event, ...]
    hidden: tuple[Hidden, ...]
    problems: tuple[Problem, ...]


def corrected(
    events: Sequence[Event], corrections: Sequence[Correction], actors: Collection[str], places: Collection[str]
) -> Corrected:
    """Applies the editor's lines in their order; `actors` and `places`: the ids that a line may name."""
    by_id = {id: event.id for event in events for id in (event.id, *event.other_ids)}
    changed = {event.id: event for event in events}
    hidden: dict[str, Hidden] = {}
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
            evidence = tuple(Passage(report.article, report.span) for report in changed[id].reports)
            hidden.setdefault(id, Hidden(id, evidence, one.why, one.at))
        problems += [_unknown(one, name) for name in _strangers(one, actors, places)]
        known = replace(one, actors=_if_known(one.actors, actors), places=_if_known(one.places, places))
        changed[id] = _applied(changed[id], known)
    shown = tuple(changed[event.id] for event in events if event.id not in hidden)
    return Corrected(shown, tuple(hidden.values()), tuple(problems))


def _if_known(ids: tuple[str, ...] | None, known: Collection[str]) -> tuple[str, ...] | None:
    """The ids; None where one is a stranger: a slip must not take out who was right."""
    return tuple(dict.fromkeys(ids)) if ids is not None and all(id in known for id in ids) else None


def _strangers(one: Correction, actors: Collection[str], places: Collection[str]) -> list[str]:
    named = [id for id in one.actors or () if id not in actors]
    return named + [id for id in one.places or () if id not in places]


def _at(one: Correction) -> Location:
    file, _, line = one.at.partition(":")
    return Location(file, int(line))


def _unknown(one: Correction, id: str) -> Problem:
    hint = "look up its id in site/data/events.json, or add an [[actor]] or a [[place]]"
    return Problem(_at(one), f"no actor or place {id!r}", hint)


def _gone(one: Correction, id: str) -> Problem:
    hint = (
        "its article or its words have changed: look up its address in site/data/events.json, or remove the correction"
    )
    return Problem(_at(one), f"no event {id!r}", hint)


def _carried_out(one: Correction, event: Event, by_id: Mapping[str, str]) -> bool:
    """Whether the merging could join or split off what it was told to."""
    joined = one.join is None or by_id[one.join] == event.id
    return joined and (not one.split or len(event.reports) == 1)


def _ambiguous(one: Correction) -> Problem:
    hint = "several pieces of evidence have these words, or it stands alone already: name another piece of the event"
    what = f"{one.event!r} could not be {'joined' if one.join else 'split off'}"
    return Problem(_at(one), what, hint)


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
    if one.modality:
        edits.append(Edit("modality", event.modality, one.why, one.at))
        event = replace(event, modality=one.modality)
    if one.actors is not None:
        edits.append(Edit("actors", ", ".join(event.actors), one.why, one.at))
        event = replace(event, actors=one.actors)
    if one.places is not None:
        edits.append(Edit("places", ", ".join(event.places), one.why, one.at))
        event = replace(event, places=one.places)
    if one.join or one.split:
        edits.append(Edit("joined" if one.join else "split off", "", one.why, one.at))
    return replace(event, editor=tuple(edits))


def structure(corrections: Sequence[Correction]) -> tuple[frozenset[str], Mapping[str, tuple[str, str]]]:
    """Ids of evidence that stands alone, and of evidence that belongs to another event: id -> (other id, why)."""
    apart = frozenset(one.event for one in corrections if one.split)
    together = {one.event: (one.join, f"the editor ({one.at}): {one.why}") for one in corrections if one.join}
    return apart, together
