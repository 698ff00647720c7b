"""Casualties and troops as numbers with bounds."""

import pytest

from dateline.reports.grammar.figures import figures


@pytest.mark.parametrize(
    ("text", "what", "low", "high"),
    [
        ("killing at least 16 people", "killed", 16, None),
        ("wounding nearly 100", "wounded", None, 100),
        ("Forty-two soldiers were killed", "killed", 42, 42),
        ("Two hundred people died", "killed", 200, 200),
        ("some three dozen fighters were killed", "killed", 36, 36),
        ("a dozen people were injured", "wounded", 12, 12),
        ("Dozens of people were killed", "killed", 24, None),
        ("about 14,000 remaining US troops", "troops", 14_000, 14_000),
        ("from August 15 after seven protesters died", "killed", 7, 7),
        ("more than 5,200 injured", "wounded", 5_200, None),
        ("the attack on Aug. 7 killed 257 people", "killed", 257, 257),
        ("the bodies of at least six members", "killed", 6, None),
    ],
)
def test_a_figure_is_read_with_its_bounds(text: str, what: str, low: int | None, high: int | None) -> None:
    assert [(f.what, f.low, f.high) for f in figures(text)] == [(what, low, high)]


@pytest.mark.parametrize(
    "text", ["18 years of fighting", "a man was killed", "the 2015 attack", "killed on May 3", "one of the dead"]
)
def test_what_is_no_figure(text: str) -> None:
    assert [f for f in figures(text) if f.low not in (1,)] == []
