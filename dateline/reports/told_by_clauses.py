"""Reports of clauses: the kind, modality, speaker, date and headline of each that tells an event."""

from dataclasses import replace

from dateline.model import Modality, Report, Speaker, When
from dateline.reports.clauses.candidate import Candidate
from dateline.reports.clauses.clause import Clause
from dateline.reports.clauses.clause_marks import UNITS
from dateline.reports.clauses.governing import holds_up
from dateline.reports.clauses.modality import ahead as still_to_come
from dateline.reports.clauses.modality import modality
from dateline.reports.clauses.rejected import rejecter, untrue
from dateline.reports.dates import chronology
from dateline.reports.drafts.dating import Dated
from dateline.reports.drafts.draft import Draft
from dateline.reports.drafts.story import Story
from dateline.reports.each_on_its_day import others_told
from dateline.reports.grammar.event_nouns import Trigger
from dateline.reports.grammar.frames import listed
from dateline.reports.headlines import headline
from dateline.reports.headlines.pronouns import referent
from dateline.reports.headlines.things_meant import meant
from dateline.reports.kinds.own_time import own
from dateline.reports.making import extent_of, report, span_of
from dateline.reports.voices import vouching as voices
from dateline.reports.voices.indirect import gone_on
from dateline.reports.worth.verdict import in_passing

LATE = frozenset(["participle", "condition"])  # told only if the clause that they hang on is not


def tell_clauses(work: Draft, story: Story) -> None:
    """Reports of clauses: what is said before the saying, conditions and participles last."""
    order = sorted(range(len(work.clauses)), key=lambda n: work.clauses[n].relation in LATE)
    told: set[int] = set()
    for n in [n for n in order if n not in work.sayings]:
        if _clause(work, n, told, story):
            told.add(n)
        chronology.share_with_sayings(work)
    for n in [n for n in order if n in work.sayings]:
        if _clause(work, n, told, story):
            told.add(n)


def _clause(work: Draft, n: int, told: set[int], story: Story) -> bool:
    """The report of clause `n`, if it tells an event that is worth a line."""
    found = work.triggers[n]
    if found is None:
        return False
    if why := _passed_over(work, n, found, told):
        work.passing.append(why)
        return False
    before = gone_on(work, n, story)
    who = before.said_by[0] if before else voices.speaker(work, n, story)
    if who is None and not _says(found) and work.quoted(work.clauses[n]) and voices.of_himself(work, n):
        work.passing.append("told of the writer or the reader")
        return False  # "I decided in May": nobody knows who says so
    found, mode, dated = _when_and_how(work, n, found, who, before, story)
    work.dates.setdefault(n, dated)
    clause = work.clauses[n]
    source = who if found.type != "statement" or clause.governor is not None else work.speakers.get(n)
    last = extent_of(work, n, found)
    line = _line(work, n, last, who, mode, story)
    work.reports.append(report(work, story, span_of(work, n, last, found), line, found, mode, dated, source))
    work.reports += others_told(work, n, found, mode, dated, story, source)
    return True


def _says(found: Trigger) -> bool:
    return found.type == "statement" and not found.noun


def _passed_over(work: Draft, n: int, found: Trigger, told: set[int]) -> str | None:
    """Why the clause is no line of its own; None where it is one."""
    has_date = _has_date(work, n, found)
    clause = work.clauses[n]
    return in_passing(
        Candidate(work.parsed, n, clause, found, _says(found), has_date, work.triggers, told, work.speakers)
    )


def _when_and_how(
    work: Draft, n: int, found: Trigger, who: Speaker | None, before: Report | None, story: Story
) -> tuple[Trigger, Modality, Dated]:
    """The kind, modality and date of what the clause tells; what is dated after publication is planned."""
    clause = work.clauses[n]
    denied = rejecter(work.parsed, n) is not None or untrue(work.parsed, n) is not None
    claimed = voices.claimed(work, n, who, story) and not _told_in_aside(work, n)
    quoted = work.quoted(clause) and claimed
    mode = modality(work.parsed, clause, found, claimed=claimed, quoted=quoted, reported=before is not None)
    mode = "denied" if denied else mode
    dated = chronology.date_of(work, n, found, mode, story, before)
    ahead = _still_ahead(mode, dated.when, story.published) or _agreed_for(found, dated, story.published)
    found = _agreed_on(work, clause, found) if ahead else found
    day = dated.timex is not None and dated.timex.type == "DATE" and clause.relation == "before"
    fixed = (
        day and mode == "expected" and bool(still_to_come(work.parsed, clause))
    )  # "before he is sworn in on Tuesday"
    if ahead or fixed or (mode == "happened" and _leaves_today(clause, dated)):
        return found, "scheduled", replace(dated, by=dated.when.last)
    return found, mode, dated


def _line(work: Draft, n: int, last: int, who: Speaker | None, mode: Modality, story: Story) -> str:
    """The headline, with who says so where the narrator does not."""
    own = work.speaks_of_itself(n) or voices.of_himself(work, n) or voices.of_his_own(work, n)
    shown = who if own or mode in ("claimed", "denied", "expected", "conditional") else None
    means = headline.Meant(referent(work, n, story), meant(work, n, len(work.parsed.words), story))
    return headline.of_clause(work, n, last, story.material.actors, shown, means)


def _agreed_for(found: Trigger, dated: Dated, published: When) -> bool:
    """ "agreed to meet before the end of August": by then is what was agreed on."""
    last, now = dated.when.last, published.last
    return found.lemma == "agree" and dated.timex is not None and bool(last and now and last > now)


def _agreed_on(work: Draft, clause: Clause, found: Trigger) -> Trigger:
    """ "agreed to hold talks in September": what is in September are the talks."""
    content = work.parsed.event_nouns(found.last, clause.last) if found.lemma == "agree" else ()
    return next((found._replace(type=noun.type) for noun in content), found)


def _told_in_aside(work: Draft, n: int) -> bool:
    """ "Ann Lee, who won three elections, will be envoy, sources said": that she won is the narrator's own word."""
    clause = work.clauses[n]
    said = work.clauses[clause.governor] if clause.governor is not None else None
    if said is not None and said.relation == "attribution" and holds_up(work.parsed.words, clause):
        return True
    return _only_says_when(work, n) or _added(work, n) or _of_history(work, n)


def _only_says_when(work: Draft, n: int) -> bool:
    """ "said nine had died since the siege began on May 3", "…, hours after the truce took effect": known to all."""
    clause, found = work.clauses[n], work.triggers[n]
    if clause.relation not in ("since", "after") or clause.verb.modal or work.quoted(clause) or found is None:
        return False
    counted = work.parsed.words[clause.first].low in UNITS
    return counted or own(work.parsed, clause, found, work.timexes, work.taken) is not None


def _added(work: Draft, n: int) -> bool:
    """ "said it broke the accord, which was signed in 2000": what the narrator adds to a name, with its date."""
    clause, words = work.clauses[n], work.parsed.words
    behind = clause.first > 1 and words[clause.first].low == "which" and words[clause.first - 1].low == ","
    found = work.triggers[n]
    dated = found is not None and own(work.parsed, clause, found, work.timexes, work.taken) is not None
    joined = (
        clause.relation == "and" and clause.leader is not None and clause.leader < n and _added(work, clause.leader)
    )
    told = clause.relation == "relative" and behind and dated and not clause.verb.modal
    return joined or (told and not work.quoted(clause))


def _of_history(work: Draft, n: int) -> bool:
    """ "said the men whom rebels captured in 2012 would be freed", "…, where the war began in 2009": known to all."""
    clause, found = work.clauses[n], work.triggers[n]
    if clause.relation not in ("relative", "when") or clause.verb.modal or found is None or work.quoted(clause):
        return False
    timex = own(work.parsed, clause, found, work.timexes, work.taken)
    return timex is not None and timex.type == "DATE" and timex.when.precision in ("month", "year")


def _has_date(work: Draft, n: int, event: Trigger) -> bool:
    """Whether clause `n` has a time expression of its own; a saying lasts no years."""
    known = work.dates.get(n)
    if known is not None and known.timex is not None and known.timex.type in ("DATE", "TIME"):
        formula = known.timex.text.lower() in listed("newspaper", "formulas")
        formula = formula and event.lemma in listed("newspaper", "saying")
        earlier = any(clause.governor == n and clause.verb.perfect for clause in work.clauses)  # "said that it had"
        formula = formula and not earlier
        return not formula
    timex = own(work.parsed, work.clauses[n], event, work.timexes, work.taken)
    return timex is not None and (event.type != "statement" or timex.type != "DURATION")


def _leaves_today(clause: Clause, dated: Dated) -> bool:
    """ "He flies to Mora today", in the newspaper of that morning."""
    verb = clause.verb
    simple = verb.tense == "present" and not (verb.perfect or verb.progressive or verb.modal or verb.passive)
    return (
        simple
        and verb.lemma in listed("newspaper", "moving")
        and dated.timex is not None
        and dated.timex.text.lower() in listed("newspaper", "today")
    )


def _still_ahead(mode: Modality, when: When, published: When) -> bool:
    """What is dated after publication cannot have happened."""
    ahead = when.first is not None and published.last is not None and when.first > published.last
    return ahead and mode in ("happened", "claimed")
