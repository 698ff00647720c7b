"""What kind of event a clause tells: its verb, or the event noun that a verb without an event of its own takes."""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from dateline.lexicon.load import document
from dateline.reports.clause import Clause, Parsed
from dateline.reports.deeds import of_verb
from dateline.reports.event_nouns import Trigger, singular
from dateline.reports.figurative import literally
from dateline.reports.frames import listed
from dateline.reports.grammar import DETERMINERS, MARKS, PREPOSITIONS, QUOTES
from dateline.reports.politics import put_to_vote, roles
from dateline.reports.recalled import recalled
from dateline.reports.rejected import NOBODY
from dateline.reports.subjects import antecedent, behind_opening, subject_span
from dateline.reports.tokens import Token
from dateline.reports.verb_group import VerbGroup, participle

TOPICAL = frozenset(["on", "with", "around", "of"])
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
    after = parsed.event_nouns(verb.last, _until(words, clause)) if parsed.nouns else []
    after = [noun for noun in after if not _beside_the_deed(words, clause, noun)]
    before = _in_subject(parsed, clause)
    if by_verb is None or by_verb.type == "other":
        phase = _phase_of_talks(parsed, clause, before)
        if phase:
            return phase
    if not before and clause.relation == "relative" and verb.lemma in listed("light", "subject_first"):
        before = _in_force(parsed, clause)
    if before and clause.subject and _only_topic(words, clause.subject.start + 1, before[0]):
        before = []
    if verb.lemma in listed("movement", "verbs"):
        talks = next((noun.first for noun in after if noun.type in ("talks", "agreement")), len(words))
        moved = before + [noun for noun in after if noun.first < talks]  # not "pulled out of talks with the troops"
        troops = [noun for noun in moved if noun.lemma in listed("movement", "movers")]
        if troops:
            return Trigger("deployment", verb.main, verb.main + 1, troops[0].lemma, noun=False)
    if by_verb and after and by_verb.lemma in listed("light", "naming") and _judged(words, clause, after[0]):
        return by_verb
    if by_verb and after and _in_object(words, clause, by_verb, after[0]):
        return after[0]
    if by_verb and by_verb.lemma in listed("light", "only_with_noun") and not after and not (verb.passive and before):
        return None
    if by_verb and not _needs_other(by_verb, before, after):
        return by_verb
    if before and verb.lemma in listed("stative", "verbs") and _on_the_table(words, clause, before[0]):
        return None
    if verb.lemma in listed("light", "subject_first") and before:
        if _explained(words, clause, before[0]):
            return None
        if verb.lemma == "follow" and before[0].definite and after and words[verb.last].low not in POINTING:
            return after[0]  # "The announcement followed phone calls": what has been told before is not told again
        return before[-1] if verb.lemma == "be" and not before[0].definite else before[0]
    if after and _towards(words, clause, after[0]):
        return after[0]
    if verb.lemma in listed("light", "effect") and before:
        return before[0]
    found = before if verb.lemma in listed("light", "mentioning") else after or before
    if verb.lemma == "be":
        found = [noun for noun in found if noun.type != "attack" or not _resigned_over(words, verb.last, noun)]
    if verb.lemma in listed("stative", "possessing"):
        found = [noun for noun in found if not any(word.low == "," for word in words[verb.last : noun.first])]
    if after:
        found = [noun for noun in found if not _of_another_time(words, verb.last, noun)]
        found = [noun for noun in found if not _threatens(words, verb, noun)]
    if verb.lemma in listed("stative", "verbs") and any(_of_an_office(words, verb.last, noun) for noun in found):
        return _left_office(words, clause)
    return found[0] if found else None


def _in_subject(parsed: Parsed, clause: Clause) -> list[Trigger]:
    """The event nouns of what the clause is about: not "the vote" of "After the vote, the army left"."""
    if clause.subject is None:
        return []
    first = behind_opening(parsed, parsed.clauses.index(clause)) or clause.subject.start
    nouns = parsed.event_nouns(first, clause.subject.end)
    acts = clause.verb.lemma not in listed("light", "subject_first") | listed("light", "effect")
    bodies = listed("light", "bodies") if acts else frozenset[str]()  # "The mission counted the dead"
    return [noun for noun in nouns if noun.lemma not in bodies and not _by_the_way(parsed.words, first, noun)]


def _beside_the_deed(words: Sequence[Token], clause: Clause, noun: Trigger) -> bool:
    """ "adjourned without an agreement", "joked about the war", "marked the anniversary of the massacre": there was
    none, or it was only spoken of or remembered."""
    without = any(word.low == "without" for word in words[max(noun.first - 4, clause.verb.last) : noun.first])
    before = {word.low for word in words[clause.verb.last : noun.first]}
    topic = "about" in before or (clause.verb.lemma in listed("light", "topics") and bool(before & TOPICAL))
    return (without and noun.type == "agreement") or topic or recalled(words, noun.first)


def _by_the_way(words: Sequence[Token], first: int, noun: Trigger) -> bool:
    """ "The result, announced at a conference, was …", "papers sold at talks were …": where it was done is not told."""
    asides = (k for k in range(first, noun.first) if words[k].low == "," or words[k].low.endswith("s"))
    told = (k for k in asides if participle(words[k + 1].low) is not None and k + 1 < noun.first)
    return any(words[k].low == "," or words[k + 2].low in PREPOSITIONS for k in told)


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
    if not talks or _only_topic(words, whole.start + 1 if whole else 0, talks[0]):
        return None
    return Trigger("talks", verb.main, verb.main + 1, talks[0].lemma, noun=False)


def _in_force(parsed: Parsed, clause: Clause) -> list[Trigger]:
    """ "a truce in the east, which took effect on Monday": the noun of what takes effect."""
    n = parsed.clauses.index(clause)
    whole = antecedent(parsed, n) if n else None
    taken = {word.low for word in parsed.words[clause.verb.last : clause.verb.last + 2]}
    return parsed.event_nouns(*whole) if whole and taken & {"effect", "force"} else []


def _on_the_table(words: Sequence[Token], clause: Clause, noun: Trigger) -> bool:
    """ "A truce remains the main obstacle": what is still argued about has not come."""
    behind = {singular(word.low) for word in words[clause.verb.last : clause.last]}
    return noun.type == "agreement" and not noun.definite and not behind.isdisjoint(listed("stative", "argued"))


def _only_topic(words: Sequence[Token], first: int, noun: Trigger) -> bool:
    """ "The report on the war found …": what something is about, and not what it tells; `first` is its second token."""
    return any(word.low in ("on", "about") for word in words[max(noun.first - 3, first) : noun.first])


def _in_object(words: Sequence[Token], clause: Clause, by_verb: Trigger, noun: Trigger) -> bool:
    """Whether the verb leaves the event to its object: "propose a truce", "report deaths"."""
    if by_verb.lemma in listed("counting", "verbs"):
        between = words[clause.verb.last : noun.first]
        return noun.type == "attack" and not any(
            w.low in PREPOSITIONS or w.low in MARKS or w.low == "that" for w in between
        )
    own = not any(word.low in PREPOSITIONS for word in words[clause.verb.last : noun.first])
    if by_verb.lemma in listed("light", "felt") and not own:
        return False
    content = any(word.low == "that" for word in words[clause.verb.last : noun.first])  # "demanded that the deal be …"
    return by_verb.lemma in listed("light", "verbs") and noun.type != "statement" and not content


def _judged(words: Sequence[Token], clause: Clause, noun: Trigger) -> bool:
    """Whether a second object says what the first is: "called the crisis the worst", "the attack “barbaric”"."""
    if not noun.definite:
        return False
    for k in range(noun.last, clause.last):
        if words[k].low in DETERMINERS | QUOTES and words[k - 1].low not in PREPOSITIONS:
            return True
    return False


def _explained(words: Sequence[Token], clause: Clause, noun: Trigger) -> bool:
    """ "He said the invasion was “to bring peace”": his own words for a deed that has been told are no deed."""
    if clause.verb.lemma != "be" or clause.governor is None or not noun.definite or clause.verb.last >= clause.last:
        return False
    return words[clause.verb.last].low in QUOTES


def _towards(words: Sequence[Token], clause: Clause, noun: Trigger) -> bool:
    """ "will open the door for a meeting", "may lead to war": the event is what is brought about."""
    between = [word.low for word in words[clause.verb.last : noun.first]]
    return any(f"{clause.verb.lemma} {low}" in listed("light", "towards") for low in between)


def _needs_other(found: Trigger, before: Sequence[Trigger], after: Sequence[Trigger]) -> bool:
    """A verb that tells the event only beside its noun: "extend the mission", "fire rockets"."""
    return found.lemma in listed("light", "with_noun") and bool(before or after)


def _until(words: Sequence[Token], clause: Clause) -> int:
    """The verb's own complement: up to a to-infinitive or a comma that opens another thought."""
    for k in range(clause.verb.last, clause.last):
        if (
            words[k].low == "to"
            and k + 1 < clause.last
            and k > clause.verb.last + 1
            and words[k + 1].low in listed("purpose", "verbs")
        ):
            return k
    return clause.last


def _of_an_office(words: Sequence[Token], start: int, noun: Trigger) -> bool:
    """ "was envoy to the talks", "is commander of the offensive": the noun only says of what somebody is in charge."""
    low = [word.low for word in words[start : noun.first]]
    if low[-5:-1] == ["at", "the", "time", "of"]:
        return True  # "was premier at the time of the war"
    held = roles() | listed("stative", "siding")
    return any(word in held and following in ("to", "of", "for") for word, following in pairwise(low))


def _left_office(words: Sequence[Token], clause: Clause) -> Trigger | None:
    """ "was envoy until December": that somebody left is told; what an office is for is not."""
    verb = clause.verb
    until = any(word.low == "until" for word in words[verb.last : clause.last])
    return Trigger("decision", verb.main, verb.main + 1, "leave office", noun=False) if until else None


def _resigned_over(words: Sequence[Token], start: int, noun: Trigger) -> bool:
    """ "was the first to resign over a war": the noun only says over what."""
    before = [word.low for word in words[start : noun.first]]
    return "to" in before and not {"over", "about", "against"}.isdisjoint(before[-3:])


def _threatens(words: Sequence[Token], verb: VerbGroup, noun: Trigger) -> bool:
    """ "gave him two days to leave or face attack": what else would be, and the verb tells none of it."""
    return any(words[k].low in listed("light", "facing") for k in range(max(verb.last, noun.first - 2), noun.first))


def _of_another_time(words: Sequence[Token], start: int, noun: Trigger) -> bool:
    """ "are at their strongest since their 2001 defeat": the noun only says from when."""
    return any(words[k].low in ("since", "after", "before", "until") for k in range(start, noun.first))
