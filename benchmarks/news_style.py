"""How benchmarks/news.py words things: dates as a wire writes them, names in full once, no form of a sentence twice."""

import random
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from news_world import drawn, lists

SMALL = "no one two three four five six seven eight nine ten".split()
NOBODY = ("a spokesman for", "a senior official of", "a commander of", "an adviser to")
UNDATED = 0.4  # share of the sentences that say no day
Facts = Mapping[str, Callable[[], str]]


def everybody() -> set[str]:
    """Who needs no full name in a title."""
    return {one[0] for one in (*lists()["persons"], *lists()["bodies"])}


def counted(number: int) -> str:
    """A number as a wire writes it: small ones in words."""
    return SMALL[number] if number < len(SMALL) else f"{number:,}"


def on(day: date, published: date, chance: random.Random) -> str:
    """The day as the words of an article of that date: "on Tuesday", "last month", "in 2014", "on 3 June 2016"."""
    away = (published - day).days
    forms = [f"on {day.day} {day:%B}", f"on {day:%B} {day.day}"]
    if away == 1:
        forms += ["yesterday"] * 3
    if -6 <= away <= 6:
        return chance.choice([*[f"on {day:%A}"] * 6, f"on {day:%A}, {day.day} {day:%B}", *forms])
    if 7 <= away < 14:
        return chance.choice([*forms, "last week"])
    if -14 < away <= -7:
        return chance.choice([*forms, "next week"])
    months = (published.year - day.year) * 12 + published.month - day.month
    if abs(months) == 1:
        return chance.choice([*forms, "last month" if months == 1 else "next month"])
    if abs(months) < 5:
        return chance.choice([*forms, f"in {day:%B}"])
    forms = [f"on {day.day} {day:%B} {day.year}", f"on {day:%B} {day.day}, {day.year}", f"in {day:%B} {day.year}"]
    if published.year - day.year == 1:
        forms.append("last year")
    return chance.choice([*forms, f"in {day.year}"] if months > 12 else forms)


def deadline(day: date, published: date, chance: random.Random) -> str:
    """The same after "by": "1 June", "the end of May", "1 June 2018"."""
    forms = [f"{day.day} {day:%B}", f"{day:%B} {day.day}", f"the end of {day:%B}"]
    if abs((published - day).days) > 200:
        forms = [f"{form} {day.year}" for form in forms]
    return chance.choice(forms)


@dataclass
class Writer:
    """Writes one article, published on a day."""

    published: date
    chance: random.Random
    named: set[str] = field(default_factory=set)
    used: set[str] = field(default_factory=set)

    def sentence(self, forms: Sequence[str], facts: Facts) -> str:
        """One of the forms, its slots filled with a fact or with a word of the list of that name."""
        form = self.chance.choice([form for form in forms if form not in self.used] or forms)
        self.used.add(form)
        taken: set[str] = set()

        def filled(slot: re.Match[str]) -> str:
            name = slot[1]
            if name in facts:
                return facts[name]()
            word = drawn(self.chance, [word for word in lists()["words"][name] if word not in taken])
            taken.add(word)
            return word

        if self.chance.random() < UNDATED:
            form = form.replace(" {on}", "")
        text = re.sub(r"\{(\w+)\}", filled, form)
        text = re.sub(r"\b([Aa]) (?=[aeiou])", r"\1n ", text)
        return re.sub(r"^“?\w", lambda first: first[0].upper(), text)

    def on(self, day: date) -> str:
        return on(day, self.published, self.chance)

    def deadline(self, day: date) -> str:
        return deadline(day, self.published, self.chance)

    def body(self, name: str) -> str:
        """In full at first, "the Northern Liberation Front (NLF)", then "the NLF"."""
        _, short, kind, _ = next(body for body in lists()["bodies"] if body[0] == name)
        shown = short or name
        if name not in self.named:
            self.named.add(name)
            shown = f"{name} ({short})" if short.isupper() else name
        return shown if kind == "state" and " " not in shown else f"the {shown}"

    def speaker(self, body: str) -> str:
        """Somebody who speaks for a body, without a name where it has no such people."""
        people = [person for person in lists()["persons"] if person[2] == body]
        if not people or self.chance.random() < 0.15:
            return f"{drawn(self.chance, NOBODY)} {self.body(body)}"
        return self._person(people)

    def mediator(self) -> str:
        abroad = [body[0] for body in lists()["bodies"] if body[3] == "abroad"]
        return self._person([person for person in lists()["persons"] if person[2] in abroad])

    def _person(self, people: Sequence[Sequence[str]]) -> str:
        name, title, _ = self.chance.choice(people)
        if name in self.named:
            return name.partition(" ")[2]
        self.named.add(name)
        return f"{title} {name}"

    def resident(self) -> str:
        """Somebody of the place, whom no other article need name."""
        words = lists()["words"]
        return f"{drawn(self.chance, words['given'])} {self.hamlet()}{self.chance.choice(words['endings'])}"

    def hamlet(self) -> str:
        """A coined name; the n-th commonest of 65,000 comes about as often as one n-th of the first (Zipf)."""
        half = 1 << self.chance.randrange(16)
        rank = half + self.chance.randrange(half)
        syllables = lists()["words"]["syllables"]
        length = 2 if rank < 500 else 3 if rank < 10_000 else 4
        code = rank * 7919 % len(syllables) ** length  # a prime: like ranks get unlike names
        return "".join(syllables[code // len(syllables) ** n % len(syllables)] for n in range(length)).title()

    def later(self, low: int, high: int) -> date:
        return self.published + timedelta(days=self.chance.randrange(low, high))
