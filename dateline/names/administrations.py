"""Governments that go by who leads them: "the Trump administration", "the administration of President Joe Biden"."""

import re

from dateline.names import knowledge
from dateline.names.candidate import Candidate
from dateline.names.linked import Archive, Linked, Who, nouns_after, whole
from dateline.names.spelling import slug

_OF = re.compile(r"\b(administration\s+of\s+)(?:[A-Z][a-z]+\s+){0,2}\Z")
_BEFORE = 48  # characters of "administration of Prime Minister"


def led(archive: Archive, text: str, candidate: Candidate) -> Linked | None:
    """The administration named with the candidate, a person, if there is one; `text` is the whole article's."""
    start, end = candidate.span
    name = f"{candidate.text.split()[-1]} administration"
    who = archive.own(Who(slug(name), name, "organisation"))
    of = _OF.search(text, max(0, start - _BEFORE), start)
    if of:
        return whole(text, of.start(1), end, who)
    if candidate.use not in ("modifier", "possessive"):
        return None
    noun, last = next(iter(nouns_after(text, candidate)), ("", end))
    following = text[last : last + 16].split()[:1]
    official = bool(following) and following[0] in knowledge.words("titles", "officials")
    return whole(text, start, last, who) if noun == "administration" and not official else None
