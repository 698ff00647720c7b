"""The lists of the lexicon as parameters of a test, and their words in sentences."""

from typing import Any

import pytest
from stories import sentence

from dateline.lexicon.load import document
from dateline.reports.clauses.clause import Parsed
from dateline.reports.clauses.parsing import parse
from dateline.reports.grammar.morphology import inflect


def words(name: str, table: str | None, key: str) -> list[Any]:
    """The words of one list, each with the line on which it stands."""
    source = document(name)
    data = source.data[table] if table else source.data
    where = [f"[{table}]"] if table else []
    return [
        pytest.param(word, id=f"{name}.toml:{source.line_of(*where, f'{key} =', f'{chr(34)}{word}{chr(34)}')}:{word}")
        for word in data[key]
    ]


def form(lemma: str, wanted: str) -> str:
    return next(word for word, name in inflect(lemma) if name == wanted)


def read(text: str) -> Parsed:
    return parse(sentence(text))
