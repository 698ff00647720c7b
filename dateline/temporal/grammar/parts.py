"""What a rule of the grammar matched: the roles of its pattern and what each is worth."""

from collections.abc import Mapping
from dataclasses import dataclass
from re import Match
from typing import Any

from dateline.temporal.grammar.language import Places
from dateline.temporal.grammar.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Parts:
    """One match of a rule. A role is worth a table's value, a number, or its words in lower case."""

    match: Match[str]
    tokens: Tokens
    roles: Mapping[str, Places]

    def get(self, role: str) -> Any:
        """What stands in that role; None where the rule has no such role or it is empty here."""
        for group, names in self.roles.get(role, ()):
            start, end = self.match.span(group)
            if end - start == 1:
                return self.tokens.value(start, names)
            if start < end:
                return self.words(start, end)
        return None

    def has(self, role: str) -> bool:
        return self.get(role) is not None

    def words(self, start: int, end: int) -> str:
        """The words of tokens `start` to `end`, in lower case, one blank between them."""
        return " ".join(self.tokens.word(i).lower() for i in range(start, end))
