"""What kind of event a clause tells: its verb, or the event noun that a verb without an event of its own takes."""

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import cast

from dateline.lexicon.load import document
from dateline.model import EventType
from dateline.reports.clause import Clause, Parsed
from dateline.reports.event_nouns import Trigger, singular
from dateline.reports.figurative import literally
from dateline.reports.governing import behind_object
from dateline.reports.grammar import DETERMINERS, MARKS, PREPOSITIONS, QUOTES
from dateline.reports.morphology import EVENT_TABLES
from dateline.reports.politics import holds_office, holds_people, in_price, listed, put_to_vote, roles, visits
from dateline.reports.subjects import antecedent, subject_span
from dateline.reports.tokens import Token
from dateline.reports.verb_group import VerbGroup, gerund

POINTING = frozenset(["the", "this", "that", "these", "those"])
PARTICLE_REACH = 3  # words behind a verb among which its particle may stand


@cache
def _verbs() -> Mapping[str, EventType]:
    """Lemma, or lemma and particle ("take over"), -> kind."""
    data = document("events").data
    return {verb: cast(EventType, table) for table in EVENT_TABLES for verb in data[table]["verbs"]}


def trigger(parsed: Parsed, clause: Clause) -> Trigger | None:
    """The event of a clause; None where it tells none. A refusal is a decision, and so is what an assembly votes."""
    found = _trigger(parsed, clause)
    found = found and literally(parsed, clause, found)
    if found and not _refusals().isdisjoint((clause.verb.lemma, *clause.verb.chain)):
        return found._replace(type="decision") if _refused(parsed.words, clause, found) else None
    if found and found.type == "election" and clause.subject and put_to_vote(parsed.words, clause.subject):
        return found._replace(type="decision")
    if found and found.type == "election" and found.lemma.endswith("vote"):
        low = {word.low for word in parsed.words}
        if not low.isdisjoint(("confidence", "no-confidence")):
            return found._replace(type="decision")  # "lost a vote of confidence"
        behind = [word.low for word in parsed.words[found.last : found.last + 1]]
        against = not found.noun and behind in (["against"], ["no"], ["yes"], ["down"])
        if against and not low & (listed("assembly", "not_beside") | listed("assembly", "voters")):
            return found._replace(type="decision")
        if low & listed("assembly", "words") and not low & listed("assembly", "not_beside"):
            return found._replace(type="decision")
    return found


@cache
def _refusals() -> frozenset[str]:
    return frozenset(document("modality").data["control"]["refused"])


def _refused(words: Sequence[Token], clause: Clause, found: Trigger) -> bool:
    """ "refused to sign the deal"; not "declined to comment on the attack", "to say who was killed"."""
    between = words[clause.verb.last : found.first]
    return found.type != "statement" and not any(word.low in PREPOSITIONS for word in between)


def _trigger(parsed: Parsed, clause: Clause) -> Trigger | None:
    words, verb = parsed.words, clause.verb
    by_verb = _verb(parsed, clause)
    after = parsed.event_nouns(verb.last, _until(words, clause)) if parsed.nouns else []
    after = [noun for noun in after if not _beside_the_deed(words, clause, noun)]
    before = parsed.event_nouns(clause.subject.start, clause.subject.end) if clause.subject else []
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


def _beside_the_deed(words: Sequence[Token], clause: Clause, noun: Trigger) -> bool:
    """ "adjourned without an agreement", "focused on a ceasefire": there was none, or it was only spoken of."""
    without = any(word.low == "without" for word in words[max(noun.first - 4, clause.verb.last) : noun.first])
    topic = clause.verb.lemma in listed("light", "topics") and any(
        word.low in ("on", "with", "about", "around") for word in words[clause.verb.last : noun.first]
    )
    return (without and noun.type == "agreement") or topic


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


def _verb(parsed: Parsed, clause: Clause) -> Trigger | None:
    """The event of the verb: with its particle or object where the lexicon knows the two together, else alone."""
    words, verb = parsed.words, clause.verb
    fixed = _with_company(parsed, clause)
    if fixed and fixed.lemma == "call on" and visits(words, clause, fixed):
        return fixed._replace(type="meeting")
    if fixed:
        return _taken_over(parsed, clause, fixed) or fixed
    following = words[verb.last].low if verb.last < clause.last else ""
    if f"{verb.lemma} {following}" in listed("light", "idioms"):
        return None
    if verb.lemma == "recall" and words[verb.last : verb.last + 1] and words[verb.last].low in ("that", "how", "what"):
        return None  # "recalls that …", and no envoy
    if verb.passive and verb.chain and verb.lemma in listed("light", "of_sources"):
        return None  # "who asked not to be named"
    if verb.lemma in listed("light", "intransitive") and following in DETERMINERS | {"that", "how"}:
        return None  # "demonstrates a lack of understanding"
    if verb.lemma in listed("light", "falling") and in_price(words, clause):
        return None
    if verb.lemma == "call" and _called_to(words, clause):
        return None
    kind = _verbs().get(verb.lemma)
    if verb.lemma in listed("movement", "taking") and holds_people(words, clause):
        kind = "detention"
    that = verb.last < len(words) and words[verb.last].low == "that"
    if verb.lemma == "agree" and that and verb.tense == "present" and not verb.perfect:
        kind = "statement"  # "he agrees that he was careless"
    if verb.lemma == "dismiss" and holds_office(parsed, clause):
        kind = "decision"
    if verb.lemma == "name" and _to_office(words, clause):
        kind = "decision"
    return Trigger(kind, verb.main, verb.main + 1, verb.lemma, noun=False) if kind else None


def _called_to(words: Sequence[Token], clause: Clause) -> bool:
    """ "was called to the Bar", "called him to Downing Street": nobody says anything."""
    to = next((k for k in range(clause.verb.last, clause.last - 1) if words[k].low == "to"), clause.last)
    if clause.verb.passive or to == clause.last:
        return clause.verb.passive and to == clause.verb.last
    return words[to + 1].text[0].isupper() and not any(
        word.low in PREPOSITIONS for word in words[clause.verb.last : to]
    )


def _to_office(words: Sequence[Token], clause: Clause) -> bool:
    """ "was named foreign secretary", "named an envoy", "named her cabinet"; not "named the minister in a report"."""
    verb = clause.verb
    first = words[verb.last].low if verb.last < clause.last else ""
    known = first in DETERMINERS - {"a", "an", "his", "her", "its", "their"}
    whom = _object(words, clause, verb.last + (first == "as"))
    return not (known and not verb.passive) and bool(whom & (roles() | listed("light", "named")))


def _taken_over(parsed: Parsed, clause: Clause, fixed: Trigger) -> Trigger | None:
    """ "take over guarding captives", "take over as president": no land is taken, but a task or an office."""
    if fixed.lemma != "take over" or fixed.last >= clause.last:
        return None
    if parsed.words[fixed.last].low == "as" or not _object(parsed.words, clause, fixed.last).isdisjoint(
        listed("light", "taken_over")
    ):
        return fixed._replace(type="decision", lemma="take office")
    deed = of_gerund(parsed, clause, fixed.last)
    return deed._replace(first=fixed.first) if deed else None


def _object(words: Sequence[Token], clause: Clause, first: int) -> set[str]:
    """The words of the noun phrase at token `first`, in the singular as well."""
    ends = (k for k in range(first, clause.last) if words[k].low in MARKS or words[k].low in PREPOSITIONS)
    phrase = words[first : next(ends, clause.last)]
    return {form for word in phrase for form in (word.low, singular(word.low))}


def of_gerund(parsed: Parsed, clause: Clause, k: int) -> Trigger | None:
    """The event of the -ing form at token `k` of a clause that has another verb: "spoke of guarding captives"."""
    lemma = gerund(parsed.words[k].low)
    doing = VerbGroup(k, k + 1, k, lemma, "ing", "none", finite=False) if lemma else None
    return _verb(parsed, clause._replace(verb=doing, subject=None)) if doing else None


def _with_company(parsed: Parsed, clause: Clause) -> Trigger | None:
    """ "took over", "lifted the curfew", "put two men to death", "a curfew was lifted": verb and what it goes with."""
    words, verb = parsed.words, clause.verb
    company = _accompanied().get(verb.lemma)
    if company is None or (verb.lemma == "be" and verb.passive):
        return None
    for k in range(verb.last, clause.last):
        low = words[k].low
        if low in MARKS or low == "of":
            break
        if low in PREPOSITIONS and (k >= verb.last + PARTICLE_REACH or parsed.event_nouns(verb.last, k)):
            break  # "called an election for May"
        for beside in (f"{words[k - 1].low} {low}", low, singular(low)):
            if beside in company:
                return Trigger(company[beside], verb.main, k + 1, f"{verb.lemma} {beside}", noun=False)
    before = clause.subject and (verb.passive or behind_object(words, clause.subject))
    if clause.subject and before:  # also "a pact the two had signed"
        for word in words[clause.subject.start : clause.subject.end]:
            beside = singular(word.low)
            if beside in company:
                return Trigger(company[beside], verb.main, verb.main + 1, f"{verb.lemma} {beside}", noun=False)
    return None


@cache
def _accompanied() -> Mapping[str, Mapping[str, EventType]]:
    """The lemmas that the lexicon knows with a particle or an object, each with these."""
    found: dict[str, dict[str, EventType]] = {}
    for verb, kind in _verbs().items():
        lemma, blank, beside = verb.partition(" ")
        if blank:
            found.setdefault(lemma, {})[beside] = kind
    return found


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
