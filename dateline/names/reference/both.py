""" "Both nations", "the two sides", "the two men": those two whom the text has just named, where it leaves no doubt."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from dateline.model import Name, Span, Track
from dateline.names.finding import knowledge
from dateline.names.finding.spelling import fold
from dateline.names.states.linked import Archive, Linked, Who
from dateline.names.states.states import state_actor

Service = Callable[[str], Iterable[str]]  # an actor's id -> the ids of those whom it serves
REACH = 20  # names back in which they are looked for
NEAR = 300  # characters between the two states and the words that take them up
FAR = 700  # the same for two sides, which an article goes on to speak of
_BOTH = re.compile(
    r"\b(?<!border between )(?:(?:both|the two) (?P<states>nations|countries|states|governments)"
    r"|(?:both|the two) (?P<persons>men|women|leaders|presidents|premiers|ministers|generals|rivals|politicians)"
    r"|each (?P<state>nation|country)|each side"
    r"|(?:both|the two) (?:warring |rival |opposing )?(?:sides|parties)"
    r"|the (?:warring |rival |opposing )?parties"
    r"|(?:(?<=\bof )|(?<=\bby )|(?<=\bbetween ))all (?:sides|parties)"
    r")\b(?!-|,? (?:including|of|to|in) )",
    re.IGNORECASE,
)
_OF_POLITICS = re.compile(r"\b(?:political|opposition|ruling) part(?:y|ies)\b")
_AND = re.compile(r"(?:[’']s)?(?: \([^)]{1,20}\))? and (?:the |its )?")
_ENDED = re.compile(r"[.!?][”\"’)]*\s|\n")
_BROKERS = re.compile(
    r",? (?:which |who |has |had |is |was )*(?:broker|mediat|host|facilitat|sponsor)(?:ed|es?|s|ing)\b"
)
_SIDES = frozenset(["state", "armed group", "organisation"])


def both(
    archive: Archive, text: str, linked: Sequence[Linked], service: Service, tracks: Sequence[Track]
) -> Iterator[Linked]:
    """Two implied names for each such phrase; `linked` are the article's names in order, `service` whom they serve.

    `tracks` are the editor's: behind "the intra-Afghan talks" both sides are the parties of these.
    """
    told = [one for one in linked if one.actor or one.name.kind == "state"]
    starts = [one.name.span.start for one in told]
    every: list[Who] = []
    before_now: list[Who] = []  # the two sides as taken up last
    for match in _BOTH.finditer(text):
        before = bisect_left(starts, match.start())
        around = told[max(0, before - REACH) : before]
        near = [one for one in around if one.name.acts and one.actor]
        states = match["states"] or match["state"]
        if not near or match.start() - near[-1].name.span.end > (NEAR if states else FAR):
            continue
        if match["persons"]:
            two = _persons(text, match.start(), near)
        elif states:
            every = every or [state_actor(archive, code) for code in knowledge.states()]
            two = _states(every, near, service)
            two = two if len(two) > 1 else _states(every, around, service)
        else:
            two = before_now = _two_sides(archive, text, match, near, service, tracks, before_now)
        span, at = Span(*match.span()), near[-1].sentence
        for who in two if len(two) == 2 else ():
            yield Linked(Name(span, match[0], who.kind, who.id, True, True), who, None, (), "", at, True)


def _states(every: Sequence[Who], near: Sequence[Linked], service: Service) -> list[Who]:
    """Those of all states that the last sentence names."""
    sentence = [one for one in near if one.sentence == near[-1].sentence and one.quoted == near[-1].quoted]
    ids = {id for one in sentence if one.name.id for id in (one.name.id, *service(one.name.id))}
    return [state for state in every if state.id in ids]


def _persons(text: str, end: int, near: Sequence[Linked]) -> list[Who]:
    """The only two persons of the sentence so far, else of the last one that names any, or of it and the one before."""
    persons = [one for one in near if one.actor and one.actor.kind == "person" and not one.quoted]
    told = [{one.actor.id: one.actor for one in group if one.actor} for _, group in groupby(persons, _sentence)]
    if told and persons[-1].sentence == near[-1].sentence and not _ENDED.search(text, near[-1].name.span.end, end):
        here = told.pop()  # "John Kerry warned both leaders": whoever warns is a third
        if len(here) == 2:
            return [*here.values()]
    found: dict[str, Who] = {}
    while told and len(found) < 2:
        found = {**told.pop(), **found}
    return [*found.values()] if len(found) == 2 else []


def _sentence(one: Linked) -> int:
    return one.sentence


def _two_sides(
    archive: Archive,
    text: str,
    match: re.Match[str],
    near: Sequence[Linked],
    service: Service,
    tracks: Sequence[Track],
    before_now: list[Who],
) -> list[Who]:
    before = text[max(0, match.start() - FAR) : match.start()]
    if match[0].endswith("parties") and _OF_POLITICS.search(before):
        return []
    two = _in_sentence(text, match.start(), near, service) or _parties(archive, before, tracks)
    return two or _sides(text, near, service, before_now)


def _in_sentence(text: str, end: int, near: Sequence[Linked], service: Service) -> list[Who]:
    """The only two of the same sentence: "the envoy met the president and the two sides …"."""
    if _ENDED.search(text, near[-1].name.span.end, end):
        return []
    here = [one for one in near if one.sentence == near[-1].sentence]
    two = {_side(one.actor, service): one.actor for one in here if one.actor}
    return [*two.values()] if len(two) == 2 else []


def _parties(archive: Archive, before: str, tracks: Sequence[Track]) -> list[Who]:
    """The parties of the talks that the editor knows by a name of their own and the text has just called so."""
    words = before.casefold()
    called = ((words.rfind(name.casefold()), track.parties) for track in tracks for name in track.aliases)
    at, parties = max(called, default=(-1, ()))
    known = {actor.id: actor for actor in archive.editors.values()} if at >= 0 else {}
    return [Who(known[id].id, known[id].name, known[id].kind) for id in parties if id in known]


def _sides(text: str, near: Sequence[Linked], service: Service, before_now: list[Who]) -> list[Who]:
    """The last two that a sentence joins or names alone, or that two sentences name, one each.

    Where one of the latter is a side of `before_now`, the other is a third whom the text names between these.
    """
    found: dict[str, Who] = {}
    sides = [one for one in near if one.actor and one.actor.kind in _SIDES and not _aside(text, one)]
    for _, group in groupby(reversed(sides), key=lambda one: one.sentence):
        here = [*group][::-1]
        gaps = [text[a.name.span.end : b.name.span.start] for a, b in pairwise(here)]
        joined = next((k for k in range(len(gaps) - 1, -1, -1) if _AND.fullmatch(gaps[k])), None)
        if joined is not None and not (joined and gaps[joined - 1] == ", "):  # "A, B and C" are three
            here = here[joined : joined + 2]
        for one in reversed(here):
            if one.actor:
                found.setdefault(_side(one.actor, service), one.actor)
        if len(found) > 1:
            two = [*found.values()][::-1]
            apart = len({one.actor for one in here} & {*two}) < 2
            return before_now if apart and sum(who in before_now for who in two) == 1 else two
    return []


def _side(who: Who, service: Service) -> str:
    """A state's government and forces are its side."""
    return min(service(who.id), default=who.id)


def _aside(text: str, one: Linked) -> bool:
    """Whether it is no side of its own: a broker of talks, a newspaper, or "Tuareg" of some rebels."""
    who, before = one.actor, text[max(0, one.name.span.start - 12) : one.name.span.start].split()[-1:]
    people = one.name.kind == "nationality" and who is not None and who.kind == "organisation"
    broker = who is not None and fold(who.name) in knowledge.lines("nouns_of_names", "third_parties")
    broker = broker or _BROKERS.match(text, one.name.span.end) is not None
    return people or broker or before == ["newspaper"]
