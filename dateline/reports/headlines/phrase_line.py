"""The headline of what a noun phrase or a participle tells, without a clause of its own."""

import re

from dateline.model import Span, Speaker
from dateline.reports.drafts.draft import Draft
from dateline.reports.grammar.verb_group import gerund
from dateline.reports.headlines.fitting import fitted
from dateline.reports.headlines.predicate import Actors, subject_of
from dateline.reports.headlines.shortening import ARTICLE, clean
from dateline.reports.headlines.speaking import (
    says_so,
    voice_of,
)
from dateline.reports.headlines.without_dates import words_of
from dateline.reports.kinds.foretold import Foretold

ASIDE_OF = re.compile(r"^([^,]+), ")  # "truce, agreed in Moscow": the comma that held the day


def of_span(work: Draft, span: Span, actors: Actors) -> str:
    """The headline of an event that a noun phrase tells: "Presidential elections"; "Mike Pompeo on a trip to Kabul"."""
    parsed = work.parsed
    text = ASIDE_OF.sub(r"\1 ", clean(words_of(work, span.start, span.end)))
    opening = parsed.words[0].low
    if span.start == 1 and opening in ("on", "during") and parsed.clauses:
        return fitted(work, f"{subject_of(work, 0, actors)} {opening} {text}", "")
    return fitted(work, re.sub(r"^(?:the|a|an|this|its|their|his|her)\s+", "", text, flags=re.IGNORECASE), "")


def of_opening(work: Draft, last: int, actors: Actors) -> str:
    """ "Born in Leeds in 1958, Ann Lee" -> "Ann Lee was born in Leeds in 1958"; "" where nobody is the subject."""
    subject = subject_of(work, 0, actors)
    told = clean(words_of(work, 0, last))
    return fitted(work, f"{subject} was {told[:1].lower()}{told[1:]}", "") if subject else ""


def of_foretold(work: Draft, found: Foretold, actors: Actors, speaker: Speaker | None) -> str:
    """ "Imminent incursion into the north, the ministry says"; "Chad to assume the duty of guarding the border"."""
    tail = says_so(voice_of(speaker, actors), "say") if speaker else ""
    if found.doing is None:
        return fitted(work, ARTICLE.sub("", clean(words_of(work, found.first, found.last))), tail)
    lemma = gerund(work.parsed.words[found.doing].low)
    doing = clean(words_of(work, found.doing + 1, found.last))
    return fitted(work, f"{clean(words_of(work, found.first, found.doing))} to {lemma} {doing}", tail)
