"""Names in texts: what is found, whom it stands for, what must not be found. The texts are in examples/names.toml."""

from typing import Any

import pytest
from example_file import cases
from names_reading import directory

from dateline.model import Name


def names_of(text: str) -> list[Name]:
    found = directory(text)
    return [name for article in sorted(found.mentions) for name in found.names(article)]


def links(names: list[Name]) -> set[str]:
    return {f"{name.text} -> {name.id or 'nobody'}" for name in names}


@pytest.mark.parametrize("case", cases("names.toml", "name"))
def test_example(case: dict[str, Any]) -> None:
    found = names_of(case["text"])
    stated = [name for name in found if not name.implied]
    if "names" in case:
        assert [f"{name.text}: {name.kind}" for name in stated] == case["names"]
    assert set(case.get("ids", [])) <= links(stated)
    if "implied" in case:
        assert links([name for name in found if name.implied]) == set(case["implied"])
    assert set(case.get("acts", [])) <= {name.text for name in stated if name.acts}
    assert not set(case.get("idle", [])) & {name.text for name in stated if name.acts}


@pytest.mark.parametrize("case", cases("names.toml", "name"))
def test_spans_are_the_words(case: dict[str, Any]) -> None:
    found = directory(case["text"])
    for number, part in enumerate(case["text"].split("\n===\n")):
        for name in found.names(f"a{number}"):
            assert " ".join(part[name.span.start : name.span.end].split()) == name.text
