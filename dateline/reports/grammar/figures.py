"""Casualties and troops as numbers with bounds: "at least 16 people" -> low 16, high open."""

import re

from dateline.model import Figure

WORDS = {
    word: n
    for n, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split()
    )
}
TENS = {word: 10 * n for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
WORDS |= TENS | {f"{ten}-{one}": TENS[ten] + WORDS[one] for ten in TENS for one in list(WORDS)[1:10]}
SCALES = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 1_000_000}
NUMBER = (
    rf"(?<![\w-])"
    rf"(?P<n>\d[\d,]{{0,14}}|{'|'.join(sorted(WORDS, key=len, reverse=True))}|a|dozens|scores|hundreds|thousands)"
    rf"(?:\s+(?P<scale>{'|'.join(SCALES)}))?"
)
HEDGE = r"(?P<hedge>at least|more than|over|as many as|up to|nearly|about|around|some|almost|fewer than|less than)?"
NOT_WHO = "and|or|after|before|when|since|while|years?|days?|weeks?|months?|hours?|percent|km|miles|kilomet"
WHO = rf"(?:\s+(?:of\s+)?(?!(?:{NOT_WHO})\b)[\w'’-]+){{0,6}}"
KILLED = "killed|killing|kill|kills|died|dead|dying|death|deaths|bodies|slain|shot dead|perished|feared dead"
WOUNDED = "wounded|wounding|wound|injured|injuring|injure|hurt"
AFTER = re.compile(rf"\b(?P<what>{KILLED}|{WOUNDED})\s+(?:of\s+)?(?P<text>{HEDGE}\s*{NUMBER}\b{WHO})", re.IGNORECASE)
BEFORE = re.compile(
    rf"\b(?P<text>{HEDGE}\s*{NUMBER}\b{WHO}?)\s+(?:(?:were|was|have been|had been|reportedly|also)\s+){{0,3}}"
    rf"(?P<what>{KILLED}|{WOUNDED})\b",
    re.IGNORECASE,
)
TROOPS = re.compile(
    rf"\b(?P<text>{HEDGE}\s*{NUMBER}\s+(?:[\w-]+\s+){{0,3}}?"
    r"(?P<what>troops|soldiers|fighters|refugees|people displaced))\b",
    re.IGNORECASE,
)
# parts of the words that AFTER and BEFORE, and TROOPS, cannot do without: most quotes have none
HURT = ("kill", "die", "dead", "dying", "death", "bodies", "slain", "perished", "wound", "injur", "hurt")
COUNTED = ("troops", "soldiers", "fighters", "refugees", "people displaced")
VAGUE = {"dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000}
# "the attack on Jan. 9 killed two": nine is a day, and nobody's number
DAY_OF = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)(?:[a-z]{1,6}|\.)? $")
DIGIT = re.compile(r"\d")
NUMERALS = frozenset([*WORDS, *SCALES, *VAGUE])
STOP = re.compile(r"\s+(?:and|in|on|at|by|with|from|yesterday|after|when|as|including|who)\b", re.IGNORECASE)


def figures(text: str) -> tuple[Figure, ...]:
    """The figures of a quote, in order; `what` is killed, wounded, troops or refugees."""
    found: dict[tuple[str, str], Figure] = {}
    for pattern in _patterns(text.casefold()):
        for match in pattern.finditer(text):
            what = _what(match["what"].lower())
            if (match["n"].lower() == "a" and not match["scale"]) or DAY_OF.search(
                text[max(0, match.start("n") - 12) : match.start("n")]
            ):
                continue
            low, high = _bounds(match)
            words = STOP.split(" ".join(match["text"].split()), maxsplit=1)[0]
            if what == "troops" and any(number == match["n"] for _, number in found):
                continue  # soldiers who were killed were counted as killed
            found.setdefault((what, match["n"]), Figure(what, low, high, words))
    return tuple(found.values())


def _patterns(folded: str) -> list[re.Pattern[str]]:
    """Those that may find something in the text, whose letters are folded."""
    hurt = [AFTER, BEFORE] if any(part in folded for part in HURT) else []
    counted = [TROOPS] if any(part in folded for part in COUNTED) else []
    if (hurt or counted) and not DIGIT.search(folded) and NUMERALS.isdisjoint(re.findall(r"\w+", folded)):
        return []
    return hurt + counted


def _what(word: str) -> str:
    if word in ("troops", "soldiers", "fighters"):
        return "troops"
    if word in ("refugees", "people displaced"):
        return "displaced"
    return "wounded" if word.startswith(("wound", "injur", "hurt")) else "killed"


def _bounds(match: re.Match[str]) -> tuple[int | None, int | None]:
    number, hedge = match["n"].lower(), (match["hedge"] or "").lower()
    if number in VAGUE:
        return VAGUE[number], None
    value = 1 if number == "a" else WORDS[number] if number in WORDS else int(number.replace(",", "") or 0)
    value *= SCALES.get((match["scale"] or "").lower(), 1)
    if hedge in ("at least", "more than", "over"):
        return value, None
    if hedge in ("up to", "as many as", "nearly", "almost", "fewer than", "less than"):
        return None, value
    return value, value
