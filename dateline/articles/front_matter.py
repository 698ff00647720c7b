"""What an article's YAML front matter says, as Jekyll and Hugo write it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from dateline.problems import Location, Problem

FENCE = re.compile(r"\ufeff?---[ \t]*\r?\n(?:.*?\n)?(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
UNCLOSED = re.compile(r"\ufeff?---[ \t]*\r?\n\w+[ \t]*:[ \t]")
DATE_KEYS = ("date", "published", "publishdate", "pubdate", "publication_date")
TEXT_KEYS = {
    "title": ("title", "headline"),
    "source": ("source", "publication", "publisher", "outlet"),
    "author": ("author", "authors", "byline"),
    "url": ("url", "link", "source_url", "original_url"),
    "language": ("language", "lang"),
}


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """Metadata; `end` is the offset at which the text below begins (0 where there is no front matter)."""

    end: int = 0
    title: str | None = None
    date: str | None = None
    date_line: int = 0
    source: str | None = None
    author: str | None = None
    url: str | None = None
    language: str | None = None
    tags: tuple[str, ...] = ()


def split(file: str, text: str) -> tuple[FrontMatter, list[Problem]]:
    """The front matter of `text`, and a Problem where its YAML cannot be read (its text is still masked)."""
    match = FENCE.match(text)
    if not match:
        opened = UNCLOSED.match(text)
        hint = "close it with a line that is nothing but ---"
        return FrontMatter(), [Problem(Location(file, 1), "front matter that never ends", hint)] if opened else []
    import yaml
    from frontmatter.default_handlers import YAMLHandler  # slow to import, and only articles with front matter need it

    try:
        # BaseLoader is safe, and leaves "2019-02-30" and "no" the strings that the file says
        inside = "\n".join(match[0].splitlines()[1:-1])
        data = YAMLHandler().load(inside, Loader=yaml.BaseLoader) or {}
    except RecursionError:
        hint = "front matter needs no lists within lists"
        return FrontMatter(match.end()), [Problem(Location(file, 1), "bad YAML: nested too deeply", hint)]
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 2 if mark else 1  # the fence is line 1, and marks count from 0
        what = getattr(error, "problem", None) or "cannot be read"
        hint = "put values with ':' or '#' in quotes; indent lists evenly"
        return FrontMatter(match.end()), [Problem(Location(file, line), f"bad YAML: {what}", hint)]
    if not isinstance(data, dict):
        what = "the front matter is no list of keys and values"
        return FrontMatter(match.end()), [Problem(Location(file, 1), what, "write lines such as 'title: …'")]
    return _matter(match.end(), text, {str(key).casefold(): value for key, value in data.items()}), []


def _matter(end: int, text: str, data: Mapping[str, object]) -> FrontMatter:
    fields = {name: _text(data, keys) for name, keys in TEXT_KEYS.items()}
    key = next((key for key in DATE_KEYS if _text(data, (key,))), None)
    line = 0
    if key:
        found = re.search(rf"^[ \t]*{key}[ \t]*:", text[:end], re.IGNORECASE | re.MULTILINE)
        line = text.count("\n", 0, found.start()) + 1 if found else 1
    tags = data.get("tags") or data.get("categories") or ()
    if isinstance(tags, str):
        tags = tags.split(",")
    names = tuple(tag.strip() for tag in tags if isinstance(tag, str)) if isinstance(tags, list | tuple) else ()
    return FrontMatter(end, date=_text(data, (key,)) if key else None, date_line=line, tags=names, **fields)


def _text(data: Mapping[str, object], keys: tuple[str, ...]) -> str | None:
    for key in keys:
        value = data.get(key)
        if isinstance(value, list):
            value = ", ".join(part for part in value if isinstance(part, str))
        if isinstance(value, str) and value.strip() and value not in ("null", "~"):
            return " ".join(value.split())
    return None
