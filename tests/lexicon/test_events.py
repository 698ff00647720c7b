"""Each word of the lexicon of events stands with an example sentence, and is the event of that sentence."""

from typing import Any

import pytest
from stories import sentence

from dateline.lexicon.load import document
from dateline.reports.clauses.parsing import parse
from dateline.reports.grammar.morphology import EVENT_TABLES
from dateline.reports.grammar.objects import spelled_out
from dateline.reports.kinds.kind import trigger

LEXICON = document("events")


def words() -> list[Any]:
    rows = []
    for kind in EVENT_TABLES:
        for part in ("verbs", "nouns"):
            for word, example in LEXICON.data[kind][part].items():
                line = LEXICON.line_of(f"[{kind}.{part}]", example)
                rows.append(pytest.param(kind, word, example, id=f"events.toml:{line}:{word}"))
    return rows


@pytest.mark.parametrize(("kind", "word", "example"), words())
def test_each_word_is_the_event_of_its_example(kind: str, word: str, example: str) -> None:
    parsed = parse(sentence(example))
    found = [trigger(parsed, clause) for clause in parsed.clauses]
    told = [(event.type, event.lemma) for event in found if event]
    assert any((kind, verb) in told for verb in spelled_out(word)), found


def test_no_verb_with_its_object_is_of_two_kinds() -> None:
    kinds: dict[str, list[str]] = {}
    for kind in EVENT_TABLES:
        for entry in LEXICON.data[kind]["verbs"]:
            for verb in spelled_out(entry):
                kinds.setdefault(verb, []).append(f"{kind}: {entry}")
    assert not {verb: named for verb, named in kinds.items() if len(named) > 1}


def test_every_kind_of_the_contract_is_in_the_lexicon() -> None:
    assert set(LEXICON.data) == set(EVENT_TABLES)
