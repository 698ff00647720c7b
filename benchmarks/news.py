"""Writes news articles on a made-up conflict, to measure with: COUNT of them, and the conflict's file.

    python benchmarks/news.py COUNT FOLDER [--seed N]

About 400 words each, over seven years, at busy times several a day. Each tells of the made-up world's last week, so
that several tell of one event in other words, of the talks before and after it, and of what has nothing to do with
events; the sentences are those of news.toml. Article k is the same whatever COUNT is, and the same seed gives the same
bytes: "one article more" is the one with the number COUNT + 1.

Dateline finds 5.1 reports of events in a hundred words of them, as in real news (4.6 in seeds/); the vocabulary grows
with the archive, from 5,000 words in 1,000 articles to 25,000 in 10,000; no two articles are near-copies.
"""

import argparse
import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from news_style import Facts, Writer, counted, everybody
from news_world import Incident, Session, World, drawn, lists, towns

WORDS = 400  # in an article, about


def name(number: int) -> str:
    """The file's name."""
    return f"article-{number:05d}.md"


def article(number: int, world: World, published: date | None = None) -> str:
    """The file's text; `published` instead of the day that the number has of itself."""
    published = published or world.published(number)
    writer = Writer(published, world.chance(f"article {number}"))
    week = [one for n in range(7) for one in world.incidents(published - timedelta(days=n))]
    lead, *others = sorted(week, key=lambda _: writer.chance.random())
    heading = Writer(published, writer.chance, everybody())
    title = heading.sentence(lists()["headlines"][lead.kind], _incident(lead, heading))
    title = re.sub(r"\b[Tt]he ", "", title)
    text = "\n\n".join(_paragraphs(lead, others, world, writer))
    head = {
        "title": title[0].upper() + title[1:],
        "date": published.isoformat(),
        "source": drawn(writer.chance, lists()["sources"]),
        "url": f"https://news.example/{published:%Y/%m}/{number}",
    }
    lines = "\n".join(f"{key}: {value if key == 'date' else json.dumps(value)}" for key, value in head.items())
    return f"---\n{lines}\n---\n\n{text}\n"


def _paragraphs(lead: Incident, others: list[Incident], world: World, writer: Writer) -> Iterator[str]:
    """What leads, then the week's other incidents, the talks, the place and what was before, while there is room."""
    chance = writer.chance
    place = _place(lead.town, writer)
    written = 0
    kinds = ["talks", "background", "incident", "statement", "history"]
    first = [_told(lead, writer), " ".join((_told(lead, writer), _told(lead, writer)))]
    for paragraph in first:
        written += len(paragraph.split())
        yield paragraph
    while written < WORDS:
        kind = chance.choices(kinds, weights=(4, 8, 5, 3, 2))[0]
        if kind == "background":
            sentences = [
                writer.sentence(lists()["background"]["sentences"], place) for _ in range(chance.choice((1, 2, 3)))
            ]
        elif kind == "history":
            sentences = [writer.sentence(lists()["history"]["sentences"], _history(lead, writer))]
        elif kind == "talks":
            sentences = list(_talks(world.sessions, writer))
        elif kind == "incident" and others:
            other = others.pop()
            sentences = [_told(other, writer) for _ in range(chance.choice((1, 2)))]
        else:
            sentences = [writer.sentence(lists()["incidents"]["statement"], _incident(lead, writer))]
        written += sum(len(sentence.split()) for sentence in sentences)
        yield " ".join(sentences)


def _told(one: Incident, writer: Writer) -> str:
    return writer.sentence(lists()["incidents"][one.kind], _incident(one, writer))


def _talks(sessions: list[Session], writer: Writer) -> Iterator[str]:
    """A sentence or two on the round that is nearest, or on what was signed after one."""
    now, chance = writer.published, writer.chance
    near = [one for one in sessions if (one.day - now).days < 90]
    if not near:
        near = sessions[:1]
    one = near[-1] if chance.random() < 0.7 else chance.choice(near)
    since = (now - one.day).days
    told = "before" if since < 0 else "during" if since < 5 else "after"
    for _ in range(chance.choice((1, 2))):
        if told == "after" and one.accord and chance.random() < 0.5:
            yield writer.sentence(lists()["rounds"]["accord"]["sentences"], _session(one, one.accord, writer))
        else:
            yield writer.sentence(lists()["rounds"][told]["sentences"], _session(one, one.day, writer))


def _numbers(writer: Writer) -> Facts:
    chance = writer.chance
    return {
        "hours": lambda: counted(chance.randrange(2, 13)),
        "number": lambda: counted(chance.randrange(11, 480)),
        "thousands": lambda: f"{chance.randrange(2, 90)},000",
        "age": lambda: str(chance.randrange(19, 85)),
        "dead": lambda: counted(chance.randrange(2, 9)),
        "month": lambda: f"{writer.later(0, 365):%B}",
        "mediator": writer.mediator,
        "resident": writer.resident,
        "hamlet": writer.hamlet,
        "abroad": lambda: writer.body(drawn(chance, [body[0] for body in lists()["bodies"] if body[3] == "abroad"])),
    }


def _place(town: str, writer: Writer) -> Facts:
    return {**_numbers(writer), "town": lambda: town}


def _incident(one: Incident, writer: Writer) -> Facts:
    away = (writer.published - one.day).days
    return {
        **_numbers(writer),
        "town": lambda: one.town,
        "a": lambda: writer.body(one.a),
        "b": lambda: writer.body(one.b),
        "who": lambda: writer.speaker(one.a),
        "other": lambda: writer.speaker(one.b),
        "on": lambda: writer.on(one.day),
        "on_noun": lambda: f"{one.day:%A}’s" if away < 7 else "the",
        "dead": lambda: counted(one.dead),
        "hurt": lambda: counted(one.hurt),
        "number": lambda: counted(one.number),
        "since": lambda: f"{one.day - timedelta(days=40):%B}",
    }


def _history(one: Incident, writer: Writer) -> Facts:
    year = writer.chance.randrange(2005, writer.published.year)
    return {
        **_incident(one, writer),
        "year": lambda: str(year),
        "next_year": lambda: str(writer.published.year + 1),
        "town": lambda: drawn(writer.chance, towns()),
    }


def _session(one: Session, day: date, writer: Writer) -> Facts:
    ordinal = "first second third fourth".split()[one.number - 1]
    forms = (
        f"the {ordinal} round of the {one.track}",
        f"the {ordinal} round of talks",
        f"round {one.number} of the {one.track}",
    )
    return {
        **_numbers(writer),
        "town": lambda: one.venue,
        "host": lambda: one.host,
        "aim": lambda: one.aim,
        "a": lambda: writer.body(one.a),
        "b": lambda: writer.body(one.b),
        "who": lambda: writer.speaker(one.a),
        "other": lambda: writer.speaker(one.b),
        "the_round": lambda: writer.chance.choice(forms),
        "on": lambda: writer.on(day),
        "deadline": lambda: writer.deadline(day + timedelta(days=90)),
    }


def conflict() -> str:
    """The conflict's file: an editor knows the tracks and the best known of the actors."""
    made = lists()
    known = {body[0]: (body[2], body[1]) for body in made["bodies"]} | {
        one[0]: ("person", "") for one in made["persons"]
    }
    lines = [f"title = {_toml(made['title'])}", f"description = {_toml(made['description'])}", 'language = "en"', ""]
    for actor in made["edited"]:
        kind, short = known[actor]
        lines += ["[[actor]]", f'id = "{_id(actor)}"', f"name = {_toml(actor)}", f'kind = "{kind}"']
        lines += [f"aliases = [{_toml(short)}]"] if short else []
        lines.append("")
    for track, a, b, venue, _ in made["tracks"]:
        parties = ", ".join(f'"{_id(party)}"' for party in (a, b))
        lines += ["[[track]]", f'id = "{_id(track)}"', f"name = {_toml(track)}", f"parties = [{parties}]"]
        lines += [f"venue = {_toml(venue)}", ""]
    return "\n".join(lines)


def _id(text: str) -> str:
    return text.lower().replace(" ", "-").replace("'", "")


def _toml(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def write(count: int, folder: Path, seed: int = 1) -> None:
    """Write the articles 1 to `count` and the conflict's file into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    world = World(seed)
    (folder / "conflict.toml").write_bytes(conflict().encode())
    for number in range(1, count + 1):
        (folder / name(number)).write_bytes(article(number, world).encode())


def main() -> None:
    parser = argparse.ArgumentParser(description="Writes news articles on a made-up conflict, to measure with.")
    parser.add_argument("count", type=int, metavar="COUNT")
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="another world for another number (1)")
    options = parser.parse_args()
    write(options.count, options.folder, options.seed)


if __name__ == "__main__":
    main()
