"""How long a large site takes to draw and to write, how much memory that needs, and how big it becomes.

    python benchmarks/large_site.py [EVENTS] [OUT]

The timeline is made up: events over seven years with 60 actors and 100 places, ten an article; the same at every call.
OUT is kept for a look at it; without it the site is written to a temporary folder and removed.
"""

import dataclasses
import resource
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from merging import ACTORS, BEGIN, PLACES, archive

from dateline.merging.merge import events
from dateline.model import Actor, Forecast, Place, Timeline
from dateline.publishing.publish import publish
from dateline.stages.known import Known
from dateline.web.render import drawn


def timeline(count: int) -> Timeline:
    """About so many events, every tenth of them a forecast; each report is an event of its own."""
    reports, articles = archive(count)
    text = " " * 1000
    made = events(reports, articles, Known(frozenset(ACTORS[:20])))
    ahead = ("scheduled", "expected")
    made = [
        dataclasses.replace(one, forecast=Forecast(None, "not reported", None, None)) if one.modality in ahead else one
        for one in made
    ]
    undated = sum(one.when.first is None for one in made)
    print(f"{len(made):,} events, {undated:,} of them known by a bound alone")
    return Timeline(
        title="A large timeline", description="", language="en", url=None, publish={}, now=BEGIN,
        articles=tuple(dataclasses.replace(one, text=text, body=text) for one in articles.values()),
        events=tuple(sorted(made, key=lambda one: (one.when.first or one.when.last or BEGIN, one.id))),
        actors=tuple(Actor(id, f"Actor {id[6:]}", "person" if id in ACTORS[:20] else "state") for id in ACTORS),
        rounds=(), places=tuple(Place(id, f"Place {id[6:]}", None, None, None, "city") for id in PLACES), discards=(),
    )  # fmt: skip


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    made = timeline(count)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    begin = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        out = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(folder) / "site"
        written = publish(drawn(made, "https://example.org/large"), out)
        taken = time.perf_counter() - begin
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        sizes: Counter[str] = Counter()
        files: Counter[str] = Counter()
        largest: Counter[str] = Counter()
        for path in (*written.written, *written.unchanged):
            room = path.split("/")[0]
            size = (out / path).stat().st_size
            sizes[room] += size
            files[room] += 1
            largest[room] = max(largest[room], size)
    print(
        f"{taken:.1f} s, {memory} MB at most ({before} MB before), "
        f"{files.total():,} files, {sizes.total() / 1e6:.0f} MB"
    )
    for room, size in sizes.most_common(12):
        print(f"{room:24} {size / 1e6:8.1f} MB in {files[room]:7,} files, the largest of {largest[room] / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
