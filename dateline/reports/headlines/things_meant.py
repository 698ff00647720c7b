"""What "it" and "him" mean that are no subjects: "broke [the truce]", told in brackets, as an editor of quotes does.

Only where the verb leaves no choice, as of "extend" and a truce, and where one person has been spoken of.
"""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from dateline.lexicon import gender
from dateline.lexicon.load import document
from dateline.reports.clauses.clause import Parsed
from dateline.reports.drafts.draft import Draft
from dateline.reports.drafts.story import Story
from dateline.reports.grammar.morphology import forms


class Instead(NamedTuple):
    """Words of the article, and what a line says for them: "extend it", "extend [the truce]"."""

    words: str
    by: str


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(document("frames").data["agreements"][key])


def meant(work: Draft, n: int, last: int, story: Story) -> list[Instead]:
    """What to say for the pronouns of clause `n`, whose line ends before token `last`."""
    before = story.before(work.parsed)
    found = [*_agreements(work.parsed, work.clauses[n].first, last, before)]
    return [*found, *_persons(work, n, last, before, story)]


def _agreements(parsed: Parsed, first: int, last: int, before: Parsed | None) -> Iterator[Instead]:
    words = parsed.words
    for k in range(first, min(last, len(words))):
        if words[k].low != "it":
            continue
        noun = _nearest(parsed, k) or (_nearest(before, len(before.words)) if before else "")
        taken = k > 0 and _is(words[k - 1].low, "taken")
        ends = k + 1 < len(words) and _is(words[k + 1].low, "ending")
        if noun and taken:
            yield Instead(f"{words[k - 1].text} it", f"{words[k - 1].text} [the {noun}]")
        elif noun and ends:
            yield Instead(f"{words[k].text} {words[k + 1].text}", f"[the {noun}] {words[k + 1].text}")


def _is(word: str, key: str) -> bool:
    return any(lemma in _words(key) for lemma, _ in forms().get(word, ()))


def _nearest(parsed: Parsed, end: int) -> str:
    """The last of an agreement's nouns before token `end`; "" where there is none."""
    return next((word.low for word in reversed(parsed.words[:end]) if word.low in _words("nouns")), "")


def _persons(work: Draft, n: int, last: int, before: Parsed | None, story: Story) -> Iterator[Instead]:
    """ "has kept him on": the one person of the sentence before, where this one names no other before it."""
    words = work.parsed.words
    at = next((k for k in range(work.clauses[n].first, min(last, len(words))) if words[k].low == "him"), None)
    if at is None or before is None or work.quoted(work.clauses[n]):
        return
    bodies = [name.span for name in work.names if name.kind != "person"]  # "the administration of Joe Biden"
    own = [
        name
        for name in work.names
        if name.kind == "person"
        and name.span.start < words[at].start
        and not any(name.span.end == b.end for b in bodies)
    ]
    persons = {name.id for name in story.names_in(before.sentence.span) if name.kind == "person"}
    actor = story.material.actors.get(persons.pop() or "") if len(persons) == 1 and not own else None
    if actor is not None and gender.fits("him", actor.name):
        yield Instead(f"{words[at - 1].text} him", f"{words[at - 1].text} [{actor.name}]")
