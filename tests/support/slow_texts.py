"""Texts that were made to take long, and the stages that they go through: for tests and benchmarks/adversarial.py."""

import gc
import signal
import time
from collections.abc import Callable, Iterator
from typing import Any

from dateline.articles.load import read as load
from dateline.merging.merge import events
from dateline.model import Conflict, Report
from dateline.names import find as names
from dateline.relations.relate import relate
from dateline.reports.clauses.parsing import parse
from dateline.rounds.find import find as find_rounds
from dateline.stages.archive import gather
from dateline.stages.known import known_of
from dateline.stages.reading import Reading
from dateline.stages.resolving import Resolved, resolve
from dateline.stages.terminus import terminus
from dateline.temporal import find as temporal
from dateline.text.sentences import sentences
from dateline.timeline import now_of, of
from dateline.web.render import drawn

NEWS = (
    "Government troops and fighters of the Taliban clashed near the Kunduz bridge on Monday, killing 12 people.",
    "A spokesman for the defence ministry said the convoy had been held up for nine hours before it reached the town.",
    "The talks, which began in March last year, are due to resume on 5 July in Doha, envoys said.",
    "“We want an end to a war that has lasted 18 years,” Ann Lee told reporters late on Sunday.",
    "The seventh round of talks between the Taliban and the United States ended on 29 June 2019 without an agreement.",
    "Prices of bread and fuel have gone up since the border was shut, and queues form before dawn.",
    "The army, according to officials, would withdraw by September if the rebels agreed to a truce.",
    "The truce was signed on 12 January 2018 and broke down within weeks, as the one before it had done.",
)  # fmt: skip
REPEATED = {
    "days": "Monday ",
    "days and commas": "Monday, ",
    "numbers of days": "12 June 13 July ",
    "dates": "2019-06-30 ",
    "ranges": "between 1 and 2 June and ",
    "durations": "three years and two months before ",
    "digits": "7",
    "digits apart": "7 ",
    "digits and dots": "1.",
    "brackets": "(",
    "brackets and capitals": "(A ",
    "square brackets": "[",
    "braces": "{{",
    "angles": "<",
    "tags": "<a ",
    "comments": "<!--",
    "quotation marks": '"',
    "opening marks": "“",
    "nested quotes": "“He said ",
    "backticks": "``",
    "apostrophes": "'",
    "emphasis": "*",
    "unclosed emphasis": "*a ",
    "underscores": "_a_",
    "links": "[a](b ",
    "images": "![a](",
    "quoted lines": "> ",
    "quoted lines nested": ">" * 100 + "\n",
    "lists": "- ",
    "headings": "# ",
    "rules": "- - - ",
    "fences": "```\n",
    "capitals": "A",
    "capital words": "Abc ",
    "capital words and dots": "Abc. ",
    "initials": "A. B. ",
    "small letters": "a",
    "one word a line": "word\n",
    "titles": "Mr. ",
    "titles and names": "Mr. Lee ",
    "of the": "of the ",
    "and": "and ",
    "Lee and": "Lee and ",
    "commas": ", ",
    "Lee,": "Lee, ",
    "hyphens": "Al-",
    "dashes": "--",
    "line feeds": "\n",
    "carriage returns": "\r",
    "blanks": " ",
    "tabs": "\t",
    "spaces that do not break": "\u00a0",
    "accents": "\u0301",
    "letters and accents": "a\u0301\u0302",
    "zero width": "\u200b",
    "emoji": "👩‍👩‍👧 ",
    "from right to left": "مذاکرات ",
    "turned about": "\u202ea\u202c",
    "Chinese": "和平谈判",
    "who": "who said that ",
    "said": "he said ",
    "to": "to try to ",
    "verbs": "attacked killed bombed ",
    "event nouns": "attack talks agreement ",
    "rounds": "the seventh round of talks ",
    "round": "round ",
    "the round of": "first and second and ",
    "pronouns": "he they it ",
    "the group": "the group said the army said ",
    "states": "Afghanistan Syria Mali ",
    "demands": "demanded that they withdraw and ",
    "figures": "16 people killed and ",
    "at least": "at least ",
    "according to": "according to ",
    "if": "if ",
    "withheld": "▇",
    "dots": ".",
    "dots apart": ". ",
    "abbreviations": "U.S. ",
    "ellipses": "… ",
    "questions": "?! ",
    "entities": "&amp;",
    "percent": "%41",
    "backslashes": "\\",
    "names and nouns": "Taliban fighters and ",
    "quotes and names": "“a” Ann Lee and ",
    "marks and nouns": "( Rebels ",
    "days until": "until 5 May 2018 ",
    "dateline": "KABUL, Afghanistan (AP) -- ",
    "header": "date 2019-06-30 Reuters, KABUL ",
}
SENTENCES = {
    "short sentences": "Rebels attacked. ",
    "one sentence again": "The Taliban attacked Kunduz on Monday. ",
    "sentences of names": "Ann Lee met Bob Ray and Cy Dow in Doha. ",
    "sentences of pronouns": "He said he had met them. ",
    "claims": "Officials said on Friday that rebels had attacked the port. ",
    "forecasts": "Talks will be held in Doha on 5 July 2019. ",
    "paragraphs": "Rebels attacked the port on Friday.\n\n",
    "quotations": "“We attacked the port on Friday,” he said. ",
    "quotations of nobody": "“We attacked.” ",
    "denials": "He denied the claim. Rebels attacked. ",
    "what was told before": "The attack came. It was the raid. ",
    "the talks": "The seventh round of talks ended. The talks ended. ",
    "two states": "Iran and Iraq met. Both countries agreed. ",
}
EACH_ANOTHER = {
    "days told": "Rebels attacked the port on {day}. ",
    "days to come": "Talks will be held on {day}, officials said. ",
    "rounds, each another": "Round {n} of talks between Iran and Iraq ended on {day}. ",
    "people who speak": "Ab{n} Cd{n}, an envoy of Iran, said that he met Ef{n} Gh{n} on {day}. ",
    "one surname": "Ab{n} Lee, an envoy, said on {day} that he met Ef{n} Lee. ",
    "towns": "Rebels attacked the town of Ab{n} on {day}, killing {n} people. ",
    "quotes, each another": "“We attacked {n} ports on {day},” Ab{n} told Cd{n}.\n\n",
    "demands, each another": "Ab{n} demanded that Cd{n} withdraw from Ef{n} by {day}. ",
    "bodies": "The Ab{n} Front (AF{n}) signed an agreement with the Cd{n} Party (CP{n}) on {day}. ",
}
MONTHS = "January February March April May June July August September October November December".split()


def texts(length: int) -> Iterator[tuple[str, str]]:
    for name, part in (REPEATED | SENTENCES).items():
        yield name, (part * (length // len(part) + 1))[:length]
    yield "one endless sentence", ("the army that bombed the port which rebels held, and " * length)[:length]
    yield "nested brackets", "(" * (length // 2) + ")" * (length // 2)
    yield "names, each another", " ".join(f"Ab{n:x} Cd{n:x}" for n in range(length))[:length]
    yield "words, each another", " ".join(f"ab{n:x}" for n in range(length))[:length]
    days = [f"{day} {month} {year}" for year in range(1950, 2019) for month in MONTHS for day in range(1, 29)]
    for name, part in EACH_ANOTHER.items():
        size = length // len(part)
        yield name, "".join(part.format(n=n, day=days[n % len(days)]) for n in range(size + 1))[:length]
    yield "mixed", ("".join((REPEATED | SENTENCES).values()) * (length // 1000 + 1))[:length]


def ordinary(length: int) -> str:
    """News of that length, five sentences a paragraph; no sentence stands there twice."""
    parts: list[str] = []
    size = n = 0
    while size < length:
        text = (
            NEWS[n * 5 % len(NEWS)].replace("Ann Lee", f"Ann Lee{'abcdefghij'[n % 10]}").replace("12", str(n % 90 + 10))
        )
        parts.append(text + (" " if (n + 1) % 5 else "\n\n"))
        size, n = size + len(parts[-1]), n + 1
    return "".join(parts)[:length]


class TooLongError(Exception):
    """A stage took longer than it may."""


def measured(step: Callable[[], Any], most: float) -> tuple[Any, float]:
    """What a step makes and the CPU seconds that it takes; raises TooLongError past `most`."""

    def stop(*_: object) -> None:
        raise TooLongError

    signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, most)
    began = time.process_time()
    try:
        return step(), time.process_time() - began
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def stages(text: str, most: float = 1e6) -> Iterator[tuple[str, float]]:
    """The name of each stage and the CPU seconds that it takes for the text; `inf` past `most`, and none after that."""
    gc.collect()  # what is left of another text is no work of this one
    data = f" date 2019-06-30 Reuters, KABUL\n\n{text}".encode()
    steps: tuple[tuple[str, Callable[..., Any]], ...] = (
        ("load", lambda _: load("a.txt", data, None)[0]),
        ("sentences", lambda made: (made["load"], sentences(made["load"]))),
        ("times", lambda made: temporal.find(made["load"].body, made["sentences"][1])),
        ("names", lambda made: names.find(made["load"].body, made["sentences"][1], made["load"].dateline_span)),
        ("rounds", lambda made: find_rounds(made["load"].body, made["sentences"][1])),
        ("clauses", lambda made: tuple(parse(one) for one in made["sentences"][1])),
        ("archive", lambda made: _archive(made)),
        ("resolve", lambda made: resolve(made["archive"][0], made["archive"][1].facts(made["load"].id))),
        ("events", lambda made: _timeline(made["archive"][1], made["resolve"])),
        ("pages", lambda made: sum(len(page.content) for page in drawn(made["events"], None))),
    )
    made: dict[str, Any] = {}
    for name, step in steps:
        try:
            made[name], seconds = measured(lambda step=step: step(made), most)
        except TooLongError:
            yield name, float("inf")
            return
        yield name, seconds
        if made[name] is None:  # no article
            return


def _archive(made: dict[str, Any]) -> tuple[Reading, Any]:
    article, parsed, mentions = made["load"], made["clauses"], made["times"]
    bound = terminus(article, parsed, mentions)
    reading = Reading(article, made["names"], made["rounds"], bound, (), parsed, mentions)
    return reading, gather([reading], Conflict())


def _timeline(archive: Any, resolved: Resolved) -> Any:
    articles, reports = archive.articles, list[Report](resolved.reports)
    known = known_of(archive)
    related = relate(events(reports, articles, known), articles, known.sides, now_of(articles.values()))
    return of(Conflict(publish="full"), archive, [resolved], related)
