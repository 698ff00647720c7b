"""Who "he", "the group" or "government forces" are: somebody whom the article names, where it leaves no doubt."""

from collections import Counter, defaultdict, deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from dateline.lexicon import gender
from dateline.model import WITHHELD, Name
from dateline.names import anaphora, bodies, knowledge
from dateline.names.candidate import Candidate
from dateline.names.geography import country_of, state_of
from dateline.names.linked import Linked, Who
from dateline.names.protagonist import nobody_else, protagonist
from dateline.names.spelling import fold

_PERSONS = frozenset(["person"])
_GROUPS = frozenset(["armed group", "organisation", "state", "office"])
_REACH = 40  # names back that a pronoun is looked up in; enough for two long sentences
OTHERWISE = "former"  # who holds no office, or one beneath it
_NO_LONGER = frozenset("former ex then late shadow deputy vice assistant junior acting onetime".split())
FOREIGN = Who("foreign-forces", "foreign forces", "armed group")


@dataclass(slots=True)
class _Memory:
    """Whom the article has named so far, as far as a later word can take them up."""

    recent: deque[Linked] = field(default_factory=lambda: deque(maxlen=_REACH))  # in order
    heard: set[Who] = field(default_factory=set)
    groups: dict[str, Who] = field(default_factory=dict)  # armed groups that are no state's
    heads: dict[str, Who] = field(default_factory=dict)  # each word of a name -> the last actor with it
    parties: Counter[Who] = field(default_factory=Counter)
    governments: set[Who] = field(default_factory=set)
    forces: Who | None = None
    about: Mapping[str, Who | None] = field(default_factory=dict)  # pronoun -> the person of whom the article is
    withheld: int | None = None  # the sentence in which a name was withheld last

    def hear(self, one: Linked) -> None:
        who = one.actor
        if who is None:
            return
        self.recent.append(one)
        self.heard.add(who)
        if who.id in bodies.all_forces():
            self.forces = who
        elif who.kind == "armed group" and not _of_a_state(who):
            self.groups[who.id] = who
        if who.kind in _GROUPS:
            for word in fold(who.name).split():
                self.heads[word] = who
            if "party" in fold(who.name).split():
                self.parties[who] += 1
            elif bodies.governed(who.id):
                self.governments.add(who)


def _of_a_state(who: Who) -> bool:
    """Whether this is a state's army or foreign troops: no "militants" or "rebels" of an article."""
    first = knowledge.lexicon().get(fold(who.name).partition(" ")[0])
    own = knowledge.lexicon().get(fold(who.name))
    return who == FOREIGN or (own is None and first is not None and first.code != "")


def taken_up(found: Sequence[Candidate], linked: Sequence[Linked]) -> Iterator[Linked]:
    """The implied names of one article: its pronouns and nominals with whom they stand for.

    `found` are the article's candidates, `linked` its names. What an anaphor stands for can be taken up again.
    """
    home = _governed(linked) or _home(found)
    bearers = _bearers(linked)
    covered = _covered(linked)
    anaphors = [c for c in found if c.anaphor and c.span.start not in covered]
    memory = _Memory(about={pronoun: protagonist(linked, pronoun) for pronoun in ("he", "she")})
    items: list[Linked | Candidate] = [*linked, *anaphors]
    for item in sorted(items, key=_start):
        if isinstance(item, Linked):
            memory.hear(item)
            continue
        if item.anaphor == WITHHELD:
            memory.withheld = item.sentence
            continue
        if _may_be_withheld(item, memory):
            yield Linked(Name(item.span, item.text, "person", None, True, True), sentence=item.sentence)
            continue
        who = _antecedent(item, memory, bearers, home)
        if who:
            name = Name(item.span, item.text, who.kind, who.id, True, True)
            forms = () if item.anaphor in anaphora.PRONOUNS | anaphora.REFLEXIVES.keys() else (item.text,)
            one = Linked(name, who, None, forms, "", item.sentence, item.subject, item.quoted)
            memory.hear(one)
            yield one


def _may_be_withheld(anaphor: Candidate, memory: _Memory) -> bool:
    """Whether "he" may take up a name that the editor withholds: then it is somebody, and nobody known.

    Nobody who was named before is made to say what the withheld person says; one who is the subject since then is.
    """
    if (
        anaphor.anaphor not in ("he", "she", "him")
        or memory.withheld is None
        or anaphor.sentence - memory.withheld > FEW
    ):
        return False
    since = [one for one in memory.recent if one.subject and one.actor and one.actor.kind == "person"]
    return not any(one.sentence > memory.withheld for one in since)


def _start(item: Linked | Candidate) -> int:
    return item.name.span.start if isinstance(item, Linked) else item.span.start


def _covered(linked: Sequence[Linked]) -> set[int]:
    """The offsets inside implied names: "security forces" of "Afghan security forces" is no mention of its own."""
    return {at for one in linked if one.name.implied for at in range(*one.name.span)}


def _governed(linked: Sequence[Linked]) -> str:
    """The code of the only state whose government the article begins with, wherever it talks; "" for none.

    "BERN (AP) -- Chad's government and the rebels met in Switzerland": the government is not the Swiss one.
    """
    lead = {one.actor.id for one in linked if one.actor and -1 < one.sentence <= LEAD}
    codes = [code for id in sorted(lead) if (code := bodies.governed(id))]
    return codes[0] if len(codes) == 1 else ""


LEAD = 1  # the last sentence that counts as the beginning


def _home(found: Sequence[Candidate]) -> str:
    """The code of the state where the article is set: whose soil and people it names most. "" where that is open.

    Where it was filed counts for a few of these, and does not decide: news of Myanmar comes from Phnom Penh.
    """
    filed = next((c for c in found if c.sentence == -1), None)
    if filed and country_of(filed) and not state_of(filed):
        return ""  # Hong Kong, whose police are no state's
    header = state_of(filed) if filed else ""
    there = [c for c in found if c.use in ("place", "of", "possessive") or not _is_state(c)]
    lead = [c for c in there if c.sentence == 0]  # which says where the story is set: counted twice
    codes = Counter(filter(None, [*[header] * FILED, *map(state_of, there), *map(state_of, lead)]))
    if not codes:
        return ""
    first, *others = sorted(codes, key=lambda code: (-codes[code], code))
    if first not in knowledge.states():  # a territory such as Hong Kong
        return ""
    return first if not others or codes[first] >= CLEARLY * codes[others[0]] else ""  # of two states at war neither


CLEARLY = 1.5  # times as often as the next
FILED = 3  # mentions that the header line's place is worth


def _is_state(candidate: Candidate) -> bool:
    """Whether a name is that of a state or its seat, which acts far away as well: "Washington said"."""
    known = candidate.known
    return known is not None and (known.kind == "state" or known.seat)


def _bearers(linked: Sequence[Linked]) -> dict[str, set[Who]]:
    """Whom the article gives each word of a title."""
    found: dict[str, set[Who]] = defaultdict(set)
    for one in linked:
        if one.actor and one.role:
            words = fold(one.role).split()
            for word in words:
                found[word].add(one.actor)
            if not _NO_LONGER.isdisjoint(words):
                found[OTHERWISE].add(one.actor)
    return found


def _antecedent(anaphor: Candidate, memory: _Memory, bearers: dict[str, set[Who]], home: str) -> Who | None:
    noun = anaphor.anaphor
    if noun in anaphora.PRONOUNS:
        if noun == "him":
            return _other(anaphor, memory)
        if noun not in ("he", "she"):
            return _last_subject(anaphor, memory, _GROUPS)
        last = _last_subject(anaphor, memory, _PERSONS)
        if last and noun == "she" and _doubtful(last, memory.about.get(noun)):
            return None
        return last or _last_speaker(anaphor, memory) or _of_article(anaphor, memory)
    if noun in anaphora.REFLEXIVES:
        return _only_person(anaphor, memory)
    if noun == anaphora.OF_OFFICE:
        return _holder(anaphor, bearers) if memory.withheld is None else None
    what = anaphora.nouns()[noun]
    if what == "armed group":
        return _group(anaphor, memory)
    if what == "body":
        return _body(anaphor, memory, home)
    if what == "state":
        return memory.heads.get(noun) or (_of_state(bodies.of_state(noun, home)) if home else None)
    if noun == "ministry" and " " in anaphor.text:
        body = bodies.body(anaphor.text.title(), home)
        return _of_state(body) if body and home else None
    if what == "role":
        alone = len(bearers.get(noun, ())) == 1 and memory.withheld is None
        return next(iter(bearers[noun])) if alone else None
    return _party(memory) if noun == "party" else memory.heads.get(noun)


def _holder(anaphor: Candidate, bearers: Mapping[str, set[Who]]) -> Who | None:
    """ "The Foreign Secretary": the one person to whom the article gives each word of it, and no other office."""
    of_each = [bearers.get(word, set()) for word in fold(anaphor.text).split()]
    found = set.intersection(*of_each) - bearers.get(OTHERWISE, set())
    return found.pop() if len(found) == 1 else None


def _party(memory: _Memory) -> Who | None:
    """ "The party" of an article on several is the one that it names most by far, if there is one."""
    ranked = memory.parties.most_common(2)
    clear = len(ranked) == 1 or (len(ranked) > 1 and ranked[0][1] >= CLEARLY * ranked[1][1])
    return ranked[0][0] if clear else None


def _last_subject(anaphor: Candidate, memory: _Memory, kinds: frozenset[str]) -> Who | None:
    """The last subject of these kinds in the same sentence, else the first in the one before; or who is there alone.

    A pronoun takes up who was named in the same voice, and in a quotation only in the same sentence.
    """
    same_voice = [one for one in memory.recent if one.name.acts and one.quoted == anaphor.quoted]
    for sentence in (anaphor.sentence,) if anaphor.quoted else (anaphor.sentence, anaphor.sentence - 1):
        people = "nationality" if anaphor.anaphor == "it" and sentence < anaphor.sentence else ""
        here = [  # not the state of "A British mediator came. It …"
            (one.actor, one.subject) for one in same_voice if one.sentence == sentence and one.name.kind != people
        ]
        fitting = [
            (who, subject)
            for who, subject in here
            if who and who.kind in kinds and gender.fits(anaphor.anaphor, who.name)
        ]
        subjects = [who for who, subject in fitting if subject]
        if sentence < anaphor.sentence and memory.about.get(anaphor.anaphor) in subjects:
            return memory.about[anaphor.anaphor]
        if sentence < anaphor.sentence and (gone_on := _gone_on(anaphor, memory)):
            return gone_on
        if subjects:
            return subjects[-1] if sentence == anaphor.sentence else subjects[0]
        if sentence == anaphor.sentence and anaphor.after_object and fitting:
            continue  # "the office of Mr Biden has kept him, but the deal he had signed": not Biden's
        if anaphor.anaphor == "it" and sentence < anaphor.sentence:
            fitting = [(who, subject) for who, subject in fitting if who.kind != "state"]
        if len({who.id for who, _ in fitting}) == 1:
            return _rather(anaphor, memory, sentence) or fitting[0][0]
    return None


def _rather(anaphor: Candidate, memory: _Memory, sentence: int) -> Who | None:
    """ "Replying to Mr Roe, he said": of whom the article is, where he was the subject just before."""
    about = memory.about.get(anaphor.anaphor)
    if sentence < anaphor.sentence or about is None:
        return None
    near = [one for one in memory.recent if anaphor.sentence - NEAR <= one.sentence < anaphor.sentence]
    return about if any(one.actor == about and one.subject for one in near) else None


def _only_person(anaphor: Candidate, memory: _Memory) -> Who | None:
    """ "the president himself": the one person whom the sentence has named, if it withholds none."""
    if memory.withheld == anaphor.sentence:
        return None
    here = {one.actor for one in memory.recent if one.actor and one.sentence == anaphor.sentence}
    persons = {who for who in here if who.kind == "person"}
    fits = all(gender.fits(anaphora.REFLEXIVES[anaphor.anaphor], who.name) for who in persons)
    return persons.pop() if len(persons) == 1 and fits else None


def _gone_on(anaphor: Candidate, memory: _Memory) -> Who | None:
    """ "The premier made him minister. He …": of whom the text goes on with pronouns, "he" goes on to tell.

    Who is taken up by a pronoun in a sentence is whom the next one's pronoun means: rule 1 of centering theory (Grosz,
    Joshi and Weinstein, 1995).
    """
    words = {"he": ("he", "him"), "him": ("he", "him"), "she": ("she",)}.get(anaphor.anaphor, ())
    before = [one for one in memory.recent if one.sentence == anaphor.sentence - 1 and not one.quoted and one.actor]
    taken = {one.actor for one in before if one.name.implied and one.name.text.lower() in words}
    return taken.pop() if len(taken) == 1 else None


def _other(anaphor: Candidate, memory: _Memory) -> Who | None:
    """Whom "him" means: another who is a subject in this sentence, else who is named in the last, else in this one."""
    persons = [
        one
        for one in memory.recent
        if one.actor and one.actor.kind == "person" and one.name.acts and gender.fits("him", one.actor.name)
    ]
    here = [one for one in persons if one.sentence == anaphor.sentence]
    doing = {one.actor for one in here[-1:] if one.subject}
    others = {one.actor for one in here if one.subject} - doing
    last = {one.actor for one in persons if one.sentence == anaphor.sentence - 1} - doing
    gone_on = _gone_on(anaphor, memory)
    if not others and len(last) > 1 and gone_on in last:
        return gone_on
    found = others or last or {one.actor for one in here} - doing
    return found.pop() if len(found) == 1 else None


def _last_speaker(anaphor: Candidate, memory: _Memory) -> Who | None:
    """ "He said" goes on with the person who was the subject last, a few sentences back; others were only named."""
    if anaphor.quoted or anaphor.head not in knowledge.words("cues", "saying"):
        return None
    for one in reversed(memory.recent):
        if one.sentence < anaphor.sentence - FEW:
            return None
        fits = one.actor is not None and gender.fits(anaphor.anaphor, one.actor.name)
        if one.actor and fits and one.actor.kind == "person" and one.subject and not one.quoted:
            return one.actor
    return None


def _doubtful(who: Who, about: Who | None) -> bool:
    """Whether "she" may as well be the woman of whom the article is as somebody whose name tells of neither sex."""
    return about is not None and about != who and gender.sure("she", about.name) and not gender.sure("she", who.name)


def _of_article(anaphor: Candidate, memory: _Memory) -> Who | None:
    """The person of whom the article is, where the last sentences name nobody else whom the pronoun may mean."""
    who = memory.about.get(anaphor.anaphor)
    named = who in memory.heard
    free = who is not None and named and not anaphor.quoted and memory.withheld is None
    return who if free and who and nobody_else(memory.recent, anaphor.anaphor, anaphor.sentence, who) else None


NEAR = 2  # sentences back in which he was told of
FEW = 7  # sentences that a speech may go on without the speaker's name


def _group(anaphor: Candidate, memory: _Memory) -> Who | None:
    """The article's only armed group so far, else the only one of this sentence and the last."""
    recent = [one for one in memory.recent if one.sentence >= anaphor.sentence - 1]
    near = {one.actor.id for one in recent if one.actor and one.actor.id in memory.groups}
    only = memory.groups if len(memory.groups) == 1 else near
    return memory.groups[next(iter(only))] if len(only) == 1 else None


def _body(anaphor: Candidate, memory: _Memory, home: str) -> Who | None:
    """The government or forces of the state where the article is set; "the troops" are the last ones named."""
    if "foreign" in anaphor.text.lower().split():
        return FOREIGN
    if anaphor.anaphor != "government" and " " not in anaphor.text and memory.forces:
        return memory.forces
    if anaphor.anaphor == "government" and len(memory.governments) == 1:
        return next(iter(memory.governments))
    if "government" in anaphor.text.lower().split() and len(memory.governments) == 1:  # "government forces"
        own = bodies.forces_under(next(iter(memory.governments)).id)
        return _of_state(own) if own else None
    if not home:
        return None
    return _of_state(bodies.of_state(anaphor.anaphor, home))


def _of_state(body: bodies.Body) -> Who:
    return Who(body.id, body.name, body.kind)
