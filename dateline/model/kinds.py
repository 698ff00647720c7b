"""The kinds of events that the site tells apart, and what the articles make of them."""

from typing import Literal

EventType = Literal[
    "talks", "agreement", "meeting", "statement", "attack", "deployment", "decision",
    "election", "control", "displacement", "detention", "sanctions", "protest", "other",
]  # fmt: skip
Modality = Literal["happened", "scheduled", "expected", "claimed", "denied", "conditional"]
