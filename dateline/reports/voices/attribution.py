"""Who says so: the subject of the verb of saying, "according to …", or whoever speaks in the paragraph."""

import re
from collections.abc import Sequence
from functools import cache

from dateline.lexicon.load import document
from dateline.model import Name, Span, Speaker, readable
from dateline.reports.clauses.clause import Parsed
from dateline.reports.clauses.subject_core import ENDS, PRONOUNS
from dateline.reports.clauses.subjects import subject_span
from dateline.reports.grammar.closed_classes import RELATIVES
from dateline.reports.grammar.tokens import Token

ACCORDING = re.compile(r"\b(?:according to|as reported by|quoted by)\s+", re.IGNORECASE)
RELATIVE = re.compile(r"^(?:which|whom|that)\s+(?=\w)")
DOING = re.compile(r"(?<=\w), [a-z]+ing\b.*$")  # "Ann Lee, speaking in Mora"
ARTICLE = re.compile(r"^(?:the|a|an|some|one)\s+")
LETTER = re.compile(r"[^\W\d_]")
RANKS = {"person": 0, "organisation": 1, "armed group": 1, "office": 1, "state": 2}


@cache
def _anonymous() -> frozenset[str]:
    return frozenset(document("speech").data["anonymous"]["heads"])


@cache
def _narrator() -> frozenset[str]:
    return frozenset(document("speech").data["anonymous"]["narrator"])


@cache
def _tied() -> frozenset[str]:
    return frozenset(document("speech").data["speakers"]["tied"])


def speaker_of(parsed: Parsed, n: int, names: Sequence[Name], source: str | None) -> Speaker | None:
    """The speaker of clause `n`, a clause with a verb of saying; None where a pronoun has nobody behind it."""
    verb = parsed.clauses[n].verb
    span = _agent(parsed, n)
    if span is None and verb.passive and verb.lemma in ("tell", "inform"):
        return None  # "The coroner was told that …": by whom is not said
    span = span or subject_span(parsed, n)
    return speaker_at(parsed, span, names, source) if span else None


def _agent(parsed: Parsed, n: int) -> Span | None:
    """ "A vote has been promised by the premier": the premier says so."""
    clause, words = parsed.clauses[n], parsed.words
    first = clause.verb.last + 1
    if not clause.verb.passive or first >= clause.last or words[clause.verb.last].low != "by":
        return None
    last = next((k for k in range(first, clause.last) if words[k].low in ENDS), clause.last)
    return Span(first, last) if last > first else None


def speaker_at(parsed: Parsed, span: Span, names: Sequence[Name], source: str | None) -> Speaker | None:
    start = parsed.words[span.start].start
    text = DOING.sub("", RELATIVE.sub("", _words(parsed, span)))  # "which state media said were"
    low = text.lower()
    if not LETTER.search(readable(text)) or low.startswith(("to ", "of ")):
        return None
    where = _end_of_head(parsed, span)
    inside = [name for name in names if start <= name.span.start < where and not _others(parsed, span, name)]
    people = [name for name in inside if name.kind == "person" and not _owns(parsed, span, name)]
    inside = [name for name in inside if not (people and _owns(parsed, span, name))]  # "Moffat's lawyer, Ann Doyle"
    actor = _head(inside)
    if low in PRONOUNS:
        somebody = any(name.implied for name in inside)  # known, or withheld by the editor
        return Speaker(actor, text, False, source) if somebody else None
    last = ARTICLE.sub("", low).split(" of ")[0].split(" in ")[0].split(" with ")[0].split(",")[0].split()
    person = any(name.kind == "person" for name in inside)
    anonymous = bool(last) and last[-1] in _anonymous() and not person
    return Speaker(actor, text, anonymous, source)


def _end_of_head(parsed: Parsed, span: Span) -> int:
    """The offset at which it is told where a speaker is, or whose: "Soldiers in the nation of Chad" are not Chad,
    "fighters loyal to Haftar" are not Haftar."""
    words = parsed.words
    inside = range(span.start + 1, span.end)
    at = next((k for k in inside if words[k].low in ("in", "near") and _plain(words, k)), None)
    tied = next((k for k in inside if words[k].low in _tied()), None)
    ends = [words[k].start for k in (at, tied) if k is not None]
    return min(ends, default=words[span.end - 1].end)


def _plain(words: Sequence[Token], k: int) -> bool:
    """Whether "in" stands behind a plural in small letters."""
    return words[k - 1].text.islower() and words[k - 1].low.endswith("s")


def _others(parsed: Parsed, span: Span, name: Name) -> bool:
    """Whether the speaker is only one of the person's: "the premier's critics", where his office speaks for him."""
    if name.kind != "person" or not _owns(parsed, span, name):
        return False
    return parsed.words[span.end - 1].low in _anonymous()


def _owns(parsed: Parsed, span: Span, name: Name) -> bool:
    """Whether 's stands behind the name."""
    owner = next((k for k in range(span.start, span.end - 1) if parsed.words[k].end == name.span.end), None)
    return owner is not None and parsed.words[owner + 1].low in ("'s", "'")


def _words(parsed: Parsed, span: Span) -> str:
    first, last = parsed.words[span.start], parsed.words[span.end - 1]
    offset = parsed.sentence.span.start
    text = " ".join(parsed.sentence.text[first.start - offset : last.end - offset].split())
    return text.strip(" ,;“”\"'")


def _head(names: Sequence[Name]) -> str | None:
    """The actor of a subject, persons before organisations before states: "US envoy Zalmay Khalilzad" is Khalilzad."""
    acting = [name for name in names if name.acts and name.id]
    head = min(acting, key=lambda n: (n.implied, RANKS.get(n.kind, len(RANKS)), n.span.start), default=None)
    return head.id if head else None


def according_to(parsed: Parsed, n: int, names: Sequence[Name], source: str | None) -> Speaker | None:
    """The source that a sentence names for clause `n`: "…, according to a media report"."""
    low = parsed.sentence.text.casefold()
    named = "according to" in low or "reported by" in low or "quoted by" in low  # which few sentences have
    match = ACCORDING.search(parsed.sentence.text) if named else None
    if not match:
        return None
    at = parsed.sentence.span.start + match.end()
    first = next((k for k, word in enumerate(parsed.words) if word.start >= at), None)
    if first is None or _of_another(parsed, n, first - 2):
        return None
    last = first
    while last < len(parsed.words) and parsed.words[last].low not in ENDS:
        last += 1
    return speaker_at(parsed, Span(first, last), names, source) if last > first else None


def _of_another(parsed: Parsed, n: int, k: int) -> bool:
    """ "left the talks, which according to Lee had failed": what is told before is the narrator's own word."""
    behind = k > 0 and parsed.words[k - 1].low in RELATIVES
    clause = parsed.clauses[n]
    return behind and not clause.first <= k < clause.last


def vouched_by_narrator(speaker: Speaker | None) -> bool:
    """Whether the narrator takes the word of this source: "…, officials said"."""
    return speaker is not None and speaker.text.lower() in _narrator()
