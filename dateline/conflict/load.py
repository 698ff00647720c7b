"""conflict.toml -> Conflict: title, actors, places, tracks, rounds and notes of an editor."""

import difflib
import os
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from dateline import wellformed
from dateline.conflict.checks import TABLES, TOP, Reader, bounds
from dateline.conflict.redaction import Names
from dateline.lexicon.load import Document, interfaces
from dateline.model import Actor, ArticleNote, Conflict, Correction, Gazetted, Place, Redaction, Role, Round, Track
from dateline.problems import Location, Problem, UnusableInputError

NAME = "conflict.toml"
DOTS = 2000  # in a line; a key of many parts is read in a time that grows with their square
NEAR = 100  # tracks that are looked at for the one that was meant
LARGEST = 10_000_000  # bytes: notes on fifty thousand articles
REDACT = re.compile(r"^[ \t]*(?:\[+[ \t]*)?[\"']?redact", re.IGNORECASE | re.MULTILINE)  # or what was meant to be it


def load(inputs: Sequence[tuple[str, Path]], named: Path | None = None) -> tuple[Conflict, list[Problem]]:
    """The conflict file `named`, else that of the first folder that holds one, and what is wrong in it.

    `inputs` are folders and files, each with the name that the `file` of its articles begins with. A folder's file
    names articles by their paths in that folder, `named` by the whole. Without one: an empty Conflict. Another
    folder's is told of, as it is not read. Raises UnusableInputError where `named` is no file.
    """
    if named:
        if not named.is_file():
            raise UnusableInputError(f"{named}: no such file\n  hint: name the conflict file with --conflict")
        return _load(named)
    found = [(name, folder / NAME) for name, folder in inputs if os.path.lexists(folder / NAME)]
    if not found:
        return Conflict(), []
    name, path = found[0]
    conflict, problems = _load(path)
    if name:
        notes = tuple(replace(note, file=f"{name}/{note.file}") for note in conflict.notes)
        conflict = replace(conflict, notes=notes)
    hint = f"only {path} is; join the two, or choose one with --conflict"
    for _, other in found[1:]:
        _refuse(
            str(other),
            other.is_file() and _withholds(other.read_bytes()),
            [Problem(Location(str(other)), "is not read", hint)],
        )
    unread = [Problem(Location(str(other)), "is not read", hint) for _, other in found[1:]]
    return conflict, [*problems, *unread]


def _load(path: Path) -> tuple[Conflict, list[Problem]]:
    """Raises UnusableInputError for a file that cannot be read whole: it may withhold names."""
    if path.exists() and not path.is_file():  # to open a pipe would be to wait for ever
        raise UnusableInputError(f"{path}: no plain file\n  hint: put the text itself there, or remove it")
    try:
        if path.stat().st_size > LARGEST:
            what = f"{path}: larger than {LARGEST / 1e6:g} MB, and no conflict file is: nothing is built"
            raise UnusableInputError(f"{what}\n  hint: take out what does not belong there")
        data = path.read_bytes()
        conflict, problems = read(data.decode("utf-8"), path.name)
        return replace(conflict, sha256=None if conflict.redactions else sha256(data).hexdigest()), problems
    except OSError as error:  # it may withhold names
        hint = "it must be a file that this user may read"
        raise UnusableInputError(f"{path}: cannot be read: {error.strerror}\n  hint: {hint}") from error
    except UnicodeDecodeError as error:
        where = Location(path.name, data.count(b"\n", 0, error.start) + 1)
        problem = Problem(where, f"not text in UTF-8: byte {error.start}", "save the file as UTF-8")
        _refuse(path.name, _withholds(data), [problem])
        return Conflict(), [problem]


def _withholds(data: bytes) -> bool:
    """Whether a conflict file, in whatever encoding, has what looks like a [[redact]]."""
    return bool(REDACT.search(data.replace(b"\0", b"").decode("latin-1")))


def read(text: str, file: str = NAME) -> tuple[Conflict, list[Problem]]:
    """The Conflict that the text of a conflict file gives, and its Problems; `file` is what they call it."""
    try:
        dotted = next((n for n, line in enumerate(text.split("\n"), 1) if line.count(".") > DOTS), 0)
        if dotted:
            raise ValueError(f"a line with more than {DOTS} dots (at line {dotted}, column 1)")
        data = tomllib.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:  # a TOMLDecodeError, a number of 5,000 digits, 5,000 brackets
        line = re.search(r"line (\d+)", str(error))
        said = "nested too deeply" if isinstance(error, RecursionError) else re.sub(r" *[(]at .*[)]$", "", str(error))
        where = Location(file, int(line[1]) if line else text.count("\n") + 1)
        problem = Problem(where, f"not TOML: {said}", "the whole file is left out until this is mended")
        _refuse(file, bool(REDACT.search(text)), [problem])
        return Conflict(), [problem]
    reader = Reader(Document(file, text, data))
    for key in data:
        if key not in TOP and key not in TABLES:
            at = reader.source.table_lines(key)
            reader.unknown_key(key, (*TOP, *TABLES), at[0] if at else reader.line_in(0, key))
    tracks = tuple(_track(reader, row, line) for row, line in reader.unique(reader.tables("track"), "id"))
    known = [track.id for track in tracks]
    conflict = Conflict(
        title=reader.top("title") or "",
        description=reader.top("description") or "",
        language=_language(reader),
        interface=_interface(reader),
        url=_url(reader),
        publish=_publish(reader),
        actors=tuple(_actor(row) for row, _ in reader.unique(reader.tables("actor"), "id")),
        places=tuple(_place(row) for row, _ in reader.unique(reader.tables("place"), "id")),
        tracks=tracks,
        rounds=tuple(_round(reader, row, line, known) for row, line in reader.unique(reader.tables("round"), "id")),
        corrections=tuple(_correction(reader, row, line) for row, line in reader.tables("correction")),
        redactions=tuple(_redaction(reader, row, line) for row, line in reader.tables("redact")),
        notes=tuple(_note(reader, row, line) for row, line in reader.unique(reader.tables("article"), "file")),
    )
    _check_aliases(reader, conflict)
    _check_withheld(reader, Names(conflict.redactions))
    meant = sum(len(value) if isinstance(value, list) else 1 for key, value in data.items() if _is_redact(key))
    _refuse(file, meant > len(conflict.redactions), reader.problems)
    return conflict, reader.problems


def _check_withheld(reader: Reader, names: Names) -> None:
    """What else the file says is shown as it is: a withheld name in it would stop the build, wherever it then stood."""
    inside = False
    for number, line in enumerate(reader.source.text.split("\n"), 1):
        if line.lstrip().startswith("["):
            inside = bool(REDACT.match(line))
        if not inside and not line.lstrip().startswith("#") and any(names.survivors(line)):
            reader.say(number, "it holds a name that is withheld", "take it out: what stands here is published")


def _is_redact(key: str) -> bool:
    return bool(REDACT.match(key)) or difflib.get_close_matches(key, (*TOP, *TABLES), 1) == ["redact"]


def _refuse(file: str, lost: bool, problems: Sequence[Problem]) -> None:
    """Raises UnusableInputError where a name that is to be withheld could not be read: it would be published."""
    if lost:
        what = f"{file}: it withholds names, and not all of them could be read: nothing is built"
        raise UnusableInputError(
            f"{what}\n  hint: mend what is said above; write [[redact]], name = and why =", problems
        )


def _url(reader: Reader) -> str | None:
    value = reader.top("url")
    if value is None or wellformed.site_address(value):
        return value
    reader.say(reader.line_in(0, "url"), f"{value!r} is no web address", "write https://…")
    return None


def _language(reader: Reader) -> str:
    value = reader.top("language")
    if value is None or wellformed.language(value):
        return value or "en"
    reader.say(reader.line_in(0, "language"), f"{value!r} is no language tag", 'write "en"')
    return "en"


def _interface(reader: Reader) -> str:
    value, known = reader.top("interface"), interfaces()
    if value in (None, *known):
        return value or "en"
    hint = "there are " + ", ".join(known) + "; CONTRIBUTING.md says how to add a language"
    reader.say(reader.line_in(0, "interface"), f"the pages cannot speak {value!r}", hint)
    return "en"


def _publish(reader: Reader) -> str:
    value = reader.top("publish")
    if value in (None, "quotes", "full"):
        return value or "quotes"
    reader.say(reader.line_in(0, "publish"), f"{value!r} is no way to publish", 'write "quotes" or "full"')
    return "quotes"


def _actor(row: Mapping[str, Any]) -> Actor:
    roles = []
    for role in row.get("roles", ()):
        first, _ = bounds(role["first"]) if "first" in role else (None, None)
        _, last = bounds(role["last"]) if "last" in role else (None, None)
        roles.append(Role(role["title"], first, last))
    kind = row.get("kind", "organisation")
    return Actor(row["id"], row["name"], kind, tuple(row.get("aliases", ())), (), tuple(roles), row.get("colour"))


def _place(row: Mapping[str, Any]) -> Gazetted:
    place = Place(
        row["id"],
        row["name"],
        row.get("latitude"),
        row.get("longitude"),
        row.get("country"),
        row.get("precision", "city"),
    )
    return Gazetted(place, tuple(row.get("aliases", ())))


def _track(reader: Reader, row: Mapping[str, Any], line: int) -> Track:
    return Track(
        row["id"],
        row["name"],
        tuple(row.get("parties", ())),
        row.get("venue"),
        tuple(row.get("aliases", ())),
        f"{reader.source.file}:{line}",
    )


def _round(reader: Reader, row: Mapping[str, Any], line: int, tracks: Sequence[str]) -> Round:
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


def _note(reader: Reader, row: Mapping[str, Any], line: int) -> ArticleNote:
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


def _redaction(reader: Reader, row: Mapping[str, Any], line: int) -> Redaction:
    at = f"{reader.source.file}:{line}"
    return Redaction(row["name"], at, row["why"], tuple(row.get("aliases", ())), tuple(row.get("keep", ())))


def _correction(reader: Reader, row: Mapping[str, Any], line: int) -> Correction:
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


def _check_aliases(reader: Reader, conflict: Conflict) -> None:
    """An alias that two actors share would make every mention of it a guess."""
    owner: dict[str, str] = {}
    for actor in conflict.actors:
        for alias in dict.fromkeys((actor.name, *actor.aliases)):
            other = owner.setdefault(alias.casefold(), actor.id)
            if other != actor.id:
                line = reader.source.line_of(f'"{actor.id}"', f'"{alias}"')
                reader.say(line, f"alias {alias!r} already belongs to actor {other!r}", "give it to one of the two")
