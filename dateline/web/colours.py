"""The colours of the actors' badges, and the style sheet that holds them.

An actor's colour is picked by a hash of its id alone: no other actor can move it. An editor may set another. Six hues
are all: more cannot be told apart by everybody, so that the badge's shape and letters say the rest.
"""

import hashlib
import re
from collections.abc import Iterable

from dateline.model import Actor

# Searched on a grid of hues for contrast of at least 3.1 to 1 with the page, the card and the wash of base.css; for a
# distance (CIE 1976) between any two of at least 26 on light and 34 on dark, as seen with normal sight and without
# the red, green or blue cones (Machado, Oliveira and Fernandes 2009); and for 14 from the colours of the lanes.
LIGHT = ("#1241a1", "#291452", "#478f24", "#5c180a", "#8b4b81", "#c46474")
DARK = ("#197fe6", "#63eeee", "#b3db9f", "#817431", "#b94680", "#eab03e")
_HEX = re.compile(r"#[0-9a-f]{6}")


def colour_class(actor: Actor) -> str:
    """The class that gives an actor's badge its colour: "hue-0" to "hue-5", or that of the colour an editor set."""
    own = _own(actor)
    return f"own-{own[1:]}" if own else f"hue-{hashlib.sha256(actor.id.encode()).digest()[0] % len(LIGHT)}"


def sheet(actors: Iterable[Actor]) -> str:
    """The style sheet of the badges' colours; dark ones on a screen alone, since paper is light."""
    own = sorted({colour for one in actors if (colour := _own(one))})
    dark = "".join(_rule(f"hue-{n}", colour) for n, colour in enumerate(DARK))
    return (
        "/* The actors' colours: six by a hash of the id, and those that conflict.toml sets. */\n"
        + "".join(_rule(f"hue-{n}", colour) for n, colour in enumerate(LIGHT))
        + "".join(_rule(f"own-{colour[1:]}", colour) for colour in own)
        + f"@media screen and (prefers-color-scheme: dark) {{\n{dark}}}\n"
    )


def contrast(one: str, other: str) -> float:
    """The contrast of two colours "#rrggbb", 1 to 21, as WCAG 2.2 defines it."""
    lower, higher = sorted((_luminance(one), _luminance(other)))
    return (higher + 0.05) / (lower + 0.05)


def _own(actor: Actor) -> str | None:
    """The colour that an editor set, in small letters; None where that is no colour."""
    colour = (actor.colour or "").lower()
    return colour if _HEX.fullmatch(colour) else None


def _rule(name: str, colour: str) -> str:
    letters = max("#ffffff", "#000000", key=lambda ink: contrast(ink, colour))
    return f".{name} {{ --badge: {colour}; --letters: {letters}; }}\n"


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
