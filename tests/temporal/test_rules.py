"""The examples of the grammar: each rule has one, silences are kept, and dates are counted from the right day."""

import re
import tomllib
from datetime import date
from typing import Any

import pytest
from example_file import EXAMPLES, cases

from dateline.edtf import when_within
from dateline.model import Sentence, Span, Timex, When
from dateline.temporal.find import find
from dateline.temporal.grammar.compiled import grammar, match_at
from dateline.temporal.grammar.rules import RULES
from dateline.temporal.grammar.tokens import tokenize
from dateline.temporal.resolve import resolve

SENTENCE = re.compile(r"[^\s][^\n]*?(?:[.!?]”?(?=\s+[A-Z“]|\s*$)|$)", re.MULTILINE)
QUOTATION = re.compile("“[^”]*”")


def split(text: str) -> list[Sentence]:
    """Sentences of an example: enough for texts that were written for it."""
    found = []
    for match in SENTENCE.finditer(text):
        quoted = tuple(Span(match.start() + q.start(), match.start() + q.end()) for q in QUOTATION.finditer(match[0]))
        paragraph, heading = text.count("\n\n", 0, match.start()), match[0][-1] not in ".!?”"
        found.append(Sentence(Span(*match.span()), match[0], paragraph, heading, quoted))
    return found


def published(text: str) -> When:
    first, _, last = text.partition("/")
    day, until = (None if side in ("", "..") else date.fromisoformat(side) for side in (first, last or first))
    return when_within(day, until, rule="", anchor="", explanation="")


def read(text: str, when: str = "2019-06-30") -> tuple[Timex, ...]:
    sentences = split(text)
    return resolve(find(text, sentences), text, sentences, published(when))


def fired(text: str) -> set[str]:
    """The names of the rules that match somewhere in the text, silent ones too."""
    names, at = set(), 0
    classes = tokenize(text, split(text), grammar().vocabulary).classes
    for i in range(len(classes)):
        found = match_at(classes, i) if i >= at else None
        if found:
            at = found.match.end()
            names.add(found.rule.name)
    return names


def test_a_rule_is_tried_wherever_it_matches() -> None:
    """Each rule is tried only where a match of it can begin: that must not leave out any."""
    for row in RULED:
        text = row.values[0]["text"]
        classes = tokenize(text, split(text), grammar().vocabulary).classes
        for i in range(len(classes)):
            matching = [rule for rule, compiled in grammar().rules if re.compile(compiled.regex).match(classes, i)]
            found = match_at(classes, i)
            assert (found.rule if found else None) is (matching[0] if matching else None)


RULED = cases("temporal_rules.toml", "example")
SILENT = tomllib.loads((EXAMPLES / "temporal_silence.toml").read_text(encoding="utf-8"))["silent"]


@pytest.mark.parametrize("row", RULED)
def test_rule(row: dict[str, Any]) -> None:
    assert row["rule"] in fired(row["text"])
    assert [f"{timex.text} = {timex.value}" for timex in read(row["text"])] == row["found"]


def test_each_rule_has_an_example() -> None:
    assert {rule.name for rule in RULES} == {case.values[0]["rule"] for case in RULED}
    assert len({rule.name for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("row", cases("temporal_anchors.toml", "example"))
def test_anchor(row: dict[str, Any]) -> None:
    timexes = read(row["text"], row["published"])
    shown = [
        f"{timex.text} = {timex.value}" + (f" : {timex.when.edtf}" if " : " in wanted else "")
        for timex, wanted in zip(timexes, row["found"], strict=True)
    ]
    assert shown == row["found"]
    assert all(timex.signal == row.get("signal", timex.signal) for timex in timexes)


@pytest.mark.parametrize("text", SILENT)
def test_silence(text: str) -> None:
    assert [timex.text for timex in read(text)] == []
