"""Cuts a run of capitalised words into names: "Afghan President Ashraf Ghani" is a people, a title and a person."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from dateline.names.finding import knowledge
from dateline.names.finding.clause import clause_words, finite
from dateline.names.finding.knowledge import Known
from dateline.names.finding.spelling import slug
from dateline.names.finding.tokens import Words

ROMAN = re.compile(r"I{1,3}|IV|VI{0,3}|IX|X")
_RUNS = 1 << 14  # runs of which it is remembered how they are cut: an archive names the same again and again


class Piece(NamedTuple):
    """Words `[start, end)` of a sentence and what they are.

    `what` is "known" (with `known` None for a place of the gazetteer), "title", a kind of name ("organisation",
    "office", "armed group", "place"), "thing" (a war, a law: no name of ours), "lone" (a head noun alone) or "unknown".
    """

    start: int
    end: int
    what: str
    known: Known | None = None


@cache
def heads() -> dict[str, str]:
    """The nouns that end a name, and the kind of name each makes; a later list wins."""
    kinds = ("organisation", "place", "thing", "office", "armed group")
    found = dict.fromkeys(knowledge.words("nouns_of_names", "before_of"), "organisation")
    return found | {word: kind for kind in kinds for word in knowledge.words("nouns_of_names", kind)}


class Run(NamedTuple):
    """The words of a run of capitals, as they are written and folded. Two that are equal are cut alike."""

    texts: tuple[str, ...]
    keys: tuple[str, ...]
    capitals: tuple[bool, ...]
    possessives: tuple[bool, ...]
    doubtful: bool  # a headline or a line in capitals: verbs and small words have capitals too

    @property
    def end(self) -> int:
        return len(self.keys)

    def known(self, at: int) -> tuple[int, Known | None]:
        """The longest known name that begins at `at`: the index after it (`at` if none) and what it is."""
        most = min(knowledge.longest(self.keys[at].partition(" ")[0]), self.end - at)
        for stop in range(at + most, at, -1):
            key = " ".join(self.keys[at:stop])
            known = knowledge.lexicon().get(key)
            if known and self._written_so(known, at, stop):
                return stop, known
            if len(key) > 2 and knowledge.is_place(key):
                return stop, None
        return at, None

    def _written_so(self, known: Known, at: int, stop: int) -> bool:
        """An abbreviation counts only as it is written: "US" and "WHO" are no common words."""
        if not known.exact:
            return True
        return "".join(self.texts[at:stop]).replace(".", "") == known.exact.replace(".", "")

    def title(self, at: int) -> int:
        """The index after the longest title that begins at `at`; `at` where there is none."""
        titles = knowledge.lines("titles", "titles")
        if self.keys[at] not in _title_words():
            return at
        if self.keys[at + 1 : at + 2] == ("and",):
            return at  # "the Justice and Equality Movement"
        for stop in range(min(at + 4, self.end), at, -1):
            key = " ".join(self.keys[at:stop])
            if key in titles or key.removesuffix("s") in titles:
                return stop
        if self.keys[at] in knowledge.words("titles", "roles") and at + 1 < self.end:
            return at + 1 if self.keys[at + 1] not in heads() else at
        return at

    def ministers(self, at: int) -> int:
        """The index after "Minister of Justice and Prisons", which no list can hold; `at` where there is none."""
        if self.keys[at] not in ("minister", "secretary") or at + 2 >= self.end or self.keys[at + 1] != "of":
            return at
        stop = at + 2
        while stop < self.end and (
            self.keys[stop] in knowledge.words("common_words", "nouns") or self.keys[stop] == "and"
        ):
            stop += 1
        return stop if stop > at + 2 else at

    def given(self, at: int) -> bool:
        """Whether this word is a given name or an initial."""
        return self.capitals[at] and (self.keys[at] in knowledge.given_names() or len(self.keys[at]) == 1)

    def common(self, start: int, stop: int) -> bool:
        """Whether all these words are common ones."""
        return all(key in knowledge.words("common_words", "words") for key in self.keys[start:stop])


@cache
def _title_words() -> frozenset[str]:
    """The first words of titles, in the singular and plural, and the nouns for a role."""
    firsts = {title.partition(" ")[0] for title in knowledge.lines("titles", "titles")}
    return frozenset(firsts | {first + "s" for first in firsts} | knowledge.words("titles", "roles"))


def run_of(words: Words, keys: Sequence[str], start: int, end: int, doubtful: bool = False) -> Run:
    """The run of words `[start, end)`."""
    return Run(
        tuple(words.texts[start:end]),
        tuple(keys[start:end]),
        tuple(words.capitals[start:end]),
        tuple(words.possessives[start:end]),
        doubtful,
    )


def pieces_of(words: Words, keys: Sequence[str], start: int, end: int, doubtful: bool) -> list[Piece]:
    """The pieces of words `[start, end)`, left to right."""
    pieces = cut(run_of(words, keys, start, end, doubtful))
    return [Piece(start + piece.start, start + piece.end, piece.what, piece.known) for piece in pieces]


@lru_cache(_RUNS)
def cut(run: Run) -> tuple[Piece, ...]:
    """The pieces of the run, left to right; counted from its first word."""
    pieces: list[Piece] = []
    at = 0
    while at < run.end:
        last = pieces[-1] if pieces else None
        piece = _in_company(run, _piece(run, at), last)
        joins = last is not None and last.what == "unknown" and not run.possessives[at - 1]
        if piece.what == "unknown" and joins and last is not None:
            pieces[-1] = Piece(last.start, piece.end, "unknown")
        else:
            pieces.append(piece)
        at = piece.end
    return tuple(pieces)


def _in_company(run: Run, piece: Piece, last: Piece | None) -> Piece:
    """A gazetteer's name, a title or a noun that is a surname here: "Pedro Toledo", "Hun Sen", "Robert Hill"."""
    if last is None or last.what not in ("unknown", "title") or run.possessives[last.end - 1]:
        return piece
    headline = last.what == "unknown" and run.common(last.end - 1, last.end)  # "SEIZE KUNDUZ"
    place = piece.what == "known" and piece.known is None and not headline
    personal = run.given(last.end - 1) or not run.capitals[last.end - 1]  # a given name or a particle
    noun = piece.what in ("title", "lone") and piece.end == run.end and last.what == "unknown" and personal
    return Piece(piece.start, piece.end, "unknown") if place or noun else piece


def _piece(run: Run, at: int) -> Piece:
    stop, known = run.known(at)
    if stop > at and stop < run.end and ROMAN.fullmatch(run.texts[stop]):
        return Piece(at, stop + 1, "thing")  # "Geneva II", a conference
    if run.texts[at] in knowledge.state_abbreviations() and known is None:
        abbreviated = knowledge.state_abbreviations()[run.texts[at]]
        return Piece(at, at + 1, "known", Known(slug(abbreviated), abbreviated, "place", "US"))
    titled = max(run.title(at), run.ministers(at))
    headed, kind = _headed(run, at)
    if headed > max(stop, at + 1) and titled <= at + 1 and (kind != "thing" or stop == at or known is None):
        return Piece(at, headed, kind)
    if titled > at and titled >= stop:
        return Piece(at, titled, "title")
    if stop > at and not _begins_other(run, at, stop, known):
        return Piece(at, stop, "known", known)
    if run.keys[at] in heads() and not (at + 1 < run.end and run.given(at)):
        return Piece(at, at + 1, "lone")
    named = at + 1 < run.end and run.given(at) and not run.common(at + 1, at + 2)
    if (
        run.doubtful
        and not named
        and (run.common(at, at + 1) or run.keys[at] in clause_words() or run.keys[at] in finite())
    ):
        return Piece(at, at + 1, "thing")
    return Piece(at, at + 1, "unknown")


def _begins_other(run: Run, at: int, stop: int, known: Known | None) -> bool:
    """Whether a known place only begins another name: "Nancy Marshall", "Jordan Peterson", "Aung San Suu Kyi"."""
    place = known is None or (known.kind in ("place", "state") and run.given(at))
    if not place or (stop > at + 1 and known is not None):
        return False
    if stop == at + 1 and known is None and (run.common(at, stop) or run.given(at)):
        return True
    if stop == run.end or not run.capitals[stop] or run.possessives[stop - 1]:
        return False
    unknown = run.known(stop)[0] == stop and run.title(stop) == stop and run.keys[stop] not in heads()
    return unknown and not run.common(stop, stop + 1)


def _headed(run: Run, at: int) -> tuple[int, str]:
    """The index after a full name built on a head noun, and its kind: "Afghan Ministry of Defense", "Syrian Army".

    `at` itself where there is none. The last head noun of the run decides, up to a title or a possessive.
    """
    table = heads()
    if run.keys[at] in knowledge.words("nouns_of_names", "thing_first") and at + 1 < run.end:
        return run.end, "thing"
    found, kind = at, ""
    for index in range(at, run.end):
        key = run.keys[index]
        if index < found:
            continue
        if run.doubtful and (key in finite() or key in clause_words() or table.get(key) == "thing"):
            break
        paired = key == "and" and index == at + 1  # "Justice and Equality Movement"
        connects = not run.capitals[index] and key in knowledge.words("nouns_of_names", "connectors")
        if index > at and connects and not paired:
            break
        if index > at and key not in table and (_parts(run, index) or run.possessives[index]):
            break
        if key not in table or (index > at and _other_name(run, at, index)):
            continue
        if key in knowledge.words("nouns_of_names", "members") and run.known(at)[0] == index > at:
            continue  # "ELN Rebels" in a headline are the ELN's
        tail = _tail(run, index)
        if index > at or (tail > index + 1 and not _belongs_to_known(run, index, tail)):
            found, kind = tail, table[key]
    return found, kind


def _parts(run: Run, index: int) -> bool:
    """Whether a title begins here that belongs to a person; that of "General Staff" belongs to a body."""
    stop = run.title(index)
    return stop > index and not (stop < run.end and run.keys[stop] in heads())


def _belongs_to_known(run: Run, head: int, tail: int) -> bool:
    """ "Fighters of the Islamic State": what follows is a name by itself, and the noun no part of it."""
    start = next((at for at in range(head + 1, tail) if run.capitals[at]), tail)
    stop, known = run.known(start) if start < tail else (start, None)
    return stop == tail and known is not None and known.kind in ("organisation", "armed group", "office")


def _other_name(run: Run, at: int, head: int) -> bool:
    """Whether the head noun belongs to a person ("Robert Hill") or to a known place that begins later ("West Bank")."""
    if heads()[run.keys[head]] != "place":
        return False
    if head + 1 == run.end and any(run.given(index) for index in range(at, head)):
        return True
    for start in range(at + 1, head):
        stop, known = run.known(start)
        if stop == head + 1 and known is not None and known.kind == "place":
            return True
    return False


def _tail(run: Run, head: int) -> int:
    """The index after the "of …" that the run has joined to a head noun; the one after the head where there is none."""
    at = head + 1
    if at >= run.end or run.capitals[at] or run.texts[at] not in knowledge.words("nouns_of_names", "connectors"):
        return at
    at += 1
    while at < run.end and run.title(at) == at and not run.possessives[at - 1]:
        at += 1
    return at
