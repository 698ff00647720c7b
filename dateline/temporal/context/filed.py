"""The day on which a dispatch was sent, where its dateline says so: "NAIROBI, Jan. 20 --" in a paper of the 21st."""

import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from dateline.model import Sentence
from dateline.temporal.context.discourse import Anchor
from dateline.temporal.grammar.expression import Calendar, Mention

FIRST = 8  # sentences and headings, among which the dateline is
ON_THE_WAY = 4  # days from the dispatch to the newspaper
PLACE = re.compile(r"\W*[A-Z][^\n\d]{1,60}[,(] *")
AGENCY = re.compile(r"\.?,?(?: ?\([\w .&-]{2,40}\)| [A-Z][A-Za-z]+)?[\s)]*")


def filed(mentions: Sequence[Mention], sentences: Sequence[Sentence], speech: Anchor) -> Anchor:
    """From where "today" and "Friday" count: from the dateline's day if that is shortly before the publication's."""
    published, last = speech.days
    if published is None or published != last:
        return speech
    by_start = {mention.span.start: mention for mention in mentions[:FIRST]}
    for sentence, following in pairwise(sentences[:FIRST]):
        inside = [by_start[at] for at in by_start if sentence.span.start <= at < sentence.span.end]
        if len(inside) != 1 or following.paragraph != sentence.paragraph or not _is_dateline(sentence, inside[0]):
            continue
        day = _before(inside[0], published)
        if day and 0 < (published - day).days <= ON_THE_WAY:
            return Anchor((day, day), f"filed {day}", f"{day}, when it was filed ('{sentence.text.strip()}')")
    return speech


def _is_dateline(sentence: Sentence, mention: Mention) -> bool:
    at, end = mention.span.start - sentence.span.start, mention.span.end - sentence.span.start
    before, after = PLACE.fullmatch(sentence.text, 0, at), AGENCY.fullmatch(sentence.text, end)
    return before is not None and after is not None


def _before(mention: Mention, published: date) -> date | None:
    """The last such day that is not after the publication."""
    found = mention.expression
    if not isinstance(found, Calendar) or not found.month or not found.day:
        return None
    try:
        day = date(found.year or published.year, found.month, found.day)
        return day if day <= published else day.replace(year=day.year - 1)
    except ValueError:  # 29 February
        return None
