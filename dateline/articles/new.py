"""Begins the file of an article: front matter with what is known of it, and no text."""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dateline.articles.address import is_address, read_address
from dateline.articles.document import stem
from dateline.articles.front_matter import split
from dateline.articles.load import slug
from dateline.articles.metadata import fitting
from dateline.articles.publication import stated
from dateline.articles.sources import SUFFIXES
from dateline.articles.values import words
from dateline.problems import UnusableInputError

_KEPT = re.compile(r"con|prn|aux|nul|(?:com|lpt)\d")  # names that Windows keeps for itself


@dataclass(frozen=True, slots=True)
class New:
    """What is known of a new article. `guessed` where its title is made of words of its address."""

    title: str | None
    source: str | None
    date: date | None
    url: str | None = None
    guessed: bool = False


def known(subject: str, source: str | None, day: date | None) -> New:
    """What the title or address of an article says; `source` and `day` count before it.

    Raises UnusableInputError where `subject` is neither.
    """
    if is_address(subject):
        said = read_address(subject)
        return New(said.title, words(source) or said.source, day or said.date, said.url, guessed=bool(said.title))
    title = words(subject)
    if not title:
        raise UnusableInputError(f"{subject!r} is no title\n  hint: give the article's title or its address")
    return New(title, words(source), day)


def write(new: New, folder: Path) -> Path:
    """Writes the file into `folder`; raises UnusableInputError where that is none, or holds an article of that name.

    The name is of letters, digits and hyphens, so that it leads nowhere else.
    """
    if not folder.is_dir():
        raise UnusableInputError(f"{folder}: no such folder\n  hint: make it, or name another with --seeds")
    text = _text(new)
    day = new.date.isoformat() if new.date else ""
    name = slug(new.title or new.source or "")
    if day and not (name == day or name.startswith(f"{day}-") or name.endswith(f"-{day}")):
        name = slug(f"{day} {name}")
    if _KEPT.fullmatch(name):
        name += "-article"
    for other in sorted(folder.iterdir()):
        if other.name.lower().endswith(SUFFIXES) and slug(stem(other.name)) == name:
            raise UnusableInputError(f"{other} is there already\n  hint: give another title, or a --date")
    path = folder / f"{name}.md"
    with path.open("x", encoding="utf-8", newline="\n") as file:  # "x": nothing is ever written over
        file.write(text)
    return path


def _text(new: New) -> str:
    """The front matter; raises UnusableInputError for what would not be read as it is meant."""
    import yaml  # slow to import

    said = {"title": new.title, "source": new.source, "date": new.date, "url": new.url}
    said = {key: value for key, value in said.items() if value}
    text = f"---\n{yaml.safe_dump(said, allow_unicode=True, sort_keys=False, width=float('inf'))}---\n"
    read, broken = split("", text)
    read, unfit = fitting(read, "")
    undated = stated(new.date.isoformat(), "", 0)[1] if new.date else []
    for problem in [*broken, *unfit, *undated]:
        raise UnusableInputError(f"{problem.what}\n  hint: {problem.hint}")
    for key, value in said.items():
        if getattr(read, key) != str(value):
            raise UnusableInputError(f"{str(value)!r} cannot be a {key}\n  hint: leave it out, or give another")
    return text
