"""Entries of chronologies, "1980 - Doe seizes power. The president is killed": what stands under a date is of it."""

import re

from dateline.model import FUTURE, Modality, Timex
from dateline.reports.clauses.clause import Clause, Parsed
from dateline.reports.drafts import dating
from dateline.reports.drafts.dating import Dated
from dateline.reports.drafts.draft import Draft
from dateline.reports.drafts.story import Story

MARK = re.compile(r"\s*(?:--|[-–—:])\s+")


def of_entry(draft: Draft, clause: Clause, mode: Modality, story: Story) -> Dated | None:
    """The date at the head of the paragraph, for what is told there without a time of its own."""
    if mode in FUTURE or clause.verb.perfect or clause.verb.modal or draft.quoted(clause):
        return None
    head = _head(story.paragraphs[draft.parsed.sentence.paragraph][0], story)
    if head is None:
        return None
    return dating.by_neighbour(head.when, f"Told under the date ‘{head.text}’.", "told before")


def _head(first: Parsed, story: Story) -> Timex | None:
    """The date that opens a paragraph with a dash or a colon behind it."""
    opening = next(iter(story.timexes_in(first.sentence.span)), None)
    return opening if opening and opening.when.first and entry_head(opening, first.sentence.text) is not None else None


def entry_head(opening: Timex, text: str) -> int | None:
    """How many characters of `text` are the date at its head and the mark behind it; None where it is no entry."""
    if opening.type != "DATE" or not text.startswith(opening.text):
        return None
    marked = MARK.match(text, len(opening.text))
    return marked.end() if marked else None
