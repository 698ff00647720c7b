"""Which clauses with an event word are worth a line of a timeline, and which only mention it in passing."""

from collections.abc import Callable

from dateline.reports.clauses.candidate import Candidate, listed
from dateline.reports.clauses.only_describes import described
from dateline.reports.clauses.subject_core import PRONOUNS
from dateline.reports.drafts.draft import in_quotation
from dateline.reports.grammar.closed_classes import FIRST_PERSON
from dateline.reports.grammar.speech_verbs import says
from dateline.reports.worth.judging import demanded, judges, not_to_be, opinion, unwanted
from dateline.reports.worth.passing import no_subject_of_it, nobody_says, of_oneself, replaced
from dateline.reports.worth.unreal import asked, awaited, condition, contrary_to_fact, not_said, still_ahead

WOUNDED = frozenset(["wound", "injure", "hurt"])
ONE_DEED = frozenset(["attack", "control", "statement"])  # "attacked and killed", "warned and urged": the same event
NO_ANNOUNCEMENT = frozenset(["talks", "meeting", "statement", "other"])
TOLD_BY_CONTENT = "told by what is said"
BESIDE = frozenset(["when", "while", "as", "after", "before", "until", "since"])  # not what is said, but when that is


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
        leading = it.triggers[clause.leader] if clause.leader is not None else None
        if leading and it.found.type not in ONE_DEED and not it.found.noun and leading.lemma != it.found.lemma:
            return False  # "imposed a curfew and closed the airports": two decisions
        return same and clause.leader in it.told and not it.dated
    if clause.relation == "and" and it.found.lemma in WOUNDED and it.n - 1 in it.told:
        before = it.triggers[it.n - 1]  # "nine were killed and 34 wounded"
        return before is not None and before.lemma == "kill"
    hangs = clause.relation == "participle" and clause.leader is not None  # not "Weeks after initiating talks, …"
    if hangs and it.parsed.clauses[clause.leader or 0].verb.lemma in listed("speech", "verbs", "accusing"):
        return not it.saying  # "accused the army of shelling the town, killing nine"
    return hangs and not it.dated and (it.found.noun or same)


def _told_by_content(it: Candidate) -> bool:
    """ "The envoy said that talks had ended": the talks are the event."""
    if not it.saying or it.dated or not says(it.clause.verb):
        return False
    governed = [m for m in it.told if it.parsed.clauses[m].governor == it.n]
    governed = [m for m in governed if it.parsed.clauses[m].relation not in BESIDE | {"relative"}]
    return any(not _announced(it, m) for m in governed)


def _announced(it: Candidate, m: int) -> bool:
    """ "The premier said that the state would close the border": who speaks for it makes known what it will do."""
    who = it.speakers.get(it.n)
    if who is None or who.anonymous or who.text.lower() in PRONOUNS:
        return False
    if not listed("speech", "speakers", "plurals").isdisjoint(who.text.lower().split()):
        return False  # "Officials said that …"
    if in_quotation(it.parsed, it.parsed.clauses[m]) or any(c.relation == "condition" for c in it.parsed.clauses):
        return False
    return it.parsed.clauses[m].verb.modal in ("will", "would", "shall") and _type(it, m) not in NO_ANNOUNCEMENT


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


def _decided(it: Candidate) -> bool:
    """ "It was decided that troops will leave": told by what was decided."""
    if it.saying or it.dated or it.found.type != "decision":
        return False
    return any(it.parsed.clauses[m].governor == it.n for m in it.told)


RULES: tuple[tuple[str, Callable[[Candidate], bool]], ...] = (
    ("part of the event that it hangs on", _joined),
    ("told of the writer or the reader", of_oneself),
    ("said of another than its subject", no_subject_of_it),
    ("contrary to fact", contrary_to_fact),
    ("only an opinion", unwanted),
    ("only a question", asked),
    ("said by nobody", nobody_says),
    ("only describes somebody or something", replaced),
    ("not said to be so", not_said),
    ("only the condition of another event", condition),
    ("only what another event waits for", awaited),
    ("only says when something else is to be", still_ahead),
    ("only describes somebody or something", described),
    (TOLD_BY_CONTENT, _told_by_content),
    ("only words", _only_words),
    ("something that is not to be", not_to_be),
    ("only an opinion", opinion),
    ("only a judgement", judges),
    ("only demanded", demanded),
    ("told by what was decided", _decided),
)


def _type(it: Candidate, n: int) -> str | None:
    found = it.triggers[n]
    return found.type if found else None
