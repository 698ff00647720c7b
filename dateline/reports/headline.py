"""A line of at most 90 characters that can be read alone, in the article's own words."""

import re
from collections.abc import Mapping, Sequence

from dateline.model import Name, Span, Speaker, Timex
from dateline.reports.attribution import PRONOUNS, subject_span
from dateline.reports.boundaries import says
from dateline.reports.clauses import Parsed

WIDTH = 90
LEADING = re.compile(
    r"^(?:(?:and|but|or|so|yet|that|as|while|when|after|before|since|because|if|even|also|then|however|meanwhile|"
    r"moreover|nevertheless|who|which|wherein|to date|hours|days|weeks|a day|according to him|according to her)\b[, ]*)+",
    re.IGNORECASE,
)
DANGLING = (
    "and or but that which who to of in on at by for with from the a an as its their his her into than such including "
    "is are was were be been has have had will would over under about between against while when after before"
)
TRAILING = re.compile(rf"(?:[\s,;:–—-]+|\s+(?:{'|'.join(DANGLING.split())}))+$", re.IGNORECASE)
ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
THIRD_PERSON = frozenset(["he", "she", "it", "they"])
PLURALS = frozenset(
    "officials sources witnesses residents analysts diplomats leaders commanders critics observers experts activists "
    "authorities aides lawmakers members representatives reports forces rebels militants people police taliban media".split()
)
DAYS = frozenset(["day", "week"])
KEPT_SIGNALS = frozenset(["by", "since", "until", "before", "after", "from", "between", "into"])


def of_clause(
    parsed: Parsed,
    n: int,
    last: int,
    names: Sequence[Name],
    called: Mapping[str, str],
    timexes: Sequence[Timex],
    speaker: Speaker | None,
) -> str:
    """The headline of clause `n`, whose event ends before token `last`.

    `called` gives the name of an actor's id; `speaker` is who says it, where the narrator does not.
    """
    clause = parsed.clauses[n]
    if says(clause.verb) and clause.relation == "attribution":
        return _of_quotation(parsed, n, names, called)
    if says(clause.verb):
        last = max([last, *(c.last for c in parsed.clauses if c.governor == n)])
    subject = _subject(parsed, n, names, called)
    if subject.lower() in THIRD_PERSON and speaker and speaker.text.lower() not in PRONOUNS:
        subject = _short(speaker, called)  # "Ghafari said that he had seen …"
    text = _clean(_text(parsed, clause.first, last, timexes))
    if clause.subject is None or _starts_with_pronoun(parsed, n):
        text = _clean(_text(parsed, clause.verb.first, last, timexes))
        text = f"{subject} {text}" if subject else text
    tail = _tail(speaker, called) if speaker and not _same(speaker, subject, called) else ""
    return finish(text, tail)


def of_span(parsed: Parsed, span: Span, names: Sequence[Name], called: Mapping[str, str]) -> str:
    """The headline of an event that a noun phrase tells: "Presidential elections"; "… on a trip to Kabul"."""
    text = _clean(_text(parsed, span.start, span.end, ()))
    opening = parsed.words[0].low
    if span.start == 1 and opening in ("on", "during") and parsed.clauses:
        subject = _subject(parsed, 0, names, called)
        return finish(f"{subject} {opening} {text}")
    return finish(re.sub(r"^(?:the|a|an|this|its|their|his|her)\s+", "", text, flags=re.IGNORECASE))


def _of_quotation(parsed: Parsed, n: int, names: Sequence[Name], called: Mapping[str, str]) -> str:
    """ "“…,” said a senior official": the official, then the words."""
    said = " ".join(_text(parsed, 0, parsed.clauses[n].first, ()).split()).strip(" ,;:.–—-“”\"'")
    subject = _subject(parsed, n, names, called)
    if not subject or not said:
        return finish(said or subject)
    room = WIDTH - len(subject) - len(": “…”")
    words = said if len(said) <= room else _cut(said, room) + "…"
    return finish(f"{ARTICLE.sub('', subject)}: “{_balanced(words)}”") if room > 20 else finish(said)


def finish(text: str, tail: str = "") -> str:
    """Cut to width at a word, with who says so behind it where there is room."""
    text = _balanced(text)
    if len(text) + len(tail) > WIDTH:
        room = WIDTH - len(tail)
        if room < 50:
            tail, room = "", WIDTH
        text = _cut(text, room)
    line = TRAILING.sub("", text) + tail
    return line[:1].upper() + line[1:] if line else "Untitled"


def _tail(speaker: Speaker, called: Mapping[str, str]) -> str:
    """ ", Khalilzad says"; nothing where the text only has a pronoun."""
    if speaker.text.split()[0].lower() in PRONOUNS:
        return ""
    name = _short(speaker, called)
    head = re.split(r" (?:of|in|with|from) ", name)[0].split()[-1].lower()
    plural = head in PLURALS or " and " in name
    return f", {name} {'say' if plural else 'says'}" if len(name) <= 40 else ""


def _cut(text: str, width: int) -> str:
    """At most `width` characters, cut before a comma or a preposition where one stands near the end."""
    if len(text) <= width:
        return text
    short = text[: width + 1].rsplit(" ", 1)[0]
    breaks = [
        m.start() for m in re.finditer(r",? (?:to|of|in|on|at|by|for|with|from|as|that|who|which|and)\b|, ", short)
    ]
    good = [at for at in breaks if at >= width * 0.6]
    return TRAILING.sub("", short[: good[-1]] if good else short)


def _subject(parsed: Parsed, n: int, names: Sequence[Name], called: Mapping[str, str]) -> str:
    span = subject_span(parsed, n)
    if span is None:
        return ""
    start, end = parsed.words[span.start].start, parsed.words[span.end - 1].end
    text = _clean(_slice(parsed, start, end))
    if text.lower() in PRONOUNS:
        stands = next((name.id for name in names if name.span.start == start and name.id), None)
        return called.get(stands or "", text)
    return re.sub(r",? (?:who|which|that)$", "", text)


def _starts_with_pronoun(parsed: Parsed, n: int) -> bool:
    span = subject_span(parsed, n)
    return span is not None and parsed.words[span.start].low in PRONOUNS and span.end - span.start == 1


def _slice(parsed: Parsed, start: int, end: int) -> str:
    offset = parsed.sentence.span.start
    return parsed.sentence.text[start - offset : end - offset]


def _text(parsed: Parsed, first: int, last: int, timexes: Sequence[Timex]) -> str:
    """The words `[first, last)` without expressions of days and weeks: the date stands beside the headline."""
    start, end = parsed.words[first].start, parsed.words[last - 1].end
    text = _slice(parsed, start, end)
    for timex in sorted(timexes, key=lambda t: -t.span.start):
        days = timex.type in ("DATE", "TIME") and timex.when.precision in DAYS and not timex.value.endswith("_REF")
        inside = start <= timex.span.start and timex.span.end <= end
        if (
            not days
            or not inside
            or timex.signal in KEPT_SIGNALS
            or text[timex.span.end - start :].startswith(("'", "’"))
        ):
            continue
        before = text[: timex.span.start - start]
        if timex.signal and before.rstrip().lower().endswith(" " + timex.signal):
            before = before.rstrip()[: -len(timex.signal)]
        elif timex.signal and before.strip().lower() == timex.signal:
            before = ""
        text = before + text[timex.span.end - start :]
    return text


def _clean(text: str) -> str:
    text = " ".join(text.split()).strip(" ,;:.–—-“”\"'")
    text = LEADING.sub("", text)
    text = re.sub(r"\s+([,.;:])", r"\1", text)
    text = re.sub(r",\s*,", ",", text)
    return text.strip(" ,;:.–—-")


def _balanced(text: str) -> str:
    """Without quotation marks and brackets that have lost their other half."""
    for opening, closing in (("“", "”"), ("(", ")")):
        if text.count(opening) != text.count(closing):
            text = text.replace(opening, "").replace(closing, "")
    if text.count('"') % 2:
        text = text.replace('"', "")
    return " ".join(text.split())


def _same(speaker: Speaker, subject: str, called: Mapping[str, str]) -> bool:
    names = {ARTICLE.sub("", speaker.text).casefold(), _short(speaker, called).casefold()}
    low = subject.casefold()
    return bool(low) and any(name in low or low in name for name in names if name)


def _short(speaker: Speaker, called: Mapping[str, str]) -> str:
    """A person by the family name where the text gives a long title; others as the text has them."""
    name = ARTICLE.sub("", speaker.text)
    full = called.get(speaker.actor or "", "").split()
    person = len(full) > 1 and all(word[0].isupper() for word in full) and len(full) <= 4
    return full[-1] if person and full[-1] in name and len(name) > 20 else name
