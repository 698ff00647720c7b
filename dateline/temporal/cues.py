"""Whether the clause around an expression speaks of the past or of what is to come."""

import re

from dateline.lexicon.load import document
from dateline.model import Sentence, Span

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|[,;:.“”\"()—-]")
REACH = 90  # characters before and after the expression; a clause is seldom longer


def direction(sentence: Sentence, span: Span, signal: str) -> int:
    """-1 past, 1 future, 0 where nothing tells. The nearest cue before the expression wins, then the first behind."""
    cues = document("time_cues").data
    start = span.start - sentence.span.start
    before = sentence.text[max(0, start - REACH) : start]
    after = sentence.text[span.end - sentence.span.start :][:REACH]
    if signal in cues["signal"]["future"]:
        return 1
    if signal in cues["signal"]["past"]:
        return -1
    for words in (_clause_before(before), _clause_after(after)):
        if found := _tense(words, cues):
            return found
    return 0


def _clause_before(text: str) -> list[str]:
    """The words before the expression, nearest first."""
    return [match[0].lower() for match in WORD.finditer(text)][::-1]


def _clause_after(text: str) -> list[str]:
    words = []
    for match in WORD.finditer(text):
        if match[0] in ";:.":
            break
        words.append(match[0].lower())
    return words


def _tense(words: list[str], cues: dict[str, dict[str, list[str]]]) -> int:
    future, past = cues["verb"]["future"], cues["verb"]["past"]
    for i, word in enumerate(words):
        if word in future:
            return 1
        if word in past or (word.endswith("ed") and len(word) > 4):
            beside = words[i - 1 : i] + words[i + 1 : i + 3]
            return 1 if any(near in future for near in beside) else -1
    return 0
