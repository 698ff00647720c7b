"""What an article's YAML front matter says, as Jekyll and Hugo write it, or a few lines such as "Date: …" above it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from dateline.articles.values import KEYS, filled, normal, words
from dateline.problems import Location, Problem, line_at

FENCE = re.compile(r"\ufeff?---[ \t]*\r?\n(?:.*?\n)?(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
LONGEST = 50_000  # characters; YAML is read slowly, and metadata are a few lines
TEXTS = ("title", "source", "author", "url", "language", "publish", "noindex")
LABELLED = re.compile(r"[ \t]*(?P<key>[A-Za-z][A-Za-z_ -]{1,20}?)[ \t]*:[ \t]+(?P<value>[^\n]*\S)[ \t]*(?:\n\s*|\Z)")
LABELS = frozenset(key for name, keys in KEYS.items() if name != "text" for key in keys)
UNCLOSED = re.compile(r"\ufeff?---[ \t]*\r?\n\w+[ \t]*:[ \t]")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """Metadata; `end` is the offset at which the text below begins (0 where there is no front matter).

    A row of a table and a web page say the same of their text: `says` is which of them it was.
    """

    end: int = 0
    says: str = "front matter"
    title: str | None = None
    date: str | None = None
    date_line: int = 0
    source: str | None = None
    author: str | None = None
    url: str | None = None
    language: str | None = None
    publish: str | None = None
    noindex: str | None = None  # "true" or "false"
    tags: tuple[str, ...] = ()


def split(file: str, text: str) -> tuple[FrontMatter, list[Problem]]:
    """The front matter of `text`, and a Problem where its YAML cannot be read (its text is still masked)."""
    match = FENCE.match(text)
    if not match and (matter := _labelled(text)):
        return matter, []
    if not match:
        opened = UNCLOSED.match(text)
        hint = "close it with a line that is nothing but ---"
        return FrontMatter(), [Problem(Location(file, 1), "front matter that never ends", hint)] if opened else []
    if match.end() > LONGEST:
        hint = "put the text below a line that is nothing but ---"
        what = f"front matter of more than {LONGEST:,} characters"
        return FrontMatter(match.end()), [Problem(Location(file, 1), what, hint)]
    import yaml
    from frontmatter.default_handlers import YAMLHandler  # slow to import, and only articles with front matter need it

    try:
        inside = "\n".join(match[0].splitlines()[1:-1])
        data = YAMLHandler().load(inside, Loader=_loader()) or {}
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
    return _matter(match.end(), text, {str(key): value for key, value in data.items()}), []


def _labelled(text: str) -> FrontMatter | None:
    """ "Title: …", "Date: …", "Source: …": such lines at the head without a fence, of which one holds a date."""
    said: dict[str, object] = {}
    at = len(text) - len(text.lstrip("\ufeff \t\r\n"))
    while (line := LABELLED.match(text, at)) and normal(line["key"]) in LABELS:
        said.setdefault(normal(line["key"]), line["value"])
        at = line.end()
    matter = _matter(at, text, said) if len(said) > 1 else None
    dated = matter and matter.date and re.search(r"\d{4}", matter.date)
    return replace(matter, says="head of the file") if matter and dated else None


@cache
def _loader() -> type[Any]:
    """yaml's BaseLoader, safe, which leaves "2019-02-30" and "no" the strings that the file says; without aliases.

    A few lines of aliases of aliases stand for more values than fit into any memory.
    """
    import yaml

    class Plain(yaml.BaseLoader):
        def compose_node(self, parent: Any, index: Any) -> Any:
            if self.check_event(yaml.AliasEvent):
                mark = self.peek_event().start_mark  # type: ignore[no-untyped-call]
                raise yaml.composer.ComposerError(None, None, "an alias (*) is not read", mark)
            return super().compose_node(parent, index)

    return Plain


def _matter(end: int, text: str, data: Mapping[str, object]) -> FrontMatter:
    values = {normal(key): value for key, value in data.items()}
    fields = {name: _text(values, name) for name in TEXTS}
    dated = filled(values, "date")
    tags = (_text(values, "tags") or "").split(",")
    return FrontMatter(
        end,
        says="front matter",
        date=_text(values, "date"),
        date_line=_line_of(dated[0], text[:end]) if dated else 0,
        tags=tuple(tag.strip() for tag in tags if tag.strip()),
        **fields,
    )


def _line_of(key: str, text: str) -> int:
    """The line on which a key stands, however it is spelt there; the first where it cannot be found."""
    spelt = r"[ _-]*".join(re.escape(letter) for letter in key)
    found = re.search(rf"^[ \t]*{spelt}[ \t]*:", text, re.IGNORECASE | re.MULTILINE)
    return line_at(text, found.start()) if found else 1


def _text(values: Mapping[str, object], name: str) -> str | None:
    found = filled(values, name)
    return (words(found[1]) or None) if found else None
