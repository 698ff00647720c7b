"""The kinds of events that the site tells apart."""

from typing import Literal

EventType = Literal[
    "talks", "agreement", "meeting", "statement", "attack", "deployment", "decision",
    "election", "control", "displacement", "detention", "sanctions", "protest", "other",
]  # fmt: skip
