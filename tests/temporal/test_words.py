"""Every word of time that the lexicon lists has an example, and so is found with the value that it is worth."""

from datetime import date, timedelta
from typing import Any

import pytest
from example_file import cases

from dateline.edtf import when_within
from dateline.model import Sentence, Span, Timex
from dateline.temporal.find import find
from dateline.temporal.grammar.compiled import grammar
from dateline.temporal.grammar.lengths import period_value
from dateline.temporal.resolve import resolve
from dateline.temporal.resolving.feasts import feasts

TEMPLATES = cases("temporal_words.toml", "each")
TABLES = grammar().vocabulary.values
UNIONS = {"MONTH", "WEEKDAY", "SHORT", "NUMBER", "DAY_TH"}
PUBLISHED = date(2019, 6, 30)
CASES = [
    pytest.param(case.values[0], word, id=f"{case.id} {word}")
    for case in TEMPLATES
    for word in TABLES[case.values[0]["table"]]
]


def read(text: str, published: date = PUBLISHED) -> tuple[Timex, ...]:
    sentences = [Sentence(Span(0, len(text)), text, 0, False, ())]
    when = when_within(published, published, rule="", anchor="", explanation="")
    return resolve(find(text, sentences), text, sentences, when)


def fields(table: str, word: str) -> dict[str, Any]:
    """What a template may name: the word, its value, and what follows from the value by the calendar."""
    value = TABLES[table][word]
    named = {
        "word": word,
        "Word": word.title().replace("'S", "'s").replace(" '", "'").replace(" - ", "-"),
        "WORD": word.upper(),
        "value": value,
    }
    match table:
        case "WEEKDAY_NAME":
            named["weekday"] = f"{30 - (6 - value):02}"
        case "WEEKDAY_PLURAL":
            named["next"] = value + 1
        case "UNIT":
            named["every"] = "XXXX-WXX-WE" if value == "weekend" else period_value(1, value)
        case "UNITS":
            named["three"] = period_value(3, value)
        case "UNITS_LONG":
            named["many"] = period_value(None, value)
        case "UNIT_LONG":
            named["one"] = period_value(1, value)
        case "SEASON_SURE":
            named["season"] = 2018 if value == "WI" else 2019
        case "AMPM":
            named["hour"] = f"{5 + value:02}"
        case "DEICTIC":
            named["deictic"] = PUBLISHED + timedelta(days=value)
        case "HOLIDAY":
            named["feast"] = feasts(value, 2018)[0].value
        case "TENS":
            named["tens"] = f"{19 if value > 1 else 20}{value}"
    return named


@pytest.mark.parametrize(("row", "word"), CASES)
def test_word(row: dict[str, str], word: str) -> None:
    named = fields(row["table"], word)
    found = read(row["text"].format(**named))
    expected = row["found"].format(**named)
    assert [f"{timex.text} = {timex.value}" for timex in found] == ([expected] if expected else [])
    if "signal" in row:
        assert found[0].signal == row["signal"].format(**named)


def test_each_table_has_an_example() -> None:
    assert set(TABLES) - UNIONS == {case.values[0]["table"] for case in TEMPLATES}
