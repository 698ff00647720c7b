"""What the steps of linking hand to each other: a name with whom it stands for, and what article and archive know."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from dateline.model import Actor, ActorKind, Name, NameKind, Place, Span
from dateline.names.finding import knowledge
from dateline.names.finding.candidate import Candidate
from dateline.names.finding.spelling import fold
from dateline.names.states.geography import Geography

_OWNER = re.compile(r"[A-Z]\w+(?: [A-Z]\w+)?['’]s\s+\Z")  # "Azerbaijan's Ministry of Defence"
_NAMED = re.compile(r"(?: (?:in|to|for|on) [^,.;:()\n]{1,40},|,)? [A-Z]")  # behind a role: who it is
_APPOSED = re.compile(r"[A-Z]\w+, (?:an? |the )?(?:former )?\Z")  # before it

Ask = Callable[[str, Any], Any]  # what is asked, and of what


class Who(NamedTuple):
    """An actor, as far as linking needs it."""

    id: str
    name: str
    kind: ActorKind


class Linked(NamedTuple):
    """A Name with what it adds to the lists of actors and places."""

    name: Name
    actor: Who | None = None
    place: Place | None = None
    forms: tuple[str, ...] = ()  # the surface forms to list with the actor or place
    role: str = ""
    sentence: int = -1  # index into the article's sentences
    subject: bool = False
    quoted: bool = False

    def standing_at(self, candidate: Candidate) -> "Linked":
        """The same name, found in the candidate's place in its sentence."""
        name, actor, place, forms, role = self[:5]
        return Linked(name, actor, place, forms, role, candidate.sentence, candidate.subject, candidate.quoted)


@dataclass(frozen=True, slots=True)
class Archive:
    """What all articles share."""

    editors: Mapping[str, Actor]  # the conflict file's, by folded name or alias
    geography: Geography
    ask: Ask  # see `answers`: what the articles together say

    def kind(self, key: str) -> NameKind | None:
        """The kind for which the cues of all articles speak."""
        return self.ask("kind", key)  # type: ignore[no-any-return]

    def long_form(self, short: str) -> str | None:
        """The folded full name for which this abbreviation stands."""
        return self.ask("long form", short)  # type: ignore[no-any-return]

    def person(self, name: str) -> str | None:
        """The id of the person of this full name."""
        return self.ask("person", name)  # type: ignore[no-any-return]

    def persons_called(self, last: str) -> set[str]:
        """The ids of those whose full name ends with this word, or a spelling of it."""
        return set(self.ask("called", last))

    def own(self, who: Who) -> Who:
        """The actor as the editor knows it, if the conflict file has one of this name."""
        editor = self.editors.get(fold(who.name))
        return Who(editor.id, editor.name, editor.kind) if editor else who


@dataclass(slots=True)
class Scene:
    """What one article has said so far."""

    text: str
    countries: frozenset[str]  # codes of the states that it names
    provinces: frozenset[str]  # folded names that it calls a province
    around: str = ""  # the code of the state where it was filed, or of which it speaks first as a place
    surnames: dict[str, str] = field(default_factory=dict)  # last word -> the person first named so in full
    firsts: dict[str, str] = field(default_factory=dict)  # first word -> the same
    by_surname: set[str] = field(default_factory=set)  # the persons of `surnames`
    by_first: set[str] = field(default_factory=set)  # the persons of `firsts`
    alike: dict[str, dict[str, str]] = field(default_factory=dict)  # three letters -> the `surnames` that begin so
    misspelt: dict[str, str | None] = field(default_factory=dict)  # what has been answered, once all are noted
    titled: set[str] = field(default_factory=set)  # surnames that stand with a title somewhere: "President Bush"
    heads: dict[str, Who] = field(default_factory=dict)  # "department" -> the last one named


def named(candidate: Candidate, kind: NameKind, identity: str | None, *, acts: bool) -> Name:
    """The Name that a candidate becomes."""
    return Name(candidate.span, candidate.text, kind, identity, False, acts)


def whole(text: str, start: int, end: int, who: Who) -> Linked:
    """An implied Name over more words than the candidate: "Afghan security forces"."""
    written = " ".join(text[start:end].split())
    return Linked(Name(Span(start, end), written, who.kind, who.id, True, True), who, None, (written,))


def actor(archive: Archive, scene: Scene, candidate: Candidate, who: Who) -> Iterator[Linked]:
    """The candidate as a mention of an actor."""
    who = archive.own(who)
    for key in fold(candidate.text).split():
        scene.heads[key] = who
    forms = [candidate.text]
    body = who.kind in ("office", "organisation")
    owner = _OWNER.search(scene.text, max(0, candidate.span.start - 40), candidate.span.start) if body else None
    if owner:
        forms.append(" ".join(scene.text[owner.start() : candidate.span.end].split()))
    end = officials_end(scene.text, candidate)
    if end:
        forms.append(" ".join(scene.text[candidate.span.start : end].split()))
    role = " ".join(candidate.role.split()) if who.kind == "person" else ""
    aside = body and (_stands_by(candidate, who.name) or _in_a_title(scene.text, candidate, who.name))
    acts = not aside and not (who.kind == "person" and _only_related(candidate))
    yield Linked(named(candidate, who.kind, who.id, acts=acts), who, None, tuple(forms), role)


def _only_related(candidate: Candidate) -> bool:
    """Whether somebody is only named to say whose another is: "Gaddafi's son", "Barzani's KDP", "Lee's home town"."""
    if candidate.use != "possessive":
        return False
    others = knowledge.words("titles", "roles") | knowledge.words("nouns_of_names", "owned")
    heads = candidate.head.split()[:2]
    return not heads or any(word.removesuffix("s") in others for word in heads)


def _stands_by(candidate: Candidate, name: str) -> bool:
    """Whether an organisation is only where somebody speaks or belongs: "on Twitter", "NATO Secretary-General …"."""
    belongs = candidate.use == "modifier" and not candidate.head
    return belongs or bool(set(fold(name).split()) & knowledge.words("nouns_of_names", "media"))


def _in_a_title(text: str, candidate: Candidate, name: str) -> bool:
    """ "UN envoy Ann Lee", "Ann Lee, the EU foreign policy chief": a body that is no side is not who its envoy meets.

    Nor does it act in what happens at "a UN base".
    """
    if candidate.use != "modifier" or fold(name) not in knowledge.lines("nouns_of_names", "third_parties"):
        return False
    if candidate.head.split(" ")[0].removesuffix("s") in knowledge.words("nouns_of_names", "sites"):
        return True
    roles = (end for word, end in nouns_after(text, candidate) if word in knowledge.words("titles", "roles"))
    end = next(roles, 0)
    return end > 0 and bool(
        _NAMED.match(text, end) or _APPOSED.search(text, max(0, candidate.span.start - 40), candidate.span.start)
    )


def nouns_after(text: str, candidate: Candidate) -> list[tuple[str, int]]:
    """The first three nouns before which a modifier stands, each with the offset of its end."""
    found, at = [], candidate.span.end
    for word in candidate.head.split()[:3]:
        at += text[at : at + 60].lower().find(word) + len(word)
        found.append((word, at))
    return found


def officials_end(text: str, candidate: Candidate) -> int:
    """Where "Taliban representatives" or "senior US officials" end; 0 where no such noun follows."""
    if candidate.use != "modifier":
        return 0
    for word, end in nouns_after(text, candidate):
        if word in knowledge.words("titles", "officials"):
            return end
        if word not in knowledge.words("titles", "qualifiers"):
            return 0
    return 0
