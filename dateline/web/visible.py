"""What a reader is to see and no program to obey: marks that turn the direction of writing, and withheld names.

A mark of right-to-left writing in a quote could make it read otherwise than it is (Boucher and Anderson, "Trojan
Source", 2021), so embeddings, overrides and isolates stand as their code point. What the scripts themselves need stays:
U+200E, U+200F, U+061C and the joiners; `dir="auto"` gives each text its direction.
"""

import re

from dateline.model import WITHHELD
from dateline.web.words import said

NAME = said("[name withheld]")
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_WITHHELD = re.compile(f"{WITHHELD}+")


def visible(text: str, name: str = NAME) -> str:
    """`text`, plain or as markup, with codes for what turns its direction and `name` for each withheld name."""
    if WITHHELD in text:
        text = _WITHHELD.sub(name, text)
    return _TURNING.sub(_code, text)


def _code(found: re.Match[str]) -> str:
    return f"[U+{ord(found[0]):04X}]"
