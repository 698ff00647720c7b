"""The vocabulary: which classes each word belongs to, and what it is worth, from `lexicon/time*.toml`.

Each distinct set of classes is one character, so that a sentence becomes a string with one character a token.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from dateline.lexicon.load import document
from dateline.temporal.grammar import numbers

FILES = ("time", "time_numbers", "time_words")
UNKNOWN = "_"
BOUNDARY = "\n"
MARKS = {
    ",": "COMMA", "-": "HYPHEN", "–": "HYPHEN", "—": "DASH", "'s": "S", "’s": "S", "'": "APOSTROPHE",
    "’": "APOSTROPHE",
    "/": "SLASH", ".": "DOT", "(": "OPEN", ")": "CLOSE", "%": "PERCENT", "“": "QUOTE", "”": "QUOTE", '"': "QUOTE",
    ":": "COLON", "MONEY": "MONEY", "--": "DASH",
}  # fmt: skip
SPELT = (numbers.spelt([20, 4]), numbers.spelt([19, 96]), numbers.ordinal(21), numbers.ordinal(41))
FIRST_CHARACTER = 0xE000  # of the private use area: none has a meaning of its own in a regular expression


@dataclass(frozen=True)
class Vocabulary:
    """`chars` maps each written form to its character, `charsets` each class to all of its characters."""

    chars: Mapping[str, str]
    charsets: Mapping[str, frozenset[str]]
    sets: Mapping[frozenset[str], str]
    values: Mapping[str, Mapping[str, Any]]

    def charset(self, name: str) -> frozenset[str]:
        """The characters of a class or of a literal word. Raises ValueError for an unknown one."""
        if name not in self.charsets:
            raise ValueError(f"no word of the lexicon and no number has the class {name!r}")
        return self.charsets[name]

    def value(self, names: Iterable[str], word: str) -> Any:
        """What the word is worth in the first of the tables that holds it; the word itself where none does."""
        key = word.lower()
        for name in names:
            if key in self.values.get(name, ()):
                return self.values[name][key]
        return key


class Casing(NamedTuple):
    """Words that count only with, and only without a capital letter; `proper`, with one, are of CAPITAL as well."""

    capital: frozenset[str]
    small: frozenset[str]
    proper: frozenset[str]


def vocabulary(literals: Iterable[str]) -> Vocabulary:
    """The vocabulary of the lexicon and of the words that the patterns name literally."""
    tables, casing = _tables()
    classes: dict[str, set[str]] = {}
    for name, table in tables.items():
        for word in table:
            classes.setdefault(word, set()).add(name)
    for word in literals:
        classes.setdefault(word, set()).add(word)
    for mark, name in MARKS.items():
        classes.setdefault(mark, set()).add(name)
    shapes = [numbers.read_digits(text) for text in numbers.SAMPLES] + list(SPELT)
    small = {word: frozenset({word}) for word in casing.capital.intersection(literals)}  # "may" is a verb too
    distinct = {frozenset(names) for names in classes.values()} | {shape.classes for shape in shapes}
    proper = {word: frozenset({*classes[word], "CAPITAL"}) for word in casing.proper}
    distinct |= {*small.values(), *proper.values()}
    ordered = sorted(distinct - {frozenset()}, key=sorted)
    sets = {names: chr(FIRST_CHARACTER + n) for n, names in enumerate(ordered)}
    charsets: dict[str, set[str]] = {"START": {BOUNDARY}, "OTHER": {UNKNOWN}}
    for names, char in sets.items():
        for name in names:
            charsets.setdefault(name, set()).add(char)
    return Vocabulary(
        {form: sets[frozenset(names)] for word, names in classes.items() for form in _forms(word, casing)}
        | {word: sets[names] for word, names in small.items()}
        | {form: sets[names] for word, names in proper.items() for form in (word.capitalize(), word.upper())},
        {name: frozenset(chars) for name, chars in charsets.items()},
        sets,
        tables,
    )


@cache
def _tables() -> tuple[dict[str, dict[str, Any]], Casing]:
    data = {name: table for file in FILES for name, table in document(file).data.items()}
    special = {"unions", "capital", "small", "proper"}
    tables = {
        name: dict(table) if isinstance(table, dict) else dict.fromkeys(table)
        for name, table in data.items()
        if name not in special
    }
    for table in tables.values():
        table.pop("words", None)
    for name, table in data.items():
        if name not in special and "words" in table:
            tables[name].update({word: word for word in table["words"]})
    for union, names in data["unions"].items():
        tables.setdefault(union, {}).update({w: v for name in names for w, v in tables[name].items()})
    return tables, Casing(*(frozenset(data[name]["words"]) for name in Casing._fields))


def _forms(word: str, casing: Casing) -> tuple[str, ...]:
    if word in casing.small:
        return (word,)
    forms = (word.capitalize(), word.upper())
    return forms if word in casing.capital else (word, *forms)
