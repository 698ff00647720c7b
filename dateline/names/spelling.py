"""How names are compared: folded to plain lower-case letters, and by the edits that part two spellings."""

import re
import unicodedata
from functools import lru_cache

_PLAIN = str.maketrans(
    {"-": " ", "–": " ", "'": "", "’": "", "‘": "", "`": "", "ʻ": "", "ʼ": "", "ı": "i", "ł": "l", "ø": "o", "đ": "d"}
)
_ABBREVIATION = re.compile(r"\b(?:\w\.){2,}")


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """Lower case, no marks, no apostrophes, one blank for each hyphen: "Recep Tayyip Erdoğan" -> "recep tayyip erdogan"."""
    if "." in name:
        name = _ABBREVIATION.sub(lambda match: match[0].replace(".", ""), name).replace(".", "")
    plain = name.lower().translate(_PLAIN)
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    return " ".join(plain.split())


def slug(name: str) -> str:
    """The id made of a name: "Pul-e Khumri" -> "pul-e-khumri"."""
    return re.sub(r"[^\w]+", "-", fold(name)).strip("-") or "x"


def edits(one: str, other: str, most: int) -> int:
    """Letters to insert, drop, change or swap between two words (Damerau 1964, Levenshtein 1966); more than `most` is `most` + 1."""
    if abs(len(one) - len(other)) > most:
        return most + 1
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


def allowed_edits(length: int) -> int:
    """How many edits may part two spellings of one name of this length: short names differ by their letters."""
    return 0 if length < 6 else 1 if length < 10 else 2
