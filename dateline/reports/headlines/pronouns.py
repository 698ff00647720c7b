"""Whom "it", "he" and "she" mean where no name's coreference says so: told in brackets, as an editor of quotes does.

Only where the text leaves no choice: the one person that the sentence names; the one thing that it speaks of; the body
of which the sentence before tells. Elsewhere the pronoun stays.
"""

from dateline.lexicon import gender
from dateline.model import Span
from dateline.reports.clauses.clause import Parsed
from dateline.reports.clauses.subject_core import PRONOUNS
from dateline.reports.clauses.subjects import subject_span
from dateline.reports.drafts.draft import Draft
from dateline.reports.drafts.story import Story
from dateline.reports.grammar.closed_classes import BE, DETERMINERS, PREPOSITIONS
from dateline.reports.headlines.shortening import clean
from dateline.reports.headlines.speaking import is_body

# "It took hours", "It emerged that": nobody does it
EMPTY = frozenset("be seem appear remain take rain snow happen emerge turn follow come cost help".split())
TAKING = frozenset(["part", "control", "up", "over", "credit", "responsibility"])  # somebody takes these
LONGEST = 6  # words of a subject that is told for a pronoun
BODIES = frozenset(["organisation", "armed group", "state", "office"])


def referent(work: Draft, n: int, story: Story) -> str:
    """The words for what the pronoun means that is the subject of clause `n`; "" where it is no pronoun or unsure."""
    span, words = work.subject(n), work.parsed.words
    if span is None or span.end - span.start != 1:
        return ""
    pronoun = words[span.start]
    if work.speaks_of_itself(n):
        return _spoken_for(work, n, story) if pronoun.low == "it" else ""
    if any(name.implied and name.span.start == pronoun.start for name in work.names):
        return ""
    if pronoun.low in ("he", "she") and work.quoted(work.clauses[n]):
        return ""  # “He has been acquitted,” Roe said: that is not Roe
    if pronoun.low in ("he", "she"):
        named = (name for name in work.names if name.kind == "person" and name.span.end <= pronoun.start)
        persons = {name.text for name in named if gender.fits(pronoun.low, name.text)}
        return persons.pop() if len(persons) == 1 else ""
    if pronoun.low == "they":
        return _several(work, n)
    if pronoun.low != "it" or _says_nothing(work, n):
        return ""
    return _in_sentence(work, n, span.start) or (_before(work, story) if n == 0 else "")


def _several(work: Draft, n: int) -> str:
    """ "The ministers will review it when they meet": the subject right before, where it alone is in the plural."""
    clause, before = work.clauses[n], work.clauses[n - 1] if n else None
    span = work.subject(n - 1) if before is not None else None
    if before is None or span is None or clause.relation not in ("when", "after", "before", "while", "until"):
        return ""
    words = work.parsed.words
    between = words[before.verb.last : clause.first]
    named = any(word.text[:1].isupper() or (word.low.endswith("s") and len(word.low) > 3) for word in between)
    many = words[span.end - 1].low.endswith("s") or words[span.start + 1].low.endswith("s")
    short = span.end - span.start <= LONGEST and words[span.start].low not in PRONOUNS
    return _text(work.parsed, span) if many and short and not named else ""


def _spoken_for(work: Draft, n: int, story: Story) -> str:
    """ "Houthi spokesman John Doe said it had …": the body that the speaker is named with, where it is but one."""
    saying = work.clauses[n].governor
    span = work.subject(saying) if saying is not None else None
    if span is None or _says_nothing(work, n):
        return ""
    told = work.parsed.span(span.start, span.end)
    named = [name for name in work.names if told.start <= name.span.start < told.end and name.id and not name.implied]
    bodies = {name.id for name in named if name.kind != "person"} if any(n.kind == "person" for n in named) else set()
    actor = story.material.actors.get(bodies.pop() or "") if len(bodies) == 1 else None
    return actor.name if actor and actor.kind in BODIES - {"state"} else ""


def _says_nothing(work: Draft, n: int) -> bool:
    verb, words = work.clauses[n].verb, work.parsed.words
    taking = verb.lemma == "take" and words[verb.last].low in TAKING
    return verb.lemma in EMPTY and not taking and not verb.passive


def _in_sentence(work: Draft, n: int, at: int) -> str:
    """The subject of an earlier clause, where nothing else stands between that "it" could mean."""
    for m in range(n - 1, -1, -1):
        span = work.subject(m)
        if span is None or span.end > at or work.parsed.words[span.start].low in PRONOUNS:
            continue
        first = max(span.end, work.clauses[m].verb.first)  # behind what only describes the subject
        dates = [timex.span for timex in work.timexes]
        between = [word for word in work.parsed.words[first:at] if not any(_in(word.start, one) for one in dates)]
        others = any(word.low in DETERMINERS or word.text[:1].isupper() for word in between)
        return "" if others or not _single(work.parsed, span) else _text(work.parsed, span)
    return ""


def _in(offset: int, span: Span) -> bool:
    return span.start <= offset < span.end


def _before(work: Draft, story: Story) -> str:
    """The body that is the subject of the sentence before, in the same paragraph."""
    before = story.before(work.parsed)
    said = len(before.clauses) - 1 if before and before.clauses and before.clauses[-1].relation == "attribution" else 0
    span = subject_span(before, said) if before and before.clauses else None
    if before is None or span is None or not _single(before, span):
        return ""
    told = before.span(span.start, span.end)
    named = [name for name in story.names_in(told) if not name.implied]
    bare = not named or named[-1].span.end < told.end  # "the mayor's office"
    body = [name.kind in BODIES for name in named] == [True] or (bare and is_body(before.words[span.end - 1].low))
    return _text(before, span) if body else ""


def _single(parsed: Parsed, span: Span) -> bool:
    """Whether the tokens are one short noun phrase in the singular."""
    words = parsed.words[span.start : span.end]
    joined = any(word.low in ("and", "or", ",") or word.low in PREPOSITIONS - {"of"} | BE - {"'s"} for word in words)
    plural = words[-1].text[:1].islower() and words[-1].low.endswith("s")
    return not joined and not plural and words[0].low not in PRONOUNS and len(words) <= LONGEST


def _text(parsed: Parsed, span: Span) -> str:
    offset = parsed.sentence.span.start
    return clean(
        parsed.sentence.text[parsed.words[span.start].start - offset : parsed.words[span.end - 1].end - offset]
    )
