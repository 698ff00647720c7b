"""The tables of a conflict file, one by one, as what they stand for: an actor, a place, a track, a correction, …

Each function is given a row in which all is of the right kind, and the line on which it begins; what is still wrong is
told to the reader, and left out.
"""

import difflib
from collections.abc import Mapping, Sequence
from typing import Any

from dateline import wellformed
from dateline.conflict.dates import bounds
from dateline.conflict.reader import Reader
from dateline.lexicon.load import interfaces
from dateline.model import Actor, ArticleNote, Correction, Gazetted, Place, Redaction, Role, Round, Track

NEAR = 100  # tracks that are looked at for the one that was meant


def url(reader: Reader) -> str | None:
    value = reader.top("url")
    if value is None or wellformed.site_address(value):
        return value
    reader.say(reader.line_in(0, "url"), f"{value!r} is no web address", "write https://…")
    return None


def language(reader: Reader) -> str:
    value = reader.top("language")
    if value is None or wellformed.language(value):
        return value or "en"
    reader.say(reader.line_in(0, "language"), f"{value!r} is no language tag", 'write "en"')
    return "en"


def interface(reader: Reader) -> str:
    value, known = reader.top("interface"), interfaces()
    if value in (None, *known):
        return value or "en"
    hint = "there are " + ", ".join(known) + "; CONTRIBUTING.md says how to add a language"
    reader.say(reader.line_in(0, "interface"), f"the pages cannot speak {value!r}", hint)
    return "en"


def publish(reader: Reader) -> str:
    value = reader.top("publish")
    if value in (None, "quotes", "full"):
        return value or "quotes"
    reader.say(reader.line_in(0, "publish"), f"{value!r} is no way to publish", 'write "quotes" or "full"')
    return "quotes"


def actor(row: Mapping[str, Any]) -> Actor:
    roles = []
    for role in row.get("roles", ()):
        first, _ = bounds(role["first"]) if "first" in role else (None, None)
        _, last = bounds(role["last"]) if "last" in role else (None, None)
        roles.append(Role(role["title"], first, last))
    kind = row.get("kind", "organisation")
    return Actor(row["id"], row["name"], kind, tuple(row.get("aliases", ())), (), tuple(roles), row.get("colour"))


def place(row: Mapping[str, Any]) -> Gazetted:
    place = Place(
        row["id"],
        row["name"],
        row.get("latitude"),
        row.get("longitude"),
        row.get("country"),
        row.get("precision", "city"),
    )
    return Gazetted(place, tuple(row.get("aliases", ())))


def track(reader: Reader, row: Mapping[str, Any], line: int) -> Track:
    return Track(
        row["id"],
        row["name"],
        tuple(row.get("parties", ())),
        row.get("venue"),
        tuple(row.get("aliases", ())),
        f"{reader.source.file}:{line}",
    )


def round(reader: Reader, row: Mapping[str, Any], line: int, tracks: Sequence[str]) -> Round:
    track = row.get("track", "")
    if track and track not in tracks:
        close = difflib.get_close_matches(track, tracks[:NEAR], 1)
        hint = f"did you mean {close[0]!r}?" if close else f'write a [[track]] with id = "{track}", or leave it out'
        reader.say(reader.line_in(line, "track"), f"no track {track!r}", hint)
        track = ""
    why = row.get("why", "")
    when = reader.when(row, "date", line, why)
    name = row.get("name") or (f"Round {row['number']}" if "number" in row else row["id"])
    return Round(row["id"], name, track, row.get("number"), when.edtf if when else None, row.get("place"), False)


def note(reader: Reader, row: Mapping[str, Any], line: int) -> ArticleNote:
    return ArticleNote(
        file=row["file"],
        at=f"{reader.source.file}:{line}",
        why=row["why"],
        published=reader.when(row, "published", line, row["why"]),
        source=row.get("source"),
        url=row.get("url"),
        title=row.get("title"),
        licence=row.get("licence"),
        publish=row.get("publish"),
        noindex=row.get("noindex", False),
    )


def redaction(reader: Reader, row: Mapping[str, Any], line: int) -> Redaction:
    at = f"{reader.source.file}:{line}"
    return Redaction(row["name"], at, row["why"], tuple(row.get("aliases", ())), tuple(row.get("keep", ())))


def correction(reader: Reader, row: Mapping[str, Any], line: int) -> Correction:
    return Correction(
        event=row["event"],
        at=f"{reader.source.file}:{line}",
        why=row["why"],
        date=reader.when(row, "date", line, row["why"]),
        headline=row.get("headline"),
        kind=row.get("kind"),
        modality=row.get("modality"),
        actors=tuple(row["actors"]) if "actors" in row else None,
        places=tuple(row["places"]) if "places" in row else None,
        hide=row.get("hide", False),
        split=row.get("split", False),
        join=row.get("join"),
    )
