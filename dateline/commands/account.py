"""What a build came to: as lines for people, as JSON for scripts."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from dateline.problems import Location, Problem

# how a change of an event is told, in this order; the kinds are those of changes.py
SAID: Mapping[str, str] = {
    "new": "new",
    "withdrawn": "gone",
    "merged": "merged",
    "split": "split",
    "moved": "dated otherwise",
    "retold": "told otherwise",
    "answered": "denied or contradicted",
    "fulfilled": "forecast and now known",
}
NAMED = 5  # articles that are named; more are counted


@dataclass(frozen=True, slots=True)
class Account:
    """`added` and `gone` are ids of articles, `changes` counts events by what became of them since the last build."""

    out: str
    articles: int
    events: int
    actors: int
    rounds: int
    unknown_names: int
    undated: int  # articles whose day of publication is open
    problems: tuple[Problem, ...]
    files_written: int
    files_unchanged: int
    files_removed: int
    size: int  # bytes
    largest: tuple[str, int]  # a file and its bytes
    added: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    changes: Mapping[str, int] = field(default_factory=dict)

    def again(self) -> "Account":
        """That of a build to which nothing was left to do."""
        files = self.files_written + self.files_unchanged
        return replace(self, files_written=0, files_unchanged=files, files_removed=0, added=(), gone=(), changes={})

    def lines(self, seconds: float) -> list[str]:
        """The build in a line or a few."""
        things = {"article": self.articles, "event": self.events, "actor": self.actors, "round": self.rounds}
        counts = ", ".join(counted(number, name) for name, number in things.items())
        files = f"{self.files_written} files written, {self.files_unchanged} unchanged, {self.files_removed} removed"
        told = [f"{counts} -> {self.out} ({files}; {seconds:.1f} s)"]
        if self.added or self.gone:
            told.append("articles " + "; ".join(filter(None, (_named("added", self.added), _named("gone", self.gone)))))
        if self.changes:
            told.append(
                "events " + ", ".join(f"{self.changes[kind]} {SAID[kind]}" for kind in SAID if kind in self.changes)
            )
        open_ends = {"article with an open date": self.undated, "name to look at": self.unknown_names}
        left = [counted(number, *name.split(" ", 1)) for name, number in open_ends.items() if number]
        if left:
            told.append(f"{' and '.join(left)}: build.py review")
        return told

    def as_json(self, seconds: float) -> str:
        """One line."""
        return json.dumps({**asdict(self), "seconds": round(seconds, 3)}, ensure_ascii=False)


def read(data: Mapping[str, Any]) -> Account:
    """The account whose `asdict` went through JSON. Raises TypeError or KeyError where it is none."""
    problems = tuple(Problem(Location(**one["where"]), one["what"], one["hint"]) for one in data["problems"])
    lists = {name: tuple(data[name]) for name in ("largest", "added", "gone")}
    return Account(**{**data, **lists, "problems": problems})


def _named(what: str, ids: tuple[str, ...]) -> str:
    more = f" and {len(ids) - NAMED} more" if len(ids) > NAMED else ""
    return f"{what}: {', '.join(ids[:NAMED])}{more}" if ids else ""


def counted(number: int, name: str, behind: str = "") -> str:
    """ "1 article", "2 articles", "2 names to look at"."""
    return f"{number} {name}{'' if number == 1 else 's'} {behind}".rstrip()
