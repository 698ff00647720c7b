"""Dates that a clause takes from what stands around it: other clauses, the sentence before, the story's opening."""

from dateline.model import FUTURE, EventType, Modality, Span, Speaker, Timex, When
from dateline.reports import dating
from dateline.reports.attribution import PRONOUNS, subject_span
from dateline.reports.boundaries import says
from dateline.reports.clauses import Clause
from dateline.reports.dating import Dated
from dateline.reports.draft import Draft, Story
from dateline.reports.event_nouns import Trigger
from dateline.reports.grammar import SUBORDINATORS

# prepositions that bound what is said, not the saying: "said a pact could come by Sept. 1"
ABOUT_CONTENT = frozenset(["by", "since", "until", "before", "into", "for"])

# what follows from an attack and is told with it
VIOLENCE: frozenset[EventType] = frozenset(["attack", "control", "displacement", "detention"])

LEAD_SENTENCES = 3

# "the war" is not the attack of yesterday
LONG = frozenset(
    ["war", "civil war", "insurgency", "rebellion", "uprising", "violence", "fighting", "jihad", "armed struggle",
     "threat", "advance"]
)  # fmt: skip
CALLED_OFF = frozenset(["cancel", "postpone", "delay", "call off", "reschedule", "put off"])
SPEECH = 500  # characters over which a speaker's words are of one day
ROOT = 4  # letters that two words of one thing share
NEAR = 40  # characters between two sentences that follow each other


def own_timex(draft: Draft, clause: Clause, found: Trigger) -> Timex | None:
    timex = dating.own(draft.parsed, clause, found, draft.timexes, draft.taken)
    if timex is None or (timex.type == "DURATION" and timex.signal in ("in", "within")):
        return None
    if found.lemma in CALLED_OFF and timex.signal == "for":
        return None  # the day for which it had been set
    if found.type == "statement" and (timex.signal in ABOUT_CONTENT or timex.type == "DURATION"):
        return None
    return timex


def by_distance(draft: Draft, n: int, story: Story) -> Dated | None:
    """ "… a day after X": X is dated by the main clause."""
    clause = draft.clauses[n]
    if clause.relation not in ("after", "participle"):
        return None
    span = draft.parsed.span(clause.first, clause.last)
    for timex in draft.timexes:
        if timex.type == "DURATION" and span.start <= timex.span.start < span.end and _before_after(draft, timex):
            main = next((k for k, c in enumerate(draft.clauses) if k != n and c.relation in ("main", "other")), None)
            known = _day_before(draft, span) or (_main_date(draft, main, story) if main is not None else None)
            words = draft.text(timex.span.start, span.end).split()
            return dating.by_distance(timex, "after", known, " ".join(words[:8]).rstrip(",. "))
    return None


def _day_before(draft: Draft, span: Span) -> When | None:
    """The day that the sentence names right before: "… on Wednesday, two days after X", "said Tuesday, a day after"."""
    before = [t for t in draft.timexes if t.span.end <= span.start and t.type in ("DATE", "TIME")]
    near = bool(before) and before[-1].when.precision == "day" and span.start - before[-1].span.end <= len(", ")
    return before[-1].when if near else None


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
            return dating.ahead(timex, before[-1].when if before else published)
    return None


def shared(draft: Draft, n: int, mode: Modality) -> Dated | None:
    """A clause that shares the time of another: "attacked … yesterday and killed", "even as the envoy said"."""
    clause = draft.clauses[n]
    if mode in FUTURE or clause.verb.perfect:
        return None
    if clause.relation == "when" and (named := _right_before(draft, clause)):
        return dating.by_neighbour(named.when, f"Told of the time named right before it, {named.when.edtf}.")
    if clause.relation in ("main", "and") and (later := _when_after(draft, n)):
        return dating.by_neighbour(later.when, f"Told in one sentence with what is dated {later.when.edtf}.")
    other: int | None = None
    if clause.relation in ("and", "participle") and clause.leader is not None:
        other = clause.leader
    elif clause.relation == "relative" and n and draft.parsed.words[clause.first].low in ("in", "during", "where"):
        other = n - 1  # "a clash on Friday, in which five died"
    elif clause.relation == "relative" and n and draft.clauses[n - 1].relation == "participle":
        bounded = draft.dates.get(n - 1)
        return (
            dating.by_neighbour(bounded.when, bounded.when.explanation)
            if bounded and bounded.when.rule == "distance"
            else None
        )
    elif clause.relation in ("while", "as", "when", "before"):
        other = next((k for k in range(n) if k in draft.dates and draft.dates[k].timex), None)
    elif clause.relation == "and" and n and clause.verb.tense == "past":
        other = n - 1
    if other is None or other not in draft.dates or says(draft.clauses[other].verb):
        return None
    when = draft.dates[other].when
    if draft.dates[other].timex is None:
        return None
    return dating.by_neighbour(when, f"Told in one sentence with what is dated {when.edtf}.")


def _right_before(draft: Draft, clause: Clause) -> Timex | None:
    """The expression that a clause with "when" is about: "in January 2019, when the rebels …"."""
    start = draft.parsed.words[clause.first].start
    near = [t for t in draft.timexes if t.type in ("DATE", "TIME") and 0 < start - t.span.end <= len(", ")]
    return near[-1] if near and near[-1].when.first else None


def _when_after(draft: Draft, n: int) -> Timex | None:
    """That of the clause behind: "four died when a bomb went off on Wednesday", "said so while visiting on Monday"."""
    later = n + 1
    while later < len(draft.clauses) and draft.clauses[later].relation in ("complement", "and"):
        later += 1
    if later == len(draft.clauses):
        return None
    clause = draft.clauses[later]
    doing = clause.relation == "participle" and draft.parsed.words[clause.verb.first - 1].low in ("while", "when")
    found = draft.triggers[later]
    if found is None:
        found = Trigger("other", clause.verb.main, clause.verb.main + 1, clause.verb.lemma, noun=False)
    timex = own_timex(draft, clause, found) if doing or clause.relation == "when" else None
    return timex if timex and timex.type == "DATE" else None


def again(story: Story, clause: Clause, found: Trigger, mode: Modality) -> Dated | None:
    """ "The attack came …": the last event of the kind that this article has dated by a day."""
    if clause.verb.perfect or clause.governor is not None:
        return None
    if not (found.noun and found.definite and found.first < clause.verb.first) or found.lemma in LONG:
        return None
    if clause.relation not in ("main", "and", "but", "other") or mode == "denied":
        return None
    told = _told(story, found, ahead=mode in FUTURE)
    return dating.by_neighbour(told, f"The event told before, dated {told.edtf}.", "told before") if told else None


def _told(story: Story, found: Trigger, ahead: bool) -> When | None:
    """The day of the last report of that kind; "the vote" may be an election or an assembly's decision."""
    kinds = ("election", "decision") if found.lemma.endswith("vote") else (found.type,)
    told = [
        report
        for report in story.reports
        if report.type in kinds
        and (report.modality in FUTURE) == ahead
        and report.timex is not None
        and report.when.precision == "day"
    ]
    root = found.lemma[:ROOT]
    alike = [report for report in told if root in report.quote.casefold()]  # "the bombing": "a suicide bomber"
    return (alike or told)[-1].when if told else None


def befell(draft: Draft, clause: Clause, found: Trigger, mode: Modality, story: Story) -> Dated | None:
    """ "The vote was boycotted": what befell an event of a known day happened on that day."""
    if mode in FUTURE or clause.verb.perfect or not clause.verb.passive or found.noun or found.type == "statement":
        return None
    span = _subject_of(draft, clause)
    for noun in draft.parsed.event_nouns(*span) if span else []:
        told = _told(story, noun, ahead=False) if noun.definite else None
        if told:
            return dating.by_neighbour(told, f"It befell the event told before, dated {told.edtf}.")
    return None


def _subject_of(draft: Draft, clause: Clause) -> Span | None:
    return subject_span(draft.parsed, draft.clauses.index(clause))


def statement_told(draft: Draft, clause: Clause, story: Story) -> Dated | None:
    """ "The statement also said …": said when the statement told before was made."""
    if clause.subject is None:
        return None
    subject = draft.parsed.event_nouns(*clause.subject)
    subject = [noun for noun in subject if noun.type == "statement" and noun.definite]
    if not subject:
        return None
    told = _told(story, subject[0], ahead=False)
    return (
        dating.by_neighbour(told, f"Said in what is told before, dated {told.edtf}.", "told before") if told else None
    )


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


def told_on(draft: Draft, clause: Clause, mode: Modality, story: Story) -> Dated | None:
    """ "In May, it hosted a delegation. It also arranged a meeting", "Then both …": told on with what is before."""
    if mode in FUTURE or clause.relation != "main" or clause.verb.perfect or not story.reports:
        return None
    words = [word.low for word in draft.parsed.words[: clause.verb.main]]
    last = story.reports[-1]
    near = draft.parsed.sentence.span.start - last.span.end < NEAR
    cue = "then" if words[:1] == ["then"] else "also" if "also" in words and words[0] in PRONOUNS else ""
    if not cue or not near or last.timex is None or last.modality in FUTURE:
        return None
    return dating.by_neighbour(last.when, f"Told on with “{cue}” from what is dated {last.when.edtf}.")


def around(draft: Draft, n: int, mode: Modality, story: Story) -> Dated | None:
    """ "Following the vote, …" and "… was made after they had spoken": bounded by an event of a known day."""
    clause, words = draft.clauses[n], draft.parsed.words
    if mode in FUTURE:
        return None
    if clause.relation == "after":
        main = next((k for k, c in enumerate(draft.clauses) if k < n and c.relation in ("main", "other")), None)
        event = draft.triggers[main] if main is not None else None
        known = _told(story, event, ahead=False) if event and event.noun and event.definite else None
        if main is not None and main in draft.dates:
            known = (
                draft.dates[main].when
                if draft.dates[main].timex or draft.dates[main].when.rule == "told before"
                else known
            )
        return dating.before_it(known, "after") if known else None
    if n or words[0].low not in ("following", "after"):
        return None
    for noun in draft.parsed.event_nouns(1, min(6, clause.verb.first)):
        told = _told(story, noun, ahead=False) if noun.definite else None
        if told:
            return dating.after_it(told, story.published, draft.text(words[0].start, words[noun.last - 1].end))
    return None


def reaction(draft: Draft, clause: Clause, found: Trigger, mode: Modality, story: Story) -> Dated | None:
    """ "condemned the murder": said after the murder that the article has dated by a day."""
    if mode in FUTURE or found.type != "statement" or found.noun or clause.verb.perfect:
        return None
    for noun in draft.parsed.event_nouns(clause.verb.last, clause.last):
        told = _told(story, noun, ahead=False) if noun.definite and noun.lemma not in LONG else None
        if told and story.published.last and told.last and told.last < story.published.last:
            return dating.after_it(
                told,
                story.published,
                draft.text(draft.parsed.words[clause.verb.first].start, draft.parsed.words[noun.last - 1].end),
            )
    return None


def with_story(draft: Draft, clause: Clause, found: Trigger, mode: Modality, story: Story) -> Dated | None:
    """Violence told without a day, in an article that opens with violence of a day: part of that."""
    if mode not in ("happened", "claimed") or found.type not in VIOLENCE or _background(clause, draft):
        return None
    when = _opening(story)
    if when is None:
        return None
    words = draft.parsed.words
    for noun in draft.parsed.event_nouns(clause.verb.last, clause.last):
        near = [k for k in range(clause.verb.last, noun.first) if words[k].low in ("following", "after")]
        if near:  # "fled following the airstrikes"
            return dating.after_it(when, story.published, draft.text(words[near[-1]].start, words[noun.last - 1].end))
    return dating.by_neighbour(
        when, f"No day of its own: told as part of the violence of {when.edtf} that the article opens with."
    )


def _background(clause: Clause, draft: Draft) -> bool:
    """Told from before the story: in the perfect, with another time word, or as a standing fact."""
    verb = clause.verb
    governed = clause.governor is not None
    if verb.perfect and not (governed and verb.tense == "past"):
        return True
    if verb.tense == "present" and not verb.progressive and not draft.parsed.sentence.quoted:
        return True
    if clause.relation in SUBORDINATORS or clause.relation == "relative":
        return True
    return any(timex.type == "DATE" and not timex.value.endswith("_REF") for timex in draft.timexes)


def _opening(story: Story) -> When | None:
    """The day of the violence that the first sentences of an article report; None where they report none."""
    parsed = story.material.parsed
    body = [one.sentence for one in parsed if not one.sentence.headline][:LEAD_SENTENCES]
    if not body:
        return None
    for report in story.reports:
        if report.span.start >= body[-1].span.end:
            break
        if report.type == "attack" and report.timex is not None and report.when.precision == "day":
            return report.when if report.modality in ("happened", "claimed") else None
    return None
