"""Makes a headline fit its width, and keeps its verb: what is left out first is what the verb can do without."""

import re
from collections.abc import Collection, Iterator, Sequence

from dateline.reports.clauses.clause import Clause
from dateline.reports.drafts.draft import Draft
from dateline.reports.grammar.closed_classes import COORDINATORS, DETERMINERS, MARKS, PREPOSITIONS, RELATIVES
from dateline.reports.grammar.verb_group import gerund, known, participle
from dateline.reports.headlines.cutting import AS_LONG, cut, open_ended, phrases
from dateline.reports.headlines.shortening import (
    MORE_THAN,
    WIDTH,
    alone,
    balanced,
    clean,
    tidy,
    without_aside,
    without_brackets,
    without_titles,
)
from dateline.reports.headlines.without_dates import words_of

OFFICE = re.compile(r"^(, \w+) (?:to|of|in|for|at|with) .* (\w+)$")  # ", adviser to the Border Guards says"
SEVERAL = re.compile(r"^(, [\w ]+s) and .* (\w+)$")  # ", residents and a monitoring group say"
OBJECT = (" her", " his own", " theirs")  # with these a whole line may end
ROOM = 40  # letters that who says so leaves to what is said


def fitted(work: Draft, text: str, tail: str, verbs: Sequence[int] = ()) -> str:
    """Within the width: asides and titles go first, then the end, and who says so only if nothing else helps.

    `verbs` are the clauses whose verbs are to stay, the foremost first: where one would be cut off, its subject is
    told by its first words.
    """
    text = whole = AS_LONG.sub("…", MORE_THAN.sub("", balanced(text)))
    people = [name.text for name in work.names if name.kind == "person" and not name.implied]
    for shorten in (without_aside, lambda text: without_titles(text, people), without_brackets):
        if len(text) + len(tail) > WIDTH:
            text = shorten(text)
    if len(text) + len(tail) > WIDTH:
        text, tail = _cut(work, text, tail, verbs)
    line = alone(text) if text == whole and text.endswith(OBJECT) else tidy(alone(text))
    if verbs and _verb(work, text, verbs[0]) and not _verb(work, line, verbs[0]):
        line = alone(text)  # "A truce, announced in May 2018, ended": no word waits for another
    line = (line if line == whole else balanced(line)) + tail
    if not line:
        return "Untitled"
    capital = line[0].upper()
    return (capital if len(capital) == 1 else line[0]) + line[1:]  # no letter begins a line as two: "ß" as "SS"


def _cut(work: Draft, text: str, tail: str, verbs: Sequence[int]) -> tuple[str, str]:
    """The text cut, and who says so, if there is room for it."""
    if WIDTH - len(tail) < ROOM:
        tail = ""
    lines = [text]
    for n in verbs:
        lines += [short for line in lines for short in _with_short_subject(work, line, n)]
    whole = _whole(work, verbs)
    tails = list(dict.fromkeys((tail, OFFICE.sub(r"\1 \2", tail), SEVERAL.sub(r"\1 \2", tail), "")))
    for kept in (verbs, verbs[:1]):
        for cuts in (_phrases, _open_ended):
            for end in tails:
                for line in cuts(lines, WIDTH - len(end), whole):
                    if all(_has_predicate(work, line, n) or _has_verb(work, line, n) for n in kept):
                        return line, end
    return cut(text, WIDTH - len(tail), whole), tail


def _phrases(lines: Sequence[str], width: int, whole: Collection[str]) -> Iterator[str]:
    """What the lines may be cut to at the end of a phrase, the best first."""
    yield from (line for line in lines if len(line) <= width)
    for strict in (True, False):
        for line in lines:
            yield from phrases(line, width, whole, strict=strict)


def _open_ended(lines: Sequence[str], width: int, _: Collection[str]) -> Iterator[str]:
    return (open_ended(line, width) for line in lines if len(line) > width)


def _whole(work: Draft, verbs: Sequence[int]) -> list[str]:
    """The words that no cut parts: names, and every clause from its first word to its verb and what that takes."""
    names = [name.text for name in work.names if " " in name.text and not name.implied]
    others = [clause for n, clause in enumerate(work.clauses) if n not in verbs and clause.first < clause.verb.last]
    return names + [" ".join(words_of(work, clause.first, _object_end(work, clause)).split()) for clause in others]


def _object_end(work: Draft, clause: Clause) -> int:
    """The token behind the verb and a noun phrase right behind it."""
    k, words = clause.verb.last, work.parsed.words
    while k < clause.last and words[k].low not in PREPOSITIONS | MARKS | COORDINATORS | RELATIVES | {"to", "that", "."}:
        k += 1
    return k


def _verb(work: Draft, line: str, n: int) -> re.Match[str] | None:
    """The last word of the verb of clause `n` in the line."""
    return re.search(rf"\b{re.escape(work.parsed.words[work.clauses[n].verb.last - 1].text)}(?!\w)", line)


def _has_predicate(work: Draft, line: str, n: int) -> bool:
    """Whether the verb of clause `n` is in the line, and something behind it where anything follows."""
    clause = work.clauses[n]
    told = _verb(work, line, n)
    behind = words_of(work, clause.verb.last, clause.last) if clause.verb.last < clause.last else ""
    return told is not None and bool(line[told.end() :].strip() or not clean(behind))


def _has_verb(work: Draft, line: str, n: int) -> bool:
    """Whether the verb of clause `n` is in the line, where it can stand without what follows: "met in Amman"."""
    words, verb = work.parsed.words, work.clauses[n].verb
    following = [word.low for word in words[verb.last : verb.last + 2]]
    alone = following[:1] != [] and following[0] in PREPOSITIONS and following[-1] != "least"
    return _verb(work, line, n) is not None and alone


def _with_short_subject(work: Draft, text: str, n: int) -> list[str]:
    """ "A raid on a village in the north has killed nine" -> "A raid on a village has killed nine", "A raid has …"."""
    span, clause = work.subject(n), work.clauses[n]
    if span is None or clause.subject is None or clause.verb.first <= span.start:
        return []
    if any(word.low in ("what", "how", "why") for word in work.parsed.words[span.start : span.end]):
        return []  # no noun phrase
    predicate = clean(words_of(work, clause.verb.first, clause.last))
    if not predicate:
        return []  # "For the year ended June 30, …": nothing is left of it without its date
    subject, found, rest = text.partition(predicate[:ROOM])
    if not found or not subject.strip():
        return []
    lines: list[str] = []
    for short in short_subjects(work, n):
        at = subject.casefold().find(short.casefold())
        said = subject[: at + len(short)] if clause.governor is not None and at >= 0 else short
        lines.append(f"{said} {found}{rest}")  # also "The army warned that a raid …"
    return lines


def short_subjects(work: Draft, n: int) -> list[str]:
    """ "A raid on a village", "A raid" of "A raid on a village in the north": without what only describes it."""
    span = work.subject(n)
    if span is None:
        return []
    words, verb = work.parsed.words, work.clauses[n].verb.first
    if words[verb - 1].low in ("that", "which", "who") and words[verb - 2].low not in MARKS:
        return []  # "the mayor accused of ordering the raid that killed nine": the raid did
    least = span.start + 1 + (words[span.start].low in DETERMINERS)
    comma = next((k for k in range(least, span.end) if words[k].low == ","), span.end - 1)
    ends = [k for k in range(comma, least - 1, -1) if _only_describes(work, k) and not participle(words[k - 1].low)]
    last = next((k for k in range(verb - 1, least, -1) if words[k].low == ","), verb)
    if last + 1 < verb and (words[last + 1].low in DETERMINERS or words[last + 1].text[0].isupper()):
        ends = [k for k in ends if k > last]  # "In the capital, Aden, the army": the subject is still to come
    return [short for k in ends if (short := clean(words_of(work, span.start, k)))]


def _only_describes(work: Draft, k: int) -> bool:
    """Whether what begins with token `k` only describes what stands before it, as "of" and "between" do not."""
    words = work.parsed.words
    low, before = words[k].low, words[k - 1].low
    if before in DETERMINERS | PREPOSITIONS | COORDINATORS or low in ("of", "between", "(", ")", "-"):
        return False
    if words[k].text[0].isupper() and words[k - 1].text[0].isupper():
        return False  # "the Revolutionary" of " Armed Forces"
    if gerund(before) and words[k - 2].low not in DETERMINERS:
        return False  # "the threat stemming" of " from the camps"
    following = next((word for word in words[k + 1 :] if word.low not in DETERMINERS), words[k])
    if low in PREPOSITIONS and words[k - 1].text[0].isupper() and following.text[0].isupper():
        return False  # "the Group for the Support of Islam"
    if low in COORDINATORS and k + 1 < len(words) and words[k + 1].low in PREPOSITIONS:
        return True  # "voters in the north and in the east"
    describing = participle(low) or (known(low, "ing") and following.low in PREPOSITIONS)
    return low in PREPOSITIONS or low in RELATIVES or low in MARKS or describing is not None
