"""Finds the names of one article, with the cues that say what each is. Knows the package's lexicon, not the archive."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from dateline.model import WITHHELD, Sentence, Span
from dateline.names.finding import knowledge, runs
from dateline.names.finding.candidate import Candidate
from dateline.names.finding.classify import candidates_of
from dateline.names.finding.clause import finite
from dateline.names.finding.guess import Context
from dateline.names.finding.pieces import Piece, cut, pieces_of, run_of
from dateline.names.finding.spelling import fold
from dateline.names.finding.tokens import Words, words_of
from dateline.names.reference.anaphora import POSSESSIVES, PRONOUNS, REFLEXIVES, anaphor_at, nouns, office_at

_OPENS = re.compile(r"[\"“‘'`:;—(\[.?!*#|]\s*\Z|--\s*\Z")
_LETTERS = re.compile(r"[^\W\d_]{4,}")
_DETERMINERS = frozenset("the a an this that these those his her its their our my your i".split())
_MOSTLY = 0.7  # of the longer words of a headline begin with a capital
_NEARLY_ALL = 0.9  # of those of a sentence in capitals


def find(text: str, sentences: Sequence[Sentence], dateline: Span | None) -> tuple[Candidate, ...]:
    """The names in `text`, in order.

    `text` is the article's body, as long as its file; `dateline` the span of the place in its header line, which
    the body may have blanked. Pure: depends on nothing but its arguments and the package's data.
    """
    found: list[Candidate] = []
    if dateline is not None:
        found.append(_header_place(text, dateline))
    for number, sentence in enumerate(sentences):
        inside = _in_sentence(text, number, sentence)
        if dateline is not None and sentence.span.meets(dateline):  # "Kabul: The minister said": it is found already
            inside = (candidate for candidate in inside if not candidate.span.meets(dateline))
        if sentence.quoted:
            inside = (_quoted(candidate, sentence) for candidate in inside)
        found.extend(inside)
        found.extend(_withheld(text, number, sentence))
    return tuple(sorted(found, key=lambda c: (c.span, -len(c.text))))


def _quoted(candidate: Candidate, sentence: Sentence) -> Candidate:
    start = candidate.span.start
    at = bisect_right(sentence.quoted, (start, sentence.span.end)) - 1
    inside = at >= 0 and start < sentence.quoted[at].end
    return candidate._replace(quoted=True) if inside else candidate


def _withheld(text: str, number: int, sentence: Sentence) -> Iterator[Candidate]:
    """Where the editor withholds a name: no name, but "he" may be that person from there on."""
    if WITHHELD in sentence.text:
        for run in re.finditer(f"{WITHHELD}+", text[sentence.span.start : sentence.span.end]):
            span = Span(sentence.span.start + run.start(), sentence.span.start + run.end())
            yield Candidate(span, run[0], number, None, 0, anaphor=WITHHELD)


def _header_place(text: str, span: Span) -> Candidate:
    place = text[span.start : span.end].strip()
    return Candidate(
        span, place, -1, "place", 4, "place", knowledge.lexicon().get(fold(place)), knowledge.is_place(fold(place))
    )


def _in_sentence(text: str, number: int, sentence: Sentence) -> Iterator[Candidate]:
    words = words_of(text, sentence.span.start, sentence.span.end)
    doubtful = _capitals_say_nothing(words.texts, sentence.headline)
    keys = [""] * len(words)
    small, done = _small_words(), 0
    marked = zip(words.texts, words.capitals, strict=True)
    for at in [index for index, (word, capital) in enumerate(marked) if capital or word in small]:
        if at < done:
            continue
        the = at + 1 < len(words) and words.texts[at] == "The"  # "The Government said"
        anaphor = anaphor_at(text, words, at + 1 if the else at, number)
        office = None if anaphor else office_at(text, words, at + 1 if the else at, number)
        if office:
            yield office
            done = bisect_left(words.starts, office.span.end)
        elif anaphor:
            yield anaphor
            done = at + 2 if the else at + 1
        elif runs.starts(words, at, text):
            done = runs.end(words, at, text)
            first = at + (words.lows[at] == "the")
            full = runs.in_full(words, first, done, text)
            if full > done:
                _fold(text, words, keys, first, full)
                context = Context(text, words, keys, number, first == 0, doubtful)
                known = knowledge.lexicon().get(" ".join(keys[first:full]))
                piece = Piece(first, full, "known", known) if known else Piece(first, full, "organisation")
                yield from candidates_of(context, [piece])
                done = full
                continue
            _fold(text, words, keys, at, done)
            done = _known_end(text, words, keys, at, done)
            initial = at == 0 or bool(_OPENS.search(text, max(0, words.starts[at] - 4), words.starts[at]))
            start, stop = _trimmed(words, keys, at, done, initial)
            context = Context(text, words, keys, number, initial and start == at, doubtful)
            yield from candidates_of(context, pieces_of(words, keys, start, stop, doubtful))


@cache
def _small_words() -> frozenset[str]:
    """The words in lower case at which a mention may begin."""
    return frozenset(nouns()) | PRONOUNS | POSSESSIVES.keys() | REFLEXIVES.keys() | runs.openers()


def _fold(text: str, words: Words, keys: list[str], start: int, end: int) -> None:
    """Fill in the folded words `[start, end)`; the possessive of "People's Party" belongs to its word."""
    for at in range(start, end):
        keys[at] = fold(words.texts[at])
        if words.possessives[at] and at + 1 < end and text.startswith("s", words.ends[at] + 1):
            keys[at] += "s"


def _known_end(text: str, words: Words, keys: list[str], start: int, end: int) -> int:
    """The run's end, further on where a known name goes over a small word: "Bosnia and Herzegovina"."""
    for at in range(start, end):
        most = min(at + knowledge.longest(keys[at]), len(words.texts))
        if most <= end:
            continue
        _fold(text, words, keys, end, most)
        for stop in range(most, end, -1):
            between = text[words.ends[at] : words.starts[stop - 1]]
            if words.capitals[stop - 1] and " ".join(keys[at:stop]) in knowledge.lexicon() and "\n\n" not in between:
                return stop
    return end


def _trimmed(words: Words, keys: Sequence[str], start: int, end: int, initial: bool) -> tuple[int, int]:
    """The run without a sentence's first word, where that is no name, and without days and months at its ends."""
    calendar = knowledge.words("common_words", "calendar")
    while start < end and keys[start] in _DETERMINERS and run_of(words, keys, start, end).known(0)[0] <= 1:
        start += 1
    if start < end and initial and not _keeps_first(words, keys, start, end):
        start += 1
        while start < end and not words.capitals[start]:
            start += 1
    while start + 1 < end and keys[start] in _before_hyphen() and words.ends[start] + 1 == words.starts[start + 1]:
        start += 1
    while start < end and keys[start] in calendar and not (start + 1 < end and keys[start] == "jan"):
        start += 1
    while end > start and (keys[end - 1] in calendar or not (words.capitals[end - 1] or runs.syllable(words, end - 1))):
        if end - 2 >= start and keys[end - 2] in knowledge.given_names():
            break
        end -= 1
    return start, end


@cache
def _before_hyphen() -> frozenset[str]:
    return knowledge.words("nouns_of_names", "before_hyphen")


def _keeps_first(words: Words, keys: Sequence[str], start: int, end: int) -> bool:
    """Whether the first word of a sentence belongs to a name: it is no common word, or begins a known or full name."""
    if keys[start] not in knowledge.words("common_words", "words") and keys[start] not in finite():
        return True
    if keys[start] in knowledge.given_names() and start + 1 < end:
        return keys[start + 1] not in knowledge.words("common_words", "words")  # "Bill Clinton", not "Will Congress"
    run = run_of(words, keys, start, end)
    first = cut(run)[0]
    if first.what == "known":
        return (first.known is not None and first.known.kind != "nationality") or first.end > 1
    if first.what == "lone":
        return end == start + 1
    if first.what == "unknown":
        return False
    later = run.known(1)[0] if end > start + 1 else 0
    return later < first.end or later == 2  # "Twelve Arab League nations": the known name begins later


def _capitals_say_nothing(words: Sequence[str], headline: bool) -> bool:
    """Whether this is a headline in title case or a line in capitals, and not a sentence full of names."""
    longer: list[str] = []
    for word in words:
        if len(word) > 3:
            longer += [word] if word.isalpha() else _LETTERS.findall(word)
    share = _MOSTLY if headline else _NEARLY_ALL
    return len(longer) >= 3 and sum(word[0].isupper() for word in longer) >= share * len(longer)
