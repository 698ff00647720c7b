"""The titles that articles give people, with the words that do so."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from dateline.model import Span
from dateline.names.states.linked import Linked


def roles_in(text: str, linked: Sequence[Linked]) -> Iterator[tuple[str, str, Span]]:
    """By the actor's id, the titles that an article gives, each with the words that do so."""
    for one in linked:
        if one.actor and one.role:
            yield one.actor.id, one.role, _titled(text, one)


def _titled(text: str, one: Linked) -> Span:
    """The name with its title before or behind it, as far as they stand side by side."""
    start, end = one.name.span
    title_before, title_after = _patterns(one.role)
    before = title_before.search(text[max(0, start - BESIDE - len(one.role)) : start])
    if before:
        return Span(max(0, start - BESIDE - len(one.role)) + before.start(), end)
    after = title_after.match(text, end)
    return Span(start, after.end()) if after else one.name.span


@lru_cache(maxsize=1024)
def _patterns(role: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The title at the end of what stands before a name, and at the beginning of what stands behind it."""
    title = r"\W+".join(map(re.escape, role.split()))
    return (
        re.compile(rf"\b{title}\b(?=[^.\n]{{0,{BESIDE}}}\Z)"),
        re.compile(rf"[^.\n]{{0,{BESIDE}}}?\b{title}\b"),
    )


BESIDE = 60  # characters between a name and its title
