"""Parts of a time by name: "early", "the end of", "the second half of", "later"."""

from dateline.temporal.grammar.expression import Calendar, Edge, Expression, Holiday, Relative, Years

EDGES = frozenset({"early", "late", "mid", "earlier", "later"})
EDGE_NOUNS = {
    "end": "end", "close": "end", "rest": "rest", "remainder": "rest", "beginning": "start", "start": "start",
    "middle": "mid", "outset": "start", "turn": "start", "height": "mid",
}  # fmt: skip
EDGE_PARTS = {
    "first": "early",
    "early": "early",
    "second": "late",
    "last": "late",
    "latter": "late",
    "late": "late",
    "opening": "early",
    "final": "late",
    "closing": "late",
}


def edged(base: Expression | None, words: str | None) -> Expression | None:
    """`base`, narrowed to the part of it that the words before it name."""
    if not words or not isinstance(base, Calendar | Years | Holiday | Relative):
        return base
    first = words.split()[0]
    if first in EDGES:
        return Edge(base, first)
    for word in words.split():
        if word in EDGE_NOUNS:
            return Edge(base, EDGE_NOUNS[word])
        if word in EDGE_PARTS:
            return Edge(base, f"{EDGE_PARTS[word]} half" if "half" in words else EDGE_PARTS[word])
    return base
