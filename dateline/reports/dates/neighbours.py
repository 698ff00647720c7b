"""Dates that a clause takes from what stands around it: its own words, other clauses, what a speaker said last."""

from dateline.model import FUTURE, Modality, Span, Speaker, Timex, When
from dateline.reports.clauses.clause import Clause
from dateline.reports.clauses.governing import holds_up
from dateline.reports.dates import distances
from dateline.reports.dates.retelling import VIOLENCE, again
from dateline.reports.drafts import dating
from dateline.reports.drafts.dating import Dated
from dateline.reports.drafts.draft import Draft
from dateline.reports.drafts.story import Story
from dateline.reports.grammar.closed_classes import DETERMINERS
from dateline.reports.grammar.event_nouns import Trigger
from dateline.reports.grammar.speech_verbs import says
from dateline.reports.grammar.verb_group import participle
from dateline.reports.kinds.own_time import own
from dateline.reports.kinds.recalled import recalled

# prepositions that bound what is said, not the saying: "said a pact could come by Sept. 1"
ABOUT_CONTENT = frozenset(["by", "since", "until", "before", "into", "for"])

CALLED_OFF = frozenset(["cancel", "postpone", "delay", "call off", "reschedule", "put off"])
PUT_OFF = frozenset(
    ["postpone", "delay", "reschedule", "put off", "move back", "adjourn", "extend", "prolong", "suspend"]
)
UNTIL = frozenset(["until", "till", "to", "into"])
BEGINNING = frozenset(["begin", "start", "open"])
SHARING = VIOLENCE | {"decision"}  # deeds of which several are done on one day
SPEECH = 500  # characters over which a speaker's words are of one day


def own_timex(draft: Draft, clause: Clause, found: Trigger) -> Timex | None:
    taken = draft.taken
    if found.lemma.partition(" ")[0] in PUT_OFF or found.lemma in PUT_OFF:  # "put off until May on Thursday"
        taken = taken | {one.span.start for one in draft.timexes if one.signal in UNTIL}
    timex = own(draft.parsed, clause, found, draft.timexes, taken)
    if timex is None or (timex.type == "DURATION" and timex.signal in ("in", "within")):
        return None
    if timex.type == "DURATION" and clause.relation == "when" and _right_before(draft, clause):
        return None  # "on May 3, when he broke off two years of talks"
    if found.lemma in CALLED_OFF and timex.signal == "for":
        return None  # the day for which it had been set
    if found.type == "statement" and not found.noun and (timex.signal in ABOUT_CONTENT or timex.type == "DURATION"):
        return None
    return timex


def by_distance(draft: Draft, n: int, story: Story) -> Dated | None:
    """ "… a day after X": X is dated by the main clause."""
    clause = draft.clauses[n]
    if clause.relation not in ("after", "participle"):
        return None
    span = draft.parsed.span(clause.first, clause.last)
    for timex in draft.timexes:
        inside = span.start < timex.span.end < span.end  # "signed, less than | two months after the vote"
        if timex.type == "DURATION" and inside and _before_after(draft, timex):
            main = next((k for k, c in enumerate(draft.clauses) if k != n and c.relation in ("main", "other")), None)
            known = _named_before(draft, span, timex) or (_main_date(draft, main, story) if main is not None else None)
            words = draft.text(timex.span.start, span.end).split()
            return distances.by_distance(timex, "after", known, " ".join(words[:8]).rstrip(",. "))
    return None


def _named_before(draft: Draft, span: Span, length: Timex) -> When | None:
    """What the sentence names right before: "… on Wednesday, two days after X", "in April 2014, a month after X"."""
    before = [t for t in draft.timexes if t.span.end <= span.start and t.type in ("DATE", "TIME")]
    if not before or span.start - before[-1].span.end > len(", "):
        return None
    fine = {"M": ("day", "month"), "Y": ("day", "month", "year")}.get(length.value[-1], ("day",))
    return before[-1].when if before[-1].when.precision in fine else None


def _before_after(draft: Draft, timex: Timex) -> bool:
    """Whether "after" stands right behind the length of time."""
    following = next((word for word in draft.parsed.words if word.start >= timex.span.end), None)
    return following is not None and following.low == "after"


def _main_date(draft: Draft, main: int, story: Story) -> When | None:
    clause, found = draft.clauses[main], draft.triggers[main]
    if main in draft.dates:
        return draft.dates[main].when
    if found is None:
        return dating.by_tense(clause, "happened", story.published).when
    timex = own_timex(draft, clause, found)
    if timex:
        return timex.when
    told = again(story, clause, found, "happened")
    return (told or dating.by_tense(clause, "happened", story.published)).when


def ahead(draft: Draft, clause: Clause, mode: Modality, published: When) -> Dated | None:
    """ "will be withdrawn in 14 months": counted from the date told before in the sentence, else from publication."""
    span = draft.parsed.span(clause.first, clause.last)
    for timex in draft.timexes:
        inside = span.start <= timex.span.start < span.end
        if inside and timex.type == "DURATION" and timex.signal in ("in", "within") and mode in FUTURE:
            before = [t for t in draft.timexes if t.type == "DATE" and t.span.end <= timex.span.start and t.when.first]
            return distances.ahead(timex, before[-1].when if before else published)
    return None


def shared(draft: Draft, n: int, mode: Modality) -> Dated | None:
    """A clause that shares the time of another: "attacked … yesterday and killed", "even as the envoy said"."""
    clause = draft.clauses[n]
    if mode not in FUTURE and not clause.verb.perfect and (met := _as_they_met(draft, n)):
        return dating.by_neighbour(met.when, f"Done while they met, on {met.when.edtf}.")
    if mode in FUTURE and clause.verb.modal and (then := _when_after(draft, n)) and then.when.precision != "range":
        return dating.by_neighbour(then.when, f"Told to be when something else is, dated {then.when.edtf}.")
    if mode in FUTURE or clause.verb.perfect:
        return None
    if (clause.relation == "when" or _of_the_day(draft, clause)) and (named := _right_before(draft, clause)):
        return dating.by_neighbour(named.when, f"Told of the time named right before it, {named.when.edtf}.")
    if clause.relation in ("main", "and", "complement", "other") and (
        later := _when_after(draft, n) or _for_both(draft, n)
    ):
        return dating.by_neighbour(later.when, f"Told in one sentence with what is dated {later.when.edtf}.")
    other: int | None = None
    leader = clause.leader
    if n and clause.relation == "complement" and _said_beside(draft, n):
        other = n - 1
    joined = clause.relation in ("and", "participle")
    if leader is not None and (joined or (clause.relation == "other" and _opened(draft, leader))):
        other = leader
    elif clause.relation == "relative" and n and draft.parsed.words[clause.first].low in ("in", "during", "where"):
        other = None if _of_old(draft, n) else n - 1  # "a clash on Friday, in which five died"
    elif clause.relation == "relative" and n and draft.clauses[n - 1].relation == "participle":
        bounded = draft.dates.get(n - 1)
        return (
            dating.by_neighbour(bounded.when, bounded.when.explanation)
            if bounded and bounded.when.rule == "distance"
            else None
        )
    elif clause.relation in ("while", "as", "when", "before"):
        before = [k for k in range(n) if k in draft.dates and draft.dates[k].timex]
        told = [k for k in before if not _of_whom(draft, k)]
        other = next(iter(told or before), None)  # not "Roe, whom Lee had sacked in May, went while …"
    elif (clause.relation == "and" and n and clause.verb.tense == "past") or (
        clause.relation == "but" and n and clause.verb.tense == "past" and _fronted(draft, n - 1)
    ):
        other = n - 1
    meanwhile = clause.relation == "while"  # "announced it on Friday while the president was away"
    if other is None or other not in draft.dates or (_speaks(draft, other) and not meanwhile):
        return None
    if clause.relation == "and" and draft.clauses[other].verb.lemma in BEGINNING and clause.verb.passive:
        return None  # "which began in May and was extended twice"
    when, timex = draft.dates[other].when, draft.dates[other].timex
    if timex and not timex.signal and timex.text.isdigit():
        return None  # "championed the 1998 settlement and led the fight"
    if draft.dates[other].timex is None and when.rule not in ("same time", "before it", "after it"):
        return None
    return dating.by_neighbour(when, f"Told in one sentence with what is dated {when.edtf}.")


def _speaks(draft: Draft, n: int) -> bool:
    """ "said on Friday", and not "declared war on Friday", which is a deed."""
    found = draft.triggers[n]
    return says(draft.clauses[n].verb) and (found is None or found.type == "statement")


def _said_beside(draft: Draft, n: int) -> bool:
    """ "said that rebels shelled the town on Friday and that nine men died": two things of one day."""
    before, clause = draft.clauses[n - 1], draft.clauses[n]
    joined = draft.parsed.words[clause.first - 1].low == "and" or draft.parsed.words[clause.first].low == "and"
    return joined and before.relation == "complement" and before.governor == clause.governor


def _of_the_day(draft: Draft, clause: Clause) -> bool:
    """ "on Friday, the same day that rebels proclaimed a state"."""
    words, first = draft.parsed.words, clause.first
    return first > 0 and words[first - 1].low == "day" and words[first].low in ("that", "on", "when")


def _as_they_met(draft: Draft, n: int) -> Timex | None:
    """ "Leaders meeting in Mora on Friday decided": on that day."""
    words, span = draft.parsed.words, draft.subject(n)
    at = next((k for k in range(span.start + 1, span.end) if words[k].low == "meeting"), None) if span else None
    if span is None or at is None or words[at + 1].low not in ("in", "at", "on") or words[at - 1].low in DETERMINERS:
        return None
    verb = words[draft.clauses[n].verb.first].start
    inside = (t for t in draft.timexes if words[at].start < t.span.start < verb)
    return next((t for t in inside if t.type == "DATE" and t.when.precision == "day"), None)


def _of_whom(draft: Draft, k: int) -> bool:
    """ "Roe, whom Lee had sacked in May, announced …": what is said of somebody, and not the deed."""
    clause = draft.clauses[k]
    return clause.relation == "relative" or holds_up(draft.parsed.words, clause)


def _of_old(draft: Draft, n: int) -> bool:
    """ "On Friday he recalled the victims of the raid, in which five died": the raid was another day."""
    behind = range(draft.clauses[n - 1].verb.last, draft.clauses[n].first)
    return any(recalled(draft.parsed.words, k) for k in behind)


def _opened(draft: Draft, leader: int) -> bool:
    """Whether a date before an aside is of the whole: "A ninth round on Friday, which lasted a night, failed"."""
    clause, known = draft.clauses[leader], draft.dates.get(leader)
    asides = (k for k in range(clause.first, clause.verb.first) if draft.parsed.words[k].low == ",")
    comma = next(asides, None)
    timex = known.timex if known else None
    return comma is not None and timex is not None and timex.span.end <= draft.parsed.words[comma].start


def _fronted(draft: Draft, n: int) -> bool:
    """ "On Friday, nine groups signed the accord, but the rebels stayed away": the day set in front is of the whole."""
    known = draft.dates.get(n)
    timex = known.timex if known else None
    return timex is not None and timex.type == "DATE" and timex.span.end <= _subject_start(draft, n)


def _subject_start(draft: Draft, n: int) -> int:
    span = draft.subject(n)
    return draft.parsed.words[span.start].start if span else 0


def _right_before(draft: Draft, clause: Clause) -> Timex | None:
    """The expression that a clause with "when" is about: "in January 2019, when the rebels …"."""
    start = draft.parsed.words[clause.first].start
    near = [t for t in draft.timexes if t.type in ("DATE", "TIME") and 0 < start - t.span.end <= len(", ")]
    return near[-1] if near and near[-1].when.first else None


def _for_both(draft: Draft, n: int) -> Timex | None:
    """ "Nine were killed and 59 wounded on Saturday": "were" is said once for both, and so is the day."""
    both = draft.clauses[n : n + 2]
    second = draft.triggers[n + 1] if len(both) > 1 else None
    if second is None or both[1].relation != "and":
        return None
    first = draft.triggers[n]
    if both[1].leader == n and first is not None and first.type == second.type and second.type in SHARING:
        return own_timex(draft, both[1], second)  # "fired tear gas and shot into the air on Friday"
    if not both[0].verb.passive or both[1].verb.passive:
        return None
    gapped = participle(draft.parsed.words[both[1].verb.main].low) is not None
    return own_timex(draft, both[1], second) if gapped and second.type == "attack" else None


def _when_after(draft: Draft, n: int) -> Timex | None:
    """That of the clause behind: "four died when a bomb went off on Wednesday", "said so while visiting on Monday"."""
    later = n + 1
    while later < len(draft.clauses) and draft.clauses[later].relation in ("complement", "and"):
        later += 1
    if later == len(draft.clauses):
        return None
    clause = draft.clauses[later]
    if clause.relation == "when" and clause.verb.tense == "present" and draft.clauses[n].verb.tense == "past":
        return None  # "threatened to leave when the vote takes place in May"
    doing = clause.relation == "participle" and draft.parsed.words[clause.verb.first - 1].low in ("while", "when")
    found = draft.triggers[later]
    if found is None:
        found = Trigger("other", clause.verb.main, clause.verb.main + 1, clause.verb.lemma, noun=False)
    timex = own_timex(draft, clause, found) if doing or clause.relation == "when" else None
    joined = [one.relation == "and" for one in draft.clauses[n + 1 : later]]
    if timex is None and clause.relation == "when" and joined and all(joined):
        timex = _right_before(draft, clause)  # "Four died and six were hurt yesterday when a bomb went off"
    return timex if timex and timex.type in ("DATE", "TIME") else None


def speaks_on(draft: Draft, n: int, story: Story) -> Dated | None:
    """ "…, he said" soon after "he told reporters on Thursday": the same day's words."""
    who, verb = draft.speakers.get(n), draft.clauses[n].verb
    when = said_lately(draft, who, story) if verb.tense == "past" and not verb.perfect else None
    return dating.by_neighbour(when, f"It goes on from what was said on {when.edtf}.") if when else None


def said_lately(draft: Draft, who: Speaker | None, story: Story) -> When | None:
    """The day of the speaker's last statement, if it stands not far before and has one."""
    start = draft.parsed.sentence.span.start
    for report in reversed(story.reports):
        if who is None or who.actor is None or start - report.span.end > SPEECH:
            return None
        said = [speaker.actor for speaker in report.said_by] or list(report.actors[:1])
        if report.type == "statement" and who.actor in said:
            return report.when if report.timex is not None and report.when.precision == "day" else None
    return None
