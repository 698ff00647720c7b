"""The events as they were published: what of them is compared with those of today."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from dateline.conflict.redaction import Names
from dateline.model import Timeline
from dateline.problems import UnusableInputError


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


def read_events(path: Path) -> Sequence[Old]:
    """The events of an events.json; raises UnusableInputError where the file is none or cannot be read."""
    hint = "name the data/events.json of a site that Dateline has built, with --since"
    try:
        return [_old(event) for event in json.loads(path.read_text(encoding="utf-8"))["events"]]
    except OSError as error:
        raise UnusableInputError(f"{path}: cannot be read: {error.strerror}\n  hint: {hint}") from error
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise UnusableInputError(f"{path}: is no events.json\n  hint: {hint}") from error


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
