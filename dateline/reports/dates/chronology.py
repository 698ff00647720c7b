"""The date of each clause: its own words first, then its neighbours, then the story, then tense alone."""

from dateline.model import FUTURE, Modality, Report, Span, Timex
from dateline.reports.clauses.clause import Clause
from dateline.reports.dates import distances
from dateline.reports.dates.entries import of_entry
from dateline.reports.dates.last_year import not_ahead
from dateline.reports.dates.neighbours import (
    ABOUT_CONTENT,
    ahead,
    by_distance,
    own_timex,
    said_lately,
    shared,
    speaks_on,
)
from dateline.reports.dates.retelling import (
    again,
    around,
    befell,
    reaction,
    statement_told,
    told_on,
    with_story,
)
from dateline.reports.dates.sequel import sequel
from dateline.reports.dates.told_next import told_next
from dateline.reports.drafts import dating
from dateline.reports.drafts.dating import Dated
from dateline.reports.drafts.draft import Draft
from dateline.reports.drafts.story import Story
from dateline.reports.grammar.event_nouns import Trigger
from dateline.reports.kinds.own_time import own
from dateline.reports.voices.vouching import speaker

PHRASE = 6  # words from "in" to "eight weeks"


def date_sayings(draft: Draft, story: Story) -> None:
    """Dates every verb of saying that has words or a neighbour for it, so that what it says can lean on it."""
    for n, clause in draft.sayings.items():
        dated = (
            _saying_by_own_words(draft, clause, story)
            or by_distance(draft, n, story)
            or statement_told(draft, clause, story)
            or _by_saying(draft, clause, "happened")
            or speaks_on(draft, n, story)
        )
        if dated:
            draft.dates[n] = dated


def share_with_sayings(draft: Draft) -> None:
    """Gives undated sayings the time that they share with a dated clause of their sentence."""
    for n in draft.sayings:
        if n not in draft.dates:
            dated = shared(draft, n, "happened")
            if dated:
                draft.dates[n] = dated


def date_of(draft: Draft, n: int, found: Trigger, mode: Modality, story: Story, gone_on: Report | None = None) -> Dated:
    """The date of clause `n`, whose event is `found`: the first of these that can tell.

    `gone_on` is what was said before it, where the clause goes on with that.
    """
    clause = draft.clauses[n]
    return (
        draft.dates.get(n)
        or _by_own_words(draft, clause, found, mode, story)
        or by_distance(draft, n, story)
        or ahead(draft, clause, mode, story.published)
        or shared(draft, n, mode)
        or _by_saying(draft, clause, mode)
        or _by_paragraph(draft, n, mode, story)
        or of_entry(draft, clause, mode, story)
        or (dating.by_tense(clause, mode, story.published) if _lasts(draft, clause) else None)
        or (again(story, clause, found, mode) if found.first not in draft.described else None)
        or befell(draft, clause, found, mode, story)
        or told_on(draft, clause, mode, story)
        or around(draft, n, mode, story)
        or sequel(draft, n, mode, story)
        or reaction(draft, clause, found, mode, story)
        or told_next(draft, n, found, mode, story)
        or with_story(draft, clause, found, mode, story)
        or (Dated(gone_on.when) if gone_on and mode in FUTURE else None)
        or _in_title(draft, mode, story)
        or _in_quotation(draft, clause, mode, story)
        or dating.by_tense(clause, mode, story.published)
    )


def _lasts(draft: Draft, clause: Clause) -> bool:
    """ "died in the siege's first eight weeks": not on the day of what was told before, whenever that was."""
    words = draft.parsed.words
    for k in range(clause.verb.last, clause.last):
        if words[k].low in ("in", "during", "over", "throughout") and k + 1 < len(words):
            phrase = Span(words[k + 1].start, words[min(k + PHRASE, len(words) - 1)].end)
            lengths = (one for one in draft.timexes if one.type == "DURATION" and one.when.last is None)
            if any(phrase.start <= one.span.start < phrase.end for one in lengths):
                return True
    return False


def _by_own_words(draft: Draft, clause: Clause, found: Trigger, mode: Modality, story: Story) -> Dated | None:
    timex = own_timex(draft, clause, found)
    if timex is None or (timex.type == "DURATION" and mode in FUTURE):
        return None
    if mode in FUTURE and _over_long_ago(clause, timex, story):
        return None
    length = _counted_from(draft, timex)
    counted = distances.from_day(length, timex) if length else None
    dated = counted or dating.by_words(timex, mode, clause.verb.perfect, story.published)
    return not_ahead(dated, clause, mode, story.published)


def _over_long_ago(clause: Clause, timex: Timex, story: Story) -> bool:
    """ "must apologise for a raid in May", told in June: the date of what is behind, and not of what is to come."""
    first, last = story.published.first, timex.when.last
    to_come = clause.verb.tense == "future" or clause.verb.modal in ("must", "may", "can", "should", "will")
    return to_come and first is not None and last is not None and last < first


def _counted_from(draft: Draft, timex: Timex) -> Timex | None:
    """The length before the preposition: "two days before Christmas"."""
    if timex.signal not in ("before", "after"):
        return None
    lengths = (one for one in draft.timexes if one.type == "DURATION" and one.span.end <= timex.span.start)
    return next(
        (
            one
            for one in lengths
            if draft.text(one.span.end, timex.span.start).strip().removesuffix(" the") == timex.signal
        ),
        None,
    )


def _saying_by_own_words(draft: Draft, clause: Clause, story: Story) -> Dated | None:
    said = Trigger("statement", clause.verb.main, clause.verb.main + 1, clause.verb.lemma, noun=False)
    timex = own(draft.parsed, clause, said, draft.timexes, draft.taken)
    if timex is None or timex.type not in ("DATE", "TIME") or timex.signal in ABOUT_CONTENT:
        return None
    return dating.by_words(timex, "happened", clause.verb.perfect, story.published)


def _by_saying(draft: Draft, clause: Clause, mode: Modality) -> Dated | None:
    """What is said on a known day is bounded by that day."""
    said = _said(draft, clause)
    if said is None or (said.when.first is None and mode in FUTURE):
        return None
    words = f"on {said.when.edtf}" + (f" (‘{said.timex.text}’)" if said.timex else "")
    return dating.by_speech(clause, mode, said.when, words)


def _said(draft: Draft, clause: Clause) -> Dated | None:
    """The date of the saying that governs the clause, or of the one that tells of that: "said he warned that"."""
    if clause.governor is None:
        return None
    governor = draft.clauses[clause.governor]
    outer = (
        governor.leader if governor.relation in ("and", "but") else governor.governor
    )  # "said on Friday …, but admitted"
    return draft.dates.get(clause.governor) or (draft.dates.get(outer) if outer is not None else None)


def _by_paragraph(draft: Draft, n: int, mode: Modality, story: Story) -> Dated | None:
    """A quotation of several sentences is of the day on which its speaker spoke."""
    clause = draft.clauses[n]
    if not draft.quoted(clause):
        return None
    said = said_lately(draft, speaker(draft, n, story), story)
    return dating.by_speech(clause, mode, said, f"on {said.edtf}") if said else None


def _in_quotation(draft: Draft, clause: Clause, mode: Modality, story: Story) -> Dated | None:
    """ "“We have control”, he said": as of the day on which it was said, which is no day that the text gives."""
    if mode in FUTURE or not draft.quoted(clause) or draft.parsed.sentence.headline or story.published.last is None:
        return None
    return Dated(dating.told(story.published))


def _in_title(draft: Draft, mode: Modality, story: Story) -> Dated | None:
    """ "Blast kills nine": the present tense of a title tells what is over."""
    if not draft.parsed.sentence.headline or mode in FUTURE or story.published.last is None:
        return None
    return Dated(dating.told(story.published, "title"))
