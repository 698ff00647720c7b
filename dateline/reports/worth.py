"""Which clauses with an event word are worth a line of a timeline, and which only mention it in passing."""

from collections.abc import Callable

from dateline.reports.candidate import Candidate, listed
from dateline.reports.clause import Parsed
from dateline.reports.draft import in_quotation
from dateline.reports.grammar import FIRST_PERSON, PREPOSITIONS, RELATIVES
from dateline.reports.modality import ahead
from dateline.reports.morphology import forms
from dateline.reports.only_describes import described
from dateline.reports.rejected import unsaid
from dateline.reports.speech_verbs import says
from dateline.reports.subjects import PRONOUNS, subject_span

PROVIDED = frozenset(["on", "provided", "providing"])  # "on condition that …" never opens a sentence
WOUNDED = frozenset(["wound", "injure", "hurt"])
QUESTIONS = frozenset(["if", "whether", "who", "whom", "what", "where", "why", "how"])
TOLD_BY_CONTENT = "told by what is said"
BESIDE = frozenset(["when", "while", "as", "after", "before", "until", "since"])  # not what is said, but when that is
DEEDS = frozenset(["attack", "control", "displacement"])


def in_passing(candidate: Candidate) -> str | None:
    """Why a clause is no line of its own: the first reason of RULES that holds; None where it is one."""
    for why, holds in RULES:
        if holds(candidate):
            return why
    return None


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
    if hangs and it.parsed.clauses[clause.leader or 0].verb.lemma in listed("speech", "verbs", "accusing"):
        return not it.saying  # "accused the army of shelling the town, killing nine"
    return hangs and not it.dated and (it.found.noun or same)


def _condition(it: Candidate) -> bool:
    """ "If …": told only where the main clause tells nothing."""
    if it.saying:
        return False
    governor = it.clause.governor
    if governor is not None and it.parsed.clauses[governor].relation == "condition":
        return True
    if it.clause.relation != "condition":
        return False
    return it.parsed.words[it.clause.first].low in PROVIDED or any(m != it.n for m in it.told)


def _contrary_to_fact(it: Candidate) -> bool:
    """ "If he had resigned in May, the party would have won": he did not, and it did not."""
    clauses = it.parsed.clauses
    unreal = [one.relation == "condition" and one.verb.perfect and one.verb.tense == "past" for one in clauses]
    then = [one.verb.modal in ("would", "could", "might") and one.verb.perfect for one in clauses]
    return any(unreal) and any(then) and not it.saying and (unreal[it.n] or then[it.n])


def _unwanted(it: Candidate) -> bool:
    """ "Lee did not want this war": what he thought of it."""
    verb = it.clause.verb
    own = it.found.noun and not it.saying and it.clause.relation != "condition"
    return own and verb.negated and verb.lemma in ("want", "like")


def _asked(it: Candidate) -> bool:
    """ "did not say if there were casualties", "would not say who was killed": nobody says that there were."""
    if it.clause.relation == "condition" and it.n > 1 and it.clause.governor is not None:
        return _asked(it._replace(n=it.n - 1, clause=it.parsed.clauses[it.n - 1]))  # "would not say whether …, if …"
    words, first = it.parsed.words, it.clause.first
    if first == 0:
        return any(
            word.low == "whether" for word in words[: min(3, it.clause.verb.first)]
        )  # "Asked whether he would go"
    if words[first].low not in QUESTIONS:
        return False
    if words[first].low == "whether" and words[first - 1].low in PREPOSITIONS:
        return True  # "is to rule on whether the strike is legal"
    before = words[first - 1].low
    return before in listed("frames", "asking", "words") or any(
        lemma in listed("frames", "asking", "words") for lemma, _ in forms().get(before, ())
    )


def _unsaid(it: Candidate) -> bool:
    """ "did not confirm that troops had left", "There is no sign that …"."""
    return unsaid(it.parsed, it.n)


def _awaited(it: Candidate) -> bool:
    if it.saying and it.clause.relation == "until" and not it.dated:
        return True
    if it.saying or it.clause.relation not in ("until", "and"):
        return False
    verb = it.clause.verb
    if it.clause.relation == "and":  # "until it had ended and the men had been freed"
        return verb.perfect and it.n > 0 and it.parsed.clauses[it.n - 1].relation == "until"
    ahead = it.clause.governor is not None and verb.tense == "past" and it.parsed.clauses[it.n - 1].verb.modal
    return not it.dated or bool(ahead)  # "would not leave until it recognised the 1957 border"


def _ahead(it: Candidate) -> bool:
    """ "two days before the truce expires", "once a deal is signed": only says when something else is to be."""
    return not it.saying and not it.dated and ahead(it.parsed, it.clause) is not None


def _told_by_content(it: Candidate) -> bool:
    """ "The envoy said that talks had ended": the talks are the event."""
    if not it.saying or it.dated or not says(it.clause.verb):
        return False
    governed = [it.parsed.clauses[m] for m in it.told if it.parsed.clauses[m].governor == it.n]
    return any(clause.relation not in BESIDE for clause in governed)


def _only_words(it: Candidate) -> bool:
    """A plain "he said" whose content is no event: worth a line only with a named speaker, or as an act by itself."""
    if it.saying and it.clause.relation == "participle" and it.found.lemma == "speak" and not it.dated:
        return True  # "Ann Lee, speaking in Mora, said"
    if not it.saying or it.dated or not says(it.clause.verb):
        return False
    if it.found.lemma in listed("speech", "verbs", "acts"):
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
    start = it.clause.subject.start if it.clause.subject else it.clause.first
    last = [word.low for word in it.parsed.words[max(start - 2, 0) : start]]
    if future and last == ["last", "time"]:
        return True  # "This was the last time they will meet"
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
    judging = verb.passive and verb.lemma in listed("frames", "stative", "judging")
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
    if words[verb.main].low in listed("frames", "judgements", "feelings"):
        return True
    behind = [word.low for word in words[verb.last : verb.last + 2]]
    if behind[:1] == ["no"] and behind[-1] in listed("frames", "judgements", "lacking"):
        return True  # "There is no alternative to dialogue", "It makes no sense to hold a vote"
    if verb.lemma != "be" or verb.passive:
        return False
    span = subject_span(parsed, n)
    subject = {words[span.end - 1].low} if span else set()
    predicate = {word.low for word in words[verb.last : verb.last + 2]}
    return bool((subject | predicate) & listed("frames", "judgements", "words"))


def _demanded(it: Candidate) -> bool:
    """ "warned that the violence must stop": told by the warning."""
    clause = it.clause
    if clause.governor is None or it.dated:
        return False
    governor = it.parsed.clauses[clause.governor].verb.lemma
    if governor == "demand":
        return True  # "demanded that he resign": whether he does is open
    return clause.verb.modal == "must" and governor in listed("frames", "demanding", "verbs")


def _decided(it: Candidate) -> bool:
    """ "It was decided that troops will leave": told by what was decided."""
    if it.saying or it.dated or it.found.type != "decision":
        return False
    return any(it.parsed.clauses[m].governor == it.n for m in it.told)


def _no_subject_of_it(it: Candidate) -> bool:
    """ "watched it with the sound turned down", "There was no question of …, deployed in May": said of another."""
    span = subject_span(it.parsed, it.n)
    if span is None:
        return False
    words, clause = it.parsed.words, it.clause
    opens, several = words[span.start].low, span.end - span.start > 2
    if opens in ("it", "him", "her", "them") and several and words[span.start + 1].low in PREPOSITIONS:
        return True
    if clause.relation == "other" and opens in ("less", "more", "fewer") and words[clause.first - 1].low == ",":
        return True  # "by 400 votes, less than a third of those he won in 1997"
    if it.saying or clause.verb.form not in ("past", "part"):
        return False
    bare = clause.verb.first == clause.first and clause.relation in ("other", "participle")
    if bare and clause.relation == "other" and _describes_noun(it):
        return True
    return bare and opens == "there" and not several


def _describes_noun(it: Candidate) -> bool:
    """ "would not lift its sanctions, imposed in 1997": done by nobody that the sentence is about."""
    words, clause = it.parsed.words, it.clause
    begins = it.parsed.clauses[clause.leader].first if clause.leader is not None else 0
    before, behind = words[begins : clause.first], words[clause.verb.last : clause.last]
    aside = clause.first > 1 and words[clause.first - 1].low == "," and not words[clause.first - 2].text[0].isupper()
    held_up = any(word.low in RELATIVES or word.low == "that" for word in before)
    told = bool(behind) and behind[0].low in PREPOSITIONS and clause.verb.last == clause.verb.first + 1
    return aside and told and not held_up and clause.verb.lemma in DONE


def _nobody_says(it: Candidate) -> bool:
    """ "Nobody can tell", "Not a penny was declared": no statement of anybody."""
    span = subject_span(it.parsed, it.n) if it.saying else None
    return span is not None and it.parsed.words[span.start].low in NOBODY


def _replaced(it: Candidate) -> bool:
    """ "Ann Lee, whom he replaces": what holds, said by the way."""
    clause = it.clause
    aside = any(word.low == "whom" for word in it.parsed.words[clause.first : clause.verb.first])
    holds = clause.verb.tense == "present" and not (clause.verb.modal or clause.verb.perfect)
    return aside and holds and not it.dated and not it.saying


def _of_oneself(it: Candidate) -> bool:
    """ "I met the envoy in May", "we are told", "You resigned": nobody knows who says so, outside a quotation."""
    if it.parsed.sentence.quoted or ONESELF.isdisjoint([word.low for word in it.parsed.words]):
        return False
    span = subject_span(it.parsed, it.n)
    if span is None:
        return False
    words = it.parsed.words[span.start : span.end]
    if any(word.low in MINE for word in it.parsed.words[it.clause.first : it.clause.last]):
        return True
    own = it.clause.subject is not None and it.parsed.words[it.clause.verb.first - 1].low in PERSONS
    return own or words[-1].low in PERSONS or words[0].low in PERSONS


PERSONS = FIRST_PERSON | {"you"}
MINE = frozenset(["me", "mine"])
DONE = frozenset(
    "impose deploy sign announce introduce launch agree reach hold publish issue found create "
    "pass adopt approve".split()
)
NOBODY = frozenset(["nobody", "not", "no-one"])
ONESELF = PERSONS | MINE
RULES: tuple[tuple[str, Callable[[Candidate], bool]], ...] = (
    ("part of the event that it hangs on", _joined),
    ("told of the writer or the reader", _of_oneself),
    ("said of another than its subject", _no_subject_of_it),
    ("contrary to fact", _contrary_to_fact),
    ("only an opinion", _unwanted),
    ("only a question", _asked),
    ("said by nobody", _nobody_says),
    ("only describes somebody or something", _replaced),
    ("not said to be so", _unsaid),
    ("only the condition of another event", _condition),
    ("only what another event waits for", _awaited),
    ("only says when something else is to be", _ahead),
    ("only describes somebody or something", described),
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
