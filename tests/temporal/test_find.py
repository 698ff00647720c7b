"""Finding: spans, sentences, pickling, and time that grows no faster than the text."""

import pickle
import time
from datetime import date
from itertools import pairwise

import pytest

from dateline.edtf import when_within
from dateline.model import Sentence, Span
from dateline.temporal.find import find
from dateline.temporal.grammar.compiled import grammar
from dateline.temporal.grammar.expression import Mention
from dateline.temporal.grammar.language import compile_pattern
from dateline.temporal.resolve import resolve


def mentions(text: str) -> tuple[Mention, ...]:
    return find(text, [Sentence(Span(0, len(text)), text, 0, False, ())])


def test_spans_count_in_the_text_and_mentions_do_not_overlap() -> None:
    text = "By late May 2018, nearly two years after the war of 2016, talks began on Friday at 5 p.m. in Doha."
    found = mentions(text)
    assert [text[m.span.start : m.span.end] for m in found] == [m.text for m in found]
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert [m.signal for m in found] == ["by", "after", "of", "on", "at"][: len(found)]


def test_no_expression_crosses_the_end_of_a_sentence() -> None:
    text = "They met in May. 2018 was a bad year."
    sentences = [Sentence(Span(0, 16), text[:16], 0, False, ()), Sentence(Span(17, 37), text[17:], 0, False, ())]
    assert [m.text for m in find(text, sentences)] == ["May", "2018"]


def test_only_sentences_are_read() -> None:
    text = "date 2019-06-30\n\nThey met on Friday."
    assert [m.text for m in find(text, [Sentence(Span(17, len(text)), text[17:], 1, False, ())])] == ["Friday"]


def test_mentions_can_be_pickled() -> None:
    found = mentions("Early in May 2019, two years ago, every Friday at 5 p.m. over Christmas and the 1990s.")
    assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301 (our own bytes)


@pytest.mark.parametrize(
    "piece",
    [
        "Monday ",
        "May ",
        "5 ",
        "1999-",
        "the end of ",
        "twenty ",
        "more than ",
        "5:30 ",
        "early ",
        "a ",
        "12/",
        "“",
        "1" * 40,
        "the ",
    ],
)
def test_time_is_linear_in_the_length(piece: str) -> None:
    mentions(piece)

    def seconds(n: int) -> float:
        began = time.process_time()
        mentions(piece * n)
        return time.process_time() - began

    short, long = min(seconds(2000) for _ in range(2)), seconds(20000)
    assert long < 40 * max(short, 0.005)


def test_resolving_is_linear_too() -> None:
    published = when_within(date(2019, 6, 30), date(2019, 6, 30), rule="", anchor="", explanation="")

    def seconds(n: int) -> float:
        text = "“Monday” (May 3) 1999, " * n
        quoted = tuple(Span(i * 23, i * 23 + 8) for i in range(n))
        sentences = [Sentence(Span(0, len(text)), text, 0, True, quoted)]
        found = find(text, sentences)
        began = time.process_time()
        assert len(resolve(found, text, sentences, published)) == len(found)
        return time.process_time() - began

    short, long = min(seconds(300) for _ in range(2)), seconds(3000)
    assert long < 40 * max(short, 0.005)


def test_patterns_that_are_wrong_are_refused() -> None:
    charset = grammar().vocabulary.charset
    for pattern in ("(MONTH", "MONTH)", "NOTHING", "MONTH *", "?"):
        with pytest.raises(ValueError, match=r".+"):
            compile_pattern(pattern, {}, charset)
