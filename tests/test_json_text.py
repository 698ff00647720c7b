"""The JSON of the downloads is that of json.dumps, whether its lists are in memory or not."""

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
    {"a": [], "b": {}, "c": [[]], "d": [{"e": None}], "é": ({"f": (1, 2)},)},
    [{"id": n, "names": ["x"] * n} for n in range(3)],
]


@pytest.mark.parametrize("value", VALUES)
@pytest.mark.parametrize("step", [1, 2])
def test_it_is_what_json_dumps_makes(value: Any, step: int) -> None:
    assert json_text.text(value, step) == json.dumps(value, ensure_ascii=False, indent=step) + "\n"
    assert json_text.inline(value) == json.dumps(value, ensure_ascii=False)


@pytest.mark.parametrize("items", [[], [1], [{"a": [1]}, [], "x"]])
def test_an_iterator_is_a_list(items: list[Any]) -> None:
    assert json_text.text(iter(items)) == json.dumps(items, indent=1) + "\n"
    data = {"before": 1, "items": items, "after": {}}
    assert json_text.text(data | {"items": iter(items)}, step=2) == json.dumps(data, indent=2) + "\n"
