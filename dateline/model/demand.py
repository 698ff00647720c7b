"""What one side asks of another: who asks, refuses or gives way, and in which words."""

from dataclasses import dataclass
from typing import Literal

from dateline.model.article import Span

Stance = Literal["asks", "refuses", "moves"]


@dataclass(frozen=True, slots=True)
class Demand:
    """One clause that takes a stand on a demand; `quote` is its sentence, `who` the words for whoever takes it."""

    article: str
    span: Span
    quote: str
    subject: str  # an id of lexicon/demands.toml: "withdrawal"
    name: str  # what is asked for, in words
    stance: Stance
    actors: tuple[str, ...]
    who: str
