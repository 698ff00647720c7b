"""Says what the pieces of a run are: the cues around unknown words decide between person, organisation and place."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from dateline.model import NameKind, Span
from dateline.names import clause, knowledge
from dateline.names.candidate import Candidate
from dateline.names.knowledge import Known
from dateline.names.pieces import Piece
from dateline.names.spelling import fold
from dateline.names.tokens import Word

_LARGE = 150_000  # a smaller town of the gazetteer, with no cue, may be a surname
_SHORT = re.compile(
    r"\s*[(\[]\s*(?:the\s+|or\s+|known as\s+)?[\"“']?((?:[A-Z]\.?){2,8}|[A-Z][A-Za-z-]{1,8}[A-Z])[\"”']?\s*[)\],]"
)
_DATELINE = re.compile(r"(?:,[^()\n]{0,40}?)?\s*(?:\([A-Z][\w ]{1,20}\)|--|—|–|_)")
_ROMAN = re.compile(r"[ivx]+\Z")
_AGE = re.compile(r",\s+(?:aged\s+)?\d{2}\s*[,.]")
_APPOSITION = re.compile(
    r",\s+(?:(?:the|a|an|who|whose|another|one of|then|now|former)\s+)?((?:[\w’'-]+\s+){0,4}?[\w’'-]+)", re.ASCII
)
_NAMES = ("person", "organisation", "armed group", "office", "place")


@dataclass(frozen=True, slots=True)
class Context:
    """The sentence in which a run stands. `doubtful` where capitals say nothing: headlines, lines in capitals."""

    text: str
    words: Sequence[Word]
    keys: Sequence[str]
    sentence: int
    initial: bool
    doubtful: bool


def candidates_of(context: Context, pieces: Sequence[Piece]) -> Iterator[Candidate]:
    """The names among the pieces of one run, each with its kind and cues."""
    title = ""
    for number, piece in enumerate(pieces):
        after = pieces[number + 1] if number + 1 < len(pieces) else None
        if piece.what == "unknown" and not title and after and after.known and after.known.kind == "nationality":
            continue  # an adjective: "valiant and Mujahid Afghan nation"
        initial = context.doubtful or (context.initial and number == 0)
        if piece.what == "unknown":
            piece = _without_matters(context, piece)
        if piece.what == "title":
            title = _joined_role(title, context, piece)
            continue
        candidate = _candidate(context, piece, title, initial)
        if candidate:
            yield candidate
        if piece.what != "known":
            title = ""


def _without_matters(context: Context, piece: Piece) -> Piece:
    """Without the common words before a given name: "Reconciliation Zalmay Khalilzad" ends a long title."""
    start = piece.start
    while start < piece.end - 1 and context.keys[start] in knowledge.words("common_words", "nouns"):
        start += 1
    return replace(piece, start=start) if context.keys[start] in knowledge.given_names() else piece


def _joined_role(title: str, context: Context, piece: Piece) -> str:
    words = context.text[context.words[piece.start].start : context.words[piece.end - 1].end]
    return f"{title} {words}".strip()


def _candidate(context: Context, piece: Piece, title: str, initial: bool) -> Candidate | None:
    words = context.words
    span = Span(words[piece.start].start, words[piece.end - 1].end)
    if context.text[span.start - 1 : span.start] == "(" and context.keys[piece.start] in knowledge.given_names():
        return None  # "President (Donald) Trump": the surname is the mention
    text = context.text[span.start : span.end]
    use = clause.use_of(context.text, words, piece.start, piece.end)
    heads = clause.heads_after(context.text, words, piece.end)
    common: dict[str, Any] = {
        "span": span,
        "text": text,
        "sentence": context.sentence,
        "use": use,
        "head": " ".join(heads),
        "initial": initial,
        "subject": clause.subject(context.text, words, piece.start, piece.end),
    }
    if piece.what == "known":
        return _known(context, piece, common)
    if piece.what == "thing":
        return None
    if piece.what == "lone":
        kind = _lone_kind(context.keys[piece.start])
        return Candidate(kind=kind, weight=0, lone=True, **common) if kind else None  # type: ignore[arg-type]
    if piece.what in _NAMES:
        short = _short_after(context.text, span.end)
        return Candidate(kind=piece.what, weight=3, short=short, **common)  # type: ignore[arg-type]
    return _unknown(context, piece, title, common)


def _lone_kind(key: str) -> NameKind | None:
    for kind in ("office", "armed group", "organisation"):
        if key in knowledge.words("nouns_of_names", kind):
            return kind  # type: ignore[return-value]
    return None


def _short_after(text: str, end: int) -> str:
    match = _SHORT.match(text, end)
    return match[1] if match else ""


def _known(context: Context, piece: Piece, common: dict[str, Any]) -> Candidate | None:
    known: Known | None = piece.known
    short = _short_after(context.text, common["span"].end)
    if known:
        if known.seat and common["use"] == "party" and not _acts(context, piece):
            common["use"] = "place"
        return Candidate(kind=known.kind, weight=4, known=known, short=short, **common)
    weight = 2 if _largest(piece, context) >= _LARGE else 1
    if common["use"] == "place" or _before_place(context, piece) or _place_noun_near(context, piece):
        weight += 2
    return Candidate(kind="place", weight=weight, gazetted=True, **common)


def _acts(context: Context, piece: Piece) -> bool:
    """A capital stands for its government only where it has a verb of its own or somebody deals with it."""
    after = clause.noun_or_verb_after(context.text, context.words, piece.end)
    return clause.is_verb(after) or clause.word_before(context.words, piece.start) in (
        "by",
        "with",
        "between",
        "against",
    )


def _largest(piece: Piece, context: Context) -> int:
    found = knowledge.places(" ".join(context.keys[piece.start : piece.end]))
    return found[0].population if found else 0


def _unknown(context: Context, piece: Piece, title: str, common: dict[str, Any]) -> Candidate | None:
    keys = [key for key in context.keys[piece.start : piece.end]]
    if re.match(r"[-–]?\d", context.text[common["span"].end : common["span"].end + 2]):
        return None  # a designation: "AK-47"
    plain = [key for key in keys if key not in knowledge.words("common_words", "words")]
    if not plain or all(_ROMAN.match(key) for key in keys) or (common["initial"] and len(plain) < len(keys)):
        return None
    role = title or _role_before(context, piece.start)
    kind, weight = _guess(context, piece, keys, role, common)
    return Candidate(
        kind=kind,
        weight=weight,
        role=role or _role_after(context, common["span"].end),
        short=_short_after(context.text, common["span"].end),
        **common,
    )


def _guess(
    context: Context, piece: Piece, keys: Sequence[str], role: str, common: dict[str, Any]
) -> tuple[NameKind | None, int]:
    """The kind of unknown words and the strength of the cue that says so."""
    words, text, end = context.words, context.text, common["span"].end
    given = keys[0] in knowledge.given_names()
    if role:
        return "person", 3
    if _before_place(context, piece) or _dateline(context, piece):
        return "place", 3
    if len(keys) > 1 and (given or any(len(key) == 1 for key in keys[1:-1])):
        return "person", 3
    if _place_noun_near(context, piece):
        return "place", 3
    if _AGE.match(text, end) or _role_after(context, end):
        return "person", 2
    if len(keys) == 1 and words[piece.start].text.isupper() and len(keys[0]) > 1:
        return "organisation", 0 if common["initial"] else 2
    if piece.start > 0 and words[piece.start - 1].text.lower() == "the":
        return "organisation", 2
    if common["use"] == "place":
        return "place", 2 if len(keys) < 4 else 1
    saying = piece.end < len(words) and words[piece.end].text.lower() in knowledge.words("cues", "saying")
    if saying or given:
        return "person", 2 if len(keys) > 1 else 1
    return ("person", 1) if len(keys) in (2, 3) else (None, 0)


def _before_place(context: Context, piece: Piece) -> bool:
    """ "Lewisburg, West Virginia": a comma and the name of a state or region come next."""
    words, end = context.words, piece.end
    if end >= len(words) or not words[end].capital or words[end].possessive:
        return False
    if context.text[words[end - 1].end : words[end].start].strip() != ",":
        return False
    keys = [fold(word.text) for word in words[end : end + 2]]
    forms = (" ".join(keys), keys[0])
    found = next((known for known in map(knowledge.lexicon().get, forms) if known), None)
    return found is not None and found.kind in ("state", "place") or knowledge.is_province(forms)


def _dateline(context: Context, piece: Piece) -> bool:
    """ "CAGUAS, Puerto Rico (AP)", "GENEVA --": capitals before an agency or a dash, first in the paragraph."""
    word = context.words[piece.start]
    return (
        context.initial
        and word.text.isupper()
        and bool(_DATELINE.match(context.text, context.words[piece.end - 1].end))
    )


def _place_noun_near(context: Context, piece: Piece) -> bool:
    words = context.words
    after = clause.noun_or_verb_after(context.text, words, piece.end)
    if after in knowledge.words("nouns_of_names", "place_after"):
        return True
    before = [w.text for w in words[max(0, piece.start - 2) : piece.start]]
    if before[-1:] == ["of"] and len(before) == 2:
        return before[0] in knowledge.words("nouns_of_names", "place_before")
    return before[-1:] not in ([], ["state"]) and before[-1] in knowledge.words("nouns_of_names", "place_before")


def _role_before(context: Context, start: int) -> str:
    """The lower-case role right before a name, with what qualifies it: "peace envoy", "spokesman"."""
    roles, qualifiers = knowledge.words("titles", "roles"), knowledge.words("titles", "qualifiers")
    words, at = context.words, start - 1
    if at < 0 or words[at].text.lower() not in roles or not _blank(context.text, words[at].end, words[at + 1].start):
        return ""
    first = at
    while first > 0 and words[first - 1].text.lower() in qualifiers and not words[first - 1].capital:
        first -= 1
    return context.text[words[first].start : words[at].end]


def _blank(text: str, start: int, end: int) -> bool:
    return not text[start:end].strip()


def _role_after(context: Context, end: int) -> str:
    """The role in an apposition: ", the spokesman for …", ", chief of the provincial council"."""
    match = _APPOSITION.match(context.text, end)
    if not match:
        return ""
    found = [word for word in match[1].split() if word.lower() in knowledge.words("titles", "roles")]
    return match[1][: match[1].index(found[0]) + len(found[0])] if found else ""
