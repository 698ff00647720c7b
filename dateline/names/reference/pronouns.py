"""Whom "he", "she", "him" and "it" mean: the one person, group or body that the sentences before leave no doubt of."""

from dateline.lexicon import gender
from dateline.names.finding import knowledge
from dateline.names.finding.candidate import Candidate
from dateline.names.reference import anaphora
from dateline.names.reference.memory import GROUPS, Memory
from dateline.names.reference.protagonist import nobody_else
from dateline.names.states.linked import Who

_PERSONS = frozenset(["person"])


def meant(anaphor: Candidate, memory: Memory) -> Who | None:
    """Whom a personal pronoun means; None where that is open."""
    noun = anaphor.anaphor
    if noun == "him":
        return _other(anaphor, memory)
    if noun not in ("he", "she"):
        return _last_subject(anaphor, memory, GROUPS)
    last = _last_subject(anaphor, memory, _PERSONS)
    if last and noun == "she" and _doubtful(last, memory.about.get(noun)):
        return None
    return last or _last_speaker(anaphor, memory) or _of_article(anaphor, memory)


def _last_subject(anaphor: Candidate, memory: Memory, kinds: frozenset[str]) -> Who | None:
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
        if anaphor.anaphor == "she":  # "Angela Roe and Ches Lee left. She …"
            fitting = [one for one in fitting if gender.sure("she", one[0].name)] or fitting
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


def _rather(anaphor: Candidate, memory: Memory, sentence: int) -> Who | None:
    """ "Replying to Mr Roe, he said": of whom the article is, where he was the subject just before."""
    about = memory.about.get(anaphor.anaphor)
    if sentence < anaphor.sentence or about is None:
        return None
    near = [one for one in memory.recent if anaphor.sentence - NEAR <= one.sentence < anaphor.sentence]
    return about if any(one.actor == about and one.subject for one in near) else None


def only_person(anaphor: Candidate, memory: Memory) -> Who | None:
    """ "the president himself": the one person whom the sentence has named, if it withholds none."""
    if memory.withheld == anaphor.sentence:
        return None
    here = {one.actor for one in memory.recent if one.actor and one.sentence == anaphor.sentence}
    persons = {who for who in here if who.kind == "person"}
    fits = all(gender.fits(anaphora.REFLEXIVES[anaphor.anaphor], who.name) for who in persons)
    return persons.pop() if len(persons) == 1 and fits else None


def _gone_on(anaphor: Candidate, memory: Memory) -> Who | None:
    """ "The premier made him minister. He …": of whom the text goes on with pronouns, "he" goes on to tell.

    Who is taken up by a pronoun in a sentence is whom the next one's pronoun means: rule 1 of centering theory (Grosz,
    Joshi and Weinstein, 1995).
    """
    words = {"he": ("he", "him"), "him": ("he", "him"), "she": ("she",)}.get(anaphor.anaphor, ())
    before = [one for one in memory.recent if one.sentence == anaphor.sentence - 1 and not one.quoted and one.actor]
    taken = {one.actor for one in before if one.name.implied and one.name.text.lower() in words}
    return taken.pop() if len(taken) == 1 else None


def _other(anaphor: Candidate, memory: Memory) -> Who | None:
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


def _last_speaker(anaphor: Candidate, memory: Memory) -> Who | None:
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


def _of_article(anaphor: Candidate, memory: Memory) -> Who | None:
    """The person of whom the article is, where the last sentences name nobody else whom the pronoun may mean."""
    who = memory.about.get(anaphor.anaphor)
    named = who in memory.heard
    free = who is not None and named and not anaphor.quoted and memory.withheld is None
    return who if free and who and nobody_else(memory.recent, anaphor.anaphor, anaphor.sentence, who) else None


NEAR = 2  # sentences back in which he was told of
FEW = 7  # sentences that a speech may go on without the speaker's name
