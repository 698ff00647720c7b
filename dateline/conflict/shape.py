"""What a conflict file may hold: its tables and their keys, which of them must be there, and what each value is."""

import re
from collections.abc import Callable
from datetime import date
from typing import get_args

from dateline import wellformed
from dateline.conflict import redaction
from dateline.conflict.dates import FORMS
from dateline.model import ActorKind, EventType, Modality

TOP = ("title", "description", "language", "interface", "url", "publish")
TABLES: dict[str, tuple[str, ...]] = {
    "actor": ("id", "name", "kind", "aliases", "roles", "colour"),
    "place": ("id", "name", "aliases", "latitude", "longitude", "country", "precision"),
    "track": ("id", "name", "parties", "venue", "aliases"),
    "round": ("id", "name", "track", "number", "date", "place", "why"),
    "article": ("file", "published", "source", "title", "url", "licence", "publish", "noindex", "why"),
    "redact": ("name", "aliases", "keep", "why"),
    "correction": ("event", "date", "headline", "kind", "modality", "actors", "places", "hide", "split", "join", "why"),
}
REQUIRED = {
    "actor": ("id", "name"),
    "place": ("id", "name"),
    "track": ("id", "name"),
    "round": ("id",),
    "article": ("file", "why"),
    "redact": ("name", "why"),
    "correction": ("event", "why"),
}
SLUG = re.compile(r"(?=.{1,80}$)[a-z0-9]+(?:-[a-z0-9]+)*")
MOST_ROUNDS = 100_000
PRECISIONS = ("city", "province", "country")


def is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip()) and wellformed.printable(value)


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and all(is_text(part) for part in value)


def _is_date(value: object) -> bool:
    if isinstance(value, int):
        return not isinstance(value, bool) and 0 < value < 10_000  # a year
    return isinstance(value, date | str)


def _is_names(value: object) -> bool:
    return isinstance(value, list) and all(is_text(name) and redaction.letters(name) > 1 for name in value)


EXPECTED: dict[str, tuple[Callable[[object], bool], str]] = {
    "aliases": (_is_texts, "a list of texts"),
    "parties": (_is_texts, "a list of actor ids"),
    "roles": (
        lambda v: isinstance(v, list) and all(isinstance(r, dict) and is_text(r.get("title")) for r in v),
        "a list of { title = …, first = …, last = … }",
    ),
    "number": (
        lambda v: isinstance(v, int) and not isinstance(v, bool) and 0 < v <= MOST_ROUNDS,
        f"a whole number from 1 to {MOST_ROUNDS:,}",
    ),
    "latitude": (
        lambda v: isinstance(v, int | float) and not isinstance(v, bool) and -90 <= v <= 90,
        "degrees, -90 to 90",
    ),
    "longitude": (
        lambda v: isinstance(v, int | float) and not isinstance(v, bool) and -180 <= v <= 180,
        "degrees, -180 to 180",
    ),
    "published": (lambda v: _is_date(v), FORMS),
    "date": (lambda v: _is_date(v), FORMS),
    "kind": (lambda v: v in get_args(ActorKind), "one of " + ", ".join(get_args(ActorKind))),
    "correction.kind": (lambda v: v in get_args(EventType), "one of " + ", ".join(get_args(EventType))),
    "modality": (lambda v: v in get_args(Modality), "one of " + ", ".join(get_args(Modality))),
    "actors": (_is_texts, "a list of actor ids"),
    "places": (_is_texts, "a list of place ids"),
    "redact.name": (lambda v: _is_names([v]), "a name of two letters or more"),
    "redact.aliases": (lambda v: _is_names(v), "a list of names of two letters or more"),
    "keep": (_is_texts, "a list of words of the name"),
    "noindex": (lambda v: isinstance(v, bool), "true or false"),
    "hide": (lambda v: isinstance(v, bool), "true or false"),
    "split": (lambda v: isinstance(v, bool), "true or false"),
    "precision": (lambda v: v in PRECISIONS, "one of " + ", ".join(PRECISIONS)),
    "url": (lambda v: isinstance(v, str) and wellformed.web_address(v), "a web address, https://…"),
    "country": (
        lambda v: isinstance(v, str) and bool(re.fullmatch("[A-Z]{2}", v)),
        'a code of ISO 3166-1 such as "AF"',
    ),
    "publish": (lambda v: v in ("quotes", "full"), '"quotes" or "full"'),
    "colour": (
        lambda v: isinstance(v, str) and bool(re.fullmatch(r"#[0-9a-fA-F]{6}", v)),
        'a colour such as "#0072B2"',
    ),
}
