"""What has changed since the site was last published: new, moved, merged, split, withdrawn, answered, fulfilled."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from dateline.model import Event, Timeline
from dateline.published import Old

Kind = Literal["new", "withdrawn", "merged", "split", "moved", "retold", "answered", "fulfilled"]
ORDER: tuple[Kind, ...] = ("fulfilled", "answered", "moved", "merged", "split", "retold", "new", "withdrawn")
TITLES: Mapping[Kind, str] = {
    "fulfilled": "Forecasts of which more is known",
    "answered": "Denied or contradicted",
    "moved": "Dated otherwise",
    "merged": "Merged",
    "split": "Split",
    "retold": "Told otherwise",
    "new": "New",
    "withdrawn": "Withdrawn",
}
ANSWERS = ("denied-by", "contradicts")


@dataclass(frozen=True, slots=True)
class Change:
    """`event` is the id that its page has now; for what is withdrawn the id that it had."""

    kind: Kind
    event: str
    headline: str
    was: str
    now: str
    why: str


def changes(before: Sequence[Old], timeline: Timeline) -> tuple[Change, ...]:
    """What `timeline` has that the published events had not, in the order of ORDER and of the timeline."""
    old = {id: event for event in before for id in event.ids}
    now = {id: event.id for event in timeline.events for id in (event.id, *event.other_ids)}
    found: list[Change] = []
    for event in timeline.events:
        found += _of(event, old, now)
    for gone in before:
        if not any(id in now for id in gone.ids):
            found.append(Change("withdrawn", gone.id, gone.headline, gone.edtf, "", ""))
    return tuple(sorted(found, key=lambda change: ORDER.index(change.kind)))


def _of(event: Event, old: Mapping[str, Old], now: Mapping[str, str]) -> list[Change]:
    known = {old[id].id: old[id] for id in (event.id, *event.other_ids) if id in old}
    if not known:
        return [Change("new", event.id, event.headline, "", event.when.edtf, event.when.explanation)]
    found = []
    if len(known) > 1:
        why = "; ".join(join.why for join in event.joins)
        found.append(Change("merged", event.id, event.headline, _list(known), event.headline, why))
    first = next(iter(known.values()))
    parts = {now[id] for id in first.ids if id in now}
    if len(parts) > 1 and event.id != min(parts):
        found.append(Change("split", event.id, event.headline, first.headline, event.headline, _edits(event)))
        return found
    if first.edtf != event.when.edtf:
        why = _edits(event) or event.when.explanation
        found.append(Change("moved", event.id, event.headline, first.edtf, event.when.edtf, why))
    told = (event.headline, event.type, event.modality)
    if len(known) == 1 and (first.headline, first.type, first.modality) != told:
        was, is_now = f"{first.headline} ({first.modality})", f"{event.headline} ({event.modality})"
        found.append(Change("retold", event.id, event.headline, was, is_now, _edits(event)))
    return found + _answers(event, first)


def _answers(event: Event, first: Old) -> list[Change]:
    """Forecasts that have come, and what somebody denies by now."""
    found = []
    status = event.forecast.status if event.forecast else ""
    if status != first.status and status in ("met", "late", "not met", "moved"):
        why = next((one.why for one in event.relations if event.forecast and one.event == event.forecast.outcome), "")
        found.append(Change("fulfilled", event.id, event.headline, first.status, status, why))
    for one in event.relations:
        if one.type in ANSWERS and (one.type, one.event) not in first.answers:
            found.append(Change("answered", event.id, event.headline, "", one.event, one.why))
    return found


def _list(events: Mapping[str, Old]) -> str:
    return "; ".join(event.headline for event in events.values())


def _edits(event: Event) -> str:
    return "; ".join(f"{edit.why} ({edit.at})" for edit in event.editor)


def as_markdown(found: Sequence[Change]) -> str:
    """The changes for a pull request; a line of its own where there are none."""
    if not found:
        return "No event has changed.\n"
    lines = []
    for kind in ORDER:
        of_kind = [change for change in found if change.kind == kind]
        if of_kind:
            lines += [f"## {TITLES[kind]} ({len(of_kind)})", "", *(_line(change) for change in of_kind), ""]
    return "\n".join(lines)


def _line(change: Change) -> str:
    step = " → ".join(part for part in (change.was, change.now) if part)
    detail = f": {_plain(step)}" if step else ""
    why = f" ({_plain(change.why)})" if change.why else ""
    return f"- **{_plain(change.headline)}** `{change.event}`{detail}{why}"


def _plain(text: str) -> str:
    """Text in which Markdown finds nothing to format or to link."""
    return "".join(f"\\{c}" if c in "\\`*_[]<>#|!~" else c for c in " ".join(text.split()))


def as_json(found: Sequence[Change]) -> str:
    """The content of data/changes.json."""
    rows = [
        {"kind": one.kind, "event": one.event, "headline": one.headline, "was": one.was, "now": one.now, "why": one.why}
        for one in found
    ]
    return json.dumps({"schema_version": 1, "changes": rows}, ensure_ascii=False, indent=1) + "\n"
