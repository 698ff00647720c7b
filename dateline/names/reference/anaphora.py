"""Finds words that take up somebody named before: "he", "the group", "the council", "government forces"."""

import re
from functools import cache

from dateline.model import WITHHELD, Span
from dateline.names.finding import clause, knowledge
from dateline.names.finding.candidate import Candidate
from dateline.names.finding.tokens import Words
from dateline.names.states import titled

PRONOUNS = frozenset("he she they it him".split())
POSSESSIVES = {"his": "he", "her": "she"}
REFLEXIVES = {"himself": "he", "herself": "she"}
_OWNERS = frozenset("whose its their his her our".split())  # "MINUSMA, whose 11,600 troops": its own
_TAKING = frozenset(["part", "control", "credit", "responsibility"])  # "it took part", but "it took hours"
_OF_GOVERNMENT = frozenset("leadership side delegation team negotiators".split())  # these are the government
OFFICE = 4  # words of a title
LONGEST = 6  # words of a description
OF_OFFICE = "its holder"  # what an office is taken up as
_NAMED = re.compile(
    rf"(?: (?:in|at|to|for|from|on) [^,.;:()\n]{{1,40}},|,)? (?:[A-Z]|{WITHHELD})"
)  # who it is, behind it
SENTENCE = 60  # words: one that is longer is a list, and is not gone through for each of its pronouns
_NO_SUBJECT_VERBS = frozenset(
    "is was s will would may might could can seems seemed appears appeared takes took remains".split()
)


@cache
def nouns() -> dict[str, str]:
    """The nouns that "the" makes a mention, each with what it takes up.

    A kind of actor, "head", "role", "body" (of a state, with what goes before it) or "state" (a body by itself).
    """
    found: dict[str, str] = dict.fromkeys(knowledge.words("nouns_of_names", "nominal_head"), "head")
    found |= dict.fromkeys(knowledge.words("nouns_of_names", "nominal_armed_group"), "armed group")
    found |= dict.fromkeys(titled.nouns(), "role")
    found |= dict.fromkeys(knowledge.words("nouns_of_names", "nominal_body"), "body")
    found |= dict.fromkeys(knowledge.words("nouns_of_names", "nominal_state"), "state")
    return found


def anaphor_at(text: str, words: Words, at: int, sentence: int) -> Candidate | None:
    """The pronoun or nominal whose noun stands at word `at`, a Candidate with `anaphor` set; None if there is none."""
    noun = words.lows[at]
    if noun in PRONOUNS:
        return _pronoun(text, words, at, sentence, noun)
    if noun in POSSESSIVES:
        return _owner(words, at, sentence)
    if noun == "its" and at == 0:
        return _their_own(text, words, at, sentence)
    if noun in REFLEXIVES:
        return _in_person(words, at, sentence)
    what = nouns().get(noun)
    if what is None or text[words.ends[at] : words.ends[at] + 1] == "-":
        return None
    if words.capitals[at] and not (what in ("body", "state") and _stands_alone(text, words, at)):
        return None
    start = _title_start(text, words, at) if what == "role" else _start(words, at, what)
    doing = words.texts[at + 2 : at + 3] != [] and words.texts[at + 2].endswith("ing")  # "accused the army of firing"
    if words.texts[at + 1 : at + 2] in (["of"], ["for"]) and not doing:
        return None  # "the government of Syria", "the president of the council"
    after = clause.noun_or_verb_after(text, words, at + 1)
    if noun == "government" and after in _OF_GOVERNMENT and start is not None:
        at, after = at + 1, ""
    if what == "state" and _deed_of(words, at):
        start, after = at, ""
    if start is None or (after and not clause.is_verb(after) and after not in clause.clause_words()):
        return None
    span = Span(words.starts[start], words.ends[at])
    use = clause.use_of(text, words, start, at + 1)
    return Candidate(
        span,
        text[span.start : span.end],
        sentence,
        None,
        0,
        use,
        anaphor=noun,
        subject=clause.subject(text, words, start, at + 1),
    )


def office_at(text: str, words: Words, at: int, sentence: int) -> Candidate | None:
    """ "The Foreign Secretary", with capitals of honour and without a name: whose office the article says it is."""
    if at == 0 or words.lows[at - 1] != "the" or not words.capitals[at]:
        return None
    end = at + 1
    while end < min(at + OFFICE, len(words.texts)) and words.capitals[end] and _beside(text, words, end):
        end += 1
    if words.lows[end - 1] not in knowledge.words("titles", "roles"):
        return None
    behind = text[words.ends[end - 1] : words.ends[end - 1] + 3]
    named = end < len(words.texts) and words.capitals[end] and behind[:1] in (" ", ",")
    if named or words.lows[end : end + 1] in (["of"], ["for"]) or behind[:1] == "-":
        return None  # "the Prime Minister, Ann Lee", "the Secretary of State"
    span = Span(words.starts[at], words.ends[end - 1])
    use, does = clause.use_of(text, words, at, end), clause.subject(text, words, at, end)
    return Candidate(span, text[span.start : span.end], sentence, None, 0, use, anaphor=OF_OFFICE, subject=does)


def _beside(text: str, words: Words, at: int) -> bool:
    return text[words.ends[at - 1] : words.starts[at]] == " "


def _pronoun(text: str, words: Words, at: int, sentence: int, noun: str) -> Candidate | None:
    if noun == "him":
        span = Span(words.starts[at], words.ends[at])
        return Candidate(span, words.texts[at], sentence, None, 0, anaphor=noun)
    after = clause.noun_or_verb_after(text, words, at + 1)
    if not after or words.possessives[at] or (noun == "it" and not _does(text, words, at + 1, after)):
        return None
    span = Span(words.starts[at], words.ends[at])
    before = range(max(0, at - SENTENCE), at)
    objects = any(words.texts[k] in ("him", "her") and not words.possessives[k] for k in before)
    return Candidate(
        span, words.texts[at], sentence, None, 0, head=after, anaphor=noun, subject=True, after_object=objects
    )


def _owner(words: Words, at: int, sentence: int) -> Candidate | None:
    """ "His request was turned down", "her last offer": whose deed it is."""
    nouns_behind = words.lows[at + 1 : at + 3]
    deed = next((word for word in nouns_behind if word in knowledge.words("cues", "deeds")), "")
    if not deed or any(words.capitals[at + 1 : at + 2 + nouns_behind.index(deed)]):
        return None
    span = Span(words.starts[at], words.ends[at])
    return Candidate(span, words.texts[at], sentence, None, 0, head=deed, anaphor=POSSESSIVES[words.lows[at]])


def _their_own(text: str, words: Words, at: int, sentence: int) -> Candidate | None:
    """ "Its fighters attacked": what those do who open the sentence, the group of the one before does."""
    if knowledge.words("nouns_of_names", "own").isdisjoint(words.lows[at + 1 : at + 2]):
        return None
    doing = clause.noun_or_verb_after(text, words, at + 2)
    span = Span(words.starts[at], words.ends[at])
    return Candidate(span, words.texts[at], sentence, None, 0, head=doing, anaphor="it", subject=True)


def _in_person(words: Words, at: int, sentence: int) -> Candidate | None:
    """ "the former president himself": one whom the sentence has named already."""
    role = at > 1 and words.lows[at - 1] in knowledge.words("titles", "roles")
    role = role and not (words.lows[at - 2] == "the" and words.lows[at - 1] in nouns())  # found by itself
    first = next((k for k in range(at - 2, max(at - 5, -1), -1) if words.lows[k] == "the"), None) if role else None
    if first is None or any(words.capitals[first + 1 : at]):
        return None
    span = Span(words.starts[first], words.ends[at - 1])
    return Candidate(span, " ".join(words.texts[first:at]), sentence, None, 0, anaphor=words.lows[at])


def _deed_of(words: Words, at: int) -> bool:
    """ "A military air raid has killed …": what opens its sentence is the deed of the state's own forces."""
    opens = at == 0 or (at == 1 and words.lows[0] in ("a", "an", "the"))
    deeds = [word for word in words.lows[at + 1 : at + 3] if word != "air"]
    known = deeds != [] and deeds[0] in knowledge.words("cues", "deeds")
    return opens and known and not any(words.capitals[1 : at + 3])


def _stands_alone(text: str, words: Words, at: int) -> bool:
    """ "The Government", "the Army": a common noun with a capital of honour, and no part of a longer name."""
    behind = words.capitals[at + 1 : at + 2] == [True] and text[words.ends[at] : words.starts[at + 1]] == " "
    return words.lows[max(0, at - 1) : at] == ["the"] and not behind


def _does(text: str, words: Words, at: int, after: str) -> bool:
    """Whether "it" does something, or something is done to it: no weather, and nothing that is said or hoped.

    `at` is the word behind it, `after` the same if it may be a verb.
    """
    if after.endswith("ly"):  # "it briefly seized the town"
        after = clause.noun_or_verb_after(text, words, at + 1)
    if after in ("took", "takes") and words.lows[at + 1 : at + 2] != [] and words.lows[at + 1] in _TAKING:
        return True
    if after in ("was", "is"):
        done = clause.noun_or_verb_after(text, words, at + 1)
        told = done in knowledge.words("cues", "saying") or words.lows[at + 2 : at + 3] in (["that"], ["to"])
        return done.endswith("ed") and not told
    return after not in _NO_SUBJECT_VERBS and clause.is_verb(after)


def _title_start(text: str, words: Words, at: int) -> int | None:
    """Where "former Kenyan president" begins, behind "the"; None where it is no mention, or a name tells whose."""
    first = titled.phrase_start(words, at, text)
    if first < at and words.lows[first] == "the":
        first += 1  # it has a capital
    the = first > 0 and words.lows[first - 1] == "the" and at - first < LONGEST
    behind = words.ends[at]
    return first if the and not _NAMED.match(text, behind) and not _apposed(text, words, first - 1, behind) else None


def _apposed(text: str, words: Words, the: int, behind: int) -> bool:
    """ "Ann Lee, the premier, said": it tells of a name, and takes up none."""
    name = the > 0 and words.capitals[the - 1] and text[words.ends[the - 1] : words.starts[the]] == ", "
    return name and text[behind : behind + 1] in (",", ".", ";", ":")


def _start(words: Words, at: int, what: str) -> int | None:
    """Where the nominal begins without its article: "the militant group" at "militant"; None where it is none."""
    before = words.lows[max(0, at - 2) : at]
    qualified = before[-1:] != [] and before[-1] in knowledge.words("nouns_of_names", "nominal_qualifiers")
    if what == "state":
        return at if before[-1:] == ["the"] else at - 1 if before == ["the", "ruling"] else None
    if (
        words.texts[at] == "ministry"
        and before[-1:] != []
        and before[-1] in knowledge.words("nouns_of_names", "ministries")
    ):
        return at - 1 if before[0] == "the" and len(before) == 2 else None
    if what == "body":
        forces = words.texts[at] in knowledge.words("nouns_of_names", "forces")
        sided = before[-1:] != [] and before[-1] in ("security", "government", "foreign")
        if forces and sided:
            return at - 2 if before[:-1] and before[0] in knowledge.words("cues", "quantifiers") else at - 1
        if forces:
            counted = before[-1:] != [] and (
                before[-1].isdigit() or before[-1] in knowledge.words("cues", "quantifiers")
            )
            first = at - 1
            while first > 0 and words.lows[first].isdigit():
                first -= 1  # "11,600" is two words
            owned = counted and (words.lows[first] in _OWNERS or words.possessives[first])
            return at if before[-1:] == ["the"] or (counted and not owned) else None
        which = knowledge.words("nouns_of_names", "nominal_governments")
        qualified_government = len(before) == 2 and before[0] == "the" and before[1] in which
        return at if before[-1:] == ["the"] else at - 1 if qualified_government else None
    if before[-1:] == ["the"] or (words.texts[at] == "administration" and before[-1:] in (["his"], ["her"])):
        return at
    return at - 1 if qualified and before[0] == "the" and len(before) == 2 else None
