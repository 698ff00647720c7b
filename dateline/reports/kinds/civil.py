"""Words of war in an article that tells of none: a sketch of parliament, an election night, a profile.

Of an article's sentences few or many name weapons or armed men. Where few do, one that names none means its battles
and its wounds as figures of speech, unless it speaks of people's bodies or, where ground is taken, of ground.
"""

from collections.abc import Sequence
from functools import cache

from dateline.lexicon.load import document
from dateline.reports.clauses.clause import Clause, Parsed
from dateline.reports.grammar.closed_classes import PREPOSITIONS
from dateline.reports.grammar.event_nouns import Trigger
from dateline.reports.grammar.morphology import forms
from dateline.reports.grammar.reduced import NUMBERS
from dateline.reports.kinds.figurative import among, armed, with_plurals

LEAST = 10  # sentences, of which a share can be told
SHARE = 0.13  # of an article's sentences, which name weapons in a text that is of war
POLICED = frozenset(["attack", "clash", "fire", "shoot"])  # police do and suffer these
VIOLENT = frozenset(["attack", "control", "displacement"])


def civil(parsed: Sequence[Parsed]) -> list[bool]:
    """For each sentence of an article, whether its words of war are figures of speech."""
    under_arms = [_armed(one) for one in parsed]
    of_war = [named or among(one.words, _words("war")) for named, one in zip(under_arms, parsed, strict=True)]
    share = sum(of_war) / max(len(of_war), 1)
    peaceful = len(of_war) >= LEAST and share < SHARE
    return [peaceful and not named for named in under_arms]


def _armed(one: Parsed) -> bool:
    """Whether weapons or armed men are named, for which police and bases do not count: politics has these."""
    weak = with_plurals(_words("weak"))
    return armed([word for word in one.words if word.low not in weak])


def without_figures(parsed: Parsed) -> Parsed:
    """The sentence without the nouns that name no violence in a civil article."""
    kept = tuple(noun for noun in parsed.nouns if noun.type not in VIOLENT or _meant_noun(parsed, noun))
    kept = tuple(noun._replace(type="protest") if noun.lemma == "strike" else noun for noun in kept)
    return parsed if kept == parsed.nouns else Parsed(parsed.sentence, parsed.words, parsed.clauses, kept)


def figure(parsed: Parsed, clause: Clause, found: Trigger) -> Trigger | None:
    """The event of a clause of a civil sentence: as words of politics, as it is where it is meant so, or none."""
    if found.noun or found.type not in VIOLENT or _meant_verb(parsed, clause, found):
        return found
    said = found.lemma in _words("verbal_verbs") and not clause.verb.passive and _somebody(parsed, clause)
    return found._replace(type="statement") if said else None


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(document("frames").data["civil"][key])


def _meant_noun(parsed: Parsed, noun: Trigger) -> bool:
    behind = [word.text for word in parsed.words[noun.last : noun.last + 2]]
    if noun.lemma == "war" and behind[:1] == ["on"] and behind[-1].islower():
        return False  # "war on red tape"
    if noun.lemma == "coup" and not _words("parties").isdisjoint(w.low for w in parsed.words[: noun.first][-2:]):
        return False  # "a party-room coup"
    return noun.lemma in _words("nouns") or among(parsed.words, _words("bodies" if noun.type == "attack" else "ground"))


def _meant_verb(parsed: Parsed, clause: Clause, found: Trigger) -> bool:
    if found.lemma in _words("verbs") or (clause.verb.passive and found.lemma in _words("passives")):
        return True
    if found.type != "attack":
        return among(parsed.words, _words("ground"))
    if found.lemma in POLICED and among(parsed.words[clause.first : clause.last], frozenset(["police"])):
        return True
    return among(parsed.words, _words("bodies")) or (found.lemma in _words("wounding") and _of_people(parsed, clause))


def _of_people(parsed: Parsed, clause: Clause) -> bool:
    """ "Three were killed", "shot his wife": those to whom it is done are counted, or kin."""
    words, verb = parsed.words, clause.verb
    span = (clause.subject.start, clause.subject.end) if clause.subject else (clause.first, verb.first)
    first, last = span if verb.passive else (verb.last, min(clause.last, verb.last + 4))
    whom = [word.low for word in words[first:last]]
    end = next((k for k, low in enumerate(whom) if k and low in PREPOSITIONS), len(whom))
    counted = any(low in NUMBERS or low.isdigit() for low in whom[:end])
    return counted or not _words("kin").isdisjoint(whom[:end])


def _somebody(parsed: Parsed, clause: Clause) -> bool:
    """Whether a name or "he", "she", "they" is the subject, and no "row" or "storm"."""
    span = clause.subject or (parsed.clauses[clause.leader].subject if clause.leader is not None else None)
    if span is None:
        return False
    words = parsed.words[span.start : span.end]
    return words[-1].text[:1].isupper() or words[-1].low in _words("speakers") or _plural(words[-1].low)


def _plural(word: str) -> bool:
    return word.endswith("s") and not any(form == "s" for _, form in forms().get(word, ()))
