"""The buttons above the timeline work without a script: the rules by which style alone hides what does not fit.

Each month is marked with every combination of choices that one of its events fits, so that a month that a
combination would leave empty goes with its events.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import combinations, product

from dateline.model import EventType, Modality
from dateline.web.labels import CERTAINTY, LANE, LANE_NAME

# The name of each row of buttons, and its keys: the ids of its buttons, the classes of the cards.
_ROWS = (
    ("lane", tuple(LANE_NAME)),
    ("certainty", tuple(dict.fromkeys(CERTAINTY.values()))),
    ("show", ("essential",)),
)


@cache
def held(type: EventType, modality: Modality, essential: bool) -> tuple[str, ...]:
    """The marks of the month of an event of this kind: "has-talks", "has-done", "has-talks-done"…"""
    keys = (LANE[type], CERTAINTY[modality], *(["essential"] if essential else []))
    return tuple(_mark(chosen) for number in range(1, len(keys) + 1) for chosen in combinations(keys, number))


def sheet() -> str:
    """The style sheet with the rules of each combination of choices."""
    rows = [[(name, key) for key in keys] for name, keys in _ROWS]
    together = (some for number in range(1, len(rows) + 1) for some in combinations(rows, number))
    chosen = (choice for some in together for choice in product(*some))
    return "/* What the buttons above the timeline leave, alone and together. */\n" + "".join(
        rule for choice in chosen for rule in _rules(choice)
    )


def _rules(choice: tuple[tuple[str, str], ...]) -> Iterator[str]:
    """What does not fit is hidden, but for the event that a link leads to; where nothing is left, that is said."""
    buttons = "".join(f":has(#{name}-{key}:checked)" for name, key in choice)
    timeline = f".filters{buttons} ~ .timeline"
    mark = _mark(key for _, key in choice)
    if len(choice) == 1:
        yield f"{timeline} .event:not(.{choice[0][1]}, :target) {{ display: none; }}\n"
    yield f"{timeline} .month:not(.{mark}, :has(:target)) {{ display: none; }}\n"
    yield f"{timeline}:not(:has(.{mark}, .event:target)) .nothing {{ display: block; }}\n"


def _mark(keys: Iterable[str]) -> str:
    return "has-" + "-".join(keys)
