"""One article's clauses, dates and names -> its Reports, and why the other sentences give none."""

from dataclasses import replace
from functools import cache
from typing import NamedTuple

from dateline.lexicon.load import document
from dateline.model import Demand, Discard, Modality, Report, Span, When
from dateline.reports import chronology, dating, headline, voices
from dateline.reports.beside import with_beside
from dateline.reports.candidate import Candidate
from dateline.reports.clause import LONGEST, Clause, Parsed
from dateline.reports.dating import Dated
from dateline.reports.demands import demands
from dateline.reports.draft import Draft, Material, Story, draft
from dateline.reports.event_nouns import Trigger
from dateline.reports.foretold import foretold
from dateline.reports.governing import holds_up
from dateline.reports.indirect import gone_on
from dateline.reports.making import extent_of, report, span_of
from dateline.reports.modality import modality
from dateline.reports.nominal import Nominal, nominals, without_effects
from dateline.reports.opening import opened
from dateline.reports.own_time import own
from dateline.reports.pronouns import referent
from dateline.reports.rejected import rejecter, untrue
from dateline.reports.things_meant import meant
from dateline.reports.worth import TOLD_BY_CONTENT, in_passing

# "before July vote" dates the deal that comes before as well as the vote
OUTER = frozenset(["before", "after", "by", "until", "since"])
# "the minister said yesterday": in a newspaper of the next day a formula, and no date of its own
OF_THE_DAY = frozenset(["yesterday", "last night"])
PLAIN = frozenset(["say", "tell", "add"])
MOVING = frozenset(["leave", "fly", "travel", "return", "arrive", "visit", "meet"])
TODAY = frozenset(["today", "tonight", "this afternoon", "this evening"])
LATE = frozenset(["participle", "condition"])  # told only if the clause that they hang on is not


@cache
def _nothing() -> tuple[str, ...]:
    return tuple(document("frames").data["nothing"]["phrases"])


class Told(NamedTuple):
    """What an article tells, in the order of its text; a Discard for each sentence without a report."""

    reports: tuple[Report, ...]
    discards: tuple[Discard, ...]
    demands: tuple[Demand, ...]


def reports(material: Material) -> Told:
    story = Story(material)
    discards: list[Discard] = []
    for parsed in material.parsed:
        work = tell(parsed, story)
        story.reports += sorted(work.reports, key=lambda report: report.span)
        if not work.reports:
            discards.append(Discard(material.article.id, parsed.sentence.span, _why_not(work)))
    return Told(tuple(story.reports), tuple(discards), tuple(story.demands))


def tell(parsed: Parsed, story: Story) -> Draft:
    """One sentence with its reports, and the reasons why its other clauses with an event word give none."""
    work = draft(parsed, story)
    parsed = work.parsed
    if _asks(parsed):
        work.passing.append("only a question")
        return work
    if _says_nothing(work):
        work.passing.append("says that nothing is known")
        return work
    phrases = nominals(parsed, work.triggers, work.timexes)
    work.described = {noun for found in phrases for noun in range(*found.before_aside(parsed))}
    work.triggers = without_effects(parsed, work.triggers, work.described)
    work.taken |= {found.timex.span.start for found in phrases if found.timex and not _adverbial(work, found)}
    voices.hear(work, story)
    chronology.date_sayings(work, story)
    _clauses(work, story)
    _nominals(work, story, phrases)
    _foretold(work, story, phrases)
    opened(work, story)
    work.reports = with_beside(work)
    for demand in demands(work, story):
        story.demands.append(demand)  # one by one: "rejected the demand" looks back at those before it
    return work


def _asks(parsed: Parsed) -> bool:
    """ "Did the party know?": nobody says that it did; where somebody is quoted as asking, that is told."""
    text = parsed.sentence.text.rstrip()
    return text.endswith("?") and not parsed.sentence.headline


def _says_nothing(work: Draft) -> bool:
    if any(timex.type == "DATE" for timex in work.timexes):
        return False
    low = work.parsed.sentence.text.lower()
    return any(phrase in low for phrase in _nothing())


def _why_not(work: Draft) -> str:
    if work.passing:
        return work.passing[0]
    if len(work.parsed.words) > LONGEST:
        return "too long for a sentence"
    if work.timexes:
        return "a time expression, but no event word"
    if work.parsed.nouns:
        return "an event word, but nothing told of it"
    return "no date, no event word"


def _adverbial(work: Draft, found: Nominal) -> bool:
    """ "On a trip to Kabul this week, he said", "before July vote": the expression dates the clause as well."""
    opening = found.first <= 1 and work.parsed.words[0].low in ("on", "during", "at", "in")
    ahead = found.timex is not None and found.timex.span.end <= work.parsed.words[found.trigger.first].start
    return opening or bool(ahead and found.timex and found.timex.signal in OUTER)


def _nominals(work: Draft, story: Story, phrases: list[Nominal]) -> None:
    """Reports of noun phrases that tell an event by themselves: "presidential elections on Sept. 28"."""
    for found in phrases:
        mode = _nominal_modality(found, story.published)
        dated = _nominal_date(found, mode, work, story)
        who = voices.reason_giver(work, found.trigger, story)
        mode = "claimed" if who and mode == "happened" else mode
        span = work.parsed.span(found.first, found.last)
        line = headline.of_span(work, Span(*found.shown(work.parsed)), story.material.actors)
        work.reports.append(report(work, story, span, line, found.trigger, mode, dated, who))


def _foretold(work: Draft, story: Story, phrases: list[Nominal]) -> None:
    """Reports of what a saying foretells: "spoke of an imminent incursion"."""
    for found in foretold(work.parsed, work.triggers, work.names):
        if any(other.trigger.first == found.trigger.first for other in phrases):
            continue
        who = work.speakers.setdefault(found.n, voices.author(work, found.n, story))
        said, clause = work.dates.get(found.n), work.clauses[found.n]
        dated = dating.by_tense(clause, "expected", story.published)
        if said and said.when.precision == "day" and said.when.rule != "as of":
            dated = dating.by_speech(clause, "expected", said.when, f"on {said.when.edtf}")
        line = headline.of_foretold(work, found, story.material.actors, who)
        span = work.parsed.span(found.first, found.last)
        if found.doing is not None and not (said and said.timex):
            work.passing.append(TOLD_BY_CONTENT)
            work.reports = [one for one in work.reports if one.trigger != _words_of(work, found.n)]
        work.reports.append(report(work, story, span, line, found.trigger, "expected", dated, who))


def _words_of(work: Draft, n: int) -> Span | None:
    """The words that name the event of clause `n`."""
    found = work.triggers[n]
    return work.parsed.span(found.first, found.last) if found else None


def _nominal_modality(found: Nominal, published: When) -> Modality:
    if found.timex is None:
        return "happened"
    first, now = found.timex.when.first, published.last
    ahead = first is not None and now is not None and first > now
    return "scheduled" if ahead or found.trigger.lemma == "deadline" else "happened"


def _nominal_date(found: Nominal, mode: Modality, work: Draft, story: Story) -> Dated:
    if found.timex is None:
        return Dated(dating.told(_told_with(work, found) or story.published))
    if _adverbial(work, found) and found.timex.signal in OUTER:
        return Dated(found.timex.when, found.timex)
    return dating.by_words(found.timex, mode, False, story.published)


def _told_with(work: Draft, found: Nominal) -> When | None:
    """The day of the clause that names the deed: "pulled out in May, citing the rebels' attacks"."""
    around = [n for n, clause in enumerate(work.clauses) if clause.first <= found.trigger.first < clause.last]
    dates = [work.dates[n].when for n in (*around, *work.dates) if n in work.dates]
    return next((when for when in dates if when.rule != "not before"), None)


def _clauses(work: Draft, story: Story) -> None:
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
    found = work.triggers[n]
    if found is None:
        return False
    clause = work.clauses[n]
    saying = found.type == "statement" and not found.noun
    has_date = _has_date(work, n, found)
    why = in_passing(Candidate(work.parsed, n, clause, found, saying, has_date, work.triggers, told, work.speakers))
    if why:
        work.passing.append(why)
        return False
    before = gone_on(work, n, story)
    who = before.said_by[0] if before else voices.speaker(work, n, story)
    if who is None and not saying and work.quoted(clause) and voices.of_himself(work, n):
        work.passing.append("told of the writer or the reader")
        return False  # "I decided in May": nobody knows who says so
    denied = rejecter(work.parsed, n) is not None or untrue(work.parsed, n) is not None
    claimed = voices.claimed(work, n, who, story) and not _told_in_aside(work, n)
    quoted = work.quoted(clause) and claimed
    mode = modality(work.parsed, clause, found, claimed=claimed, quoted=quoted, reported=before is not None)
    mode = "denied" if denied else mode
    dated = chronology.date_of(work, n, found, mode, story, before)
    ahead = _still_ahead(mode, dated.when, story.published) or _agreed_for(found, dated, story.published)
    found = _agreed_on(work, clause, found) if ahead else found
    if ahead or (mode == "happened" and _leaves_today(clause, dated)):
        mode, dated = "scheduled", replace(dated, by=dated.when.last)
    work.dates.setdefault(n, dated)
    source = who if found.type != "statement" or clause.governor is not None else work.speakers.get(n)
    own = work.speaks_of_itself(n) or voices.of_himself(work, n) or voices.of_his_own(work, n)
    shown = who if own or mode in ("claimed", "denied", "expected", "conditional") else None
    last = extent_of(work, n, found)
    means = headline.Meant(referent(work, n, story), meant(work, n, len(work.parsed.words), story))
    line = headline.of_clause(work, n, last, story.material.actors, shown, means)
    work.reports.append(report(work, story, span_of(work, n, last, found), line, found, mode, dated, source))
    return True


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
    return said is not None and said.relation == "attribution" and holds_up(work.parsed.words, clause)


def _has_date(work: Draft, n: int, event: Trigger) -> bool:
    """Whether clause `n` has a time expression of its own; a saying lasts no years."""
    known = work.dates.get(n)
    if known is not None and known.timex is not None and known.timex.type in ("DATE", "TIME"):
        formula = known.timex.text.lower() in OF_THE_DAY and event.lemma in PLAIN
        earlier = any(clause.governor == n and clause.verb.perfect for clause in work.clauses)  # "said that it had"
        formula = formula and not earlier
        return known.timex.type == "DATE" and not formula
    timex = own(work.parsed, work.clauses[n], event, work.timexes, work.taken)
    return timex is not None and (event.type != "statement" or timex.type != "DURATION")


def _leaves_today(clause: Clause, dated: Dated) -> bool:
    """ "He flies to Mora today", in the newspaper of that morning."""
    verb = clause.verb
    simple = verb.tense == "present" and not (verb.perfect or verb.progressive or verb.modal or verb.passive)
    return simple and verb.lemma in MOVING and dated.timex is not None and dated.timex.text.lower() in TODAY


def _still_ahead(mode: Modality, when: When, published: When) -> bool:
    """What is dated after publication cannot have happened."""
    ahead = when.first is not None and published.last is not None and when.first > published.last
    return ahead and mode in ("happened", "claimed")
