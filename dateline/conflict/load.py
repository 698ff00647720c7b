"""conflict.toml -> Conflict: title, actors, places, tracks, rounds and notes of an editor."""

import difflib
import os
import re
import tomllib
from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from dateline.conflict import rows
from dateline.conflict.reader import Reader
from dateline.conflict.redaction import Names
from dateline.conflict.shape import TABLES, TOP
from dateline.lexicon.load import Document
from dateline.model import Conflict
from dateline.problems import Location, Problem, UnusableInputError

NAME = "conflict.toml"
DOTS = 2000  # in a line; a key of many parts is read in a time that grows with their square
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
            raise UnusableInputError(f"{named}: no such file\n  hint: --conflict takes the path of a conflict file")
        return _load(named)
    found = [(name, folder / NAME) for name, folder in inputs if os.path.lexists(folder / NAME)]
    if not found:
        return Conflict(), []
    name, path = found[0]
    conflict, problems = _load(path)
    if name:
        notes = tuple(replace(note, file=f"{name}/{note.file}") for note in conflict.notes)
        conflict = replace(conflict, notes=notes)
    return conflict, [*problems, *(_unread(other, path) for _, other in found[1:])]


def _unread(other: Path, path: Path) -> Problem:
    """That the conflict file of another folder is not read; raises UnusableInputError where it withholds names."""
    hint = f"only {path} is; join the two, or choose one with --conflict"
    problem = Problem(Location(str(other)), "is not read", hint)
    _refuse(str(other), other.is_file() and _withholds(other.read_bytes()), [problem])
    return problem


def _load(path: Path) -> tuple[Conflict, list[Problem]]:
    """Raises UnusableInputError for a file that cannot be read whole: it may withhold names."""
    if path.exists() and not path.is_file():  # to open a pipe would be to wait for ever
        raise UnusableInputError(f"{path}: no plain file\n  hint: put the text itself there, or remove it")
    try:
        if path.stat().st_size > LARGEST:
            what = f"{path}: larger than {LARGEST / 1e6:g} MB, and no conflict file is: nothing is built"
            raise UnusableInputError(f"{what}\n  hint: take out what does not belong there")
        data = path.read_bytes()
    except OSError as error:
        hint = "it must be a file that this user may read"
        raise UnusableInputError(f"{path}: cannot be read: {error.strerror}\n  hint: {hint}") from error
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        where = Location(path.name, data.count(b"\n", 0, error.start) + 1)
        problem = Problem(where, f"not text in UTF-8: byte {error.start}", "save the file as UTF-8")
        _refuse(path.name, _withholds(data), [problem])
        return Conflict(), [problem]
    conflict, problems = read(text, path.name)
    return replace(conflict, sha256=None if conflict.redactions else sha256(data).hexdigest()), problems


def _withholds(data: bytes) -> bool:
    """Whether a conflict file, in whatever encoding, has what looks like a [[redact]]."""
    return bool(REDACT.search(data.replace(b"\0", b"").decode("latin-1")))


def read(text: str, file: str = NAME) -> tuple[Conflict, list[Problem]]:
    """The Conflict that the text of a conflict file gives, and its Problems; `file` is what they call it.

    Raises UnusableInputError where a name is to be withheld and cannot be read.
    """
    data = _parsed(text, file)
    if isinstance(data, Problem):
        _refuse(file, bool(REDACT.search(text)), [data])
        return Conflict(), [data]
    reader = Reader(Document(file, text, data))
    _check_keys(reader)
    conflict = _conflict(reader)
    _check_aliases(reader, conflict)
    _check_withheld(reader, Names(conflict.redactions))
    meant = sum(len(value) if isinstance(value, list) else 1 for key, value in data.items() if _is_redact(key))
    _refuse(file, meant > len(conflict.redactions), reader.problems)
    return conflict, reader.problems


def _parsed(text: str, file: str) -> dict[str, Any] | Problem:
    """The TOML, or what is wrong with it."""
    try:
        dotted = next((n for n, line in enumerate(text.split("\n"), 1) if line.count(".") > DOTS), 0)
        if dotted:
            raise ValueError(f"a line with more than {DOTS} dots (at line {dotted}, column 1)")
        return tomllib.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:  # a TOMLDecodeError, a number of 5,000 digits, 5,000 brackets
        line = re.search(r"line (\d+)", str(error))
        said = "nested too deeply" if isinstance(error, RecursionError) else re.sub(r" *[(]at .*[)]$", "", str(error))
        where = Location(file, int(line[1]) if line else text.count("\n") + 1)
        return Problem(where, f"not TOML: {said}", "the whole file is left out until this is mended")


def _conflict(reader: Reader) -> Conflict:
    tracks = tuple(rows.track(reader, row, line) for row, line in reader.unique(reader.tables("track"), "id"))
    known = [track.id for track in tracks]
    return Conflict(
        title=reader.top("title") or "",
        description=reader.top("description") or "",
        language=rows.language(reader),
        interface=rows.interface(reader),
        url=rows.url(reader),
        publish=rows.publish(reader),
        actors=tuple(rows.actor(row) for row, _ in reader.unique(reader.tables("actor"), "id")),
        places=tuple(rows.place(row) for row, _ in reader.unique(reader.tables("place"), "id")),
        tracks=tracks,
        rounds=tuple(rows.round(reader, row, line, known) for row, line in reader.unique(reader.tables("round"), "id")),
        corrections=tuple(rows.correction(reader, row, line) for row, line in reader.tables("correction")),
        redactions=tuple(rows.redaction(reader, row, line) for row, line in reader.tables("redact")),
        notes=tuple(rows.note(reader, row, line) for row, line in reader.unique(reader.tables("article"), "file")),
    )


def _check_keys(reader: Reader) -> None:
    for key in reader.source.data:
        if key not in TOP and key not in TABLES:
            at = reader.source.table_lines(key)
            reader.unknown_key(key, (*TOP, *TABLES), at[0] if at else reader.line_in(0, key))


def _check_aliases(reader: Reader, conflict: Conflict) -> None:
    """An alias that two actors share would make every mention of it a guess."""
    owner: dict[str, str] = {}
    for actor in conflict.actors:
        for alias in dict.fromkeys((actor.name, *actor.aliases)):
            other = owner.setdefault(alias.casefold(), actor.id)
            if other != actor.id:
                line = reader.source.line_of(f'"{actor.id}"', f'"{alias}"')
                reader.say(line, f"alias {alias!r} already belongs to actor {other!r}", "give it to one of the two")


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
