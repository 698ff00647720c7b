"""A day or month that would lie ahead, where the text tells what is over: the year before."""

import re

from dateline import edtf
from dateline.model import FUTURE, Modality, Timex, When
from dateline.reports.clauses.clause import Clause
from dateline.reports.dates.distances import moved_by
from dateline.reports.drafts.dating import Dated, since

OWN_YEAR = re.compile(r"\d{4}|next|this|coming", re.IGNORECASE)  # the expression itself says which year
PLANNED = frozenset(
    "plan schedule set reserve reserved fix slate postpone delay put move book arrange call "
    "invite summon convene".split()
)
HALF_A_YEAR = 183


def not_ahead(dated: Dated, clause: Clause, modality: Modality, published: When) -> Dated | None:
    """What is told in the past tense is over: a month without a year that would lie ahead is last year's."""
    when, timex, verb = dated.when, dated.timex, clause.verb
    past = (verb.tense == "past" or verb.perfect) and not verb.modal
    if timex is None or OWN_YEAR.search(timex.text):
        return dated
    if modality in FUTURE:
        return _nearer(dated, timex, published) if verb.tense == "past" or verb.modal == "would" else dated
    if not past or (timex.signal == "for" and verb.lemma in PLANNED):
        return dated
    if modality == "denied" and timex.signal in ("before", "by", "until"):
        return dated  # "was not planned before June"
    first, last = timex.when.first, timex.when.last
    if first is None or last is None or published.last is None or first <= published.last:
        return dated
    if verb.lemma == "agree" or (first == last and (verb.lemma in PLANNED or verb.chain)):
        return dated  # "agreed to meet in May"
    if first == last and (first - published.last).days <= HALF_A_YEAR:
        return None  # the day of what was asked for or agreed: "urged them to march on October 13"
    days = moved_by(first, last, -1, "year")
    if days is None:
        return dated
    first, last = days
    why = f"{when.explanation} That would be after publication, and it is told as past: the year before."
    moved = edtf.when_within(first, last, rule=when.rule, anchor=when.anchor, explanation=why)
    return Dated(since(moved, published, why) if timex.signal == "since" else moved, timex)


def _nearer(dated: Dated, timex: Timex, published: When) -> Dated:
    """ "It was to be signed on April 1", told in May: what had been planned for a day far ahead was for the last."""
    first, last = timex.when.first, timex.when.last
    if first is None or last is None or published.last is None or (first - published.last).days <= HALF_A_YEAR:
        return dated
    days = moved_by(first, last, -1, "year")
    if days is None:
        return dated
    why = f"{dated.when.explanation} That would be long after publication, and it had been planned: the year before."
    when = edtf.when_within(*days, rule=dated.when.rule, anchor=dated.when.anchor, explanation=why)
    return Dated(when, timex, dated.by and days[1])
