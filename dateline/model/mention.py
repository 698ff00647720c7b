"""What a sentence mentions: time expressions, names, rounds of talks."""

from dataclasses import dataclass
from typing import Literal

from dateline.model.article import Span, When

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
NameKind = Literal["person", "organisation", "armed group", "office", "state", "place", "nationality"]


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression with its value: a TIMEX3 of TimeML 1.2.1, and the days that it means."""

    span: Span
    text: str
    type: TimexType
    value: str  # "2019-06-29", "2019-W26", "P18Y", "PAST_REF"
    when: When
    signal: str  # the preposition before it, in lower case ("by", "since", "until"); "" where none


@dataclass(frozen=True, slots=True)
class Name:
    """One mention of somebody or somewhere. `id` is the actor or place it stands for, or None."""

    span: Span
    text: str
    kind: NameKind
    id: str | None
    implied: bool = False  # a pronoun or a role ("the US envoy") that the text licenses
    acts: bool = False  # the id is an actor's; for a place, also where it stands for its government


@dataclass(frozen=True, slots=True)
class RoundMention:
    span: Span
    text: str
    number: int | None
    id: str | None
