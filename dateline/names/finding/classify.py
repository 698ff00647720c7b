"""Makes candidates of the pieces of a run: what each is, how it stands in its clause, and the cues that go with it."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from dateline.model import NameKind, Span
from dateline.names.finding import clause, knowledge
from dateline.names.finding.candidate import Candidate, Use
from dateline.names.finding.guess import (
    Context,
    before_place,
    bracketed,
    guess,
    place_noun_near,
    role_after,
    role_before,
    title_before,
)
from dateline.names.finding.knowledge import Known
from dateline.names.finding.pieces import Piece

_LARGE = 150_000  # people; the one word of a smaller town, with no cue, may be a surname
_SHORT = re.compile(
    r"\s*[(\[]\s*(?:the\s+|or\s+|known as\s+)?[\"“']?((?:[A-Z]\.?){2,8}|[A-Z][A-Za-z-]{1,8}[A-Z])[\"”']?\s*[)\],]"
)
_SMALL = re.compile(r" \(([A-Z][a-z]{2,7})\)")
_CALLED = r"(?:acronym|initials|abbreviation|name|nickname|nom de guerre|alias)(?: of)?"
_BY_NAME = rf"(?:by|under) (?:its|his|her|their|the) [^,.;:()]{{0,30}}?{_CALLED}"
_KNOWN = rf"(?:(?:also|better|widely|commonly) )?known (?:as|{_BY_NAME})"
_ALIAS = re.compile(
    rf",? (?:alias|aka|a\.k\.a\.|{_KNOWN}) [\"“‘]?([A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)[\"”’]?(?=[,.;)\s])"
)
_NO_LONGER = frozenset(["former", "then", "late", "ex", "onetime", "acting", "deputy", "shadow"])
_ROMAN = re.compile(r"[ivx]+\Z")
_DESIGNATION = re.compile(r"[-–]?\d")
_KINDS: dict[str, NameKind] = {
    "organisation": "organisation", "office": "office", "armed group": "armed group", "place": "place",
}  # fmt: skip


def _small_letters(text: str, span: Span) -> re.Match[str] | None:
    """The bracket of "Justice and Equality Movement (Jem)": initials of the name, in whatever order."""
    short = _SMALL.match(text, span.end)
    initials = Counter(word[0] for word in text[span.start : span.end].lower().split())
    return short if short and Counter(short[1].lower()) <= initials else None


def candidates_of(context: Context, pieces: Sequence[Piece]) -> Iterator[Candidate]:
    """The names among the pieces of one run; a title goes to the person after it."""
    title = ""
    for number, piece in enumerate(pieces):
        after = pieces[number + 1] if number + 1 < len(pieces) else None
        if piece.what == "title":
            title = f"{title} {_written(context, piece)}".strip()
            continue
        if piece.what == "unknown" and not title and after and after.known and after.known.kind == "nationality":
            continue  # an adjective: "valiant and Mujahid Afghan nation"
        initial = context.doubtful or (context.initial and number == 0)
        candidate = _candidate(context, piece, title, initial)
        if candidate:
            yield candidate
        if piece.what != "known":
            title = ""


def _written(context: Context, piece: Piece) -> str:
    return context.text[context.words.starts[piece.start] : context.words.ends[piece.end - 1]]


def _candidate(context: Context, piece: Piece, title: str, initial: bool) -> Candidate | None:
    if piece.what == "unknown":
        piece = _without_matters(context, piece, initial)
    money = context.text.startswith("$", context.words.ends[piece.end - 1])  # "US$5 million"
    if money or piece.what == "thing" or bracketed(context, piece.start):
        return None  # "President (Donald) Trump": the surname is the mention
    use = clause.use_of(context.text, context.words, piece.start, piece.end)
    if piece.what == "known":
        return _known(context, piece, use, initial)
    if piece.what == "lone":
        kind = _lone_kind(context.keys[piece.start])
        return _made(context, piece, use, initial, kind, lone=True) if kind else None
    if piece.what in _KINDS:
        return _made(context, piece, use, initial, _KINDS[piece.what], 3)
    return _unknown(context, piece, use, initial, title)


def _made(
    context: Context,
    piece: Piece,
    use: Use,
    initial: bool,
    kind: NameKind | None,
    weight: int = 0,
    known: Known | None = None,
    gazetted: bool = False,
    role: str = "",
    lone: bool = False,
) -> Candidate:
    """The candidate, with what its surroundings say of it whatever its kind."""
    text, words = context.text, context.words
    span = Span(words.starts[piece.start], words.ends[piece.end - 1])
    short = _SHORT.match(text, span.end) or _small_letters(text, span)
    short = short or (piece.what != "known" and _ALIAS.match(text, span.end)) or None
    return Candidate(
        span,
        text[span.start : span.end],
        context.sentence,
        kind,
        weight,
        use,
        known,
        gazetted,
        role,
        short[1] if short else "",
        " ".join(clause.heads_after(text, words, piece.end)),
        lone,
        clause.subject(text, words, piece.start, piece.end),
        initial=initial,
    )


def _without_matters(context: Context, piece: Piece, initial: bool) -> Piece:
    """Without common words before a given name, that end a title or open a sentence: "Reconciliation Zalmay …"."""
    start = piece.start
    given = knowledge.given_names()
    while (
        start < piece.end - 1
        and context.keys[start] not in given
        and (_matter(context.keys[start]) or (initial and _opens(context.keys[start])))
    ):
        start += 1
    return piece._replace(start=start) if start > piece.start and context.keys[start] in given else piece


def _matter(key: str) -> bool:
    ending = key.endswith(("tion", "sion", "ment", "ness", "ity"))
    return ending or key in knowledge.words("common_words", "nouns")


def _opens(key: str) -> bool:
    """Whether a sentence may open with this word before a name: "Beside …", "Convinced …"."""
    return key.endswith(("ed", "ing")) or key in knowledge.words("common_words", "words")


def _lone_kind(key: str) -> NameKind | None:
    kinds: tuple[NameKind, ...] = ("office", "armed group", "organisation")
    return next((kind for kind in kinds if key in knowledge.words("nouns_of_names", kind)), None)


def _known(context: Context, piece: Piece, use: Use, initial: bool) -> Candidate:
    known = piece.known
    if known:
        by_the_way = known.seat and use == "party" and not _deals(context, piece)
        return _made(context, piece, "place" if by_the_way else use, initial, known.kind, 4, known)
    cued = before_place(context, piece.end) or place_noun_near(context, piece.start, piece.end)
    sure = piece.end > piece.start + 1 or _people(context, piece) >= _LARGE
    weight = 1 + sure + (use == "of") + 2 * (cued or use == "place")
    return _made(context, piece, use, initial, "place", weight, gazetted=True)


def _deals(context: Context, piece: Piece) -> bool:
    """A capital stands for its government only where it has a verb of its own or somebody deals with it."""
    after = clause.noun_or_verb_after(context.text, context.words, piece.end)
    before = clause.word_before(context.words, piece.start)
    return clause.is_verb(after) or before in ("by", "with", "between", "against")


def _people(context: Context, piece: Piece) -> int:
    found = knowledge.places(" ".join(context.keys[piece.start : piece.end]))
    return found[0].population if found else 0


def _unknown(context: Context, piece: Piece, use: Use, initial: bool, title: str) -> Candidate | None:
    keys = context.keys[piece.start : piece.end]
    plain = [key for key in keys if key not in knowledge.words("common_words", "words")]
    opens = context.doubtful or keys[0] not in plain or len(keys) > 2  # "Clare Short" opens with no common word
    common = not plain or (initial and opens and len(plain) < len(keys))
    end = context.words.ends[piece.end - 1]
    if common or all(map(_ROMAN.match, keys)) or _DESIGNATION.match(context.text, end):
        return None
    before = piece.start - len(title.split()) - 1
    if title and before >= 0 and context.words.lows[before] in _NO_LONGER:
        title = f"{context.words.texts[before]} {title}"  # "former Prime Minister Ann Lee"
    role = title or role_before(context, piece.start) or title_before(context, piece.start, piece.end)
    base = _made(context, piece, use, initial, None, role=role)
    apposed = "" if base.role else role_after(context, end)
    kind, weight = guess(context, piece.start, piece.end, base, apposed)
    return base._replace(kind=kind, weight=weight, role=base.role or apposed)
