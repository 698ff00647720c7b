"""Finds those whom a text describes and does not name: "a suicide bomber", "at least 320 displaced families".

They are told of as a class, whoever they are: gunmen of two articles both are "gunmen", and nobody says the same ones.
"""

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from dateline.model import WITHHELD, Description, Name
from dateline.reports.clauses.clause import Parsed
from dateline.reports.grammar.classes import KINDS, Noun, forms, noun_at, nouns
from dateline.reports.grammar.closed_classes import DETERMINERS, MONTHS, QUOTES, WEEKDAYS
from dateline.reports.grammar.extent import behind, ends, first_token, hedging, hyphened, numeral
from dateline.reports.grammar.named import Named
from dateline.reports.grammar.tokens import Token

NOBODY = frozenset("no any every each which what whose".split())
OWNED = frozenset("its his her their our my your".split())
POSSESSIVE = frozenset(["'s", "’s", "'", "’"])
QUOTED = 4  # words behind a noun after which the quotation is more than a name


class Phrase(NamedTuple):
    """A description and where it stands: its tokens, and the offsets of names that only say which ones are meant."""

    who: Description
    first: int
    last: int
    noun: Noun
    names: frozenset[int] = frozenset()
    bare: bool = False  # "the elders": nothing says which ones
    single: bool = False  # "the official": one who has been spoken of
    owned: bool = False  # "its fighters"
    open: bool = False  # "the factions": nobody but those of whom the article has told


def phrases(parsed: Parsed, names: Collection[Name], verbs: Collection[int]) -> Iterator[Phrase]:
    """The descriptions of a sentence, the last one first; `verbs` are the tokens of its verbs."""
    words = parsed.words
    after = len(words)
    places = [k for k, word in enumerate(words) if word.low in nouns() and k not in verbs]
    named = Named(names if places else ())
    for k in reversed(places):
        noun = noun_at(words, k) if k < after else None  # "a jirga of elders" is one
        found = _phrase(parsed, k, noun, named, verbs) if noun and ends(words, k + 1, verbs) else None
        if found:
            after = found.first
            yield found


def _phrase(parsed: Parsed, k: int, noun: Noun, names: Named, verbs: Collection[int]) -> Phrase | None:
    words = parsed.words
    own = k - len(noun.before)
    first = first_token(words, own, names, verbs)
    before = words[first:own]
    low = [word.low for word in before]
    if noun.group == "people" and any(map(numeral, before)):
        return None  # "320 people": a figure
    one = _one(low) or (noun.group in ("institution", "outlet") and _owned(words, first))
    if (noun.singular and not one) or not NOBODY.isdisjoint(low) or _named(words, first, k + 1, noun):
        return None
    if _quoted(words, first, k + 1) or _of_unknown(words, first) or (first and words[first - 1].text in ("them", "us")):
        return None
    acting = _owners(parsed, first, k + 1, names)
    written = _written(parsed, first, own, k + 1, names, verbs)
    if any(name.kind == "person" for name in acting):
        return None  # "the Smith family"
    belongs = noun.one in forms("held") or not forms("captured").isdisjoint(low)
    if noun.group == "member" or (acting and not belongs):  # "a senior Taliban official": the Taliban, by other words
        return _of_side(acting, Phrase(Description(None, "", KINDS[noun.group], written), first, k + 1, noun))
    inside = names.meeting(parsed.span(first, k + 1))
    said = frozenset(name.span.start for name in inside if name.kind in ("nationality", "armed group", "organisation"))
    kind = forms("which") | forms("camps")
    which = [word.text for word in before if word.low in kind or word.start in said or hyphened(word)]
    definite = "the" in low
    plain = all(word.low in DETERMINERS or numeral(word) or word.low in hedging() for word in before)
    unqualified = noun.one in forms("qualified") and not which
    if unqualified and (noun.singular or not (definite and plain)):
        return None
    which += ["captured"] if acting and not forms("captured").isdisjoint(low) else []
    called = noun.one if noun.singular and noun.group in ("institution", "outlet") else noun.many
    name = " ".join([*sorted(which, key="captured".__ne__), called])
    who = Description(None, name[0].upper() + name[1:], KINDS[noun.group], written)
    return Phrase(
        who,
        first,
        k + 1,
        noun,
        names=frozenset(name.span.start for name in acting),
        bare=definite and plain,  # "the child soldiers" are no others
        single=definite and noun.singular,
        owned=not OWNED.isdisjoint(low),
        open=unqualified,
    )


def _of_side(acting: Sequence[Name], phrase: Phrase) -> Phrase | None:
    """The phrase as another word for the first of those who are named in it."""
    if not acting or acting[0].id is None:
        return None
    side = acting[0]
    whole = tuple(form for form in phrase.who.forms if side.text in form)
    return phrase._replace(who=Description(side.id, side.text, phrase.who.kind, whole))


def _one(low: Sequence[str]) -> bool:
    """Whether an article stands before a singular: not before "military" of "a team of military and police"."""
    behind_of = max((k + 1 for k, word in enumerate(low) if word == "of"), default=0)
    return not {"a", "an", "the", "one", "another"}.isdisjoint(low[behind_of:])


def _owned(words: Sequence[Token], first: int) -> bool:
    """ "the country's parliament": whose it is says which one."""
    return first > 0 and words[first - 1].low in POSSESSIVE


def _named(words: Sequence[Token], first: int, last: int, noun: Noun) -> bool:
    """Whether the text says who it is: "the negotiator, Ann Lee," and "Ann Lee, a journalist"."""
    if not noun.singular:
        return False
    after = last + 1 < len(words) and words[last].low == "," and words[last + 1].text[0].isupper()
    return after or (first > 2 and words[first - 1].low == "," and words[first - 2].text[0].isupper())


def _quoted(words: Sequence[Token], first: int, last: int) -> bool:
    """What a party calls another: killed 20 “terrorists”."""
    marked = first > 0 and words[first - 1].low in QUOTES and words[first].low not in DETERMINERS
    return marked and (last == len(words) or any(word.low in QUOTES for word in words[last : last + QUOTED]))


def _of_unknown(words: Sequence[Token], first: int) -> bool:
    """Whether a name that nobody knows stands before the phrase: "XYZ fighters"."""
    if not first or words[first - 1].end + 1 != words[first].start:
        return False
    before = words[first - 1]
    capital = before.text.isupper() if first == 1 else before.text[0].isupper()
    return capital and before.low not in WEEKDAYS | MONTHS


def _owners(parsed: Parsed, first: int, last: int, names: Named) -> list[Name]:
    """Whose they are: "Taliban fighters", "negotiators for the US", "gunmen from Boko Haram"."""
    words = parsed.words
    found = _acting(names.meeting(parsed.span(first, last)))
    if not found and first > 1 and words[first - 1].low in POSSESSIVE:  # "the SDF's 12,000 fighters"
        found = [name for name in _acting(names.over(words[first - 2].start)) if name.kind == "armed group"]
    if found or last + 2 >= len(words):
        return found
    if words[last].low == "belonging" and words[last + 1].low == "to":
        last += 1
    elif words[last].low not in ("of", "for", "from"):
        return found
    group = words[last].low == "from"  # "gunmen from Boko Haram", but "refugees from Syria"
    start = last + 2 if words[last + 1].low in DETERMINERS and last + 2 < len(words) else last + 1
    return [name for name in _acting(names.over(words[start].start)) if not group or name.kind == "armed group"]


def _acting(names: Iterator[Name]) -> list[Name]:
    return [name for name in names if name.acts and name.id]


def _written(parsed: Parsed, first: int, own: int, last: int, names: Named, verbs: Collection[int]) -> tuple[str, ...]:
    """How it is written: the whole phrase, with its place, without what counts it, and its noun alone."""
    words = parsed.words
    plain = first
    while plain < own and (words[plain].low in DETERMINERS or numeral(words[plain]) or words[plain].low in hedging()):
        plain += 1
    ends = dict.fromkeys((behind(words, last, names, verbs), last))
    number = next((k for k in range(first, own) if numeral(words[k])), first)
    found = [_text(parsed, start, end) for start in dict.fromkeys((first, number, plain)) for end in ends]
    if (owner := _possessor(words, first, names)) < first:
        found.append(_text(parsed, owner, last))
    found += [word.text for word in words[first:own] if word.low in forms("bodies")]
    found.append(_text(parsed, own, last))
    return tuple(dict.fromkeys(form for form in found if WITHHELD not in form))


def _possessor(words: Sequence[Token], first: int, names: Named) -> int:
    """The token at which the name begins whose they are: at "Yemen" of "Yemen's warring parties"; else `first`."""
    if first < 2 or words[first - 1].low not in POSSESSIVE:
        return first
    begins = min((name.span.start for name in names.over(words[first - 2].start)), default=words[first].start)
    return next(k for k in range(first + 1) if words[k].start >= begins)


def _text(parsed: Parsed, first: int, last: int) -> str:
    offset = parsed.sentence.span.start
    start, end = parsed.words[first].start, parsed.words[last - 1].end
    return " ".join(parsed.sentence.text[start - offset : end - offset].split())
