"""How a name stands in its clause: as a place, as a modifier, or as somebody who acts."""

import re
from functools import cache, lru_cache

from dateline.lexicon.load import document
from dateline.names.finding import knowledge
from dateline.names.finding.candidate import Use
from dateline.names.finding.tokens import Words

_VERB_AFTER = re.compile(r"(?:[\"”’)\]]*,?\s+|['’]s\s+)(?:(?:also|then|later|[a-z]{3,}ly)\s+)?([a-z][a-z'’]*)")
_SKIPPED_BEFORE = frozenset(
    "the a an both central northern southern eastern western north south east west northeastern northwestern "
    "southeastern southwestern north-eastern north-western south-eastern south-western neighbouring neighboring "
    "nearby".split()
)


LIST = 30  # words of a list of names
OPENS = 3  # words within which a sentence has begun: "Some 300 troops from"
_APOSTROPHES = ("'", "’")
_KNOWN_WORDS = 1 << 16  # words of which it is remembered whether they are verbs: as many as a large archive has


@cache
def finite() -> frozenset[str]:
    """Words that show that the name before them has a verb of its own."""
    return frozenset().union(*(knowledge.words("cues", key) for key in ("auxiliary", "saying", "finite")))


@lru_cache(_KNOWN_WORDS)
def is_verb(word: str) -> bool:
    """Whether this lower-case word after a name is its verb, by list or by its ending."""
    return word in finite() or word in _pasts() or (word.endswith("ed") and len(word) > 4)


@cache
def _pasts() -> frozenset[str]:
    """The irregular forms of the past that are no other form of their verb: "flew", "wrote"."""
    irregular = document("verbs").data["irregular"]
    return frozenset(forms[0] for lemma, forms in irregular.items() if forms[0] != lemma)


def word_before(words: Words, start: int) -> str:
    """The lower-cased word before index `start`, articles skipped; "" at the sentence's start."""
    at = start - 1
    while at >= 0 and words.lows[at] in _SKIPPED_BEFORE:
        at -= 1
    return words.lows[at] if at >= 0 else ""


def noun_or_verb_after(text: str, words: Words, end: int) -> str:
    """The lower-case word right after index `end`, with nothing but blanks between; "" where there is none.

    Of "quietly left" it is the verb.
    """
    after = _beside(text, words, end)
    behind = _beside(text, words, end + 1) if _is_adverb(after) else ""
    return behind if is_verb(behind) else after


def _beside(text: str, words: Words, at: int) -> str:
    """The lower-case word `at`, if nothing but blanks part it from the word before."""
    if at >= len(words.texts) or words.capitals[at]:
        return ""
    return words.lows[at] if _plain(text[words.ends[at - 1] : words.starts[at]]) else ""


def _is_adverb(word: str) -> bool:
    return word.endswith("ly") and len(word) > len("only") and word not in knowledge.words("cues", "nouns_in_ly")


def heads_after(text: str, words: Words, end: int, most: int = 4) -> list[str]:
    """Up to `most` lower-case words that follow index `end` with blanks or hyphens between, as far as no verb comes."""
    found: list[str] = []
    if end < len(words.texts) and words.capitals[end] and text[words.ends[end - 1] : words.starts[end]] in ("-", "–"):
        end += 1  # "the US-Saudi statement" is as much the first one's
    for at in range(end, min(end + most, len(words.texts))):
        gap = text[words.ends[at - 1] : words.starts[at]]
        if at == end and gap[:1] in _APOSTROPHES:
            gap = gap[1:].removeprefix("s")
        word = words.lows[at]
        if not _plain(gap) or words.capitals[at]:
            break
        noun = word in knowledge.words("cues", "deeds") or word in knowledge.words("nouns_of_names", "forces_before")
        if is_verb(word) and not noun:
            break
        found.append(word)
    return found


def _plain(gap: str) -> bool:
    """Whether there is nothing but blanks between two words of one paragraph."""
    return gap == " " or (gap.isspace() and gap.count("\n") < 2)


def use_of(text: str, words: Words, start: int, end: int) -> Use:
    """The use of the name at words `[start, end)`."""
    if words.possessives[end - 1]:
        return "possessive"
    before = word_before(words, start)
    after = noun_or_verb_after(text, words, end)
    hyphened = text[words.ends[end - 1] : words.ends[end - 1] + 1] == "-" and end < len(words.texts)
    if hyphened and words.lows[end] in ("led", "backed", "run", "controlled", "held"):
        return "party"
    if after in knowledge.words("cues", "joint") and _joined(words, start):
        return "party"
    adjective = after in knowledge.words("nouns_of_names", "forces_before")  # "the Turkish armed forces"
    if after and (adjective or not is_verb(after)) and after not in clause_words() and not _doing(words, end):
        return "modifier"
    if hyphened or (
        end < len(words.texts) and words.capitals[end] and _plain(text[words.ends[end - 1] : words.starts[end]])
    ):
        return "modifier"
    if start and _after_comma(text, words, start, end) and not _goes_on(text, words, end):
        return "place"
    if before in ("", "and") or _comma_before(text, words, start):
        begins = word_before(words, _first_of_list(text, words, start))
        before = begins if begins in knowledge.words("cues", "locative") else before
    if before in knowledge.words("cues", "agent") or before == "":
        return "party"
    if before in knowledge.words("cues", "locative"):
        return "place"
    if before in knowledge.words("cues", "direction"):
        return "party" if _deals_with(text, words, start, end, before) else "of"
    return "party"


def _first_of_list(text: str, words: Words, start: int) -> int:
    """Where the list of names begins that goes on at `start`: "in Alexandria, Marsa and Minya"; else `start`."""
    first, at, commas = start, start, 0
    while at > 1 and start - at < LIST:
        comma = _comma_before(text, words, at)
        last = at - 1 if comma else at - 2  # the last word of the name before
        joined = comma or (words.lows[at - 1] == "and" and _plain(text[words.ends[last] : words.starts[at - 1]]))
        if not joined or not _may_name(words, last) or words.possessives[last]:
            break
        commas += comma
        at = last
        while at and words.capitals[at - 1] and _plain(text[words.ends[at - 1] : words.starts[at]]):
            at -= 1
        first = at
    return first if commas else start


def _goes_on(text: str, words: Words, end: int) -> bool:
    """Whether further names and an "and" follow: the "Spain" of "France, Spain, Italy and Greece"."""
    at = end
    while at + 1 < min(end + LIST, len(words.texts)) and _comma_before(text, words, at) and _may_name(words, at):
        at += 1
        while at + 1 < len(words.texts) and words.capitals[at] and _plain(text[words.ends[at - 1] : words.starts[at]]):
            at += 1
        if words.lows[at] == "and" and words.capitals[at + 1] and _plain(text[words.ends[at - 1] : words.starts[at]]):
            return True
    return False


def _may_name(words: Words, at: int) -> bool:
    """Whether a word with a capital may end a name: no "Monday"."""
    return words.capitals[at] and words.lows[at] not in knowledge.words("common_words", "calendar")


def _comma_before(text: str, words: Words, at: int) -> bool:
    return at > 0 and text[words.ends[at - 1] : words.starts[at]] == ", "


def _doing(words: Words, end: int) -> bool:
    """ "Turkey assuming the duty": no noun that a name describes, for what is done to something stands behind it."""
    return words.lows[end].endswith("ing") and words.lows[end + 1 : end + 2] in (["the"], ["a"], ["an"], ["its"])


def _joined(words: Words, start: int) -> bool:
    """ "Israel and Egypt": the second of two names."""
    return start > 1 and words.texts[start - 1] == "and" and words.capitals[start - 2]


def subject(text: str, words: Words, start: int, end: int) -> bool:
    """Whether the name at words `[start, end)` has a verb of its own, or opens its clause."""
    if words.possessives[end - 1]:
        return False
    match = _VERB_AFTER.match(text, words.ends[end - 1])
    if match and is_verb(match[1]):
        roles = knowledge.words("titles", "roles")
        while start and words.capitals[start - 1] and words.lows[start - 1] in roles:
            start -= 1  # "the office of President Biden has": the office has
        return word_before(words, start) not in _PREPOSITIONS
    while start and words.lows[start - 1] in _FORMS_OF_ADDRESS:
        start -= 1
    return word_before(words, start) in _OPENERS


def _after_comma(text: str, words: Words, start: int, end: int) -> bool:
    """ "Mokha, Yemen." and "Lewisburg, West Virginia, …": after a name and a comma, and before a stop."""
    gap = text[words.ends[start - 1] : words.starts[start]]
    after = text[words.ends[end - 1] : words.ends[end - 1] + 1]
    adverb = words.lows[start - 1] in knowledge.words("common_words", "words")
    return _may_name(words, start - 1) and not adverb and gap.strip() == "," and after in (",", ".", "", "\n", ";", ")")


def _deals_with(text: str, words: Words, start: int, end: int, before: str) -> bool:
    """Whether somebody acts after of, from, to or for: "according to Turkey", "assurances from the US"."""
    at = next(index for index in range(start - 1, -1, -1) if words.lows[index] == before)
    noun = words.lows[at - 1] if at else ""
    if before == "for":  # "envoy for Afghanistan" is about a place; "negotiators for the US" act for it
        led = "the" in words.lows[at:start] or noun not in knowledge.words("titles", "roles")
        return led and not is_verb(noun)  # "left for the Netherlands"
    if before == "to":
        return noun == "according"
    if before == "of" and noun in _OFFICES:
        return True  # "the leaders of France and Spain"
    if before == "from":
        return noun in knowledge.words("cues", "deeds") or (noun in _sent() and at <= OPENS)
    return noun in knowledge.words("cues", "sponsorship") or noun_or_verb_after(text, words, end).endswith("ing")


@cache
def _sent() -> frozenset[str]:
    """Those who come from a state as its own, where they open a sentence: "Troops from Chad", no "rebels from Chad"."""
    officials = knowledge.words("titles", "officials") - knowledge.words("titles", "of_no_state")
    return officials | knowledge.words("nouns_of_names", "forces")


_OFFICES = frozenset("leaders presidents ministers governments envoys representatives".split())
_PREPOSITIONS = frozenset(
    "of in on at by with from to for against between into over under about near through via".split()
)
_FORMS_OF_ADDRESS = frozenset("mr mrs ms miss dr sir lord lady dame".split())
_OPENERS = frozenset(
    ["", "but", "and", "that", "however", "meanwhile", "while", "as", "although", "though", "because", "if"]
)


@cache
def clause_words() -> frozenset[str]:
    """Small words that end a name's noun phrase."""
    return knowledge.words("cues", "clause")
