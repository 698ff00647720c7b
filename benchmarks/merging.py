"""How fast reports are merged into events and related to each other, on made-up reports.

    python benchmarks/merging.py [REPORTS]

CPU-seconds on one core and the most memory that the process held. The reports are spread over seven years, 60 actors
and 100 places, ten an article, half of them with a stated day; the same at every call.
"""

import dataclasses
import random
import resource
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta

from dateline import edtf
from dateline.articles.load import read
from dateline.merging.merge import events
from dateline.model import Article, EventType, Modality, Published, Report, Span, Timex
from dateline.relations.relate import relate
from dateline.stages.known import Known, Where

KINDS: tuple[EventType, ...] = ("attack", "talks", "meeting", "agreement", "statement", "decision", "deployment")
MODALITIES: tuple[Modality, ...] = ("happened",) * 7 + ("claimed", "expected", "scheduled")
WORDS = (
    "rebels army port city killed wounded said troops envoy deal village north south bridge market signed town".split()
)
ACTORS = [f"actor-{n}" for n in range(60)]
PLACES = [f"place-{n}" for n in range(100)]
BEGIN = date(2015, 1, 1)


def archive(reports: int) -> tuple[list[Report], dict[str, Article]]:
    """So many reports and the articles that hold them."""
    chance = random.Random(1)  # noqa: S311  (no secret: the same numbers at every call)
    article, _ = read("article.txt", b"Nothing. " * 120, None)  # as long as the reports reach
    if article is None:
        raise SystemExit("the article of the benchmark cannot be read")
    articles = {}
    found: list[Report] = []
    for n in range(reports // 10):
        day = BEGIN + timedelta(days=chance.randrange(2500))
        when = edtf.when_within(day, day, rule="header", anchor="", explanation="")
        name = f"article-{n}"
        articles[name] = dataclasses.replace(article, id=name, file=f"{name}.txt", published=Published(when, "header"))
        found += _reports(name, day, chance)
    return found, articles


def _reports(article: str, published: date, chance: random.Random) -> Iterator[Report]:
    for k in range(10):
        day, stated = published - timedelta(days=chance.randrange(3)), chance.random() < 0.5
        when = edtf.when_within(day if stated else None, day, rule="weekday", anchor="", explanation="", stated=stated)
        quote = " ".join(chance.choice(WORDS) for _ in range(12)) + f" {chance.randrange(10**6)}"
        yield Report(
            article=article, span=Span(100 * k, 100 * k + 90), quote=quote, headline=quote[:60],
            trigger=Span(100 * k, 100 * k + 5), type=chance.choice(KINDS), modality=chance.choice(MODALITIES),
            when=when, timex=Timex(Span(0, 1), "x", "DATE", day.isoformat(), when, "") if stated else None, by=None,
            actors=tuple(chance.sample(ACTORS, 2)), places=(chance.choice(PLACES),), round=None, attribution=None,
            said_by=(), figures=(),
        )  # fmt: skip


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    reports, articles = archive(count)
    begin = time.process_time()
    merged = events(reports, articles, Known(frozenset(ACTORS[:20]), {}, dict.fromkeys(PLACES, Where("city", ""))))
    middle = time.process_time()
    relate(merged, articles, {}, BEGIN + timedelta(days=2600))
    end = time.process_time()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        f"{count:,} reports, {len(merged):,} events: merged in {middle - begin:.1f} s, related in {end - middle:.1f} s"
    )
    print(f"{memory} MB")


if __name__ == "__main__":
    main()
