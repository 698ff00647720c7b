"""The made-up world of benchmarks/news.py: what happens in it, day by day, and when articles appear."""

import csv
import random
import tomllib
from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
GAZETTEER = HERE.parent / "dateline/lexicon/gazetteer.tsv"
BEGIN, DAYS = date(2014, 1, 6), 2500
ROUNDS = 12
BUSY = 6  # times as many articles appear in the days of a round of talks or of an offensive
KINDS = {
    "attack": 10, "clash": 6, "statement": 9, "meeting": 5, "detention": 4, "airstrike": 3, "capture": 3, "truce": 2,
    "protest": 2, "deployment": 3, "displacement": 2, "sanctions": 1,
}  # fmt: skip
SIDES = (("north", "government"), ("government", "north"), ("government", "east"), ("east", "government"))


@cache
def lists() -> dict[str, Any]:
    """What news.toml holds."""
    return tomllib.loads((HERE / "news.toml").read_text(encoding="utf-8"))


@cache
def towns() -> list[str]:
    """The towns of the countries that news.toml names, the largest first."""
    with GAZETTEER.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t")
        found = [row for row in rows if row["kind"] == "city" and row["country"] in lists()["countries"]]
    return [row["name"] for row in sorted(found, key=lambda row: (-int(row["population"] or 0), row["name"]))]


def drawn(chance: random.Random, words: Sequence[str]) -> str:
    """One of the words, the first of them most often (Zipf)."""
    weights = accumulate(1 / rank for rank in range(3, len(words) + 3))
    return chance.choices(words, cum_weights=list(weights))[0]


@dataclass(frozen=True, slots=True)
class Incident:
    """What happened on a day in a town: `a` did it, `b` had it done to it."""

    day: date
    kind: str
    town: str
    a: str
    b: str
    dead: int
    hurt: int
    number: int


@dataclass(frozen=True, slots=True)
class Session:
    """A round of talks about `aim`."""

    day: date
    number: int
    track: str
    a: str
    b: str
    venue: str
    host: str
    aim: str

    @property
    def accord(self) -> date | None:
        """When the two signed something, which every second round leads to."""
        return self.day + timedelta(days=5) if self.number % 2 == 0 else None


class World:
    """`seed` decides all that happens."""

    def __init__(self, seed: int) -> None:
        self.seed = seed
        chance = self.chance("plan")
        tracks, aims = lists()["tracks"], lists()["words"]["aim"]
        self.sessions: list[Session] = []
        for n in range(ROUNDS):
            day = BEGIN + timedelta(days=60 + n * 195 + chance.randrange(60))
            name, a, b, venue, host = tracks[n % len(tracks)]
            self.sessions.append(Session(day, n // len(tracks) + 1, name, a, b, venue, host, chance.choice(aims)))
        offensives = [BEGIN + timedelta(days=chance.randrange(DAYS)) for _ in range(10)]
        self._busy = {
            begin + timedelta(days=n) for begin in (*offensives, *(one.day for one in self.sessions)) for n in range(12)
        }
        days = (BEGIN + timedelta(days=n) for n in range(DAYS))
        self._until = list(accumulate(BUSY if day in self._busy else 1 for day in days))

    def chance(self, what: object) -> random.Random:
        """The same numbers for the same thing, whatever was asked before."""
        return random.Random(f"{self.seed}/{what}")  # noqa: S311  (no secret)

    def published(self, number: int) -> date:
        """When an article appears: a sequence that fills the years at any length (van der Corput's)."""
        share = int(f"{number:b}"[::-1], 2) / 2 ** number.bit_length()
        return BEGIN + timedelta(days=bisect(self._until, share * self._until[-1]))

    def incidents(self, day: date) -> list[Incident]:
        """What happened on a day, the gravest first."""
        chance = self.chance(day)
        count = chance.choice((3, 4, 5)) if day in self._busy else chance.choice((1, 1, 2))
        return sorted((_incident(day, chance) for _ in range(count)), key=lambda one: -one.dead)


def _incident(day: date, chance: random.Random) -> Incident:
    one, other = chance.choice(SIDES)
    of = {side: [body[0] for body in lists()["bodies"] if body[3] == side] for side in (one, other)}
    dead = chance.choice((1, 2, 2, 3, 3, 4, 5, 6, 8, 11, 14, 23))
    return Incident(
        day=day,
        kind=chance.choices(list(KINDS), weights=list(KINDS.values()))[0],
        town=drawn(chance, towns()),
        a=drawn(chance, of[one]),
        b=drawn(chance, of[other]),
        dead=dead,
        hurt=dead * 2 + chance.randrange(9),
        number=chance.randrange(11, 480),
    )
