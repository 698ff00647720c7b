"""What has changed since the site was last published: new, moved, merged, split, withdrawn, answered, fulfilled."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal

from dateline.model import Event, Timeline
from dateline.problems import Location, Problem, UnusableInputError
from dateline.redaction import Names

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
class Old:
    """An event as it was published; `answers` are its relations as (type, other id), `status` that of its forecast."""

    id: str
    ids: tuple[str, ...]  # its own and those of its other evidence
    headline: str
    edtf: str
    type: str
    modality: str
    status: str
    answers: frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Change:
    """`event` is the id that its page has now; for what is withdrawn the id that it had."""

    kind: Kind
    event: str
    headline: str
    was: str
    now: str
    why: str


def read_events(path: Path) -> Sequence[Old]:
    """The events of an events.json; raises UnusableInputError where the file is none."""
    hint = "name the data/events.json of a site that Dateline has built"
    try:
        return [_old(event) for event in json.loads(path.read_text(encoding="utf-8"))["events"]]
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        what = "cannot be read" if isinstance(error, OSError) else "is no events.json"
        raise UnusableInputError(f"{path} {what}", [Problem(Location(str(path)), what, hint)]) from error


def digest(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    return sha256(path.read_bytes()).hexdigest()


def _old(event: Mapping[str, Any]) -> Old:
    return Old(
        id=_text(event["id"]),
        ids=tuple(_text(id) for id in (event["id"], *event["other_ids"])),
        headline=_text(event["headline"]),
        edtf=_text(event["date"]["edtf"]),
        type=_text(event["type"]),
        modality=_text(event["modality"]),
        status=_text((event.get("forecast") or {}).get("status", "")),
        answers=frozenset((_text(one["type"]), _text(one["event"])) for one in event["relations"]),
    )


def _text(value: object) -> str:
    """A value as text; raises UnicodeEncodeError for half a character, which JSON can write and no file can hold."""
    text = str(value)
    text.encode()
    return text


def olds(timeline: Timeline) -> tuple[Old, ...]:
    """The events of a timeline as they will have been when the next one is made."""
    return tuple(
        Old(
            id=event.id,
            ids=(event.id, *event.other_ids),
            headline=event.headline,
            edtf=event.when.edtf,
            type=event.type,
            modality=event.modality,
            status=event.forecast.status if event.forecast else "",
            answers=frozenset((one.type, one.event) for one in event.relations),
        )
        for event in timeline.events
    )


def masked(before: Sequence[Old], names: Names) -> Sequence[Old]:
    """The published events without names that have been withheld since."""

    def text(words: str) -> str:
        return names.masked(words)[0]

    return [replace(old, id=text(old.id), ids=tuple(map(text, old.ids)), headline=text(old.headline)) for old in before]


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
