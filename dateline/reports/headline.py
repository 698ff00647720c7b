"""A line of at most 90 characters that can be read alone, in the article's own words."""

import re
from collections.abc import Sequence

from dateline.model import Name, Span, Speaker, Timex
from dateline.reports.attribution import PRONOUNS, subject_span
from dateline.reports.clauses import Clause, Parsed

WIDTH = 90
LEADING = re.compile(
    r"^(?:(?:and|but|or|so|yet|that|as|while|when|after|before|since|because|if|even as|even if|also|then|however|meanwhile|"
    r"moreover|nevertheless|first|who|which|wherein|undoubtedly)\b[, ]*)+",
    re.IGNORECASE,
)
TRAILING = re.compile(
    r"(?:[\s,;:–—-]+|\s+(?:and|or|but|that|which|who|to|of|in|on|at|by|for|with|from|the|a|an|as|its|their|his|her))+$",
    re.I,
)
SPACE = re.compile(r"\s+")


def of_clause(
    parsed: Parsed,
    n: int,
    names: Sequence[Name],
    called: dict[str, str],
    timexes: Sequence[Timex],
    speaker: Speaker | None,
) -> str:
    """The headline of clause `n`. `called` gives the name of an actor's id; `speaker` is who says it, if a party."""
    clause = parsed.clauses[n]
    subject = _subject(parsed, n, names, called)
    text = _clean(_without_time(parsed, clause, timexes))
    own = clause.subject is not None
    if not own or _is_pronoun(parsed, clause):
        text = _clean(_from_verb(parsed, clause, timexes))
        text = f"{subject} {text}" if subject else text
    return finish(text, speaker if speaker and not _same(speaker, subject, text) else None)


def finish(text: str, speaker: Speaker | None = None) -> str:
    """Cut to width at a word, with who says so behind it where there is room."""
    text = _balanced(text)
    tail = ""
    if speaker and speaker.text.lower() not in PRONOUNS:
        name = re.sub(r"^(?:the|a|an)\s+", "", speaker.text)
        tail = f", {name} says" if len(name) <= 40 else ""
    if len(text) + len(tail) > WIDTH:
        text = _cut(text, WIDTH - len(tail) if tail and WIDTH - len(tail) >= 50 else WIDTH)
        tail = tail if len(text) + len(tail) <= WIDTH else ""
    line = TRAILING.sub("", text) + tail
    return line[:1].upper() + line[1:] if line else "Untitled"


def _cut(text: str, width: int) -> str:
    if len(text) <= width:
        return text
    short = text[:width].rsplit(" ", 1)[0]
    return TRAILING.sub("", short)


def _subject(parsed: Parsed, n: int, names: Sequence[Name], called: dict[str, str]) -> str:
    span = subject_span(parsed, n)
    if span is None:
        return ""
    words = parsed.words[span.start : span.end]
    start, end = words[0].start, words[-1].end
    text = _clean(parsed.sentence.text[start - parsed.sentence.span.start : end - parsed.sentence.span.start])
    if text.lower() in PRONOUNS:
        stands = next((m.id for m in names if m.span.start == start and m.id), None)
        return called.get(stands or "", text)
    return text


def _is_pronoun(parsed: Parsed, clause: Clause) -> bool:
    if clause.subject is None:
        return False
    words = [w.low for w in parsed.words[clause.subject.start : clause.subject.end] if w.is_word]
    return bool(words) and words[-1 if len(words) > 1 and words[0] not in PRONOUNS else 0] in PRONOUNS


def _from_verb(parsed: Parsed, clause: Clause, timexes: Sequence[Timex]) -> str:
    return _text(parsed, clause.verb.first, clause.last, timexes)


def _without_time(parsed: Parsed, clause: Clause, timexes: Sequence[Timex]) -> str:
    return _text(parsed, clause.first, clause.last, timexes)


def _text(parsed: Parsed, first: int, last: int, timexes: Sequence[Timex]) -> str:
    """The words `[first, last)` without the time expressions of days: the date stands beside the headline."""
    start, end = parsed.words[first].start, parsed.words[last - 1].end
    offset = parsed.sentence.span.start
    text = parsed.sentence.text[start - offset : end - offset]
    for timex in sorted(timexes, key=lambda t: -t.span.start):
        if (
            timex.type not in ("DATE", "TIME")
            or timex.when.precision not in ("day", "week")
            or timex.span.start < start
            or timex.span.end > end
        ):
            continue
        a, b = timex.span.start - start, timex.span.end - start
        before = text[:a]
        if timex.signal and before.rstrip().lower().endswith(timex.signal):
            before = before.rstrip()[: -len(timex.signal)]
        if timex.signal in ("by", "since", "until", "before", "after"):
            continue
        text = before + text[b:]
    return text


def _clean(text: str) -> str:
    text = SPACE.sub(" ", text).strip(" ,;:.–—-“”\"'")
    text = LEADING.sub("", text)
    text = re.sub(r"\s+([,.;:])", r"\1", text)
    text = re.sub(r",\s*,", ",", text)
    return text.strip(" ,;:.–—-")


def _balanced(text: str) -> str:
    for opening, closing in (("“", "”"), ("(", ")")):
        if text.count(opening) != text.count(closing):
            text = text.replace(opening, "").replace(closing, "")
    if text.count('"') % 2:
        text = text.replace('"', "")
    return SPACE.sub(" ", text).strip()


def _same(speaker: Speaker, subject: str, text: str) -> bool:
    name = re.sub(r"^(?:the|a|an)\s+", "", speaker.text).casefold()
    return bool(name) and (name in subject.casefold() or text.casefold().startswith(name))


def of_span(parsed: Parsed, span: Span) -> str:
    """The headline of an event that a noun phrase tells: "Presidential elections"."""
    text = _clean(_text(parsed, span.start, span.end, ()))
    return finish(re.sub(r"^(?:the|a|an|this|its|their|his|her)\s+", "", text, flags=re.I))
