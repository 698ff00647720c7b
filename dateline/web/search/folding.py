"""How the search compares words: folded to plain small letters. static/folding.js does the same, step by step."""

import re
import unicodedata

# Marks that readers leave out: Latin, Greek and Cyrillic diacritics, Hebrew points, Arabic vowel signs and tatweel.
# Those of other scripts make other letters, so they stay.
_MARKS = re.compile("[\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc]")
_APOSTROPHES = "'’‘`´ʻʼ"
_HYPHENS = "-\u2010\u2011\u05be"
# Letters that no decomposition makes plain, and the Persian forms of Arabic letters.
_PLAIN = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ı": "i", "ς": "σ",
    "ی": "ي", "ى": "ي", "ک": "ك",
}  # fmt: skip

_ABBREVIATION = re.compile(r"\b(?:[a-z]\.)+[a-z]\b\.?", re.ASCII)
_POSSESSIVE = re.compile(r"'s\b", re.ASCII)
_THOUSANDS = re.compile(r"([0-9]),(?=[0-9]{3}\b)", re.ASCII)
_IZAFAT = re.compile(r"([a-z])-[ei](?=[- ]|$)")
_COMPOUND = re.compile(r"(?:^|[ .,])([a-z]{2,})-([a-z]{2,})(?=[ .,]|$)")
_RUN = re.compile(r"[\x00-\x7f]+|[^\x00-\x7f]+")  # str.translate is ten times as fast where all is ASCII


def words(text: str) -> list[str]:
    """The words of `text`, folded, in their order: "U.S.–Taliban" -> us, taliban; "14,000" -> 14000.

    The link of Persian names is part of the word before it, however it is written: "Pul-e Khumrī" -> puli, khumri.
    """
    return _parted(_fold(text))


def terms(text: str) -> list[str]:
    """What `text` is found by: its words, and the two of a hyphen as one: "cease-fire" -> cease, fire, ceasefire."""
    folded = _fold(text)
    compounds = _COMPOUND.findall(folded) if "-" in folded else ()
    return _parted(folded) + [first + last for first, last in compounds]


def _parted(folded: str) -> list[str]:
    return folded.replace("-", " ").replace(".", " ").replace(",", " ").split()


def _fold(text: str) -> str:
    plain = "".join([run.translate(_LETTERS) for run in _RUN.findall(text)])
    if "." in plain:
        plain = _ABBREVIATION.sub(lambda match: match[0].replace(".", ""), plain)
    if "'" in plain:
        plain = _POSSESSIVE.sub("", plain).replace("'", "")
    if "," in plain:
        plain = _THOUSANDS.sub(r"\1", plain)
    return _IZAFAT.sub(r"\1i", plain) if "-" in plain else plain


def _letter(char: str) -> str:
    """One character, folded: "" for what is left out, a blank for what parts words."""
    if char in _APOSTROPHES:
        return "'"
    if char in _HYPHENS:
        return "-"
    if char in ".,":
        return char
    return "".join(_plain(part) for part in unicodedata.normalize("NFKD", char).lower())


def _plain(part: str) -> str:
    if _MARKS.match(part):
        return ""
    category = unicodedata.category(part)
    if category[0] in "LNM":
        return _PLAIN.get(part, part)
    return "" if category == "Cf" else " "


class _Letters(dict[int, str]):
    """Character -> what it folds to, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = found = _letter(chr(code))
        return found


_LETTERS = _Letters()
