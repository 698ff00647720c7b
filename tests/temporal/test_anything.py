"""Whatever the words and whatever is known of the publication, every expression gets a sound value."""

import random
from datetime import date

import pytest

from dateline.edtf import when_within
from dateline.model import Sentence, Span
from dateline.temporal.find import find
from dateline.temporal.grammar.compiled import grammar
from dateline.temporal.resolve import resolve

ODDITIES = (
    "0 00 0000 9999 99999 123456789012 2019 1066 12/31/99 99/99/99 5:99 25:00 0000-01-01 2019-02-30 9999-12-31 31 "
    "1,000 2.5 1/0 00s 000s 900s 2000s '90s 99th 13am $5 ² ٣ unknown said will was foo. , - – ( ) ."
).split()
PUBLISHED = (
    (date(2019, 6, 30), date(2019, 6, 30)),
    (date(2019, 1, 1), date(2019, 2, 2)),
    (None, date(2018, 1, 1)),
    (date(2018, 1, 1), None),
    (None, None),
    (date(1, 1, 1), date(1, 1, 1)),
    (date(9999, 12, 31), date(9999, 12, 31)),
)


@pytest.mark.parametrize(("first", "last"), PUBLISHED)
def test_any_words(first: date | None, last: date | None) -> None:
    words = sorted(grammar().vocabulary.chars) + ODDITIES
    choose = random.Random(19)  # noqa: S311 (the same texts at every run)
    when = when_within(first, last, rule="", anchor="", explanation="")
    for _ in range(700):
        text = " ".join(choose.choice(words) for _ in range(choose.randint(1, 12)))
        quoted = (Span(0, len(text) // 2),) if choose.random() < 0.2 else ()
        sentences = [Sentence(Span(0, len(text)), text, 0, False, quoted)]
        for timex in resolve(find(text, sentences), text, sentences, when):
            assert timex.value
            assert text[timex.span.start : timex.span.end] == timex.text
            assert timex.when.explanation.endswith(".")
            start, end = timex.when.first, timex.when.last
            assert start is None or end is None or start <= end
