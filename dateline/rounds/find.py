"""Rounds of negotiations: which mentions of them the texts make, with a number only where one is written."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache, partial
from typing import NamedTuple

from dateline.model import Sentence, Span
from dateline.rounds import series
from dateline.rounds.series import RoundCandidate, words


class _Form(NamedTuple):
    """A way in which rounds are written. `needs` is what stands in every such text, and is looked for more quickly."""

    pattern: re.Pattern[str]
    needs: re.Pattern[str]
    numbers: str = ""  # the list of words that give its number, and the name of their group with an "s"


@cache
def _forms() -> tuple[_Form, ...]:
    """In this order: "a seventh round …", "round nine …", "Geneva II", "six rounds …", "the latest round …"."""
    tens, units = "|".join(words("tens")), "|".join(words("ordinals")[:9])
    ordinal = f"(?a:(?:{tens})-(?:{units})|{'|'.join(words('ordinals'))})"  # not "ſecond", which is "second" to Unicode
    cardinal = f"(?a:{'|'.join(words('cardinals'))})"
    article = r"(?:(?:an?|the|this|their|its|that)\s+)?"
    last = rf"(?:,?\s+and\s+(?:{'|'.join(words('closing'))}))?"
    kind = rf"(?:\s+(?:{'|'.join(words('kinds'))}))?"
    read = partial(re.compile, flags=re.IGNORECASE)
    return (
        _Form(
            read(
                rf"\b(?P<core>{article}(?P<ordinal>{ordinal}|\d{{1,2}}(?:st|nd|rd|th)){last}{kind}[\s-]round\b)"
                rf"(?![\s-]table){_of()}"
            ),
            read(rf"(?:st|nd|rd|th){last}{kind}[\s-]round\b"),
            "ordinals",
        ),
        _Form(
            read(rf"\b(?P<core>round\s+(?:number\s+|no\.?\s*)?(?P<cardinal>{cardinal}|\d{{1,2}})\b){_of()}"),
            read(rf"\bround\s+(?:n[uo]|\d|{'|'.join(sorted({word[:2] for word in words('cardinals')}))})"),
            "cardinals",
        ),
        _Form(
            re.compile(
                rf"\b(?P<core>(?P<venue>{'|'.join(words('venues'))})\s+(?P<roman>{'|'.join(words('romans')[1:])}))\b"
            ),
            _venue(),
            "romans",
        ),
        _Form(
            read(
                rf"\b(?P<core>(?:{cardinal}|\d{{1,2}}|several|many|multiple|more|previous)"
                rf"(?:\s+(?:{'|'.join(words('unnumbered'))}|more))?{kind}\s+rounds\b){_of()}"
            ),
            read(r"\srounds\b"),
        ),
        _Form(
            read(rf"\b(?P<core>{article}(?:{'|'.join(words('unnumbered'))}){kind}\s+round\b)(?![\s-]table){_of()}"),
            read(rf"(?:{'|'.join(sorted({word[-2:] for word in words('unnumbered')}))}){kind}\s+round\b"),
        ),
    )


@cache
def _of() -> str:
    """What the round is one of: "of UN-led peace talks", "of the “5+2” talks"; not "of sanctions before the talks"."""
    stop = "|".join(words("ends"))
    return rf"(?P<of>\s+of\s+(?:(?!(?:{stop})\b)[\w+’'“”\"–-]+\s+){{0,6}}?(?:{'|'.join(words('talks'))})\b)?"


@cache
def _venue() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(words('venues'))})\s+[IVX]")


@cache
def _numbers(key: str) -> dict[str, int]:
    return {word.lower(): number for number, word in enumerate(words(key), 1)}


def _worth_reading(text: str, sentence: Sentence) -> bool:
    """Whether the sentence has what every mention of a round has; few sentences do."""
    start, end = sentence.span
    return "round" in text[start:end].lower() or bool(_venue().search(text, start, end))


@cache
def _cues() -> dict[str, re.Pattern[str]]:
    read = partial(re.compile, flags=re.IGNORECASE)
    return {
        "talks": read(rf"\b(?:{'|'.join(words('talks'))})\b"),
        "others": read(rf"\s+(?:of\s+)?(?:[\w-]+\s+){{0,2}}?(?:{'|'.join(words('others'))})\b"),
        "of others": read(rf"\s+of\s+(?!(?:{'|'.join(words('venues'))})\b)\w"),
        "contests": read(rf"\b(?:{'|'.join(words('contests'))})\b"),
        "counted anew": read(
            r",?\s+(?:under|since|this\s+(?:week|month|year)|(?:in|for)\s+(?:[\w-]+\s+){0,3}(?:days|weeks|months|years))\b"
        ),  # "the first round since May", which is not the first of all
        "papers": read(rf"\s+(?:[\w-]+\s+)?(?:{'|'.join(words('papers'))})\b"),
    }


def find(text: str, sentences: Sequence[Sentence]) -> tuple[RoundCandidate, ...]:
    """The rounds that an article mentions, in order; `text` is its body, in which spans count.

    A round is one of talks: the words say so, or they stand bare and the article speaks of talks somewhere.
    """
    worth_reading = [n for n, one in enumerate(sentences) if _worth_reading(text, one)]
    if not worth_reading or not any(_cues()["talks"].search(sentence.text) for sentence in sentences):
        return ()
    found = [candidate for n in worth_reading for candidate in _in_sentence(text, sentences, n)]
    return tuple(sorted(found, key=lambda c: c.span))


def _in_sentence(text: str, sentences: Sequence[Sentence], n: int) -> list[RoundCandidate]:
    found: list[RoundCandidate] = []
    for form in _forms():
        if not form.needs.search(text, *sentences[n].span):
            continue
        matches = [
            _candidate(match, form, sentences, n)
            for match in form.pattern.finditer(text, *sentences[n].span)
            if not (found and _taken(match, found)) and _of_talks(match, form, text, sentences[n])
        ]
        found = sorted([*found, *matches], key=_start)
    return found


def _of_talks(match: re.Match[str], form: _Form, text: str, sentence: Sentence) -> bool:
    """Whether talks are meant: not a round of sanctions, of a tournament or an election, nor the accord "Minsk II"."""
    cues = _cues()
    if form.numbers == "romans":
        return bool(cues["talks"].search(sentence.text)) and not cues["papers"].match(text, match.end("core"))
    if cues["others"].match(text, match.end("core")):
        return False
    if match["of"]:
        return True
    if cues["of others"].match(text, match.end("core")):
        return False
    return not cues["contests"].search(sentence.text) or bool(cues["talks"].search(sentence.text))


def _candidate(match: re.Match[str], form: _Form, sentences: Sequence[Sentence], n: int) -> RoundCandidate:
    span, number = Span(*match.span()), _number(match, form.numbers)
    if form.numbers == "ordinals" and _cues()["counted anew"].match(match.string, match.end()):
        number = None
    if form.numbers == "romans":
        return RoundCandidate(span, match[0], number, sentences[n].span, match["venue"], title=match[0])
    of = match["of"] or ""
    such = any(f" {word} " in of for word in ("such", "these", "those"))  # of the sentence before
    named = series.of_phrase(of) if of and not such else series.spoken_of(sentences, n, match.end("core"))
    plain = bool(of) and not named
    return RoundCandidate(span, match[0], number, sentences[n].span, named, plain, around=bool(named) and not of)


def _start(one: RoundCandidate) -> int:
    return one.span.start


def _taken(match: re.Match[str], found: Sequence[RoundCandidate]) -> bool:
    """Whether the match meets one that an earlier pattern found; these are sorted, and apart."""
    at = bisect_left(found, match.end(), key=_start)
    return at > 0 and found[at - 1].span.end > match.start()


def _number(match: re.Match[str], key: str) -> int | None:
    if not key:
        return None
    word = match[key.removesuffix("s")].lower()
    tens, _, unit = word.partition("-")
    if unit:
        return 10 * (2 + words("tens").index(tens)) + _numbers("ordinals")[unit]
    return _numbers(key).get(word) or int(word[:-2] if key == "ordinals" else word)
