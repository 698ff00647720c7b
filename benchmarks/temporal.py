"""How fast time expressions are found and resolved, beside dateparser's search_dates, on generated news text.

    python benchmarks/temporal.py [KILOBYTES]

Speed is kilobytes of text per CPU-second on one core, the median of five passes with everything loaded; the time
to load is given apart. The noise of the machine is the spread of five passes of a fixed piece of work.
"""

import itertools
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date, datetime

from dateline.edtf import when_within
from dateline.model import Sentence, Span

PASSES = 5
PUBLISHED = date(2019, 6, 30)
SMALL = 20  # kilobytes for search_dates, which is slow
SENTENCES = (
    "Government troops and fighters of the northern front clashed near the {place} bridge on {weekday}, killing {n}.",
    "A spokesman for the defence ministry said the convoy had been held up for {n} hours before it reached the town.",
    "The talks, which began in {month} last year, are due to resume on {month} {day} in the Gulf state, envoys said.",
    "“We want an end to a war that has lasted {n} years,” the governor told reporters late {weekday} night.",
    "About {n} people have fled the {place} valley since {month} {year}, the United Nations refugee agency said.",
    "Officials of both sides declined to comment on the report, which named no source and gave no figures at all.",
    "The truce was signed on {day} {month} {year} and broke down within weeks, as the one before it had done.",
    "Aid groups may leave the region if the roads stay closed; the second round of the inquiry has yet to open.",
    "The road over the pass was blocked by snow and rubble, and drivers waited for the army to clear it.",
    "Shopkeepers in the old quarter took in their goods when the first shells fell near the bus station.",
    "Neither claim could be confirmed, since reporters are kept away from the area by checkpoints on both sides.",
    "The hospital treated dozens of wounded, among them children who had been playing in the schoolyard.",
    "Diplomats described the mood in the room as businesslike and said that the hardest questions were left open.",
    "Prices of bread and fuel have gone up since the border was shut, and queues form before dawn.",
    "Residents of {place} said that yesterday was the first quiet day in more than {n} months of shelling.",
    "The prime minister, who took office two years ago, has said that elections will be held this autumn.",
)
PLACES = ("Arden", "Belmar", "Corvo", "Dunmore", "Esker", "Farrow")
MONTHS = ("January", "February", "March", "April", "Sept.", "October", "Dec.")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def news(kilobytes: int) -> tuple[str, list[Sentence]]:
    """So much text in paragraphs of five sentences; the same at every call."""
    parts: list[str] = []
    sentences: list[Sentence] = []
    at = 0
    for i in itertools.count():
        if at >= 1000 * kilobytes:
            return "".join(parts), sentences
        text = SENTENCES[i * 5 % len(SENTENCES)].format(
            place=PLACES[i % 6], weekday=WEEKDAYS[i % 7], month=MONTHS[i * 3 % 7], day=i * 5 % 28 + 1,
            year=1990 + i % 30, n=i % 37 + 2,
        )  # fmt: skip
        sentences.append(Sentence(Span(at, at + len(text)), text, i // 5, False, ()))
        parts.append(text + (" " if (i + 1) % 5 else "\n\n"))
        at += len(parts[-1])
    raise AssertionError


def cpu(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def speed(kilobytes: float, work: Callable[[], object], passes: int = PASSES) -> float:
    work()
    return kilobytes / statistics.median(cpu(work) for _ in range(passes))


def main() -> None:
    kilobytes = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    noise = [cpu(lambda: sum(i * i for i in range(300_000))) for _ in range(PASSES)]
    text, sentences = news(kilobytes)
    published = when_within(PUBLISHED, PUBLISHED, rule="", anchor="", explanation="")

    began = time.process_time()
    from dateline.temporal.find import find
    from dateline.temporal.resolve import resolve

    found = resolve(find(text[:2000], sentences[:10]), text, sentences[:10], published)
    loading = time.process_time() - began
    mentions = find(text, sentences)
    finding = speed(len(text) / 1000, lambda: find(text, sentences))
    both = speed(len(text) / 1000, lambda: resolve(find(text, sentences), text, sentences, published))

    from dateparser.search import search_dates

    sample = news(SMALL)[0]
    settings = {"RELATIVE_BASE": datetime(2019, 6, 30), "TIMEZONE": "UTC"}  # noqa: DTZ001 (it wants a naive base)
    theirs = speed(len(sample) / 1000, lambda: search_dates(sample, languages=["en"], settings=settings), passes=1)

    print(f"text: {len(text) / 1000:.0f} KB, {len(mentions)} expressions ({len(found)} in the first ten sentences)")
    print(f"noise: {100 * (max(noise) / min(noise) - 1):.0f} % between {PASSES} passes of the same work")
    print(f"load and first ten sentences: {1000 * loading:.0f} ms CPU")
    print(f"find:             {finding:6.0f} KB per CPU-second")
    print(f"find and resolve: {both:6.0f} KB per CPU-second")
    print(f"dateparser.search.search_dates: {theirs:6.0f} KB per CPU-second (on {SMALL} KB)")


if __name__ == "__main__":
    main()
