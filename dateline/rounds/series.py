"""Which talks a round is one of, where they have a name of their own: "the fifth round of technical talks"."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from dateline.lexicon.load import document
from dateline.model import Sentence, Span


@dataclass(frozen=True, slots=True)
class RoundCandidate:
    """A mention in one article, before its track is known. No number for "six rounds" and "the latest round".

    `series` is the talks' own name; `plain` says that the text names talks without one, "the fifth round of talks";
    `title` is a conference's that goes by its place and number, "Geneva II". `around`: only the words before name them.
    """

    span: Span
    text: str
    number: int | None
    sentence: Span
    series: str = ""
    plain: bool = False
    title: str = ""
    around: bool = False


@cache
def words(key: str) -> tuple[str, ...]:
    """The words of a list of lexicon/rounds.toml."""
    return tuple(document("rounds").data[key].split())


@cache
def _named() -> re.Pattern[str]:
    """ "inter-Korean ministerial talks": what tells them from others, and what they are."""
    apart = "|".join(words("series"))
    return re.compile(rf"\b(?:(?:{apart})\s+)+(?:{'|'.join(words('talks'))})\b", re.IGNORECASE)


def of_phrase(phrase: str) -> str:
    """The name of the talks in the phrase behind "round of"; "" for talks that have none."""
    match = _named().search(phrase)
    return match[0] if match else ""


def spoken_of(sentences: Sequence[Sentence], n: int, end: int) -> str:
    """The name of the talks of which sentence `n` spoke last before `end`, or the one before it; "" for none.

    "They held nine rounds of technical talks. The ninth round ended in May."
    """
    before = [*sentences[max(n - 1, 0) : n], sentences[n]]
    text = "".join(one.text if one.span.end <= end else one.text[: end - one.span.start] for one in before)
    talks = list(re.finditer(rf"\b(?:{'|'.join(words('talks'))})\b", text, re.IGNORECASE))
    named = list(_named().finditer(text))
    return named[-1][0] if named and talks and named[-1].end() == talks[-1].end() else ""


def conferences(articles: Sequence[Sequence[RoundCandidate]]) -> frozenset[str]:
    """The titles of conferences that have rounds of their own: "the first round of the Geneva II talks"."""
    numbered = (one.text for found in articles for one in found if one.number and not one.title)
    return frozenset(match[0] for text in numbered for match in _titled().finditer(text))


@cache
def _titled() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(words('venues'))})\s+(?:{'|'.join(words('romans')[1:])})\b")


def told_apart(articles: Sequence[Sequence[RoundCandidate]]) -> dict[str, str]:
    """The names of talks whose rounds are others than those of the rest, by key, each with the fullest form of it.

    Only an article that numbers the rounds of two says that they are two: the talks of another may go by many names.
    """
    apart: set[str] = set()
    for found in articles:
        numbered = [one for one in found if one.number and not one.title]
        named = {key(one.series) for one in numbered if one.series}
        if len(named) + any(one.plain for one in numbered) > 1:
            apart |= named
    fullest = {key(one.series): one.series for found in articles for one in found if key(one.series) in apart}
    return {short: _full(short, fullest) for short in sorted(apart)}


def _full(short: str, forms: Mapping[str, str]) -> str:
    """ "Inter-Korean ministerial talks" for "ministerial talks", where these are meant by no other."""
    parts = set(short.split("-"))
    longer = [one for one in sorted(forms) if parts < set(one.split("-"))]
    return forms[longer[0]] if len(longer) == 1 else forms[short]


def key(name: str) -> str:
    """ "Inter-Korean ministerial talks" -> "inter-korean-ministerial-talks"."""
    return "-".join(re.findall(r"[^\W_]+", name.casefold()))
