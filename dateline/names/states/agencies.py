""" "The UN migration agency": a body of the United Nations that the text calls by what it does, or by its own name."""

import re
from collections.abc import Iterator

from dateline.names.finding import knowledge
from dateline.names.finding.candidate import Candidate
from dateline.names.finding.spelling import fold, slug
from dateline.names.states.linked import Archive, Linked, Who, named, whole

UNITED_NATIONS = Who("united-nations", "United Nations", "organisation")
_BODY = re.compile(
    r"(?:['’]s)? (?P<what>(?:[a-z-]+ ){0,3}(?P<noun>agency|office|programme|fund|mission|force))\b"
    r"(?:(?:, | \()(?P<name>[A-Z]\w+)[,.)])?"
)
_PART = re.compile(  # the council in small letters, as some papers write it; a mission by where it is
    r" (?:security council|general assembly|[Mm]ission in (?:the )?[A-Z]\w+(?: [A-Z]\w+){0,3})\b"
)
_MISSIONS = frozenset(["mission", "force"])  # where their name does not follow, they act as the UN


def agency(archive: Archive, text: str, candidate: Candidate) -> Iterator[Linked]:
    """The candidate, a name of the United Nations, where it only says whose body is meant; nothing elsewhere."""
    part = _PART.match(text, candidate.span.end)
    if part:
        yield from _called(archive, text, candidate, part.end(), f"UN{part[0]}")
        return
    match = _BODY.match(text, candidate.span.end)
    if match is None or (match["name"] is None and (match["noun"] in _MISSIONS or match["what"] == match["noun"])):
        return
    if match["name"]:  # "the UN mission, MINUSMA": that one acts
        un = archive.own(UNITED_NATIONS)
        yield Linked(named(candidate, "organisation", un.id, acts=False), un, None, (candidate.text,))
        return
    yield from _called(archive, text, candidate, match.end("what"), f"UN {match['what']}")


def _called(archive: Archive, text: str, candidate: Candidate, end: int, name: str) -> Iterator[Linked]:
    """The body of this name, which ends at offset `end`."""
    known = knowledge.lexicon().get(fold(name))
    who = Who(known.id, known.name, "organisation") if known else Who(slug(name), name, "organisation")
    yield whole(text, candidate.span.start, end, archive.own(who))
    yield Linked(named(candidate, "organisation", None, acts=False))
