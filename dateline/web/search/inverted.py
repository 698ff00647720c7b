"""An inverted index as the search page reads it: which documents hold a term, and how much it says of each.

Three kinds of part: the terms with the number of documents of each; their lists of documents; the documents as shown.
The latter two of a large archive are cut into shards, so that a query loads what it needs.
"""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from dateline.web.search.folding import terms

# Up to how many characters the lists, and the documents, are one file each: a small archive is loaded at once. What is
# larger is cut in shards of a sixteenth of it, about 19 kB: a page of results may need twenty of them.
WHOLE = 300_000
_SHARDS = 16

# Words that stand in most English sentences and tell none from another. "IS", "US", "WHO", "Said" and "May" are names.
STOP = frozenset(
    "a an and are as at be been but by for from had has have he in it its of on or she that the their they this to "
    "was were which with".split()
)

# BM25 (Robertson and Zaragoza 2009, 3.4): how soon repeating a word stops to help, and how much length costs.
_SATURATION = 1.2
_LENGTH = 0.5
_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_"
_MOST = len(_DIGITS) - 1
_KEPT = 10_000  # short texts whose terms are kept


# Some words of a document as the terms that they are found by, parted by blanks; what each counts, 1 in a quote; and
# whether they are long: there a term counts for each time, and less the longer the text. Of the short the best counts.
Field = tuple[str, float, bool]


def field(text: str, weight: float, long: bool = False) -> Field:
    return " ".join(terms(text)), weight, long


@dataclass(frozen=True, slots=True)
class Inverted:
    """The index: `terms` is data that JSON can hold, and says what is in the shards."""

    terms: dict[str, object]
    postings: tuple[str, ...]
    documents: tuple[list[str], ...]


def inverted(documents: Sequence[tuple[Sequence[Field], str]], whole: int = WHOLE) -> Inverted:
    """The index of documents: each its fields and what is shown of it.

    The best come first: of two that fit a query equally well the earlier one is shown above. `whole` is the size in
    characters up to which nothing is cut.
    """
    lists = _lists([fields for fields, _ in documents])
    names = sorted(lists)
    postings = _cut([_written(lists[name]) for name in names], whole)
    shown = _cut([one for _, one in documents], whole)
    head: dict[str, object] = {
        "documents": len(documents),
        "stop": " ".join(sorted(STOP)),
        "terms": " ".join(names),
        "frequencies": "".join(_number(len(lists[name])) for name in names),
        "postings": _starts(postings),
        "shown": _starts(shown),
    }
    return Inverted(head, tuple(map(" ".join, postings)), tuple(shown))


def _lists(documents: Sequence[Sequence[Field]]) -> "dict[str, array[int]]":
    """Term -> the documents that hold it, each with its weight of 1 to 63: 64 times the document, and the weight."""
    counted = [[(field, _counted(field)) for field in fields] for fields in documents]
    lengths = [sum(sum(words.values()) for (_, _, long), words in fields if long) for fields in counted]
    average = sum(lengths) / max(1, sum(length > 0 for length in lengths)) or 1
    found: dict[str, array[int]] = defaultdict(lambda: array("Q"))
    for number, (fields, length) in enumerate(zip(counted, lengths, strict=True)):
        share = max(1.0, 1 - _LENGTH + _LENGTH * length / average)
        for term, weight in _weights(fields, share).items():
            if term not in STOP:
                found[term].append(number * len(_DIGITS) + max(1, round(_MOST * weight / (weight + _SATURATION))))
    return found


def _counted(field: Field) -> Mapping[str, int]:
    words, _, long = field
    return Counter(words.split()) if long else _once(words)


@lru_cache(maxsize=_KEPT)
def _once(words: str) -> Mapping[str, int]:
    """The terms of a short text; names, kinds and days stand in many documents."""
    return dict.fromkeys(words.split(), 1)


def _weights(fields: Sequence[tuple[Field, Mapping[str, int]]], share: float) -> dict[str, float]:
    """What each term counts in a document: in its best short field, and in the long ones together."""
    best: dict[str, float] = {}
    together: dict[str, float] = {}
    for (_, weight, long), words in fields:
        if long:
            for term, times in words.items():
                together[term] = together.get(term, 0.0) + times * weight / share
        else:
            best |= {term: weight for term in words if weight > best.get(term, 0.0)}
    return {term: best.get(term, 0.0) + together.get(term, 0.0) for term in (*best, *together)}


def _written(postings: Iterable[int]) -> str:
    """A list of documents: of each the distance from the one before, and one digit for the weight."""
    written, before = [], -1
    for one in postings:
        document, weight = divmod(one, len(_DIGITS))
        written.append(_number(document - before - 1) + _DIGITS[weight])
        before = document
    return "".join(written)


def _number(value: int) -> str:
    """A number in digits of five bits, the lowest first; the sixth bit says that more follow."""
    written = ""
    while value > 31:
        written += _DIGITS[32 + value % 32]
        value //= 32
    return written + _DIGITS[value]


def _cut(rows: Sequence[str], whole: int) -> list[list[str]]:
    """The rows in shards of about the same size; at least one shard, which may be empty."""
    sizes = [len(row) + 1 for row in rows]
    most = whole if sum(sizes) <= whole else whole // _SHARDS
    cut: list[list[str]] = [[]]
    held = 0
    for row, size in zip(rows, sizes, strict=True):
        if held and held + size > most:
            cut.append([])
            held = 0
        cut[-1].append(row)
        held += size
    return cut


def _starts(cut: Sequence[Sequence[object]]) -> list[int]:
    """The number of the first row of each shard."""
    return [0, *accumulate(len(part) for part in cut[:-1])]
