"""What kind of event a clause tells: its verb, or the event noun that a verb without an event of its own takes."""

from collections.abc import Sequence
from functools import cache

from dateline.lexicon.load import document
from dateline.reports.clauses.clause import Clause, Parsed
from dateline.reports.clauses.rejected import NOBODY
from dateline.reports.clauses.subjects import antecedent, behind_opening, subject_span
from dateline.reports.grammar.closed_classes import MARKS, PREPOSITIONS
from dateline.reports.grammar.event_nouns import Trigger
from dateline.reports.grammar.frames import listed
from dateline.reports.grammar.tokens import Token
from dateline.reports.kinds.beside_deed import (
    beside_the_deed,
    by_the_way,
    explained,
    judged,
    of_an_office,
    of_another_time,
    on_the_table,
    only_topic,
    purpose,
    resigned_over,
    threatens,
    towards,
    until,
)
from dateline.reports.kinds.deeds import of_verb
from dateline.reports.kinds.figurative import literally
from dateline.reports.kinds.politics import put_to_vote

POINTING = frozenset(["the", "this", "that", "these", "those"])


def trigger(parsed: Parsed, clause: Clause) -> Trigger | None:
    """The event of a clause; None where it tells none. A refusal is a decision, and so is what an assembly votes."""
    found = _trigger(parsed, clause)
    found = found and literally(parsed, clause, found)
    if found and found.type == "statement" and _would_not(parsed.words, clause):
        return None
    if found and not _refusals().isdisjoint((clause.verb.lemma, *clause.verb.chain)):
        return found._replace(type="decision") if _refused(parsed.words, clause, found) else None
    return found._replace(type="decision") if found and _voted(parsed, clause, found) else found


def _spoken_of() -> frozenset[str]:
    """What is told only where it begins or ends, since it is spoken of so often: "a solution to the conflict"."""
    return listed("light", "spoken_of")


def _would_not(words: Sequence[Token], clause: Clause) -> bool:
    """ "would not say who had planted it", "Neither side would comment"."""
    opening = words[clause.subject.start].low if clause.subject else ""
    return clause.verb.modal == "would" and (clause.verb.negated or opening in NOBODY)


def _voted(parsed: Parsed, clause: Clause, found: Trigger) -> bool:
    """Whether an assembly votes, and no people: "was put to a vote", "voted against", "a vote of confidence"."""
    if found.type != "election" or (clause.subject and put_to_vote(parsed.words, clause.subject)):
        return found.type == "election"
    if not found.lemma.endswith("vote"):
        return False
    low = {word.low for word in parsed.words}
    if not low.isdisjoint(("confidence", "no-confidence")):
        return True
    behind = [word.low for word in parsed.words[found.last : found.last + 1]]
    against = not found.noun and behind in (["against"], ["no"], ["yes"], ["down"])
    beside, voters = listed("assembly", "not_beside"), listed("assembly", "voters")
    return (against and not low & (beside | voters)) or bool(low & listed("assembly", "words") and not low & beside)


@cache
def _refusals() -> frozenset[str]:
    return frozenset(document("modality").data["control"]["refused"])


def _refused(words: Sequence[Token], clause: Clause, found: Trigger) -> bool:
    """ "refused to sign the deal"; not "declined to comment on the attack", "to say who was killed"."""
    between = words[clause.verb.last : found.first]
    return found.type != "statement" and not any(word.low in PREPOSITIONS for word in between)


def _trigger(parsed: Parsed, clause: Clause) -> Trigger | None:
    words, verb = parsed.words, clause.verb
    by_verb = of_verb(parsed, clause)
    after = parsed.event_nouns(verb.last, until(words, clause)) if parsed.nouns else []
    after = [noun for noun in after if not beside_the_deed(words, clause, noun) and noun.lemma not in _spoken_of()]
    before = _in_subject(parsed, clause)
    if verb.lemma not in listed("light", "phases") or verb.lemma == "hold":
        before = [noun for noun in before if noun.lemma not in _spoken_of()]
    if (by_verb is None or by_verb.type == "other") and (phase := _phase_of_talks(parsed, clause, before)):
        return phase
    if not before and verb.lemma in listed("light", "subject_first") and _describes(words, clause):
        before = _in_force(parsed, clause)
    if before and clause.subject and only_topic(words, clause.subject.start + 1, before[0]):
        before = []
    if troops := _troops(words, clause, before, after):
        return Trigger("deployment", verb.main, verb.main + 1, troops.lemma, noun=False)
    if by_verb is None:
        return _by_noun(words, clause, before, after)
    if before and by_verb.lemma in listed("agreements", "ending") and before[-1].type == "agreement":
        return by_verb._replace(type="agreement")
    if before and by_verb.lemma in listed("counting", "verbs") and clause.verb.passive and before[0].type == "attack":
        return before[0]  # "No deaths were reported"
    if after and by_verb.lemma in listed("light", "answering") and words[clause.verb.last].low in ("with", "by"):
        return after[0]
    if after and by_verb.lemma in listed("light", "naming") and judged(words, clause, after[0]):
        return by_verb
    if after and _in_object(words, clause, by_verb, after[0]):
        return after[0]
    if by_verb.lemma in listed("light", "only_with_noun") and not after and not (verb.passive and before):
        return None
    return _by_noun(words, clause, before, after) if _needs_other(by_verb, before, after) else by_verb


def _troops(
    words: Sequence[Token], clause: Clause, before: Sequence[Trigger], after: Sequence[Trigger]
) -> Trigger | None:
    """Those under arms who move: "the troops left", not "pulled out of talks with the troops"."""
    if clause.verb.lemma not in listed("movement", "verbs"):
        return None
    talks = next((noun.first for noun in after if noun.type in ("talks", "agreement")), len(words))
    moved = (*before, *(noun for noun in after if noun.first < talks))
    return next((noun for noun in moved if noun.lemma in listed("movement", "movers")), None)


def _by_noun(
    words: Sequence[Token], clause: Clause, before: Sequence[Trigger], after: Sequence[Trigger]
) -> Trigger | None:
    """The event noun of the subject or of the object that the clause tells, where its verb tells none."""
    verb = clause.verb
    if verb.lemma in listed("stative", "standing_by") and verb.form in ("base", "s") and not verb.chain:
        return None  # "does not support an intervention": what somebody thinks of it
    if before and verb.lemma in listed("stative", "verbs") and on_the_table(words, clause, before[0]):
        return None
    if verb.lemma in listed("light", "subject_first") and before:
        if after and verb.lemma == "be" and after[0].type == "control" and before[0].type == "deployment":
            return after[0]  # "Troops were in full control of the airport"
        if explained(words, clause, before[0]):
            return None
        if verb.lemma == "follow" and before[0].definite and after and words[verb.last].low not in POINTING:
            return after[0]  # "The announcement followed phone calls": what has been told before is not told again
        return before[-1] if verb.lemma == "be" and not before[0].definite else before[0]
    if after and towards(words, clause, after[0]):
        return after[0]
    if verb.lemma in listed("light", "effect") and before:
        return before[0]
    mentions = verb.lemma in listed("light", "mentioning")
    found = [noun for noun in (before if mentions else after or before) if _is_told(words, clause, noun, after)]
    if verb.lemma in listed("stative", "verbs") and any(of_an_office(words, verb.last, noun) for noun in found):
        return _left_office(words, clause)
    return found[0] if found else None


def _is_told(words: Sequence[Token], clause: Clause, noun: Trigger, after: Sequence[Trigger]) -> bool:
    """Not what the noun only says by the way: over what somebody resigned, what a country has behind a comma."""
    verb = clause.verb
    if verb.lemma == "be" and noun.type == "attack" and resigned_over(words, verb.last, noun):
        return False
    if verb.lemma in listed("stative", "possessing") and any(w.low == "," for w in words[verb.last : noun.first]):
        return False
    return not after or not (of_another_time(words, verb.last, noun) or threatens(words, verb, noun))


def _in_subject(parsed: Parsed, clause: Clause) -> list[Trigger]:
    """The event nouns of what the clause is about: not "the vote" of "After the vote, the army left"."""
    if clause.subject is None:
        return []
    first = behind_opening(parsed, parsed.clauses.index(clause)) or clause.subject.start
    nouns = parsed.event_nouns(clause.subject.start, clause.subject.end)
    nouns = [
        noun
        for noun in nouns
        if noun.first >= first or (noun.type == "statement" and parsed.words[clause.subject.start].low == "in")
    ]  # "In a statement, the army put"
    acts = clause.verb.lemma not in listed("light", "subject_first") | listed("light", "effect")
    bodies = listed("light", "bodies") if acts else frozenset[str]()  # "The mission counted the dead"
    nouns = [noun for noun in nouns if not purpose(parsed.words, first, noun)]
    return [noun for noun in nouns if noun.lemma not in bodies and not by_the_way(parsed.words, first, noun)]


def _phase_of_talks(parsed: Parsed, clause: Clause, before: Sequence[Trigger]) -> Trigger | None:
    """ "The first round collapsed", "Talks led by Oman ended", "talks, which began in May": what becomes of talks."""
    n, verb, words = parsed.clauses.index(clause), clause.verb, parsed.words
    if verb.lemma not in listed("light", "phases") or (before and clause.relation != "relative"):
        own = before and before[0].type == "talks" and verb.lemma == "collapse"
        return Trigger("talks", verb.main, verb.main + 1, before[0].lemma, noun=False) if own else None
    added = clause.relation == "relative" and words[clause.first].low == "which" and words[clause.first - 1].low == ","
    if clause.subject is not None or not (added or clause.relation in ("and", "but", "other")):
        return None
    whole = subject_span(parsed, n)
    talks = [noun for noun in parsed.event_nouns(*whole) if noun.type == "talks"] if whole else []
    if not talks or only_topic(words, whole.start + 1 if whole else 0, talks[0]):
        return None
    return Trigger("talks", verb.main, verb.main + 1, talks[0].lemma, noun=False)


def _describes(words: Sequence[Token], clause: Clause) -> bool:
    """A relative clause, also one that opens its sentence: "Under the accord, which took effect in May, …"."""
    return clause.relation == "relative" or bool(clause.subject and words[clause.subject.end - 1].low == "which")


def _in_force(parsed: Parsed, clause: Clause) -> list[Trigger]:
    """ "a truce in the east, which took effect on Monday": the noun of what takes effect."""
    n = parsed.clauses.index(clause)
    whole = clause.subject or (antecedent(parsed, n) if n else None)
    taken = {word.low for word in parsed.words[clause.verb.last : clause.verb.last + 2]}
    return parsed.event_nouns(*whole) if whole and taken & {"effect", "force"} else []


def _in_object(words: Sequence[Token], clause: Clause, by_verb: Trigger, noun: Trigger) -> bool:
    """Whether the verb leaves the event to its object: "propose a truce", "report deaths"."""
    if by_verb.lemma in listed("counting", "verbs"):
        between = words[clause.verb.last : noun.first]
        return noun.type == "attack" and not any(
            w.low in PREPOSITIONS or w.low in MARKS or w.low == "that" for w in between
        )
    own = not any(word.low in PREPOSITIONS for word in words[clause.verb.last : noun.first])
    if (by_verb.lemma in listed("light", "felt") and not own) or (
        by_verb.lemma == "order" and noun.type == "agreement"
    ):
        return False  # who orders a halt to an offensive decides
    content = any(word.low == "that" for word in words[clause.verb.last : noun.first])  # "demanded that the deal be …"
    return by_verb.lemma in listed("light", "verbs") and noun.type not in ("statement", "other") and not content


def _needs_other(found: Trigger, before: Sequence[Trigger], after: Sequence[Trigger]) -> bool:
    """A verb that tells the event only beside its noun: "extend the mission", "fire rockets"."""
    return found.lemma in listed("light", "with_noun") and bool(before or after)


def _left_office(words: Sequence[Token], clause: Clause) -> Trigger | None:
    """ "was envoy until December": that somebody left is told; what an office is for is not."""
    verb = clause.verb
    until = any(word.low == "until" for word in words[verb.last : clause.last])
    return Trigger("decision", verb.main, verb.main + 1, "leave office", noun=False) if until else None
