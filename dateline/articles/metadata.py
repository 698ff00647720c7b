"""What a file, row or page says of its text, held against what that stands for; what does not fit is left out."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from dateline import wellformed
from dateline.articles.front_matter import FrontMatter
from dateline.problems import Location, Problem

LONGEST = 500  # characters; a title that is longer is a text in the wrong column, and each page would repeat it


def _short(text: str) -> bool:
    return len(text) <= LONGEST


NAME = (
    _short,
    f"is longer than {LONGEST} characters: no title or name",
    "shorten it; an article's text stands below its front matter, or in its row's field text",
)
# field -> whether a value fits, what is said of one that does not, the hint
FITTING: Mapping[str, tuple[Callable[[str], bool], str, str]] = {
    "title": NAME,
    "source": NAME,
    "author": NAME,
    "url": (wellformed.web_address, "is no web address", "write https://…"),
    "language": (wellformed.language, "is no language tag", "write en"),
    "noindex": (lambda text: text.lower() in ("true", "false"), "is neither true nor false", "write true or false"),
    "publish": (lambda text: text in ("quotes", "full"), "is no way to publish", "write quotes or full"),
}


def fitting(matter: FrontMatter, file: str) -> tuple[FrontMatter, list[Problem]]:
    """`matter` without the values that do not fit, and a Problem for each. `file` is what the Problems name."""
    matter = replace(matter, language=_tag(matter.language))
    problems = []
    left_out: dict[str, Any] = {}
    for field, (fits, what, hint) in FITTING.items():
        value = getattr(matter, field)
        if value and not fits(value):
            shown = value if len(value) <= 60 else f"{value[:60]}…"
            problems.append(Problem(Location(file), f"{shown!r} {what}", hint))
            left_out[field] = None
    return replace(matter, **left_out), problems


def _tag(language: str | None) -> str | None:
    """The tag that "English" and "en_US" mean: exports write the language's name, and locales an underscore."""
    return {"english": "en"}.get(language.casefold(), language.replace("_", "-")) if language else None
