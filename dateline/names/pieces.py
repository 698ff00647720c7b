"""Cuts a run of capitalised words into names: "Afghan President Ashraf Ghani" is a people, a title and a person."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from dateline.names import knowledge
from dateline.names.knowledge import Known
from dateline.names.spelling import fold
from dateline.names.tokens import Word


@dataclass(frozen=True, slots=True)
class Piece:
    """Words `[start, end)` of a sentence, and what they are: known, a title, an organisation's or place's full name, or unknown."""

    start: int
    end: int
    what: str  # "known", "title", "organisation", "office", "armed group", "place", "thing", "lone", "unknown"
    known: Known | None = None


@cache
def heads() -> dict[str, str]:
    """The nouns that end a name, and the kind of name each makes; a later list wins."""
    kinds = ("organisation", "place", "thing", "office", "armed group")
    return {word: kind for kind in kinds for word in knowledge.words("nouns_of_names", kind)}


def known_at(words: Sequence[Word], keys: Sequence[str], start: int, end: int) -> tuple[int, Known | None]:
    """The longest known name that begins at `start`: the index after it and what it is (None for a gazetteer place)."""
    most = min(knowledge.longest(keys[start].partition(" ")[0]), end - start)
    for stop in range(start + most, start, -1):
        key = " ".join(keys[start:stop])
        known = knowledge.lexicon().get(key)
        if known and _written_so(known, words[start:stop]):
            return stop, known
        if knowledge.is_place(key) and len(key) > 2:
            return stop, None
    return start, None


def _written_so(known: Known, words: Sequence[Word]) -> bool:
    """An abbreviation counts only in capitals; "the Guardian"-like names need each word's capital, which runs have."""
    return not known.exact or "".join(w.text for w in words).replace(".", "") == known.exact.replace(".", "")


def title_at(keys: Sequence[str], start: int, end: int) -> int:
    """The index after the longest title that begins at `start`; `start` where there is none."""
    titles = knowledge.lines("titles", "titles")
    for stop in range(min(start + 4, end), start, -1):
        if " ".join(keys[start:stop]) in titles:
            return stop
    return start


def cut(words: Sequence[Word], keys: Sequence[str], start: int, end: int) -> list[Piece]:
    """The pieces of the run `[start, end)`, left to right."""
    pieces: list[Piece] = []
    at = start
    while at < end:
        piece = _piece_at(words, keys, at, end)
        last = pieces[-1] if pieces else None
        if piece.what == "unknown" and last and last.what == "unknown" and not words[at - 1].possessive:
            pieces[-1] = Piece(last.start, piece.end, "unknown")
        else:
            pieces.append(piece)
        at = piece.end
    return pieces


def _piece_at(words: Sequence[Word], keys: Sequence[str], at: int, end: int) -> Piece:
    stop, known = known_at(words, keys, at, end)
    titled = title_at(keys, at, end)
    headed, kind = _headed(words, keys, at, end)
    if headed > max(stop, at + 1) and titled <= at + 1 and (kind != "thing" or stop == at):
        return Piece(at, headed, kind)
    if titled > at and titled >= stop:
        return Piece(at, titled, "title")
    if stop > at and not _given_name(keys, at, stop, end, known):
        return Piece(at, stop, "known", known) if known or not _common(keys[at:stop]) else Piece(at, stop, "unknown")
    if keys[at] in heads():
        return Piece(at, at + 1, "lone")
    return Piece(at, at + 1, "unknown")


def _common(keys: Sequence[str]) -> bool:
    return all(key in knowledge.words("common_words", "words") for key in keys)


def _given_name(keys: Sequence[str], at: int, stop: int, end: int, known: Known | None) -> bool:
    """A place that is also a given name is one before a surname: "Nancy Marshall", "Jordan Peterson"."""
    if stop != at + 1 or stop == end or keys[at] not in knowledge.given_names():
        return False
    return (known is None or known.kind == "place") and keys[stop] not in heads()


def _headed(words: Sequence[Word], keys: Sequence[str], at: int, end: int) -> tuple[int, str]:
    """The index after a full name built on a head noun, and its kind: "Afghan Ministry of Defense", "Kosovo Liberation Army"."""
    table = heads()
    found, kind = at, ""
    for index in range(at, end):
        if index > at and (title_at(keys, index, end) > index and keys[index] not in table):
            break
        if (
            words[index].possessive
            and index > at
            and keys[index] not in table
            and fold(words[index].text) not in ("people",)
        ):
            break
        if keys[index] not in table:
            continue
        if index == at:
            if _tail(words, keys, index, end) > index + 1:
                found, kind = _tail(words, keys, index, end), table[keys[index]]
            continue
        found, kind = _tail(words, keys, index, end), table[keys[index]]
    return found, kind


def _tail(words: Sequence[Word], keys: Sequence[str], head: int, end: int) -> int:
    """The index after the "of …" of a head noun, which the run has joined on; the one after the head where there is none."""
    at = head + 1
    if at < end and not words[at].capital and words[at].text in ("of", "for", "to", "on", "and", "against", "without"):
        at += 1
        while at < end and title_at(keys, at, end) == at:
            if words[at - 1].possessive:
                break
            at += 1
        return at
    return head + 1
