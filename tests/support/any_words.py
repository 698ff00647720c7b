"""Texts of the words that the lexicon knows, in any order: what grammar trips over, random letters never reach."""

import re
from collections.abc import Iterable
from functools import cache

from dateline.lexicon.load import document
from dateline.temporal.grammar.compiled import grammar

MARKS = (
    ". , ; : ? ! … - – — ( ) [ ] “ ” ‘ ’ \" ' `` '' « » \n \n\n \r\n \t \u00a0 \u2028 \x0b ▇ & < > * _ # > | \\ / % $ "
    "€ @ --- ... \ufeff \u200b \u200f \u202e e\u0301 ﬁ İ ß ſ Ⅻ ² ٣ ½ 👩‍👩‍👧 مذاکرات 和平谈判"
).split(" ")
ODDITIES = (
    "0 00 1 2 7 12 29 30 31 32 99 100 0000 1066 1999 2018 2019 2020 9999 10000 123456789012 1,000 2.5 1/2 1/0 12/31/99 "
    "5/6/2019 25:00 5:99 2019-06-30 2019-02-30 0000-01-01 0001-01-01 9999-12-31 00s 900s 1990s '90s 1st 31st 99th 13am "
    "2019-W26 Q3 XX 20190630 29February date DATE (Reuters) (AP) Reuters, KABUL, DOHA, KABUL: Lee Ann Ali al- O’Neill "
    "Mr. Gen. U.S. a.m. Jan. No. A. B.C. who which that he she it they said says telling to not no if when after "
    "before since until by from between and or of the a an in on at during within ago last next this same former late "
    "early first second seventh round rounds talks killed wounded people at least about nearly more than both sides"
).split()
PLACES = "Kabul Doha Kunduz Georgia Jordan Paris Washington Niger China Turkey Chad Victoria".split()


@cache
def words() -> tuple[str, ...]:
    """Every word that means something to a rule, the common ones first."""
    examples = re.findall(r'"([^"\n]+)"', document("events").text + document("demands").text + document("speech").text)
    told = [word for example in examples for word in example.split()]
    times = [word for word in sorted(grammar().vocabulary.chars) if word.strip()]
    return tuple(dict.fromkeys([*MARKS, *ODDITIES, *PLACES, *times, *told]))


def text(data: bytes) -> str:
    """A text that the bytes choose: one for each of the common words, two for the others, "" between some."""
    known, common = words(), len(MARKS) + len(ODDITIES) + len(PLACES)
    parts, at = [], 0
    while at < len(data):
        first, at = data[at], at + 1
        if first < 96 or at == len(data):
            parts.append(known[first % common])
        else:
            parts.append(known[((first - 96) * 256 + data[at]) % len(known)])
            at += 1
        parts.append("" if parts[-1] in "\n\n" or first % 16 == 7 else " ")
    return "".join(parts)


def chosen(given: Iterable[str]) -> bytes:
    """The bytes that choose these words; those that are not known are left out."""
    numbers = {word: n for n, word in enumerate(words())}
    found = [numbers[word] for word in given if word in numbers]
    return b"".join(bytes([96 + n // 256, n % 256]) for n in found)
