"""The JSON of the downloads holds what it is given, an item a line, whether its lists are in memory or not."""

import json
from typing import Any

import pytest

from dateline.export import json_text

VALUES: list[Any] = [
    {},
    [],
    '“Kabul” \\ " \n \u2028 \x00',
    12,
    -0.5,
    1e100,
    None,
    [True, False, 1, 0, 1.0],
    {"a": [], "b": {}, "c": [[]], "d": [{"e": None}], "é": [{"f": [1, 2]}]},
    [{"id": n, "names": ["x"] * n} for n in range(3)],
]


@pytest.mark.parametrize("value", VALUES)
def test_it_holds_the_value(value: Any) -> None:
    assert json.loads(json_text.text(value)) == value
    assert json_text.inline(value) == json.dumps(value, ensure_ascii=False)


@pytest.mark.parametrize("items", [[], [1], [{"a": [1]}, [], "x"]])
def test_an_iterator_is_a_list(items: list[Any]) -> None:
    assert json_text.text(iter(items)) == json_text.text(items)
    data = {"before": 1, "items": items, "after": {}}
    assert json_text.text(data | {"items": iter(items)}) == json_text.text(data)


def test_each_item_has_a_line() -> None:
    data = {"title": "Ä\n", "none": [], "items": ({"a": [1, 2]}, {"a": []}), "one": {"b": 1}}
    assert json_text.text(data).splitlines() == [
        "{",
        '"title": "Ä\\n",',
        '"none": [],',
        '"items": [',
        '{"a": [1, 2]},',
        '{"a": []}',
        "],",
        '"one": {"b": 1}',
        "}",
    ]
