"""Governments that go by who leads them: "the Trump administration", "the administration of President Joe Biden"."""

import re

from dateline.names.finding import knowledge
from dateline.names.finding.candidate import Candidate
from dateline.names.finding.spelling import slug
from dateline.names.states.linked import Archive, Linked, Who, nouns_after, whole

_OF = re.compile(r"\b(administration\s+of\s+)(?:[A-Z][a-z]+\s+){0,2}\Z")
_BEFORE = 48  # characters of "administration of Prime Minister"


def led(archive: Archive, text: str, candidate: Candidate) -> Linked | None:
    """The administration named with the candidate, a person, if there is one; `text` is the whole article's."""
    start, end = candidate.span
    of = _OF.search(text, max(0, start - _BEFORE), start)
    if of:
        return whole(text, of.start(1), end, _administration(archive, candidate))
    if candidate.use not in ("modifier", "possessive"):
        return None
    noun, last = next(iter(nouns_after(text, candidate)), ("", end))
    following = text[last : last + 16].split()[:1]
    official = bool(following) and following[0] in knowledge.words("titles", "officials")
    if noun != "administration" or official:
        return None
    return whole(text, start, last, _administration(archive, candidate))


def _administration(archive: Archive, candidate: Candidate) -> Who:
    name = f"{candidate.text.split()[-1]} administration"
    return archive.own(Who(slug(name), name, "organisation"))
