"""What unknown capitalised words are, by the words around them: a person, an organisation or a place."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from dateline.model import NameKind
from dateline.names.finding import clause, knowledge
from dateline.names.finding.candidate import Candidate
from dateline.names.finding.spelling import fold
from dateline.names.finding.tokens import Words

_DATELINE = re.compile(r"(?:,[^()\n]{0,40}?)?\s*(?:\([A-Z][\w ]{1,20}\)|--|—|–|_)")
_CLOSED = re.compile(r"\) [A-Z]")
_AGE = re.compile(r",\s+(?:aged\s+)?\d{2}\s*[,.]")
_APPOSITION = re.compile(
    r",\s+(?:(?:the|a|an|who|whose|another|one of|then|now|former)\s+)?((?:[\w’'-]+\s+){0,4}[\w’'-]+)", re.ASCII
)
_REGIONS = 1 << 12  # pairs of words of which it is remembered whether they are a region
_COMPASS = frozenset(["north", "south", "east", "west", "central", "vale"])
_NUMBERED = frozenset(["clause", "article", "section", "chapter", "resolution", "phase", "schedule", "title"])
_OF_SEATS = frozenset("for in at of took take won win held hold lost captured fight fought contest contested".split())
_LINKS = frozenset("of for in at on by with to from who whose which that is was are were had has and or but".split())
_OF_ROLES = frozenset(["of", "for", "in", "to", "at"])
_DESCRIPTION = 9  # words of "special envoy for Western Sahara", and a few more
Guess = tuple[NameKind | None, int]  # a kind and the strength of the cue for it, as in Candidate.weight


class Context(NamedTuple):
    """The sentence in which a run stands. `doubtful` where capitals say nothing: headlines, lines in capitals."""

    text: str
    words: Words
    keys: Sequence[str]
    sentence: int
    initial: bool
    doubtful: bool


def guess(context: Context, start: int, end: int, candidate: Candidate, apposed: str) -> Guess:
    """The kind of the unknown words `[start, end)`, by the first cue that speaks; the surest come first.

    `apposed` is the role behind them, "" where there is none.
    """
    keys = context.keys[start:end]
    several = len(keys) > 1
    given = keys[0] in knowledge.given_names()
    if candidate.role:
        return "person", 3
    if before_place(context, end) or _dateline(context, start, end):
        return "place", 3
    if place_noun_near(context, start, end):
        return "place", 3
    if not given and clause.noun_or_verb_after(context.text, context.words, end) in _fighters():
        return "armed group", 3  # "Seleka rebels"
    if start and context.words.texts[start - 1] in knowledge.words("nouns_of_names", "organisation_before"):
        return "organisation", 3
    if several and keys[-1] in _COMPASS and _seat_before(context, start, given=given):
        return "place", 3
    if several and (given or any(len(key) == 1 for key in keys[1:-1])):
        return "person", 3
    if apposed or _AGE.match(context.text, candidate.span.end):
        return "person", 2
    if not several and len(keys[0]) > 1 and candidate.text.isupper():
        return "organisation", 0 if candidate.initial else 2
    return _weaker(context, start, end, candidate.use == "place", given)


@lru_cache(1)
def _fighters() -> frozenset[str]:
    """The nouns for those who fight for a group that has no state."""
    return knowledge.words("nouns_of_names", "nominal_armed_group") - {"group", "insurgency", "movement"}


def _seat_before(context: Context, start: int, *, given: bool) -> bool:
    """ "Aston North", "held Brent East": a constituency; with a given name only behind such a word: "Clint West"."""
    return not given or (start > 0 and context.words.lows[start - 1] in _OF_SEATS)


def _weaker(context: Context, start: int, end: int, located: bool, given: bool) -> Guess:
    length = sum(context.words.capitals[start:end])
    if start > 0 and context.words.lows[start - 1] == "the":
        return "organisation", 2
    taken = start > 0 and context.words.lows[start - 1] in knowledge.words("cues", "taking")
    if located or taken:
        return "place", 2 if length < 4 else 1
    says = end < len(context.words.texts) and context.words.lows[end] in knowledge.words("cues", "saying")
    if says or given:
        return "person", 2 if length > 1 else 1
    numbered = context.keys[start] in _NUMBERED  # "Clause Four"
    return ("person", 1) if length in (2, 3) and not numbered else (None, 0)


def before_place(context: Context, end: int) -> bool:
    """ "Lewisburg, West Virginia": a comma and the name of a state or region come next."""
    words = context.words
    if end >= len(words.texts) or not words.capitals[end] or words.possessives[end]:
        return False
    if context.text[words.ends[end - 1] : words.starts[end]].strip() != ",":
        return False
    return _is_region(tuple(words.texts[end : end + 2]))


@lru_cache(_REGIONS)
def _is_region(words: tuple[str, ...]) -> bool:
    """Whether the words, or the first of them, are the name of a state or region."""
    keys = [fold(word) for word in words]
    forms = (" ".join(keys), keys[0])
    found = next((known for known in map(knowledge.lexicon().get, forms) if known), None)
    return (found is not None and found.kind in ("state", "place")) or knowledge.is_province(forms)


def _dateline(context: Context, start: int, end: int) -> bool:
    """ "CAGUAS, Puerto Rico (AP)", "GENEVA --": capitals before an agency or a dash, first in the paragraph."""
    capitals = context.initial and context.words.texts[start].isupper()
    return capitals and bool(_DATELINE.match(context.text, context.words.ends[end - 1]))


def place_noun_near(context: Context, start: int, end: int) -> bool:
    """ "the city of Aden", "the port town Mokha", "Balkh province"."""
    before_nouns = knowledge.words("nouns_of_names", "place_before")
    if clause.noun_or_verb_after(context.text, context.words, end) in knowledge.words("nouns_of_names", "place_after"):
        return True
    before = context.words.texts[max(0, start - 2) : start]
    if before and context.text[context.words.ends[start - 1] : context.words.starts[start]].strip():
        return False
    if before[-1:] == ["of"] and len(before) == 2:
        return before[0] in before_nouns
    return bool(before) and before[-1] != "state" and before[-1] in before_nouns


def role_before(context: Context, start: int) -> str:
    """The lower-case role right before a name, with what qualifies it: "peace envoy", "spokesman"; "" if none."""
    roles, qualifiers = knowledge.words("titles", "roles"), knowledge.words("titles", "qualifiers")
    words, at = context.words, start - 1
    if at > 0 and bracketed(context, at) and fold(words.texts[at - 1]) in roles:
        return words.texts[at - 1]  # "President (Lenin) Moreno"
    if at < 0 or words.lows[at] not in roles or context.text[words.ends[at] : words.starts[start]].strip():
        return ""
    first = at
    while first > 0 and words.texts[first - 1] in qualifiers:
        first -= 1
    return context.text[words.starts[first] : words.ends[at]]


def bracketed(context: Context, at: int) -> bool:
    """Whether this word stands in brackets before another capital: "(Donald) Trump"."""
    start, end = context.words.starts[at], context.words.ends[at]
    return context.text[start - 1 : start] == "(" and bool(_CLOSED.match(context.text, end))


def role_after(context: Context, end: int) -> str:
    """The role in an apposition after offset `end`: ", the spokesman for …", ", chief of the council"; "" if none."""
    match = _APPOSITION.match(context.text, end) if context.text.startswith(",", end) else None
    if not match:
        return ""
    words = match[1].split()
    roles = knowledge.words("titles", "roles")
    at = next((k for k, word in enumerate(words) if word.lower() in roles), None)
    if at is None or not _LINKS.isdisjoint(words[:at]):
        return ""  # "a town whose mayor", "and the mayor"
    if words[at][0].isupper() and match.start(1) == match.start() + len(", "):
        return ""  # ", Tom King": another name of a list
    while at + 1 < len(words) and words[at + 1] in roles:
        at += 1  # "the chief negotiator"
    return " ".join(words[: at + 1])


def title_before(context: Context, start: int, end: int) -> str:
    """The office whose holder a name between commas tells.

    "The Foreign Secretary, Ann Lee, said", "its spokesman in Paris, Ann Lee, said".
    """
    words, at = context.words, start - 1
    if at < 1 or context.text[words.ends[at] : words.starts[start]] != ", ":
        return ""
    if context.text[words.ends[end - 1] : words.ends[end - 1] + 1] not in (",", "."):
        return ""
    if words.lows[at] not in knowledge.words("titles", "roles") or not words.capitals[at]:
        return _role_apposed(context, start) if end - start > 1 else ""  # "a commander in Bamina, Zar, on"
    first = at
    while first > 0 and words.capitals[first - 1] and context.text[words.ends[first - 1] : words.starts[first]] == " ":
        first -= 1
    first += words.lows[first] == "the"
    the = words.lows[max(0, first - 1)] == "the"
    return context.text[words.starts[first] : words.ends[at]] if the else ""


def _role_apposed(context: Context, start: int) -> str:
    """The role of a description that ends at the comma before a name: "the special envoy for Syria, "; "" if none."""
    words = context.words
    for at in range(start - 1, max(start - _DESCRIPTION, 0), -1):
        if at < start - 1 and context.text[words.ends[at] : words.starts[at + 1]].strip(" -'’s"):
            return ""
        role = words.lows[at] in knowledge.words("titles", "roles") and not words.capitals[at]
        if role and (at == start - 1 or words.lows[at + 1] in _OF_ROLES):
            return words.texts[at]
    return ""
