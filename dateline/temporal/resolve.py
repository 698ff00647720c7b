"""Gives each time expression its value and its days, counted from the publication or from what the text told."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import assert_never

from dateline.edtf import NOTHING, lasts, precision_of, within
from dateline.model import Precision, Sentence, Timex, When
from dateline.temporal.context.cues import direction, lasts_until_now
from dateline.temporal.context.dated import Dated, beside, is_over, narrowed, quarter_to, ranked, week_around
from dateline.temporal.context.discourse import NO_ANCHOR, Anchor, Discourse, publication, quotation, that_day
from dateline.temporal.context.filed import filed
from dateline.temporal.context.following import goes_on
from dateline.temporal.context.narrative import is_narrative, is_of_today, is_weekday, reaches_to
from dateline.temporal.context.own_day import day_before, is_morning_after, opens_with_a_clock, own_day
from dateline.temporal.context.standing import is_quoted
from dateline.temporal.context.tense import NEARER, OVERTAKEN
from dateline.temporal.days.calendar import Interval, shift
from dateline.temporal.explain import explanation, is_implied
from dateline.temporal.grammar.expression import (
    Calendar,
    Duration,
    Edge,
    Expression,
    Holiday,
    Mention,
    Relative,
    Repeated,
    TimeOfDay,
    Vague,
    Years,
)
from dateline.temporal.resolving import feasts, fields, periods

NIGHT = "NI"  # ISO 8601 has none: that of TIMEX3, for "overnight"


def resolve(
    mentions: Sequence[Mention], text: str, sentences: Sequence[Sentence], published: When
) -> tuple[Timex, ...]:
    """The mentions of one text with values, in order.

    `published` may be a day, an interval of days, open or unknown: what cannot be told from it stays open in the
    value (`XXXX-09-12`, `XXXX-WXX-5`) and in the bounds. A year that neither text nor anchor gives is never guessed.
    """
    speech = publication(published)
    story = is_narrative(mentions, speech.days)
    talk = Discourse(speech, story, speech)
    speech = filed(mentions, sentences, speech)
    recent = reaches_to(mentions, speech.days)
    found: dict[int, Timex] = {}
    paragraph = -1
    for sentence, inside in _by_sentence(mentions, sentences):
        said, talk.beside, talk.year = speech, None, None
        if sentence.paragraph != paragraph:
            paragraph, talk.day, talk.history, talk.coarse = sentence.paragraph, None, None, False
            talk.flashback.past = None
            if inside and opens_with_a_clock(mentions[inside[0]], sentence):
                talk.last_day = None  # an entry of a live report: of the day of publication
        if sentence.headline:
            talk.open_section(sentence, None, None)
        for i in sorted(inside, key=lambda i: is_quoted(mentions[i], sentence)):
            mention = own_day(mentions, i, text, sentence)
            quoted = is_quoted(mention, sentence)
            talk.look_back(mention, sentence)
            talk.narrative = story and not (recent and not quoted and is_of_today(mention.expression))
            talk.joined, talk.since = _joined(found.get(i - 1), mention, text)
            talk.of_clock = day_before(found.get(i - 1), mention, text)
            talk.goes_on = i - 1 in found and goes_on(text[found[i - 1].span.end : mention.span.start])
            talk.speech = talk.story() if talk.narrative else said if quoted else speech
            if _is_over(mention) and i - 1 in inside and (told := found.get(i - 1)):
                talk.speech = that_day(Dated(told.value, told.when.first, told.when.last))
            found[i] = timex = _timex(mention, text, sentence, talk)
            if not quoted and timex.type == "DATE" and timex.when.precision == "day" and timex.when.first:
                said = quotation(timex.when.first, timex.text)
    return tuple(found[i] for i in sorted(found))


def _by_sentence(mentions: Sequence[Mention], sentences: Sequence[Sentence]) -> Iterator[tuple[Sentence, list[int]]]:
    """Each sentence that has mentions, and each heading, with the indexes of the mentions, in the text's order."""
    at = 0
    for sentence in sentences:
        inside = []
        while at < len(mentions) and mentions[at].span.start < sentence.span.end:
            inside.append(at)
            at += 1
        if inside or sentence.headline:
            yield sentence, inside


def _is_over(mention: Mention) -> bool:
    """ "Signed a truce on May 3, ending ten years of war", "In 2004 he broke off two years of talks": until then."""
    strife = isinstance(mention.expression, Duration) and mention.expression.stretch == "past"
    return strife and not OPEN.match(mention.text)


def _joined(before: Timex | None, mention: Mention, text: str) -> tuple[Dated | None, date | None]:
    """The date told in one breath with the next, "in January and February", "last year, in July"; and the day
    that it is if the next one is the end of a time that began on it, "from Monday to Friday"."""
    if before is None or before.type not in ("DATE", "TIME"):
        return None, None
    in_year = before.when.precision == "year"
    joined = (WITHIN_YEAR if in_year else JOINT).fullmatch(text, before.span.end, mention.span.start)
    if not joined or (in_year and before.signal == "since"):  # "of which it has been part since 1925, on June 8"
        return None, None
    lasting = before.signal == "between" or LASTING.fullmatch(joined[0])
    began = before.when.first if lasting and before.when.precision == "day" else None
    return Dated(before.value, before.when.first, before.when.last), began


def _timex(mention: Mention, text: str, sentence: Sentence, talk: Discourse) -> Timex:
    cue = direction(text, sentence, mention.span, mention.signal) if _needs_tense(mention.expression) else 0
    if cue in (NEARER, OVERTAKEN):
        cue = NEARER if is_weekday(mention.expression) else 1 if cue == NEARER else 0
    expression = mention.expression
    if isinstance(expression, Duration) and lasts_until_now(text, sentence, mention.span, mention.signal):
        expression = replace(expression, stretch="past")
    try:
        found, anchor = _resolved(expression, talk, cue)
    except (OverflowError, ValueError):  # before the year 1 or after 9999, where `datetime` ends: left open
        found, anchor = Dated("XXXX"), NO_ANCHOR
    when = _when(mention, found, anchor, cue)
    talk.hear(mention, found, sentence)
    if sentence.headline:
        talk.open_section(sentence, mention, found)
    length = mention.type == "TIME" and found.value.startswith("PT")  # "two hours later"
    return Timex(mention.span, mention.text, "DURATION" if length else mention.type, found.value, when, mention.signal)


def _needs_tense(expression: Expression) -> bool:
    """Whether past or future makes a difference: not for "2001", "two weeks ago" or "18 years"."""
    match expression:
        case Duration() | Repeated() | Vague() | Years():
            return False
        case Calendar(year=year):
            return year is None
        case Relative(n=n):
            return n == 0
        case _:
            return True


def _resolved(expression: Expression, talk: Discourse, cue: int) -> tuple[Dated, Anchor]:
    """What the expression means here, and what it was counted from."""
    match expression:
        case Calendar():
            return fields.calendar(expression, talk, cue)
        case Holiday():
            return feasts.holiday(expression, talk, cue)
        case Years():
            return fields.years(expression, talk)
        case Relative():
            return periods.relative(expression, talk, cue)
        case Duration():
            return periods.duration(expression, talk)
        case Repeated(value=value):
            return Dated(value), NO_ANCHOR
        case Vague(ref=ref):
            return periods.vague(ref, talk)
        case TimeOfDay(day=day, clock=clock):
            told = talk.of_clock or (talk.told_day() if day is None else None)
            if told and not talk.of_clock and cue > 0 and not talk.narrative and is_over(told, talk.speech.days):
                told = None  # "will leave at noon": of the day that it is told, and not of the past one told last
            if told and ((clock == NIGHT and talk.left_behind(told)) or (cue < 0 and _is_to_come(told, talk))):
                told, day = None, Relative(0, "day", "speech")
            base, anchor = (told, NO_ANCHOR) if told else _resolved(day or Relative(0, "day", "either"), talk, cue)
            if day is None and is_morning_after(clock, talk.joined, talk.day, talk.published.days[1]):
                base = beside(base, 1)
            value = base.value.partition("T")[0]
            value = value if len(value.removeprefix("BC")) == 10 else "XXXX-XX-XX"
            return base._replace(value=f"{value}T{clock}"), anchor
        case Edge(base=inner, edge=edge):
            base, anchor = _resolved(inner, talk, cue)
            if edge in BESIDE:
                return beside(base, BESIDE[edge]), anchor
            if edge in ("week", "weekend"):
                return week_around(base, edge), anchor
            if edge == "quarter before":
                return quarter_to(base), anchor
            if edge[-1].isdigit() or edge.endswith(" last"):
                return ranked(base, edge), anchor
            return narrowed(base, edge, talk.speech.days), anchor
        case _:
            assert_never(expression)


def _is_to_come(told: Dated, talk: Discourse) -> bool:
    """Whether news told last of a day that is still ahead, so that who has waited "since dawn" waits on another."""
    said = talk.speech.days[1]
    return bool(not talk.narrative and said and told.first and told.first > said)


OPEN = re.compile(r"(?:the|this) (?:past|last)|recent", re.IGNORECASE)  # until now, whatever was told before
JOINT = re.compile(r",? (?:and|or|to|until|till|through) (?:in |on )?|, |[-–—]")
LASTING = re.compile(r" (?:to|until|till|through) (?:on )?|[-–—]")
WITHIN_YEAR = re.compile(r",? (?:in|on) ")
BESIDE = {"day before": -1, "day after": 1, "week before": -7, "week after": 7}  # days


def _when(mention: Mention, found: Dated, anchor: Anchor, cue: int) -> When:
    about = _weeks_on(mention.expression, anchor)
    first, last = about or (found.first, found.last)
    edtf = (lasts if found.lasts else within)(first, last) if first or last else NOTHING
    edtf = f"{edtf}~" if about and first == last else edtf
    why = explanation(mention, found, anchor, edtf, cue)
    stated = not is_implied(mention.expression)
    precision = precision_of(first, last) if about else _precision(found)
    return When(edtf, first, last, precision, stated, mention.rule, anchor.label, why)


def _weeks_on(expression: Expression, anchor: Anchor) -> Interval | None:
    """ "A week later": about seven days from what was told, and not the calendar's next week."""
    match expression:
        case Relative(n=int(n), unit="week", base="reference", half=False, within=None) if (
            n and anchor.label.startswith("told ")
        ):
            first, last = anchor.days
            return shift(first, last, 7 * n, "day") if first and last else None
        case _:
            return None


def _precision(found: Dated) -> Precision:
    """How finely the words say when; a season and a decade go by their names, not by their number of days."""
    if found.lasts and found.first != found.last:
        return "range"
    if found.value[4:] in ("-SP", "-SU", "-FA", "-WI"):
        return "season"
    if len(found.value) == 3 and found.value.isdigit():
        return "decade"
    return precision_of(found.first, found.last)
