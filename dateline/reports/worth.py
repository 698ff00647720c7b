"""Which clauses with an event word are worth a line of a timeline, and which only mention it in passing."""

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from dateline.lexicon.load import document
from dateline.model import Speaker
from dateline.reports.attribution import PRONOUNS, subject_span
from dateline.reports.boundaries import says
from dateline.reports.clause import Clause, Parsed
from dateline.reports.draft import in_quotation
from dateline.reports.event_nouns import Trigger
from dateline.reports.grammar import FIRST_PERSON, PREPOSITIONS, RELATIVES
from dateline.reports.morphology import forms
from dateline.reports.rejected import unsaid
from dateline.reports.verb_group import participle

WOUNDED = frozenset(["wound", "injure", "hurt"])
QUESTIONS = frozenset(["if", "whether", "who", "whom", "what", "where", "why", "how"])
ANYBODY = frozenset(["those", "all", "anyone", "anybody", "everyone", "everybody", "someone", "somebody", "people"])
TOLD_BY_CONTENT = "told by what is said"
BESIDE = frozenset(["when", "while", "as", "after", "before", "until", "since"])  # not what is said, but when that is
DEEDS = frozenset(["attack", "control", "displacement"])


class Candidate(NamedTuple):
    """Clause `n` with its event word `found`. `told` are the clauses of its sentence that are events already."""

    parsed: Parsed
    n: int
    clause: Clause
    found: Trigger
    saying: bool  # it tells that somebody said something
    dated: bool  # it has a date
    triggers: Sequence[Trigger | None]
    told: Collection[int]
    speakers: Mapping[int, Speaker | None]


def in_passing(candidate: Candidate) -> str | None:
    """Why a clause is no line of its own: the first reason of RULES that holds; None where it is one."""
    for why, holds in RULES:
        if holds(candidate):
            return why
    return None


@cache
def _words(name: str, table: str, key: str) -> frozenset[str]:
    return frozenset(document(name).data[table][key])


def _joined(it: Candidate) -> bool:
    """ "attacked … and killed", "…, killing 16": the same event as the clause that it hangs on."""
    clause = it.clause
    same = clause.leader is not None and _type(it, clause.leader) == it.found.type
    before = it.triggers[it.n - 1] if it.n else None
    if clause.relation == "when" and it.n - 1 in it.told and before and before.type == it.found.type == "attack":
        parted = it.parsed.words[clause.first - 1].low == ","  # "since Sunday, when rebels shelled the port"
        return not parted and not it.dated and not it.found.noun  # "Nine were killed when a bomb hit the bus"
    if clause.relation == "and" and clause.subject is None:
        return same and clause.leader in it.told and not it.dated
    if clause.relation == "and" and it.found.lemma in WOUNDED and it.n - 1 in it.told:
        before = it.triggers[it.n - 1]  # "nine were killed and 34 wounded"
        return before is not None and before.lemma == "kill"
    hangs = clause.relation == "participle" and clause.leader is not None  # not "Weeks after initiating talks, …"
    if hangs and it.parsed.clauses[clause.leader or 0].verb.lemma in _words("speech", "verbs", "accusing"):
        return not it.saying  # "accused the army of shelling the town, killing nine"
    return hangs and not it.dated and (it.found.noun or same)


def _condition(it: Candidate) -> bool:
    """ "If …": told only where the main clause tells nothing."""
    if it.saying:
        return False
    governor = it.clause.governor
    if governor is not None and it.parsed.clauses[governor].relation == "condition":
        return True
    return it.clause.relation == "condition" and any(m != it.n for m in it.told)


def _asked(it: Candidate) -> bool:
    """ "did not say if there were casualties", "would not say who was killed": nobody says that there were."""
    words, first = it.parsed.words, it.clause.first
    if first == 0:
        return words[first].low == "whether"
    if words[first].low not in QUESTIONS:
        return False
    before = words[first - 1].low
    return before in _words("frames", "asking", "words") or any(
        lemma in _words("frames", "asking", "words") for lemma, _ in forms().get(before, ())
    )


def _unsaid(it: Candidate) -> bool:
    """ "did not confirm that troops had left", "There is no sign that …"."""
    return unsaid(it.parsed, it.n)


def _awaited(it: Candidate) -> bool:
    if it.saying or it.clause.relation != "until":
        return False
    verb = it.clause.verb
    ahead = it.clause.governor is not None and verb.tense == "past" and it.parsed.clauses[it.n - 1].verb.modal
    return not it.dated or bool(ahead)  # "would not leave until it recognised the 1957 border"


def _described(it: Candidate) -> bool:
    """ "the allies who have troops there", "talks on a settlement that produces peace"."""
    if (
        (it.clause.verb.tense != "past" and _of_anybody(it))
        or _without_object(it)
        or _of_a_phrase(it)
        or _denied_in_passing(it)
        or _whoever(it)
        or _beyond_belief(it)
        or _frame(it)
    ):
        return True
    if [word.low for word in it.parsed.words[it.clause.first : it.clause.first + 2]] == ["of", "which"]:
        return True  # "three attacks, all of which were repelled"
    if it.dated:
        return False
    if it.parsed.words[it.clause.first].low == "whom" and it.clause.verb.last + 1 < it.clause.last:
        return True  # "the premier, whom he praised in print"
    if reduced(it.parsed, it.n):
        return True
    if it.saying:
        return it.clause.relation == "relative"
    if not _relative(it):
        return False
    verb = it.clause.verb
    if verb.tense != "past" and _anybody(it):
        return True
    planned = verb.lemma in _words("modality", "desire", "verbs")
    governor = it.parsed.clauses[it.clause.governor] if it.clause.governor is not None else None
    said = governor is not None and governor.relation != "attribution"
    passing = verb.tense != "past" or bool(verb.modal) or said
    return it.found.noun and not planned and passing


def reduced(parsed: Parsed, n: int) -> bool:
    """ "fear that four men sentenced in May, among them a judge, could be killed": the men's verb is still to come."""
    if n + 1 >= len(parsed.clauses):
        return False
    clause, following, words = parsed.clauses[n], parsed.clauses[n + 1], parsed.words
    if clause.subject is None or words[clause.subject.end - 1].low in RELATIVES:
        return False
    bare = (
        clause.verb.form == "past" and clause.verb.last == clause.verb.first + 1 and following.verb.last > clause.last
    )
    resumed = following.relation == "other" and following.subject is None and following.first == following.verb.first
    return (
        bare and resumed and participle(words[clause.verb.main].low) is not None and words[clause.last - 1].low == ","
    )


def _denied_in_passing(it: Candidate) -> bool:
    """ "a claim that the army has always denied": what it denies is told by the claim."""
    clause, words = it.clause, it.parsed.words
    rejects = clause.verb.lemma in _words("speech", "rejected", "verbs")
    linked = words[clause.first].low in ("that", "which") and clause.relation in ("relative", "complement")
    return (
        rejects and linked and not it.dated and not any(word.is_word for word in words[clause.verb.last : clause.last])
    )


def _without_object(it: Candidate) -> bool:
    """ "a faction that it says it does not control": whom it is told of stands before "that"."""
    clause, words = it.clause, it.parsed.words
    governor = it.parsed.clauses[clause.governor] if clause.governor is not None else None
    if governor is None or governor.relation != "relative" or clause.subject is None:
        return False
    linked = words[governor.first].low in RELATIVES | {"that"} and governor.last == clause.first
    return linked and not any(word.is_word for word in words[clause.verb.last : clause.last])


def _of_a_phrase(it: Candidate) -> bool:
    """ "In the riots that followed nine people, most of them nuns, were killed": nobody says that the riots were."""
    leader = it.parsed.clauses[it.clause.leader] if it.clause.leader is not None else None
    if it.clause.relation != "other" or leader is None or leader.subject is None:
        return False
    words, span = it.parsed.words, leader.subject
    return words[span.start].low in PREPOSITIONS and words[span.end - 1].low in RELATIVES | {"that"}


def _anybody(it: Candidate) -> bool:
    """ "All those who want to fight": whoever they may be."""
    at = it.clause.verb.first - 2
    return at >= 0 and it.parsed.words[at].low in ANYBODY


def _frame(it: Candidate) -> bool:
    """ "In the riots that followed, nine died": what opens the sentence only says when that was."""
    words, clause = it.parsed.words, it.clause
    linked = words[clause.verb.first - 1].low in ("that", "which") and clause.verb.first > 1
    return clause.first == 0 and linked and words[0].low in PREPOSITIONS and len(it.parsed.clauses) > 1 and not it.dated


def _whoever(it: Candidate) -> bool:
    """ "A leader who takes power without a vote": any such leader, in the present."""
    words, clause = it.parsed.words, it.clause
    at = clause.verb.first - 1
    if clause.relation == "relative" and words[clause.first].low in ("that", "which") and not it.dated:
        before = [word.low for word in words[max(clause.first - 3, 0) : clause.first]]
        if ANY.intersection(before) and "," not in before:
            return True  # "any resolution that authorised war"
    linked = at >= 2 and words[at].low in ("who", "that", "which") and words[at - 1].low not in (",", ")")
    return linked and clause.verb.form in ("s", "base") and words[clause.first].low in ("a", "an") and not it.dated


def _beyond_belief(it: Candidate) -> bool:
    """ "more than anyone could have expected, including the capture of the town": nobody expects it."""
    span = subject_span(it.parsed, it.n)
    return span is not None and it.parsed.words[span.end - 1].low in ANYBODY and it.clause.verb.modal == "could"


def _of_anybody(it: Candidate) -> bool:
    """ "All those who stay … want to prolong the war": what is said of whoever it may be."""
    if it.clause.subject is not None or it.clause.relation in ("attribution", "complement"):
        return False
    low = [word.low for word in it.parsed.words[:4] if word.is_word]
    return any(word in ANYBODY and following == "who" for word, following in pairwise(low))


def _told_by_content(it: Candidate) -> bool:
    """ "The envoy said that talks had ended": the talks are the event."""
    if not it.saying or it.dated or not says(it.clause.verb):
        return False
    governed = [it.parsed.clauses[m] for m in it.told if it.parsed.clauses[m].governor == it.n]
    return any(clause.relation not in BESIDE for clause in governed)


def _only_words(it: Candidate) -> bool:
    """A plain "he said" whose content is no event: worth a line only with a named speaker, or as an act by itself."""
    if not it.saying or it.dated or not says(it.clause.verb):
        return False
    if it.found.lemma in _words("speech", "verbs", "acts"):
        return False
    subject = it.clause.subject
    if it.clause.verb.modal == "can" and subject and it.parsed.words[subject.end - 1].low in FIRST_PERSON:
        return True  # "We can tell you that …"
    who = it.speakers.get(it.n)
    return who is None or who.text.lower() in PRONOUNS or it.clause.verb.lemma == "add"


def _not_to_be(it: Candidate) -> bool:
    """ "would never again allow an attack": no event, unless it hangs on a condition."""
    verb = it.clause.verb
    future = bool(verb.modal) or verb.tense == "future"
    if it.saying or it.dated or not (it.found.noun and future and verb.negated):
        return False
    return not any(other.relation == "condition" for other in it.parsed.clauses)


def _opinion(it: Candidate) -> bool:
    """ "This is one of the crucial meetings", "would be good if", "to prolong the war is …"."""
    if it.saying or it.dated or not it.found.noun:
        return False
    clause, verb = it.clause, it.clause.verb
    span = subject_span(it.parsed, it.n)
    if span is not None and it.parsed.words[span.end - 1].low in FIRST_PERSON:
        return True
    judging = verb.passive and verb.lemma in _words("frames", "stative", "judging")
    if verb.modal and (verb.lemma == "be" or judging):
        return True
    if clause.subject is not None and it.parsed.words[clause.subject.start].low == "to":
        return True
    judged = it.found.first < verb.main or it.found.type not in DEEDS  # "His murder is unacceptable"
    return verb.lemma == "be" and judged and in_quotation(it.parsed, it.clause)


def _judges(it: Candidate) -> bool:
    """ "The best option is that they leave", "it is hard to reach a deal": a judgement of what may never be."""
    clause = it.clause
    if it.saying or it.dated:
        return False
    if clause.relation in ("complement", "relative") and it.n and _judging(it.parsed, it.n - 1):
        return True
    return _judging(it.parsed, it.n)


def _judging(parsed: Parsed, n: int) -> bool:
    verb, words = parsed.clauses[n].verb, parsed.words
    if words[verb.main].low in _words("frames", "judgements", "feelings"):
        return True
    if verb.lemma != "be" or verb.passive:
        return False
    span = subject_span(parsed, n)
    subject = {words[span.end - 1].low} if span else set()
    predicate = {word.low for word in words[verb.last : verb.last + 2]}
    return bool((subject | predicate) & _words("frames", "judgements", "words"))


def _demanded(it: Candidate) -> bool:
    """ "warned that the violence must stop": told by the warning."""
    clause = it.clause
    if clause.governor is None or it.dated:
        return False
    governor = it.parsed.clauses[clause.governor].verb.lemma
    if governor == "demand":
        return True  # "demanded that he resign": whether he does is open
    return clause.verb.modal == "must" and governor in _words("frames", "demanding", "verbs")


def _decided(it: Candidate) -> bool:
    """ "It was decided that troops will leave": told by what was decided."""
    if it.saying or it.dated or it.found.type != "decision":
        return False
    return any(it.parsed.clauses[m].governor == it.n for m in it.told)


def _of_oneself(it: Candidate) -> bool:
    """ "I met the envoy in May", "we are told", "You resigned": nobody knows who says so, outside a quotation."""
    span = subject_span(it.parsed, it.n)
    if span is None or in_quotation(it.parsed, it.clause) or it.parsed.sentence.quoted:
        return False
    words = it.parsed.words[span.start : span.end]
    if any(word.low in ("me", "mine") for word in it.parsed.words[it.clause.first : it.clause.last]):
        return True
    own = it.clause.subject is not None and it.parsed.words[it.clause.verb.first - 1].low in PERSONS
    return own or words[-1].low in PERSONS or words[0].low in PERSONS


ANY = frozenset(["any", "every", "whatever"])
PERSONS = FIRST_PERSON | {"you"}
RULES: tuple[tuple[str, Callable[[Candidate], bool]], ...] = (
    ("part of the event that it hangs on", _joined),
    ("told of the writer or the reader", _of_oneself),
    ("only a question", _asked),
    ("not said to be so", _unsaid),
    ("only the condition of another event", _condition),
    ("only what another event waits for", _awaited),
    ("only describes somebody or something", _described),
    (TOLD_BY_CONTENT, _told_by_content),
    ("only words", _only_words),
    ("something that is not to be", _not_to_be),
    ("only an opinion", _opinion),
    ("only a judgement", _judges),
    ("only demanded", _demanded),
    ("told by what was decided", _decided),
)


def _type(it: Candidate, n: int) -> str | None:
    found = it.triggers[n]
    return found.type if found else None


def _relative(it: Candidate) -> bool:
    """A relative clause, also one that opens its sentence: "All those who want …"."""
    subject = it.clause.subject
    if subject is None:
        return it.clause.relation == "relative"
    return it.parsed.words[subject.end - 1].low in RELATIVES
