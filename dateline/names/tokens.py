"""Words of a sentence, and the runs of capitalised words in which names are looked for."""

import re
from functools import cache
from typing import NamedTuple

from dateline.names import knowledge
from dateline.names.spelling import fold

# "U.S.is" holds an abbreviation and a word; a possessive ending is no part of the word.
_WORD = re.compile(
    r"((?:[A-Z]\.)+[A-Z](?![\w.])|(?:[A-Z]\.){2,}|[^\W_]+(?:['’](?!s\b)[^\W\d_]+)*)(['’]s\b|(?<=s)['’](?=\s))?"
)
_INITIAL_GAP = re.compile(r"\.[ \t]*\n?[ \t]*\Z")
_BLANK_GAP = re.compile(r"[ \t]*\n?[ \t]*\Z")
_HYPHENS = ("-", "–")
SHORT_TITLES = frozenset(
    "gen lt col maj capt sgt cpl pvt adm cmdr brig dr mr mrs ms prof rev sen rep gov st jr sr supt insp fr hon amb".split()
)
_OPENING_PARTICLES = frozenset("bin ibn bint van von der de di della del du abu".split())
_ENGLISH_TOO = frozenset("as at an ad ar az".split())  # Arabic articles only with a hyphen
_ARABIC_ARTICLES = frozenset("al el as ar at ad az an ul".split())
_LONGEST_RUN = 40  # words; a line in capitals is cut, so that the work stays linear
_OPENING = _OPENING_PARTICLES | _ARABIC_ARTICLES


class Word(NamedTuple):
    """A word: where it stands in the article, how it is written, and whether "'s" follows it."""

    start: int
    end: int
    text: str
    possessive: bool
    capital: bool  # begins with a capital; "I" and "I'm" do not count


def words_of(text: str, start: int, end: int) -> list[Word]:
    """The words of `text[start:end]`."""
    found = []
    for match in _WORD.finditer(text, start, end):
        word, mark = match.groups()
        capital = word[0].isupper() and (word[0] != "I" or (len(word) > 1 and word[1] not in "'’"))
        found.append(Word(*match.span(1), word, mark is not None, capital))
    return found


def run_starts(words: list[Word], at: int, text: str) -> bool:
    """Whether a run begins here: a capital, or a particle before one ("al-Eryani", "bin Laden")."""
    word = words[at]
    if word.capital:
        return True
    if word.text not in _OPENING:
        return False
    if at + 1 == len(words) or not words[at + 1].capital:
        return False
    gap = text[word.end : words[at + 1].start]
    if word.text in _ARABIC_ARTICLES:
        return gap == "-"
    return word.text in _OPENING_PARTICLES and bool(_BLANK_GAP.match(gap))


def run_end(words: list[Word], start: int, text: str) -> int:
    """The index after the last word of the run that begins at `start`."""
    last = start if words[start].capital else start + 1
    while last - start < _LONGEST_RUN:
        after = _next_capital(words, last, text)
        if after is None:
            break
        last = after
    return last + 1


def _next_capital(words: list[Word], last: int, text: str) -> int | None:
    """The capitalised word that goes on with the run after `last`, over particles and the small words of organisations."""
    at = last + 1
    if at >= len(words):
        return None
    here = words[last]
    gap = text[here.end : words[at].start]
    if words[at].capital:
        return at if _joined(here, words[at], gap) else None
    small = words[at].text
    if small in knowledge.words("nouns_of_names", "particles") and gap in (" ", "\n", *_HYPHENS):
        over = _over_particles(words, at, text)
        if over is not None:
            return over
    if small in CONNECTORS and not here.possessive and _BLANK_GAP.match(gap):
        return _over_connector(words, last, at, text)
    return None


def _joined(here: Word, there: Word, gap: str) -> bool:
    if here.possessive:
        return fold(here.text) in _POSSESSIVES and gap in ("'s ", "’s ", "' ", "’ ")
    if gap in (" ", " & ", *_HYPHENS):
        return True
    if gap[:1] == ".":
        single = len(here.text) == 1 or fold(here.text) in SHORT_TITLES
        return single and bool(_INITIAL_GAP.match(gap)) and there.text not in ("The", "A", "In", "It", "He")
    return bool(_BLANK_GAP.match(gap))


_POSSESSIVES = frozenset(
    "people peoples women womens lord lords children worker workers doctors nurses teachers".split()
)
CONNECTORS = frozenset("of for to on and against without".split())


def _over_particles(words: list[Word], at: int, text: str) -> int | None:
    """The capital after one or two particles: "Kuchma van der Sloot", "Pul-e Khumri"."""
    particles = knowledge.words("nouns_of_names", "particles")
    lone_vowel = words[at].text in ("e", "i", "y", "o")
    if lone_vowel and text[words[at].start - 1] not in _HYPHENS:
        return None
    for after in range(at + 1, min(at + 3, len(words))):
        gap = text[words[after - 1].end : words[after].start]
        if gap not in (" ", "\n", *_HYPHENS):
            return None
        if words[after - 1].text in _ENGLISH_TOO and gap != "-":
            return None
        if words[after].capital:
            return after
        if words[after].text not in particles:
            return None
    return None


def _over_connector(words: list[Word], last: int, at: int, text: str) -> int | None:
    """The capital after "of", "for", "to" … where the word before is one that takes it: "Ministry of Defense"."""
    small, head = words[at].text, fold(words[last].text)
    titles = knowledge.lines("titles", "titles")
    after = at + 1
    if after < len(words) and words[after].text == "the":
        after += 1
    if after >= len(words) or not words[after].capital:
        return None
    if not _BLANK_GAP.match(text[words[after - 1].end : words[after].start]):
        return None
    if small == "and":
        noun = fold(words[after].text)
        joined = noun in knowledge.words("common_words", "nouns") and head in knowledge.words("common_words", "nouns")
        return after if joined else None
    if small == "of":
        matter = (
            fold(words[after].text) in knowledge.words("common_words", "nouns")
            or f"{head} of {fold(words[after].text)}" in titles
        )
        return after if head in of_heads() or (head in ("minister", "secretary") and matter) else None
    return after if head in for_heads() else None


@cache
def of_heads() -> frozenset[str]:
    """The nouns of names that "of" may follow inside the name."""
    nouns = [
        knowledge.words("nouns_of_names", kind) for kind in ("organisation", "office", "armed group", "place", "thing")
    ]
    return frozenset().union(*nouns, knowledge.words("nouns_of_names", "before_of"))


def for_heads() -> frozenset[str]:
    """The nouns of names that "for", "to", "on" or "against" may follow inside the name."""
    return knowledge.words("nouns_of_names", "before_for")
