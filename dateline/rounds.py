"""Rounds of negotiations: which mentions of them the texts make, with a number only where one is written."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from typing import NamedTuple

from dateline.lexicon.load import document
from dateline.model import Conflict, Name, Round, RoundMention, Sentence, Span, Track


@dataclass(frozen=True, slots=True)
class RoundCandidate:
    """A mention in one article, before its track is known. No number for "six rounds" and "the latest round"."""

    span: Span
    text: str
    number: int | None
    sentence: Span


@cache
def _words(key: str) -> tuple[str, ...]:
    return tuple(document("rounds").data[key].split())


class _Form(NamedTuple):
    """A way in which rounds are written. `needs` is what stands in every such text, and is looked for more quickly."""

    pattern: re.Pattern[str]
    needs: re.Pattern[str]
    numbers: str = ""  # the list of words that give its number, and the name of their group with an "s"


@cache
def _forms() -> tuple[_Form, ...]:
    """In this order: "a seventh round …", "round nine …", "Geneva II", "six rounds …", "the latest round …"."""
    talks, other = "|".join(_words("talks")), "|".join(_words("unnumbered"))
    ordinal = f"(?a:{'|'.join(_words('ordinals'))})"  # not "ſecond", which Unicode takes for "second" in another case
    cardinal = f"(?a:{'|'.join(_words('cardinals'))})"
    of = rf"(?:\s+of\s+(?:[\w’'–-]+\s+){{0,4}}?(?:{talks})\b)?"
    article = r"(?:(?:an?|the|this|their|its|that)\s+)?"
    read = partial(re.compile, flags=re.IGNORECASE)
    return (
        _Form(
            read(rf"\b(?P<core>{article}(?P<ordinal>{ordinal}|\d{{1,2}}(?:st|nd|rd|th))[\s-]round\b){of}"),
            read(rf"(?:st|nd|rd|th|{'|'.join(sorted({word[-2:] for word in _words('ordinals')}))})[\s-]round\b"),
            "ordinals",
        ),
        _Form(
            read(rf"\b(?P<core>round\s+(?:number\s+|no\.?\s*)?(?P<cardinal>{cardinal}|\d{{1,2}})\b){of}"),
            read(rf"\bround\s+(?:n[uo]|\d|{'|'.join(sorted({word[:2] for word in _words('cardinals')}))})"),
            "cardinals",
        ),
        _Form(
            re.compile(
                rf"\b(?P<core>(?:{'|'.join(_words('venues'))})\s+(?P<roman>{'|'.join(_words('romans')[1:])}))\b"
            ),
            _venue(),
            "romans",
        ),
        _Form(
            read(rf"\b(?P<core>(?:{cardinal}|\d{{1,2}}|several|many|multiple|more|previous)\s+rounds\b){of}"),
            read(r"\srounds\b"),
        ),
        _Form(
            read(rf"\b(?P<core>{article}(?:{other})\s+round\b){of}"),
            read(rf"(?:{'|'.join(sorted({word[-2:] for word in _words('unnumbered')}))})\s+round\b"),
        ),
    )


@cache
def _venue() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(_words('venues'))})\s+[IVX]")


@cache
def _numbers(key: str) -> dict[str, int]:
    return {word.lower(): number for number, word in enumerate(_words(key), 1)}


def _worth_reading(text: str, sentence: Sentence) -> bool:
    """Whether the sentence has what every mention of a round has; few sentences do."""
    start, end = sentence.span
    return "round" in text[start:end].lower() or bool(_venue().search(text, start, end))


@cache
def _cues() -> tuple[re.Pattern[str], re.Pattern[str]]:
    talks = re.compile(rf"\b(?:{'|'.join(_words('talks'))})\b", re.IGNORECASE)
    others = re.compile(rf"\s+(?:of\s+)?(?:[\w-]+\s+){{0,2}}?(?:{'|'.join(_words('others'))})\b", re.IGNORECASE)
    return talks, others


def find(text: str, sentences: Sequence[Sentence]) -> tuple[RoundCandidate, ...]:
    """The rounds that an article mentions, in order; `text` is its body, in which spans count.

    A round is one of talks: the words say so, or they stand bare and the article speaks of talks somewhere.
    """
    talks, _ = _cues()
    worth_reading = [one for one in sentences if _worth_reading(text, one)]
    if not worth_reading or not any(talks.search(sentence.text) for sentence in sentences):
        return ()
    found = [candidate for sentence in worth_reading for candidate in _in_sentence(text, sentence)]
    return tuple(sorted(found, key=lambda c: c.span))


def _in_sentence(text: str, sentence: Sentence) -> list[RoundCandidate]:
    talks, others = _cues()
    found: list[RoundCandidate] = []
    for form in _forms():
        if not form.needs.search(text, *sentence.span):
            continue
        if form.numbers == "romans" and not talks.search(sentence.text):
            continue
        matches = [
            RoundCandidate(Span(*match.span()), match[0], _number(match, form.numbers), sentence.span)
            for match in form.pattern.finditer(text, *sentence.span)
            if not others.match(text, match.end("core")) and not (found and _taken(match, found))
        ]
        found = sorted([*found, *matches], key=_start)
    return found


def _start(one: RoundCandidate) -> int:
    return one.span.start


def _taken(match: re.Match[str], found: Sequence[RoundCandidate]) -> bool:
    """Whether the match meets one that an earlier pattern found; these are sorted, and apart."""
    at = bisect_left(found, match.end(), key=_start)
    return at > 0 and found[at - 1].span.end > match.start()


def _number(match: re.Match[str], key: str) -> int | None:
    if not key:
        return None
    word = match[key.removesuffix("s")]
    return _numbers(key).get(word.lower()) or int(word[:-2] if key == "ordinals" else word)


def link(
    candidates: Mapping[str, Sequence[RoundCandidate]],
    texts: Mapping[str, str],
    names: Mapping[str, Sequence[Name]],
    conflict: Conflict,
) -> tuple[dict[str, tuple[RoundMention, ...]], tuple[Round, ...]]:
    """Each article's round mentions with their ids, and the archive's rounds, sorted by track and number.

    `names` are the linked names of each article. Only a numbered mention gets an id: the track's and the number,
    `us-taliban-7`; `talks-7` where the conflict file has no such track. Rounds that only the conflict file numbers
    come with `stated` False.
    """
    mentions: dict[str, tuple[RoundMention, ...]] = {}
    rounds = {round_.id: replace(round_, stated=False) for round_ in conflict.rounds}
    for article in sorted(candidates):
        linked = []
        named = _Named(names.get(article, ()))
        here: dict[int, Round] = {}
        of_sentence: dict[Span, Track | None] = {}
        for one in candidates[article]:
            found = None
            if one.number:
                taken_up = here.get(one.number) if one.text.lower().startswith(("the ", "this ")) else None
                if one.sentence not in of_sentence:
                    track = _track(one.sentence, texts[article], named, conflict.tracks)
                    of_sentence[one.sentence] = track
                found = taken_up or _round(one.number, of_sentence[one.sentence], rounds)
                here[one.number] = rounds[found.id] = found
            linked.append(RoundMention(one.span, one.text, one.number, found.id if found else None))
        mentions[article] = tuple(linked)
    return mentions, tuple(sorted(rounds.values(), key=lambda r: (r.track, r.number or 0, r.id)))


def _round(number: int, track: Track | None, rounds: Mapping[str, Round]) -> Round:
    """The round of this number, the conflict file's if it has it; stated, since a text gives its number."""
    name = track.id if track else ""
    for known in rounds.values():
        if known.number == number and known.track == name:
            return replace(known, stated=True)
    title = f"{track.name}, round {number}" if track else f"Talks, round {number}"
    return Round(f"{name or 'talks'}-{number}", title, name, number, None, track.venue if track else None, True)


class _Named:
    """Whom and what one article names: in all, and in a part of it."""

    def __init__(self, names: Sequence[Name]) -> None:
        self._names = sorted(names, key=lambda name: name.span.start)
        self._starts = [name.span.start for name in self._names]
        self.ids = {name.id for name in names}

    def within(self, span: Span) -> set[str | None]:
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        return {name.id for name in self._names[first:last]}


def _track(span: Span, text: str, named: _Named, tracks: Sequence[Track]) -> Track | None:
    """The track that the sentence at `span` names, or whose parties it or the article names; None where two fit."""
    sentence, near = text[span.start : span.end].casefold(), named.within(span)
    scored = sorted(((_fit(track, sentence, near, named.ids), track.id) for track in tracks), reverse=True)
    if not scored or scored[0][0] == 0 or (len(scored) > 1 and scored[1][0] == scored[0][0]):
        return None
    return next(track for track in tracks if track.id == scored[0][1])


def _fit(track: Track, sentence: str, near: set[str | None], around: set[str | None]) -> int:
    """How well a track fits: 8 by name, 4 by its parties in the sentence, 2 in the article, 1 more for the venue."""
    named = any(form.casefold() in sentence for form in (track.name, *track.aliases))
    parties = set(track.parties)
    here, there = bool(parties) and parties <= near, bool(parties) and parties <= around
    if not (named or here or there):
        return 0
    venue = track.venue in around or bool(track.venue and track.venue.casefold() in sentence)
    return 8 * named + 4 * here + 2 * there + venue
