"""A line of at most 90 characters that can be read alone, in the article's own words."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from dateline.model import Actor, Speaker
from dateline.reports.clauses.clause import Parsed
from dateline.reports.clauses.rejected import noun_with_content, rejecter, rejects, untrue
from dateline.reports.clauses.subject_core import PRONOUNS
from dateline.reports.dates.entries import entry_head
from dateline.reports.drafts.draft import Draft
from dateline.reports.grammar.closed_classes import FIRST_PERSON
from dateline.reports.grammar.speech_verbs import says
from dateline.reports.headlines.conditions import conditioned
from dateline.reports.headlines.denials import fronted, told_untrue, wanted, with_content
from dateline.reports.headlines.fitting import fitted, short_subjects
from dateline.reports.headlines.going_on import before_when, content_of, goes_on_in, tells, told_shortly
from dateline.reports.headlines.predicate import Actors, line, subject_of, subject_word
from dateline.reports.headlines.shortening import WIDTH
from dateline.reports.headlines.speaking import (
    actor_of,
    hoped,
    means_itself,
    mostly_quoted,
    quotation,
    quoted,
    quoted_words,
    same,
    says_so,
    voice_of,
)
from dateline.reports.headlines.things_meant import Instead
from dateline.reports.headlines.told_first import WORDS, behind_quotation, held_up, told_first

ACCORDING = re.compile(r"^according to [^,]+, |,? according to [^,]+$", re.IGNORECASE)
WHEN = re.compile(r"^(?:[Ww]hen|[Aa]s|In [A-Z][\w .’'-]{1,30}, where) (\w)")
STATED = re.compile(r"^In (?:a|an|his|her|its|their) (?:\w+ )?statement[^,]*, ", re.IGNORECASE)
FIRST = re.compile(r"\b(?:I|[Ww]e|us|[Oo]ur|[Mm]y|me)\b")
ONLY_IS = re.compile(r"^((?:The|A|An) [\w' -]+) (?:is|was|are|were)$")  # "The vote is" of " on Friday"
SHORT = 32  # a line this short goes on into the next clause


class Meant(NamedTuple):
    """What pronouns mean: the subject, "" where that is not known; and others, with the word before or behind."""

    subject: str = ""
    others: Sequence[Instead] = ()


def of_clause(work: Draft, n: int, last: int, actors: Actors, speaker: Speaker | None, means: Meant) -> str:
    """The headline of clause `n`, whose event ends before token `last`; `speaker` says it, if not the narrator."""
    whole = _denied(work, n, last, actors, speaker)
    whole = _quoted(work, n, actors) if whole is None else whole
    if whole is not None:
        return whole
    last = _extent(work.parsed, n, last)
    voice = voice_of(speaker, actors) if speaker else ""
    subject = subject_of(work, n, actors)
    of_oneself = work.quoted(work.clauses[n]) and subject_word(work, n) in FIRST_PERSON
    if voice and (of_oneself or not subject):
        return quotation(work, work.clauses[n].first, last, voice)
    subject = _named(work, n, subject, voice, actor_of(speaker, actors), means)
    text = _text(work, n, last, subject, voice, actors, means)
    if voice and FIRST.search(text) and (work.quoted(work.clauses[n]) or FIRST.match(text)):
        return quoted(work, text, voice)
    text = _completed(work, n, last, subject, _shorter(work, n, last, subject, text, means))
    text = _told_by_name(STATED.sub("", text), means.others)
    if work.clauses[n].relation == "main" and work.clauses[n].verb.tense == "past":
        text = WHEN.sub(lambda found: found[1].upper(), text)  # "In 1995, when the party split, he left"
    tail = _tail(work, n, voice) if voice and not same(voice, subject) else ""
    text = conditioned(work, n, _in_small_letters(work, text, actors), WIDTH - len(tail))
    return fitted(work, text, tail, _verbs(work.parsed, n))


def _denied(work: Draft, n: int, last: int, actors: Actors, speaker: Speaker | None) -> str | None:
    """ "The army denied that …", "Reports that … are false", "The council recommended that …"; else None."""
    parsed, clause = work.parsed, work.clauses[n]
    if (whole := untrue(parsed, n)) is not None:
        return told_untrue(work, n, whole, actors, speaker)
    resumed = clause.relation == "relative" or (clause.relation == "other" and clause.subject is None)
    if n and resumed and noun_with_content(parsed, n - 1):
        return with_content(work, n - 1)
    if (by := rejecter(parsed, n)) is not None:
        return fronted(work, n, last, by, "deny", actors, speaker)
    if clause.governor is not None and wanted(parsed, n):
        return fronted(work, n, last, clause.governor, parsed.clauses[clause.governor].verb.lemma, actors, speaker)
    return None


def _quoted(work: Draft, n: int, actors: Actors) -> str | None:
    """Who speaks and the words, where the clause is told by a quotation; else None."""
    clause = work.clauses[n]
    if says(clause.verb) and clause.relation == "attribution" and not held_up(work.parsed, n):
        who = subject_of(work, n, actors)
        quotes = mostly_quoted(work, clause.first)
        return quotation(work, 0, clause.first, who) if quotes else told_first(work, n, who, actors)
    if (ended := behind_quotation(work, n)) and (who := subject_of(work, n, actors)):
        return quotation(work, clause.first, ended, who)
    opened = quoted_words(work, n) if says(clause.verb) and not work.quoted(clause) else None
    if opened is not None and (who := subject_of(work, n, actors)):
        return quotation(work, *opened, who)
    return None


def _extent(parsed: Parsed, n: int, last: int) -> int:
    """The token before which the headline ends: with what is said, where somebody says it."""
    clause = parsed.clauses[n]
    if says(clause.verb) or rejects(clause) or tells(parsed, n):
        last = max([last, *(parsed.clauses[m].last for m in content_of(parsed, n))])
        if parsed.words[clause.last - 1].low == "that":
            last = parsed.clauses[-1].last  # "warned that if the rains fail, many will leave"
    return before_when(parsed, n, last)


def _named(work: Draft, n: int, subject: str, voice: str, actor: Actor | None, means: Meant) -> str:
    """The subject, and for a pronoun whom it means."""
    itself = voice and work.speaks_of_itself(n)
    if itself and means_itself(subject.lower(), work.clauses[n], voice, actor):
        subject = voice  # "Ghafari said that he had seen …"
    if means.subject and subject.lower() in PRONOUNS:
        return f"[{means.subject}]"  # none of the article's own words at this place
    return subject


def _text(work: Draft, n: int, last: int, subject: str, voice: str, actors: Actors, means: Meant) -> str:
    """Subject and predicate, without the day and without who says so."""
    text = _told_by_name(line(work, n, last, subject), means.others)
    if voice and not same(voice, subject):
        text = ACCORDING.sub("", text)  # told at the end
    return ONLY_IS.sub(r"\1", _without_opening(work, _pair(work, n, text, actors)))


def _shorter(work: Draft, n: int, last: int, subject: str, text: str, means: Meant) -> str:
    """A line that is too long, without what stands between a saying and what is said, or with a shorter subject."""
    clause = work.clauses[n]
    if len(text) > WIDTH and (says(clause.verb) or rejects(clause)):
        text = told_shortly(work, n, last, subject) or text
    if len(text) > WIDTH and clause.subject is None:
        lines = (_told_by_name(line(work, n, last, short), means.others) for short in short_subjects(work, n))
        text = next((short for short in lines if len(short) <= WIDTH), text)
    return text


def _completed(work: Draft, n: int, last: int, subject: str, text: str) -> str:
    """A line that says too little, with the clause that goes on with it."""
    clauses = work.clauses
    following = goes_on_in(work.parsed, n) if len(text) < SHORT else None
    if following is None:
        return text
    longer = line(work, n, max(last, clauses[following].last), subject)
    loose = says(clauses[following].verb) or clauses[following].relation == "relative"
    goes_on = any(one.governor in (following, following - 1) for one in clauses[following + 1 :])
    unsaid = loose and goes_on  # "a statement in which he said", "condemned it and denied"
    if len(text.split()) < WORDS or (not unsaid and (len(longer) <= WIDTH or not loose)):
        return longer
    return text


def _tail(work: Draft, n: int, voice: str) -> str:
    """Who says so, behind what is said."""
    governor = work.clauses[n].governor
    verb = work.clauses[governor].verb.lemma if governor is not None else "say"
    return says_so(voice, hoped(work.parsed, n) or verb)


def _verbs(parsed: Parsed, n: int) -> list[int]:
    """The clauses whose verbs a cut leaves in the line."""
    content = next((m for m in content_of(parsed, n) if parsed.clauses[m].relation == "complement"), n)
    return list(dict.fromkeys((n, content))) if says(parsed.clauses[n].verb) else [n]


def _in_small_letters(work: Draft, text: str, actors: Actors) -> str:
    """ "ANN LEE resigned", "THE minister resigned": newspapers print the first words of an article in capitals."""
    for name in work.names:
        actor = actors.get(name.id or "")
        shouted = " " in name.text and any(len(word) > 2 and word.isupper() for word in name.text.split())
        if shouted and actor and actor.kind == "person":
            text = text.replace(name.text, actor.name)
    return f"The {text[4:]}" if text.startswith("THE ") and not text.isupper() else text


def _pair(work: Draft, n: int, text: str, actors: Actors) -> str:
    """ "He and Ann Lee met" -> "John Doe and Ann Lee met"."""
    span = work.subject(n)
    opening = work.parsed.words[span.start] if span else None
    if opening is None or opening.low not in ("he", "she") or not text.startswith(f"{opening.text} and "):
        return text
    meant = next((name.id for name in work.names if name.span.start == opening.start), None)
    actor = actors.get(meant or "")
    return f"{actor.name}{text[len(opening.text) :]}" if actor and actor.name not in text else text


def _told_by_name(text: str, others: Sequence[Instead]) -> str:
    """ "The parties prolonged it" -> "The parties prolonged [the truce]"."""
    for words, by in others:
        text = re.sub(rf"\b{re.escape(words)}\b", by, text, flags=re.IGNORECASE)
    return f"[The{text[4:]}" if text.startswith("[the ") else text


def _without_opening(work: Draft, text: str) -> str:
    """ "In 2006, rebels attacked the port", "2006 - Rebels attack the port": the date stands beside the headline."""
    for timex in work.timexes[:1]:
        if (head := entry_head(timex, text)) is not None:
            return text[head:]
        opening = f"{timex.signal} {timex.text}, "
        if timex.type == "DATE" and timex.when.first and text.casefold().startswith(opening.casefold()):
            return text[len(opening) :]
    return text
