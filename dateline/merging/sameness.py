"""Whether two reports of one article tell one event, and why: each reason is a sentence that a reader can check."""

import re
from collections.abc import Sequence
from functools import cache

from dateline.lexicon.load import document
from dateline.merging.casualties import casualties
from dateline.merging.things import things
from dateline.merging.traits import OFFENSIVE, Traits, places_apart
from dateline.model import FUTURE, Report, When
from dateline.text.wording import content_words, normal

FOLLOWS = 700  # characters over which a speaker goes on
SIMILAR = 0.6  # share of content words that two lines of one article have in common to be the same line
ROOT = 4  # letters that two words of one thing share: "bombing", "bomber"
POINTING = re.compile(r"\b(?:the|this|that|these|those|its|their|his|her)(?: [\w-]+){0,2} $", re.IGNORECASE)
GOING_ON = re.compile(r"\b(?:also|added|adding|again|went on|continued)\b", re.IGNORECASE)
ANOTHER = re.compile(r"\b(?:another|second|third|new|separate|other)\b", re.IGNORECASE)
PLAIN = frozenset(["said", "says", "added", "adds", "told", "noted", "stated", "wrote"])
DONE = frozenset(["agreement", "decision", "control", "election", "detention", "deployment", "displacement", "meeting"])


def in_one_article(told: Traits, before: Traits, people: frozenset[str]) -> str | None:
    """Why `told` repeats what the earlier `before` of its article tells; None where it tells something else."""
    why = _why(told, before, people)
    return None if why is None or _brings_about(told.report) or _brings_about(before.report) else why


def _why(told: Traits, before: Traits, people: frozenset[str]) -> str | None:
    report, other = told.report, before.report
    another = report.round and other.round and report.round != other.round
    told_before = report.when.rule == "told before" and not another
    if told_before and report.when.anchor == other.when.edtf and other.timex is not None:
        return "the article comes back to it: “the …”, same kind and day"
    titled = report.when.rule == "title" or other.when.rule == "title"
    if titled and len(content_words(report.quote) & content_words(other.quote)) >= 2:
        return "the title tells what the article does"
    if casualties(report, other, people):
        return "casualties told right after the attack, of the same day"
    if report.headline == other.headline and normal(report.quote) == normal(other.quote):
        return "the same words"
    if not agree(told, before):
        return None
    if _goes_on(report, other):
        return "the same speaker goes on"
    if _comes_back(report, other):
        return "the article comes back to it: “the …”, same kind and actors"
    if report.when.precision == other.when.precision == "day" and parties(report) & parties(other) & people:
        return "same kind and day, and the same person" if report.type == "attack" else None
    return _in_the_same_words(report, other)


def _in_the_same_words(report: Report, other: Report) -> str | None:
    """Why two reports that agree are one, where the same word names what they tell."""
    if report.trigger_words != other.trigger_words:
        return None
    if report.type == "agreement" and all("signed" in normal(one.quote).split() for one in (report, other)):
        return "one signed agreement of which the article speaks"
    if _one_offensive(report, other):
        return "same kind, word, day and actor"
    if _differ(report, other):
        return None
    if report.when.precision == "day" and report.when.edtf == other.when.edtf and parties(report) & parties(other):
        return "same kind, word, day and actor"
    if report.type in DONE and len(set(report.actors) & set(other.actors)) >= 2:
        return "same kind, word and actors"
    a, b = content_words(report.quote), content_words(other.quote)
    shorter = min(len(a), len(b))
    if shorter >= 5 and report.span != other.span and len(a & b) >= SIMILAR * shorter:
        return None if report.span.meets(other.span) else "nearly the same words"
    return None


@cache
def _nouns() -> frozenset[str]:
    """The event nouns of the lexicon, in the singular."""
    return frozenset(noun for table in document("events").data.values() for noun in table["nouns"])


@cache
def _standing() -> frozenset[str]:
    return frozenset(document("frames").data["standing"]["nouns"])


def _brings_about(report: Report) -> bool:
    """ "The attacks triggered major fires": not the attacks are told, but what came of them."""
    after = normal(report.quote[report.trigger.end - report.span.start :]).split()
    frames = document("frames").data["consequences"]
    return bool(after) and after[0] in frames["verbs"] and any(word in frames["nouns"] for word in after)


def named_alike(report: Report, other: Report) -> bool:
    """ "ousted by the US invasion in 2001", "their 2001 defeat by a US-led invasion": an event noun that both have."""
    named = {word.removesuffix("s") for word in content_words(report.quote) & content_words(other.quote)}
    return bool(named & _nouns() - _standing())


def parties(report: Report) -> set[str]:
    """The actors of what is told, without those who only tell it."""
    return set(report.actors) - {speaker.actor for speaker in report.said_by if speaker.actor}


def agree(told: Traits, before: Traits) -> bool:
    """Whether nothing that both say keeps them apart: days, places, rounds, whether it was."""
    report, other = told.report, before.report
    if (report.modality == "denied") != (other.modality == "denied") or places_apart(told, before):
        return False
    if report.round and other.round and report.round != other.round:
        return False
    return not (_later(report.when, other.when) or _later(other.when, report.when))


def _later(one: When, other: When) -> bool:
    """Whether the first day of one lies behind the last day of the other."""
    return one.first is not None and other.last is not None and one.first > other.last


def _comes_back(report: Report, other: Report) -> bool:
    """ "The strike took place in Iraq": a noun that points at what has been told, by the same actors if it has any."""
    if report.type == "statement" or report.modality in FUTURE:
        return False
    if report.timex is not None and report.when.edtf != other.when.edtf:
        return False
    at, words = report.trigger.start - report.span.start, report.trigger_words
    noun = next((one for one in (words, words.removesuffix("s")) if one in _nouns()), None)
    if noun is None or noun in _standing() or not POINTING.search(report.quote[:at]):
        return False
    mine, theirs = parties(report), parties(other)
    if mine and not mine & theirs:
        return False
    return _one_thing(words, other.quote) or (bool(mine & theirs) and report.type == "meeting")


def _one_thing(noun: str, quote: str) -> bool:
    """ "the bombing": "a bomber", and "the attacks": "were hit"."""
    mine, theirs = things(noun), things(quote)
    return noun[:ROOT] in normal(quote) or "attack" in mine.deeds & theirs.deeds


def _goes_on(report: Report, other: Report) -> bool:
    """ "He also praised …": what a speaker adds to what was told a little before."""
    if report.type != "statement" or report.timex is not None or report.span.start - other.span.end > FOLLOWS:
        return False
    if report.trigger_words not in PLAIN:
        return False  # "also condemned the ban": an act of its own
    return _speaker(report) is not None and _speaker(report) == _speaker(other) and bool(GOING_ON.search(report.quote))


def _speaker(report: Report) -> str | None:
    said: Sequence[str | None] = [speaker.actor for speaker in report.said_by] or report.actors[:1]
    return said[0] if said else None


def _differ(report: Report, other: Report) -> bool:
    """Alike in words, but of another day, place, round or number: "a fifth round", "a sixth round"."""
    days = report.timex is not None and other.timex is not None and report.when.edtf != other.when.edtf
    numbers = re.findall(r"\d+", report.quote) != re.findall(r"\d+", other.quote)
    return days or numbers or set(report.places) != set(other.places) or report.round != other.round


def _one_offensive(report: Report, other: Report) -> bool:
    """An offensive of one day and the same parties, of which one sentence says where and the other does not."""
    if OFFENSIVE not in things(report.trigger_words).once or report.timex is None or other.timex is None:
        return False
    one_day = report.when.precision == "day" and report.when.edtf == other.when.edtf
    another = any(ANOTHER.search(one.quote[: one.trigger.start - one.span.start]) for one in (report, other))
    return one_day and not another and bool(parties(report)) and parties(report) == parties(other)
