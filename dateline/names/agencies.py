""" "The UN migration agency": a body of the United Nations that the text calls by what it does, or by its own name."""

import re
from collections.abc import Iterator

from dateline.names import knowledge
from dateline.names.candidate import Candidate
from dateline.names.linked import Archive, Linked, Who, named, whole
from dateline.names.spelling import fold, slug

UNITED_NATIONS = Who("united-nations", "United Nations", "organisation")
_BODY = re.compile(
    r"(?:['’]s)? (?P<what>(?:[a-z-]+ ){0,3}(?P<noun>agency|office|programme|fund|mission|force))\b"
    r"(?:(?:, | \()(?P<name>[A-Z]\w+)[,.)])?"
)
_COUNCIL = re.compile(r" (?:security council|general assembly)\b")  # as some papers write it
_MISSIONS = frozenset(["mission", "force"])  # where their name does not follow, they act as the UN


def agency(archive: Archive, text: str, candidate: Candidate) -> Iterator[Linked]:
    """The candidate, a name of the United Nations, where it only says whose body is meant; nothing elsewhere."""
    council = _COUNCIL.match(text, candidate.span.end)
    known = knowledge.lexicon().get(fold(f"UN{council[0]}")) if council else None
    if council and known and known.kind == "organisation":
        yield whole(text, candidate.span.start, council.end(), Who(known.id, known.name, known.kind))
        yield Linked(named(candidate, "organisation", None, acts=False))
        return
    match = _BODY.match(text, candidate.span.end)
    if match is None or (match["name"] is None and (match["noun"] in _MISSIONS or match["what"] == match["noun"])):
        return
    if match["name"]:  # "the UN mission, MINUSMA": that one acts
        un = archive.own(UNITED_NATIONS)
        yield Linked(named(candidate, "organisation", un.id, acts=False), un, None, (candidate.text,))
        return
    name = f"UN {match['what']}"
    own = archive.own(Who(slug(name), name, "organisation"))
    yield whole(text, candidate.span.start, match.end("what"), own)
    yield Linked(named(candidate, "organisation", None, acts=False))
