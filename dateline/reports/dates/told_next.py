"""What an article goes on to tell: in "He was seized on Monday. Soldiers stormed the palace", they did so on Monday."""

from dateline.model import FUTURE, Modality, Report, When
from dateline.reports.clauses.clause import Clause, Parsed
from dateline.reports.clauses.subject_core import PRONOUNS
from dateline.reports.dates.retelling import deed_of_its_own, told_apart
from dateline.reports.drafts import dating
from dateline.reports.drafts.dating import Dated
from dateline.reports.drafts.draft import Draft
from dateline.reports.drafts.story import Story
from dateline.reports.grammar.event_nouns import Trigger
from dateline.reports.grammar.frames import listed

LINE = frozenset(["main", "and", "but", "other"])  # clauses in which a story goes on
# and those that give it a day: "left when the raid began on Monday"
TOLD = LINE | {"participle", "when"}
LINKED = TOLD | {"relative"}  # and those by which a speaker is taken up: "a charge he denied on Monday. He called it …"
IMPLIED = frozenset(["same time", "told before"])


def told_next(draft: Draft, n: int, found: Trigger, mode: Modality, story: Story) -> Dated | None:
    """The day of what is told right before, for what is told in the simple past without a time of its own."""
    if mode not in ("happened", "claimed") or not _goes_on(draft, draft.clauses[n]):
        return None
    if draft.clauses[n].relation == "but" and n:
        return _in_answer(draft, n, story)
    known = _day(draft, n, found, story)
    return dating.by_neighbour(known, f"Told next after what is dated {known.edtf}.") if known else None


def _goes_on(draft: Draft, clause: Clause) -> bool:
    """Told as the story goes: by the narrator, and without a word that says when or how long."""
    if clause.relation not in LINE or not _simple(clause) or clause.verb.progressive:
        return False
    saying = clause.governor
    if saying is not None and draft.clauses[saying].relation != "attribution":  # "Soldiers stormed it, witnesses said"
        return False
    return not (draft.parsed.sentence.headline or draft.quoted(clause) or told_apart(draft))


def _simple(clause: Clause) -> bool:
    verb = clause.verb
    return verb.tense == "past" and not verb.perfect and not verb.modal


def _in_answer(draft: Draft, n: int, story: Story) -> Dated | None:
    """ "The army declared a truce on Friday, but the rebels rejected it": on that day or after it."""
    known = draft.dates.get(n - 1)
    if known is None or known.timex is None or known.when.precision != "day" or not _simple(draft.clauses[n - 1]):
        return None
    return dating.after_it(known.when, story.published, "but")


def _day(draft: Draft, n: int, found: Trigger, story: Story) -> When | None:
    """That of what the sentence before tells last, if it has one."""
    before = story.before(draft.parsed) or _lead(draft.parsed, story)
    if before is None or any(one.type != "TIME" and not _leaves_open(one.value, one.text) for one in draft.timexes):
        return None
    if deed_of_its_own(draft, draft.clauses[n]):
        return None
    speaks = found.type == "statement" and _pronoun(draft, n)
    first = _first_of_last(before, story, LINKED if speaks else TOLD)
    if first is None:
        return _only_day(before, story) if found.type not in listed("told_next", "kinds") else None
    report, clause = first
    known = report.timex is not None or report.when.rule in IMPLIED
    dated = known and report.when.precision == "day" and (_simple(clause) or not clause.verb.finite)
    alike = report.type == found.type or found.type not in listed("told_next", "kinds")
    return report.when if dated and alike and (speaks or found.type != "statement") else None


def _first_of_last(before: Parsed, story: Story, relations: frozenset[str]) -> tuple[Report, Clause] | None:
    """What the last such clause of a sentence tells: of "claimed the raid of Friday" the claiming, and not the raid."""
    found: tuple[Report, Clause] | None = None
    for report in reversed(story.reports):
        if report.span.start < before.sentence.span.start:
            break
        clause = _clause(before, report)
        if found and clause is not found[1]:
            break
        if clause and clause.relation in relations and report.modality not in FUTURE:
            found = report, clause
    return found


def _only_day(before: Parsed, story: Story) -> When | None:
    """ "The envoy is in hospital after being shot on Monday": the day of a sentence that tells no event of its own."""
    span = before.sentence.span
    if before is not story.body[0][0] or any(span.start <= report.span.start < span.end for report in story.reports):
        return None
    days, said = [one.when for one in story.timexes_in(span)], story.published.last
    if len(days) != 1 or days[0].precision != "day" or said is None:
        return None
    return days[0] if days[0].last and days[0].last <= said else None


def _leaves_open(value: str, text: str) -> bool:
    """ "for hours", "now", "the one-year contract" are of any day."""
    return value.startswith("PT") or value.endswith("_REF") or "-" in text


def _pronoun(draft: Draft, n: int) -> bool:
    span = draft.subject(n)
    return span is not None and span.end - span.start == 1 and draft.parsed.words[span.start].low in PRONOUNS


def _clause(parsed: Parsed, report: Report) -> Clause | None:
    """The clause in which the words of the event stand."""
    words = parsed.words
    return next((c for c in parsed.clauses if words[c.last - 1].end > report.trigger.start), None)


def _lead(parsed: Parsed, story: Story) -> Parsed | None:
    """The last sentence of the article's first paragraph, where this one is the first of the second."""
    second = story.body[1][0] if len(story.body) > 1 else None
    return story.body[0][-1] if parsed is second else None
