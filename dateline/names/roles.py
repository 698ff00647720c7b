"""The titles that articles give people, with the words that do so."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache

from dateline.model import Passage, Span
from dateline.names.linked import Linked


def roles_of(
    texts: Mapping[str, str], linked: Mapping[str, Sequence[Linked]]
) -> Mapping[str, Mapping[str, list[Passage]]]:
    """By the actor's id and by title, where each article says so; `texts` are the articles' whole texts."""
    found: dict[str, dict[str, list[Passage]]] = defaultdict(lambda: defaultdict(list))
    for article, names in linked.items():
        for one in names:
            if one.actor and one.role:
                found[one.actor.id][one.role].append(Passage(article, _titled(texts[article], one)))
    return found


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
