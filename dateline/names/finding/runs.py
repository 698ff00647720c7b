"""Runs of capitalised words, in which names are looked for: over initials, particles and the small words of offices."""

import re
from collections import Counter
from functools import cache

from dateline.names.finding import knowledge
from dateline.names.finding.spelling import fold
from dateline.names.finding.tokens import Words

_INITIAL_GAP = re.compile(r"\.[ \t]*\n?[ \t]*\Z")
_BLANK_GAP = re.compile(r"[ \t]*\n?[ \t]*\Z")
_POSSESSIVE_GAPS = ("'s ", "’s ", "' ", "’ ")
_HYPHENS = ("-", "–")
SYLLABLE = 6  # letters
ABBREVIATION = 4  # letters from which on an abbreviation inside a longer one is but one of its letters
_FURTHER = 8  # words that an abbreviation may stand behind a run
_LONGEST = 40  # words; a line in capitals is cut, so that the work stays linear


def _words(key: str) -> frozenset[str]:
    return knowledge.words("nouns_of_names", key)


@cache
def openers() -> frozenset[str]:
    """The words in lower case with which a run may begin: "al-Eryani", "bin Laden"."""
    return _words("opening_particles") | _words("articles")


def starts(words: Words, at: int, text: str) -> bool:
    """Whether a run begins here: a capital, or a particle before one."""
    if words.capitals[at] or words.texts[at] not in openers():
        return words.capitals[at]
    if at + 1 == len(words.texts) or not words.capitals[at + 1]:
        return False
    gap = text[words.ends[at] : words.starts[at + 1]]
    return gap == "-" if words.texts[at] in _words("articles") else bool(_BLANK_GAP.match(gap))


def end(words: Words, start: int, text: str) -> int:
    """The index after the last word of the run that begins at `start`."""
    last = start if words.capitals[start] else start + 1
    inside = False  # an office or organisation whose name goes on over small words
    while last - start < _LONGEST:
        after = _next(words, last, text, inside)
        if after is None:
            break
        inside = inside or words.texts[last + 1] in _words("connectors")
        last = after
    return last + 1


def in_full(words: Words, start: int, end: int, text: str) -> int:
    """The end of the run `[start, end)`, further on where a bracket shortens more: "Union of Farm and Mine (UFM)"."""
    stop = min(end + _FURTHER, len(words.texts))
    if text.find(" (", words.ends[end - 1], words.ends[stop - 1]) < 0:  # nearly always
        return end
    for at in range(end, stop):
        gap = text[words.ends[at - 1] : words.starts[at]]
        if gap == " (":
            return at if _shortens(words, start, at) else end
        inner = gap in _HYPHENS and not words.capitals[at]  # "Co-operation"
        small = words.texts[at] in _words("connectors") or words.texts[at] in ("and", "the", "in")
        if not inner and (not _BLANK_GAP.match(gap) or not (small or words.capitals[at])):
            break
    return end


def _shortens(words: Words, start: int, end: int) -> bool:
    """Whether word `end` is made of the first letters of those from `start`: of each with a capital, and of small ones.

    "UN Mission in Liberia (UNMIL)" has both letters of "UN", and that of "in".
    """
    large = "".join(_first_letters(words.texts[k]) for k in range(start, end) if words.capitals[k])
    small = Counter(words.texts[k][0].upper() for k in range(start, end) if not words.capitals[k])
    over = Counter(words.texts[end])
    over.subtract(large)
    return len(large) > 2 and min(over.values()) >= 0 and +over <= small


def _first_letters(word: str) -> str:
    return word if word.isupper() and len(word) < ABBREVIATION else word[0]


def _next(words: Words, last: int, text: str, inside: bool) -> int | None:
    """The capitalised word with which the run goes on after `last`; None where it ends."""
    at = last + 1
    if at >= len(words.texts):
        return None
    gap, small = text[words.ends[last] : words.starts[at]], words.texts[at]
    if words.capitals[at]:
        return at if _joined(words, last, gap) else None
    if gap in _HYPHENS and syllable(words, at):
        return at
    if small in _words("particles") and gap in (" ", "\n", *_HYPHENS):
        over = _over_particles(words, at, text)
        if over is not None:
            return over
    if small in _words("connectors") and not words.possessives[last] and _BLANK_GAP.match(gap):
        return _over_connector(words, last, at, text, inside)
    return None


def syllable(words: Words, at: int) -> bool:
    """ "Kim Kye-gwan", "Moon Jae-in": whether the word is the second half of a given name behind a family name."""
    word, last = words.texts[at], at - 1
    if not (word.isalpha() and len(word) <= SYLLABLE) or word.endswith("ed"):
        return False
    if word in _words("after_hyphen") or word in _words("connectors") or words.ends[last] + 1 != words.starts[at]:
        return False
    return last > 0 and all(words.capitals[last - 1 : at]) and words.ends[last - 1] + 1 == words.starts[last]


def _joined(words: Words, last: int, gap: str) -> bool:
    """Whether what stands between two capitals, of which the first is word `last`, does not part them."""
    here = words.texts[last]
    if words.possessives[last]:
        return fold(here) in _words("possessives") and gap in _POSSESSIVE_GAPS
    if gap in (" ", " & ", *_HYPHENS):
        return True
    if gap[:1] == ".":
        short = len(here) == 1 or fold(here) in knowledge.words("titles", "short")
        sentence = words.lows[last + 1] in knowledge.words("cues", "clause")
        return short and bool(_INITIAL_GAP.match(gap)) and not sentence
    return bool(_BLANK_GAP.match(gap))


def _over_particles(words: Words, at: int, text: str) -> int | None:
    """The capital after one or two particles: "Ursula von der Leyen", "Pul-e Khumri"."""
    if len(words.texts[at]) == 1 and text[words.starts[at] - 1] not in _HYPHENS:
        return None
    for after in range(at + 1, min(at + 3, len(words.texts))):
        gap = text[words.ends[after - 1] : words.starts[after]]
        small = words.texts[after - 1]
        if gap not in (" ", "\n", *_HYPHENS) or (small in _words("english_too") and gap != "-"):
            return None
        if words.capitals[after]:
            return after
        if words.texts[after] not in _words("particles"):
            return None
    return None


def _over_connector(words: Words, last: int, at: int, text: str, inside: bool) -> int | None:
    """The capital after "of", "for", "to" … where the word before is one that takes it: "Ministry of Defense"."""
    after = at + 1
    if after < len(words.texts) and words.texts[after] == "the":
        after += 1
    if after >= len(words.texts) or not words.capitals[after]:
        return None
    if not _BLANK_GAP.match(text[words.ends[after - 1] : words.starts[after]]):
        return None
    goes_on = inside and words.texts[at] == "of" and not knowledge.lexicon().get(fold(words.texts[last]))
    return after if goes_on or _takes(words.texts[at], fold(words.texts[last]), fold(words.texts[after])) else None


def _takes(small: str, head: str, noun: str) -> bool:
    """Whether "head small noun" holds together: "Ministry of Defense", "Committee to Protect", "Relief and Aid"."""
    matters = knowledge.words("common_words", "nouns")
    if small == "and":
        return noun in matters and head in matters
    if small == "of":
        minister = head in ("minister", "secretary") and (noun in matters or noun == "state")
        return minister or head in of_heads()
    return head in _words("before_for")


@cache
def of_heads() -> frozenset[str]:
    """The nouns of names that "of" may follow inside the name."""
    return frozenset().union(*map(_words, ("organisation", "office", "armed group", "place", "thing", "before_of")))
