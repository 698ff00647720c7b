"""How names are compared: folded to plain lower-case letters, and by the edits that part two spellings."""

import re
import unicodedata
from functools import lru_cache

_PLAIN = str.maketrans(
    {"-": " ", "–": " ", "'": "", "’": "", "‘": "", "`": "", "ʻ": "", "ʼ": "", "ı": "i", "ł": "l", "ø": "o", "đ": "d"}
)
_LONGEST_ID = 80  # letters, of up to three bytes each: a file system takes names of 255 bytes
_LONGEST_WORD = 40  # no name has a longer word: what is longer has no misspellings worth the search
VOWELS = frozenset("aeiouy")
SHORT = 5  # letters
SOUNDS = (("ph", "f"), ("ck", "k"), ("x", "ks"), ("c", "k"), ("q", "k"), ("w", "v"))
_MOST_ALIKE = 20  # words with a form in common: where there are more, none of them is the slip of another
_ABBREVIATION = re.compile(r"\b(?:\w\.){2,}")


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """Lower case, no marks, no apostrophes, a blank per hyphen: "Pul-e Khumrī" -> "pul e khumri"."""
    if "." in name:
        name = _ABBREVIATION.sub(lambda match: match[0].replace(".", ""), name).replace(".", "")
    plain = name.lower().translate(_PLAIN)
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c)).casefold()
    return " ".join(plain.split())


@lru_cache(maxsize=65536)
def slug(name: str) -> str:
    """The id made of a name, of at most 80 letters: "Pul-e Khumri" -> "pul-e-khumri"."""
    return re.sub(r"[^\w]+", "-", fold(name)).strip("-")[:_LONGEST_ID].rstrip("-") or "x"


def edits(one: str, other: str, most: int) -> int:
    """Letters to insert, drop, change or swap between two words (Damerau 1964, Levenshtein 1966).

    More than `most` comes back as `most` + 1, since nobody asks how much more.
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    one, other = _unequal(one, other)
    if most == 1 or not one or not other:
        swapped = len(one) == len(other) == 2 and one == other[::-1]  # what is left differs at both of its ends
        return min(1 if swapped else max(len(one), len(other)), most + 1)
    before, row = [0] * (len(other) + 1), list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        previous, row = row, [i] + [0] * len(other)
        for j, b in enumerate(other, 1):
            row[j] = min(previous[j] + 1, row[j - 1] + 1, previous[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and b == one[i - 2]:
                row[j] = min(row[j], before[j - 2] + 1)
        if min(row) > most:
            return most + 1
        before = previous
    return min(row[-1], most + 1)


def _unequal(one: str, other: str) -> tuple[str, str]:
    """The two without what they begin and end with alike, which no edit need touch."""
    first, last, shorter = 0, 0, min(len(one), len(other))
    while first < shorter and one[first] == other[first]:
        first += 1
    while last < shorter - first and one[-1 - last] == other[-1 - last]:
        last += 1
    return one[first : len(one) - last], other[first : len(other) - last]


def allowed_edits(length: int) -> int:
    """How many edits may part two spellings of one name of this length: short names differ by their letters."""
    return 0 if length < 6 else 1 if length < 10 else 2


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """What two ways to write one name in Latin letters have in common: "Yasser" and "Yasir", "Mahmud" and "Mahmood".

    The first letter, the consonants, none of them doubled, and a vowel at the end, which may tell a woman from a man;
    "" for short words, of which too many have the same.
    """
    if len(word) < SHORT:
        return ""
    for written, sound in SOUNDS:
        word = word.replace(written, sound)
    letters = [word[0], *(letter for letter in word[1:] if letter not in VOWELS)]
    single = [one for n, one in enumerate(letters) if n == 0 or one != letters[n - 1]]
    last = word[-1] if word[-1] in VOWELS else ""
    return f"{''.join(single)}{last}" if len(single) > 2 else ""


class Spellings:
    """Words that can be asked for their likely misspellings without comparing each with each.

    Two words at most n edits apart have a form in common when up to n letters are left out of each (Garbe 2012,
    symmetric delete), so only words that share such a form are compared.
    """

    def __init__(self) -> None:
        self._by_form: dict[str, list[str]] = {}
        self._words: set[str] = set()

    def add(self, word: str) -> None:
        """Take in a word, once."""
        if word not in self._words:
            self._words.add(word)
            for form in _shortened(word):
                alike = self._by_form.setdefault(form, [])
                if len(alike) <= _MOST_ALIKE:
                    alike.append(word)

    def near(self, word: str) -> list[str]:
        """The words that are this one or a spelling of it, with the same first letter, sorted."""
        found = {word} & self._words
        for form in _shortened(word):
            alike = self._by_form.get(form)
            if alike and len(alike) <= _MOST_ALIKE:
                found.update(alike)
        return sorted(other for other in found if other[0] == word[0] and _within(word, other))


def _within(one: str, other: str) -> bool:
    most = allowed_edits(min(len(one), len(other)))
    return one == other or (most > 0 and edits(one, other, most) <= most)


@lru_cache(maxsize=4096)
def _shortened(word: str) -> frozenset[str]:
    """The word, and the word without one letter or, if it is long, two."""
    forms = {word}
    for _ in range(allowed_edits(len(word)) if len(word) <= _LONGEST_WORD else 0):
        forms |= {form[:at] + form[at + 1 :] for form in forms for at in range(len(form))}
    return frozenset(forms)
