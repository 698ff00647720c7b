"""A sequence of edits and damages that the bytes decide: what is built upon what was kept equals a clean build."""

import shutil
from collections.abc import Iterable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path

import any_words
from target import NEWS, Target, folder

from dateline.cli import main

FILES = ("a.txt", "b.md", "c/d.txt", "e.csv")
CONFLICTS = (
    'title = "Talks"\n',
    'publish = "full"\n[[redact]]\nname = "Khalilzad"\nwhy = "no"\n',
    '[[article]]\nfile = "a.txt"\npublished = "2019-08-01"\nwhy = "its page says so"\n',
    '[[actor]]\nid = "taliban"\nname = "Taliban"\naliases = ["the movement"]\n',
    'title = "Talks\n',
    "",
)


def edits(data: bytes) -> None:
    """Each three bytes are a step: what is done, to which file, and with what."""
    here = folder("incremental")
    shutil.rmtree(here)
    inputs = here / "in"
    inputs.mkdir(parents=True)
    (inputs / "always.txt").write_text(NEWS, encoding="utf-8")
    _compare(here, ["build"])
    for at in range(0, len(data) - 2, 3):
        what, which, how = data[at : at + 3]
        file = inputs / FILES[which % len(FILES)]
        words = any_words.text(data[at : at + 3] * 9 + data[:at])
        if what % 8 == 0:
            file.unlink(missing_ok=True)
        elif what % 8 == 1:
            (inputs / "conflict.toml").write_text(CONFLICTS[how % len(CONFLICTS)], encoding="utf-8")
        elif what % 8 == 2:
            _damage(here, which, how)
        elif what % 8 == 3:
            _compare(here, ["export", "json"])
        elif what % 8 == 4:
            _compare(here, ["build"])
        else:
            file.parent.mkdir(exist_ok=True)
            before = file.read_text(encoding="utf-8") if file.exists() and what % 8 == 5 else ""
            head = "text\n" if file.suffix == ".csv" and not before else ""
            file.write_text(f"{before}{head}{words}\n{NEWS if how % 2 else ''}", encoding="utf-8", newline="")
    _compare(here, ["build"])


def _damage(here: Path, which: int, how: int) -> None:
    """Change a byte of a kept file or of the site's, cut the file, or remove it."""
    found = sorted(path for name in ("kept", "site") for path in (here / name).rglob("*") if path.is_file())
    file = found[which * len(found) // 256]
    content = bytearray(file.read_bytes())
    file.unlink()  # a file of the site may be linked to another
    if how % 4 and content:
        content[how * len(content) // 256] ^= how
        file.write_bytes(content if how % 4 > 1 else content[: how * len(content) // 256])


def _compare(here: Path, command: list[str]) -> None:
    kept, clean = here / "site", here / "clean"
    given = [*command, "--seeds", str(here / "in"), "--jobs", "1"]
    building = command == ["build"]
    again = _run([*given, "--cache", str(here / "kept"), *(["--out", str(kept)] if building else [])])
    anew = _run([*given, "--no-cache", *(["--out", str(clean)] if building else [])])
    assert again == anew, (again, anew)
    if building and not anew[0]:
        assert dict(_content(kept)) == dict(_content(clean))


def _run(arguments: list[str]) -> tuple[int, str]:
    with redirect_stdout(StringIO()) as out, redirect_stderr(StringIO()):
        return main(arguments), out.getvalue()


def _content(folder: Path) -> Iterator[tuple[str, bytes]]:
    return ((path.relative_to(folder).as_posix(), path.read_bytes()) for path in folder.rglob("*") if path.is_file())


def sequences() -> Iterable[bytes]:
    yield bytes([6, 0, 1, 3, 0, 0])
    yield bytes([6, 0, 1, 3, 0, 0, 5, 0, 9, 4, 0, 0])
    yield bytes([6, 1, 1, 2, 90, 150, 1, 0, 1, 0, 1, 0])
    yield bytes([6, 3, 3, 6, 2, 7, 2, 10, 40, 3, 0, 0, 1, 0, 2])


INCREMENTAL = Target(edits, sequences, 45)
