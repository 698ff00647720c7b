"""Sentences of the examples with other words put into them: nearly right, as what a rule did not foresee mostly is."""

import re
import tomllib
from functools import cache
from importlib.resources import files

import any_words
from example_file import EXAMPLES

from dateline.lexicon.load import document, table_text

STEP = 6  # bytes for a sentence and the slip in it
_LEXICON = sorted(path.name for path in files("dateline.lexicon").iterdir() if not path.name.startswith("map_"))
_DATELINES = ("", "", "", "{} (AP) -- ", "{}, March 3, 2011 (Reuters) - ", "The Herald | 3 Oct 2007\n\n", "{}: ")


@cache
def sentences() -> tuple[str, ...]:
    """Every text that an example holds."""
    found = (tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(EXAMPLES.glob("*.toml")))
    rows = (row for tables in found for rows in tables.values() if isinstance(rows, list) for row in rows)
    texts = (row["text"] for row in rows if isinstance(row, dict) and isinstance(row.get("text"), str))
    return tuple(dict.fromkeys(text for text in texts if " " in text))


@cache
def words() -> tuple[str, ...]:
    """Every word of the lexicon, the names of its tables included."""
    cells = [
        cell
        for name in _LEXICON
        if name.endswith(".tsv")
        for line in table_text(name.removesuffix(".tsv")).splitlines()[2:]
        for part in line.split("\t")
        for cell in part.split("|")
        if cell.upper() != cell.lower()  # no number
    ]
    listed = [
        word
        for name in _LEXICON
        if name.endswith(".toml")
        for word in re.findall(r"[^\s\"=\[\],#{}]+", document(name.removesuffix(".toml")).text)
    ]
    return tuple(dict.fromkeys([*any_words.words(), *cells, *listed]))


def text(data: bytes) -> str:
    """An article that the bytes choose: its first one the dateline, then STEP for each sentence."""
    opening = _DATELINES[data[0] % len(_DATELINES)] if data else ""
    told = [_slipped(data[at : at + STEP]) for at in range(1, len(data) - STEP + 1, STEP)]
    place = next(iter(" ".join(told).split()), "KABUL")
    return opening.format(place) + " ".join(told)


def _slipped(data: bytes) -> str:
    """Bytes 0 and 1 choose the sentence, 2 where in it, 3 and 4 the word, 5 what becomes of it."""
    sentence, known = sentences()[(data[0] * 256 + data[1]) % len(sentences())].split(" "), words()
    at, how = data[2] % len(sentence), data[5]
    word = known[(data[3] * 256 + data[4]) % len(known)]
    word = (word, word.title(), word.upper(), word)[how % 4]
    match how // 4 % 4:
        case 0:
            sentence[at] = word
        case 1:
            sentence.insert(at, word)
        case 2:
            sentence[at : at + 2] = reversed(sentence[at : at + 2])
        case 3:
            sentence = [*sentence[:at], word] if how < 128 else sentence[at:]
    return " ".join(sentence)
