""" "The general", "the former Kenyan leader": whom a description of a person takes up, where it leaves no doubt."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from dateline.lexicon import gender
from dateline.names.finding import knowledge
from dateline.names.finding.candidate import Candidate
from dateline.names.finding.spelling import fold
from dateline.names.reference.memory import Memory
from dateline.names.states import titled
from dateline.names.states.linked import Linked, Who
from dateline.names.states.titled import Title, Titles, listed

MANY = 100  # persons, of a longer list the last: so that the work stays linear
NEAR = 2  # sentences back in which the last of several is the one meant
WOMEN = frozenset(["spokeswoman", "chairwoman"])
MEN = frozenset(["spokesman", "king", "prince"])


@dataclass(frozen=True, slots=True)
class Called:
    """How the persons of an article are called: `here` in it, `elsewhere` in any."""

    here: Titles
    elsewhere: Callable[[Who], Iterable[Title]]


@dataclass(frozen=True, slots=True)
class Description:
    """The noun of a description, what must have been said of whoever it takes up, and what need not."""

    noun: str
    which: frozenset[str]
    sides: frozenset[str]  # ids of those named in it, and the words of their names
    former: bool
    telling: bool  # it tells more than an office does: nobody else need have been called so


def described(anaphor: Candidate, memory: Memory, called: Called) -> Who | None:
    """The person whom the description means; None where that is open."""
    what = _read(anaphor, memory)
    known = [who for who in islice(reversed(memory.persons), MANY) if _of_their_sex(what.noun, who)]
    bearers = [who for who in known if any(_fits(what, title) for title in called.here.get(who, ()))]
    bearers = bearers or [who for who in known if any(_fits(what, title) for title in called.elsewhere(who))]
    if len(bearers) == 1:
        return bearers[0]
    if bearers:
        return _last(anaphor, memory, bearers)
    return _just_told_of(anaphor, memory, what, called)


def _read(anaphor: Candidate, memory: Memory) -> Description:
    words = fold(anaphor.text).split()
    inside = [one for one in memory.recent if anaphor.span.start <= one.name.span.start < anaphor.span.end]
    named = {word for one in inside for word in fold(one.name.text).split()}
    sides = frozenset({side for one in inside if (side := titled.side_of(one))} | named)
    rest = [word for word in words[:-1] if word not in named and not word.isdigit()]
    describing = listed("describing")
    former = not listed("no_longer").isdisjoint(rest)
    telling = former or bool(sides) or any(word in describing for word in rest) or words[-1] in listed("lasting")
    which = frozenset(word for word in rest if word not in describing)
    return Description(words[-1], which, sides, former, telling)


def _of_their_sex(noun: str, who: Who) -> bool:
    pronoun = "she" if noun in WOMEN else "he" if noun in MEN else ""
    return not pronoun or gender.fits(pronoun, who.name)


def _fits(what: Description, title: Title) -> bool:
    """Whether somebody of this title may be called so: by the noun, its side, and as one who holds it or no longer."""
    if title.words.isdisjoint(titled.nouns()[what.noun]) or not what.which <= title.words:
        return False
    if what.noun == "minister" and "prime" in title.words - what.which:
        return False
    if what.sides and not what.sides & (title.sides | title.words):
        return False
    return what.former == title.former or (what.noun in listed("lasting") and not what.former)


def _last(anaphor: Candidate, memory: Memory, bearers: Sequence[Who]) -> Who | None:
    """The one of them whom the last sentences name last, if they do not name him beside another."""
    recent = [one for one in memory.recent if one.actor in bearers and one.sentence >= anaphor.sentence - NEAR]
    last = {one.actor for one in recent if one.sentence == recent[-1].sentence}
    return last.pop() if len(last) == 1 else None


def _just_told_of(anaphor: Candidate, memory: Memory, what: Description, called: Called) -> Who | None:
    """Of whom the sentence before tells, and of nobody else: "Ann Lee opened the talks. The Kenyan diplomat said"."""
    if not (what.telling and anaphor.subject and memory.withheld is None):
        return None
    before = [one for one in memory.recent if one.sentence == anaphor.sentence - 1 and _person(one) and not one.quoted]
    subjects = {one.actor for one in before if one.subject} or {one.actor for one in before}
    who = next(iter(subjects)) if len(subjects) == 1 else None
    if who is None or not _of_their_sex(what.noun, who):
        return None
    others = {one.actor for one in before if one.actor} - {who}
    doubtful = any(other not in called.here for other in others)  # who may as well be called so
    return None if doubtful or _otherwise(what, called.here.get(who, ())) else who


def _otherwise(what: Description, given: Sequence[Title]) -> bool:
    """Whether the text has told of which state he is, and it is another."""
    states = {state.id for state in knowledge.states().values()}
    mine = what.sides & states
    theirs = {side for title in given for side in title.sides} & states
    return bool(mine and theirs and not mine & theirs)


def without_those_within(names: Sequence[Linked], described: Iterable[Linked]) -> list[Linked]:
    """The names, of which those in a description act no more: "the former Kenyan leader" is not Kenya."""
    people = (one.name.span for one in described if _person(one) and " " in one.name.text)
    inside = {at for span in people for at in range(*span)}
    return [
        one._replace(name=replace(one.name, acts=False), actor=None, forms=()) if one.name.span.start in inside else one
        for one in names
    ]


def _person(one: Linked) -> bool:
    return one.actor is not None and one.actor.kind == "person"
