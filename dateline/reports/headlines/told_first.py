""" "The truce ended, the ministry said": who says so is told first, and then what."""

from dateline.reports.clauses.clause import Parsed
from dateline.reports.drafts.draft import Draft
from dateline.reports.grammar.closed_classes import CLOSING, DETERMINERS, RELATIVES
from dateline.reports.grammar.speech_verbs import says
from dateline.reports.headlines.fitting import fitted
from dateline.reports.headlines.predicate import Actors, line
from dateline.reports.headlines.shortening import WIDTH, clean
from dateline.reports.headlines.speaking import (
    LONG,
    voice_of,
)
from dateline.reports.headlines.without_dates import words_of

TITLES = frozenset("mr mrs ms dr sir lord lady dame gen col lt president prime king queen pope".split())
WORDS = 3  # a line of fewer says too little


def behind_quotation(work: Draft, n: int) -> int:
    """The token of the subject right behind the end of a quotation that began in a sentence before; 0 for none."""
    span, words = work.subject(n), work.parsed.words
    told = n == 0 and says(work.clauses[n].verb) and span is not None and span.start > WORDS
    return span.start if told and span and words[span.start - 1].low in CLOSING else 0


def told_first(work: Draft, n: int, who: str, actors: Actors) -> str:
    """ "The talks ended, the ministry said" -> "The ministry said that the talks ended": not as the talks are told."""
    said, verb = clean(words_of(work, 0, work.clauses[n].first)), work.clauses[n].verb
    held_up = work.clauses[n + 1] if n + 1 < len(work.clauses) else None
    if held_up and held_up.governor == n and held_up.subject and held_up.subject.end < work.clauses[n].first:
        said = line(work, n + 1, held_up.last, said)  # "The truce, the ministry said on Friday, was signed"
    speaks = work.speakers.get(n)
    voice = voice_of(speaks, actors) if speaks else ""
    if not who and not voice:
        return fitted(work, said, "", [0])
    said = f"{said[:1].lower()}{said[1:]}" if _small(work, said) else said
    told = "said" if verb.lemma == "tell" else clean(words_of(work, verb.first, verb.last))
    main = _resumed(work, n)
    verbs = [main] if verb.lemma == "tell" else [n, main]
    lines = [f"{name} {told} that {said}" for name in (who, voice) if 0 < len(name) <= LONG]
    return fitted(work, next((line for line in lines if len(line) <= WIDTH), lines[0] if lines else said), "", verbs)


def _resumed(work: Draft, n: int) -> int:
    """The clause before clause `n` that tells what is said: "left" of "Gunmen who seized the bus left, he said"."""
    first, subject = work.clauses[0], work.clauses[0].subject
    words = work.parsed.words
    if subject is None or not any(words[k].low in RELATIVES | {"that"} for k in range(subject.start + 1, subject.end)):
        return 0
    held_up = (m for m in range(1, n) if work.clauses[m].relation == "other" and work.clauses[m].subject is None)
    return next(held_up, 0) if first.verb.finite else 0


def _small(work: Draft, said: str) -> bool:
    """Whether what is said opens with the sentence's first word, which only its place has given a capital."""
    first, second = (*work.parsed.words, *work.parsed.words)[:2]
    if not said.startswith(first.text):
        return False
    if first.low.rstrip(".") in TITLES:
        return False
    named = any(name.span.start == first.start and not name.implied for name in work.names)
    return first.low in DETERMINERS or not (named or second.text[:1].isupper() or not first.text[1:].islower())


def held_up(parsed: Parsed, n: int) -> bool:
    """ "The president, who is mediating, said": no attribution, but the verb that a relative clause held up."""
    subject = parsed.clauses[0].subject
    return n == 1 and subject is not None and parsed.words[subject.end - 1].low in RELATIVES
