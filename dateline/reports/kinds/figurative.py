"""Words of war that tell of none: "fought the election", "died in April", "was hit by a scandal", "attacked the plan".

Newspapers tell politics, money and illness in the words of battle. What a verb is done to, who does it, and what else
its sentence speaks of tell the two apart; where weapons or armed men are named, nothing is taken for a figure of
speech.
"""

from collections.abc import Collection, Mapping, Sequence
from functools import cache

from dateline.lexicon.load import document
from dateline.reports.clauses.clause import Clause, Parsed
from dateline.reports.grammar.classes import plural
from dateline.reports.grammar.closed_classes import (
    COORDINATORS,
    DETERMINERS,
    MARKS,
    PREPOSITIONS,
    QUOTES,
    RELATIVES,
    SUBORDINATORS,
)
from dateline.reports.grammar.event_nouns import Trigger, singular
from dateline.reports.grammar.reduced import NUMBERS
from dateline.reports.grammar.tokens import Token
from dateline.reports.grammar.verb_group import gerund

VIOLENT = frozenset(["attack", "control"])
PARTICLES = frozenset(["off", "on", "out", "upon"])
NEAR = 6  # words behind a verb among which what makes it a figure of speech stands
PHRASE = (
    (MARKS - {'"', "“", "”"})
    | COORDINATORS
    | RELATIVES
    | SUBORDINATORS
    | {"that", "to", ".", "last", "yesterday", "today"}
)


def literally(parsed: Parsed, clause: Clause, found: Trigger) -> Trigger | None:
    """The event with the kind that it has in politics and illness; as it is where it is meant so; None for no event."""
    words = parsed.words
    if found.type == "election" and found.lemma == "poll" and _surveyed(words, clause, found):
        return found._replace(type="other")
    if not found.noun and _in_company(words, clause, found):
        return None
    if found.lemma in _words("contested") and _by_votes(words, clause):
        return found._replace(type="decision")
    if found.type in VIOLENT and _spoken_back(words, clause, found):
        return found._replace(type="statement")
    if found.noun and found.type in VIOLENT and _for_something(words, found):
        return None
    if found.lemma == "kill" and _head(words, _behind(words, clause), clause.last) in _words("voted"):
        return None  # "would kill (off) the estate tax"
    if found.lemma == "rescue" and not armed(words) and not among(words, _words("captives")):
        saved = among(words, _words("saved") | _words("accidents"))
        return found._replace(type="other") if saved else None  # "rescued by the premier a year later"
    if found.lemma == "withdraw" and not found.noun and _left(words, clause):
        return found._replace(type="decision")
    if found.lemma == "withdraw" and not found.noun and _withdrawn(words, clause):
        return found._replace(type="other")
    if found.lemma == "rebel" and not found.noun and among(words, _words("backbenchers") | _words("ballots")):
        return found._replace(type="decision")
    if found.lemma == "release" and clause.subject and _published(words, clause):
        return None
    if found.lemma == "die" and _in_hospital(words):
        return found._replace(type="other") if _of_itself(parsed, clause) else found
    if found.type not in VIOLENT or armed(words):
        return found
    if found.noun:
        return _noun(words, clause, found)
    if found.lemma == "die":
        return found._replace(type="other") if _of_itself(parsed, clause) else found
    if found.lemma in ("kill", "injure", "hurt") and among(words, _words("accidents")):
        return found._replace(type="other")
    if found.type == "control" and among(words, _words("polls")):
        return found._replace(type="election")  # "Labour lost control of the town"
    following = words[clause.verb.last].low if clause.verb.last < clause.last else ""
    if found.lemma in _words("contested") and among(words, _words("ballots")) and following != "to":
        return found._replace(type="election")
    if _abstract(words, clause):
        return found._replace(type="statement") if found.lemma == "attack" else None
    return found


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(document("frames").data["figurative"][key])


@cache
def _company() -> Mapping[str, Collection[str]]:
    return {verb: frozenset(words) for verb, words in document("frames").data["figurative"]["with"].items()}


def armed(words: Sequence[Token]) -> bool:
    """Whether weapons or armed men are named."""
    return among(words, _words("armed"))


def among(words: Sequence[Token], listed: frozenset[str]) -> bool:
    """Whether one of the listed words is there, also in the plural."""
    return not with_plurals(listed).isdisjoint([word.low for word in words])


@cache
def with_plurals(listed: frozenset[str]) -> frozenset[str]:
    """The words, and the plural of each."""
    return listed | {plural(word) for word in listed}


def _behind(words: Sequence[Token], clause: Clause) -> int:
    """The token behind the verb and its particle."""
    last = clause.verb.last
    return last + (last < clause.last and words[last].low in PARTICLES)


def _in_company(words: Sequence[Token], clause: Clause, found: Trigger) -> bool:
    """ "shot to fame", "struck a chord", "fell ill": another word right behind makes it something else."""
    if clause.verb.lemma == "seize" and clause.verb.passive:
        return False  # "were seized on Sunday": a day, where "seized on the report" is meant
    beside = _company().get(clause.verb.lemma)
    following = [word.low for word in words[clause.verb.last : min(clause.last, clause.verb.last + 2)]]
    if found.lemma == "clear" and following[:1] == ["of"] and gerund(following[-1]):
        return True  # "was cleared of hitting a guard"
    if beside is None or found.first != clause.verb.main:
        return False
    for word in words[clause.verb.last : min(clause.last, clause.verb.last + NEAR)]:
        if word.low in MARKS - {'"', "“", "”"}:
            return False
        near = word is words[clause.verb.last] or word.low not in PARTICLES  # "seized power on Monday"
        if near and (word.low in beside or singular(word.low) in beside):
            return True
    return False


def _by_votes(words: Sequence[Token], clause: Clause) -> bool:
    """ "was defeated by 396 to 217", "by 23 votes": what is put to the vote, and no army."""
    behind = [word.low for word in words[clause.verb.last : min(clause.last, clause.verb.last + 4)]]
    counted = behind[:1] == ["by"] and len(behind) > 2 and behind[1][:1].isdigit()
    return clause.verb.passive and counted and (behind[2] in _words("votes") or behind[-1][:1].isdigit())


def _spoken_back(words: Sequence[Token], clause: Clause, found: Trigger) -> bool:
    """ "The party shot back that …", "fired back": an answer, where nothing is named that is fired."""
    back = not found.noun and [word.low for word in words[clause.verb.last : clause.verb.last + 1]] == ["back"]
    behind = words[min(clause.verb.last + 1, len(words) - 1)]
    said = behind.low in QUOTES | {"that", ",", "at"} or found.lemma in ("fire", "shoot")
    return back and said and not armed(words) and found.lemma in _words("answering")


def _for_something(words: Sequence[Token], found: Trigger) -> bool:
    """ "The battle for the soul of the party", "the fight for equal pay": nobody fights for these with weapons."""
    behind = [singular(word.low) for word in words[found.last : found.last + NEAR]]
    return behind[:1] in (["for"], ["of"], ["over"]) and not _words("fought_for").isdisjoint(behind[1:4])


def _surveyed(words: Sequence[Token], clause: Clause, found: Trigger) -> bool:
    """ "A poll showed", "exit polls": people are asked, and nobody is elected."""
    before = words[found.first - 1].low if found.first else ""
    return before in ("opinion", "exit") or (
        clause.verb.lemma in _words("surveying") and found.last <= clause.verb.first
    )


def _noun(words: Sequence[Token], clause: Clause, found: Trigger) -> Trigger | None:
    before = {word.low for word in words[max(found.first - 3, 0) : found.first]}
    if found.lemma == "strike" and among(words, _words("workers")):
        return found._replace(type="protest")
    if found.lemma == "salvo" or (found.lemma in ("attack", "assault", "broadside") and before & _words("verbal")):
        return found._replace(type="statement")
    if found.lemma in ("defeat", "battle", "fight") and among(words, _words("ballots")):
        return found._replace(type="election")
    behind = words[found.first : found.first + 3]
    if [word.low for word in behind][1:] == ["of", "words"]:
        return found._replace(type="statement")
    agent = any(word.low == "by" for word in words[clause.verb.last : found.first])
    return None if agent and clause.verb.lemma in _words("coloured") else found


def _of_itself(parsed: Parsed, clause: Clause) -> bool:
    """ "Edith died in April": one person, and nothing in the sentence that kills."""
    if any(noun.type == "attack" for noun in parsed.event_nouns(clause.first, clause.last)):
        return False
    subject = clause.subject or (parsed.clauses[clause.leader].subject if clause.leader is not None else None)
    if subject is None or among(parsed.words, _words("wounds")):
        return False
    words = parsed.words[subject.start : subject.end]
    many = any(word.low in NUMBERS or word.low[:1].isdigit() or word.low in ("many", "several") for word in words)
    names = [word for word in words if word.text[:1].isupper() and word.low not in PREPOSITIONS]
    one = bool(names) and not names[-1].low.endswith("s")
    return not many and (one or any(word.low in _words("kin") for word in words))


def _published(words: Sequence[Token], clause: Clause) -> bool:
    """ "A poll released on Friday": no prisoner."""
    subject = words[clause.subject.start : clause.subject.end] if clause.subject else ()
    thing = _head(words, clause.verb.last, clause.last) if not clause.verb.passive else ""
    return thing in _words("published") or any(singular(word.low) in _words("published") for word in subject[-2:])


def _left(words: Sequence[Token], clause: Clause) -> bool:
    """ "withdrew from the accord", "has withdrawn from the talks": no troops do."""
    behind = words[clause.verb.last : clause.last]
    ends = next((k for k, word in enumerate(behind) if k and word.low in PREPOSITIONS | MARKS), len(behind))
    return bool(behind) and behind[0].low == "from" and not armed(words) and among(behind[:ends], _words("left"))


def _withdrawn(words: Sequence[Token], clause: Clause) -> bool:
    """ "withdrew part of her testimony", "withdrew 9bn kroner": an offer, money, and nobody who stood somewhere."""
    following = words[clause.verb.last].low if clause.verb.last < clause.last else ""
    thing = (following in DETERMINERS | {"it", "part", "all"} or following[:1].isdigit()) and not clause.verb.passive
    return thing and not armed(words) and not among(words, _words("stationed"))


def _in_hospital(words: Sequence[Token]) -> bool:
    """ "died at a military hospital": whose hospital it is says nothing of how."""
    beds = [k for k, word in enumerate(words) if word.low == "hospital"]
    return bool(beds) and not armed([word for k, word in enumerate(words) if k + 1 not in beds])


def _abstract(words: Sequence[Token], clause: Clause) -> bool:
    """Whether no body is touched: "attacked the decision", "was hit by a row", "The scandal destroyed him"."""
    verb = clause.verb
    if verb.passive and clause.subject and _head(words, clause.subject.start, clause.subject.end) in _words("voted"):
        return True  # "The bill was killed"
    if verb.passive:
        agent = next((k for k in range(verb.last, clause.last) if words[k].low == "by"), None)
        return agent is not None and _head(words, agent + 1, clause.last) in _words("abstract")
    subject = _head(words, clause.subject.start, clause.subject.end) if clause.subject else ""
    return subject in _words("abstract") or _head(words, verb.last, clause.last) in _words("abstract")


def _head(words: Sequence[Token], first: int, last: int) -> str:
    """The last word of the noun phrase that begins with token `first`, in the singular."""
    k = first
    while k < last and words[k].low not in PREPOSITIONS and words[k].low not in PHRASE:
        k += 1
    return singular(words[k - 1].low) if k > first else ""
