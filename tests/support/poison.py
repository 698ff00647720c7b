"""The sample with hostile text in every field, for what must stay text on every page."""

import dataclasses
from collections.abc import Callable
from typing import Any

from sample_timeline import sample

from dateline.model import Timeline

HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=y>&amp;{{ 7*7 }}${x}\u202e"


def poisoned(value: Any, name: str = "", hostile: Callable[[], str] = lambda: HOSTILE) -> Any:
    """The same, with hostile text in every field that an article or an editor can fill."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        names = [field.name for field in dataclasses.fields(value)]
        return dataclasses.replace(value, **{one: poisoned(getattr(value, one), one, hostile) for one in names})
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return value  # a span
    if isinstance(value, tuple):
        return tuple(poisoned(one, name, hostile) for one in value)
    fixed = {"id", "article", "event", "outcome", "other_ids", "actors", "places", "round", "place", "actor"}
    closed = {"kind", "type", "modality", "precision", "basis", "status", "edtf", "about", "duplicate_of", "field"} | {
        "stance",
        "subject",
    }
    if not isinstance(value, str) or name in fixed | closed:
        return value
    words = hostile()
    if name in ("text", "body", "quote"):
        return words + value[len(words) :] if len(value) > len(words) else words[: len(value)]
    return words


def hostile(publish: str, suffix: str) -> Timeline:
    timeline = poisoned(sample())
    articles = tuple(
        dataclasses.replace(one, file=one.id + suffix, url=f"javascript:alert(1)//{HOSTILE}")
        for one in timeline.articles
    )
    return dataclasses.replace(timeline, articles=articles, publish={one.id: publish for one in articles})
